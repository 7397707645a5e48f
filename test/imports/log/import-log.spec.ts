import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createLedger } from '../../../projections/figures/index.ts';
import { memoryEventStore } from '../../../src/adapters/memory/event-store.ts';
import { openSqliteEventStore } from '../../../src/adapters/sqlite/event-store.ts';
import { Chain, lineOf, rawLineOf } from '../../../src/engine/chain.ts';
import { eventId } from '../../../src/engine/ids.ts';
import { exactLines } from '../../../src/imports/log/exact-lines.ts';
import { importLog, type LogAnswer } from '../../../src/imports/log/import-log.ts';
import { calendarDate } from '../../../src/kernel/calendar-date.ts';
import { type Recorded, uuid } from '../../../src/kernel/message.ts';
import type { EventStore } from '../../../src/ports/event-store.ts';
import { type RawLog, rawEventsOf } from '../../../src/ports/raw-log.ts';

/** A school with every event there is, as the last release recorded it. */
const file = readFileSync(join(import.meta.dirname, '../../history/0.2.0.ndjson'), 'utf8');
const lines = file.trimEnd().split('\n');
const chainOf = (some: readonly string[]): string => {
  const chain = new Chain();
  for (const line of some) chain.link(line);
  return chain.hash;
};
const textOf = (some: readonly string[]): string => some.map((line) => `${line}\n`).join('');

const bytes = async function* (text: string | Uint8Array, size = 7_919): AsyncGenerator<Uint8Array> {
  const all = Buffer.from(text);
  for (let from = 0; from < all.length; from += size) yield all.subarray(from, from + size);
};

const given = (
  store: EventStore,
  text: string | Uint8Array,
  { dryRun = false, signal = new AbortController().signal } = {},
): Promise<LogAnswer> =>
  importLog({ lines: exactLines(bytes(text)), store, dryRun, signal, onProgress: () => undefined });

const exportOf = async (store: EventStore & Partial<RawLog>): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const events of rawEventsOf(store)) for (const event of events) found.push(rawLineOf(event));
  return found;
};

const folders: string[] = [];
const sqlite = (): Promise<EventStore> => {
  const folder = mkdtempSync(join(tmpdir(), 'wissel-moving-'));
  folders.push(folder);
  return openSqliteEventStore({ file: join(folder, 'log.sqlite') });
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const reportOf = async (store: EventStore): Promise<string> => {
  const ledger = createLedger();
  const events = await store.readAll(undefined, lines.length);
  ledger.add(events.map((event, index) => ({ ordinal: index + 1, event })));
  return JSON.stringify(
    (['twin', 'vsv'] as const).map((report) =>
      ledger.report({ report, year: 2025, knownOn: calendarDate('2026-11-23') }),
    ),
  );
};

const whole = { outcome: 'done', events: lines.length, chain: chainOf(lines) };
const parse = (line: string | undefined): Recorded => JSON.parse(line ?? '') as Recorded;
const changed = (number: number, change: (event: Recorded) => Recorded): string => {
  const event = change(parse(lines[number - 1]));
  return textOf(lines.with(number - 1, lineOf(event)));
};

describe('a log that moves house', () => {
  it('is the same in every store: to the byte, in its chain, and in its reports', async () => {
    const first = await sqlite();
    expect(await given(first, file)).toEqual({ ...whole, written: lines.length });
    const second = memoryEventStore();
    await given(second, textOf(await exportOf(first)));
    const third = await sqlite();
    await given(third, textOf(await exportOf(second)));
    const reports = new Set<string>();
    for (const store of [first, second, third]) {
      expect(textOf(await exportOf(store))).toBe(file);
      reports.add(await reportOf(store));
      await store.close();
    }
    expect(reports.size).toBe(1);
  });

  it('needs no end of line after its last event', async () => {
    expect(await given(memoryEventStore(), file.trimEnd())).toMatchObject(whole);
  });

  it('goes on where it was broken off, after any line', async () => {
    const some = lines.slice(0, 60);
    for (let line = 0; line <= some.length; line++) {
      const store = memoryEventStore();
      await given(store, textOf(some.slice(0, line)));
      expect(await given(store, textOf(some))).toMatchObject({
        outcome: 'done',
        events: 60,
        written: 60 - line,
        chain: chainOf(some),
      });
      expect(await exportOf(store)).toEqual(some);
    }
  });

  it('goes on where it was broken off, in the middle of a line', async () => {
    const store = await sqlite();
    const cut = file.slice(0, file.length / 2);
    const line = cut.split('\n').length;
    const broken = await given(store, cut);
    expect(broken).toMatchObject({ outcome: 'wrongLine', line, what: expect.stringContaining('no JSON') });
    const stands = (await exportOf(store)).length;
    expect(broken).toMatchObject({ stands });
    expect(stands).toBeGreaterThan(0);
    expect(await given(store, file)).toMatchObject({ ...whole, written: lines.length - stands });
    expect(await given(store, file)).toMatchObject({ ...whole, written: 0 });
    await store.close();
  });

  it('leaves nothing of an append of which a line is wrong, and all that came before', async () => {
    const second = lines.findIndex((line, index) => {
      const [event, before] = [parse(line), parse(lines[Math.max(0, index - 1)])];
      return index > 10 && event.stream === before.stream && event.meta.commandId === before.meta.commandId;
    });
    const store = memoryEventStore();
    const answer = await given(store, textOf(lines.with(second, 'x')));
    expect(answer).toMatchObject({ outcome: 'wrongLine', line: second + 1 });
    const [last, next] = [(await exportOf(store)).length, parse(lines[second])];
    expect(answer).toMatchObject({ stands: last });
    expect(last).toBeLessThan(second);
    for (const line of lines.slice(last, second))
      expect(parse(line).meta.commandId).toBe(next.meta.commandId);
    expect(await given(store, file)).toMatchObject({ ...whole, written: lines.length - last });
  });

  it('keeps events of one command together, so that no reader sees half of it', async () => {
    let appends = 0;
    const store = memoryEventStore();
    const counting: EventStore = {
      append: (stream, expected, events) => {
        appends += 1;
        return store.append(stream, expected, events);
      },
      readStream: (stream, from) => store.readStream(stream, from),
      readAll: (after, limit) => store.readAll(after, limit),
      head: () => store.head(),
      follow: (after, signal) => store.follow(after, signal),
      close: () => store.close(),
    };
    await given(counting, file);
    const commands = new Set(lines.map(parse).map(({ stream, meta }) => `${stream} ${meta.commandId}`));
    expect(appends).toBe(commands.size);
    expect(commands.size).toBeLessThan(lines.length);
  });

  it('writes nothing when it is only looked at', async () => {
    const store = memoryEventStore();
    expect(await given(store, file, { dryRun: true })).toEqual({ ...whole, written: 0 });
    expect(await store.head()).toBeUndefined();
  });

  it('does not count what a store keeps for itself', async () => {
    const store = memoryEventStore();
    const [lease] = await (async () => {
      await given(store, textOf(lines.slice(0, 1)));
      return store.readAll(undefined, 1);
    })();
    if (!lease) throw new Error('nothing was imported');
    await store.append('lease-workflows', 'none', [lease]);
    expect(await given(store, file)).toMatchObject({ ...whole, written: lines.length - 1 });
  });

  it('stops when it is told to, and says how far it is', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await given(memoryEventStore(), file, { signal: stop.signal })).toEqual({
      outcome: 'stopped',
      stands: 0,
    });
  });
});

describe('a file that is not as it was exported', () => {
  const number = 40;
  const line = lines[number - 1] ?? '';
  const later = lines.findIndex((each, index) => index > number && parse(each).stream === parse(line).stream);
  const middle = lines.findIndex(
    (each, index) =>
      index > 100 &&
      parse(each).revision > 0 &&
      lines.slice(index + 1).some((next) => parse(next).stream === parse(each).stream),
  );
  const afterMiddle = lines.findIndex(
    (each, index) => index > middle && parse(each).stream === parse(lines[middle]).stream,
  );

  it.each<[string, string | Uint8Array, number, string]>([
    ['a register file', 'VLP;21CY;20261001\n', 1, 'is no JSON'],
    ['JSON of something else', '{"name":"wissel"}\n', 1, 'must have id, stream, revision'],
    ['a JSON list', `[${line}]\n`, 1, 'is no event of Wissel'],
    ['a byte order mark', `\uFEFF${file}`, 1, 'is no JSON'],
    ['line ends of Windows', file.replaceAll('\n', '\r\n'), 1, 'is not written as Wissel writes it'],
    ['an empty line', textOf(lines.toSpliced(number - 1, 0, '')), number, 'is empty'],
    [
      'another encoding',
      Buffer.concat([Buffer.from(textOf(lines.slice(0, 39))), Buffer.from([0x7b, 0xe9, 0x0a])]),
      number,
      'is no text in UTF-8',
    ],
    [
      'a line without an end',
      `${textOf(lines.slice(0, 39))}${'x'.repeat(1_100_000)}`,
      number,
      'is longer than any event',
    ],
    ['a space more', textOf(lines.with(number - 1, line.replace(',', ', '))), number, 'is not written as'],
    [
      'members in another order',
      textOf(lines.with(number - 1, JSON.stringify({ stream: '', ...(JSON.parse(line) as object) }))),
      number,
      'must have id, stream, revision',
    ],
    [
      'a member twice',
      textOf(lines.with(number - 1, line.replace('"version"', '"version":1,"version"'))),
      number,
      'is not written as',
    ],
    [
      'an id in capitals',
      changed(number, (event) => ({ ...event, id: event.id.toUpperCase() as typeof event.id })),
      number,
      'id is not a UUID',
    ],
    [
      'one digit of an id',
      changed(number, (event) => ({
        ...event,
        id: uuid(`${event.id.slice(0, -1)}${event.id.endsWith('0') ? '1' : '0'}`),
      })),
      number,
      'the id is not that of event',
    ],
    [
      'another command id',
      changed(number, (event) => ({
        ...event,
        meta: { ...event.meta, commandId: uuid('11111111-1111-4111-8111-111111111111') },
      })),
      number,
      'the id is not that of event',
    ],
    [
      'another stream',
      changed(number, (event) => ({ ...event, stream: 'cake-1' })),
      number,
      'is no stream of Wissel',
    ],
    [
      'another type',
      changed(number, (event) => ({ ...event, type: 'CakeBaked' })),
      number,
      'not known to this build',
    ],
    [
      'an event of a later build',
      changed(number, (event) => ({ ...event, version: 9 })),
      number,
      'version 9 is not known',
    ],
    [
      'data of another shape',
      changed(number, (event) => ({ ...event, data: { cake: 1 } })),
      number,
      'is not a field of it',
    ],
    [
      'meta with one thing more',
      changed(number, (event) => ({ ...event, meta: { ...event.meta, cake: 1 } })),
      number,
      'meta must have commandId',
    ],
    [
      'a role that nobody has',
      textOf(lines.with(number - 1, line.replace(/"role":"\w+"/, '"role":"baker"'))),
      number,
      'meta.actor.role is not a role',
    ],
    [
      'a time that does not exist',
      textOf(lines.with(number - 1, line.replace(/"recordedAt":"\d{4}-\d\d/, '"recordedAt":"2026-13'))),
      number,
      'meta.recordedAt is not an instant',
    ],
    ['a line twice', textOf(lines.toSpliced(number, 0, line)), number + 1, 'was there before'],
    ['a line that is missing', textOf(lines.toSpliced(middle, 1)), afterMiddle, 'follows'],
    [
      'two lines of a stream the wrong way round',
      textOf(lines.with(middle, lines[afterMiddle] ?? '').with(afterMiddle, lines[middle] ?? '')),
      middle + 1,
      'a line before it is missing or comes later',
    ],
    ['a stream that begins late', textOf(lines.toSpliced(number - 1, 1)), later, 'follows nothing'],
  ])('%s: refused, with the line', async (_what, text, at, why) => {
    const store = memoryEventStore();
    const answer = await given(store, text);
    expect(answer).toMatchObject({ outcome: 'wrongLine', line: at, what: expect.stringContaining(why) });
    const stands = (await exportOf(store)).length;
    expect(answer).toMatchObject({ stands });
    expect(await exportOf(store)).toEqual(lines.slice(0, stands));
    expect(await given(store, file)).toMatchObject(whole);
  });

  it('an append larger than any store takes: refused, with the line', async () => {
    const first = lines.findIndex((each) => parse(each).type === 'ConversationRecorded');
    const event = parse(lines[first]);
    const commandId = uuid('22222222-2222-4222-8222-222222222222');
    const many = Array.from({ length: 2_500 }, (_, index) =>
      lineOf({
        ...event,
        id: eventId(commandId, event.stream, index),
        revision: event.revision + index,
        meta: { ...event.meta, commandId },
      }),
    );
    const store = memoryEventStore();
    const before = lines.slice(0, first);
    expect(await given(store, textOf([...before, ...many]))).toMatchObject({
      outcome: 'wrongLine',
      what: expect.stringContaining('belongs to an append of more than 1000000 bytes'),
      stands: first,
    });
    expect(await exportOf(store)).toEqual(before);
  });

  it('a value changed into another possible one, or streams that changed places: seen by the chain alone', async () => {
    const another = changed(number, (event) => ({
      ...event,
      meta: { ...event.meta, source: `${event.meta.source}2` },
    }));
    const answer = await given(memoryEventStore(), another);
    expect(answer).toMatchObject({ outcome: 'done', events: lines.length });
    expect(answer).not.toMatchObject({ chain: whole.chain });
  });
});

describe('a store that is not empty', () => {
  it.each<[string, readonly string[], string | Uint8Array, number, string]>([
    ['holds another log', lines.slice(0, 10), file.slice(file.indexOf('\n') + 1), 1, 'follows nothing'],
  ])('%s', async (_what, before, text, at, why) => {
    const store = memoryEventStore();
    await given(store, textOf(before));
    expect(await given(store, text)).toMatchObject({ line: at, what: expect.stringContaining(why) });
  });

  it('with another log is refused at the first line that differs, and is left as it was', async () => {
    const old = readFileSync(join(import.meta.dirname, '../../history/0.1.0.ndjson'), 'utf8');
    const store = memoryEventStore();
    await given(store, old);
    const before = await exportOf(store);
    const at = lines.findIndex((each, index) => each !== before[index]) + 1;
    expect(await given(store, file)).toMatchObject({ outcome: 'otherLog', line: at });
    expect(await exportOf(store)).toEqual(before);
  });

  it('with the same event and another value in it is refused at its line', async () => {
    const store = memoryEventStore();
    await given(
      store,
      changed(40, (event) => ({ ...event, meta: { ...event.meta, source: 'elsewhere' } })),
    );
    expect(await given(store, file)).toMatchObject({
      outcome: 'otherLog',
      line: 40,
      what: expect.stringContaining('the same event with other contents'),
    });
  });

  it('with more than the file is refused', async () => {
    const store = memoryEventStore();
    await given(store, file);
    expect(await given(store, textOf(lines.slice(0, 100)))).toMatchObject({
      outcome: 'otherLog',
      line: 101,
      what: expect.stringContaining('goes on'),
    });
  });

  it('and written by somebody else meanwhile gives no copy, and says so', async () => {
    const store = memoryEventStore();
    let pages = 0;
    const disturbed: EventStore = {
      append: async (stream, expected, events) => {
        pages += 1;
        if (pages === 5) {
          const [event] = events;
          if (event) await store.append('institution-of-another', 'none', [event]);
        }
        return store.append(stream, expected, events);
      },
      readStream: (stream, from) => store.readStream(stream, from),
      readAll: (after, limit) => store.readAll(after, limit),
      head: () => store.head(),
      follow: (after, signal) => store.follow(after, signal),
      close: () => store.close(),
    };
    expect(await given(disturbed, file)).toEqual({ outcome: 'disturbed' });
  });
});
