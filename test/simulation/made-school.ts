import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { developmentHashing } from '../../src/adapters/system/hashing.ts';
import { seededRandom } from '../../src/adapters/system/seeded-random.ts';
import { engineOver } from '../../src/app/wiring.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import type { Recorded } from '../../src/kernel/message.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import type { Random } from '../../src/ports/random.ts';
import { createLedger, type Ledger } from '../../projections/figures/index.ts';
import { simulate, type Simulated, type SimulationPlan } from '../../src/simulation/simulate.ts';

export interface MadeSchool {
  readonly store: EventStore;
  readonly simulated: Simulated;
}

export const planOf = (
  students: number,
  years: number,
  seed: string,
  until = '2026-11-22',
): SimulationPlan => ({
  students,
  years,
  seed,
  until: calendarDate(until),
});

export const makeSchool = async (
  plan: SimulationPlan,
  store: EventStore = memoryEventStore(),
  randomOf: (seed: string) => Random = seededRandom,
): Promise<MadeSchool> => ({
  store,
  simulated: await simulate(
    {
      store,
      hashing: developmentHashing,
      randomOf,
      engineWith: (parts) => engineOver(parts.store, parts.clock, developmentHashing),
    },
    plan,
  ),
});

export const eventsOf = (store: EventStore): Promise<readonly Recorded[]> =>
  store.readAll(undefined, 1_000_000);

/** Lines as they are exported: everything but the store's own token. */
export const linesOf = async (store: EventStore): Promise<readonly string[]> =>
  (await eventsOf(store)).map(({ id, stream, revision, type, version, data, meta }) =>
    JSON.stringify({ id, stream, revision, type, version, data, meta }),
  );

export const ledgerOf = async (store: EventStore): Promise<Ledger> => {
  const ledger = createLedger();
  ledger.add((await eventsOf(store)).map((event, index) => ({ ordinal: index + 1, event })));
  return ledger;
};
