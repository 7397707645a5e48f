import { describe, expect, it } from '@jest/globals';
import { memoryEventStore } from '../../../src/adapters/memory/event-store.ts';
import { lineOf } from '../../../src/engine/chain.ts';
import { eventId } from '../../../src/engine/ids.ts';
import { uuid } from '../../../src/kernel/message.ts';
import { exportOf, given, parse, shortLog, textOf } from './a-log.ts';

const { changed, file, lines, whole } = shortLog;

describe('a file that is not as it was exported', () => {
  const number = 40;
  const line = lines[number - 1] ?? '';
  /** The first line from here on that is followed by another of its stream, and that other one. */
  const pairFrom = (from: number, revision: (revision: number) => boolean): readonly [number, number] => {
    for (let index = from; ; index++) {
      const { stream, revision: here } = parse(lines[index]);
      const next = lines.findIndex((each, at) => at > index && parse(each).stream === stream);
      if (revision(here) && next > 0) return [index, next];
    }
  };
  const [middle, afterMiddle] = pairFrom(100, (revision) => revision > 0);
  const [beginning, afterBeginning] = pairFrom(100, (revision) => revision === 0);

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
  ])('%s: refused, with the line', async (_what, text, at, why) => {
    const store = memoryEventStore();
    const answer = await given(store, text);
    expect(answer).toMatchObject({ outcome: 'wrongLine', line: at, what: expect.stringContaining(why) });
    const stands = (await exportOf(store)).length;
    expect(answer).toMatchObject({ stands });
    expect(await exportOf(store)).toEqual(lines.slice(0, stands));
    expect(await given(store, file)).toMatchObject(whole);
  });

  it('a line that is missed only later: what came after it is no beginning of the log, and is not gone on with', async () => {
    const store = memoryEventStore();
    const text = textOf(lines.toSpliced(beginning, 1));
    expect(await given(store, text)).toMatchObject({
      outcome: 'wrongLine',
      line: afterBeginning,
      what: expect.stringContaining('follows nothing'),
    });
    expect(await given(store, file)).toMatchObject({ outcome: 'otherLog', line: beginning + 1 });
    // Looked at before it is written, it leaves nothing behind.
    const other = memoryEventStore();
    expect(await given(other, text, { dryRun: true })).toMatchObject({ line: afterBeginning, stands: 0 });
    expect(await other.head()).toBeUndefined();
  });

  it('an append larger than any store takes: refused, with the line', async () => {
    const first = 100;
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
