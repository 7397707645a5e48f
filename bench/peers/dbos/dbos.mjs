/**
 * The work on DBOS with PostgreSQL, in the process of the callers.
 *
 *   node dbos.mjs <connection string> <milliseconds for each>
 */
import { DBOS } from '@dbos-inc/dbos-sdk';
import pg from 'pg';
import { aYear, measure } from '../work.mjs';

const [, , url, milliseconds] = process.argv;

const twoSteps = DBOS.registerWorkflow(
  async (number) => {
    const first = await DBOS.runStep(async () => number + 1, { name: 'first' });
    return DBOS.runStep(async () => first + 1, { name: 'second' });
  },
  { name: 'twoSteps' },
);
const waits = DBOS.registerWorkflow(() => DBOS.sleep(aYear), { name: 'waits' });

// No conductor and no OTLP, which are its defaults: nothing leaves this machine. A connection for each caller instead
// of its ten, without which they would wait for one another.
DBOS.setConfig({
  name: 'wissel-bench',
  systemDatabaseUrl: url,
  systemDatabasePoolSize: 64,
  logLevel: 'error',
});
await DBOS.launch();
const database = new pg.Client(url);
await database.connect();

await measure(Number(milliseconds), {
  twoSteps,
  startTimer: () => DBOS.startWorkflow(waits)(),
  timersKept: async () => {
    const { rows } = await database.query(
      "SELECT count(*)::int AS kept FROM dbos.operation_outputs WHERE function_name = 'DBOS.sleep'",
    );
    return rows[0].kept;
  },
});
// Those that wait for a year would keep the process.
process.exit(0);
