import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { longestHouse } from '../../src/imports/institution/index.ts';
import { RunningService } from '../e2e/service.ts';
import { Keyboard, type Said } from './at-the-keyboard.ts';

/** A simulated school of 60 students, with a Leermeter and training groups of its own; the names are made up. */
const example = new URL('../../docs/examples/school.yaml', import.meta.url);
const school = readFileSync(example, 'utf8');

const write = (keyboard: Keyboard, name: string, text: string | Uint8Array): string => {
  writeFileSync(join(keyboard.folder, name), text);
  return name;
};

const answerIn = (said: Said) =>
  JSON.parse(said.out) as {
    readonly events: number;
    readonly recorded: Readonly<Record<string, number>>;
    readonly already: Readonly<Record<string, number>>;
    readonly problems: readonly object[];
  };

describe('the example house at the keyboard', () => {
  const keyboard = new Keyboard();
  beforeAll(() => copyFileSync(example, join(keyboard.folder, 'school.yaml')));
  afterAll(() => keyboard.remove());

  test('in a dry run is told line by line, and nothing is written', async () => {
    const said = await keyboard.type('institution', 'import', 'school.yaml', '--dry-run');
    expect(said).toMatchObject({ exit: 0, err: '' });
    expect(said.out).toContain('dry run: nothing was written');
    expect(said.out).toContain('  LandschapDefined 9\n');
    expect(said.out).toMatch(/^ {2}line \d+: RoleAssigned Medewerker 53 inspector$/m);
    expect((await keyboard.type('events', 'export')).out).toBe('');
  });

  test('is imported, and exported again equal to the byte', async () => {
    const said = await keyboard.type('institution', 'import', 'school.yaml');
    expect(said).toMatchObject({ exit: 0, err: '' });
    expect(said.out).toContain('school.yaml: events recorded: 272\n');
    expect(await keyboard.type('institution', 'export')).toEqual({ exit: 0, out: school, err: '' });
  });

  test('a second time records nothing, and says what was so already', async () => {
    const before = (await keyboard.type('events', 'export')).out;
    const said = await keyboard.type('institution', 'import', 'school.yaml', '--json');
    expect(said.exit).toBe(0);
    expect(answerIn(said)).toEqual({
      file: 'school.yaml',
      dryRun: false,
      events: 0,
      recorded: {},
      already: {
        variants: 9,
        landschappen: 9,
        programmes: 130,
        calendars: 1,
        settings: 1,
        leermeter: 1,
        trainingGroups: 2,
        staff: 119,
      },
      changes: [],
      problems: [],
    });
    expect((await keyboard.type('events', 'export')).out).toBe(before);
  });

  test('changed in one place, records that and no more', async () => {
    write(keyboard, 'other.yaml', `\ufeff${school.replace('most: 4', 'most: 5').replaceAll('\n', '\r\n')}`);
    const said = await keyboard.type('institution', 'import', 'other.yaml', '--json');
    expect(answerIn(said)).toMatchObject({
      events: 1,
      recorded: { LeermeterDefined: 1 },
      changes: [{ line: 244, path: 'leermeter', about: 'Leermeter', events: ['LeermeterDefined'] }],
    });
    expect((await keyboard.type('institution', 'export')).out).toBe(school.replace('most: 4', 'most: 5'));
  });

  test('was not known before it was imported', async () => {
    const before = await keyboard.type('institution', 'export', '--known-on', '2020-01-01');
    expect(before.exit).toBe(0);
    expect(before.out).toMatch(/^# The house[^]*\nformat: 1\n$/);
    expect(before.out).not.toContain('Medewerker');
  });

  test('with --json, the export is what figures rest on, as ever', async () => {
    const said = await keyboard.type('institution', 'export', '--json');
    expect(Object.keys(JSON.parse(said.out) as object)).toEqual([
      'knownOn',
      'tables',
      'catalogue',
      'calendar',
    ]);
  });
});

describe('a house that cannot be imported', () => {
  const keyboard = new Keyboard();
  afterAll(() => keyboard.remove());
  const exported = async (): Promise<string> => (await keyboard.type('events', 'export')).out;

  test('because of what is in it: exit code 2, where and how to mend it', async () => {
    write(keyboard, 'wrong.yaml', 'format: 1\nstaff:\n  - name: Anna\n    since: 1-8-2025\n    team: A\n');
    const said = await keyboard.type('institution', 'import', 'wrong.yaml');
    expect(said).toMatchObject({ exit: 2, out: '' });
    expect(said.err.split('\n')).toEqual([
      expect.stringMatching(/^wrong\.yaml:3:5: staff\[0\]\.id: is missing/),
      expect.stringMatching(/^wrong\.yaml:4:5: staff\[0\]\.since: is not date \(YYYY-MM-DD\); give a day/),
      expect.stringMatching(
        /^wrong\.yaml:5:5: staff\[0\]\.team: is not known here; known are id, name, email/,
      ),
      'Nothing was written.',
      '',
    ]);
    const json = await keyboard.type('institution', 'import', 'wrong.yaml', '--json');
    expect(json.exit).toBe(2);
    expect(answerIn(json)).toMatchObject({ events: 0, problems: [{ line: 3 }, { line: 4 }, { line: 5 }] });
    expect(await exported()).toBe('');
  });

  test('because the rules refuse it: exit code 1, and nothing of it is written', async () => {
    write(
      keyboard,
      'refused.yaml',
      school.replace('value: calendar', 'value: never').replace('most: 4', 'most: 1'),
    );
    for (const dryRun of [[], ['--dry-run']]) {
      const said = await keyboard.type('institution', 'import', 'refused.yaml', ...dryRun);
      expect(said).toMatchObject({ exit: 1, out: '' });
      expect(said.err).toMatch(
        /^refused\.yaml:242:\d+: settings\[0\]: .*\(InvalidSetting, .*allowed: school, calendar/,
      );
      expect(said.err).toContain(
        'leermeter: The highest score must be above the lowest. (InvalidScale, least: 1, most: 1)',
      );
    }
    const json = await keyboard.type('institution', 'import', 'refused.yaml', '--json');
    expect(answerIn(json)).toMatchObject({
      problems: [{ code: 'InvalidSetting' }, { code: 'InvalidScale' }],
    });
    expect(await exported()).toBe('');
  });

  test('because it is no text, or too much of it', async () => {
    write(keyboard, 'latin.yaml', Uint8Array.of(0x61, 0xe9));
    expect(await keyboard.type('institution', 'import', 'latin.yaml')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('save it as UTF-8'),
    });
    write(keyboard, 'long.yaml', '#'.repeat(longestHouse + 1));
    expect(await keyboard.type('institution', 'import', 'long.yaml')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('larger than 1024 KiB'),
    });
  });

  test('is helped by its own words', async () => {
    const said = await keyboard.type('institution', 'import', '--help');
    expect(said).toMatchObject({ exit: 0, err: '' });
    expect(said.out).toContain('wissel institution import FILE');
  });
});

describe('a house through the running service', () => {
  const service = new RunningService();
  const keyboard = new Keyboard(join(service.folder, 'data'));
  beforeAll(() => service.start());
  afterAll(async () => {
    await service.stop();
    keyboard.remove();
  });
  const quality = { id: '11111111-1111-4111-8111-111111111111', role: 'quality' };

  test('is imported beside it, seen by it at once, and exported past it', async () => {
    service.itIs('2026-11-22', '22:59');
    copyFileSync(example, join(keyboard.folder, 'school.yaml'));
    const said = await keyboard.type('institution', 'import', 'school.yaml', '--json');
    expect(said).toMatchObject({ exit: 0, err: '' });
    expect(answerIn(said)).toMatchObject({ events: 272, problems: [] });
    expect(await service.get('/api/institution', quality)).toMatchObject({
      status: 200,
      body: { leermeter: { version: 1, most: 4 }, trainingGroups: [{ group: 'leerdoor' }, {}] },
    });
    expect((await keyboard.type('institution', 'export')).out).toBe(school);
    const again = await keyboard.type('institution', 'import', 'school.yaml', '--json');
    expect(answerIn(again)).toMatchObject({ events: 0 });
  });

  test('is known from the day in Amsterdam on which it was recorded', async () => {
    service.itIs('2026-11-22', '23:00');
    write(keyboard, 'later.yaml', school.replace('most: 4', 'most: 9'));
    expect(await keyboard.type('institution', 'import', 'later.yaml')).toMatchObject({ exit: 0 });
    expect(await keyboard.type('institution', 'export', '--known-on', '2026-11-22')).toMatchObject({
      out: school,
    });
    expect((await keyboard.type('institution', 'export', '--known-on', '2026-11-23')).out).toContain(
      'most: 9',
    );
  });

  test('that is wrong is told through it, with the same exit code', async () => {
    write(keyboard, 'wrong.yaml', 'format: 1\nstaff: {}\n');
    expect(await keyboard.type('institution', 'import', 'wrong.yaml')).toEqual({
      exit: 2,
      out: '',
      err: expect.stringMatching(/^wrong\.yaml:2:1: staff: is not a list.*\nNothing was written\.\n$/),
    });
  });
});
