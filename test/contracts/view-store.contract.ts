import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Rows } from '../../src/kernel/projection.ts';
import type {
  Change,
  Checkpoint,
  Parked,
  View,
  ViewFile,
  ViewShape,
  ViewStore,
} from '../../src/ports/view-store.ts';
import { idOf } from './event-store.contract.ts';

const shape: ViewShape = {
  name: 'pupils',
  version: 1,
  tables: [
    { name: 'pupils', columns: ['name', 'year'], indexes: [['name']] },
    { name: 'marks', columns: ['mark'], indexes: [] },
  ],
};
const nextShape: ViewShape = { ...shape, version: 2 };

const at = (position: number): Checkpoint => ({
  position: BigInt(position),
  ordinal: position,
  hash: String(position).padStart(64, '0'),
});
const pupil = (name: string, year: number | null, ...marks: number[]): Rows => ({
  pupils: [{ name, year }],
  marks: marks.map((mark) => ({ mark })),
});
const change = (rows: Record<string, Rows>, rest: Partial<Change> = {}): Change => ({
  rows: new Map(Object.entries(rows)),
  parked: [],
  freed: [],
  joins: [],
  ...rest,
});
const parked = (key: string, later: number): Parked => ({
  key,
  event: idOf(7),
  stream: `pupil-${key}`,
  type: 'Odd',
  position: 7n,
  error: 'odd',
  later,
});

/** What a store of read models is: each adapter passes all of it, and nothing else may be relied on. */
export const viewStoreContract = (name: string, open: () => ViewStore): void => {
  describe(`view store: ${name}`, () => {
    let store: ViewStore;
    const views: View[] = [];
    beforeEach(() => {
      store = open();
    });
    afterEach(() => {
      for (const view of views.splice(0)) view.close();
      store.close();
    });

    const opened = (file: ViewFile, of = shape): View => {
      const view = store.open(of, file);
      views.push(view);
      return view;
    };
    const built = (rows: Record<string, Rows>, position?: number, of = shape): ViewFile => {
      const under = store.build(of);
      for (const [key, each] of Object.entries(rows)) under.put(key, each);
      return under.finish({
        at: position === undefined ? undefined : at(position),
        before: undefined,
        parked: [],
        joins: [],
      });
    };
    const live = (rows: Record<string, Rows> = {}, position?: number): View => {
      const file = built(rows, position);
      store.swap(file);
      return opened(file);
    };
    const names = () => store.read('pupils', (rows) => rows.find('pupils', {}).map((row) => row['name']));

    describe('rows and checkpoint', () => {
      it('begin without a checkpoint, and change together', () => {
        const view = live();
        expect(view.checkpoint()).toBeUndefined();
        expect(view.commit(undefined, at(3), change({ a: pupil('Anna', 1) }))).toBe(true);
        expect(view.checkpoint()).toEqual(at(3));
        expect(names()).toEqual({ version: 1, checkpoint: at(3), value: ['Anna'] });
      });

      it('give a second writer nothing: whoever expects an older checkpoint changes no row', () => {
        const view = live();
        const other = opened(store.live('pupils') ?? view);
        expect(view.commit(undefined, at(3), change({ a: pupil('Anna', 1) }))).toBe(true);
        expect(other.commit(undefined, at(4), change({ b: pupil('Bo', 1) }))).toBe(false);
        expect(names()?.value).toEqual(['Anna']);
        expect(other.checkpoint()).toEqual(at(3));
        expect(other.commit(at(3), at(4), change({ b: pupil('Bo', 1) }))).toBe(true);
        expect(names()?.value).toEqual(['Anna', 'Bo']);
      });

      it('tell one log from another: the same position with another hash is another checkpoint', () => {
        const view = live();
        view.commit(undefined, at(3), change({}));
        expect(view.commit({ ...at(3), hash: 'f'.repeat(64) }, at(4), change({}))).toBe(false);
      });

      it('remember the checkpoint before the last one', () => {
        const view = live();
        view.commit(undefined, at(3), change({}));
        expect(view.before()).toBeUndefined();
        view.commit(at(3), at(5), change({}));
        expect(view.before()).toEqual(at(3));
        view.commit(at(5), at(5), change({ a: pupil('Anna', 1) }));
        expect(view.before()).toEqual(at(3));
      });

      it('replace all rows of a key, whether there are more or fewer, and no others', () => {
        const view = live();
        view.commit(undefined, at(1), change({ a: pupil('Anna', 1, 6, 7, 8), b: pupil('Bo', 1, 5) }));
        const marks = () =>
          store.read('pupils', (rows) => rows.find('marks', {}).map(({ key, mark }) => [key, mark]))?.value;
        view.commit(at(1), at(2), change({ a: pupil('Anna', 2, 9) }));
        expect(marks()).toEqual([
          ['a', 9],
          ['b', 5],
        ]);
        view.commit(at(2), at(3), change({ a: pupil('Anna', 2, 9, 10) }));
        expect(marks()).toEqual([
          ['a', 9],
          ['a', 10],
          ['b', 5],
        ]);
        view.commit(at(3), at(4), change({ a: {} }));
        expect(marks()).toEqual([['b', 5]]);
        expect(names()?.value).toEqual(['Bo']);
      });

      it('leave everything as it was when a commit breaks off', () => {
        const view = live({ a: pupil('Anna', 1) }, 1);
        const broken = change({
          b: pupil('Bo', 1),
          c: { pupils: [{ name: {} as unknown as string, year: 1 }] },
        });
        expect(() => view.commit(at(1), at(2), broken)).toThrow();
        expect(names()).toEqual({ version: 1, checkpoint: at(1), value: ['Anna'] });
        expect(view.commit(at(1), at(2), change({ b: pupil('Bo', 1) }))).toBe(true);
      });
    });

    describe('what is parked, and joined', () => {
      it('is kept, counted on and freed with the rows', () => {
        const view = live();
        view.commit(
          undefined,
          at(1),
          change({}, { parked: [parked('b', 0), parked('a', 0)], joins: [{ from: 'x', into: 'y' }] }),
        );
        view.commit(
          at(1),
          at(2),
          change({}, { parked: [parked('a', 2)], joins: [{ from: 'x', into: 'y' }] }),
        );
        expect(view.parked()).toEqual([parked('a', 2), parked('b', 0)]);
        expect(view.joins()).toEqual([{ from: 'x', into: 'y' }]);
        view.commit(at(2), at(2), change({}, { freed: ['a'] }));
        expect(view.parked()).toEqual([parked('b', 0)]);
      });
    });

    describe('reading', () => {
      it('finds by key, by columns, after a key and up to a limit, in order of keys', () => {
        live({ c: pupil('Cas', 2), a: pupil('Anna', 1), b: pupil('Bo', 2), d: pupil('Dide', null) }, 1);
        const find = (looking: Parameters<Parameters<Parameters<ViewStore['read']>[1]>[0]['find']>[1]) =>
          store.read('pupils', (rows) => rows.find('pupils', looking).map(({ key }) => key))?.value;
        expect(find({})).toEqual(['a', 'b', 'c', 'd']);
        expect(find({ where: { key: 'b' } })).toEqual(['b']);
        expect(find({ where: { year: 2 } })).toEqual(['b', 'c']);
        expect(find({ where: { year: 2, name: 'Cas' } })).toEqual(['c']);
        expect(find({ where: { year: null } })).toEqual(['d']);
        expect(find({ after: 'a', limit: 2 })).toEqual(['b', 'c']);
        expect(find({ where: { year: 2 }, after: 'b' })).toEqual(['c']);
        expect(store.read('pupils', (rows) => rows.count('pupils', { year: 2 }))?.value).toBe(2);
        expect(store.read('pupils', (rows) => rows.count('pupils', {}))?.value).toBe(4);
      });

      it('finds what is at most a value, the least first, and nothing where there is no value', () => {
        live({ c: pupil('Cas', 3), a: pupil('Anna', 1), b: pupil('Bo', 2), d: pupil('Dide', null) }, 1);
        const upTo = (most: number, limit: number) =>
          store.read('pupils', (rows) => rows.upTo('pupils', 'year', most, limit).map(({ key }) => key))
            ?.value;
        expect(upTo(0, 10)).toEqual([]);
        expect(upTo(2, 10)).toEqual(['a', 'b']);
        expect(upTo(9, 10)).toEqual(['a', 'b', 'c']);
        expect(upTo(9, 2)).toEqual(['a', 'b']);
      });

      it('sees whole rows: what was not given is null', () => {
        live({ a: { pupils: [{ name: 'Anna' }] } }, 1);
        expect(store.read('pupils', (rows) => rows.find('pupils', {}))?.value).toEqual([
          { key: 'a', name: 'Anna', year: null },
        ]);
      });

      it('is not possible before a version is live', () => {
        built({ a: pupil('Anna', 1) });
        expect(store.live('pupils')).toBeUndefined();
        expect(names()).toBeUndefined();
      });
    });

    describe('versions', () => {
      it('are built out of sight', () => {
        live({ a: pupil('Anna', 1) }, 1);
        const under = store.build(nextShape);
        under.put('b', pupil('Bo', 1));
        under.put('a', pupil('Anna', 2, 7));
        const file = under.finish({
          at: at(2),
          before: at(1),
          parked: [parked('b', 1)],
          joins: [{ from: 'b', into: 'a' }],
        });
        expect(names()).toEqual({ version: 1, checkpoint: at(1), value: ['Anna'] });
        store.swap(file);
        expect(names()).toEqual({ version: 2, checkpoint: at(2), value: ['Anna', 'Bo'] });
        const view = opened(file, nextShape);
        expect(view.before()).toEqual(at(1));
        expect(view.parked()).toEqual([parked('b', 1)]);
        expect(view.joins()).toEqual([{ from: 'b', into: 'a' }]);
        expect(store.read('pupils', (rows) => rows.find('marks', {}).map(({ mark }) => mark))?.value).toEqual(
          [7],
        );
      });

      it('go on being written after they were built', () => {
        const view = live({ b: pupil('Bo', 1, 5), a: pupil('Anna', 1, 6) }, 1);
        view.commit(at(1), at(2), change({ a: pupil('Anna', 2, 6, 7), c: pupil('Cas', 1) }));
        expect(names()?.value).toEqual(['Anna', 'Bo', 'Cas']);
      });

      it('stay when another is live, until they are removed; the live one cannot be', () => {
        const first = built({ a: pupil('Anna', 1) }, 1);
        store.swap(first);
        const second = built({ a: pupil('Anna', 2) }, 2, nextShape);
        store.swap(second);
        expect(store.kept('pupils')).toEqual([first, second]);
        expect(() => store.remove(second)).toThrow(/live/);
        store.remove(first);
        expect(store.kept('pupils')).toEqual([second]);
        expect(names()?.version).toBe(2);
      });

      it('that were discarded are nowhere', () => {
        const under = store.build(shape);
        under.put('a', pupil('Anna', 1));
        under.discard();
        expect(store.kept('pupils')).toEqual([]);
      });

      it('that do not exist cannot go live', () => {
        expect(() => store.swap({ name: 'pupils', version: 1, file: 'pupils.v1.99.db' })).toThrow(/finished/);
      });
    });

    describe('scratch', () => {
      it('gives back what was put aside, in any order', () => {
        const scratch = store.scratch();
        const bytesOf = (text: string) => new TextEncoder().encode(text);
        const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
        const pieces = ['één', '', 'x'.repeat(2_000_000), 'twee'].map(
          (text) => [text, scratch.write(bytesOf(text))] as const,
        );
        for (const [text, piece] of pieces.toReversed()) expect(textOf(scratch.read(piece))).toBe(text);
        expect(textOf(scratch.read(scratch.write(bytesOf('drie'))))).toBe('drie');
        // A Buffer is a Uint8Array whose `slice` copies nothing.
        for (const mine of [bytesOf('vier'), Buffer.from('vier')]) {
          const piece = scratch.write(mine);
          mine.fill(0);
          expect(textOf(scratch.read(piece))).toBe('vier');
        }
        scratch.close();
      });
    });

    describe('the dump', () => {
      const dump = (file: ViewFile) => [...store.dump(shape, file)];

      it('is the same however the rows came', () => {
        const followed = live();
        followed.commit(undefined, at(1), change({ b: pupil('Bo', 1, 1, 2) }));
        followed.commit(
          at(1),
          at(2),
          change({ a: pupil('Anna', 1, 3), b: pupil('Bo', 1, 2) }, { parked: [parked('b', 1)] }),
        );
        const under = store.build(shape);
        under.put('a', pupil('Anna', 1, 3));
        under.put('b', pupil('Bo', 1, 2));
        const file = under.finish({ at: at(2), before: undefined, parked: [parked('b', 1)], joins: [] });
        expect(dump(file)).toEqual(dump(followed));
        expect(dump(file)).toEqual([
          '["pupils","a",0,"Anna",1]',
          '["pupils","b",0,"Bo",1]',
          '["marks","a",0,3]',
          '["marks","b",0,2]',
          `["parked","b",0,"${idOf(7)}","Odd",1]`,
        ]);
        expect(store.compare(shape, followed, file)).toEqual({
          keys: 2,
          onlyInFirst: [],
          onlyInSecond: [],
          different: [],
        });
      });

      it('tells which keys differ, and which only one of the two has', () => {
        const one = built({ a: pupil('Anna', 1), b: pupil('Bo', 1, 5), c: pupil('Cas', 1) }, 1);
        const two = built({ b: pupil('Bo', 1, 6), c: pupil('Cas', 1), d: pupil('Dide', 1) }, 1);
        expect(store.compare(shape, one, two)).toEqual({
          keys: 4,
          onlyInFirst: ['a'],
          onlyInSecond: ['d'],
          different: ['b'],
        });
      });
    });
  });
};
