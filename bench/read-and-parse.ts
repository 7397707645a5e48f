import { openSqliteEventStore } from '../src/adapters/sqlite/event-store.ts';

/** Reads and parses every event of a log, and says how many a second; a process of its own, as its garbage is no rebuild's. */
const [file = ''] = process.argv.slice(2);
const page = 1_000;

const log = await openSqliteEventStore({ file, readOnly: true });
const from = performance.now();
let read = 0;
for (let at: bigint | undefined; ;) {
  const events = await log.readAll(at, page);
  at = events.at(-1)?.position;
  if (at === undefined) break;
  read += events.length;
}
process.stdout.write(`${(read * 1_000) / (performance.now() - from)}\n`);
await log.close();
