import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startMeasured } from './http/measured-process.ts';
import { atMost, type Measure, plain, type Progress, threeRounds } from './measure.ts';
import { withScratch } from './scratch.ts';

const students = 11_000;
const years = 5;
const until = '2026-11-01';
const schoolYears = [2022, 2023, 2024, 2025];

const cli = fileURLToPath(new URL('../dist/src/cli.js', import.meta.url));
const run = promisify(execFile);

const took = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

/** A report over HTTP, as a school would ask it, on a school of the size of Landstede. */
export const measures = async function* (progress: Progress): AsyncGenerator<Measure> {
  const { simulated, first, warm } = await withScratch(async (folder) => {
    const settings = { WISSEL_DATA: join(folder, 'data'), WISSEL_PORT: '0', LOG_LEVEL: 'info' };
    progress(`simulating ${students} students × ${years} years`);
    const simulated = await took(() =>
      run(
        process.execPath,
        [
          cli,
          'simulate',
          '--students',
          `${students}`,
          '--years',
          `${years}`,
          '--seed',
          '1',
          '--until',
          until,
        ],
        { env: { ...process.env, ...settings }, maxBuffer: 64 * 1024 * 1024 },
      ),
    );
    const service = await startMeasured(cli, ['serve'], settings);
    const ask = async (year: number): Promise<void> => {
      const answer = await fetch(new URL(`/api/reports/twin?year=${year}&known-on=${until}`, service.url), {
        headers: { 'X-Actor': '11111111-1111-4111-8111-111111111111', 'X-Role': 'quality' },
      });
      if (!answer.ok) throw new Error(`the report answered ${answer.status}: ${await answer.text()}`);
      await answer.arrayBuffer();
    };
    const first = await took(() => ask(2024));
    for (const year of schoolYears) await ask(year);
    const warm = await threeRounds(async () => {
      let total = 0;
      for (const year of schoolYears) total += await took(() => ask(year));
      return total / schoolYears.length;
    });
    await service.stop();
    return { simulated, first, warm };
  });
  const school = `${students} students × ${years} years`;
  yield plain(`simulating ${school}`, 's', [simulated / 1_000]);
  yield plain(`report twin of ${school}, first after the start`, 'ms', [first]);
  yield atMost(`report twin of ${school}, warm`, 'ms', warm, 200);
};
