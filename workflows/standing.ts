import type { CalendarDate } from '../src/kernel/calendar-date.ts';
import type { LandschapCode } from '../src/domain/institution/ids.ts';
import type { StaffId } from '../src/domain/staff/ids.ts';
import type { ConversationKind, TrajectoryEvent } from '../src/domain/trajectory/events.ts';
import type { Placement, ToldEvent } from '../src/domain/trajectory/state.ts';
import type { TrajectoryKnown } from '../src/domain/workflow/known.ts';

type Type = TrajectoryEvent['type'];
export type Fact<Of extends Type> = Extract<ToldEvent, { readonly type: Of }>;

export const factsOf = <Of extends Type>(history: readonly ToldEvent[], type: Of): readonly Fact<Of>[] =>
  history.filter((event): event is Fact<Of> => event.type === type);

export const lastOf = <Of extends Type>(history: readonly ToldEvent[], type: Of): Fact<Of> | undefined =>
  factsOf(history, type).at(-1);

/** The one of the latest day; of one day the one told last. */
export const latestOf = <Dated extends { readonly data: { readonly on: CalendarDate } }>(
  facts: readonly Dated[],
): Dated | undefined =>
  facts.reduce<Dated | undefined>(
    (latest, each) => (latest === undefined || each.data.on >= latest.data.on ? each : latest),
    undefined,
  );

/** A student who is placed, and the coach who is responsible for him. */
export interface Guided {
  readonly coach: StaffId;
  readonly placement: Placement;
  readonly landschap: LandschapCode;
  readonly placed: Fact<'PlacedProvisionally'>;
  /** All that was told of the present placement. */
  readonly stay: readonly ToldEvent[];
}

/** Nothing, of who is not placed: not yet, no more, or because he goes on under another id. */
export const guided = ({ trajectory }: TrajectoryKnown): Guided | undefined => {
  const { placement, coach, history } = trajectory;
  const placed = lastOf(history, 'PlacedProvisionally');
  return placement && coach && placed
    ? {
        coach: coach.id,
        placement,
        landschap: placement.programme.landschap,
        placed,
        stay: history.slice(history.indexOf(placed)),
      }
    : undefined;
};

/** After these somebody else is responsible, in another landschap, or nobody any more. */
export const changesOfGuidance = [
  'PlacedProvisionally',
  'CoachAssigned',
  'PlacementCancelled',
  'ResponsibilityMoved',
  'Switched',
  'FollowOnStarted',
  'Left',
  'TrajectoryMerged',
  'Corrected',
] as const satisfies readonly Type[];

/** Conversations of these kinds (of any, when none is named) on or after a day. */
export const talkedSince = (
  history: readonly ToldEvent[],
  since: CalendarDate,
  ...kinds: readonly ConversationKind[]
): boolean =>
  factsOf(history, 'ConversationHeld').some(
    ({ data }) => data.on >= since && (kinds.length === 0 || kinds.includes(data.kind)),
  );
