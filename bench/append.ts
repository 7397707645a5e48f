import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { openConnection } from '../src/adapters/sqlite/connection.ts';
import { openSqliteEventStore } from '../src/adapters/sqlite/event-store.ts';
import { createLog } from '../src/adapters/sqlite/schema.ts';
import { instant } from '../src/kernel/instant.ts';
import { uuid } from '../src/kernel/message.ts';
import type { EventStore, NewEvent } from '../src/ports/event-store.ts';
import { type Measure, type Progress, share, threeRounds } from './measure.ts';
import { withScratch } from './scratch.ts';

export const callers = 64;
const together = 20_000;
const alone = 1_500;
const million = 1_000_000;

/** The size of what a switch writes: some 130 bytes of data and 430 of meta. */
const newEvent = (): NewEvent => {
  const commandId = uuid(randomUUID());
  return {
    id: uuid(randomUUID()),
    type: 'SwitchRequested',
    version: 1,
    data: {
      switch: randomUUID(),
      to: { crebo: '25180', landschap: 'techniek' },
      reason: 'differentInterest',
      on: '2026-10-01',
    },
    meta: {
      commandId,
      commandHash: 'a'.repeat(64),
      actor: { id: `staff-${randomUUID()}`, role: 'coach' },
      causationId: commandId,
      correlationId: commandId,
      recordedAt: instant('2026-10-01T08:30:00.000Z'),
      source: 'api',
    },
  };
};

export interface Prepared {
  readonly stream: string;
  readonly event: NewEvent;
}
export const prepared = (count: number): readonly Prepared[] =>
  Array.from({ length: count }, () => ({ stream: `trajectory-${randomUUID()}`, event: newEvent() }));

export const perSecond = async (count: number, work: () => Promise<void> | void): Promise<number> => {
  const from = performance.now();
  await work();
  return (count * 1_000) / (performance.now() - from);
};

export const appendAll = (store: Pick<EventStore, 'append'>, work: readonly Prepared[], atOnce: number) =>
  perSecond(work.length, async () => {
    const rest = work.values();
    const caller = async () => {
      for (const { stream, event } of rest) await store.append(stream, 'none', [event]);
    };
    await Promise.all(Array.from({ length: atOnce }, caller));
  });

const insertSql =
  'INSERT INTO events (stream, revision, id, type, version, data, meta) VALUES (?, ?, ?, ?, ?, ?, ?)';

type Texts = readonly [
  stream: string,
  revision: number,
  id: string,
  type: string,
  version: number,
  data: string,
  meta: string,
];
const textsOf = ({ stream, event: { id, type, version, data, meta } }: Prepared): Texts => [
  stream,
  0,
  id,
  type,
  version,
  JSON.stringify(data),
  JSON.stringify(meta),
];

/** The limit: the same rows by prepared inserts, as many per commit as there are callers, with the texts made beforehand. */
const bareInserts = (file: string, work: readonly Prepared[]): Promise<number> => {
  const connection = openConnection({ file });
  const [begin, insert, commit] = ['BEGIN IMMEDIATE', insertSql, 'COMMIT'].map((sql) =>
    connection.prepare(sql),
  );
  const rows = work.map(textsOf);
  return perSecond(rows.length, () => {
    for (let first = 0; first < rows.length; first += callers) {
      begin?.run();
      for (const row of rows.slice(first, first + callers)) insert?.run(...row);
      commit?.run();
    }
  }).finally(() => connection.close());
};

const createLogOf = (file: string, count: number): void => {
  mkdirSync(dirname(file), { recursive: true });
  const connection = openConnection({ file });
  createLog(connection);
  const insert = connection.prepare(insertSql);
  for (let done = 0; done < count; done += 10_000) {
    connection.exec('BEGIN IMMEDIATE');
    // Streams of ten events in turn, as schools write them: neighbours in the log are strangers in the index.
    for (let index = 0; index < 1_000; index++) {
      const [, , , ...texts] = textsOf({ stream: '', event: newEvent() });
      const stream = `trajectory-${randomUUID()}`;
      for (let revision = 0; revision < 10; revision++) insert.run(stream, revision, randomUUID(), ...texts);
    }
    connection.exec('COMMIT');
  }
  connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  connection.close();
};

interface Round {
  readonly ours: number;
  readonly bare: number;
  readonly oneByOne: number;
}

const measureOn = (folder: string, events: number, progress: Progress): Promise<readonly Round[]> => {
  const [ourFile, bareFile] = [`${folder}/ours/log.sqlite`, `${folder}/bare/log.sqlite`];
  for (const file of [ourFile, bareFile]) createLogOf(file, events);
  return threeRounds(async (number) => {
    const bare = await bareInserts(bareFile, prepared(together));
    const store = await openSqliteEventStore({ file: ourFile });
    const ours = await appendAll(store, prepared(together), callers);
    const oneByOne = await appendAll(store, prepared(alone), 1);
    await store.close();
    progress(
      `round ${number} on ${events} events: ${Math.round(ours)}/s, bare ${Math.round(bare)}/s, one by one ${Math.round(oneByOne)}/s`,
    );
    return { ours, bare, oneByOne };
  });
};

/** Appends per second by 64 callers on a log of its own; for those who compare us with others. */
export const appendRate = async (folder: string): Promise<number> => {
  const store = await openSqliteEventStore({ file: `${folder}/log.sqlite` });
  const rate = await appendAll(store, prepared(together), callers);
  await store.close();
  return rate;
};

const report = function* (where: string, results: readonly Round[], judged: boolean): Generator<Measure> {
  const against = (limit: 'bare' | 'oneByOne') =>
    results.map((round) => ({ value: round.ours, limit: round[limit] }));
  const name = `append, ${callers} callers, ${where}`;
  yield share(
    name,
    'events/s',
    `bare inserts, ${callers} per commit`,
    against('bare'),
    judged ? 0.5 : undefined,
  );
  yield share(name, 'events/s', 'the same store one by one', against('oneByOne'), judged ? 3 : undefined);
};

export const measures = async function* (progress: Progress): AsyncGenerator<Measure> {
  for (const [where, events] of [
    ['log empty at first', 0],
    ['log of 1,000,000', million],
  ] as const) {
    const results = await withScratch((folder) => measureOn(folder, events, progress));
    yield* report(where, results, events === 0);
  }
};
