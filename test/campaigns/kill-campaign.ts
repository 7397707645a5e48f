import { openSqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { seededRandom } from '../../src/adapters/system/seeded-random.ts';
import type { Random } from '../../src/ports/random.ts';
import { checkLog, type Findings, type Known } from './check-log.ts';
import type { Life } from './child.ts';
import { LifeOfChild } from './life.ts';
import { Load, type Request } from './load.ts';
import type { Reply } from './office.ts';
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
/** How often an acknowledged request is asked again, to hear the same answer. */
const repeats = 0.05;
const [soonest, latest] = [5, 250];
/** Some are killed while they open and recover the log. */
const killedAtStart = 0.1;
const longestStart = 150;

/** What was asked and what was heard of it, kept by the parent alone. */
class Account {
  readonly #known = new Map<string, Known>();
  readonly #acknowledged: Request[] = [];
  readonly #again: Request[] = [];
  readonly #random: Random;
  readonly #load: Load;
  askedAgain = 0;
  unanswered = 0;

  constructor(random: Random) {
    this.#random = random;
    this.#load = new Load(random);
  }

  get known(): Iterable<Known> {
    return this.#known.values();
  }
  get acknowledged(): number {
    return this.#acknowledged.length;
  }

  /** What was never answered goes first; then something new, or something that was answered before. */
  toAsk(): Request {
    const before = this.leftOver();
    if (before) return before;
    if (this.#random.number() < repeats) {
      const repeated = this.#acknowledged[Math.floor(this.#random.number() * this.#acknowledged.length)];
      if (repeated) return repeated;
    }
    const request = this.#load.next();
    this.#known.set(request.commandId, { request, otherwise: [] });
    return request;
  }

  /** In the last life nothing new is begun: only what is open, until there is none. */
  leftOver(): Request | undefined {
    return this.#again.shift();
  }

  heard(request: Request, reply: Reply | undefined): void {
    const known = this.#known.get(request.commandId);
    if (!known) throw new Error('an answer to what was never asked');
    if (reply === undefined) {
      this.unanswered++;
      if (!known.acknowledged) this.#again.push(request);
      return;
    }
    const { acknowledged } = known;
    if (acknowledged) {
      this.askedAgain++;
      if (!sameAnswer(acknowledged, reply)) known.otherwise.push(reply);
    } else if (reply.outcome === 'done') {
      // It was so already: nothing was written, so nothing is remembered of it.
      if (reply.events?.length === 0) return;
      known.acknowledged = reply;
      this.#acknowledged.push(request);
      this.#load.acknowledged(request);
    } else if (reply.outcome === 'conflict') {
      this.#again.push(request);
    } else if (reply.outcome !== 'refused') {
      throw new Error(`${request.commandId}: ${reply.outcome}: ${reply.why ?? ''}`);
    }
  }
}

const sameAnswer = (first: Reply, later: Reply): boolean =>
  later.outcome === 'done' &&
  later.repeated === true &&
  first.stream === later.stream &&
  first.revision === later.revision &&
  first.position === later.position &&
  first.events?.join() === later.events?.join();

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
