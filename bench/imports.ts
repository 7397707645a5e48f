import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { atMost, type Measure, plain, type Progress } from './measure.ts';
import { withScratch } from './scratch.ts';
import { cli, run, simulate } from './wissel.ts';

const school = { students: 16_500, years: 1, until: '2026-11-20' };

/** DUO's start population of a school of that size, read into the school's own log by the command that a school types. */
export const measures = async function* (progress: Progress): AsyncGenerator<Measure> {
  const { rows, events, milliseconds } = await withScratch(async (folder) => {
    const settings = { WISSEL_DATA: join(folder, 'data') };
    const duo = join(folder, 'duo');
    progress(`simulating ${school.students} students`);
    const made = await simulate(school, settings, '--out', duo);
    const list = readdirSync(duo).find((name) => name.startsWith('NRSP2026'));
    if (list === undefined) throw new Error('the simulation made no NRSP of 2026');
    progress(`importing ${list}`);
    const from = performance.now();
    const report = await run([cli, 'import', 'vsv', join(duo, list), '--json'], settings);
    return {
      milliseconds: performance.now() - from,
      rows: (JSON.parse(report) as { readonly rows: number }).rows,
      events: Number(/([\d,]+) events/.exec(made)?.[1]?.replaceAll(',', '')),
    };
  });
  yield plain('lines of the NRSP that is imported', '', [rows]);
  yield plain('events in the log that it is imported into', '', [events]);
  yield atMost('import vsv of that NRSP, from the command to its end', 'ms', [milliseconds], 5_000);
};
