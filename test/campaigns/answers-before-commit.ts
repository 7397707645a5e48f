import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import type { Recorded } from '../../src/kernel/message.ts';
import type { EventStore } from '../../src/ports/event-store.ts';

const commitEvery = 15;

const expectationBefore = (first: Recorded) => (first.revision === 0 ? 'none' : first.revision - 1);

/**
 * The build that the campaign must catch: it answers from memory and commits a little later, as a log does
 * that is not flushed at each commit.
 */
export const answersBeforeCommit = async (log: EventStore): Promise<EventStore> => {
  const memory = memoryEventStore();
  for (const event of await log.readAll(undefined, Number.MAX_SAFE_INTEGER))
    await memory.append(event.stream, expectationBefore(event), [event]);

  let committed = await memory.head();
  let committing: Promise<unknown> = Promise.resolve();
  const commit = async () => {
    const waiting = await memory.readAll(committed, Number.MAX_SAFE_INTEGER);
    committed = waiting.at(-1)?.position ?? committed;
    await Promise.all(waiting.map((event) => log.append(event.stream, expectationBefore(event), [event])));
  };
  const timer = setInterval(() => {
    committing = committing.then(commit);
  }, commitEvery);

  return {
    append: (...asked) => memory.append(...asked),
    readStream: (...asked) => memory.readStream(...asked),
    readAll: (...asked) => memory.readAll(...asked),
    head: () => memory.head(),
    follow: (...asked) => memory.follow(...asked),
    close: async () => {
      clearInterval(timer);
      await committing;
      await commit();
      await log.close();
    },
  };
};
