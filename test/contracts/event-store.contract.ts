import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { instant } from '../../src/kernel/instant.ts';
import { type Recorded, type Uuid, uuid } from '../../src/kernel/message.ts';
import {
  type Appended,
  type EventStore,
  type Expected,
  type NewEvent,
  StoreClosed,
  UnfitAppend,
} from '../../src/ports/event-store.ts';
import { appendInOrder, type OrderedAppend } from '../../src/ports/ordered-appends.ts';

export const idOf = (number: number): Uuid =>
  uuid(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

const meta: NewEvent['meta'] = {
  commandId: idOf(1),
  commandHash: 'ab'.repeat(32),
  actor: { id: 'staff-1', role: 'coach' },
  causationId: idOf(1),
  correlationId: idOf(1),
  recordedAt: instant('2026-10-01T08:30:00.000Z'),
  source: 'api',
};

/** An event to append; the id is all that a store looks at. */
export const happened = (id: number, data: unknown = { of: id }, type = 'Happened'): NewEvent => ({
  id: idOf(id),
  type,
  version: 1,
  data,
  meta,
});

const expectationAfter = (revision: number): Expected => (revision < 0 ? 'none' : revision);
/** Where it stands: the same for whoever wrote it and for whoever asked again. */
const placeOf = (appended: Appended) =>
  appended.done && { revision: appended.revision, position: appended.position };
const ids = (events: readonly Recorded[]) => events.map(({ id }) => id);

/**
 * What a store of events is: each adapter passes all of it, and nothing else may be relied on. A store that others
 * have written to before is not asked what an empty one answers.
 */
export const eventStoreContract = (
  name: string,
  open: () => Promise<EventStore>,
  { holdsMore = false }: { readonly holdsMore?: boolean } = {},
): void => {
  describe(`event store: ${name}`, () => {
    let store: EventStore;
    let start: bigint | undefined;
    let named: (stream: string) => string;
    let [a, b, c] = ['', '', ''];
    beforeEach(async () => {
      store = await open();
      start = await store.head();
      const test = randomUUID();
      named = (stream) => `${stream}-${test}`;
      [a, b, c] = [named('a'), named('b'), named('c')];
    });
    afterEach(() => store.close());

    const given = async (stream: string, ...numbers: number[]): Promise<Appended> => {
      const last = (await store.readStream(stream)).length - 1;
      return store.append(
        stream,
        expectationAfter(last),
        numbers.map((number) => happened(number)),
      );
    };

    describe('appending', () => {
      it('begins a stream at revision 0 and counts on', async () => {
        expect(await given(a, 1)).toMatchObject({ done: true, revision: 0 });
        expect(await given(a, 2, 3)).toMatchObject({ done: true, revision: 2 });
        expect((await store.readStream(a)).map(({ revision }) => revision)).toEqual([0, 1, 2]);
      });

      it('answers with the position of the last event', async () => {
        const appended = await given(a, 1, 2);
        const [, second] = await store.readStream(a);
        expect(appended).toMatchObject({ done: true, revision: 1, position: second?.position });
      });

      it('gives back what was stored, and all of it', async () => {
        await store.append(a, 'none', [
          { ...happened(7, { on: '2026-10-01', list: [1, null, true] }), version: 3 },
        ]);
        const [event] = await store.readStream(a);
        expect(event).toEqual({
          id: idOf(7),
          stream: a,
          revision: 0,
          type: 'Happened',
          version: 3,
          data: { on: '2026-10-01', list: [1, null, true] },
          meta,
          position: event?.position,
        });
        expect(JSON.stringify(event?.meta)).toBe(JSON.stringify(meta));
      });

      it('keeps the order of members, so that a hash over the text stays the same', async () => {
        await store.append(a, 'none', [happened(1, { z: 1, a: { y: 1, b: 2 } })]);
        const [event] = await store.readStream(a);
        expect(JSON.stringify(event?.data)).toBe('{"z":1,"a":{"y":1,"b":2}}');
      });

      it.each([
        ['letters of other scripts', 'Zoë, Ömer, Łukasz, 学生, طالب'],
        ['signs beyond the first plane', '👩🏽‍🎓𝔸'],
        ['half a surrogate pair', 'x\ud800y'],
        ['a NUL and other control characters', 'a\u0000b\u001f\u2028'],
        ['quotes and backslashes', `"'\\"`],
        ['both forms of é', 'é e\u0301'],
      ])('keeps %s', async (_what, text) => {
        await store.append(a, 'none', [happened(1, { [text]: text })]);
        expect((await store.readStream(a))[0]?.data).toEqual({ [text]: text });
      });

      it('keeps an event of half a megabyte', async () => {
        const text = 'ë'.repeat(250_000);
        await store.append(a, 'none', [happened(1, { text })]);
        expect((await store.readStream(a))[0]?.data).toEqual({ text });
      });

      it('keeps a hundred events together', async () => {
        await given(a, ...Array.from({ length: 100 }, (_, index) => index + 1));
        expect(await store.readStream(a)).toHaveLength(100);
      });

      it('takes the event as it was when it was handed in', async () => {
        const data = { text: 'then' };
        const appending = store.append(a, 'none', [happened(1, data)]);
        data.text = 'later';
        await appending;
        expect((await store.readStream(a))[0]?.data).toEqual({ text: 'then' });
      });

      it('lets streams with the same ids live apart', async () => {
        await given(a, 1);
        expect(await given(b, 1)).toMatchObject({ done: true, revision: 0 });
      });
    });

    describe('when somebody was first', () => {
      it('says what came in between, and writes nothing', async () => {
        await given(a, 1, 2, 3);
        const answer = await store.append(a, 0, [happened(9)]);
        const stored = await store.readStream(a);
        expect(answer).toEqual({ done: false, since: stored.slice(1) });
        expect(ids(stored)).toEqual([idOf(1), idOf(2), idOf(3)]);
      });

      it('refuses to begin a stream that has begun', async () => {
        await given(a, 1);
        const answer = await store.append(a, 'none', [happened(9)]);
        expect(answer).toEqual({ done: false, since: await store.readStream(a) });
      });

      it('refuses to go on from a revision that is not there', async () => {
        expect(await store.append(a, 0, [happened(9)])).toEqual({ done: false, since: [] });
        await given(b, 1);
        expect(await store.append(b, 5, [happened(9)])).toEqual({ done: false, since: [] });
        expect(await store.readStream(a)).toEqual([]);
        expect(await store.readStream(b)).toHaveLength(1);
      });

      it('writes all of a batch or none of it', async () => {
        await given(a, 1);
        await store.append(a, 'none', [happened(8), happened(9)]);
        expect(ids(await store.readAll(start, 100))).toEqual([idOf(1)]);
      });

      it('lets exactly one of 64 appends at once win each revision, until all are in', async () => {
        const enter = async (number: number): Promise<number> => {
          let expected: Expected = 'none';
          for (let conflicts = 0; ; conflicts++) {
            const answer: Appended = await store.append(a, expected, [happened(number)]);
            if (answer.done) return conflicts;
            expected = expectationAfter(answer.since.at(-1)?.revision ?? -1);
          }
        };
        const conflicts = await Promise.all(Array.from({ length: 64 }, (_, index) => enter(index + 1)));
        const stored = await store.readStream(a);
        expect(stored.map(({ revision }) => revision)).toEqual(
          Array.from({ length: 64 }, (_, index) => index),
        );
        expect(new Set(ids(stored)).size).toBe(64);
        expect(conflicts.filter((count) => count === 0)).toHaveLength(1);
      });

      it('does not hold one stream up for the conflict of another', async () => {
        await given(a, 1);
        const [conflict, fine] = await Promise.all([
          store.append(a, 'none', [happened(8)]),
          store.append(b, 'none', [happened(9)]),
        ]);
        expect([conflict.done, fine.done]).toEqual([false, true]);
      });
    });

    describe('asked again with the same ids at the same expectation', () => {
      it('answers as the first time and adds nothing', async () => {
        const first = await store.append(a, 'none', [happened(1), happened(2)]);
        const again = await store.append(a, 'none', [happened(1), happened(2)]);
        expect(placeOf(again)).toEqual(placeOf(first));
        expect(await store.readStream(a)).toHaveLength(2);
      });

      it('answers so with later events behind it', async () => {
        await given(a, 1);
        const first = await store.append(a, 0, [happened(2), happened(3)]);
        await given(a, 4, 5);
        const again = await store.append(a, 0, [happened(2), happened(3)]);
        expect(placeOf(again)).toEqual(placeOf(first));
        expect(await store.readStream(a)).toHaveLength(5);
      });

      it('answers so when both are asked at once', async () => {
        const [first, second] = await Promise.all([
          store.append(a, 'none', [happened(1)]),
          store.append(a, 'none', [happened(1)]),
        ]);
        expect(placeOf(second)).toEqual(placeOf(first));
        expect(await store.readStream(a)).toHaveLength(1);
      });

      it('never takes a repeat for new', async () => {
        await given(a, 1);
        expect(await store.append(a, 'none', [happened(1)])).not.toHaveProperty('isNew');
        const both = await Promise.all([
          store.append(a, 0, [happened(2)]),
          store.append(a, 0, [happened(2)]),
        ]);
        expect(both.filter((each) => 'isNew' in each).length).toBeLessThanOrEqual(1);
      });

      it.each([
        ['an old one before a new one', [2, 9]],
        ['a new one before an old one', [9, 2]],
        ['the old ones in another order', [3, 2]],
        ['the second of them alone', [3]],
        ['the old ones and one more', [2, 3, 9]],
      ])('is a conflict for any other overlap: %s', async (_what, numbers) => {
        await given(a, 1);
        await given(a, 2, 3);
        const answer = await store.append(
          a,
          0,
          numbers.map((number) => happened(number)),
        );
        expect(answer).toEqual({ done: false, since: await store.readStream(a, 1) });
        expect(await store.readStream(a)).toHaveLength(3);
      });

      it('is a conflict at another expectation that is past', async () => {
        await given(a, 1);
        await given(a, 2);
        await given(a, 3);
        expect(await store.append(a, 0, [happened(1)])).toMatchObject({ done: false });
        expect(await store.append(a, 'none', [happened(2)])).toMatchObject({ done: false });
      });
    });

    describe('asked for many appends in order', () => {
      const one = (stream: string, revision: number, ...numbers: number[]): OrderedAppend => ({
        stream,
        expected: expectationAfter(revision),
        events: numbers.map((number) => happened(number)),
      });

      it('holds them in that order, whichever stream each is of', async () => {
        const appends = Array.from({ length: 120 }, (_, index) =>
          one(`s-${index % 7}`, 2 * Math.floor(index / 7) - 1, index * 2 + 1, index * 2 + 2),
        );
        const answers = await appendInOrder(store, appends);
        const all = await store.readAll(start, 1_000);
        expect(ids(all)).toEqual(Array.from({ length: 240 }, (_, index) => idOf(index + 1)));
        expect(answers.map(placeOf)).toEqual(
          appends.map((_, index) => ({
            revision: all[index * 2 + 1]?.revision,
            position: all[index * 2 + 1]?.position,
          })),
        );
      });

      it('tries none after one that is not done', async () => {
        await given(b, 1);
        const answers = await appendInOrder(store, [
          one(a, -1, 2),
          one(b, -1, 3),
          one(a, 0, 4),
          one(c, -1, 5),
        ]);
        expect(answers.map(({ done }) => done)).toEqual([true, false]);
        expect(ids(await store.readAll(start, 10))).toEqual([idOf(1), idOf(2)]);
      });

      it('answers as the first time when they are asked again', async () => {
        const appends = [one(a, -1, 1, 2), one(b, -1, 3), one(a, 1, 4)];
        const first = await appendInOrder(store, appends);
        expect((await appendInOrder(store, appends)).map(placeOf)).toEqual(first.map(placeOf));
        expect(await store.readAll(start, 10)).toHaveLength(4);
      });

      it('has nothing to do for none', async () => {
        expect(await appendInOrder(store, [])).toEqual([]);
      });
    });

    describe('what no store could hold', () => {
      it.each<[string, string, Expected, readonly NewEvent[]]>([
        ['no events', 'a', 'none', []],
        ['an empty stream name', '', 'none', [happened(1)]],
        ['a stream name with a letter beyond ASCII', 'stréam', 'none', [happened(1)]],
        ['a stream name with a quote', 'a"b', 'none', [happened(1)]],
        ["a stream name of a store's own", '$all', 'none', [happened(1)]],
        ['a negative expectation', 'a', -1, [happened(1)]],
        ['an expectation that is not whole', 'a', 0.5, [happened(1)]],
        ['an id that is no UUID', 'a', 'none', [{ ...happened(1), id: 'x' as Uuid }]],
        ['the same id twice', 'a', 'none', [happened(1), happened(1)]],
        ['an empty type', 'a', 'none', [happened(1, {}, '')]],
        ["a type of a store's own", 'a', 'none', [happened(1, {}, '$metadata')]],
        ['version 0', 'a', 'none', [{ ...happened(1), version: 0 }]],
        ['data without a value', 'a', 'none', [{ ...happened(1), data: undefined }]],
        ['a bigint in the data', 'a', 'none', [happened(1, { number: 1n })]],
        [
          'more than a megabyte',
          'a',
          'none',
          [happened(1, 'x'.repeat(600_000)), happened(2, 'x'.repeat(600_000))],
        ],
      ])('is refused before anything is written: %s', async (_what, stream, expected, events) => {
        await expect(store.append(stream, expected, events)).rejects.toThrow(UnfitAppend);
        expect(await store.head()).toBe(start);
        expect(await given(a, 5)).toMatchObject({ done: true, revision: 0 });
      });
    });

    describe('reading', () => {
      it('finds nothing in a stream that nobody began', async () => {
        expect(await store.readStream(named('nobody'))).toEqual([]);
        expect(await store.readAll(start, 10)).toEqual([]);
        expect(await store.head()).toBe(start);
      });

      if (!holdsMore)
        it('has no last event as long as nothing was appended', async () => {
          expect(await store.head()).toBeUndefined();
          expect(await store.readAll(undefined, 10)).toEqual([]);
          await given(a, 1);
          expect(ids(await store.readAll(undefined, 10))).toEqual([idOf(1)]);
        });

      it('reads a stream from a revision on', async () => {
        await given(a, 1, 2, 3);
        expect(ids(await store.readStream(a, 1))).toEqual([idOf(2), idOf(3)]);
        expect(await store.readStream(a, 3)).toEqual([]);
      });

      it('reads all streams in the order of their commits, at rising positions', async () => {
        const answered: bigint[] = [];
        for (const [stream, number] of [
          [a, 1],
          [b, 2],
          [a, 3],
          [c, 4],
        ] as const) {
          const answer = await given(stream, number);
          if (answer.done) answered.push(answer.position);
        }
        const all = await store.readAll(start, 10);
        expect(ids(all)).toEqual([idOf(1), idOf(2), idOf(3), idOf(4)]);
        expect(all.map(({ position }) => position)).toEqual(answered);
        for (const [index, position] of answered.entries())
          if (index > 0) expect(position).toBeGreaterThan(answered[index - 1] ?? 0n);
      });

      it('keeps a batch together, whoever writes meanwhile', async () => {
        await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            store.append(named(`s-${index}`), 'none', [happened(index * 2), happened(index * 2 + 1)]),
          ),
        );
        const all = await store.readAll(start, 100);
        expect(all).toHaveLength(40);
        for (let index = 0; index < 40; index += 2) expect(all[index]?.stream).toBe(all[index + 1]?.stream);
      });

      it('reads on after a position, which is itself left out, and no more than was asked', async () => {
        await given(a, 1, 2, 3, 4);
        const [first, second] = await store.readAll(start, 2);
        expect(second?.id).toBe(idOf(2));
        expect(ids(await store.readAll(first?.position, 2))).toEqual([idOf(2), idOf(3)]);
        expect(await store.readAll((await store.head()) ?? 0n, 2)).toEqual([]);
      });

      it('shows an append to everybody who reads after its answer', async () => {
        const answer = await given(a, 1);
        expect(answer).toMatchObject({ done: true, position: await store.head() });
      });
    });

    describe('following', () => {
      const take = async (count: number, after = start): Promise<readonly Uuid[]> => {
        const stop = new AbortController();
        const found: Uuid[] = [];
        for await (const page of store.follow(after, stop.signal)) {
          found.push(...ids(page));
          if (found.length >= count) stop.abort();
        }
        return found;
      };

      it('hands over what is there and then what comes, each once and in order', async () => {
        await given(a, 1, 2);
        const following = take(5);
        await given(b, 3);
        await given(a, 4, 5);
        expect(await following).toEqual([1, 2, 3, 4, 5].map(idOf));
      });

      it('begins after a position', async () => {
        await given(a, 1, 2, 3);
        const [first] = await store.readAll(start, 1);
        expect(await take(2, first?.position)).toEqual([idOf(2), idOf(3)]);
      });

      it('misses nothing of a thousand appends while it reads', async () => {
        const following = take(1_000);
        await Promise.all(Array.from({ length: 1_000 }, (_, index) => given(named(`s-${index}`), index)));
        const found = await following;
        expect(new Set(found).size).toBe(1_000);
        expect(found).toEqual(ids(await store.readAll(start, 2_000)));
      });

      it('ends when the signal is aborted, also when it waits or was aborted before', async () => {
        const stop = new AbortController();
        const waiting = (async () => {
          for await (const page of store.follow(start, stop.signal)) expect(page).toHaveLength(0);
        })();
        setTimeout(() => stop.abort(), 10);
        await waiting;
        await given(a, 1);
        for await (const page of store.follow(start, AbortSignal.abort())) expect(page).toHaveLength(0);
      });

      it('ends when the store is closed', async () => {
        const following = take(1);
        await store.close();
        expect(await following).toEqual([]);
      });
    });

    describe('closing', () => {
      it('waits for what was asked and takes nothing after it', async () => {
        const appending = store.append(a, 'none', [happened(1)]);
        await Promise.all([store.close(), store.close()]);
        expect(await appending).toMatchObject({ done: true });
        await expect(store.append(a, 0, [happened(2)])).rejects.toThrow(StoreClosed);
        await expect(store.readStream(a)).rejects.toThrow(StoreClosed);
      });
    });
  });
};
