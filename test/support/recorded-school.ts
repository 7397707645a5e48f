import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { developmentHashing } from '../../src/adapters/system/hashing.ts';
import { seededRandom } from '../../src/adapters/system/seeded-random.ts';
import { workflowsBeside } from '../../src/app/workflows/beside.ts';
import { engineOver } from '../../src/app/wiring.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import { simulate } from '../../src/simulation/simulate.ts';

/** A small school with all that its workflows asked, climbed and found, as a release records it; the same each time. */
export const recordedSchool = async (
  { students = 30, years = 2, seed = 'recorded-3', until = '2026-11-22' } = {},
  store: EventStore = memoryEventStore(),
): Promise<EventStore> => {
  await simulate(
    {
      store,
      hashing: developmentHashing,
      randomOf: seededRandom,
      engineWith: (parts) => engineOver(parts.store, parts.clock, developmentHashing),
      besideOf: workflowsBeside,
    },
    { students, years, seed, until: calendarDate(until) },
  );
  return store;
};
