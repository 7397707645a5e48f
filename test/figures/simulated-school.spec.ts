import { describe, expect, it } from '@jest/globals';
import { eventsOf, makeSchool, planOf } from '../simulation/made-school.ts';
import { createLedger } from '../../projections/figures/index.ts';
import { rowsOn } from './asking.ts';
import { day } from './history.ts';
import { recomputed } from './recomputed.ts';

describe('a simulated school', () => {
  it('has the same rows when they are computed once more from its events, also as known earlier', async () => {
    const { store } = await makeSchool(planOf(80, 2, 'figures'));
    const entries = (await eventsOf(store)).map((event, index) => ({ ordinal: index + 1, event }));
    const ledger = createLedger();
    ledger.add(entries);
    for (const [year, knownOn] of [
      [2024, '2026-11-22'],
      [2025, '2026-11-22'],
      [2024, '2025-10-10'],
    ] as const) {
      const rows = rowsOn(ledger, { year, knownOn: day(knownOn) }).map(({ events: _, ...row }) => row);
      expect(rows.length).toBeGreaterThan(60);
      expect(rows).toEqual(recomputed(entries, year, knownOn));
    }
  });
});
