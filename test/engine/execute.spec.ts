import { describe, expect, it } from '@jest/globals';
import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { developmentHashing } from '../../src/adapters/system/hashing.ts';
import { staffId } from '../../src/domain/staff/ids.ts';
import { staffSubject } from '../../src/domain/staff/subject.ts';
import { type CommandContext, Engine } from '../../src/engine/execute.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { instant } from '../../src/kernel/instant.ts';
import { uuid } from '../../src/kernel/message.ts';
import type { EventStore } from '../../src/ports/event-store.ts';

const fatima = staffId('11111111-1111-4111-8111-111111111111');
const commandId = uuid('22222222-2222-4222-8222-222222222222');
const context: CommandContext = {
  commandId,
  actor: { id: fatima, role: 'operator' },
  source: 'api',
};
const register = (name: string) => ({ type: 'RegisterStaff', on: calendarDate('2026-09-01'), name }) as const;

/** The store's own ways, to change some of them. */
const over = (store: EventStore): EventStore => ({
  append: (...asked) => store.append(...asked),
  readStream: (...asked) => store.readStream(...asked),
  readAll: (...asked) => store.readAll(...asked),
  head: () => store.head(),
  follow: (...asked) => store.follow(...asked),
  close: () => store.close(),
});

const engineOver = (store: EventStore): Engine =>
  new Engine({
    store,
    clock: { now: () => instant('2026-09-01T10:00:00.000Z') },
    hashing: developmentHashing,
  });

describe('a command that is sent again', () => {
  it('is answered as the first time, and writes nothing', async () => {
    const store = memoryEventStore();
    const engine = engineOver(store);
    const first = await engine.execute(staffSubject, fatima, register('Fatima'), context);
    const again = await engine.execute(staffSubject, fatima, register('Fatima'), context);
    expect(again).toEqual({ ...first, repeated: true });
    expect(await store.readStream(`staff-${fatima}`)).toHaveLength(1);
  });

  it('is refused with another body, later and also at the same moment', async () => {
    const store = memoryEventStore();
    const engine = engineOver(store);
    const outcomes = await Promise.all([
      engine.execute(staffSubject, fatima, register('Fatima'), context),
      engine.execute(staffSubject, fatima, register('Joris'), context),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['done', 'otherBody']);
    const later = await engine.execute(staffSubject, fatima, register('Joris'), context);
    expect(later.outcome).toBe('otherBody');
    expect(await store.readStream(`staff-${fatima}`)).toHaveLength(1);
  });

  it('is answered and folded as the log has it, where the store says that it is new', async () => {
    const store = memoryEventStore();
    let reads = 0;
    const knowing: EventStore = {
      ...over(store),
      append: async (...asked) => {
        const appended = await store.append(...asked);
        return appended.done ? { ...appended, isNew: true } : appended;
      },
      readStream: async (stream, from) => {
        const events = await store.readStream(stream, from);
        reads += events.length;
        return events;
      },
    };
    const engine = engineOver(knowing);
    const first = await engine.execute(staffSubject, fatima, register('Fatima'), context);
    const folded = await engine.fold(staffSubject, `staff-${fatima}`);
    expect(reads).toBe(0);
    const other = engineOver(store);
    expect(folded).toEqual(await other.fold(staffSubject, `staff-${fatima}`));
    const again = await other.execute(staffSubject, fatima, register('Fatima'), context);
    expect(again).toEqual({ ...first, repeated: true });
    expect(await engine.execute(staffSubject, fatima, register('Fatima'), context)).toEqual(again);
  });

  it('is answered by another engine over the same log as well: the log is all that remembers', async () => {
    const store = memoryEventStore();
    const first = await engineOver(store).execute(staffSubject, fatima, register('Fatima'), context);
    const again = await engineOver(store).execute(staffSubject, fatima, register('Fatima'), context);
    expect(again).toEqual({ ...first, repeated: true });
  });
});

describe('a command of somebody who has not seen the latest', () => {
  it('is a conflict and is not tried again', async () => {
    const engine = engineOver(memoryEventStore());
    await engine.execute(staffSubject, fatima, register('Fatima'), context);
    const answer = await engine.execute(
      staffSubject,
      fatima,
      { type: 'AssignRole', role: 'coach', from: calendarDate('2026-09-01') },
      { ...context, commandId: uuid('33333333-3333-4333-8333-333333333333'), seenRevision: 4 },
    );
    expect(answer).toEqual({ outcome: 'conflict', stream: `staff-${fatima}`, revision: 0 });
  });
});

describe('what must stand before the first event', () => {
  it('is written once, with the first event and not with a refusal', async () => {
    const store = memoryEventStore();
    let prepared = 0;
    const engine = new Engine({
      store,
      clock: { now: () => instant('2026-09-01T10:00:00.000Z') },
      hashing: developmentHashing,
      beforeFirstAppend: async () => {
        prepared++;
      },
    });
    const nobody = { ...context, actor: { id: fatima, role: 'student' as const } };
    expect((await engine.execute(staffSubject, fatima, register('Fatima'), nobody)).outcome).toBe('refused');
    expect(prepared).toBe(0);
    await engine.execute(staffSubject, fatima, register('Fatima'), context);
    await engine.execute(staffSubject, fatima, register('Fatima'), {
      ...context,
      commandId: uuid('44444444-4444-4444-8444-444444444444'),
    });
    expect(prepared).toBe(1);
  });
});
