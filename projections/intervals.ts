import { type CalendarDate, dateOf } from '../src/kernel/calendar-date.ts';
import type { Projection, Rows, ViewRows } from '../src/kernel/projection.ts';
import { schoolYearOf } from '../src/domain/institution/calendar.ts';
import type { StudentId } from '../src/domain/student/ids.ts';
import {
  type ProgrammeKnown,
  type RegisterInterval,
  registerIntervals,
  type SchoolInterval,
  schoolIntervals,
  type TwoTimes,
} from './figures/index.ts';
import { deliveriesIn, placingTracks, tracksOf } from './story-history.ts';
import { trajectoryStories } from './trajectory-story.ts';

const registerTypes = new Set([
  'RegisterEnrolmentRecorded',
  'RegisterPeriodRecorded',
  'RegisterEnrolmentEnded',
  'RegisterFactWithdrawn',
]);

/** Where an account has him on a peildatum, as known now. */
export interface YearFact {
  readonly peildatum: CalendarDate;
  readonly account: 'school' | 'register';
  readonly programme: ProgrammeKnown;
  readonly definitive: boolean;
  /** Until further notice: it may still change before the day comes. */
  readonly open: boolean;
}

const covers = ({ from, until }: TwoTimes, day: CalendarDate): boolean =>
  from <= day && (until === undefined || day <= until);

const known = new Map<number, CalendarDate>();
/** 1 October; there are few years and many students. */
const peildatumIn = (year: number): CalendarDate => {
  const found = known.get(year) ?? dateOf(year, 10, 1);
  known.set(year, found);
  return found;
};

/** The peildata that an interval can touch; one without an end is carried to the last one that anything else reaches. */
const peildataOf = (intervals: readonly TwoTimes[]): readonly CalendarDate[] => {
  const days = intervals.flatMap(({ from, until }) => (until === undefined ? [from] : [from, until]));
  if (days.length === 0) return [];
  const years = days.map(schoolYearOf);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 2 }, (_, index) => peildatumIn(first + index));
};

const yearFacts = (
  school: readonly SchoolInterval[],
  register: readonly RegisterInterval[],
): readonly YearFact[] => {
  const now = <Interval extends TwoTimes>(all: readonly Interval[]) =>
    all.filter(({ recordedUntil }) => recordedUntil === undefined);
  const [schoolNow, registerNow] = [now(school), now(register)];
  return peildataOf([...schoolNow, ...registerNow]).flatMap((peildatum): YearFact[] => {
    const bySchool = schoolNow.findLast((each) => covers(each, peildatum));
    const byRegister = registerNow.filter((each) => covers(each, peildatum));
    const fact = (
      account: YearFact['account'],
      definitive: boolean,
      { programme, until }: SchoolInterval | RegisterInterval,
    ): YearFact => ({
      peildatum,
      account,
      programme,
      definitive,
      open: until === undefined,
    });
    return [
      ...(bySchool ? [fact('school', bySchool.definitive, bySchool)] : []),
      ...byRegister.map((each) => fact('register', true, each)),
    ];
  });
};

/**
 * Where a student was, in both accounts and in two times: when it was so, and when it was known to be so; and
 * from them the facts of each year.
 */
export const intervals: Projection = {
  name: 'intervals',
  version: 1,
  stories: trajectoryStories,
  tables: [{ name: 'intervals', columns: ['school', 'register', 'years'], indexes: [] }],
  rows: (story): Rows => {
    const ofSchool = placingTracks(story);
    const ofRegister = tracksOf(story, registerTypes);
    const school = schoolIntervals(ofSchool.track, ofSchool.merged);
    const deliveries = deliveriesIn(ofRegister);
    const register =
      deliveries.length === 0 ? [] : registerIntervals(ofRegister.track, deliveries, ofRegister.merged);
    return school.length + register.length === 0
      ? {}
      : {
          intervals: [
            {
              school: JSON.stringify(school),
              register: JSON.stringify(register),
              years: JSON.stringify(yearFacts(school, register)),
            },
          ],
        };
  },
};

/** An interval of either account. */
export type IntervalShown =
  (SchoolInterval & { readonly account: 'school' }) | (RegisterInterval & { readonly account: 'register' });

/** Where each account had him, as known on a day (absent: now). */
export const intervalsOf = (
  rows: ViewRows,
  trajectory: StudentId,
  knownOn?: CalendarDate,
): readonly IntervalShown[] => {
  const [row] = rows.find('intervals', { where: { key: trajectory } });
  if (!row) return [];
  const school = JSON.parse(String(row['school'])) as SchoolInterval[];
  const register = JSON.parse(String(row['register'])) as RegisterInterval[];
  return [
    ...school.map((each): IntervalShown => ({ account: 'school', ...each })),
    ...register.map((each): IntervalShown => ({ account: 'register', ...each })),
  ].filter(({ recordedFrom, recordedUntil }) =>
    knownOn === undefined
      ? recordedUntil === undefined
      : recordedFrom <= knownOn && (recordedUntil === undefined || knownOn <= recordedUntil),
  );
};

/** Where each account has him on the peildata that it reaches, as known now. */
export const yearFactsOf = (rows: ViewRows, trajectory: StudentId): readonly YearFact[] => {
  const [row] = rows.find('intervals', { where: { key: trajectory } });
  return row ? (JSON.parse(String(row['years'])) as YearFact[]) : [];
};
