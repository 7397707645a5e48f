import type { Happening, Uuid } from '../../kernel/message.ts';
import { uuid } from '../../kernel/message.ts';
import type { Readable, Refused, Subject } from '../../kernel/subject.ts';
import { mostNamed } from '../../domain/delivery/events.ts';
import { type DeliveryId, deliveryStream } from '../../domain/delivery/ids.ts';
import { deliveryReadable } from '../../domain/delivery/state.ts';
import { deliverySubject } from '../../domain/delivery/subject.ts';
import type { StudentId } from '../../domain/student/ids.ts';
import { canonical } from '../../engine/canonical.ts';
import type { Answer, CommandContext, Engine } from '../../engine/execute.ts';
import { derivedId } from '../../engine/ids.ts';
import type { Hashing } from '../../ports/hashing.ts';
import type { Problem } from './cells.ts';
import type { RoHeader } from './header.ts';

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
  readonly #engine: Engine;
  readonly #hashing: Hashing;
  readonly #root: Uuid;

  constructor(engine: Engine, hashing: Hashing, delivery: DeliveryId) {
    this.delivery = delivery;
    this.#engine = engine;
    this.#hashing = hashing;
    this.#root = derivedId(urls, `wissel:${deliveryStream(delivery)}`);
  }

  /** The id of a command of this delivery on that stream. */
  idOn(stream: string): Uuid {
    return derivedId(this.#root, stream);
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

  async recordDelivery(header: RoHeader): Promise<Asked> {
    const asked = await this.ask(
      deliverySubject,
      this.delivery,
      { type: 'RecordDelivery', ...header, kind: 'RO' },
      this.#root,
    );
    if (asked.ok || asked.problem.code !== 'AlreadyRecorded') return asked;
    return {
      ok: false,
      problem: {
        code: 'AlreadyRecorded',
        text: 'The same file was imported before with another BRIN, period or made-on; give the same again.',
      },
    };
  }

  /** Says who is named in the delivery: whoever is not on a page of an earlier run of the same file. */
  async name(students: readonly StudentId[]): Promise<Asked> {
    const { pages } = await this.fold(deliveryReadable, deliveryStream(this.delivery));
    const named = new Set<StudentId>([...pages.values()].flat());
    const others = students.filter((student) => !named.has(student));
    let events = 0;
    for (let index = 0; index < others.length; index += mostNamed) {
      const page = pages.size + index / mostNamed;
      const asked = await this.ask(
        deliverySubject,
        this.delivery,
        { type: 'NameInDelivery', page, trajectories: others.slice(index, index + mostNamed) },
        this.idOn(`page/${page}`),
      );
      if (!asked.ok) return asked;
      events += asked.events;
    }
    return { ok: true, events };
  }

  #as(commandId: Uuid): CommandContext {
    return {
      commandId,
      actor: { id: 'importer', role: 'importer' },
      source: 'import:ro',
      causationId: this.#root,
    };
  }
}
