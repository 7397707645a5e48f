import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryEventStore } from '../adapters/memory/event-store.ts';
import { memoryViewStore } from '../adapters/memory/view-store.ts';
import { type Lock, openLock } from '../adapters/sqlite/lock.ts';
import { eventStoreDbLeaseBook } from '../adapters/eventstoredb/lease-book.ts';
import { openEventStoreDb } from '../adapters/eventstoredb/event-store.ts';
import { redisLeaseBook } from '../adapters/redis/lease-book.ts';
import { openSqliteEventStore } from '../adapters/sqlite/event-store.ts';
import { sqliteViewStore } from '../adapters/sqlite/view-store.ts';
import { smtpMailer } from '../adapters/smtp/mailer.ts';
import { systemClock } from '../adapters/system/clock.ts';
import { developmentHashing } from '../adapters/system/hashing.ts';
import { systemRandom } from '../adapters/system/random.ts';
import { systemSecrets } from '../adapters/system/secrets.ts';
import { institutionStream } from '../domain/institution/ids.ts';
import { institutionSubject } from '../domain/institution/subject.ts';
import { shippedTables } from '../domain/institution/tables/shipped.ts';
import { Engine } from '../engine/execute.ts';
import { derivedId } from '../engine/ids.ts';
import { uuid } from '../kernel/message.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventStore, UnknownOutcome } from '../ports/event-store.ts';
import type { Hashing } from '../ports/hashing.ts';
import { appendInOrder, type OrderedAppends } from '../ports/ordered-appends.ts';
import type { Random } from '../ports/random.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { ViewStore } from '../ports/view-store.ts';
import { logFile, type Place, viewsFolder } from './log-place.ts';
import { answerWithin } from './open-log.ts';
import { ReadModels } from './read-models.ts';
import type { RedisSettings } from './redis-settings.ts';
import type { SharedWith } from './workflows/sharing.ts';

/** What writes: the log under its lock, and the engine over it. */
export interface Writing {
  readonly place: Place;
  readonly store: EventStore;
  readonly engine: Engine;
  /** An engine over the same log with another clock: a simulated school has its own days. */
  readonly engineAt: (clock: Clock) => Engine;
  readonly hashing: Hashing;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  /** Does this work while nobody else writes. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  close(): Promise<void>;
}

/** Namespace of the ids under which the tables that ship are adopted: everywhere the same table, the same id. */
const adoptions = uuid('6b0b2c58-7a3d-5c3e-9d5b-0f6f5a4e1c77');

/**
 * The tables that ship take effect with the first event that this build adds to a store. What is adopted
 * already is so already.
 */
const adoptTables = async (engine: Engine): Promise<void> => {
  for (const { table, version, hash } of shippedTables()) {
    const answer = await engine.execute(
      institutionSubject,
      institutionStream,
      { type: 'AdoptTable', table, version, hash },
      {
        commandId: derivedId(adoptions, `${table}/${version}/${hash}`),
        actor: { id: 'system', role: 'system' },
        source: 'system',
      },
    );
    if (answer.outcome !== 'done')
      throw new Error(`the ${table} ${version} could not be adopted: ${answer.outcome}`);
  }
};

/** An engine that first lets the shipped tables take effect. */
export const engineOver = (store: EventStore, clock: Clock, hashing: Hashing): Engine =>
  new Engine({
    store,
    clock,
    hashing,
    beforeFirstAppend: () => adoptTables(new Engine({ store, clock, hashing })),
  });

const demoMark = (folder: string): string => join(folder, 'demo-school-unfinished');
/** Whether what is in the folder would be thrown away by the next `npm start`. */
export const isDemoUnfinished = ({ folder, log }: Place): boolean =>
  log.kind === 'file' && existsSync(demoMark(folder));

/** Before the first event of the demo school; taken away again when it is whole. */
export const markDemo = ({ folder }: Place): void => writeFileSync(demoMark(folder), '');
export const unmarkDemo = ({ folder }: Place): void => rmSync(demoMark(folder), { force: true });

/** A demo school that was broken off is half a school, and nothing else is in that store: it begins again. */
export const forgetUnfinishedDemo = (place: Place): void => {
  if (!isDemoUnfinished(place)) return;
  const { folder } = place;
  const lock = openLock(folder);
  try {
    for (const ending of ['', '-wal', '-shm']) rmSync(`${logFile(folder)}${ending}`, { force: true });
    rmSync(viewsFolder(place), { recursive: true, force: true });
    unmarkDemo(place);
  } finally {
    lock.release();
  }
};

/** The folder is its owner's alone: who may open it is the operator. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
};

export interface WritingOptions {
  readonly onFatal: (error: UnknownOutcome) => void;
  /** Called after each commit, so that readers need not look for it. */
  readonly onCommitted?: () => void;
  readonly clock?: Clock;
  readonly alone?: Writing['alone'];
}

/** The same log, ringing after each append. */
const ringing = (
  store: EventStore & Partial<OrderedAppends>,
  ring: () => void,
): EventStore & OrderedAppends => ({
  append: async (stream, expected, events) => {
    const appended = await store.append(stream, expected, events);
    if (appended.done) ring();
    return appended;
  },
  appendInOrder: async (appends) => {
    const answers = await appendInOrder(store, appends);
    ring();
    return answers;
  },
  readStream: (stream, from) => store.readStream(stream, from),
  readAll: (after, limit) => store.readAll(after, limit),
  head: () => store.head(),
  follow: (after, signal) => store.follow(after, signal),
  close: () => store.close(),
});

/** Servers that are gone for a while come back; a disk that fails leaves nothing to do but to stop. */
const openStore = async (
  { log }: Place,
  lock: Lock,
  onFatal: WritingOptions['onFatal'],
): Promise<EventStore & Partial<OrderedAppends>> =>
  log.kind === 'file'
    ? openSqliteEventStore({ file: log.file, lock, onFatal })
    : openEventStoreDb({ connectionString: log.connectionString, ...answerWithin });

export const openWriting = async (
  place: Place,
  { onFatal, onCommitted, clock = systemClock, alone = (work) => work() }: WritingOptions,
): Promise<Writing> => {
  makeFolder(place.folder);
  const lock: Lock = openLock(place.folder);
  try {
    const store = await openStore(place, lock, onFatal);
    const log = onCommitted ? ringing(store, onCommitted) : store;
    return {
      place,
      store: log,
      engine: engineOver(log, clock, developmentHashing),
      engineAt: (other) => engineOver(log, other, developmentHashing),
      hashing: developmentHashing,
      clock,
      random: systemRandom,
      secrets: systemSecrets,
      alone,
      close: async () => {
        await store.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
};

/** The read models of this log; they follow it once they are started. */
export const readModelsOf = (
  { place, store }: Pick<Writing, 'place' | 'store'>,
  onFault: (error: Error) => void,
): ReadModels =>
  new ReadModels({
    log: store,
    views: sqliteViewStore(viewsFolder(place)),
    place: place.log,
    viewsFolder: viewsFolder(place),
    onFault,
  });

/** A log and a checkpoint that end with the process: for what is tried out beside the real ones. */
export const playground = (): { readonly store: EventStore; readonly views: ViewStore } => ({
  store: memoryEventStore(),
  views: memoryViewStore(),
});

/** What is shared with other instances; nothing, where the log is a file: then there are none. */
export const sharedWith = async (
  { place: { log }, store, random }: Pick<Writing, 'place' | 'store' | 'random'>,
  leaseLasts: number,
  redis: RedisSettings | undefined,
): Promise<SharedWith | undefined> =>
  log.kind === 'file'
    ? undefined
    : {
        book: redis
          ? redisLeaseBook({ url: redis.url, name: 'workflows' })
          : eventStoreDbLeaseBook({ connectionString: log.connectionString, name: 'workflows' }),
        me: random.uuid(),
        lasts: leaseLasts,
        from: await store.head(),
      };

/** Read models and checkpoints of a data folder, over connections of the thread that asks. */
export const viewsOf = (place: Place): ViewStore => sqliteViewStore(viewsFolder(place));

export { memoryViewStore } from '../adapters/memory/view-store.ts';
export { seededRandom } from '../adapters/system/seeded-random.ts';
export { inProcessTimers } from '../adapters/in-process/timers.ts';
export { systemMonotonic } from '../adapters/system/monotonic.ts';
export { systemClock, systemRandom, developmentHashing, smtpMailer };
