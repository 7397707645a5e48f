import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import type { Measure } from './measure.ts';
import { type Entry, registry } from './registry.ts';

const usage = () =>
  [
    'npm run bench [-- NAME…] [--json]',
    ...registry.map(
      ({ name, says, onlyByName }) => `  ${name.padEnd(12)} ${says}${onlyByName ? ' (only by name)' : ''}`,
    ),
  ].join('\n');

const stop = (text: string): never => {
  process.stderr.write(`${text}\n${usage()}\n`);
  process.exit(2);
};

const asked = (): { readonly entries: readonly Entry[]; readonly json: boolean } => {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (values.help) {
    process.stdout.write(`${usage()}\n`);
    process.exit(0);
  }
  const unknown = positionals.filter((name) => !registry.some((entry) => entry.name === name));
  if (unknown.length > 0) stop(`There is no benchmark called ${unknown.join(', ')}.`);
  const entries = registry.filter(({ name, onlyByName }) =>
    positionals.length > 0 ? positionals.includes(name) : !onlyByName,
  );
  return { entries, json: values.json };
};

const figure = (value: number | undefined): string =>
  value === undefined
    ? ''
    : value.toLocaleString('en', { maximumFractionDigits: value >= 100 ? 0 : value >= 10 ? 1 : 2 });

const goalOf = ({ goal, against }: Measure): string =>
  goal === undefined ? '' : against === 'at most' ? '≤ 1' : `≥ ${goal}`;

const metOf = ({ met }: Measure): string => (met === undefined ? '' : met ? 'met' : 'NOT MET');

const { entries, json } = (() => {
  try {
    return asked();
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
})();

const table = new Table({
  head: ['measure', 'value', 'unit', 'against', 'limit', 'ratio', 'goal', ''],
  colAligns: ['left', 'right', 'left', 'left', 'right', 'right', 'right', 'left'],
  style: { head: [], border: [] },
});
let missed = 0;
for (const { name, load } of entries) {
  const { measures } = await load();
  for await (const measure of measures((text) => process.stderr.write(`${name}: ${text}\n`))) {
    if (measure.met === false) missed++;
    if (json) process.stdout.write(`${JSON.stringify(measure)}\n`);
    const { name: what, value, unit, against = '', limit, ratio } = measure;
    table.push([
      what,
      figure(value),
      unit,
      against,
      figure(limit),
      figure(ratio),
      goalOf(measure),
      metOf(measure),
    ]);
  }
}
if (!json) process.stdout.write(`${table.toString()}\n`);
process.exitCode = missed > 0 ? 1 : 0;
