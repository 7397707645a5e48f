import { describe, expect, it } from '@jest/globals';
import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { LogReader } from '../../src/app/figures/log-reader.ts';
import { type EventStore, StoreAway } from '../../src/ports/event-store.ts';
import { happens, pupilId } from '../support/pupils.ts';

/** A log of which each reading waits until it is let go, or is told that the log is away. */
const heldBack = (store: EventStore) => {
  const waiting: { readonly go: () => void; readonly fail: () => void }[] = [];
  let readings = 0;
  const readAll: EventStore['readAll'] = async (after, limit) => {
    readings += 1;
    await new Promise<void>((go, reject) => {
      waiting.push({ go, fail: () => reject(new StoreAway('nobody answers')) });
    });
    return store.readAll(after, limit);
  };
  const one = async () => {
    for (let turns = 0; waiting.length === 0 && turns < 1_000; turns++) await new Promise(setImmediate);
    return waiting.shift();
  };
  return { readAll, readings: () => readings, one };
};

describe('the reader of the whole log', () => {
  it('reads once more for all who asked while it read, and after they asked', async () => {
    const store = memoryEventStore();
    const log = heldBack(store);
    const reader = new LogReader(log);
    const first = reader.catchUp();
    const reading = await log.one();
    await happens(store, pupilId(1));
    const others = Promise.all(Array.from({ length: 20 }, () => reader.catchUp()));
    reading?.go();
    // A page with something in it, and one with nothing, which ends the reading; then the reading of all others.
    (await log.one())?.go();
    (await log.one())?.go();
    await Promise.all([first, others]);
    expect(reader.ordinal).toBe(1);
    expect(log.readings()).toBe(3);
  });

  it('lets all of them know at once that the log is away, and reads on when it is back', async () => {
    const log = heldBack(memoryEventStore());
    const reader = new LogReader(log);
    const first = reader.catchUp();
    const reading = await log.one();
    const others = Promise.allSettled(Array.from({ length: 20 }, () => reader.catchUp()));
    reading?.fail();
    await expect(first).rejects.toThrow(StoreAway);
    (await log.one())?.fail();
    const away = { status: 'rejected', reason: expect.any(StoreAway) as unknown };
    expect(await others).toEqual(Array.from({ length: 20 }, () => away));
    expect(log.readings()).toBe(2);
    const again = reader.catchUp();
    (await log.one())?.go();
    await again;
  });
});
