import { describe, expect, it } from '@jest/globals';
import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { memoryViewStore } from '../../src/adapters/memory/view-store.ts';
import type { Folds } from '../../src/engine/execute.ts';
import { type Hearer, RunWorkflows } from '../../src/engine/run-workflows.ts';
import type { Recorded, Uuid } from '../../src/kernel/message.ts';
import { StoreClosed } from '../../src/ports/event-store.ts';
import { checkpointOf, happens, pupilId } from '../support/pupils.ts';

const [anna, bo] = [pupilId(901), pupilId(902)];

/** Hears every event of a pupil; throws where it is told to. */
const hearing = ({ each = true, poison = (_: Recorded): Error | undefined => undefined } = {}) => {
  const heard: [Uuid, Uuid][] = [];
  const hearer: Hearer = {
    name: 'hearer',
    each,
    types: ['Happened'],
    concerns: ({ stream }) => (stream.startsWith('pupil-') ? [stream.slice('pupil-'.length) as Uuid] : []),
    hear: async (key, cause) => {
      const error = poison(cause);
      if (error) throw error;
      heard.push([key, cause.id]);
    },
  };
  return { heard, hearer };
};

describe('running workflows', () => {
  it('lets each key hear its events in order, once', async () => {
    const [log, views] = [memoryEventStore(), memoryViewStore()];
    const { heard, hearer } = hearing();
    const [a1, b1, a2] = [await happens(log, anna), await happens(log, bo), await happens(log, anna)];
    const run = new RunWorkflows({ log, view: checkpointOf(views), hearers: [hearer] });
    expect(await run.catchUp()).toBe(3);
    expect(heard.filter(([key]) => key === anna)).toEqual([
      [anna, a1],
      [anna, a2],
    ]);
    expect(heard).toContainEqual([bo, b1]);
    expect(await run.catchUp()).toBe(0);
  });

  it('lets what follows from the present be heard by the last event of a stretch alone', async () => {
    const [log, views] = [memoryEventStore(), memoryViewStore()];
    const { heard, hearer } = hearing({ each: false });
    await happens(log, anna);
    const last = await happens(log, anna);
    await new RunWorkflows({ log, view: checkpointOf(views), hearers: [hearer] }).catchUp();
    expect(heard).toEqual([[anna, last]]);
  });

  it('lets all that hear a key share what they read, and nobody else; other types are shown to nobody', async () => {
    const [log, views] = [memoryEventStore(), memoryViewStore()];
    const shared = new Map<string, Set<Folds>>();
    const shown: string[] = [];
    const hearers = ['one', 'two'].map((name): Hearer => ({
      ...hearing().hearer,
      name,
      concerns: ({ stream, type }) => {
        shown.push(type);
        return [stream.slice('pupil-'.length) as Uuid];
      },
      hear: async (key, _cause, folds) => {
        shared.set(key, (shared.get(key) ?? new Set()).add(folds));
      },
    }));
    await happens(log, anna);
    await happens(log, bo);
    await happens(log, anna, 'ElseHappened');
    await new RunWorkflows({ log, view: checkpointOf(views), hearers }).catchUp();
    expect([...shared.values()].map(({ size }) => size)).toEqual([1, 1]);
    expect(new Set([...shared.values()].flatMap((folds) => [...folds])).size).toBe(2);
    expect(new Set(shown)).toEqual(new Set(['Happened']));
  });

  it('goes on where it stopped, and hears again what it had not put behind it', async () => {
    const [log, views] = [memoryEventStore(), memoryViewStore()];
    const first = hearing();
    await happens(log, anna);
    await new RunWorkflows({ log, view: checkpointOf(views), hearers: [first.hearer] }).catchUp();
    const next = await happens(log, bo);
    const crashing = hearing({ poison: () => new StoreClosed('gone') });
    const crashed = new RunWorkflows({ log, view: checkpointOf(views), hearers: [crashing.hearer] });
    await expect(crashed.catchUp()).rejects.toThrow('gone');
    const after = hearing();
    await new RunWorkflows({ log, view: checkpointOf(views), hearers: [after.hearer] }).catchUp();
    expect(after.heard).toEqual([[bo, next]]);
  });

  it('parks a key that throws with what comes later for it; the others go on; it outlives a restart', async () => {
    const [log, views] = [memoryEventStore(), memoryViewStore()];
    const bad = await happens(log, anna);
    const good = await happens(log, bo);
    const { heard, hearer } = hearing({
      poison: ({ id: event }) => (event === bad ? new Error('no such rule') : undefined),
    });
    const run = new RunWorkflows({ log, view: checkpointOf(views), hearers: [hearer] });
    await run.catchUp();
    await happens(log, anna);
    const more = await happens(log, bo);
    await run.catchUp();
    expect(heard).toEqual([
      [bo, good],
      [bo, more],
    ]);
    expect(run.isParked('hearer', anna)).toBe(true);
    const again = new RunWorkflows({ log, view: checkpointOf(views), hearers: [hearer] });
    expect(again.parked()).toMatchObject([
      { key: `hearer ${anna}`, event: bad, error: 'Error: no such rule', later: 1 },
    ]);
  });

  it('hears what was parked, and all that came later, when it is tried again', async () => {
    const [log, views] = [memoryEventStore(), memoryViewStore()];
    let broken = true;
    const first = await happens(log, anna);
    const { heard, hearer } = hearing({
      poison: () => (broken ? new Error('not yet') : undefined),
    });
    const run = new RunWorkflows({ log, view: checkpointOf(views), hearers: [hearer] });
    await run.catchUp();
    const second = await happens(log, anna);
    await run.catchUp();
    expect(await run.retry()).toBe(1);
    broken = false;
    expect(await run.retry()).toBe(0);
    expect(heard).toEqual([
      [anna, first],
      [anna, second],
    ]);
    const third = await happens(log, anna);
    await run.catchUp();
    expect(heard.at(-1)).toEqual([anna, third]);
  });
});
