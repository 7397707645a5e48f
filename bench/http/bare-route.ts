import Fastify from 'fastify';
import { randomUUID } from 'node:crypto';
import { openConnection } from '../../src/adapters/sqlite/connection.ts';
import { createLog } from '../../src/adapters/sqlite/schema.ts';

/**
 * The limit: a route without framework, checks or decisions that inserts the rows a command would write, as
 * many per commit as are waiting, and answers after the commit.
 *
 *   bare-route.ts <file>
 */
const file = process.argv[2];
if (file === undefined) throw new Error('which file?');
const connection = openConnection({ file });
createLog(connection);
const insert = connection.prepare(
  'INSERT INTO events (stream, revision, id, type, version, data, meta) VALUES (?, ?, ?, ?, ?, ?, ?)',
);
const [begin, commit] = [connection.prepare('BEGIN IMMEDIATE'), connection.prepare('COMMIT')];

interface Waiting {
  readonly data: string;
  readonly answer: () => void;
}
let waiting: Waiting[] = [];
const meta = JSON.stringify({
  commandId: randomUUID(),
  commandHash: 'a'.repeat(64),
  actor: { id: randomUUID(), role: 'coach' },
  causationId: randomUUID(),
  correlationId: randomUUID(),
  recordedAt: '2026-10-01T08:30:00.000Z',
  source: 'api',
});

const flush = (): void => {
  const batch = waiting;
  waiting = [];
  begin.run();
  for (const { data } of batch)
    insert.run(`trajectory-${randomUUID()}`, 0, randomUUID(), 'SwitchRequested', 1, data, meta);
  commit.run();
  for (const { answer } of batch) answer();
};

const app = Fastify();
app.post('/rows', (request) => {
  const data = JSON.stringify(request.body);
  return new Promise((resolve) => {
    waiting.push({
      data,
      answer: () => resolve({ revision: 0, position: '1', repeated: false, events: [] }),
    });
    if (waiting.length === 1) setImmediate(flush);
  });
});
const url = await app.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`${url}\n`);
process.on('SIGTERM', () => {
  void app.close().then(() => {
    connection.close();
    process.exit(0);
  });
});
