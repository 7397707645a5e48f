import { describe, expect, it } from '@jest/globals';
import { freshFolder } from '../adapters/fresh-folder.ts';
import { killCampaign } from './kill-campaign.ts';

describe('a process that is killed under load, again and again', () => {
  it('loses nothing that it acknowledged, doubles nothing, leaves no half batch, answers repeats alike, and has the read models of a rebuild', async () => {
    const result = await killCampaign({ kills: 25, seed: 'npm test', folder: freshFolder() });
    expect(result.findings).toEqual({
      lost: [],
      doubled: [],
      half: [],
      disordered: [],
      answeredOtherwise: [],
    });
    expect(result.views).toEqual({ rows: expect.any(Number), differences: [] });
    expect(result.views.rows).toBeGreaterThan(0);
    expect(result.acknowledged).toBeGreaterThan(300);
    expect(result.askedAgain).toBeGreaterThan(0);
    expect(result.unanswered).toBeGreaterThan(100);
  }, 120_000);

  it('is caught when it answers before it commits', async () => {
    const { findings } = await killCampaign({
      // One of them comes between an answer and its commit, also on a machine that has little time for either.
      kills: 12,
      seed: 'control',
      folder: freshFolder(),
      build: 'answersBeforeCommit',
    });
    expect(findings.lost).not.toEqual([]);
  }, 60_000);
});
