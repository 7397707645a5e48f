import { dependants } from '../../../projections/dossiers.ts';
import { workflows } from '../../../workflows/index.ts';
import type { Config } from '../config.ts';
import { StoreAway } from '../../ports/event-store.ts';
import type { Timers } from '../../ports/timers.ts';
import type { ReadModels } from '../read-models.ts';
import { inProcessTimers, sharedWith, viewsOf, type Writing } from '../wiring.ts';
import { hearersOf } from './hearers.ts';
import { type RunningParts, RunningWorkflows } from './running.ts';

const longestWait = 60_000;

/** The workflows of this build over a log and its read models; they run once they are started. */
export const openWorkflows = async (
  writing: Writing,
  readModels: Pick<ReadModels, 'read' | 'waitFor'>,
  {
    leaseLasts,
    redis,
    timers = inProcessTimers(writing.clock),
    ...parts
  }: Pick<RunningParts, 'monotonic' | 'onFault' | 'onClockJump' | 'onTakenOver' | 'peopleWaiting'> &
    Pick<Config, 'leaseLasts' | 'redis'> & { readonly timers?: Timers },
): Promise<RunningWorkflows> => {
  const { engine, store, place, clock } = writing;
  const others = await sharedWith(writing, leaseLasts, redis);
  return new RunningWorkflows({
    ...parts,
    ...(others && { sharedWith: others }),
    engine,
    log: store,
    checkpoints: viewsOf(place),
    readModels,
    workflows,
    hearers: hearersOf(engine, workflows, async (staff, position) => {
      if (!(await readModels.waitFor(position, longestWait)))
        throw new StoreAway('the read models are too far behind to tell who depends on somebody');
      const seen = readModels.read('dossiers', (rows) => dependants(rows, staff));
      return (seen?.value ?? []).map(({ trajectory }) => trajectory);
    }),
    clock,
    timers,
  });
};
