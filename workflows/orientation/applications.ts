import type { CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { AskedOf } from '../../src/kernel/workflow.ts';
import type { LandschapCode } from '../../src/domain/institution/ids.ts';
import type { ToldEvent } from '../../src/domain/trajectory/state.ts';
import type { TrajectoryKnown } from '../../src/domain/workflow/known.ts';
import type { Fact } from '../standing.ts';

export interface OpenApplication {
  readonly landschap: LandschapCode;
  readonly on: CalendarDate;
  /** Its own scout, or else whoever is scout of the landschap. */
  readonly scout: AskedOf;
  readonly applied: Fact<'Applied' | 'ApplicationRedirected'>;
  /** What was told of this landschap since. */
  readonly after: readonly ToldEvent[];
}

export const openApplications = ({ trajectory }: TrajectoryKnown): readonly OpenApplication[] => {
  const { history, applications } = trajectory;
  return [...applications].flatMap(([landschap, { on, scout, open }]) => {
    const applied = history.findLast(
      (event): event is OpenApplication['applied'] =>
        (event.type === 'Applied' && event.data.landschap === landschap) ||
        (event.type === 'ApplicationRedirected' && event.data.to === landschap),
    );
    if (!open || !applied) return [];
    return [
      {
        landschap,
        on,
        scout: { role: 'scout' as const, landschap, ...(scout !== undefined && { person: scout }) },
        applied,
        after: history
          .slice(history.indexOf(applied) + 1)
          .filter(({ data }) => 'landschap' in data && data.landschap === landschap),
      },
    ];
  });
};
