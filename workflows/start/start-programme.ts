import { addDays, type CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { StartProgramme } from '../../src/domain/trajectory/state.ts';
import type { TrajectoryKnown } from '../../src/domain/workflow/known.ts';
import { type Fact, guided, type Guided, lastOf } from '../standing.ts';

/** A start programme of who is placed, as it stands and as it was begun. */
export interface Running {
  readonly now: Guided;
  readonly programme: StartProgramme;
  readonly started: Fact<'StartProgrammeStarted'>;
}

export const startProgrammeOf = (known: TrajectoryKnown): Running | undefined => {
  const now = guided(known);
  const { startProgramme: programme } = known.trajectory;
  const started = now && lastOf(now.stay, 'StartProgrammeStarted');
  return now && programme && started ? { now, programme, started } : undefined;
};

export interface Week {
  readonly first: CalendarDate;
  /** The first day on which somebody can be asked: what lies in between is no part of the count. */
  readonly asksOn: CalendarDate;
  readonly last: CalendarDate;
}

/** The n-th week, from the second on, as the start programme counts its weeks. */
export const weekOf = (
  { calendar }: Pick<TrajectoryKnown, 'calendar'>,
  { data: { on, weeks } }: Running['started'],
  n: number,
): Week => {
  const before = calendar.endOfWeeks(on, n - 1, weeks);
  const first = addDays(before, 1);
  return {
    first,
    // A week of holidays may lie between two counted weeks.
    asksOn: weeks === 'school' ? calendar.addSchoolDays(before, 1) : first,
    last: calendar.endOfWeeks(on, n, weeks),
  };
};
