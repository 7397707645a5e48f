import { randomUUID } from 'node:crypto';
import { eventId } from '../../../src/engine/ids.ts';
import { uuid } from '../../../src/kernel/message.ts';
import { type EventStore, StoreAway, UnknownOutcome } from '../../../src/ports/event-store.ts';
import { counterSubject } from '../counter.ts';
import type { Request } from '../load.ts';
import type { Reply } from '../office.ts';

/** What is under test: as it is, or broken in one way that the campaign must find. */
export const builds = ['honest', 'asksAgainWithNewIds', 'takesUnknownForDone'] as const;
export type Build = (typeof builds)[number];

const isUnanswered = (error: unknown): boolean =>
  error instanceof UnknownOutcome || error instanceof StoreAway;

/** Takes what is unknown for failed: it looks where the stream is now, and appends there as if it were new. */
const askingAgainWithNewIds = (store: EventStore): EventStore => ({
  append: async (stream, expected, events) => {
    for (let place = expected, asked = events; ;) {
      try {
        return await store.append(stream, place, asked);
      } catch (error) {
        if (!isUnanswered(error)) throw error;
      }
      const last = (await store.readStream(stream)).at(-1);
      place = last?.revision ?? 'none';
      asked = events.map((event) => ({ ...event, id: uuid(randomUUID()) }));
    }
  },
  readStream: (...asked) => store.readStream(...asked),
  readAll: (...asked) => store.readAll(...asked),
  head: () => store.head(),
  follow: (...asked) => store.follow(...asked),
  close: () => store.close(),
});

export const storeOf = (build: Build, store: EventStore): EventStore =>
  build === 'asksAgainWithNewIds' ? askingAgainWithNewIds(store) : store;

/** An office that says of a batch whose outcome it does not know that it is done, as it would be had it been written. */
const takenForDone = (request: Request): Reply | undefined => {
  if (request.kind !== 'count') return undefined;
  const stream = counterSubject.stream(request.counter);
  const events = Array.from({ length: request.events }, (_, index) =>
    eventId(request.commandId, stream, index),
  );
  return { outcome: 'done', stream, revision: 0, position: '0', events };
};

/** Whether the office could not say: asked again it may. The broken one says something all the same. */
export const answerOf = (build: Build, request: Request, reply: Reply): Reply | 'unknown' => {
  if (reply.outcome !== 'failed' || !/^(UnknownOutcome|StoreAway):/.test(reply.why ?? '')) return reply;
  return (build === 'takesUnknownForDone' && takenForDone(request)) || 'unknown';
};
