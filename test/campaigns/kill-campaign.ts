import { openSqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { seededRandom } from '../../src/adapters/system/seeded-random.ts';
import { Account } from './account.ts';
import { checkLog, type Findings } from './check-log.ts';
import type { Life } from './child.ts';
import { LifeOfChild } from './life.ts';
import { compareWithRebuild, type ViewsCompared } from './views.ts';

export interface Campaign {
  readonly kills: number;
  readonly seed: string;
  readonly folder: string;
  readonly build?: Life['build'];
  readonly say?: (text: string) => void;
}

export interface Result {
  readonly kills: number;
  readonly seed: string;
  readonly acknowledged: number;
  readonly askedAgain: number;
  /** Asked, killed before the answer, and asked again in a later life. */
  readonly unanswered: number;
  readonly events: number;
  readonly findings: Findings;
  readonly views: ViewsCompared;
}

const callers = 48;
const [soonest, latest] = [5, 250];
/** Some are killed while they open and recover the log. */
const killedAtStart = 0.1;
const longestStart = 150;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * A process under load is killed again and again, at moments that the seed decides, and begun again on the same
 * folder; in the end all that was asked is asked until it is answered, and the log is held against the answers.
 */
export const killCampaign = async ({
  kills,
  seed,
  folder,
  build = 'honest',
  say = () => undefined,
}: Campaign): Promise<Result> => {
  const random = seededRandom(seed);
  const account = new Account(random);
  const life: Life = { file: `${folder}/log.sqlite`, build };

  for (let kill = 1; kill <= kills; kill++) {
    const child = new LifeOfChild(life);
    if (random.number() < killedAtStart) {
      await pause(random.number() * longestStart);
      await child.kill();
      continue;
    }
    await child.ready();
    let alive = true;
    const caller = async () => {
      while (alive) {
        const request = account.toAsk();
        account.heard(request, await child.ask(request));
      }
    };
    const working = Array.from({ length: callers }, caller);
    await pause(soonest + random.number() * (latest - soonest));
    alive = false;
    await child.kill();
    await Promise.all(working);
    if (kill % 25 === 0) say(`${kill} of ${kills} kills, ${account.acknowledged} acknowledged`);
  }

  const child = new LifeOfChild(life);
  await child.ready();
  for (let request = account.leftOver(); request; request = account.leftOver())
    account.heard(request, await child.ask(request));
  await child.end();

  const log = await openSqliteEventStore({ file: life.file, readOnly: true });
  const events = await log.readAll(undefined, Number.MAX_SAFE_INTEGER);
  const views = await compareWithRebuild(log, folder);
  await log.close();
  const { acknowledged, askedAgain, unanswered } = account;
  return {
    kills,
    seed,
    acknowledged,
    askedAgain,
    unanswered,
    events: events.length,
    findings: checkLog(events, account.known),
    views,
  };
};
