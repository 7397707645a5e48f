import { setTimeout } from 'node:timers/promises';
import { bullmqJobs } from '../../../src/adapters/bullmq/jobs.ts';
import type { JobKind } from '../../../src/ports/jobs.ts';
import { DeafProxy } from '../../support/deaf-proxy.ts';

/** Closes its jobs while one ends and the connection breaks, and has nothing to do then: it ends by itself, or never. */
const [, , port] = process.argv;
const kind: JobKind = { name: 'mail', doneBy: 'anyone', attempts: 3, firstPause: 60, longestPause: 100 };
const proxy = await DeafProxy.before(Number(port));
const jobs = bullmqJobs({ url: proxy.url, kinds: [kind], instance: 'one', onFault: () => undefined });
let over = false;
jobs.work(kind, async () => {
  await setTimeout(200);
  over = true;
  return { outcome: 'done' };
});
await jobs.add(kind, 'ends');
while (!over) await setTimeout(1);
await Promise.all([proxy.close(), jobs.close()]);
process.stdout.write('closed\n');
