/**
 * The same work on Emmett with PostgreSQL: appends by 64 callers to distinct streams, and a projection rebuilt
 * from what was appended. Prints one JSON line: {appendsPerSecond, rebuiltPerSecond}.
 *
 *   node emmett.mjs <connection string> <seconds of appends> <events to rebuild>
 */
import { randomUUID } from 'node:crypto';
import {
  getPostgreSQLEventStore,
  pongoSingleStreamProjection,
  rebuildPostgreSQLProjections,
} from '@event-driven-io/emmett-postgresql';

const [connectionString, seconds, rebuilt] = [
  process.argv[2],
  Number(process.argv[3]),
  Number(process.argv[4]),
];
const callers = 64;

const happened = (index) => ({
  type: 'InfoshopVisited',
  data: { on: '2026-09-01', about: 'a question about programmes and what one can do with them', index },
});

const store = getPostgreSQLEventStore(connectionString);
await store.schema.migrate();

let appended = 0;
const until = performance.now() + seconds * 1_000;
const began = performance.now();
await Promise.all(
  Array.from({ length: callers }, async () => {
    while (performance.now() < until) {
      await store.appendToStream(`visits-${randomUUID()}`, [happened(appended)]);
      appended += 1;
    }
  }),
);
const appendsPerSecond = appended / ((performance.now() - began) / 1_000);

for (let made = appended; made < rebuilt; made += 100)
  await store.appendToStream(
    `visits-${randomUUID()}`,
    Array.from({ length: 100 }, (_, index) => happened(made + index)),
  );

const visits = pongoSingleStreamProjection({
  collectionName: 'visits',
  canHandle: ['InfoshopVisited'],
  initialState: () => ({ count: 0 }),
  evolve: (document) => ({ ...document, count: document.count + 1 }),
});
const consumer = rebuildPostgreSQLProjections({ connectionString, projections: [visits] });
const from = performance.now();
await consumer.start();
const rebuiltPerSecond = Math.max(appended, rebuilt) / ((performance.now() - from) / 1_000);
await consumer.close();
await store.close();

console.log(JSON.stringify({ appendsPerSecond, rebuiltPerSecond }));
