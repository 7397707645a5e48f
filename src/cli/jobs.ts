import type { Jobs, JobStanding } from '../ports/jobs.ts';
import { BadUsage, type Io, parsed } from './usage.ts';

export const jobsUsage = `wissel jobs [failed | retry [ID]] [--json]

  The work in the background that is not done: digests by day, read models that are built anew. Exit code 1 when
  anything has failed.
  failed    only what has failed for good, and why
  retry     lets what has failed be tried anew, all of it or the one with this id
`;

const jobText = ({ kind, id, state, attempts, progress, why, failedAt }: JobStanding): string =>
  [
    `${kind} ${id}: ${state}`,
    ...(failedAt === undefined ? [] : [`since ${failedAt}`]),
    ...(progress ? [`${progress.done} of ${progress.of}`] : []),
    ...(attempts > 0 ? [`${attempts} attempts`] : []),
    ...(why === undefined ? [] : [why]),
  ].join(', ');

export const jobsCommand = async (argv: readonly string[], jobs: Jobs, io: Io): Promise<number> => {
  const { values, positionals } = parsed(argv, { json: { type: 'boolean' } }, 2);
  const [what, id] = positionals;
  if (what !== undefined && what !== 'failed' && what !== 'retry')
    throw new BadUsage(`jobs: say failed, retry or nothing, not ${what}`);
  if (what !== 'retry' && id !== undefined) throw new BadUsage(`${id}: is one too many`);
  if (what === 'retry' && (await jobs.retry(id)) === 0 && id !== undefined)
    throw new BadUsage(`jobs retry: no job ${id} has failed`);
  const all = await jobs.standing();
  const failed = all.filter(({ state }) => state === 'failed');
  const shown = what === 'failed' ? failed : all;
  await io.out(values.json ? `${JSON.stringify(shown)}\n` : shown.map((job) => `${jobText(job)}\n`).join(''));
  return failed.length > 0 ? 1 : 0;
};
