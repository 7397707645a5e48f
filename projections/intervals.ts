import { type CalendarDate, dateOf } from '../src/kernel/calendar-date.ts';
import type { Uuid } from '../src/kernel/message.ts';
import type { Projection, Row, Rows, Value, ViewRows } from '../src/kernel/projection.ts';
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
import { deliveriesIn, tracksOf } from './story-history.ts';

const ofSchool = new Set([
  'PlacedProvisionally',
  'EnrolledDefinitively',
  'ProgrammeSpecified',
  'PlacementCancelled',
  'Switched',
  'FollowOnStarted',
  'Left',
]);
const ofRegister = new Set([
  'RegisterEnrolmentRecorded',
  'RegisterPeriodRecorded',
  'RegisterEnrolmentEnded',
  'RegisterFactWithdrawn',
]);

const times = ({ from, until, recordedFrom, recordedUntil }: TwoTimes): Row => ({
  from,
  until: until ?? null,
  recordedFrom,
  recordedUntil: recordedUntil ?? null,
});

const parts = ({ opleidingscode, niveau, leerweg, landschap }: ProgrammeKnown): Row => ({
  opleidingscode: opleidingscode ?? null,
  niveau: niveau ?? null,
  leerweg: leerweg ?? null,
  landschap: landschap ?? null,
});

const schoolRow = (interval: SchoolInterval): Row => ({
  ...times(interval),
  ...parts(interval.programme),
  definitive: interval.definitive ? 1 : 0,
  events: JSON.stringify(interval.events),
});

const registerRow = (interval: RegisterInterval): Row => ({
  ...times(interval),
  ...parts(interval.programme),
  brin: interval.brin,
  enrolment: interval.enrolment,
  fundable: interval.fundable === undefined ? null : interval.fundable ? 1 : 0,
  events: JSON.stringify(interval.events),
});

const covers = ({ from, until }: TwoTimes, day: CalendarDate): boolean =>
  from <= day && (until === undefined || day <= until);

/** The peildata that an interval can touch; one without an end is carried to the last one that anything else reaches. */
const peildataOf = (intervals: readonly TwoTimes[]): readonly CalendarDate[] => {
  const days = intervals.flatMap(({ from, until }) => (until === undefined ? [from] : [from, until]));
  if (days.length === 0) return [];
  const years = days.map(schoolYearOf);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 2 }, (_, index) => dateOf(first + index, 10, 1));
};

/** Year facts: where each account has him on 1 October, as known now. */
const yearRows = (school: readonly SchoolInterval[], register: readonly RegisterInterval[]): Row[] => {
  const now = <Interval extends TwoTimes>(all: readonly Interval[]) =>
    all.filter(({ recordedUntil }) => recordedUntil === undefined);
  const [schoolNow, registerNow] = [now(school), now(register)];
  return peildataOf([...schoolNow, ...registerNow]).flatMap((peildatum): Row[] => {
    const bySchool = schoolNow.findLast((each) => covers(each, peildatum));
    const byRegister = registerNow.filter((each) => covers(each, peildatum));
    return [
      ...(bySchool
        ? [
            {
              peildatum,
              account: 'school',
              ...parts(bySchool.programme),
              definitive: bySchool.definitive ? 1 : 0,
              open: bySchool.until === undefined ? 1 : 0,
            },
          ]
        : []),
      ...byRegister.map((each) => ({
        peildatum,
        account: 'register',
        ...parts(each.programme),
        definitive: 1,
        open: each.until === undefined ? 1 : 0,
      })),
    ];
  });
};

const timeColumns = ['from', 'until', 'recordedFrom', 'recordedUntil'];
const partColumns = ['opleidingscode', 'niveau', 'leerweg', 'landschap'];

/**
 * Where a student was, in both accounts and in two times: when it was so, and when it was known to be so; and
 * from them the facts of each year.
 */
export const intervals: Projection = {
  name: 'intervals',
  version: 1,
  tables: [
    { name: 'school', columns: [...timeColumns, ...partColumns, 'definitive', 'events'], indexes: [] },
    {
      name: 'register',
      columns: [...timeColumns, ...partColumns, 'brin', 'enrolment', 'fundable', 'events'],
      indexes: [],
    },
    {
      name: 'years',
      columns: ['peildatum', 'account', ...partColumns, 'definitive', 'open'],
      indexes: [['peildatum', 'account', 'landschap']],
    },
  ],
  rows: (story): Rows => {
    const school = tracksOf(story, ofSchool);
    const register = tracksOf(story, ofRegister);
    const inSchool = schoolIntervals(school.track, school.merged);
    const deliveries = deliveriesIn(register);
    const inRegister =
      deliveries.length === 0 ? [] : registerIntervals(register.track, deliveries, register.merged);
    return {
      school: inSchool.map(schoolRow),
      register: inRegister.map(registerRow),
      years: yearRows(inSchool, inRegister),
    };
  },
};

/** An interval as it is read back. */
export interface IntervalShown extends TwoTimes {
  readonly account: 'school' | 'register';
  readonly programme: ProgrammeKnown;
  readonly definitive: boolean;
  readonly brin?: string;
  readonly enrolment?: string;
  readonly fundable?: boolean;
  readonly events: readonly Uuid[];
}

const given = (row: Row, names: readonly string[]): Record<string, Value> =>
  Object.fromEntries(names.flatMap((name) => (row[name] == null ? [] : [[name, row[name]]])));

const shown =
  (account: 'school' | 'register') =>
  (row: Row): IntervalShown =>
    ({
      account,
      ...given(row, [...timeColumns, 'brin', 'enrolment']),
      programme: given(row, partColumns),
      definitive: account === 'register' || row['definitive'] === 1,
      ...(row['fundable'] == null ? {} : { fundable: row['fundable'] === 1 }),
      events: JSON.parse(String(row['events'])) as Uuid[],
    }) as unknown as IntervalShown;

/** Where each account had him, as known on a day (absent: now). */
export const intervalsOf = (
  rows: ViewRows,
  trajectory: StudentId,
  knownOn?: CalendarDate,
): readonly IntervalShown[] =>
  [
    ...rows.find('school', { where: { key: trajectory } }).map(shown('school')),
    ...rows.find('register', { where: { key: trajectory } }).map(shown('register')),
  ].filter(({ recordedFrom, recordedUntil }) =>
    knownOn === undefined
      ? recordedUntil === undefined
      : recordedFrom <= knownOn && (recordedUntil === undefined || knownOn <= recordedUntil),
  );
