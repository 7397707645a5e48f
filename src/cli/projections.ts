import type { ReadModels } from '../app/read-models.ts';
import type { Rebuilds } from '../app/rebuilds.ts';
import { BadUsage, type Io, parsed } from './usage.ts';

export const projectionsUsage = `wissel projections [retry [NAME]] [--json]

  How far each read model is, and what is parked; retry: tries what is parked once more.
`;

export const rebuildUsage = `wissel rebuild [NAME…] [--json]

  Builds read models anew from the first event on, beside the live ones, and swaps them at equal position.
`;

export const projectionsCommand = async (
  argv: readonly string[],
  views: ReadModels,
  io: Io,
): Promise<number> => {
  const { values, positionals } = parsed(argv, { json: { type: 'boolean' } }, 2);
  const [what, name] = positionals;
  if (what !== undefined && what !== 'retry')
    throw new BadUsage(`projections: say retry or nothing, not ${what}`);
  if (what === 'retry') await views.retry(name);
  const status = await views.status();
  if (values.json)
    await io.out(
      `${JSON.stringify(
        status.map(({ name: of, version, ordinal, lag, parked, parkedKeys }) => ({
          name: of,
          version,
          ordinal,
          lag,
          parked,
          parkedKeys: parkedKeys.map(({ key, event, type, error, later }) => ({
            key,
            event,
            type,
            error,
            later,
          })),
        })),
      )}\n`,
    );
  else
    for (const { name: of, version, ordinal, lag, parked, parkedKeys } of status) {
      await io.out(`${of} v${version}: ordinal ${ordinal}, ${lag} behind, ${parked} parked\n`);
      for (const { key, type, error } of parkedKeys) await io.out(`  ${key}: ${type}: ${error}\n`);
    }
  return status.some(({ parked }) => parked > 0) ? 1 : 0;
};

export const rebuildCommand = async (
  argv: readonly string[],
  views: ReadModels,
  rebuilds: () => Promise<Rebuilds>,
  io: Io,
): Promise<number> => {
  const { values, positionals } = parsed(argv, { json: { type: 'boolean' } }, Number.MAX_SAFE_INTEGER);
  const known = (await views.status()).map(({ name }) => name);
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new BadUsage(`rebuild: ${unknown.join(', ')} is no read model; there are ${known.join(', ')}`);
  const swapped = await (await rebuilds()).rebuild(...positionals);
  const answer = swapped.map(({ name, to, at, comparison }) => ({
    name,
    version: to.version,
    ordinal: at?.ordinal ?? 0,
    equal: comparison
      ? comparison.onlyInFirst.length + comparison.onlyInSecond.length + comparison.different.length === 0
      : null,
  }));
  await io.out(
    values.json
      ? `${JSON.stringify(answer)}\n`
      : answer
          .map(
            ({ name, version, ordinal, equal }) =>
              `${name} v${version}: built anew up to ordinal ${ordinal}${equal === null ? '' : equal ? '; the same as before' : '; DIFFERENT from before'}\n`,
          )
          .join(''),
  );
  return answer.some(({ equal }) => equal === false) ? 1 : 0;
};
