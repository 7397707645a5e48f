import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Keyboard } from './at-the-keyboard.ts';

interface Row {
  readonly trajectory: string;
  readonly evidence: string;
  readonly vsv: { readonly verdict: string; readonly step: string };
}

describe('the inspection room at the keyboard', () => {
  const keyboard = new Keyboard();
  let rows: readonly Row[] = [];

  beforeAll(async () => {
    const school = ['--students', '60', '--years', '1', '--seed', 'a', '--until', '2025-11-15'];
    await keyboard.type('simulate', ...school);
    const { out } = await keyboard.type('report', 'twin', '--year', '2024', '--rows');
    rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row);
  });
  afterAll(() => {
    keyboard.remove();
  });

  test('of everybody, the step that the row names is the one that is explained', async () => {
    const presumed = rows.find(({ vsv }) => vsv.verdict === 'presumed');
    for (const { trajectory, vsv } of [presumed, rows[0]].flatMap((row) => row ?? [])) {
      const told = await keyboard.type('report', 'why', '--trajectory', trajectory, '--year', '2024');
      expect(told.exit).toBe(0);
      expect(told.out).toContain(`→ ${vsv.step}  `);
    }
    expect(presumed).toBeDefined();
  });

  test('the near count of the day before is nearly the count of the peildatum', async () => {
    const { out } = await keyboard.type('report', 'near', '--known-on', '2025-09-30', '--json');
    const near = JSON.parse(out) as { population: number; peildata: readonly string[] };
    expect(near.peildata).toEqual(['2024-10-01', '2025-10-01']);
    expect(near.population).toBe(rows.length);
    const text = await keyboard.type('report', 'near', '--known-on', '2025-09-30');
    expect(text.out).toContain('Peildatum 2025-10-01, als er niets verandert');
  });

  test('the bridge names what was recorded in between', async () => {
    const between = ['bridge', '--year', '2024', '--from', '2025-10-01', '--to', '2025-11-14'];
    const { out, exit } = await keyboard.type('report', ...between);
    expect(exit).toBe(0);
    expect(out).toContain('register zelfde opleiding:');
    expect(out).toMatch(/vastgelegd 2025-1[01]-\d\d/);
  });

  test('an indicator opens to as many students as it counts, and a norm without a source says so', async () => {
    const { out } = await keyboard.type('report', 'outcomes', '--year', '2024', '--json');
    const { indicators } = JSON.parse(out) as {
      indicators: readonly {
        readonly indicator: { readonly id: string };
        readonly whole: { readonly numerator: number; readonly denominator: number };
      }[];
    };
    expect(indicators).toHaveLength(7);
    for (const { indicator, whole } of indicators)
      for (const [part, size] of [
        ['population', whole.denominator],
        ['counted', whole.numerator],
      ] as const) {
        const opened = ['--indicator', indicator.id, '--part', part];
        const cell = await keyboard.type('report', 'outcomes', '--year', '2024', ...opened);
        expect(cell.out.split('\n').length - 1).toBe(size);
      }
    const text = await keyboard.type('report', 'outcomes', '--year', '2024', '--by', 'landschap');
    expect(text.out).toMatch(/^niveau 4 .* \(norm niet bevestigd\)/m);
    expect(text.out).toContain('landschap ');
  });

  test('the evidence of each switch says what is missing, what there is to do, and what came late', async () => {
    const { out } = await keyboard.type('report', 'evidence', '--year', '2024', '--json');
    const { switches } = JSON.parse(out) as {
      switches: readonly {
        readonly missing: readonly string[];
        readonly mends: readonly string[];
        readonly pieces: Readonly<Record<string, { readonly recordedLate?: number }>>;
      }[];
    };
    const incomplete = switches.filter(({ missing }) => missing.length > 0);
    expect(incomplete.length).toBeGreaterThan(0);
    for (const { missing, mends } of switches) expect(mends).toHaveLength(missing.length);
    const text = await keyboard.type('report', 'evidence', '--year', '2024');
    expect(text.out.split('te doen: ').length - 1).toBe(incomplete.flatMap(({ mends }) => mends).length);
    const late = switches.flatMap(({ pieces }) =>
      Object.values(pieces).filter(({ recordedLate }) => recordedLate !== undefined),
    );
    expect(text.out.split(' dagen later vastgelegd').length - 1).toBe(late.length);
  });

  test('two landschappen stand beside each other as each does in its own report, in the order asked', async () => {
    const { out } = await keyboard.type('report', 'twin', '--year', '2024', '--by', 'landschap', '--json');
    const { splits } = JSON.parse(out) as {
      splits: readonly { readonly value: string; readonly population: object; readonly twin: object }[];
    };
    const sideOf = ({ value, population, twin }: (typeof splits)[number]) => ({ value, population, twin });
    const [other, , one] = splits.map(sideOf);
    const asked = ['--by', 'landschap', '--value', one?.value ?? '', '--other', other?.value ?? ''];
    const beside = await keyboard.type('report', 'compare', '--year', '2024', ...asked, '--json');
    expect(JSON.parse(beside.out)).toMatchObject({ sides: [one, other] });
    const text = await keyboard.type('report', 'compare', '--year', '2024', ...asked);
    expect(text.out).toMatch(/^vermoedelijk VSV /m);
    const years = await keyboard.type(
      'report',
      'compare',
      '--report',
      'vsv',
      '--year',
      '2024',
      '--with',
      '2024',
    );
    expect(years.out).toMatch(/^VSV, niveau alle +(\S+ %) +\1/m);
  });

  test('what is asked wrongly is said', async () => {
    for (const [asked, said] of [
      [['why', '--year', '2024'], '--trajectory: give the id'],
      [
        ['why', '--year', '2024', '--trajectory', '0b0b0b0b-0000-4000-8000-000000000000'],
        '--trajectory: 0b0b0b0b-0000-4000-8000-000000000000 is not here',
      ],
      [['bridge', '--year', '2024'], '--from: is missing'],
      [['bridge', '--year', '2024', '--from', '2025-11-01', '--to', '2025-10-02'], 'lies before --from'],
      [['bridge', '--year', '2024', '--from', '2025-09-01', '--to', '2025-10-02'], 'PeildatumNotReached'],
      [['near', '--at', '99999999'], '--at: the log ends at'],
      [['compare', '--year', '2024'], '--with: is missing'],
      [['compare', '--year', '2024', '--value', 'zorg', '--with', '2024'], '--by: say of which split'],
      [
        ['compare', '--year', '2024', '--by', 'landschap', '--value', 'maan', '--with', '2024'],
        '--value: maan is no landschap of that year; give one of ',
      ],
      [['outcomes', '--by', 'age'], '--year: is missing'],
      [['outcomes', '--year', '2024', '--indicator', 'geluk'], '--indicator: give one of'],
      [
        ['outcomes', '--year', '2024', '--indicator', 'opstroom', '--of-year', '2019'],
        '--of-year: give one of 2024, 2023, 2022',
      ],
    ] as const) {
      const refused = await keyboard.type('report', ...asked);
      expect(refused).toMatchObject({ exit: 2, out: '' });
      expect(refused.err).toContain(said);
    }
  });
});
