import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { openSqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { seededRandom } from '../../src/adapters/system/seeded-random.ts';
import { sabCaseEvents } from '../../src/domain/sab-case/events.ts';
import { guidanceEvents } from '../../src/domain/trajectory/events/guidance.ts';
import { secondLineEvents } from '../../src/domain/trajectory/events/second-line.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import { whyNot } from '../../src/simulation/simulate.ts';
import { eventsOf, linesOf, makeSchool, planOf } from './made-school.ts';

const plan = planOf(60, 1, 'same');

/** Answers now soon, now late, as a disk does. */
const capricious = (store: EventStore): EventStore => {
  let turn = 0;
  return {
    append: async (...asked) => {
      const appended = await store.append(...asked);
      for (let left = (turn++ * 7) % 5; left > 0; left--) await Promise.resolve();
      return appended;
    },
    readStream: (stream, from) => store.readStream(stream, from),
    readAll: (after, limit) => store.readAll(after, limit),
    head: () => store.head(),
    follow: (after, signal) => store.follow(after, signal),
    close: () => store.close(),
  };
};

describe('a simulated school', () => {
  it('is the same to the byte for the same arguments, in every store, however it answers', async () => {
    const { store } = await makeSchool(plan);
    const lines = await linesOf(store);
    expect(lines.length).toBeGreaterThan(1_000);

    const slow = capricious(memoryEventStore());
    await makeSchool(plan, slow);
    expect(await linesOf(slow)).toEqual(lines);

    const folder = mkdtempSync(join(tmpdir(), 'wissel-simulation-'));
    const sqlite = await openSqliteEventStore({ file: join(folder, 'log.sqlite') });
    try {
      await makeSchool(plan, sqlite);
      expect(await linesOf(sqlite)).toEqual(lines);
    } finally {
      await sqlite.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('has the same paths, to the byte, under whatever guidance', async () => {
    const guided = new Set([guidanceEvents, secondLineEvents, sabCaseEvents].flatMap(Object.keys));
    const pathsOf = async (store: EventStore): Promise<readonly string[]> =>
      (await eventsOf(store))
        .filter(({ type }) => !guided.has(type))
        .map(({ position: _, revision: __, ...event }) => JSON.stringify(event));
    const [one, other] = await Promise.all([
      makeSchool(plan),
      makeSchool(plan, memoryEventStore(), (seed) =>
        seededRandom(seed.endsWith('/guidance') ? `${seed}, otherwise` : seed),
      ),
    ]);
    expect(await linesOf(one.store)).not.toEqual(await linesOf(other.store));
    const paths = await pathsOf(one.store);
    expect(paths.length).toBeGreaterThan(1_000);
    expect(await pathsOf(other.store)).toEqual(paths);
  });

  it('is another one for another seed', async () => {
    const [one, other] = await Promise.all([
      makeSchool(planOf(10, 1, 'one')),
      makeSchool(planOf(10, 1, 'two')),
    ]);
    expect(await linesOf(one.store)).not.toEqual(await linesOf(other.store));
  });

  it('goes into an empty store only, and not beyond today', async () => {
    const today = calendarDate('2026-11-22');
    expect(await whyNot(memoryEventStore(), plan, today)).toBeUndefined();
    const { store } = await makeSchool(planOf(1, 1, 'one'));
    expect(await whyNot(store, plan, today)).toEqual({ code: 'StoreNotEmpty' });
    expect(await whyNot(memoryEventStore(), plan, calendarDate('2026-11-21'))).toEqual({
      code: 'UntilAhead',
      until: '2026-11-22',
      today: '2026-11-21',
    });
    expect(await whyNot(memoryEventStore(), { ...plan, students: 0 }, today)).toMatchObject({
      code: 'OutOfRange',
      what: 'students',
    });
    expect(await whyNot(memoryEventStore(), { ...plan, years: 1.5 }, today)).toMatchObject({
      code: 'OutOfRange',
      what: 'years',
    });
    expect(await whyNot(memoryEventStore(), { ...plan, until: calendarDate('2002-09-30') }, today)).toEqual({
      code: 'OutOfRange',
      what: 'until',
      allowed: 'with 1 years a day from 2002-10-01 on',
    });
    expect(
      await whyNot(memoryEventStore(), { ...plan, until: calendarDate('2002-10-01') }, today),
    ).toBeUndefined();
  });

  it('stops when somebody else writes to its log', async () => {
    const store = memoryEventStore();
    const disturbed: EventStore = {
      ...capricious(store),
      append: async (stream, expected, events) =>
        stream.startsWith('trajectory-')
          ? { done: false, since: [] }
          : store.append(stream, expected, events),
    };
    await expect(makeSchool(planOf(5, 1, 'one'), disturbed)).rejects.toThrow('somebody else writes');
  });
});
