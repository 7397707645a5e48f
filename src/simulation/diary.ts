import { type CalendarDate, dateOfDayNumber } from '../kernel/calendar-date.ts';
import type { Actor, Uuid } from '../kernel/message.ts';
import type { Refused, Subject } from '../kernel/subject.ts';
import type { Answer, CommandContext, Engine } from '../engine/execute.ts';

/** A command of a plan, ready to be handed in on its day. */
export interface Step {
  /** Steps of one lane are handed in one after another, those of different lanes together. */
  readonly lane: string;
  readonly actor: Actor;
  readonly type: string;
  /** Only where it follows from that of another command, as with the claim of a number. */
  readonly commandId?: Uuid;
  /** Where it did not come in by the simulation's own door, as what follows from another event. */
  readonly door?: Door;
  readonly ask: (engine: Engine, context: CommandContext) => Promise<Answer>;
  /** Told what came of it, for a later correction of what was said here. */
  readonly heard?: (events: readonly { readonly id: Uuid; readonly type: string }[]) => void;
}

export type Door = Pick<CommandContext, 'source' | 'causationId' | 'correlationId'>;

/** A command, or one that is only known when its day has come: it names an event recorded before, if it was. */
type Commanded<Command> = Command | (() => Command | undefined);

export const nothingToName: Answer = { outcome: 'refused', refusal: { code: 'NothingToCorrect' } };

export const step = <
  Id,
  Command extends { readonly type: string },
  Event extends { readonly type: string; readonly data: unknown },
  State,
  Facts,
  Refusal extends Refused,
>(
  subject: Subject<Id, Command, Event, State, Facts, Refusal>,
  id: Id,
  command: Commanded<Command>,
  actor: Actor,
  {
    lane = subject.stream(id),
    commandId,
    door,
    heard,
  }: {
    readonly lane?: string;
    readonly commandId?: Uuid;
    readonly door?: Door;
    readonly heard?: NonNullable<Step['heard']>;
  } = {},
): Step => ({
  lane,
  actor,
  type: typeof command === 'function' ? 'Correct' : command.type,
  ask: async (engine, context) => {
    const asked = typeof command === 'function' ? command() : command;
    return asked === undefined ? nothingToName : engine.execute(subject, id, asked, context);
  },
  ...(commandId && { commandId }),
  ...(door && { door }),
  ...(heard && { heard }),
});

/** The commands of a school by the day on which they are handed in; days are counted from 1970-01-01. */
export class Diary {
  readonly #days = new Map<number, Step[]>();
  readonly #last: number;

  /** Nothing is handed in after the last day: it is not written down. */
  constructor(last: number) {
    this.#last = last;
  }

  get last(): number {
    return this.#last;
  }

  note(day: number, asked: Step): void {
    if (day > this.#last) return;
    const steps = this.#days.get(day);
    if (steps) steps.push(asked);
    else this.#days.set(day, [asked]);
  }

  /** Takes out the days up to and including one, in order. */
  *until(day: number): Generator<{ readonly day: number; readonly steps: readonly Step[] }> {
    const due = [...this.#days.keys()].filter((each) => each <= day).sort((a, b) => a - b);
    for (const each of due) {
      const steps = this.#days.get(each) ?? [];
      this.#days.delete(each);
      yield { day: each, steps };
    }
  }
}

const written = new Map<number, CalendarDate>();

/** The text of a day; a school names the same few thousand days again and again. */
export const dateText = (day: number): CalendarDate => {
  const known = written.get(day);
  if (known !== undefined) return known;
  const made = dateOfDayNumber(day);
  written.set(day, made);
  return made;
};
