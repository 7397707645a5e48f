import { parentPort } from 'node:worker_threads';
import { answering } from '../../../src/app/thread.ts';
import { StoreAway } from '../../../src/ports/event-store.ts';

/** A thread over a log that is away. */
if (!parentPort) throw new Error('this file is run as a thread');
answering(parentPort, {
  read: () => {
    throw new StoreAway('nobody answers');
  },
  close: () => undefined,
});
