import type { CalendarDate } from '../kernel/calendar-date.ts';
import { amsterdamDate, type Instant } from '../kernel/instant.ts';
import type { Actor, Happening, Meta, Uuid } from '../kernel/message.ts';
import type { Asking, Readable, Refused, Subject } from '../kernel/subject.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventStore, NewEvent } from '../ports/event-store.ts';
import type { Hashing } from '../ports/hashing.ts';
import { canonical } from './canonical.ts';
import { storedVersion } from './codec.ts';
import { eventId } from './ids.ts';
import { rehearsalOf } from './rehearsal.ts';
import { type Folded, foldIn, type Remembered, WarmStreams } from './warm-streams.ts';

/** Streams as they were read a moment ago, by their names: for commands that decide on the same. */
export type Folds = Map<string, Promise<unknown>>;

/** Who asks, under which id, by which door. */
export interface CommandContext {
  readonly commandId: Uuid;
  readonly actor: Actor;
  readonly source: string;
  /** The event or command that led to it; absent: the command itself. */
  readonly causationId?: Uuid;
  readonly correlationId?: Uuid;
  /** The revision that the asker has seen (`If-Match`); another one is a conflict and is not tried again. */
  readonly seenRevision?: number;
  /**
   * The command as it was asked, where the door filled in what was left out: asked again it may be filled in
   * otherwise, and is the same command still.
   */
  readonly asked?: { readonly type: string };
  /** What others read for the same, and this one for them; absent: it reads for itself. */
  readonly folds?: Folds;
}

/** What became of a command. Only `done` wrote anything, and `done` with no events was so already. */
export type Answer<Refusal extends Refused = Refused> =
  | {
      readonly outcome: 'done';
      readonly stream: string;
      readonly revision: number;
      readonly position: bigint | undefined;
      readonly events: readonly { readonly id: Uuid; readonly type: string }[];
      /** The first time this command was asked, it was answered so. */
      readonly repeated: boolean;
    }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  /** Somebody else was first, again and again, or the asker had not seen the latest. */
  | { readonly outcome: 'conflict'; readonly stream: string; readonly revision: number }
  /** This command id was used before for something else. */
  | { readonly outcome: 'otherBody'; readonly stream: string };

const tries = 4;
/** Streams kept folded; a school day touches a few hundred. */
const warmStreams = 20_000;

export interface EngineParts {
  /** Of a store the engine reads and appends single streams, no more. */
  readonly store: Pick<EventStore, 'readStream' | 'append'>;
  readonly clock: Clock;
  readonly hashing: Hashing;
  /** Runs before the first append of this process, and not through this engine: tables take effect with the first event. */
  readonly beforeFirstAppend?: () => Promise<void>;
}

/** Read, fold, decide, append; on a conflict fold what came in between and decide again. */
export class Engine {
  readonly #store: EngineParts['store'];
  readonly #clock: Clock;
  readonly #hashing: Hashing;
  readonly #warm: WarmStreams;
  #beforeFirstAppend: (() => Promise<void>) | undefined;
  #ready: Promise<void> | undefined;

  constructor({ store, clock, hashing, beforeFirstAppend }: EngineParts) {
    this.#store = store;
    this.#clock = clock;
    this.#hashing = hashing;
    this.#warm = new WarmStreams(store, warmStreams);
    this.#beforeFirstAppend = beforeFirstAppend;
  }

  /** The present state of a stream, with the revision it stands on (-1: nothing happened yet). */
  async fold<State, Event extends Happening>(
    readable: Readable<State, Event>,
    stream: string,
  ): Promise<{ readonly state: State; readonly revision: number }> {
    const { state, revision } = await this.#warm.read(readable, stream);
    return { state, revision };
  }

  /** Today at school. */
  today(): CalendarDate {
    return amsterdamDate(this.#clock.now());
  }

  /** An engine that decides as this one and writes nothing: for what would happen if. */
  rehearsal(): Engine {
    return new Engine({
      store: rehearsalOf(this.#store),
      clock: this.#clock,
      hashing: this.#hashing,
    });
  }

  /** How this command was answered when it wrote something under this id; undefined: it never did. */
  async answered<State, Event extends Happening>(
    readable: Readable<State, Event>,
    stream: string,
    command: unknown,
    context: CommandContext,
  ): Promise<Answer<never> | undefined> {
    const before = (await this.#warm.read(readable, stream)).commands.get(context.commandId);
    return before && answeredBefore(stream, before, this.#hash(stream, command, context));
  }

  async execute<
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
    context: CommandContext,
  ): Promise<Answer<Refusal>> {
    const stream = subject.stream(id);
    let hashed: string | undefined;
    // What changes nothing, as most of what workflows hear, needs none.
    const hash = (): string => (hashed ??= this.#hash(stream, command, context));
    let now = await this.#warm.read(subject, stream);
    for (let attempt = 1; ; attempt++) {
      const before = now.commands.get(context.commandId);
      if (before) return answeredBefore(stream, before, hash());
      if (context.seenRevision !== undefined && context.seenRevision !== now.revision)
        return { outcome: 'conflict', stream, revision: now.revision };

      // Tried again, it looks again: somebody came in between.
      const folds = (attempt === 1 ? context.folds : undefined) ?? new Map<string, Promise<unknown>>();
      const facts = await subject.gather(command, now.state, id, this.#asking(context.actor, folds));
      const refusal = subject.mayAsk(context.actor, command, now.state, facts);
      if (refusal) return { outcome: 'refused', refusal };
      const decision = subject.decide(command, now.state, facts);
      if (!decision.accepted) return { outcome: 'refused', refusal: decision.refusal };
      if (decision.events.length === 0) return already(stream, now);

      if (await this.#prepare()) {
        // What now stands before it may be in this very stream.
        now = await this.#warm.read(subject, stream);
        continue;
      }
      const meta = this.#meta(context, hash(), now.last?.meta.recordedAt);
      const events = decision.events.map((happening, index): NewEvent => ({
        id: eventId(context.commandId, stream, index),
        type: happening.type,
        version: storedVersion(subject.events, happening),
        data: happening.data,
        meta,
      }));
      const appended = await this.#store.append(stream, now.revision < 0 ? 'none' : now.revision, events);
      if (appended.done) {
        if (appended.isNew) {
          // The shapes were checked, so they are read as they were written; the last position is the one that is kept.
          const { position } = appended;
          const written = events.map((event, index) => ({
            ...event,
            stream,
            revision: now.revision + 1 + index,
            position,
          }));
          this.#warm.keep(stream, foldIn(subject, now, written));
        }
        return this.#answerFromLog(subject, stream, context.commandId, hash());
      }
      now = foldIn(subject, now, appended.since);
      this.#warm.keep(stream, now);
      if (attempt >= tries) return { outcome: 'conflict', stream, revision: now.revision };
    }
  }

  /**
   * What the log says of a command that was just appended. A store compares ids only: where the same id came
   * twice at once with another body, it takes the second for the first, and only the kept hash tells.
   */
  async #answerFromLog<State, Event extends Happening>(
    readable: Readable<State, Event>,
    stream: string,
    commandId: Uuid,
    hash: string,
  ): Promise<Answer<never>> {
    const kept = (await this.#warm.read(readable, stream)).commands.get(commandId);
    if (!kept) throw new Error(`${stream} was appended to, and does not hold it`);
    const answer = answeredBefore(stream, kept, hash);
    return answer.outcome === 'done' ? { ...answer, repeated: false } : answer;
  }

  #hash(stream: string, command: unknown, context: CommandContext): string {
    return this.#hashing.hmac('command', canonical({ stream, command: context.asked ?? command }));
  }

  /** What is read elsewhere, each stream once. */
  #asking(actor: Actor, folds: Folds): Asking {
    return {
      actor,
      today: this.today(),
      fold: <State, Event extends Happening>(readable: Readable<State, Event>, stream: string) => {
        const known = folds.get(stream) as Promise<State> | undefined;
        if (known) return known;
        const reading = this.#warm.read(readable, stream).then(({ state }) => state);
        folds.set(stream, reading);
        return reading;
      },
    };
  }

  /** An event is never recorded before the one it follows, whatever the clock says. */
  #meta(context: CommandContext, commandHash: string, previous: Instant | undefined): Meta {
    const clock = this.#clock.now();
    return {
      commandId: context.commandId,
      commandHash,
      actor: context.actor,
      causationId: context.causationId ?? context.commandId,
      correlationId: context.correlationId ?? context.causationId ?? context.commandId,
      recordedAt: previous !== undefined && previous > clock ? previous : clock,
      source: context.source,
    };
  }

  /** The first append of a process waits for what must stand in the log before it; a failure is tried again. Whether it waited. */
  async #prepare(): Promise<boolean> {
    const prepare = this.#beforeFirstAppend;
    if (!prepare) {
      if (!this.#ready) return false;
      await this.#ready;
      return true;
    }
    this.#beforeFirstAppend = undefined;
    const running = prepare();
    const ready = running.catch(() => undefined);
    this.#ready = ready;
    try {
      await running;
      return true;
    } catch (error) {
      this.#beforeFirstAppend = prepare;
      throw error;
    } finally {
      this.#ready = undefined;
    }
  }
}

const answeredBefore = (
  stream: string,
  { hash: first, events, revision, position }: Remembered,
  hash: string,
): Answer<never> =>
  first === hash
    ? { outcome: 'done', stream, revision, position, events, repeated: true }
    : { outcome: 'otherBody', stream };

const already = (stream: string, now: Folded<unknown>): Answer<never> => ({
  outcome: 'done',
  stream,
  revision: now.revision,
  position: now.last?.position,
  events: [],
  repeated: false,
});
