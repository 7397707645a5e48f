import { parentPort, workerData } from 'node:worker_threads';
import { openSqliteEventStore } from '../adapters/sqlite/event-store.ts';
import { LogReader, type Questions } from './figures/log-reader.ts';
import { answering } from './thread.ts';

/** Reads the whole log for figures and lists that no stream holds, away from the thread that answers requests. */
const { log: file } = workerData as { readonly log: string };
if (!parentPort) throw new Error('this file is run as a thread');

const log = await openSqliteEventStore({ file, readOnly: true });
const tell = answering(parentPort, {
  catchUp: async () => {
    await reader.catchUp();
    return reader.ordinal;
  },
  staffOn: (ask: Questions['staffOn']['ask']) => reader.staffOn(ask),
  standsInFor: (ask: Questions['standsInFor']['ask']) => reader.standsInFor(ask),
  report: (ask: Questions['report']['ask']) => reader.report(ask),
  rows: (ask: Questions['rows']['ask']) => reader.rows(ask),
  members: (ask: Questions['members']['ask']) => reader.members(ask),
  close: () => log.close(),
});
const reader = new LogReader(log, (followUps) => tell({ followUps }));
