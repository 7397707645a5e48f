import { randomUUID } from 'node:crypto';
import { TimerIndex } from '../../../src/app/workflows/player.ts';
import { Engine } from '../../../src/engine/execute.ts';
import { addDays, type CalendarDate } from '../../../src/kernel/calendar-date.ts';
import { uuid } from '../../../src/kernel/message.ts';
import type { EventStore } from '../../../src/ports/event-store.ts';

/** What is under test: as it is, or broken in one way that the campaign must find. */
export const builds = ['honest', 'randomIds', 'forgetsTimers', 'firesEarly'] as const;
export type Build = (typeof builds)[number];

/** Names each command by chance: what is delivered again is done again. */
class RandomIds extends Engine {
  override execute: Engine['execute'] = (subject, id, command, context) =>
    super.execute(subject, id, command, { ...context, commandId: uuid(randomUUID()) });
}

/** Takes today for tomorrow: it does not say no to what comes before its time. */
class Hasty extends Engine {
  override today(): CalendarDate {
    return addDays(super.today(), 1);
  }
}

const engines = { honest: Engine, randomIds: RandomIds, forgetsTimers: Engine, firesEarly: Hasty };

export const engineOf = (build: Build, parts: ConstructorParameters<typeof Engine>[0]): Engine =>
  new engines[build](parts);

/** The timers that a process has when it begins anew: those in the log; of the forgetful one, those that it sets itself. */
export const timersOf = async (build: Build, store: EventStore): Promise<TimerIndex> =>
  new TimerIndex(store, build === 'forgetsTimers' ? await store.head() : undefined);
