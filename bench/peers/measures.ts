import { join } from 'node:path';
import { appendRate } from '../append.ts';
import { type Measure, type Progress, share, threeRounds } from '../measure.ts';
import { rebuildRate } from '../rebuild.ts';
import { withScratch } from '../scratch.ts';
import { answerOf, installed, Missing } from './installed.ts';
import { findPostgres, startPostgres } from './postgres.ts';
import { restateIn, startRestate } from './restate.ts';
import { timerRate, twoStepRate } from './two-steps.ts';

const secondsOfAppends = 3;
const eventsToRebuild = 3_000;
/** Some 100,000 events: with fewer, starting the thread is all that is measured. */
const trajectoriesWeRebuild = 3_000;
const millisecondsOfWorkflows = 2_000;

type Rates<Name extends string> = Readonly<Record<Name, number>>;

interface Rival<Name extends string> {
  readonly says: string;
  readonly rates: () => Promise<Rates<Name>>;
}

/** Starts a server for as long as the work takes. */
const beside = async <Server extends { stop(): Promise<void> }, T>(
  start: () => Promise<Server>,
  work: (server: Server) => Promise<T>,
): Promise<T> => {
  const server = await start();
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
};

type StoreRate = 'appendsPerSecond' | 'rebuiltPerSecond';
type WorkflowRate = 'timersPerSecond' | 'workflowsPerSecond';

const emmett = async (progress: Progress): Promise<Rival<StoreRate>> => {
  const postgres = findPostgres();
  const peer = await installed('emmett', progress);
  return {
    says: `Emmett ${peer.version('@event-driven-io/emmett')} with PostgreSQL ${postgres.version}`,
    rates: () =>
      beside(
        () => startPostgres(postgres),
        ({ url }) => answerOf(peer, 'emmett.mjs', [url, secondsOfAppends, eventsToRebuild]),
      ),
  };
};

const dbos = async (progress: Progress): Promise<Rival<WorkflowRate>> => {
  const postgres = findPostgres();
  const peer = await installed('dbos', progress);
  return {
    says: `DBOS ${peer.version('@dbos-inc/dbos-sdk')} with PostgreSQL ${postgres.version}`,
    rates: () =>
      beside(
        () => startPostgres(postgres),
        ({ url }) => answerOf(peer, 'dbos.mjs', [url, millisecondsOfWorkflows]),
      ),
  };
};

const restate = async (progress: Progress): Promise<Rival<WorkflowRate>> => {
  const peer = await installed('restate', progress);
  const program = restateIn(peer);
  return {
    says: `Restate ${peer.version('@restatedev/restate-server')}`,
    rates: () =>
      beside(
        () => startRestate(program),
        ({ ingress, admin }) => answerOf(peer, 'restate.mjs', [ingress, admin, millisecondsOfWorkflows]),
      ),
  };
};

const ourStore = (): Promise<Rates<StoreRate>> =>
  withScratch(async (scratch) => ({
    appendsPerSecond: await appendRate(join(scratch, 'append')),
    rebuiltPerSecond: await rebuildRate(join(scratch, 'rebuild'), trajectoriesWeRebuild),
  }));

const ourWorkflows = (): Promise<Rates<WorkflowRate>> =>
  withScratch(async (scratch) => ({
    timersPerSecond: await timerRate(join(scratch, 'timers'), millisecondsOfWorkflows),
    workflowsPerSecond: await twoStepRate(join(scratch, 'workflows'), millisecondsOfWorkflows),
  }));

/** Whoever can be measured on this machine; of the others it is said aloud what is missing. */
const present = async <Name extends string>(
  rivals: Comparison<Name>['rivals'],
  progress: Progress,
): Promise<readonly Rival<Name>[]> => {
  const found: Rival<Name>[] = [];
  for (const [name, rival] of Object.entries(rivals))
    try {
      found.push(await rival(progress));
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      progress(`SKIPPED ${name}: ${error.message}`);
    }
  return found;
};

const inWords = (rates: Rates<string>): string =>
  Object.entries(rates)
    .map(([name, rate]) => `${Math.round(rate)} ${name.replace('PerSecond', '/s')}`)
    .join(', ');

interface Comparison<Name extends string> {
  readonly ours: () => Promise<Rates<Name>>;
  readonly rivals: Readonly<Record<string, (progress: Progress) => Promise<Rival<Name>>>>;
  readonly measured: readonly (readonly [what: string, unit: string, rate: Name])[];
}

/** Three rounds; in each every one of them in turn, and ours last. */
const compare = async function* <Name extends string>(
  { ours, rivals, measured }: Comparison<Name>,
  progress: Progress,
): AsyncGenerator<Measure> {
  const found = await present(rivals, progress);
  if (found.length === 0) return;
  const rounds = await threeRounds(async (number) => {
    const told = (who: string, rates: Rates<Name>): Rates<Name> => {
      progress(`round ${number}: ${who}: ${inWords(rates)}`);
      return rates;
    };
    const theirs: Rates<Name>[] = [];
    for (const { says, rates } of found) theirs.push(told(says, await rates()));
    return { value: told('Wissel', await ours()), theirs };
  });
  for (const [what, unit, rate] of measured)
    for (const [index, { says }] of found.entries())
      yield share(
        what,
        unit,
        says,
        rounds.flatMap(({ value, theirs }) => {
          const limit = theirs[index];
          return limit ? [{ value: value[rate], limit: limit[rate] }] : [];
        }),
      );
};

/**
 * The same work on others, in turns with ours, each with the durability that it has by itself. Events and their
 * rebuild on Emmett with PostgreSQL. Workflows on DBOS with PostgreSQL and on Restate, by 64 callers: those of two
 * steps, each kept before the next (start, first, second, done), and those that each set a timer a year ahead,
 * counted when it is kept.
 *
 * A step of a peer is a function of which the outcome is kept. A step of ours is something that is asked and
 * happens: a command goes through the trajectory's rules into the log, is heard from there, and the task ends; two
 * appends where theirs is one record.
 */
export const measures = async function* (progress: Progress): AsyncGenerator<Measure> {
  yield* compare<WorkflowRate>(
    {
      ours: ourWorkflows,
      rivals: { DBOS: dbos, Restate: restate },
      measured: [
        ['timers set', 'timers/s', 'timersPerSecond'],
        ['workflows of two steps', 'workflows/s', 'workflowsPerSecond'],
      ],
    },
    progress,
  );
  yield* compare<StoreRate>(
    {
      ours: ourStore,
      rivals: { Emmett: emmett },
      measured: [
        ['append, 64 callers', 'events/s', 'appendsPerSecond'],
        ['rebuild', 'events/s', 'rebuiltPerSecond'],
      ],
    },
    progress,
  );
};
