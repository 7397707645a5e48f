import { beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { developmentHashing } from '../../src/adapters/system/hashing.ts';
import { seededRandom } from '../../src/adapters/system/seeded-random.ts';
import { engineOver } from '../../src/app/wiring.ts';
import { importRo } from '../../src/imports/ro/index.ts';
import { importVsv } from '../../src/imports/vsv/import-vsv.ts';
import { instant } from '../../src/kernel/instant.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import { registerFiles, simulatedBrin } from '../../src/simulation/files/register-files.ts';
import { eventsOf, ledgerOf, type MadeSchool, makeSchool, planOf } from './made-school.ts';

const plan = planOf(250, 2, 'trip');

const importInto = async (store: EventStore, text: string) =>
  importRo({
    file: {
      name: 'delivery.csv',
      hash: createHash('sha256').update(text).digest('hex'),
      open: async function* () {
        yield text;
      },
    },
    engine: engineOver(store, { now: () => instant(`${plan.until}T09:00:00.000Z`) }, developmentHashing),
    hashing: developmentHashing,
    random: seededRandom('import'),
  });

/** The streams of a student's numbers: what the same person has in common in two stores. */
const numbersOf = async (store: EventStore): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, string[]>();
  for (const { type, stream, data } of await eventsOf(store)) {
    if (type !== 'NumberClaimed') continue;
    const { student } = data as { student: string };
    found.set(student, [...(found.get(student) ?? []), stream]);
  }
  return found;
};

describe('the files of a simulated school', () => {
  let school: MadeSchool;
  const files = new Map<string, readonly string[]>();
  const file = (begins: string): readonly string[] => {
    const found = [...files].find(([name]) => name.startsWith(begins));
    if (!found) throw new Error(`no file ${begins}`);
    return found[1];
  };
  beforeAll(async () => {
    school = await makeSchool(plan);
    for await (const { name, lines } of registerFiles(school.simulated, school.store))
      files.set(name, [...lines]);
  }, 60_000);

  it('are named as DUO names them', () => {
    expect([...files.keys()]).toEqual([
      `RO_${simulatedBrin}_20240801_20261122.csv`,
      `NRSP2025DI${simulatedBrin}.csv`,
      `NenR2025DI${simulatedBrin}.csv`,
      `NRSP2026VI${simulatedBrin}.csv`,
      `NenR2026VI${simulatedBrin}.csv`,
      'truth.ndjson',
    ]);
  });

  it('give, imported into an empty store, row by row the register reading of the school they came from', async () => {
    const other = memoryEventStore();
    const answer = await importInto(other, `${file('RO_').join('\n')}\n`);
    if (!answer.accepted) throw new Error(answer.refusal.text);
    expect(answer.report.rejected).toEqual([]);
    expect(answer.report.warnings).toEqual([]);
    expect(answer.report.switchShapes.withinEnrolment).toBeGreaterThan(0);
    expect(answer.report.switchShapes.newEnrolment).toBeGreaterThan(0);

    const [here, there] = await Promise.all([ledgerOf(school.store), ledgerOf(other)]);
    const [ours, theirs] = await Promise.all([numbersOf(school.store), numbersOf(other)]);
    for (const year of [2024, 2025]) {
      const query = { report: 'twin', year, knownOn: plan.until } as const;
      const boxes = new Map<string, string>();
      for (const row of there.rows(query))
        if ('register' in row)
          for (const number of theirs.get(row.trajectory) ?? []) boxes.set(number, row.register);
      const rows = [...here.rows(query)].map((row) => ({
        trajectory: row.trajectory,
        register: 'register' in row ? row.register : undefined,
        imported: (ours.get(row.trajectory) ?? []).flatMap((number) => boxes.get(number) ?? [])[0],
      }));
      expect(rows).toHaveLength(plan.students);
      expect(boxes.size).toBe(plan.students);
      expect(rows.filter(({ register, imported }) => register !== imported)).toEqual([]);
    }
  }, 60_000);

  it('and DUO’s lists after it, leave no difference that is not explained by what only DUO can know', async () => {
    const other = memoryEventStore();
    await importInto(other, `${file('RO_').join('\n')}\n`);
    const engine = engineOver(
      other,
      { now: () => instant(`${plan.until}T10:00:00.000Z`) },
      developmentHashing,
    );
    for (const begins of ['NRSP2025', 'NenR2025']) {
      const name = [...files.keys()].find((each) => each.startsWith(begins)) ?? '';
      const bytes = Buffer.from(`${file(begins).join('\r\n')}\r\n`);
      const answer = await importVsv({
        file: { name, bytes, hash: createHash('sha256').update(bytes).digest('hex') },
        engine,
        hashing: developmentHashing,
      });
      if (!answer.accepted) throw new Error(answer.refusal.text);
      expect(answer.report).toMatchObject({ unknownHere: 0, rejected: [], warnings: [] });
    }
    const answer = (await ledgerOf(other)).reconciliation({ year: 2024, knownOn: plan.until });
    if (!answer.answered) throw new Error(answer.refusal.code);
    const { classes, items, populations, vsv } = answer.report;
    expect(classes).toMatchObject([{ as: 'presumedToo', count: vsv.duo }]);
    expect(populations).toMatchObject({ onlyDuo: [], onlySchool: 0 });
    const open = items.filter(({ state }) => state === 'open');
    expect(open.length).toBe(vsv.school - vsv.both);
    expect(new Set(open.map(({ as }) => as))).toEqual(new Set(['duoKnowsMore']));
    // And so it is: of each of them the truth holds a fact that a register does not.
    const theirs = await numbersOf(other);
    const truth = file('truth').map(
      (line) => JSON.parse(line) as { schoolYear: number; trajectory: string; step: string },
    );
    const ours = await numbersOf(school.store);
    const stepOf = new Map(
      truth
        .filter(({ schoolYear }) => schoolYear === 2024)
        .flatMap(({ trajectory, step }) => (ours.get(trajectory) ?? []).map((number) => [number, step])),
    );
    for (const { trajectory } of open)
      expect(['V3', 'V5', 'V6', 'V7']).toContain(
        (theirs.get(trajectory ?? '') ?? []).map((number) => stepOf.get(number)).find((step) => step),
      );
  }, 60_000);

  it('would not, were one line of them different', async () => {
    const ro = file('RO_');
    const at = ro.findIndex((line) => /^ISG\|[^|]*\|[^|]*\|1\|20\d\d-\d\d-\d\d\|[^|]*\|\|/.test(line));
    const [key] = ro[at]?.split('|').slice(1, 2) ?? [];
    const other = memoryEventStore();
    const answer = await importInto(
      other,
      ro
        .map((line, index) => (index === at ? line.replace(/\|\|[^|]*$/, '|2025-09-01|07') : line))
        .join('\n'),
    );
    expect(answer.accepted).toBe(true);
    expect(key).toMatch(/^\d{9}$/);
    const there = await ledgerOf(other);
    const query = { report: 'twin', year: 2025, knownOn: plan.until } as const;
    expect([...there.rows(query)]).not.toHaveLength(plan.students);
  }, 60_000);

  it('name in NRSP who is under 23, in NenR who of them dropped out, and tell the truth of everybody', () => {
    for (const count of [2025, 2026]) {
      const numbers = (name: string): readonly string[] =>
        file(`${name}${count}`).map((line) => line.split(';').slice(0, 2).join(';'));
      const [header, ...population] = numbers('NRSP');
      const [, ...vsvers] = numbers('NenR');
      expect(header).toBe('#BURGERSERVICENUMMER;ONDERWIJSNUMMER');
      const truth = file('truth')
        .map(
          (line) =>
            JSON.parse(line) as {
              schoolYear: number;
              bsn: string;
              onderwijsnummer: string;
              verdict: string;
              step: string;
            },
        )
        .filter(({ schoolYear }) => schoolYear === count - 1);
      const keyOf = ({ bsn, onderwijsnummer }: { bsn: string; onderwijsnummer: string }): string =>
        `${bsn};${onderwijsnummer}`;
      expect(truth).toHaveLength(plan.students);
      expect(population).toEqual(truth.filter(({ step }) => step !== 'V2').map(keyOf));
      expect(vsvers).toEqual(truth.filter(({ verdict }) => verdict === 'vsv').map(keyOf));
      expect(vsvers.length).toBeGreaterThan(0);
    }
    const fields = (name: string): number[] => file(name).map((line) => line.split(';').length);
    expect(new Set(fields('NRSP2025'))).toEqual(new Set([27]));
    expect(new Set(fields('NenR2025'))).toEqual(new Set([29]));
  });
});
