import type { Happening, Uuid } from '../kernel/message.ts';
import { uuid } from '../kernel/message.ts';
import type { Readable, Refused, Subject } from '../kernel/subject.ts';
import { type DeliveryId, deliveryStream } from '../domain/delivery/ids.ts';
import { canonical } from '../engine/canonical.ts';
import type { Answer, CommandContext, Engine } from '../engine/execute.ts';
import { derivedId } from '../engine/ids.ts';
import type { Hashing } from '../ports/hashing.ts';
import type { Problem } from './problem.ts';

/** The namespace of URLs of RFC 9562; any fixed one would do. */
const urls = uuid('6ba7b811-9dad-11d1-80b4-00c04fd430c8');

export type Asked =
  { readonly ok: true; readonly events: number } | { readonly ok: false; readonly problem: Problem };

const problemOf = (answer: Exclude<Answer, { outcome: 'done' }>): Problem => {
  switch (answer.outcome) {
    case 'conflict':
      return {
        code: 'Busy',
        text: 'Somebody else was writing about this person at the same time; import the file again.',
      };
    case 'otherBody':
      return {
        code: 'SaidOtherwiseBefore',
        text: 'The same file was imported before and read otherwise; ask for a newer delivery.',
      };
    case 'refused':
      return {
        code: answer.refusal.code,
        text: `What the file says of this person was refused (${answer.refusal.code}); nothing of it was recorded.`,
      };
  }
};

/** The commands of one delivery: asked by the importer, each under an id that the same file gives again. */
export class Asking {
  readonly delivery: DeliveryId;
  /** The id of the first command of this delivery, which the others follow from. */
  readonly root: Uuid;
  readonly #engine: Engine;
  readonly #hashing: Hashing;
  readonly #source: string;

  /** `source`: what kind of file it is, as every event of it says. */
  constructor(engine: Engine, hashing: Hashing, delivery: DeliveryId, source: 'import:ro' | 'import:vsv') {
    this.delivery = delivery;
    this.#engine = engine;
    this.#hashing = hashing;
    this.#source = source;
    this.root = derivedId(urls, `wissel:${deliveryStream(delivery)}`);
  }

  /** The id of a command of this delivery on that stream. */
  idOn(stream: string): Uuid {
    return derivedId(this.root, stream);
  }

  async fold<State, Event extends Happening>(
    readable: Readable<State, Event>,
    stream: string,
  ): Promise<State> {
    return (await this.#engine.fold(readable, stream)).state;
  }

  /**
   * Asked again, a command wrote nothing now. Where the same file has more to say of somebody than before (two
   * trajectories were merged since, a number was released), it is another command and has an id of its own.
   */
  async ask<
    Id,
    Command extends { readonly type: string },
    Event extends Happening,
    State,
    Facts,
    Refusal extends Refused,
  >(
    subject: Subject<Id, Command, Event, State, Facts, Refusal>,
    id: Id,
    command: Command,
    commandId: Uuid,
  ): Promise<Asked> {
    const first: Answer = await this.#engine.execute(subject, id, command, this.#as(commandId));
    const content = (): string => this.#hashing.hmac('command', canonical(command));
    const answer: Answer =
      first.outcome === 'otherBody'
        ? await this.#engine.execute(subject, id, command, this.#as(derivedId(commandId, content())))
        : first;
    return answer.outcome === 'done'
      ? { ok: true, events: answer.repeated ? 0 : answer.events.length }
      : { ok: false, problem: problemOf(answer) };
  }

  #as(commandId: Uuid): CommandContext {
    return {
      commandId,
      actor: { id: 'importer', role: 'importer' },
      source: this.#source,
      causationId: this.root,
    };
  }
}
