import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atMost, type Measure, plain, type Progress } from './measure.ts';
import { withScratch } from './scratch.ts';
import { run, simulate } from './wissel.ts';

const students = 11_000;
const years = 5;
const until = '2026-11-01';
/** Of a school of 11,000 some 32,600 students were ever here. */
const copies = 15;

const child = fileURLToPath(new URL('./large-ledger.ts', import.meta.url));

interface Told {
  readonly name: string;
  readonly first: number;
  readonly again: readonly number[];
  readonly events: number;
}

/** Figures over half a million students: more than all of the mbo, and far more than one school. */
export const measures = async function* (progress: Progress): AsyncGenerator<Measure> {
  const told = await withScratch(async (folder) => {
    const data = join(folder, 'data');
    progress(`simulating ${students} students × ${years} years`);
    await simulate({ students, years, until }, { WISSEL_DATA: data });
    progress(`reading that ${copies} times`);
    const told = await run([
      '--max-old-space-size=12000',
      child,
      join(data, 'log.sqlite'),
      `${copies}`,
      until,
    ]);
    return told
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Told);
  });
  yield plain(`events of ${copies} schools of ${students} × ${years}`, '', [told[0]?.events ?? 0]);
  for (const { name, first, again } of told) {
    yield plain(`${name} over half a million students, first`, 'ms', [first]);
    yield atMost(`${name} over half a million students, again`, 'ms', again, 3_000);
  }
};
