import type { Programme } from '../../domain/institution/ids.ts';
import type { StaffId } from '../../domain/staff/ids.ts';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.ts';
import type { TrajectoryEvent } from '../../domain/trajectory/events.ts';
import type { SwitchId } from '../../domain/trajectory/ids.ts';
import { dayNumber } from '../../kernel/calendar-date.ts';
import type { Uuid } from '../../kernel/message.ts';

/** A programme under one coach. */
export interface Placed {
  readonly coach: StaffId;
  readonly programme: Programme;
  /** The first day of the programme, which may lie after the day on which it is recorded. */
  readonly since: number;
  /** Counts the programmes of this life: another one has another number. */
  readonly nth: number;
  /** Counts the placements: who comes back is placed anew. */
  readonly stay: number;
}

/** Where somebody stands in the log from a recorded day on, when all that is recorded on that day is told. */
interface Standing {
  readonly from: number;
  readonly placed: Placed | undefined;
  readonly left: boolean;
}

/** A command of the path that guidance looks back on, and the ids of the events that came of it. */
export interface Told {
  readonly recorded: number;
  readonly command: TrajectoryCommand;
  /** Of the command that made a switch: the first day of the new programme. */
  readonly switchedFrom: number | undefined;
  readonly idOf: (type: TrajectoryEvent['type']) => Uuid | undefined;
}

type Heard = (events: readonly { readonly id: Uuid; readonly type: string }[]) => void;

/**
 * What the log will hold of a path that is planned already, day by day: guidance is planned after it and must
 * find the coach, the programme and the day of leaving as they are recorded, not as they were true.
 */
export class Stays {
  readonly told: Told[] = [];
  readonly #standings: Standing[] = [];
  readonly #asked = new Map<SwitchId, Programme>();
  readonly #offers = new Map<SwitchId, { readonly from: number; readonly coach: StaffId }>();
  #takesOver: StaffId | undefined;
  #programmes = 0;
  #placements = 0;

  at(day: number): Standing | undefined {
    return this.#standings.findLast(({ from }) => from <= day);
  }

  /** The first day after this one on which nobody is placed any more. */
  endsAfter(day: number): number | undefined {
    return this.#standings.find(({ from, placed }) => from > day && !placed)?.from;
  }

  /** A leaving that was taken back. */
  restored(day: number): void {
    const before = this.#standings.findLast(({ placed }) => placed);
    if (before?.placed) this.#now(day, before.placed);
  }

  /** Notes a command that is recorded on a day; gives who must hear what came of it. */
  tell(recorded: number, command: TrajectoryCommand): Heard {
    let ids: Parameters<Heard>[0] = [];
    const before = this.at(recorded)?.placed?.nth;
    this.#follow(recorded, command);
    const after = this.at(recorded)?.placed;
    if (lookedBackOn.has(command.type))
      this.told.push({
        recorded,
        command,
        switchedFrom: after?.nth === before ? undefined : after?.since,
        idOf: (type) => ids.find((each) => each.type === type)?.id,
      });
    return (events) => {
      ids = events;
    };
  }

  #now(from: number, placed: Placed | undefined, left = false): void {
    this.#standings.push({ from, placed, left });
  }

  #changed(from: number, change: Partial<Placed>): void {
    const placed = this.#standings.at(-1)?.placed;
    if (placed) this.#now(from, { ...placed, ...change });
  }

  #switched(day: number, id: SwitchId): void {
    const [programme, offer] = [this.#asked.get(id), this.#offers.get(id)];
    if (programme && offer)
      this.#changed(day, { programme, coach: offer.coach, since: offer.from, nth: ++this.#programmes });
  }

  #follow(day: number, command: TrajectoryCommand): void {
    switch (command.type) {
      case 'Place': {
        const { programme, coach, on } = command;
        const [nth, stay] = [++this.#programmes, ++this.#placements];
        this.#now(day, { programme, coach, since: dayNumber(on), nth, stay });
        return;
      }
      case 'RequestSwitch':
        this.#asked.set(command.switch, command.to);
        return;
      case 'OfferPlace':
        this.#offers.set(command.switch, { from: dayNumber(command.from), coach: command.coach });
        if (this.#standings.at(-1)?.placed?.coach === command.coach) this.#switched(day, command.switch);
        return;
      case 'AcceptStudent':
        this.#switched(day, command.switch);
        return;
      case 'SpecifyProgramme':
        this.#changed(day, { since: dayNumber(command.on) });
        return;
      case 'StartFollowOn':
        this.#changed(day, {
          programme: command.programme,
          since: dayNumber(command.on),
          nth: ++this.#programmes,
        });
        return;
      case 'OfferResponsibility':
        this.#takesOver = command.to;
        return;
      case 'AcceptResponsibility':
        if (this.#takesOver) this.#changed(day, { coach: this.#takesOver });
        return;
      case 'CancelPlacement':
        this.#now(day, undefined);
        return;
      case 'Leave':
        this.#now(day, undefined, true);
        return;
      case 'Return':
        this.#now(day, undefined);
        return;
      case 'AwardDiploma':
        if (command.leavesOn !== undefined) this.#now(day, undefined, true);
        return;
      default:
        return;
    }
  }
}

const lookedBackOn: ReadonlySet<TrajectoryCommand['type']> = new Set([
  'StartStartProgramme',
  'HandInLwp',
  'RecordConversation',
  'RequestSwitch',
  'OfferPlace',
  'AcceptStudent',
  'ConfirmLanding',
] as const);
