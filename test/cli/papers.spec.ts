import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Keyboard } from './at-the-keyboard.ts';

describe('reports taken away as files', () => {
  const keyboard = new Keyboard();
  const report = (...asked: readonly string[]) => keyboard.type('report', ...asked, '--year', '2024');
  const fileOf = (name: string): string => join(keyboard.folder, name);

  beforeAll(async () => {
    const school = ['--students', '120', '--years', '1', '--seed', 'a', '--until', '2025-11-15'];
    await keyboard.type('simulate', ...school);
  });
  afterAll(() => {
    keyboard.remove();
  });

  test('by default without what could be counted back; for the team with everything', async () => {
    const outside = await report('twin', '--format', 'csv', '--by', 'landschap');
    expect(outside).toMatchObject({ exit: 0, err: '' });
    expect(outside.out).toMatch(/^\uFEFFLandschap;Register;/);
    expect(outside.out).toContain('<5 of af te leiden');
    expect(outside.out).not.toMatch(/^[^;]*;[^;]*;[^;]*;[1-4];/m);
    expect(outside.out).toContain('Kleine aantallen;');
    const team = await report('twin', '--format', 'csv', '--by', 'landschap', '--for', 'team');
    expect(team.out).toMatch(/^[^;]*;[^;]*;[^;]*;[1-4];/m);
    expect(team.out).not.toContain('<5 of af te leiden');
  });

  test('by the rule of age in force, named or not', async () => {
    const named = await report('vsv', '--format', 'csv', '--definition', '1aug-23');
    expect(named).toMatchObject({ exit: 0, err: '' });
  });

  test.each(['xlsx', 'pdf', 'csv'])('%s goes into a new file, whole', async (format) => {
    const name = fileOf(`outcomes.${format}`);
    expect(await report('outcomes', '--format', format, '--out', name)).toMatchObject({ exit: 0, out: '' });
    const written = readFileSync(name);
    expect(written.length).toBeGreaterThan(500);
    const again = await report('outcomes', '--format', format, '--out', name);
    expect(again.exit).toBe(2);
    expect(again.err).toContain('is there already; name another file');
    expect(Buffer.compare(readFileSync(name), written)).toBe(0);
  });

  test('lines per student go to the team, under the names of the JSON', async () => {
    const rows = await report('twin', '--rows', '--format', 'csv', '--for', 'team');
    expect(rows.out).toMatch(/^\uFEFFtrajectory;register;evidence;accountsDiffer;/);
  });

  test('every answer of the inspection goes to the team as a file with the lines of the JSON, and to nobody else', async () => {
    const then = ['--known-on', '2025-11-15'];
    const near = JSON.parse((await keyboard.type('report', 'near', ...then, '--json')).out) as {
      readonly cases: readonly { readonly trajectory: string }[];
    };
    const trajectory = near.cases[0]?.trajectory ?? '';
    const year = ['--year', '2024'];
    for (const [asked, header] of [
      [['why', '--trajectory', trajectory, ...year], 'Cijfer;Uitkomst;Vak;Stap;'],
      [['near', ...then], 'Traject;Wat;Register;Wat er gebeurde;Oordeel;Niet bekend;Wat helpt'],
      [['bridge', ...year, '--from', '2025-10-01', '--to', '2025-11-15'], 'Deel;Waarde;Eerst;Erbij;Eraf;Nu'],
      [['reconciliation', ...year], 'Traject;Nummer (versleuteld);Op de lijst;'],
      [['evidence', ...year], 'Traject;Switch;Op;Landschap;Mist;Te doen;'],
      [['compare', '--by', 'leerweg', '--value', 'BOL', '--other', 'BBL', ...year], 'Wat;'],
    ] as const) {
      const csv = await keyboard.type('report', ...asked, '--format', 'csv', '--for', 'team');
      expect(csv).toMatchObject({ exit: 0, err: '' });
      expect(csv.out).toContain(header);
      expect(csv.out).toContain('Stand van het logboek;');
      expect(csv.out).toContain('Gemaakt door;');
      for (const format of ['pdf', 'xlsx']) {
        const name = fileOf(`${asked[0]}.${format}`);
        const put = ['--format', format, '--out', name, '--for', 'team'];
        expect(await keyboard.type('report', ...asked, ...put)).toMatchObject({ exit: 0, out: '', err: '' });
      }
      const outside = await keyboard.type('report', ...asked, '--format', 'csv');
      expect(outside).toMatchObject({ exit: 2, out: '' });
      expect(outside.err).toContain('do not leave the team; ask with --for team');
    }
  });

  test('what is asked wrongly is said before anything is computed', async () => {
    writeFileSync(fileOf('there.pdf'), 'x');
    for (const [asked, said] of [
      [['twin', '--format', 'pdf'], '--out: name the file for the pdf'],
      [['twin', '--format', 'docx'], '--format'],
      [['twin', '--format', 'pdf', '--out', fileOf('there.pdf')], 'is there already'],
      [['twin', '--format', 'pdf', '--out', fileOf('nowhere/a.pdf')], 'there is no folder'],
      [['twin', '--format', 'csv', '--for', 'press'], '--for'],
      [['twin', '--for', 'team'], '--out and --for: go with --format'],
      [
        ['vsv', '--format', 'csv', '--definition', '1oct-22'],
        '--for: figures by a rule of age of one’s own do not leave the team',
      ],
      [['switches', '--format', 'csv'], 'switches do not leave the team'],
      [['vsv', '--alongside', 'D1'], '--alongside: goes with twin'],
      [
        ['twin', '--alongside', 'D1', '--format', 'csv'],
        'figures alongside a definition do not leave the team',
      ],
      [['twin', '--rows', '--format', 'csv'], 'lines per student do not leave the team'],
      [
        ['twin', '--by', 'cohort', '--format', 'csv'],
        'figures by cohort, initiative or moment do not leave the team',
      ],
    ] as const) {
      const refused = await report(...asked);
      expect(refused).toMatchObject({ exit: 2, out: '' });
      expect(refused.err).toContain(said);
    }
  });
});
