import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { createLedger } from '../../../projections/figures/index.ts';
import { openSqliteEventStore } from '../../../src/adapters/sqlite/event-store.ts';
import { Chain, lineOf, rawLineOf } from '../../../src/engine/chain.ts';
import { exactLines } from '../../../src/imports/log/exact-lines.ts';
import { importLog, type LogAnswer } from '../../../src/imports/log/import-log.ts';
import { calendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Recorded } from '../../../src/kernel/message.ts';
import type { EventStore } from '../../../src/ports/event-store.ts';
import { type RawLog, rawEventsOf } from '../../../src/ports/raw-log.ts';

export const chainOf = (some: readonly string[]): string => {
  const chain = new Chain();
  for (const line of some) chain.link(line);
  return chain.hash;
};
export const textOf = (some: readonly string[]): string => some.map((line) => `${line}\n`).join('');

export const parse = (line: string | undefined): Recorded => JSON.parse(line ?? '') as Recorded;

const logOf = (lines: readonly string[]) => ({
  lines,
  file: textOf(lines),
  /** What an import of all of it answers. */
  whole: { outcome: 'done', events: lines.length, chain: chainOf(lines) },
  /** The file with another event on a line, counted from 1. */
  changed: (number: number, change: (event: Recorded) => Recorded): string =>
    textOf(lines.with(number - 1, lineOf(change(parse(lines[number - 1]))))),
});
const recorded = readFileSync(join(import.meta.dirname, '../../history/0.2.0.ndjson'), 'utf8');
/** A school with every event there is, as the last release recorded it. */
export const wholeLog = logOf(recorded.trimEnd().split('\n'));
/** Its beginning, for what is asked of many faulty copies. */
export const shortLog = logOf(wholeLog.lines.slice(0, 500));

const bytes = async function* (text: string | Uint8Array, size = 7_919): AsyncGenerator<Uint8Array> {
  const all = Buffer.from(text);
  for (let from = 0; from < all.length; from += size) yield all.subarray(from, from + size);
};

export const given = (
  store: EventStore,
  text: string | Uint8Array,
  { dryRun = false, signal = new AbortController().signal } = {},
): Promise<LogAnswer> =>
  importLog({ lines: exactLines(bytes(text)), store, dryRun, signal, onProgress: () => undefined });

export const exportOf = async (store: EventStore & Partial<RawLog>): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const events of rawEventsOf(store)) for (const event of events) found.push(rawLineOf(event));
  return found;
};

const folders: string[] = [];
export const sqlite = (): Promise<EventStore> => {
  const folder = mkdtempSync(join(tmpdir(), 'wissel-moving-'));
  folders.push(folder);
  return openSqliteEventStore({ file: join(folder, 'log.sqlite') });
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export const reportOf = async (store: EventStore): Promise<string> => {
  const ledger = createLedger();
  const events = await store.readAll(undefined, wholeLog.lines.length);
  ledger.add(events.map((event, index) => ({ ordinal: index + 1, event })));
  return JSON.stringify(
    (['twin', 'vsv'] as const).map((report) =>
      ledger.report({ report, year: 2025, knownOn: calendarDate('2026-11-23') }),
    ),
  );
};

/** A store of which the appends are looked at on their way. */
export const watched = (
  store: EventStore,
  before: (append: Parameters<EventStore['append']>) => Promise<void> | void,
): EventStore => ({
  append: async (...append) => {
    await before(append);
    return store.append(...append);
  },
  readStream: (stream, from) => store.readStream(stream, from),
  readAll: (after, limit) => store.readAll(after, limit),
  head: () => store.head(),
  follow: (after, signal) => store.follow(after, signal),
  close: () => store.close(),
});
