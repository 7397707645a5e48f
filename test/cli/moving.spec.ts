import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { embedded } from '../../src/app/log-place.ts';
import { openWriting } from '../../src/app/wiring.ts';
import { Keyboard } from './at-the-keyboard.ts';

const history = readFileSync(join(import.meta.dirname, '../history/0.2.0.ndjson'), 'utf8');
const lines = history.trimEnd().split('\n');

describe('moving house at the keyboard', () => {
  const old = new Keyboard();
  const other = new Keyboard();
  const third = new Keyboard();
  afterAll(() => {
    for (const keyboard of [old, other, third]) keyboard.remove();
  });
  const report = ['report', 'twin', '--year', '2025', '--known-on', '2026-11-23', '--format', 'json'];

  test('a store is filled from a file, and says what it holds', async () => {
    writeFileSync(join(old.folder, 'log.ndjson'), history);
    const said = await old.type('events', 'import', 'log.ndjson', '--json');
    expect(said.exit).toBe(0);
    const { chain, ...rest } = JSON.parse(said.out) as { readonly chain: string };
    expect(rest).toEqual({ file: 'log.ndjson', dryRun: false, events: lines.length, written: lines.length });
    expect((await old.type('events', 'chain')).out).toBe(`${lines.length} ${chain}\n`);
    expect(JSON.parse((await old.type('events', 'chain', '--json')).out)).toEqual({
      events: lines.length,
      chain,
    });
    expect((await old.type('events', 'export')).out).toBe(history);
  });

  test('the export of one is the import of the other: the same chain, and the same reports', async () => {
    const exported = (await old.type('events', 'export')).out;
    expect((await other.pipe(exported, 'events', 'import', '-')).out).toContain(
      `${lines.length} events, chain`,
    );
    expect((await other.type('events', 'chain')).out).toBe((await old.type('events', 'chain')).out);
    expect((await other.type('events', 'export')).out).toBe(exported);
    const told = await old.type(...report);
    expect(told.exit).toBe(0);
    expect((await other.type(...report)).out).toBe(told.out);
  });

  test('the chain at any event can be asked', async () => {
    expect((await old.type('events', 'chain', '--at', '0')).out).toBe(`0 ${'0'.repeat(64)}\n`);
    const at = (await old.type('events', 'chain', '--at', '10')).out;
    expect((await third.pipe(`${lines.slice(0, 10).join('\n')}\n`, 'events', 'import', '-')).exit).toBe(0);
    expect((await third.type('events', 'chain')).out).toBe(at);
    const beyond = await old.type('events', 'chain', '--at', String(lines.length + 1));
    expect(beyond).toMatchObject({ exit: 2, out: '' });
    expect(beyond.err).toContain('there is no event');
  });

  test('a file that does not give the chain it should is refused before anything is written', async () => {
    const chain = (await old.type('events', 'chain')).out.trim().split(' ')[1] ?? '';
    const swapped = lines.findIndex(
      (line, index) =>
        index > 10 &&
        (JSON.parse(line) as { stream: string }).stream !==
          (JSON.parse(lines[index + 1] ?? '') as { stream: string }).stream,
    );
    writeFileSync(
      join(third.folder, 'swapped.ndjson'),
      lines
        .with(swapped, lines[swapped + 1] ?? '')
        .with(swapped + 1, lines[swapped] ?? '')
        .join('\n'),
    );
    const refused = await third.type('events', 'import', 'swapped.ndjson', '--chain', chain);
    expect(refused).toMatchObject({ exit: 1, out: '' });
    expect(refused.err).toContain(`not ${chain}. Nothing was written.`);
    expect((await third.type('events', 'chain')).out).toMatch(/^10 /);
    writeFileSync(join(third.folder, 'whole.ndjson'), history);
    expect((await third.type('events', 'import', 'whole.ndjson', '--chain', chain)).out).toContain(
      `written now: ${lines.length - 10}`,
    );
  });

  test('a broken line is named, with how to mend it and how far the store is', async () => {
    const keyboard = new Keyboard();
    const dry = await keyboard.pipe(history, 'events', 'import', '-', '--dry-run');
    expect(dry.out).toContain('nothing was written');
    const said = await keyboard.pipe(history.slice(0, 20_000), 'events', 'import', '-');
    const line = history.slice(0, 20_000).split('\n').length;
    expect(said).toMatchObject({ exit: 1, out: '' });
    expect(said.err).toContain(`-:${line}: is no JSON`);
    expect(said.err).toMatch(
      /The file is in the store up to line \d+; the same command goes on from there\./,
    );
    expect((await keyboard.pipe(history, 'events', 'import', '-')).exit).toBe(0);
    keyboard.remove();
  });

  test('a file is checked whole before anything of it is written', async () => {
    const keyboard = new Keyboard();
    writeFileSync(join(keyboard.folder, 'cut.ndjson'), history.slice(0, -100));
    const said = await keyboard.type('events', 'import', 'cut.ndjson');
    expect(said).toMatchObject({ exit: 1, out: '' });
    expect(said.err).toContain(`cut.ndjson:${lines.length}: is no JSON`);
    expect(said.err).toContain('Nothing of the file is in the store.');
    expect((await keyboard.type('events', 'chain')).out).toMatch(/^0 /);
    keyboard.remove();
  });

  test('nothing is imported while anybody else writes to the store', async () => {
    const keyboard = new Keyboard();
    const writing = await openWriting(embedded(keyboard.data), { onFatal: () => undefined });
    const refused = await keyboard.pipe(history, 'events', 'import', '-');
    expect(refused).toMatchObject({ exit: 1, out: '' });
    expect(refused.err).toContain('Stop it first');
    expect(await writing.store.head()).toBeUndefined();
    await writing.close();
    keyboard.remove();
  });

  test('nothing is imported where the next start would throw it away', async () => {
    const keyboard = new Keyboard();
    await (await openWriting(embedded(keyboard.data), { onFatal: () => undefined })).close();
    writeFileSync(join(keyboard.data, 'demo-school-unfinished'), '');
    const refused = await keyboard.pipe(history, 'events', 'import', '-');
    expect(refused).toMatchObject({ exit: 2, out: '' });
    expect(refused.err).toContain('a demo school was broken off');
    keyboard.remove();
  });

  test('nor made up there, nor set up', async () => {
    const keyboard = new Keyboard();
    await (await openWriting(embedded(keyboard.data), { onFatal: () => undefined })).close();
    writeFileSync(join(keyboard.data, 'demo-school-unfinished'), '');
    for (const asked of [['simulate', '--students', '10', '--years', '1', '--seed', 'a'], ['rebuild']]) {
      const refused = await keyboard.type(...asked);
      expect(refused).toMatchObject({ exit: 2, out: '' });
      expect(refused.err).toContain('a demo school was broken off');
    }
    keyboard.remove();
  });
});
