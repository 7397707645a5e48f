/**
 * What each peer is asked to do, by as many callers: workflows of two steps one after the other, and then workflows
 * that each wait for a year. Prints one JSON line: {timersPerSecond, workflowsPerSecond}.
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

const callers = 64;
const warmUp = 1_000;
/** So long it may take at most until what was started is durable. */
const longestWait = 20_000;

export const aYear = 365 * 24 * 3_600_000;

/** Answers how often it was done. */
const byCallers = async (milliseconds, work) => {
  let count = 0;
  const until = performance.now() + milliseconds;
  const caller = async () => {
    while (performance.now() < until) await work(count++);
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return count;
};

const perSecond = (count, from) => (count * 1_000) / (performance.now() - from);

/**
 * `twoSteps` goes through one workflow; `startTimer` starts one that waits for a year and need not wait until that
 * is durable; `timersKept` says how many are.
 */
export const measure = async (milliseconds, { twoSteps, startTimer, timersKept }) => {
  const goThrough = async (number) => {
    if ((await twoSteps(number)) !== number + 2) throw new Error('that is not what two steps make');
  };
  await byCallers(warmUp, goThrough);
  const began = performance.now();
  const workflowsPerSecond = perSecond(await byCallers(milliseconds, goThrough), began);

  const from = performance.now();
  const started = await byCallers(milliseconds, startTimer);
  for (let kept = await timersKept(); kept < started; kept = await timersKept()) {
    if (performance.now() - from > milliseconds + longestWait)
      throw new Error(`of ${started} timers ${kept} are durable`);
    await pause(20);
  }
  console.log(JSON.stringify({ timersPerSecond: perSecond(started, from), workflowsPerSecond }));
};
