import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Keyboard } from './at-the-keyboard.ts';

interface Row {
  readonly trajectory: string;
  readonly register: string;
  readonly evidence: string;
}

const rowsOf = (text: string): readonly Row[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

const countBy = (rows: readonly Row[], of: (row: Row) => string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(rows, of)].map(([key, members]): [string, number] => [key, members.length]).sort(),
  );

describe('a school at the keyboard', () => {
  const keyboard = new Keyboard();
  const other = new Keyboard();
  afterAll(() => {
    keyboard.remove();
    other.remove();
  });

  test('is simulated into an empty store, and only into one', async () => {
    const made = await keyboard.type(
      'simulate',
      '--students',
      '60',
      '--years',
      '1',
      '--seed',
      'a',
      '--until',
      '2026-10-20',
      '--out',
      'out',
      '--json',
    );
    expect(made.exit).toBe(0);
    expect(JSON.parse(made.out)).toMatchObject({ students: 60, peildata: ['2025-10-01', '2026-10-01'] });
    expect(readdirSync(join(keyboard.folder, 'out')).sort()).toEqual([
      expect.stringMatching(/^NRSP/),
      expect.stringMatching(/^NenR/),
      expect.stringMatching(/^RO_/),
      'truth.ndjson',
    ]);
    const again = await keyboard.type('simulate', '--students', '60', '--years', '1', '--seed', 'a');
    expect(again).toMatchObject({ exit: 2, out: '' });
    expect(again.err).toContain('is not empty');
  });

  test('reports its twin reading: the counts are the sums of the rows', async () => {
    const json = await keyboard.type(
      'report',
      'twin',
      '--year',
      '2025',
      '--known-on',
      '2026-10-20',
      '--format',
      'json',
    );
    expect(json.exit).toBe(0);
    const report = JSON.parse(json.out) as {
      readonly population: { readonly size: number };
      readonly twin: {
        readonly flows: readonly {
          readonly register: string;
          readonly evidence: string;
          readonly count: number;
        }[];
      };
    };
    const rows = rowsOf(
      (await keyboard.type('report', 'twin', '--year', '2025', '--known-on', '2026-10-20', '--rows')).out,
    );
    expect(report.population.size).toBe(60);
    expect(rows).toHaveLength(60);
    expect(
      Object.fromEntries(
        report.twin.flows.map(({ register, evidence, count }) => [`${register}/${evidence}`, count]).sort(),
      ),
    ).toEqual(countBy(rows, ({ register, evidence }) => `${register}/${evidence}`));
    const table = await keyboard.type('report', 'twin', '--year', '2025');
    expect(table.out).toContain('Tweelinglezing 2025-2026');
    expect(await keyboard.type('report', 'twin', '--year', '2026')).toMatchObject({ exit: 2, out: '' });
    expect((await keyboard.type('report', 'twin', '--year', '2026')).err).toContain('PeildatumNotReached');
  });

  test('is exported line by line, and from any ordinal on', async () => {
    const all = (await keyboard.type('events', 'export')).out;
    const lines = all.trim().split('\n');
    expect(Object.keys(JSON.parse(lines[0] ?? '') as object)).toEqual([
      'id',
      'stream',
      'revision',
      'type',
      'version',
      'data',
      'meta',
    ]);
    const rest = (await keyboard.type('events', 'export', '--after', '10')).out;
    expect(rest).toBe(`${lines.slice(10).join('\n')}\n`);
    expect((await keyboard.type('events', 'export', '--after', String(lines.length))).out).toBe('');
  });

  test('shows the institution as it was known', async () => {
    const now = JSON.parse((await keyboard.type('institution', 'export', '--json')).out) as {
      readonly catalogue: readonly object[];
    };
    expect(now.catalogue.length).toBeGreaterThan(1_000);
    const before = JSON.parse(
      (await keyboard.type('institution', 'export', '--json', '--known-on', '2020-01-01')).out,
    ) as object;
    expect(before).toMatchObject({ catalogue: [], calendar: [], tables: [] });
  });

  test('keeps read models that a rebuild finds the same', async () => {
    expect((await keyboard.type('projections', '--json')).exit).toBe(0);
    const rebuilt = await keyboard.type('rebuild', '--json');
    const equal = (JSON.parse(rebuilt.out) as readonly { readonly equal: boolean }[]).map(
      (each) => each.equal,
    );
    expect(new Set(equal)).toEqual(new Set([true]));
    expect(await keyboard.type('rebuild', 'nothing')).toMatchObject({ exit: 2 });
    expect(await keyboard.type('jobs')).toEqual({ exit: 0, out: '', err: '' });
    expect(await keyboard.type('jobs', 'retry', 'nothing')).toMatchObject({ exit: 2 });
  });

  test('seen through its own register file, gives the same register reading, row by row', async () => {
    const folder = join(keyboard.folder, 'out');
    const file = join(folder, readdirSync(folder).find((name) => name.startsWith('RO_')) ?? '');
    const dry = await other.type('import', 'ro', file, '--dry-run', '--json');
    expect(dry.exit).toBe(0);
    const first = JSON.parse((await other.type('import', 'ro', file, '--json')).out) as {
      readonly events: number;
    };
    expect(first).toMatchObject({ rejected: [] });
    expect(Object.keys(first)).toEqual([
      'delivery',
      'persons',
      'enrolments',
      'periods',
      'switches',
      'diplomas',
      'events',
      'warnings',
      'rejected',
    ]);
    expect(JSON.parse(dry.out)).toMatchObject({ events: first.events });
    expect(JSON.parse((await other.type('import', 'ro', file, '--json')).out)).toMatchObject({ events: 0 });
    const report = ['report', 'twin', '--year', '2025', '--rows'];
    const own = rowsOf((await keyboard.type(...report)).out);
    const imported = rowsOf((await other.type(...report)).out);
    expect(countBy(imported, ({ register }) => register)).toEqual(countBy(own, ({ register }) => register));
    expect(readFileSync(join(folder, 'truth.ndjson'), 'utf8').trim().split('\n').length).toBe(60);
  });
});
