import { describe, expect, it } from '@jest/globals';
import { compareSchool } from './figures/campaign.ts';

/** A tenth of what `npm run campaign:figures` compares, of fewer schools. */
const small = { seed: 'figures', students: 80, years: 2 };

describe('the figures of a simulated school', () => {
  it('are the same when they are computed a second time from its events, and every cell opens to what it counts', async () => {
    const { lines, findings } = await compareSchool({ ...small, build: 'honest' });
    expect(findings).toEqual([]);
    expect(lines).toBeGreaterThan(1_000);
  }, 60_000);

  it.each(['deafToDiplomas', 'opensOneLess'] as const)('are found out when they are %s', async (build) => {
    const { findings } = await compareSchool({ ...small, years: 1, build });
    expect(findings).not.toEqual([]);
  });
});
