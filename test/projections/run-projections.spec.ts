import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { memoryViewStore } from '../../src/adapters/memory/view-store.ts';
import { buildViews } from '../../src/engine/build-views.ts';
import { Chain, lineOf } from '../../src/engine/chain.ts';
import { ProjectionRunner, type Standing } from '../../src/engine/run-projections.ts';
import type { Projection, StorySource, Value } from '../../src/kernel/projection.ts';
import { event, structural, freeText, text, wholeNumber } from '../../src/kernel/schema.ts';
import type { EventStore, NewEvent } from '../../src/ports/event-store.ts';
import type { ViewStore } from '../../src/ports/view-store.ts';
import { happened } from '../contracts/event-store.contract.ts';

const pots: StorySource = {
  prefix: 'pot-',
  events: {
    Put: event({
      by: ['Put'],
      says: '',
      fields: { n: structural(wholeNumber(0, 99)), why: freeText(text()) },
    }),
    Poured: event({ by: ['Pour'], says: '', fields: { into: structural(text()) } }),
  },
  joining: new Set(['Poured']),
  joins: ({ type, data }) => (type === 'Poured' ? (data as { into: string }).into : undefined),
};

const numbers = (events: readonly { readonly type: string; readonly data: unknown }[]): number[] =>
  events.flatMap(({ type, data }) => (type === 'Put' ? [(data as { n: number }).n] : []));

/** The sum of a pot and of what was poured into it; 13 is more than it can count. */
const sums = (version = 1, unlucky = 13): Projection => ({
  name: 'sums',
  version,
  stories: pots,
  tables: [{ name: 'sums', columns: ['sum', 'poured'], indexes: [] }],
  rows: ({ events, joined }) => {
    const own = numbers(events);
    const poured = numbers(joined);
    if ([...own, ...poured].includes(unlucky)) throw new RangeError(`${unlucky} is unlucky`);
    const total = (all: readonly number[]): number => all.reduce((sum, n) => sum + n, 0);
    return { sums: [{ sum: total(own) * version, poured: total(poured) }] };
  },
});
const counts: Projection = {
  name: 'counts',
  version: 1,
  stories: pots,
  tables: [{ name: 'counts', columns: ['events', 'said'], indexes: [] }],
  rows: ({ events }) => ({
    counts: [
      { events: events.length, said: events.filter(({ data }) => (data as { why?: string }).why).length },
    ],
  }),
};

describe('following the log', () => {
  let log: EventStore;
  let views: ViewStore;
  let written = 0;
  const runners: ProjectionRunner[] = [];

  beforeEach(() => {
    log = memoryEventStore();
    views = memoryViewStore();
    written = 0;
  });
  afterEach(async () => {
    for (const runner of runners.splice(0)) await runner.close();
    await log.close();
  });

  const append = async (stream: string, ...events: NewEvent[]): Promise<void> => {
    const last = (await log.readStream(stream)).length - 1;
    await log.append(stream, last < 0 ? 'none' : last, events);
  };
  const put = (pot: string, ...values: number[]): Promise<void> =>
    append(`pot-${pot}`, ...values.map((n) => happened(++written, { n, why: 'because' }, 'Put')));
  const pour = (from: string, into: string): Promise<void> =>
    append(`pot-${from}`, happened(++written, { into }, 'Poured'));
  const running = async (
    projections: readonly Projection[] = [sums(), counts],
    onStanding?: (standing: Standing) => void,
  ): Promise<ProjectionRunner> => {
    const runner = new ProjectionRunner({
      log,
      views,
      projections,
      pageSize: 3,
      ...(onStanding && { onStanding }),
    });
    runners.push(runner);
    await runner.start();
    await runner.catchUp();
    return runner;
  };
  const built = async (projection: Projection) => {
    const [file] = await buildViews({ log, views, projections: [projection], chained: false });
    if (!file) throw new Error('nothing was built');
    return file;
  };
  const seen = (name = 'sums'): Record<string, readonly Value[]> => {
    const rows = views.read(name, (each) => each.find(name, {}))?.value ?? [];
    return Object.fromEntries(rows.map(({ key, ...row }) => [key, Object.values(row)]));
  };

  describe('reading', () => {
    it('tells every story, a page at a time, and says where it stands', async () => {
      const runner = await running();
      await put('a', 1, 2);
      await put('b', 5);
      await append('shelf-1', happened(++written));
      await put('a', 3);
      await runner.catchUp();
      expect(seen()).toEqual({ a: [6, 0], b: [5, 0] });
      expect(seen('counts')).toEqual({ a: [3, 0], b: [1, 0] });
      const head = await log.head();
      expect(
        runner.standings().map(({ name, checkpoint }) => [name, checkpoint?.position, checkpoint?.ordinal]),
      ).toEqual([
        ['sums', head, 5],
        ['counts', head, 5],
      ]);
    });

    it('computes the chain over every line of the log, leases apart, and counts ordinals so', async () => {
      await put('a', 1);
      await append('lease-projections', happened(++written));
      await put('b', 2);
      const runner = await running();
      const chain = new Chain();
      for (const each of await log.readAll(undefined, 10))
        if (!each.stream.startsWith('lease-')) chain.link(lineOf(each));
      expect(runner.standings()[0]?.checkpoint).toMatchObject({ ordinal: 2, hash: chain.hash });
      expect(chain.ordinal).toBe(2);
    });

    it('gives a story the events of what was joined to it, and tells it again when those go on', async () => {
      const runner = await running();
      await put('a', 1);
      await put('b', 10);
      await pour('a', 'b');
      await runner.catchUp();
      expect(seen()['b']).toEqual([10, 1]);
      await put('a', 2);
      await pour('b', 'c');
      await put('c', 100);
      await runner.catchUp();
      expect(seen()).toMatchObject({ b: [10, 3], c: [100, 13] });
    });

    it('goes on after a restart from where it was, in stories that began before', async () => {
      await put('a', 1);
      await pour('a', 'b');
      await put('b', 10);
      await (await running()).close();
      await put('a', 2);
      await put('b', 20);
      await running();
      expect(seen()).toEqual({ a: [3, 0], b: [30, 3] });
    });

    it('shows no projection what is personal or free text', async () => {
      await put('a', 1);
      await running();
      expect(seen('counts')['a']).toEqual([1, 0]);
    });
  });

  describe('two runners of the same read models', () => {
    it('write every page once: the second gets nothing', async () => {
      const commits: string[] = [];
      const first = await running([sums()], ({ checkpoint }) => commits.push(`first ${checkpoint?.ordinal}`));
      const second = await running([sums()], ({ checkpoint }) =>
        commits.push(`second ${checkpoint?.ordinal}`),
      );
      commits.length = 0;
      await put('a', 1, 2);
      await Promise.all([first.catchUp(), second.catchUp()]);
      expect(commits.filter((each) => each.endsWith(' 2'))).toHaveLength(1);
      await put('a', 3);
      await second.catchUp();
      await put('a', 4);
      await first.catchUp();
      expect(seen()).toEqual({ a: [10, 0] });
    });
  });

  describe('a poison event', () => {
    it('is parked with the later events of its story; other stories go on; one try more frees it', async () => {
      const runner = await running();
      await put('a', 1);
      await put('b', 1);
      await put('a', 13);
      await put('a', 2, 3);
      await put('b', 4);
      await runner.catchUp();
      expect(seen()).toEqual({ a: [1, 0], b: [5, 0] });
      expect(seen('counts')['a']).toEqual([4, 0]);
      const [standing] = runner.standings();
      expect(standing?.parked).toMatchObject([
        { key: 'a', stream: 'pot-a', type: 'Put', error: 'RangeError: 13 is unlucky', later: 2 },
      ]);
      await put('a', 5);
      await runner.catchUp();
      expect(runner.standings()[0]?.parked).toMatchObject([{ key: 'a', later: 3 }]);
      expect(await runner.retry()).toBe(1);
      await runner.close();
      const mended = await running([{ ...sums(), rows: sums(1, 99).rows }, counts]);
      expect(mended.standings()[0]?.parked).toMatchObject([{ key: 'a', later: 3 }]);
      expect(await mended.retry('sums')).toBe(0);
      expect(seen()).toEqual({ a: [24, 0], b: [5, 0] });
    });

    it('is parked the same by a rebuild', async () => {
      const runner = await running();
      await put('a', 1);
      await put('a', 13);
      await put('a', 2);
      await pour('a', 'b');
      await put('b', 3);
      await runner.catchUp();
      const live = views.live('sums');
      const again = await built(sums());
      expect(live && views.compare(sums(), live, again)).toMatchObject({
        onlyInFirst: [],
        onlyInSecond: [],
        different: [],
      });
      expect(seen()['a']).toEqual([1, 0]);
    });

    it('may be one that this build does not know, or a later version of one', async () => {
      const runner = await running();
      await put('a', 1);
      await append('pot-a', happened(++written, {}, 'Broken'));
      await put('b', 1);
      await append('pot-b', { ...happened(++written, { n: 1 }, 'Put'), version: 2 });
      await put('b', 1);
      await runner.catchUp();
      expect(seen()).toEqual({ a: [1, 0], b: [1, 0] });
      expect(runner.standings().map(({ parked }) => parked.map(({ key, later }) => [key, later]))).toEqual([
        [
          ['a', 0],
          ['b', 1],
        ],
        [
          ['a', 0],
          ['b', 1],
        ],
      ]);
    });

    it('of very many leaves all others whole', async () => {
      const runner = await running([sums()]);
      const poisoned: string[] = [];
      for (let pot = 0; pot < 100; pot++) {
        await put(`${pot}`, 1, pot % 10 === 7 ? 13 : 2, 3);
        if (pot % 10 === 7) poisoned.push(`${pot}`);
      }
      await runner.catchUp();
      expect(
        runner
          .standings()[0]
          ?.parked.map(({ key }) => key)
          .sort(),
      ).toEqual(poisoned.sort());
      for (const [pot, [sum]] of Object.entries(seen())) expect(sum).toBe(poisoned.includes(pot) ? 1 : 6);
    });
  });

  describe('another version, or the same built anew', () => {
    it('takes the place of the live one where that one stands; the old file stays until it is confirmed', async () => {
      await put('a', 1);
      const runner = await running();
      const beside = await built(sums(2));
      await put('a', 2);
      await put('b', 3);
      await runner.catchUp();
      expect(seen()).toEqual({ a: [3, 0], b: [3, 0] });
      await put('b', 4);
      const swapped = await runner.adopt(beside, sums(2));
      expect(swapped).toMatchObject({
        name: 'sums',
        from: { version: 1 },
        to: { version: 2 },
        at: { ordinal: 3 },
      });
      expect(swapped.comparison).toBeUndefined();
      expect(seen()).toEqual({ a: [6, 0], b: [6, 0] });
      expect(views.kept('sums')).toHaveLength(2);
      await runner.catchUp();
      expect(seen()).toEqual({ a: [6, 0], b: [14, 0] });
      await runner.confirm('sums');
      expect(views.kept('sums').map(({ version }) => version)).toEqual([2]);
    });

    it('is compared key by key when it should say the same', async () => {
      await put('a', 1);
      await put('b', 1);
      const runner = await running();
      expect((await runner.adopt(await built(sums()))).comparison).toEqual({
        keys: 2,
        onlyInFirst: [],
        onlyInSecond: [],
        different: [],
      });
      const wrong = await built({
        ...sums(),
        rows: ({ key }) => ({ sums: [{ sum: key === 'b' ? 9 : 1, poured: 0 }] }),
      });
      expect((await runner.adopt(wrong)).comparison?.different).toEqual(['b']);
    });

    it('that read further than the live one waits for it', async () => {
      const runner = await running();
      await put('a', 1, 2, 3, 4, 5);
      const swapped = await runner.adopt(await built(sums()));
      expect(swapped.at?.ordinal).toBeGreaterThanOrEqual(5);
      expect(seen()).toEqual({ a: [15, 0] });
    });

    it('is swapped in while the log goes on, and nobody ever sees less than before', async () => {
      const runner = await running([sums()]);
      const stop = new AbortController();
      const following = runner.run(stop.signal);
      let least = 0;
      for (let round = 0; round < 30; round++) {
        await put('a', 1);
        runner.nudge();
        if (round % 10 === 5) await runner.adopt(await built(sums()));
        const [sum] = (seen()['a'] ?? [0]) as [number];
        expect(sum).toBeGreaterThanOrEqual(least);
        least = sum;
      }
      stop.abort();
      await following;
      await runner.catchUp();
      expect(seen()).toEqual({ a: [30, 0] });
    });

    it('is built at the start when the live one is of another version, or of another log', async () => {
      await put('a', 1);
      await (await running([sums()])).close();
      await (await running([sums(2)])).close();
      expect(seen()).toEqual({ a: [2, 0] });
      log = memoryEventStore();
      await put('z', 7);
      await put('z', 8);
      await running([sums(2)]);
      expect(seen()).toEqual({ z: [30, 0] });
    });
  });
});
