import { evening } from '../../engine/virtual-days.ts';
import { RunWorkflows } from '../../engine/run-workflows.ts';
import { type Instant, startOfDay } from '../../kernel/instant.ts';
import type { Beside, BesideOf } from '../../simulation/beside.ts';
import { memoryViewStore } from '../wiring.ts';
import { workflows } from '../../../workflows/index.ts';
import { fire, hearersOf } from './hearers.ts';
import { TimerIndex } from './player.ts';
import { checkpointIn } from './running.ts';

/**
 * The workflows of this build beside a simulated school: in the morning what is due fires, in the evening the day is
 * heard. One after another, so that the log does not depend on timing. Nobody leaves a simulated school on whom
 * somebody depends.
 */
export const workflowsBeside: BesideOf = ({ store, engine, turnTo }): Beside => {
  const timers = new TimerIndex(store);
  const run = new RunWorkflows({
    log: store,
    view: checkpointIn(memoryViewStore()),
    hearers: hearersOf(engine, workflows, () => Promise.resolve([])),
    atOnce: 1,
  });
  const fireUntil = async (upTo: Instant): Promise<void> => {
    await timers.read();
    for (let next = timers.next(); next !== undefined && next <= upTo; next = timers.next()) {
      turnTo(next);
      for (const timer of timers.due(next)) await fire(engine, workflows, timer);
      await timers.read();
    }
  };
  return {
    before: (day) => fireUntil(startOfDay(day)),
    after: async (day) => {
      turnTo(evening(day));
      await run.catchUp();
      const [parked] = run.parked();
      if (parked) throw new Error(`${parked.key}: ${parked.error}`);
    },
  };
};
