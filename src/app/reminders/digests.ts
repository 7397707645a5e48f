import type { Logger } from 'pino';
import { type Digest, digestOf, tasksToDo } from '../../../projections/own-worklist.ts';
import { type StaffOnDay, staffOnDay } from '../../../projections/staff.ts';
import { calendarOf } from '../../domain/institution/calendar.ts';
import { institutionStream } from '../../domain/institution/ids.ts';
import { settingOf } from '../../domain/institution/settings.ts';
import { institution } from '../../domain/institution/state.ts';
import { type StaffId, staffStream } from '../../domain/staff/ids.ts';
import { staffReadable, worksHere } from '../../domain/staff/state.ts';
import { staffSubject } from '../../domain/staff/subject.ts';
import type { Engine } from '../../engine/execute.ts';
import { derivedId } from '../../engine/ids.ts';
import { SteadyClock } from '../../engine/steady-clock.ts';
import { type CalendarDate, calendarDate } from '../../kernel/calendar-date.ts';
import { amsterdamDate, amsterdamTime, type Instant } from '../../kernel/instant.ts';
import { uuid, type Uuid } from '../../kernel/message.ts';
import type { ViewRows } from '../../kernel/projection.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EventStore } from '../../ports/event-store.ts';
import type { Attempt, Ended, Jobs } from '../../ports/jobs.ts';
import type { Handed, Mailer } from '../../ports/mail.ts';
import type { Monotonic } from '../../ports/monotonic.ts';
import type { ReadModels } from '../read-models.ts';
import { jobKinds } from '../job-kinds.ts';
import { faultOf } from '../log.ts';
import { letterOf } from './letter.ts';

export interface DigestsParts {
  readonly engine: Pick<Engine, 'fold' | 'execute'>;
  readonly log: Pick<EventStore, 'head'>;
  readonly readModels: Pick<ReadModels, 'read' | 'waitFor'>;
  readonly mailer: Mailer;
  /** The digests of a day are a job: it is tried again until everybody has theirs, or it is evening. */
  readonly jobs: Pick<Jobs, 'add' | 'work'>;
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  /** Nobody writes while a school is made. */
  readonly mayWrite: () => boolean;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Milliseconds between two looks. */
  readonly every?: number;
}

export interface DigestsStatus {
  /** Since when the server of the mail takes none; absent: it did when it was asked last. */
  readonly downSince?: Instant;
  /** How many people are still to get a mail today. */
  readonly waiting: number;
  /** How many addresses took none today. */
  readonly refused: number;
}

/** Namespace of the ids of digests: of a person and a day there is one, whoever sends it. */
const digests = uuid('2f0f7c7e-6a1c-5d0e-9a55-8f3f4f0f5b21');
const idOf = (person: StaffId, on: CalendarDate): Uuid => derivedId(digests, `${staffStream(person)}/${on}`);

/** Work waits until tomorrow: after this hour no mail goes out. */
const lastHour = '18:00';
/** Before the first look too: what a start has to catch up with, tasks that climb among it, comes before a mail goes out. */
const betweenLooks = 30_000;
const longestWait = 5_000;
/** How long a mail under way may take when the service stops. */
const longestLast = 5_000;

/** The digests of one day, as far as they are. */
class Round {
  /** Who had something to do when the hour struck, and has no mail yet. Nobody joins later: no pings. */
  waiting: Set<StaffId> | undefined;
  /** Whose mail went out, whether or not that is recorded. */
  readonly sent = new Set<StaffId>();
  readonly failures = new Map<StaffId, number>();
  refused = 0;

  constructor(readonly on: CalendarDate) {}

  /** Whoever failed before comes last: one address over which the connection breaks does not hold up the others. */
  inOrder(): readonly StaffId[] {
    return [...(this.waiting ?? [])].sort(
      (one, other) =>
        (this.failures.get(one) ?? 0) - (this.failures.get(other) ?? 0) || (one < other ? -1 : 1),
    );
  }
}

/**
 * One mail per person per school day, at or after the hour of the institution: how much there is to do, and a link. That it
 * went out is a fact in the log, so that neither a restart nor another instance sends it again; a crash between
 * sending and recording does, once, under the same Message-ID.
 */
export class Digests {
  readonly #parts: DigestsParts;
  readonly #clock: SteadyClock;
  readonly #stopping = new AbortController();
  #round: Round | undefined;
  #downSince: Instant | undefined;
  #loop: Promise<void> = Promise.resolve();

  constructor(parts: DigestsParts) {
    this.#parts = parts;
    this.#clock = new SteadyClock(parts.clock, parts.monotonic, ({ milliseconds }) =>
      parts.logger.warn({ milliseconds }, 'the clock jumped; no digest goes out until it is steady again'),
    );
    parts.jobs.work(jobKinds.digest, (attempt) => this.#send(attempt));
  }

  start(): void {
    this.#loop = this.#run(this.#stopping.signal);
  }

  get status(): DigestsStatus {
    return {
      ...(this.#downSince !== undefined && { downSince: this.#downSince }),
      waiting: this.#round?.waiting?.size ?? 0,
      refused: this.#round?.refused ?? 0,
    };
  }

  /** Asks for the digests of today once their hour has come. */
  async look(): Promise<void> {
    const now = this.#clock.look();
    if (now === undefined || !this.#parts.mayWrite()) return;
    if (await this.#isTime(now)) await this.#parts.jobs.add(jobKinds.digest, amsterdamDate(now));
  }

  /** Sends what is to be sent now. */
  async #send({ id: on, signal, progress }: Attempt): Promise<Ended> {
    const now = this.#clock.look();
    if (now === undefined || !this.#parts.mayWrite()) return { outcome: 'again', why: 'not now' };
    if (this.#round?.on !== on) this.#round = new Round(calendarDate(on));
    const round = this.#round;
    const stopped = (): boolean => signal.aborted || this.#stopping.signal.aborted;
    if (amsterdamDate(now) !== on || amsterdamTime(now) >= lastHour) return this.#tooLate(round);

    const staff = await this.#read('staff', (rows) => staffOnDay(rows, round.on));
    const toDo = staff && (await this.#read('tasks', (rows) => this.#toDo(rows, staff)));
    if (!toDo) return { outcome: 'again', why: 'the read models are behind' };
    round.waiting ??= new Set(toDo.keys());
    const people = round.waiting.size;
    for (const person of round.inOrder()) {
      if (stopped()) return { outcome: 'again', why: 'stopped' };
      if (amsterdamTime(this.#parts.clock.now()) >= lastHour) return this.#tooLate(round);
      const handed = await this.#sendTo(person, round, toDo.get(person));
      progress({ done: people - round.waiting.size, of: people });
      if (handed?.outcome === 'down') break;
    }
    if (round.waiting.size > 0) return { outcome: 'again', why: `${round.waiting.size} still to be sent` };
    this.#parts.logger.info({ sent: round.sent.size, refused: round.refused }, 'the digests are sent');
    return { outcome: 'done' };
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    const late = setTimeout(() => this.#parts.mailer.close(), longestLast);
    await this.#loop;
    clearTimeout(late);
    this.#parts.mailer.close();
  }

  async #isTime(now: Instant): Promise<boolean> {
    const [on, time] = [amsterdamDate(now), amsterdamTime(now)];
    const { state } = await this.#parts.engine.fold(institution, institutionStream);
    return calendarOf(state).isSchoolDay(on) && time >= settingOf(state, 'digestHour', on) && time < lastHour;
  }

  /** Who got none is told, and the job stays to be seen; who is to get one today is in that of today. */
  #tooLate(round: Round): Ended {
    const people = round.waiting?.size ?? 0;
    this.#parts.logger.error({ people }, 'not everybody got a digest today');
    return {
      outcome: 'failed',
      why: people > 0 ? `${people} got none` : 'it was evening before all were sent',
    };
  }

  #toDo(rows: ViewRows, staff: StaffOnDay): ReadonlyMap<StaffId, Digest> {
    return new Map(
      [...staff.worksFor.keys()].flatMap((person) => {
        const digest = digestOf(tasksToDo(rows, person, staff), staff.on);
        return digest ? [[person, digest] as const] : [];
      }),
    );
  }

  /** As the read model is when it has seen all that is in the log now; nothing, when that takes too long. */
  async #read<T>(name: string, work: (rows: ViewRows) => T): Promise<T | undefined> {
    const head = await this.#parts.log.head();
    if (head !== undefined && !(await this.#parts.readModels.waitFor(head, longestWait, name)))
      return undefined;
    return this.#parts.readModels.read(name, work)?.value;
  }

  async #sendTo(person: StaffId, round: Round, digest: Digest | undefined): Promise<Handed | undefined> {
    const { engine, mailer, baseUrl, logger } = this.#parts;
    const { on } = round;
    const { state } = await engine.fold(staffReadable, staffStream(person));
    const address = state.as?.email;
    const over = !worksHere(state, on) || state.digestOn === on || address === undefined;
    if (over || (digest === undefined && !round.sent.has(person))) {
      round.waiting?.delete(person);
      return undefined;
    }
    const handed =
      digest && !round.sent.has(person)
        ? await mailer.send({ id: idOf(person, on), to: address, ...letterOf(digest, baseUrl) })
        : ({ outcome: 'sent' } as const);
    switch (handed.outcome) {
      case 'sent':
        round.sent.add(person);
        await this.#record(person, on);
        round.waiting?.delete(person);
        break;
      case 'refused':
        round.refused += 1;
        round.waiting?.delete(person);
        logger.warn({ person, why: handed.why }, 'an address takes no digest');
        break;
      default:
        round.failures.set(person, (round.failures.get(person) ?? 0) + 1);
        logger.warn({ person, why: handed.why }, 'a digest is still to be sent');
    }
    if (handed.outcome === 'down') this.#downSince ??= this.#parts.clock.now();
    else this.#downSince = undefined;
    return handed;
  }

  async #record(person: StaffId, on: CalendarDate): Promise<void> {
    const answer = await this.#parts.engine.execute(
      staffSubject,
      person,
      { type: 'RecordDigest', on },
      { commandId: idOf(person, on), actor: { id: 'system', role: 'system' }, source: 'digest' },
    );
    if (answer.outcome === 'conflict' || answer.outcome === 'otherBody')
      throw new Error(`that a digest was sent could not be recorded: ${answer.outcome}`);
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { every = betweenLooks } = this.#parts;
    await this.#wait(signal, every);
    while (!signal.aborted) {
      try {
        await this.look();
      } catch (error) {
        this.#parts.logger.error(faultOf(error), 'the digests stood still; they go on by themselves');
      }
      await this.#wait(signal, every);
    }
  }

  async #wait(signal: AbortSignal, milliseconds: number): Promise<void> {
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', go);
        resolve();
      };
      const timer = setTimeout(go, milliseconds);
      signal.addEventListener('abort', go, { once: true });
    });
  }
}
