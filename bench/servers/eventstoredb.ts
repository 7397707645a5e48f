import { EventStoreDBClient, type JSONType, NO_STREAM, type Position, START } from '@eventstore/db-client';
import { openEventStoreDb } from '../../src/adapters/eventstoredb/event-store.ts';
import { connectionOf } from '../../src/adapters/eventstoredb/connection-string.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import { appendAll, callers, perSecond, type Prepared, prepared } from '../append.ts';
import { type Measure, type Progress, share, threeRounds } from '../measure.ts';

const appends = 6_000;
const eventsToRead = 60_000;
const togetherInOne = 100;
const page = 1_000;
const goal = 0.8;

/** The client as its manual has it, but for the call: with credentials it is Append, which is ours too. */
const bareAppends = (
  client: EventStoreDBClient,
  credentials: ReturnType<typeof connectionOf>['credentials'],
  work: readonly Prepared[],
) =>
  appendAll(
    {
      append: async (stream, _expected, [event]) => {
        if (!event) throw new RangeError('an append of nothing');
        const { id, type, version, data, meta } = event;
        const { position } = await client.appendToStream(
          stream,
          {
            id,
            type,
            contentType: 'application/json',
            data: data as JSONType,
            metadata: { version, meta },
          },
          { expectedRevision: NO_STREAM, credentials },
        );
        return { done: true, revision: 0, position: position?.commit ?? 0n };
      },
    },
    work,
    callers,
  );

const fill = async (store: EventStore): Promise<void> => {
  for (let done = 0; done < eventsToRead; done += togetherInOne) {
    const events = prepared(togetherInOne);
    await store.append(
      events[0]?.stream ?? '',
      'none',
      events.map(({ event }) => event),
    );
  }
};

/** The client's own way: one read without an end, handed over an event at a time. */
const bareCatchUp = (
  client: EventStoreDBClient,
  credentials: object,
  fromPosition: Position | typeof START,
) =>
  perSecond(eventsToRead, async () => {
    let read = 0;
    for await (const { event } of client.readAll({ fromPosition, maxCount: eventsToRead, ...credentials }))
      if (event && !event.streamId.startsWith('$')) read++;
    if (read === 0) throw new RangeError('nothing was read');
  });

const ourCatchUp = (store: EventStore, after: bigint | undefined) =>
  perSecond(eventsToRead, async () => {
    let at = after;
    for (let read = 0; read < eventsToRead;) {
      const events = await store.readAll(at, page);
      const last = events.at(-1);
      if (!last) throw new RangeError(`only ${read} events were read`);
      at = last.position;
      read += events.length;
    }
  });

/** Appends and catching up, our adapter and the bare client in turn on one server. */
export const beside = async function* (
  connectionString: string,
  progress: Progress,
): AsyncGenerator<Measure> {
  const { servers, credentials } = connectionOf(connectionString);
  const client = EventStoreDBClient.connectionString(servers[0] ?? '');
  const store = await openEventStoreDb({ connectionString });
  const after = await store.head();
  progress(`appending ${eventsToRead} events to read`);
  await fill(store);
  await bareAppends(client, credentials, prepared(appends));
  const from: Position | typeof START = after === undefined ? START : { commit: after, prepare: after };
  const rounds = await threeRounds(async (number) => {
    const bare = await bareAppends(client, credentials, prepared(appends));
    const ours = await appendAll(store, prepared(appends), callers);
    const bareRead = await bareCatchUp(client, { credentials }, from);
    const ourRead = await ourCatchUp(store, after);
    const said = [ours, bare, ourRead, bareRead].map(Math.round);
    progress(
      `round ${number}: appends ${said[0]}/s, bare ${said[1]}/s; reading ${said[2]}/s, bare ${said[3]}/s`,
    );
    return { appending: { value: ours, limit: bare }, reading: { value: ourRead, limit: bareRead } };
  });
  await store.close();
  await client.dispose();
  yield share(
    `append to EventStoreDB, ${callers} callers`,
    'events/s',
    'the bare client over the same call (Append)',
    rounds.map(({ appending }) => appending),
    goal,
  );
  yield share(
    'catch up from EventStoreDB',
    'events/s',
    'the bare client in one read',
    rounds.map(({ reading }) => reading),
    goal,
  );
};
