import { setTimeout as pause } from 'node:timers/promises';
import {
  type EventStoreDbOptions,
  openEventStoreDb,
} from '../../../src/adapters/eventstoredb/event-store.ts';
import { seededRandom } from '../../../src/adapters/system/seeded-random.ts';
import type { EventStore } from '../../../src/ports/event-store.ts';
import type { Random } from '../../../src/ports/random.ts';
import { Account } from '../account.ts';
import type { Request } from '../load.ts';
import { officeOver, type Reply } from '../office.ts';
import { answerOf, type Build, storeOf } from './builds.ts';
import { type Findings, findingsIn } from './findings.ts';
import { type Reader, readersOver } from './readers.ts';
import type { Servers, Trouble } from './servers.ts';

/** How long who asks and who follows wait for servers that are away (ms). */
export interface Waits {
  readonly answering: Omit<EventStoreDbOptions, 'connectionString'>;
  readonly following: Omit<EventStoreDbOptions, 'connectionString'>;
  /** Of the workflows, before they hear again. */
  readonly afterFault: number;
}

/** Short, so that a campaign has many outages that are longer. */
export const shortWaits: Waits = {
  answering: { deadline: 400, patience: 500 },
  following: { deadline: 400, patience: Infinity },
  afterFault: 200,
};

export interface Campaign {
  readonly servers: Servers;
  readonly seed: string;
  /** So many commands are acknowledged at least, and everything that can go wrong does so once. */
  readonly commands: number;
  readonly build?: Build;
  readonly waits?: Waits;
  /** Commands and readers are back so long after the servers at the latest (ms). */
  readonly backWithin: number;
}

export interface Result {
  readonly seed: string;
  readonly build: Build;
  readonly acknowledged: number;
  readonly refused: number;
  /** How often it was not known whether a command was recorded, or it could not be asked; each was asked again. */
  readonly unknown: number;
  readonly troubles: number;
  readonly outages: number;
  readonly events: number;
  /** The longest that somebody was back after the servers (ms). */
  readonly slowest: Readonly<Record<string, number>>;
  readonly findings: Findings;
}

const callers = 32;
const [soonest, latest] = [20, 250];
const askAgainAfter = 40;
/** Between two commands of a caller, at most: read models that share the process keep up with them. */
const longestRest = 80;
const lookAfter = 10;
const pageSize = 1_000;

/** All of them in an order of chance, and then again in another. */
function* dealt<T>(cards: readonly T[], random: Random): Generator<T, never> {
  for (;;) {
    const deck = cards.map((card) => ({ card, at: random.number() })).sort((one, other) => one.at - other.at);
    for (const { card } of deck) yield card;
  }
}

/** Many callers at once; who is not told whether his command was recorded asks again under the same id until he is. */
class Callers {
  readonly #office: (request: Request) => Promise<Reply>;
  readonly #build: Build;
  readonly #account: Account;
  readonly #random: Random;
  readonly #working: Promise<unknown>;
  readonly refused: Request[] = [];
  unknown = 0;
  #over = false;
  /** The last command that was acknowledged, with the moment in which it was asked for the first time. */
  #last: { readonly position: bigint; readonly asked: number } | undefined;

  constructor(store: EventStore, build: Build, account: Account, random: Random) {
    this.#office = officeOver(storeOf(build, store));
    this.#build = build;
    this.#account = account;
    this.#random = random;
    this.#working = Promise.all(Array.from({ length: callers }, () => this.#work()));
  }

  /** Where something stands that was asked and acknowledged after a moment. */
  acknowledgedSince(moment: number): bigint | undefined {
    return this.#last && this.#last.asked >= moment ? this.#last.position : undefined;
  }

  /** Takes up nothing new; resolves when everything is answered. */
  async finish(): Promise<void> {
    this.#over = true;
    await this.#working;
    for (let request = this.#account.leftOver(); request; request = this.#account.leftOver())
      await this.#ask(request);
  }

  async #work(): Promise<void> {
    while (!this.#over) {
      await this.#ask(this.#account.toAsk());
      await pause(this.#random.number() * longestRest);
    }
  }

  async #ask(request: Request): Promise<void> {
    const asked = performance.now();
    for (;;) {
      const reply = answerOf(this.#build, request, await this.#office(request));
      if (reply === 'unknown') {
        this.unknown++;
        await pause(askAgainAfter);
        continue;
      }
      if (reply.outcome === 'refused') this.refused.push(request);
      if (reply.outcome === 'done' && !reply.repeated && reply.position !== undefined)
        this.#last = { position: BigInt(reply.position), asked };
      this.#account.heard(request, reply);
      return;
    }
  }
}

/** Asks until it holds; answers how long that took, or nothing when it was too long. */
const until = async (holds: () => boolean | Promise<boolean>, most: number): Promise<number | undefined> => {
  const from = performance.now();
  while (!(await holds())) {
    if (performance.now() - from > most) return undefined;
    await pause(lookAfter);
  }
  return Math.round(performance.now() - from);
};

/**
 * Plays until so many commands are acknowledged, while the servers of the log have all the troubles that they can have; in
 * the end everything that was asked is asked until it is answered, and the log is held against the answers.
 */
export const play = async ({
  servers,
  seed,
  commands,
  build = 'honest',
  waits = shortWaits,
  backWithin,
}: Campaign): Promise<Result> => {
  const random = seededRandom(`${seed}, troubles`);
  const account = new Account(seededRandom(`${seed}, load`));
  const { connectionString } = servers;
  const open = (options: Waits['answering']) => openEventStoreDb({ connectionString, ...options });
  const [asked, acting, following] = [
    await open(waits.answering),
    await open(waits.answering),
    await open(waits.following),
  ];
  const asking = new Callers(asked, build, account, seededRandom(`${seed}, callers`));
  const readers = readersOver(following, acting, waits.afterFault);
  const notBack: string[] = [];
  const slowest: Record<string, number> = {};
  const note = (who: string, took: number | undefined, after: string): void => {
    if (took === undefined) notBack.push(`${who}: not within ${backWithin} ms after ${after}`);
    slowest[who] = Math.max(slowest[who] ?? 0, took ?? backWithin);
  };

  const everybodyIsBack = async (after: string): Promise<void> => {
    const back = performance.now();
    let mark: bigint | undefined;
    note(
      'commands',
      await until(() => (mark = asking.acknowledgedSince(back)) !== undefined, backWithin),
      after,
    );
    const reached = (reader: Reader) => (reader.position() ?? -1n) >= (mark ?? -1n);
    await Promise.all(
      readers.map(async (reader) => {
        const took = await until(() => reached(reader), backWithin);
        note(reader.name, took === undefined ? undefined : Math.round(performance.now() - back), after);
      }),
    );
  };

  const deck: Generator<Trouble, never> = dealt(servers.troubles, random);
  let [troubles, outages] = [0, 0];
  while (account.acknowledged < commands || troubles < servers.troubles.length) {
    await pause(soonest + random.number() * (latest - soonest));
    const trouble = deck.next().value;
    await trouble.happen();
    troubles++;
    if (!trouble.away) continue;
    outages++;
    await everybodyIsBack(trouble.name);
  }
  await asking.finish();

  const fresh = await open(waits.following);
  let head: bigint | undefined;
  const quiet = async (): Promise<boolean> => {
    const before = head;
    head = await fresh.head();
    return head === before && readers.every((reader) => reader.position() === head);
  };
  if ((await until(quiet, backWithin)) === undefined)
    for (const reader of readers)
      if (reader.position() !== head) note(reader.name, undefined, 'the load was over');
  const read = readers.flatMap((reader) =>
    reader.chain ? [{ name: reader.name, chain: reader.chain() }] : [],
  );
  for (const reader of readers) await reader.stop();

  const events = [];
  for (let page = await fresh.readAll(undefined, pageSize); page.length > 0;) {
    events.push(...page);
    page = await fresh.readAll(page.at(-1)?.position, pageSize);
  }
  for (const store of [asked, acting, following, fresh]) await store.close();
  return {
    seed,
    build,
    acknowledged: account.acknowledged,
    refused: asking.refused.length,
    unknown: asking.unknown,
    troubles,
    outages,
    events: events.length,
    slowest,
    findings: findingsIn({ events, account, refused: asking.refused, read, notBack }),
  };
};
