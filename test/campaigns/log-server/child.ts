import { seededRandom } from '../../../src/adapters/system/seeded-random.ts';
import { type Campaign, play, type Result } from './campaign.ts';
import { standIns } from './servers.ts';

/** What a child is given to play: on so many stand-ins of the server. */
export type Playing = Omit<Campaign, 'servers' | 'waits'> & { readonly servers: number };

const onStandIns = async ({ servers: howMany, ...campaign }: Playing): Promise<Result> => {
  const servers = await standIns(howMany, seededRandom(`${campaign.seed}, servers`));
  try {
    return await play({ ...campaign, servers });
  } finally {
    await servers.close();
  }
};

/** A process of its own: what the client of the servers throws where nobody can catch it ends this one, and is told. */
process.on('message', (playing: Playing) => {
  onStandIns(playing).then(
    (result) => process.send?.({ result }),
    (error: unknown) =>
      process.send?.({ error: error instanceof Error ? (error.stack ?? '') : String(error) }),
  );
});
