import { join } from 'node:path';
import { startMeasured } from './http/measured-process.ts';
import { atMost, type Measure, plain, type Progress, threeRounds } from './measure.ts';
import { withScratch } from './scratch.ts';
import { cli, simulate } from './wissel.ts';

const students = 11_000;
const years = 5;
const until = '2026-11-01';
const schoolYears = [2022, 2023, 2024, 2025];

const took = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

/** Of a school year as known on a day. */
const reports: Readonly<Record<string, (year: number, knownOn: string) => string>> = {
  twin: (year, day) => `twin?year=${year}&known-on=${day}`,
  'twin by crebo': (year, day) => `twin?year=${year}&known-on=${day}&by=crebo`,
  vsv: (year, day) => `vsv?year=${year}&known-on=${day}`,
  switches: (year, day) => `switches?year=${year}&known-on=${day}`,
  outcomes: (year, day) => `outcomes?year=${year}&known-on=${day}`,
  near: (_, day) => `near?known-on=${day}`,
  bridge: (year, day) => `bridge?year=${year}&from=${year + 1}-10-02&to=${day}`,
  reconciliation: (year, day) => `reconciliation?year=${year}&known-on=${day}`,
};

interface Asked {
  readonly warm: readonly number[];
  readonly unasked: readonly number[];
}

let days = 0;
/** Another day each time, from the second peildatum of 2024 on. */
const nextDay = (): string => {
  days += 1;
  return new Date(Date.UTC(2025, 9, 3 + days)).toISOString().slice(0, 10);
};

/** Reports over HTTP, as a school would ask it, on a school of the size of Landstede. */
export const measures = async function* (progress: Progress): AsyncGenerator<Measure> {
  const { simulated, first, asked } = await withScratch(async (folder) => {
    const settings = { WISSEL_DATA: join(folder, 'data'), WISSEL_PORT: '0', LOG_LEVEL: 'info' };
    progress(`simulating ${students} students × ${years} years`);
    const simulated = await took(() => simulate({ students, years, until }, settings));
    const service = await startMeasured(cli, ['serve'], settings);
    const ask = async (path: string): Promise<number> =>
      took(async () => {
        const answer = await fetch(new URL(`/api/reports/${path}`, service.url), {
          headers: { 'X-Actor': '11111111-1111-4111-8111-111111111111', 'X-Role': 'quality' },
        });
        if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
        await answer.arrayBuffer();
      });
    const first = await ask(`twin?year=2024&known-on=${until}`);
    const asked = new Map<string, Asked>();
    for (const [name, of] of Object.entries(reports)) {
      progress(`asking for ${name}`);
      for (const year of schoolYears) await ask(of(year, until));
      const warm = await threeRounds(async () => {
        let total = 0;
        for (const year of schoolYears) total += await ask(of(year, until));
        return total / schoolYears.length;
      });
      // Each on a day of its own, on which nobody asked for anything before.
      const unasked = await threeRounds(() => ask(of(2024, nextDay())));
      asked.set(name, { warm, unasked });
    }
    await service.stop();
    return { simulated, first, asked };
  });
  const school = `${students} students × ${years} years`;
  yield plain(`simulating ${school}`, 's', [simulated / 1_000]);
  yield plain(`report twin of ${school}, first after the start`, 'ms', [first]);
  for (const [name, { warm, unasked }] of asked) {
    yield atMost(`report ${name} of ${school}, warm`, 'ms', warm, name === 'twin' ? 200 : 300);
    yield atMost(`report ${name} of ${school}, known on a day never asked`, 'ms', unasked, 2_000);
  }
};
