/**
 * The work on Restate: its server runs already, the steps run here, and the callers ask its HTTP ingress.
 *
 *   node restate.mjs <ingress> <admin> <milliseconds for each>
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http2';
import * as restate from '@restatedev/restate-sdk';
import { aYear, measure } from '../work.mjs';

const [, , ingress, admin, milliseconds] = process.argv;

const twoSteps = restate.workflow({
  name: 'TwoSteps',
  handlers: {
    run: async (context, number) => {
      const first = await context.run('first', () => number + 1);
      return context.run('second', () => first + 1);
    },
  },
});
const waits = restate.workflow({
  name: 'Waits',
  handlers: { run: (context) => context.sleep(aYear) },
});

const post = async (url, body) => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
};

const server = createServer(restate.createEndpointHandler({ services: [twoSteps, waits] }));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
await post(`${admin}/deployments`, { uri: `http://127.0.0.1:${server.address().port}` });

await measure(Number(milliseconds), {
  twoSteps: (number) => post(`${ingress}/TwoSteps/${randomUUID()}/run`, number),
  startTimer: () => post(`${ingress}/Waits/${randomUUID()}/run/send`),
  timersKept: async () => {
    const { rows } = await post(`${admin}/query`, {
      query: "SELECT count(*) AS kept FROM sys_journal WHERE entry_type = 'Command: Sleep'",
    });
    return rows[0].kept;
  },
});
// Those that wait for a year would keep the process.
process.exit(0);
