import { migrate, type Migrated, type TaskMigrated } from '../app/workflows/migrate.ts';
import type { RunningWorkflows, WorkflowsStatus } from '../app/workflows/running.ts';
import type { Writing } from '../app/wiring.ts';
import { workflows } from '../../workflows/index.ts';
import { askedText, rehearseUsage } from './rehearse.ts';
import { BadUsage, type Io, parsed } from './usage.ts';

export const workflowsUsage = `wissel workflows [parked | retry [NAME]] [--json]
wissel workflows migrate [--dry-run] [--json]

  How far the workflows have heard the log, and what is parked. Exit code 1 when anything is.
  parked    only what is parked: its name, where it stopped and why
  retry     tries what is parked once more; NAME is a workflow, or a workflow and the id that it is about
  migrate   lets what runs by an older version of its rule go on by the latest one, and says what that changes
  --dry-run   says what would change, and writes nothing

${rehearseUsage}`;

const statusOf = ({ lag, parked, clockBelieved }: WorkflowsStatus) => ({
  lag,
  clockBelieved,
  parked: parked.map(({ key, event, type, error, later }) => ({ key, event, type, error, later })),
});

const parkedText = ({ parked }: WorkflowsStatus): string =>
  parked
    .map(
      ({ key, type, error, later }) => `  ${key}: ${type}: ${error}${later > 0 ? ` (${later} later)` : ''}\n`,
    )
    .join('');

const statusText = (status: WorkflowsStatus): string =>
  `${status.lag === 500 ? 'at least 500' : status.lag} behind, ${status.parked.length} parked${status.clockBelieved ? '' : '; the clock jumped and no timer fires'}\n${parkedText(status)}`;

const retry = async (running: RunningWorkflows, named: readonly string[]): Promise<void> => {
  const name = named.join(' ');
  if (name === '') {
    await running.retry();
    return;
  }
  const { parked } = await running.status();
  const meant = parked.filter(({ key }) => key === name || key.startsWith(`${name} `));
  if (meant.length === 0) throw new BadUsage(`workflows retry: nothing is parked under ${name}`);
  for (const { key } of meant) await running.retry(key);
};

export const workflowsCommand = async (
  argv: readonly string[],
  open: () => Promise<RunningWorkflows>,
  io: Io,
): Promise<number> => {
  const { values, positionals } = parsed(argv, { json: { type: 'boolean' } }, 3);
  const [what, ...named] = positionals;
  if (what !== undefined && what !== 'parked' && what !== 'retry')
    throw new BadUsage(`workflows: say parked, retry, migrate, rehearse or nothing, not ${what}`);
  if (what !== 'retry' && named.length > 0) throw new BadUsage(`${named[0] ?? ''}: is one too many`);
  const running = await open();
  if (what === 'retry') await retry(running, named);
  const status = await running.status();
  if (values.json) {
    const told = statusOf(status);
    await io.out(`${JSON.stringify(what === 'parked' ? told.parked : told)}\n`);
  } else await io.out(what === 'parked' ? parkedText(status) : statusText(status));
  return status.parked.length > 0 ? 1 : 0;
};

const taskText = ({ step, change, of, due }: TaskMigrated): string => {
  const days = [due.from, due.to].filter((day) => day !== undefined).join(' → ');
  return `    ${change} ${step}: ${askedText(of)}, due ${days}\n`;
};

const migratedText = (all: readonly Migrated[], dryRun: boolean): string =>
  [
    `${dryRun ? 'workflows that would go on by the latest version of their rule' : 'workflows that go on by the latest version of their rule'}: ${all.filter(({ failed }) => failed === undefined).length}${dryRun ? ' (dry run: nothing was written)' : ''}\n`,
    ...all.map(
      ({ workflow, key, from, to, tasks }) =>
        `  ${workflow} ${key}: ${from} → ${to}\n${tasks.map(taskText).join('')}`,
    ),
  ].join('');

export const workflowsMigrate = async (
  argv: readonly string[],
  open: () => Promise<Writing>,
  io: Io,
): Promise<number> => {
  const { values } = parsed(argv, { json: { type: 'boolean' }, 'dry-run': { type: 'boolean' } });
  const dryRun = values['dry-run'] ?? false;
  const { engine, store } = await open();
  const migrated = await migrate({
    engine: dryRun ? engine.rehearsal() : engine,
    log: store,
    workflows,
  });
  await io.out(values.json ? `${JSON.stringify({ dryRun, migrated })}\n` : migratedText(migrated, dryRun));
  const failed = migrated.filter((each) => each.failed !== undefined);
  for (const { workflow, key, failed: why } of failed) io.err(`${workflow} ${key}: ${why ?? ''}\n`);
  return failed.length > 0 ? 1 : 0;
};
