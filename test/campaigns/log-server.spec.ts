import { beforeAll, describe, expect, it } from '@jest/globals';
import { playAll } from './in-children.ts';
import type { Build } from './log-server/builds.ts';
import type { Result } from './log-server/campaign.ts';
import type { Playing } from './log-server/child.ts';

const nothing = {
  lost: [],
  doubled: [],
  half: [],
  disordered: [],
  answeredOtherwise: [],
  refusedAndThere: [],
  notHeardOnce: [],
  readOtherwise: [],
  notBack: [],
};

describe('servers of the log (stand-ins of EventStoreDB) that have every trouble they can have', () => {
  // How fast they are back is measured where nothing else runs (npm run campaign:log); here only that they are.
  const small = { commands: 150, backWithin: 60_000 };
  const playings: readonly Playing[] = [
    { ...small, seed: 'one server', servers: 1 },
    { ...small, seed: 'a cluster', servers: 3 },
    { ...small, seed: 'new ids', servers: 1, build: 'asksAgainWithNewIds' },
    { ...small, seed: 'taken for done', servers: 1, build: 'takesUnknownForDone' },
  ];
  let results: readonly Result[];
  beforeAll(async () => {
    results = await playAll<Result>(new URL('log-server/child.ts', import.meta.url), playings);
  }, 240_000);
  const findingsOf = (build: Build) => results.find((result) => result.build === build)?.findings;

  it('lose and double nothing, leave nobody in doubt, and commands and readers come back with them', () => {
    const honest = results.filter(({ build }) => build === 'honest');
    expect(honest.map(({ findings }) => findings)).toEqual([nothing, nothing]);
    for (const { acknowledged, unknown, outages, slowest } of honest) {
      expect(acknowledged).toBeGreaterThanOrEqual(small.commands);
      expect(unknown).toBeGreaterThan(0);
      expect(outages).toBeGreaterThan(1);
      expect(Object.keys(slowest).sort()).toEqual(['commands', 'follower', 'read models', 'workflows']);
    }
  });

  it('are survived by no build that takes what is unknown for failed, and asks again under new ids', () => {
    expect(findingsOf('asksAgainWithNewIds')?.doubled).not.toEqual([]);
  });

  it('are survived by no build that takes what is unknown for done', () => {
    expect(findingsOf('takesUnknownForDone')?.lost).toContainEqual(
      expect.stringMatching(/events are not there$/),
    );
  });
});
