import { describe, expect, it } from '@jest/globals';
import { EventStoreDBClient } from '@eventstore/db-client';
import { setTimeout as pause } from 'node:timers/promises';
import { Expired, within } from '../../src/adapters/eventstoredb/trouble.ts';
import {
  type NewEvent,
  StoreAway,
  StoreClosed,
  UnfitAppend,
  UnknownOutcome,
} from '../../src/ports/event-store.ts';
import { happened, idOf } from '../contracts/event-store.contract.ts';
import type { SubscriptionFault } from '../support/stand-in/faults.ts';
import type { StandIn } from '../support/stand-in/start.ts';
import { followed, opened, served } from './served.ts';

/** What a real server was measured to do, point by point, played by a stand-in of it. */

const idsIn = (server: StandIn, stream: string) => server.log.everythingOf(stream).map(({ id }) => id);

const bareClient = ({ connectionString }: StandIn) => EventStoreDBClient.connectionString(connectionString);
const bareEvent = (id: number, metadata?: Uint8Array) => ({
  id: idOf(id),
  type: 'Happened',
  contentType: 'application/json' as const,
  data: { of: id },
  metadata,
});
const byAppend = { username: 'nobody', password: '' };

/** Ends every subscription as soon as there is one. */
const endSubscriptions = async (server: StandIn, fault: SubscriptionFault) => {
  while (server.faults.endSubscriptions(fault) === 0) await pause(5);
};

describe('1. always an explicit expectation', () => {
  it('is idempotent for ever, also after the server was restarted', async () => {
    const server = await served();
    const store = await opened(server);
    const first = await store.append('a', 'none', [happened(1)]);
    await store.append('a', 0, [happened(2)]);
    await server.restart();
    expect(await store.append('a', 'none', [happened(1)])).toEqual(first);
    expect(idsIn(server, 'a')).toEqual([idOf(1), idOf(2)]);
  });

  it('where a client that expects anything writes a second copy', async () => {
    const server = await served();
    const client = bareClient(server);
    await client.appendToStream('a', bareEvent(1), { credentials: byAppend });
    await server.restart();
    await pause(20);
    await client.appendToStream('a', bareEvent(1), { credentials: byAppend }).catch(() => undefined);
    await pause(20);
    await client.appendToStream('a', bareEvent(1), { credentials: byAppend });
    expect(idsIn(server, 'a').length).toBeGreaterThan(1);
  });
});

describe('2. the same ids at the same expectation', () => {
  it.each([
    ['that was taken and whose answer was lost', 'lost acknowledgement'],
    ['that was taken and is never answered', 'no acknowledgement'],
    ['that was taken and is answered late', 'late acknowledgement'],
    ['that the server gave up after writing it', 'commit phase timeout, but written'],
    ['that the server gave up', 'commit phase timeout'],
    ['whose connection broke', 'broken before'],
    ['for which nobody was there', 'unavailable'],
  ] as const)('are in the log once after an append %s', async (_what, fault) => {
    const server = await served();
    const store = await opened(server);
    await store.append('a', 'none', [happened(1)]);
    server.faults.next('append', fault);
    const answer = await store.append('a', 0, [happened(2), happened(3)]);
    const stored = await store.readStream('a');
    expect(answer).toEqual({ done: true, revision: 2, position: stored[2]?.position });
    expect(idsIn(server, 'a')).toEqual([idOf(1), idOf(2), idOf(3)]);
    expect(server.faults.left).toBe(0);
  });

  it('are told from a conflict: somebody else was first while the answer was out', async () => {
    const server = await served();
    const [store, other] = [await opened(server), await opened(server)];
    server.faults.next('append', 'broken before');
    const asked = store.append('a', 'none', [happened(1)]);
    await other.append('a', 'none', [happened(2)]);
    expect(await asked).toEqual({ done: false, since: await other.readStream('a') });
  });

  it('count for the same whatever they say: what is in the log stays', async () => {
    const store = await opened(await served());
    const first = await store.append('a', 'none', [happened(1, 'first')]);
    expect(await store.append('a', 'none', [happened(1, 'second')])).toEqual(first);
    expect((await store.readStream('a')).map(({ data }) => data)).toEqual(['first']);
  });
});

describe('3. everything is checked before the client sees it', () => {
  const large = 'x'.repeat(1_100_000);
  it.each<[string, NewEvent]>([
    ['a bigint', happened(1, { number: 1n })],
    ['nothing at all', happened(1, () => undefined)],
    ['meta larger than an append may be', { ...happened(1), meta: { ...happened(1).meta, source: large } }],
    ['data larger than an append may be', happened(1, large)],
  ])('%s never gets there', async (_what, event) => {
    const server = await served();
    const store = await opened(server);
    await expect(store.append('a', 'none', [event])).rejects.toThrow(UnfitAppend);
    expect(idsIn(server, 'a')).toEqual([]);
  });

  it('for the server counts only the data', async () => {
    const server = await served();
    await bareClient(server).appendToStream('a', bareEvent(1, Buffer.alloc(2_000_000)), {
      credentials: byAppend,
    });
    expect(idsIn(server, 'a')).toEqual([idOf(1)]);
  });
});

describe('4. a deadline of our own around every call', () => {
  it('ends what the client itself would wait for without end', async () => {
    const never = new Promise<never>(() => undefined);
    await expect(within(20, never, new AbortController().signal)).rejects.toThrow(Expired);
  });

  it('ends an append and a read of a server that stands still, and asking again tells', async () => {
    const server = await served();
    const store = await opened(server, { deadline: 100, patience: 400 });
    await store.append('a', 'none', [happened(1)]);
    server.pause();
    await expect(store.append('a', 0, [happened(2)])).rejects.toThrow(UnknownOutcome);
    await expect(store.readStream('a')).rejects.toThrow('no answer');
    await expect(store.readAll(undefined, 10)).rejects.toThrow('no answer');
    await expect(store.head()).rejects.toThrow('no answer');
    server.resume();
    expect(await store.append('a', 0, [happened(2)])).toMatchObject({ done: true, revision: 1 });
    expect(idsIn(server, 'a')).toEqual([idOf(1), idOf(2)]);
  });

  it.each(['no answer', 'broken half-way', 'unavailable'] as const)(
    'reads again after %s, and never takes half a page for the whole',
    async (fault) => {
      const server = await served();
      const store = await opened(server);
      const numbers = Array.from({ length: 50 }, (_, index) => index + 1);
      await store.append(
        'a',
        'none',
        numbers.map((number) => happened(number)),
      );
      server.faults.next('read', fault);
      expect(await store.readStream('a')).toHaveLength(50);
      server.faults.next('read', fault);
      expect(await store.readAll(undefined, 100)).toHaveLength(50);
      expect(server.faults.left).toBe(0);
    },
  );
});

describe('a server that is not there', () => {
  it('is waited for as long as it takes, by whoever has that patience', async () => {
    const server = await served();
    const [store, reader] = [await opened(server), await opened(server, { patience: Infinity })];
    await store.append('a', 'none', [happened(1)]);
    await server.stop();
    const asked = reader.readAll(undefined, 10);
    await expect((await opened(server, { patience: 1 })).readAll(undefined, 10)).rejects.toThrow(StoreAway);
    await server.restart();
    expect((await asked).map(({ id }) => id)).toEqual([idOf(1)]);
  });
});

describe('5. not over the call that all share', () => {
  it('a second answer, which ends a process that uses it, cannot come', async () => {
    const server = await served();
    const store = await opened(server);
    server.faults.next('append', 'second answer', 8);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => store.append(`s-${index}`, 'none', [happened(index)])),
    );
    await pause(50);
    expect(answers.every(({ done }) => done)).toBe(true);
    expect(await store.readAll(undefined, 10)).toHaveLength(8);
  });

  it('what the server will not take harms nobody beside it', async () => {
    const server = await served();
    const store = await opened(server);
    const bad = bareClient(server).appendToStream(
      'b',
      { ...bareEvent(9), type: '' },
      { credentials: byAppend },
    );
    const good = Array.from({ length: 16 }, (_, index) =>
      store.append(`s-${index}`, 'none', [happened(index)]),
    );
    await expect(bad).rejects.toThrow();
    expect((await Promise.all(good)).every(({ done }) => done)).toBe(true);
  });
});

describe('6. pages are read; the subscription only wakes', () => {
  it('tells of what another wrote without waiting for the next look', async () => {
    const server = await served();
    const [reader, writer] = [await opened(server), await opened(server)];
    const following = followed(reader, 2);
    await writer.append('a', 'none', [happened(1)]);
    await pause(100);
    await writer.append('a', 0, [happened(2)]);
    expect(await following).toEqual([idOf(1), idOf(2)]);
  });

  it.each(['consumer too slow', 'server stops', 'unavailable', 'ended'] as const)(
    'is asked for again when it ends (%s), and nothing is missed or told twice',
    async (fault) => {
      const server = await served();
      const [reader, writer] = [await opened(server), await opened(server)];
      const following = followed(reader, 3);
      await writer.append('a', 'none', [happened(1)]);
      await endSubscriptions(server, fault);
      await writer.append('a', 0, [happened(2)]);
      await endSubscriptions(server, fault);
      await writer.append('a', 1, [happened(3)]);
      expect(await following).toEqual([1, 2, 3].map(idOf));
    },
  );

  it('goes on after an outage longer than its patience, and says that it waits', async () => {
    const server = await served();
    const silences: Error[] = [];
    const reader = await opened(server, {
      patience: 200,
      pollEvery: 50,
      onUnanswered: (error) => silences.push(error),
    });
    const writer = await opened(server);
    await writer.append('a', 'none', [happened(1)]);
    const following = followed(reader, 2);
    await endSubscriptions(server, 'unavailable');
    await server.stop();
    while (silences.length === 0) await pause(20);
    await server.restart();
    await writer.append('a', 0, [happened(2)]);
    expect(await following).toEqual([idOf(1), idOf(2)]);
  });

  it.each(['no answer', 'unavailable', 'broken half-way', 'not leader'] as const)(
    'looks for itself as long as it cannot subscribe (%s)',
    async (fault) => {
      const server = await served();
      server.faults.next('subscribe', fault, 1_000);
      const [reader, writer] = [await opened(server, { pollEvery: 50 }), await opened(server)];
      const following = followed(reader, 2);
      await writer.append('a', 'none', [happened(1)]);
      await pause(100);
      await writer.append('a', 0, [happened(2)]);
      expect(await following).toEqual([idOf(1), idOf(2)]);
    },
  );
});

describe('7. positions are opaque', () => {
  it('the server’s own events between ours are never ours, nor do they end a page', async () => {
    const server = await served({ statsEvery: 1 });
    const store = await opened(server);
    expect(await store.head()).toBeUndefined();
    for (let number = 0; number < 6; number++)
      await store.append('a', number === 0 ? 'none' : number - 1, [happened(number)]);
    for (let times = 0; times < 1_100; times++) server.log.writeStats();
    const last = await store.append('b', 'none', [happened(9)]);
    for (let times = 0; times < 40; times++) server.log.writeStats();

    const found: string[] = [];
    for (let at: bigint | undefined; ;) {
      const [event, ...more] = await store.readAll(at, 1);
      expect(more).toEqual([]);
      if (!event) break;
      expect(at === undefined || event.position > at).toBe(true);
      at = event.position;
      found.push(event.id);
    }
    expect(found).toEqual([0, 1, 2, 3, 4, 5, 9].map(idOf));
    expect(last).toMatchObject({ position: await store.head() });
  });

  it('an event that is neither the server’s nor ours is refused aloud', async () => {
    const server = await served();
    const store = await opened(server);
    await bareClient(server).appendToStream('b', bareEvent(9), { credentials: byAppend });
    await expect(store.readAll(undefined, 10)).rejects.toThrow('b@0 was not written by Wissel');
  });
});

describe('8. what the client says that is not so', () => {
  it('is not believed when conflicts are not to be thrown', async () => {
    const { connectionString } = await served();
    const store = await opened({ connectionString: `${connectionString}&throwOnAppendFailure=false` });
    const done = await store.append('a', 'none', [happened(1), happened(2)]);
    expect(done).toMatchObject({ done: true, revision: 1 });
    expect(await store.append('a', 'none', [happened(3)])).toEqual({
      done: false,
      since: await store.readStream('a'),
    });
  });

  it('is not asked: a page of nothing, which no server answers', async () => {
    const store = await opened(await served());
    await store.append('a', 'none', [happened(1)]);
    expect(await store.readAll(undefined, 0)).toEqual([]);
  });
});

describe('9. errors by what they are', () => {
  it('a server that is not there leaves an append unknown, whatever the error is called', async () => {
    const server = await served();
    const store = await opened(server, { patience: 300 });
    await server.stop();
    await expect(store.append('a', 'none', [happened(1)])).rejects.toThrow(UnknownOutcome);
  });

  it('a stream that somebody deleted for good takes nothing, and that is no mystery', async () => {
    const server = await served();
    const store = await opened(server);
    await store.append('a', 'none', [happened(1)]);
    await bareClient(server).tombstoneStream('a');
    await expect(store.append('a', 0, [happened(2)])).rejects.toThrow(UnfitAppend);
  });
});

describe('10. closed is closed', () => {
  it('also for whoever waits for a server that stands still: nobody waits on', async () => {
    const server = await served();
    const store = await opened(server, { deadline: 600_000, patience: Infinity });
    await store.append('a', 'none', [happened(1)]);
    server.pause();
    const asked = Promise.allSettled([
      store.append('a', 0, [happened(2)]),
      store.readStream('a'),
      store.readAll(undefined, 10),
      store.head(),
    ]);
    await store.close();
    expect(await asked).toMatchObject([
      { status: 'rejected', reason: expect.any(UnknownOutcome) },
      ...Array.from({ length: 3 }, () => ({ reason: expect.any(StoreClosed) })),
    ]);
  });

  it('although the client would go on', async () => {
    const server = await served();
    const store = await opened(server);
    const following = followed(store, 1);
    await store.close();
    expect(await following).toEqual([]);
    await expect(store.append('a', 'none', [happened(1)])).rejects.toThrow(StoreClosed);
    await expect(store.readAll(undefined, 1)).rejects.toThrow(StoreClosed);
    await expect(store.head()).rejects.toThrow(StoreClosed);
    expect(idsIn(server, 'a')).toEqual([]);

    const client = bareClient(server);
    await client.dispose();
    await client.appendToStream('a', bareEvent(1), { credentials: byAppend });
    expect(idsIn(server, 'a')).toEqual([idOf(1)]);
  });
});
