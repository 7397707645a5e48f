import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { memoryEventStore } from '../../../src/adapters/memory/event-store.ts';
import { chainOf, exportOf, given, parse, reportOf, sqlite, textOf, watched, wholeLog } from './a-log.ts';

const { changed, file, lines, whole } = wholeLog;

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
    const counting = watched(store, () => {
      appends += 1;
    });
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

describe('a store that is not empty', () => {
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
    let appends = 0;
    const disturbed = watched(store, async ([, , [event]]) => {
      appends += 1;
      if (appends === 5 && event) await store.append('institution-of-another', 'none', [event]);
    });
    expect(await given(disturbed, file)).toEqual({ outcome: 'disturbed' });
  });
});
