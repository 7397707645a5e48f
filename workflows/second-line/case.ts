import { addDays, type CalendarDate, latest } from '../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../src/kernel/message.ts';
import type { AskedOf, Term } from '../../src/kernel/workflow.ts';
import type { TermName } from '../../src/domain/institution/terms.ts';
import type { SabCaseEvent } from '../../src/domain/sab-case/events.ts';
import type { TrajectoryEvent } from '../../src/domain/trajectory/events.ts';
import type { SabCase } from '../../src/domain/sab-case/state.ts';
import type { CaseKnown } from '../../src/domain/workflow/known.ts';
import { days, schoolDaysAfter, secondLine } from '../asking.ts';
import { changesOfGuidance } from '../standing.ts';

export type CaseFact<Of extends SabCaseEvent['type']> = Extract<
  SabCase['told'][number],
  { readonly type: Of }
>;

export const lastOfCase = <Of extends SabCaseEvent['type']>(
  { told }: SabCase,
  ...types: readonly Of[]
): CaseFact<Of> | undefined =>
  told.findLast((event): event is CaseFact<Of> => (types as readonly string[]).includes(event.type));

/** After these a case is open no more, or its clock stands still or runs again. */
export const changesOfCase = [
  'CaseOpened',
  'CaseVoided',
  'ReferralAccepted',
  'ReferralReturned',
  'CaseClosed',
  'ClockPaused',
  'ClockResumed',
] as const satisfies readonly SabCaseEvent['type'][];

/** After these the student is gone, or is another coach's. */
export const changesOfStudent = [
  ...changesOfGuidance,
  'Returned',
] as const satisfies readonly TrajectoryEvent['type'][];

/** Nothing more is asked in the case of who left; that it is open stays to be reviewed. */
export const isGone = ({ trajectory }: CaseKnown): boolean => trajectory.left !== undefined;

/** From the day on which the clock was paused, up to the day on which it ran again. */
interface Pause {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** Those that are over. Told late they may overlap, and no day is given twice. */
const pauses = ({ told }: SabCase): readonly Pause[] => {
  const all: Pause[] = [];
  let since: CalendarDate | undefined;
  for (const { type, data } of told) {
    if (type === 'ClockPaused') since = data.on;
    if (type !== 'ClockResumed' || since === undefined) continue;
    const before = all.at(-1)?.until;
    all.push({ from: before === undefined ? since : latest(since, before), until: data.on });
    since = undefined;
  }
  return all;
};

const schoolDaysIn = ({ from, until }: Pause, { calendar }: Pick<CaseKnown, 'calendar'>): number => {
  let count = 0;
  for (let day = from; day < until; day = addDays(day, 1)) if (calendar.isSchoolDay(day)) count += 1;
  return count;
};

/**
 * Where a due date comes to lie when the days do not count on which the clock stood still; what was due before
 * a pause is not made later by it.
 */
const putOff = (known: CaseKnown, since: CalendarDate, due: CalendarDate): CalendarDate =>
  pauses(known.now).reduce((moved, { from, until }) => {
    const begins = latest(from, since);
    return begins > moved || begins >= until
      ? moved
      : known.calendar.addSchoolDays(moved, schoolDaysIn({ from: begins, until }, known));
  }, due);

interface Asked {
  readonly step: string;
  readonly of: AskedOf;
  /** The day from which the term runs, and on which it begins to be asked. */
  readonly since: CalendarDate;
  /** Within so many school days, or by a day. */
  readonly due: TermName | { readonly by: CalendarDate };
  readonly climbs: TermName;
  readonly causes: readonly { readonly id: Uuid }[];
  readonly does: string;
}

/** Something that is asked in a case; it stands still as long as the clock of the case is paused. */
export const askedInCase = (
  known: CaseKnown,
  { step, of, since, due, climbs, causes, does }: Asked,
): Term => {
  const { landschap, paused } = known.now;
  return {
    step,
    asksOn: since,
    due: putOff(
      known,
      since,
      typeof due === 'object' ? due.by : schoolDaysAfter(known, since, due, landschap),
    ),
    of,
    climbs: days(known, climbs, since, landschap),
    ladder: secondLine,
    causes: causes.map(({ id }) => id),
    does,
    ...(paused && { standsStill: true }),
  };
};
