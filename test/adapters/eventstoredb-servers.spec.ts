import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';
import { openEventStoreDb } from '../../src/adapters/eventstoredb/event-store.ts';
import { type Announcements, Waker } from '../../src/adapters/eventstoredb/waker.ts';
import { openSqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { rawLineOf } from '../../src/engine/chain.ts';
import { type EventStore, UnknownOutcome } from '../../src/ports/event-store.ts';
import { rawEventsOf } from '../../src/ports/raw-log.ts';
import { happened, idOf } from '../contracts/event-store.contract.ts';
import { freshFolder } from './fresh-folder.ts';
import { clustered, followed, opened, served } from './served.ts';

const secret = 'Wachtw%20rd-1';
const spoken = ['Wachtw%20rd-1', 'Wachtw rd-1', Buffer.from('wissel:Wachtw rd-1').toString('base64')];
const withSecret = (rest: string) => `esdb://wissel:${secret}@${rest}`;

describe('a connection string', () => {
  const said: unknown[] = [];
  for (const level of ['warn', 'error', 'log'] as const)
    jest.spyOn(console, level).mockImplementation((...words: unknown[]) => void said.push(words));
  afterEach(() => {
    said.length = 0;
  });

  const complaint = async (connectionString: string): Promise<string> => {
    try {
      await openEventStoreDb({ connectionString });
    } catch (error) {
      return inspect([error, said], { depth: 10, showHidden: true });
    }
    return inspect(said, { depth: 10 });
  };

  it.each([
    ['no form', secret],
    ['another protocol', `postgres://wissel:${secret}@localhost`],
    ['a user without a password', `esdb://${secret}@localhost:2113?tls=false`],
    ['a password with a stray %', `esdb://wissel:${secret}%@localhost:2113?tls=false`],
    ['a port that is none', withSecret('localhost:port?tls=false')],
    ['no server', withSecret('?tls=false')],
    ['an @ too many', withSecret(`a@localhost:2113?tls=false`)],
    ['an option without a value', withSecret('localhost:2113?tls')],
    ['an option that cannot be', withSecret('localhost:2113?tls=perhaps')],
    ['a certificate that is not there', withSecret('localhost:2113?tlsCAFile=/nowhere/ca.pem')],
  ])('that cannot be used is refused without a word of it: %s', async (_what, connectionString) => {
    const words = await complaint(connectionString);
    expect(words).toContain('UnusableConnectionString');
    for (const word of spoken) expect(words).not.toContain(word);
  });

  it('with an option that nobody knows makes the client complain, without user and password', async () => {
    const words = await complaint(withSecret('localhost:2113?tls=false&colour=blue'));
    expect(words).toContain('colour');
    for (const word of spoken) expect(words).not.toContain(word);
  });

  it('has to name a user where there is TLS, for the server asks for one', async () => {
    await expect(openEventStoreDb({ connectionString: 'esdb://localhost:2113' })).rejects.toThrow('TLS');
  });

  it.each([
    ['that nobody answers', `127.0.0.1:1?tls=false`],
    ['that nobody answers over TLS', `127.0.0.1:1`],
  ])('%s is in no error', async (_what, rest) => {
    const store = await opened({ connectionString: withSecret(rest) }, { patience: 100 });
    const asks: readonly (() => Promise<unknown>)[] = [
      () => store.append('a', 'none', [happened(1)]),
      () => store.readStream('a'),
      () => store.head(),
    ];
    for (const ask of asks) {
      const error: unknown = await ask().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(Error);
      const words = inspect([error, said], { depth: 10, showHidden: true });
      for (const word of spoken) expect(words).not.toContain(word);
    }
  });
});

describe('several servers', () => {
  const appendAll = async (store: EventStore, numbers: readonly number[]) => {
    for (const number of numbers)
      expect(await store.append(`s-${number}`, 'none', [happened(number)])).toMatchObject({ done: true });
  };

  it('are asked for their leader, also when another leads', async () => {
    const cluster = await clustered(3);
    const store = await opened(cluster);
    const following = followed(store, 4);
    await appendAll(store, [1]);
    cluster.lead(1);
    await appendAll(store, [2]);
    cluster.lead(2);
    await appendAll(store, [3, 4]);
    expect(await following).toEqual([1, 2, 3, 4].map(idOf));
  });

  it('stand in for each other when the leader goes', async () => {
    const cluster = await clustered(3);
    const [store, reader] = [await opened(cluster), await opened(cluster, { pollEvery: 100 })];
    const following = followed(reader, 3);
    await appendAll(store, [1]);
    cluster.lead(1);
    await cluster.nodes[0]?.stop();
    await appendAll(store, [2]);
    cluster.lead(2);
    await cluster.nodes[1]?.stop();
    await appendAll(store, [3]);
    expect(await following).toEqual([1, 2, 3].map(idOf));
  });

  it('that are all gone leave appends unknown and the process alive', async () => {
    const cluster = await clustered(3);
    const store = await opened(cluster, { patience: 500 });
    await appendAll(store, [1]);
    await Promise.all(cluster.nodes.map((node) => node.stop()));
    const failures = await Promise.allSettled(
      Array.from({ length: 16 }, (_, index) => store.append(`t-${index}`, 'none', [happened(index)])),
    );
    for (const failure of failures)
      expect(failure).toMatchObject({ status: 'rejected', reason: expect.any(UnknownOutcome) as unknown });
    await cluster.nodes[0]?.restart();
    await appendAll(store, [2]);
  });
});

describe('the log on EventStoreDB and in SQLite', () => {
  it('has the same lines, to the byte, so that the chain has the same hash', async () => {
    const meta = happened(1).meta;
    const turned = Object.fromEntries(Object.entries(meta).reverse()) as unknown as typeof meta;
    const data = [
      { z: 1, a: { '10': 'x', '9': 'y', b: [1.5, 1e21, -0, null] } },
      'a text alone',
      null,
      3,
      { 'x\ud800y': '学生 👩🏽‍🎓 \u0000 \u2028 "\\' },
      { __proto__: null, day: new Date('2026-10-01T00:00:00Z'), gone: undefined },
    ];
    const stores = [
      await opened(await served()),
      await openSqliteEventStore({ file: `${freshFolder()}/log.sqlite` }),
    ];
    const lines: string[][] = [];
    for (const store of stores) {
      for (const [index, each] of data.entries())
        await store.append(`s-${index % 2}`, index < 2 ? 'none' : Math.floor(index / 2) - 1, [
          { ...happened(index, each), version: index + 1, meta: index % 2 ? turned : meta },
        ]);
      const found: string[] = [];
      for await (const events of rawEventsOf(store)) for (const event of events) found.push(rawLineOf(event));
      lines.push(found);
      await store.close();
    }
    const [there, here] = lines;
    expect(there).toHaveLength(data.length);
    expect(there).toEqual(here);
  });
});

describe('the subscription that wakes', () => {
  class Heard extends EventEmitter implements Announcements {
    ended = false;
    unsubscribe(): Promise<void> {
      this.ended = true;
      return Promise.resolve();
    }
    tell(position: bigint): void {
      this.emit('data', { event: { position: { commit: position, prepare: position } } });
    }
  }
  const asked: Heard[] = [];
  afterEach(() => {
    asked.length = 0;
  });

  const waker = () => {
    const told = { rings: 0 };
    const waking = new Waker({
      subscribe: () => {
        const subscription = new Heard();
        asked.push(subscription);
        setTimeout(() => subscription.emit('confirmation'), 1);
        return subscription;
      },
      head: () => Promise.resolve(10n),
      ring: () => told.rings++,
      deadline: 50,
    });
    return { waking, told };
  };

  it('is replaced when it does not announce what a reader has seen', async () => {
    const { waking: deaf } = waker();
    const stop = deaf.listen();
    await pause(10);
    deaf.saw(9n);
    deaf.saw(11n);
    await pause(70);
    deaf.saw(12n);
    expect(asked[0]?.ended).toBe(true);
    await pause(150);
    expect(asked).toHaveLength(2);
    stop();
    expect(asked[1]?.ended).toBe(true);
  });

  it('is left alone when it announces, and when nothing happens', async () => {
    const { waking: healthy, told } = waker();
    const stop = healthy.listen();
    await pause(10);
    healthy.saw(11n);
    asked[0]?.tell(11n);
    await pause(70);
    healthy.saw(11n);
    asked[0]?.tell(12n);
    healthy.saw(12n);
    expect(asked.map(({ ended }) => ended)).toEqual([false]);
    expect(told.rings).toBe(3);
    stop();
  });

  it('is one for all who listen, as long as somebody does', async () => {
    const { waking: shared } = waker();
    const stops = [shared.listen(), shared.listen()];
    stops[0]?.();
    stops[0]?.();
    expect(asked.map(({ ended }) => ended)).toEqual([false]);
    stops[1]?.();
    expect(asked.map(({ ended }) => ended)).toEqual([true]);
  });
});

describe('a conflict', () => {
  it('says what came in between also when that was not there to read yet', async () => {
    const server = await served({ commitMs: 150 });
    const [one, other] = [await opened(server), await opened(server)];
    const answers = await Promise.all([
      one.append('a', 'none', [happened(1)]),
      other.append('a', 'none', [happened(2)]),
    ]);
    const [stored] = await one.readStream('a');
    expect(answers).toContainEqual({ done: true, revision: 0, position: stored?.position });
    expect(answers).toContainEqual({ done: false, since: [stored] });
  });
});
