import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  END,
  EventStoreDBClient,
  ErrorType,
  excludeSystemEvents,
  jsonEvent,
  type JSONEventType,
  START,
} from '@eventstore/db-client';
import { credentials } from '@grpc/grpc-js';
import { type BatchAppendResp, StreamsClient } from '../support/stand-in/protocol.ts';
import { batchRequest } from '../support/stand-in/replay/requests.ts';
import { type StandIn, startStandIn, startStandInCluster } from '../support/stand-in/start.ts';

type Happened = JSONEventType<'Happened', { readonly text: string }>;

const happened = (text = 'x') => jsonEvent<Happened>({ type: 'Happened', data: { text } });

/** On an insecure connection they are sent nowhere; they make the client append by a call of its own. */
const ownCall = { credentials: { username: 'nobody', password: 'none' } };
const expected = { expectedRevision: 'no_stream' } as const;

/** What a refusal is for the client: the type of its error, or the code where it gives none. */
const refusal = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (typeof error !== 'object' || error === null) return error;
    if ('type' in error) return error.type;
    return 'code' in error ? error.code : error;
  }
};

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await after(2);
};

describe('faults of the stand-in of EventStoreDB, as the real client sees them', () => {
  let server: StandIn;
  let client: EventStoreDBClient;
  beforeEach(async () => {
    server = await startStandIn({ writeTimeoutMs: 100, lateMs: 60_000 });
    client = EventStoreDBClient.connectionString(server.connectionString);
  });
  afterEach(async () => {
    await client.dispose();
    await server.close();
  });

  const written = (stream: string): number => server.log.everythingOf(stream).length;
  const textsOf = async (stream: string): Promise<readonly string[]> => {
    const texts: string[] = [];
    for await (const { event } of client.readStream<Happened>(stream)) if (event) texts.push(event.data.text);
    return texts;
  };

  describe.each([
    ['Append', ownCall],
    ['BatchAppend', {}],
  ] as const)('an append by %s', (by, how) => {
    it.each([
      ['not leader', ErrorType.NOT_LEADER, 0],
      ['unavailable', ErrorType.UNAVAILABLE, 0],
      ['commit phase timeout', by === 'Append' ? ErrorType.TIMEOUT : ErrorType.DEADLINE_EXCEEDED, 0],
      [
        'commit phase timeout, but written',
        by === 'Append' ? ErrorType.TIMEOUT : ErrorType.DEADLINE_EXCEEDED,
        1,
      ],
      ['broken before', ErrorType.UNAVAILABLE, 0],
      ['lost acknowledgement', ErrorType.UNAVAILABLE, 1],
    ] as const)('%s', async (fault, type, events) => {
      server.faults.next('append', fault);
      expect(await refusal(client.appendToStream('a', happened(), { ...expected, ...how }))).toBe(type);
      expect(written('a')).toBe(events);
      expect(server.faults.left).toBe(0);
    });

    it('is answered as the first time when its acknowledgement was lost', async () => {
      const event = happened();
      server.faults.next('append', 'lost acknowledgement');
      await refusal(client.appendToStream('a', event, { ...expected, ...how }));
      const again = EventStoreDBClient.connectionString(server.connectionString);
      const done = await again.appendToStream('a', event, { ...expected, ...how });
      await again.dispose();
      expect(done.position?.commit).toBe(server.log.everythingOf('a')[0]?.position);
      expect(written('a')).toBe(1);
    });

    it('is overtaken when its acknowledgement is late', async () => {
      await client.appendToStream('first', happened(), { ...expected, ...how });
      server.faults.next('append', 'late acknowledgement');
      const order: string[] = [];
      const late = client
        .appendToStream('a', happened(), { ...expected, ...how })
        .then(() => order.push('a'));
      await until(() => written('a') === 1);
      await client.appendToStream('b', happened(), { ...expected, ...how }).then(() => order.push('b'));
      server.faults.acknowledge();
      await late;
      expect(order).toEqual(['b', 'a']);
    });
  });

  it('is written and never answered', async () => {
    server.faults.next('append', 'no acknowledgement');
    const asking = client.appendToStream('a', happened(), { ...expected, ...ownCall, deadline: 150 });
    expect(await refusal(asking)).toBe(ErrorType.DEADLINE_EXCEEDED);
    expect(written('a')).toBe(1);
  });

  it('tells the leader that is not here', async () => {
    server.faults.next('append', 'not leader');
    const asking = client.appendToStream('a', happened(), expected);
    await expect(asking).rejects.toMatchObject({ leader: { address: '127.0.0.1', port: server.port } });
  });

  it('gives two answers for one correlation id, at which the client itself would throw', async () => {
    server.faults.next('append', 'second answer');
    const raw = new StreamsClient(`127.0.0.1:${server.port}`, credentials.createInsecure());
    const call = raw.batchAppend();
    const answers: BatchAppendResp[] = [];
    const both = new Promise<void>((resolve) => {
      call.on('data', (answer: BatchAppendResp) => {
        if (answers.push(answer) === 2) resolve();
      });
    });
    call.on('error', () => undefined);
    call.write(
      batchRequest({
        correlationId: '16445f1b-a724-4828-8b42-8a41a5957ab4',
        options: { streamIdentifier: 'a', expected: 'noStream' },
        proposedMessages: [
          {
            id: 'efec8bb0-cff8-4b00-b8fe-2da4075f7d2c',
            metadata: { type: 'Happened', 'content-type': 'application/json' },
            data: '{}',
          },
        ],
        isFinal: true,
      }),
    );
    await both;
    call.cancel();
    raw.close();
    expect(answers.map((answer) => [answer.hasSuccess(), answer.getError()?.getMessage()])).toEqual([
      [true, undefined],
      [false, 'Timeout'],
    ]);
    expect(answers[1]?.getCorrelationId()?.hasStructured()).toBe(true);
  });

  it.each([
    ['not leader', ErrorType.NOT_LEADER],
    ['unavailable', ErrorType.UNAVAILABLE],
    ['broken half-way', ErrorType.UNAVAILABLE],
  ] as const)('ends a read: %s', async (fault, type) => {
    await client.appendToStream('a', [happened('1'), happened('2')], expected);
    server.faults.next('read', fault);
    expect(await refusal(textsOf('a'))).toBe(type);
    expect(await refusal(textsOf('a'))).toBe('none');
  });

  it('leaves a read without an answer, for which the client has no deadline of its own', async () => {
    server.faults.next('read', 'no answer');
    const reading = client.readStream('a', { deadline: 20 });
    const answered = new Promise((resolve) => {
      for (const what of ['data', 'error', 'end']) reading.on(what, () => resolve(what));
    });
    expect(await Promise.race([answered, after(150).then(() => 'nothing')])).toBe('nothing');
    await reading.cancel();
  });

  it.each([
    ['unavailable', ErrorType.UNAVAILABLE],
    ['consumer too slow', ErrorType.TIMEOUT],
    ['server stops', ErrorType.UNKNOWN],
    ['ended', 'end'],
  ] as const)('ends a subscription: %s', async (fault, how) => {
    const subscription = client.subscribeToAll({ fromPosition: END });
    await new Promise((resolve) => subscription.once('caughtUp', resolve));
    const ended = new Promise((resolve) => {
      subscription.on('error', (error) => resolve('type' in error ? error.type : error));
      subscription.on('end', () => resolve('end'));
    });
    subscription.resume();
    expect(server.faults.endSubscriptions(fault)).toBe(1);
    expect(await ended).toBe(how);
  });

  it('ends the subscription of one who takes nothing while much happens', async () => {
    const subscription = client.subscribeToAll({ fromPosition: END });
    const ended = new Promise<unknown>((resolve) => subscription.on('error', resolve));
    await new Promise((resolve) => subscription.once('caughtUp', resolve));
    subscription.pause();
    for (let page = 0; page < 10; page++)
      await client.appendToStream(
        'a',
        Array.from({ length: 10 }, () => happened('x'.repeat(50_000))),
        { expectedRevision: page === 0 ? 'no_stream' : BigInt(page * 10 - 1) },
      );
    await until(() => server.faults.openSubscriptions === 0);
    subscription.resume();
    expect(await ended).toMatchObject({
      type: ErrorType.TIMEOUT,
      message: expect.stringContaining('Consumer too slow'),
    });
  });

  it('takes connections and answers nothing while it is paused, and answers all of it afterwards', async () => {
    await client.appendToStream('a', happened('1'), expected);
    server.pause();
    const other = EventStoreDBClient.connectionString(server.connectionString);
    const asked = [
      client.appendToStream('b', happened('2'), expected),
      other.appendToStream('c', happened('3'), expected),
    ];
    expect(await Promise.race([...asked, after(100).then(() => 'nothing')])).toBe('nothing');
    server.resume();
    await Promise.all(asked);
    await other.dispose();
    expect([written('b'), written('c')]).toEqual([1, 1]);
  });

  it('refuses while it is stopped, and has everything at the same port after it was started again', async () => {
    const event = happened('1');
    await client.appendToStream('a', event, expected);
    await server.stop();
    expect(await refusal(textsOf('a'))).toBe(ErrorType.UNAVAILABLE);
    await server.restart();
    const again = EventStoreDBClient.connectionString(server.connectionString);
    const done = await again.appendToStream('a', event, expected);
    expect(done.nextExpectedRevision).toBe(0n);
    expect(written('a')).toBe(1);
    await again.appendToStream('a', event);
    await again.dispose();
    // With `any` it knows an id only until it stops: so does the real one.
    expect(written('a')).toBe(2);
  });

  it("has the server's own events between those of users, unless a reader filters them away", async () => {
    for (let number = 0; number < 10; number++)
      await client.appendToStream(`s-${number}`, happened(), expected);
    await client.deleteStream('s-1');
    await client.tombstoneStream('s-2');
    const types = new Set<string>();
    for await (const { event } of client.readAll()) if (event) types.add(event.type);
    expect([...types].toSorted()).toEqual(['$metadata', '$statsCollected', '$streamDeleted', 'Happened']);
    const seen = new Set<string>();
    const subscription = client.subscribeToAll({ fromPosition: START, filter: excludeSystemEvents() });
    subscription.on('data', ({ event }) => event && seen.add(event.type));
    await new Promise((resolve) => subscription.once('caughtUp', resolve));
    await subscription.unsubscribe();
    expect([...seen]).toEqual(['Happened']);
  });
});

describe('a cluster of the stand-in of EventStoreDB, as the real client sees it', () => {
  it('leads the client to the leader, and to the next one', async () => {
    const cluster = await startStandInCluster(3);
    const client = EventStoreDBClient.connectionString(cluster.connectionString);
    const append = (revision: number): Promise<unknown> =>
      refusal(
        client.appendToStream('a', happened(), {
          expectedRevision: revision < 0 ? 'no_stream' : BigInt(revision),
          requiresLeader: true,
        }),
      );
    expect(await append(-1)).toBe('none');
    cluster.lead(2);
    expect(await append(0)).toBe(ErrorType.NOT_LEADER);
    expect(await append(0)).toBe('none');
    await client.dispose();

    const [, follower] = cluster.nodes;
    const toFollower = EventStoreDBClient.connectionString(follower?.connectionString ?? '');
    // A follower passes on what does not insist on the leader.
    await toFollower.appendToStream('a', happened(), { expectedRevision: 1n });
    await toFollower.dispose();
    expect(follower?.log.everythingOf('a')).toHaveLength(3);
    await Promise.all(cluster.nodes.map((node) => node.close()));
  });

  it('goes on when the leader is gone and another one leads', async () => {
    const cluster = await startStandInCluster(3);
    const client = EventStoreDBClient.connectionString(cluster.connectionString);
    await client.appendToStream('a', happened(), { ...expected, ...ownCall });
    await cluster.nodes[0]?.stop();
    cluster.lead(1);
    await refusal(client.appendToStream('a', happened(), { expectedRevision: 0n, ...ownCall }));
    const done = await client.appendToStream('a', happened(), { expectedRevision: 0n, ...ownCall });
    expect(done.nextExpectedRevision).toBe(1n);
    await client.dispose();
    await Promise.all(cluster.nodes.map((node) => node.close()));
  });
});
