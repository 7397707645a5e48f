import { existsSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readConfig, WrongSettings } from '../../src/app/config.ts';
import { Keyboard } from './at-the-keyboard.ts';

describe('what is typed wrongly', () => {
  const keyboard = new Keyboard();
  afterAll(() => keyboard.remove());

  test.each<[string, readonly string[], string]>([
    ['a command that does not exist', ['fly'], 'fly: is no command'],
    ['a report that does not exist', ['report', 'vsx', '--year', '2025'], 'say twin, vsv or switches'],
    ['no year', ['report', 'twin'], '--year: is missing'],
    ['a year that is none', ['report', 'twin', '--year', 'twenty'], '--year: give a whole number'],
    [
      'a day that does not exist',
      ['report', 'twin', '--year', '2024', '--known-on', '2025-02-29'],
      '--known-on',
    ],
    ['a day ahead', ['report', 'twin', '--year', '2024', '--known-on', '2999-01-01'], 'lies ahead'],
    [
      'a split that does not exist',
      ['report', 'twin', '--year', '2024', '--by', 'colour'],
      '--by: give one of',
    ],
    [
      'a definition that does not exist',
      ['report', 'switches', '--year', '2024', '--definition', 'D9'],
      'D1',
    ],
    ['a format that does not exist', ['report', 'twin', '--year', '2024', '--format', 'xml'], '--format'],
    ['a flag that does not exist', ['report', 'twin', '--year', '2024', '--fast'], '--fast'],
    ['a flag without its value', ['report', 'twin', '--year'], '--year'],
    ['a seal without a file', ['seal', '--year', '2024'], '--out: name the file'],
    ['a seal in no folder', ['seal', '--year', '2024', '--out', 'no/a.zip'], 'there is no folder no'],
    ['a seal for a folder', ['seal', '--year', '2024', '--out', '.'], '. is a folder'],
    ['a seal of no year', ['seal', '--out', 'a.zip'], '--year: is missing'],
    [
      'a seal of a report twice',
      ['seal', '--year', '2024', '--out', 'a.zip', '--report', 'twin,twin'],
      '--report: give each of',
    ],
    [
      'a seal by a definition of another report',
      ['seal', '--year', '2024', '--out', 'a.zip', '--report', 'vsv', '--definition', 'D1'],
      '--definition: D1 is none',
    ],
    [
      'a seal by two definitions of one report',
      ['seal', '--year', '2024', '--out', 'a.zip', '--definition', 'D1', '--definition', 'D2'],
      'switches has two',
    ],
    ['a seal for nothing', ['seal', '--year', '2024', '--out', 'a.zip', '--why', ' '], '--why'],
    ['a seal over nothing', ['seal', '--year', '2024', '--out', 'a.zip'], 'There is no log in'],
    ['nothing to verify', ['verify'], 'name the bundle'],
    ['a bundle that is not there', ['verify', 'a.zip'], 'a.zip: there is no such file'],
    ['a folder to verify', ['verify', '.'], '.: is no file'],
    ['a hash that is none', ['verify', 'a.zip', '--sha256', 'ab'], '--sha256: give the 64'],
    ['a word too many', ['report', 'twin', 'now', '--year', '2024'], 'now: is one too many'],
    ['an ordinal that is none', ['events', 'export', '--after', '-1'], '--after'],
    ['events of another kind', ['events', 'delete'], 'say export, import or chain'],
    ['events that are not named', ['events', 'import'], 'name a file, or -'],
    ['events that are not there', ['events', 'import', 'a.ndjson'], 'a.ndjson: there is no such file'],
    ['a folder for events', ['events', 'import', '.'], '.: is a folder'],
    ['a chain that is none', ['events', 'import', '-', '--chain', 'ab'], '--chain: give the 64'],
    [
      'a chain for what can be read only once',
      ['events', 'import', '-', '--chain', 'ab'.repeat(32)],
      '--chain: name a file',
    ],
    ['an import without a file', ['import', 'ro'], 'name at least one file'],
    ['an import of another kind', ['import', 'xml', 'a.xml'], 'say ro'],
    ['a file that is not there', ['import', 'ro', 'nowhere.csv'], 'nowhere.csv: there is no such file'],
    ['a folder for a file', ['import', 'ro', '.'], '.: is no file'],
    ['an institution without a word', ['institution'], 'say export or import'],
    ['a house that is not named', ['institution', 'import'], 'name a file'],
    ['a house that is not there', ['institution', 'import', 'a.yaml'], 'a.yaml: there is no such file'],
    ['a folder for a house', ['institution', 'import', '.'], '.: is no file'],
    ['two houses', ['institution', 'import', 'a.yaml', 'b.yaml'], 'b.yaml: is one too many'],
    ['a simulation without a seed', ['simulate', '--students', '10', '--years', '1'], '--seed missing'],
    ['nobody to simulate', ['simulate', '--students', '0', '--years', '1', '--seed', 'a'], '--students'],
    [
      'a day to stop that does not exist',
      ['simulate', '--students', '1', '--years', '1', '--seed', 'a', '--until', '2026-02-30'],
      '--until',
    ],
    ['workflows of another kind', ['workflows', 'stop'], 'say parked, retry, migrate, rehearse or nothing'],
    ['a word too many for workflows', ['workflows', 'parked', 'now'], 'now: is one too many'],
    ['a migration of one', ['workflows', 'migrate', 'mine'], 'mine: is one too many'],
    ['a rehearsal without terms', ['workflows', 'rehearse', '--from', '2025-09-01'], '--rules missing'],
    [
      'a rehearsal of terms that are not there',
      ['workflows', 'rehearse', '--rules', 'a.yaml', '--from', '2025-09-01', '--to', '2025-10-01'],
      'a.yaml: there is no such file',
    ],
    [
      'a rehearsal backwards',
      ['workflows', 'rehearse', '--rules', 'a.yaml', '--from', '2025-09-01', '--to', '2025-08-01'],
      'is before --from',
    ],
    [
      'a rehearsal of days to come',
      ['workflows', 'rehearse', '--rules', 'a.yaml', '--from', '2025-09-01', '--to', '2999-08-01'],
      'lies ahead',
    ],
  ])('%s: exit code 2, what and how to mend it, and nothing written', async (_what, argv, says) => {
    const said = await keyboard.type(...argv);
    expect(said).toMatchObject({ exit: 2, out: '' });
    expect(said.err).toContain(says);
    expect(existsSync(keyboard.data)).toBe(false);
  });

  test('a store that is not there is said to be missing, not made', async () => {
    for (const argv of [
      ['report', 'twin', '--year', '2024'],
      ['events', 'export'],
      ['events', 'chain'],
      ['institution', 'export', '--json'],
      ['institution', 'export'],
    ]) {
      const said = await keyboard.type(...argv);
      expect(said).toMatchObject({ exit: 2, out: '' });
      expect(said.err).toContain('There is no log in');
    }
    expect(existsSync(keyboard.data)).toBe(false);
  });

  test('every command helps', async () => {
    expect(await keyboard.type('--help')).toMatchObject({ exit: 0, err: '' });
    for (const name of [
      'serve',
      'report',
      'seal',
      'verify',
      'events',
      'institution',
      'import',
      'simulate',
      'projections',
      'rebuild',
      'workflows',
    ]) {
      const said = await keyboard.type(name, '--help');
      expect(said).toMatchObject({ exit: 0, err: '' });
      expect(said.out).toContain(`wissel ${name}`);
    }
  });
});

describe('settings', () => {
  test('have defaults', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      auth: 'dev',
      production: false,
      logLevel: 'info',
    });
    expect(readConfig({}).place.folder).toMatch(/\/data$/);
  });

  test('that are wrong are all named, and their values never', () => {
    const wrong = {
      WISSEL_PORT: '99999',
      WISSEL_DATA: ' ',
      WISSEL_HOST: 'secret.example',
      AUTH: 'secret',
      NODE_ENV: 'secret',
      LOG_LEVEL: 'secret',
    };
    try {
      readConfig(wrong);
      throw new Error('it should not have started');
    } catch (error) {
      if (!(error instanceof WrongSettings)) throw error;
      for (const name of Object.keys(wrong)) expect(error.message).toContain(name);
      expect(error.message).not.toMatch(/secret|99999/);
    }
  });
});
