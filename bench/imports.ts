import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { atMost, type Measure, plain, type Progress } from './measure.ts';
import { withScratch } from './scratch.ts';

const students = 16_500;
const until = '2026-11-20';

const cli = fileURLToPath(new URL('../dist/src/cli.js', import.meta.url));
const run = promisify(execFile);

/** DUO's start population of a school of that size, read into the school's own log by the command that a school types. */
export const measures = async function* (progress: Progress): AsyncGenerator<Measure> {
  const { rows, events, milliseconds } = await withScratch(async (folder) => {
    const wissel = async (...argv: readonly string[]): Promise<string> => {
      const { stdout } = await run(process.execPath, [cli, ...argv], {
        env: { ...process.env, WISSEL_DATA: join(folder, 'data') },
        maxBuffer: 64 * 1024 * 1024,
      });
      return stdout;
    };
    const duo = join(folder, 'duo');
    progress(`simulating ${students} students`);
    const plan = ['--students', `${students}`, '--years', '1', '--seed', '1', '--until', until];
    const made = await wissel('simulate', ...plan, '--out', duo);
    const list = readdirSync(duo).find((name) => name.startsWith('NRSP2026'));
    if (list === undefined) throw new Error('the simulation made no NRSP of 2026');
    progress(`importing ${list}`);
    const from = performance.now();
    const report = await wissel('import', 'vsv', join(duo, list), '--json');
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
