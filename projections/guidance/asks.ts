import type { CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { LandschapCode } from '../../src/domain/institution/ids.ts';
import type { StaffId } from '../../src/domain/staff/ids.ts';
import type { SwitchId } from '../../src/domain/trajectory/ids.ts';
import type { KnownEvent } from '../trajectory-story.ts';

/** A coach was asked to become responsible: by a handover, or by the place that a switch was offered. */
export interface Ask {
  readonly of: 'handover' | 'switch';
  readonly coach: StaffId;
  /** Of a switch: the landschap that offers the place. */
  readonly landschap?: LandschapCode;
  readonly on: CalendarDate;
  /** The day on which it was answered, or fell away; absent: it is open. */
  readonly until?: CalendarDate;
}

/** The responsibility went from one coach to the next. */
export interface Move {
  readonly on: CalendarDate;
  readonly because: 'handover' | 'switch';
  readonly offeredOn?: CalendarDate;
  readonly acceptedOn: CalendarDate;
}

export const askingTypes = [
  'ResponsibilityOffered',
  'ResponsibilityMoved',
  'ResponsibilityDeclined',
  'SwitchRequested',
  'PlaceOffered',
  'PlaceRefused',
  'StudentDeclined',
  'Switched',
  'SwitchWithdrawn',
  'PlacementCancelled',
  'Left',
  'TrajectoryMerged',
] as const;
type Asking = KnownEvent<(typeof askingTypes)[number]>;

/** Every time that a coach was asked to take over, and every time that one did, in the order in which they were told. */
export const asksOf = (
  events: readonly Asking[],
): { readonly asks: readonly Ask[]; readonly moves: readonly Move[] } => {
  const asks: Ask[] = [];
  const moves: Move[] = [];
  const goesTo = new Map<SwitchId, LandschapCode>();
  let accepted: KnownEvent<'Switched'> | undefined;

  const openOf = (of: Ask['of']): number =>
    asks.findLastIndex((each) => each.of === of && each.until === undefined);
  /** Answers what was asked last, and gives it back. */
  const answer = (of: Ask['of'], until: CalendarDate): Ask | undefined => {
    const at = openOf(of);
    const found = asks[at];
    if (found) asks[at] = { ...found, until };
    return found;
  };

  for (const event of events)
    switch (event.type) {
      case 'SwitchRequested':
        goesTo.set(event.data.switch, event.data.to.landschap);
        break;
      case 'ResponsibilityOffered': {
        const { on, to } = event.data;
        answer('handover', on);
        asks.push({ of: 'handover', coach: to, on });
        break;
      }
      case 'PlaceOffered': {
        const { on, coach, switch: id } = event.data;
        const landschap = goesTo.get(id);
        answer('switch', on);
        asks.push({ of: 'switch', coach, on, ...(landschap !== undefined && { landschap }) });
        break;
      }
      case 'ResponsibilityDeclined':
        answer('handover', event.data.on);
        break;
      case 'StudentDeclined':
      case 'PlaceRefused':
      case 'SwitchWithdrawn':
        answer('switch', event.data.on);
        break;
      case 'Switched':
        accepted = event;
        answer('switch', event.data.acceptedOn);
        break;
      case 'ResponsibilityMoved': {
        const { on, because } = event.data;
        const handover = answer('handover', on);
        const bySwitch = because === 'switch' && accepted?.commandId === event.commandId;
        const place = bySwitch ? asks.findLast(({ of }) => of === 'switch') : undefined;
        const offered = because === 'switch' ? place : handover;
        moves.push({
          on,
          because,
          ...(offered && { offeredOn: offered.on }),
          acceptedOn: bySwitch && accepted ? accepted.data.acceptedOn : on,
        });
        break;
      }
      case 'Left':
      case 'PlacementCancelled':
      case 'TrajectoryMerged':
        answer('handover', event.data.on);
        answer('switch', event.data.on);
        break;
    }
  return { asks, moves };
};
