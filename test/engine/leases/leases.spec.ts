import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { memoryLeaseBook } from '../../../src/adapters/memory/lease-book.ts';
import { Leases, type Taken } from '../../../src/engine/leases/leases.ts';
import type { LeaseBook } from '../../../src/ports/leases.ts';

const lasts = 30_000;
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** A book that can be lost, as one that is kept in memory elsewhere. */
const losable = () => {
  let book = memoryLeaseBook();
  const seen: LeaseBook = {
    read: () => book.read(),
    write: (page, instead) => book.write(page, instead),
    close: () => book.close(),
  };
  return {
    book: seen,
    lose: () => {
      book = memoryLeaseBook();
    },
  };
};

/** An instance whose clock is turned by hand, and stands still while it is paused. */
const instances = (book: LeaseBook, now = { at: 0 }) => ({
  now,
  begin: (me: string, reached: Map<string, bigint> = new Map<string, bigint>()) => {
    const leases = new Leases({
      book,
      me,
      names,
      lasts,
      monotonic: { elapsed: () => now.at },
      reached: (name) => reached.get(name),
    });
    return { leases, reached };
  },
});

const namesOf = (taken: readonly Taken[]): readonly string[] => taken.map(({ name }) => name);

describe('leases', () => {
  it('give all of it to the only one there', async () => {
    const { begin } = instances(memoryLeaseBook());
    const { leases } = begin('one');
    expect(namesOf(await leases.turn())).toEqual(names);
    expect(leases.held()).toEqual(names);
    expect(await leases.turn()).toEqual([]);
  });

  it('are shared fairly once another has come and the first has come by again', async () => {
    const { begin } = instances(memoryLeaseBook());
    const [one, two] = [begin('one').leases, begin('two').leases];
    await one.turn();
    expect(await two.turn()).toEqual([]);
    await one.turn();
    await two.turn();
    expect([one.held().length, two.held().length]).toEqual([4, 3]);
    expect([...one.held(), ...two.held()].sort()).toEqual(names);
  });

  it('end by themselves, for whoever held them before anybody else takes them', async () => {
    const { begin, now } = instances(memoryLeaseBook());
    const [one, two] = [begin('one').leases, begin('two').leases];
    await one.turn();
    await two.turn();
    now.at = lasts - 1;
    await two.turn();
    expect(one.holds('a')).toBe(true);
    expect(two.held()).toEqual([]);
    now.at = lasts;
    expect(one.held()).toEqual([]);
    await two.turn();
    expect(two.held()).toEqual(names);
  });

  it('are not taken from one who is heard of, however late it is', async () => {
    const { begin, now } = instances(memoryLeaseBook());
    const [one, two] = [begin('one').leases, begin('two').leases];
    await one.turn();
    for (let turns = 0; turns < 10; turns += 1) {
      now.at += lasts - 1;
      await one.turn();
      await two.turn();
      expect([...one.held(), ...two.held()].sort()).toEqual(names);
    }
  });

  it('are free at once when their holder leaves', async () => {
    const { begin } = instances(memoryLeaseBook());
    const [one, two] = [begin('one').leases, begin('two').leases];
    await one.turn();
    await one.leave();
    expect(one.held()).toEqual([]);
    await two.turn();
    expect(two.held()).toEqual(names);
  });

  it('say to the next one how far it was done', async () => {
    const { begin, now } = instances(memoryLeaseBook());
    const one = begin('one', new Map([['a', 12n]]));
    const two = begin('two');
    await one.leases.turn();
    await one.leases.turn();
    one.reached.set('b', 40n);
    await one.leases.leave();
    now.at += 1;
    const taken = await two.leases.turn();
    expect(taken.slice(0, 3)).toEqual([
      { name: 'a', reached: 12n },
      { name: 'b', reached: 40n },
      { name: 'c', reached: undefined },
    ]);
  });

  it('are taken anew by one that was paused, and only what nobody took meanwhile', async () => {
    const { begin, now } = instances(memoryLeaseBook());
    const [one, two] = [begin('one').leases, begin('two').leases];
    await one.turn();
    now.at += 2 * lasts;
    expect(one.held()).toEqual([]);
    expect(namesOf(await one.turn())).toEqual(names);
    await two.turn();
    now.at += lasts;
    await two.turn();
    expect(await one.turn()).toEqual([]);
    expect(one.held()).toEqual([]);
  });

  it('go on from where they stood when the book is lost', async () => {
    const { book, lose } = losable();
    const { begin } = instances(book);
    const one = begin('one', new Map(names.map((name) => [name, 7n])));
    const two = begin('two', new Map(names.map((name) => [name, 9n])));
    for (let turns = 0; turns < 3; turns += 1) {
      await one.leases.turn();
      await two.leases.turn();
    }
    const before = [one.leases.held(), two.leases.held()];
    lose();
    await two.leases.turn();
    await one.leases.turn();
    expect([one.leases.held(), two.leases.held()]).toEqual(before);
    expect((await book.read())?.page.shares['a']?.reached).toBe('7');
  });

  it('are never held by two at once, and never for long by nobody, whatever stops and comes back', async () => {
    const many = ['one', 'two', 'three'] as const;
    const step = fc.record({
      who: fc.constantFrom(...many),
      does: fc.constantFrom('turns', 'turns', 'turns', 'leaves', 'sleeps'),
      after: fc.integer({ min: 0, max: lasts }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { begin, now } = instances(memoryLeaseBook());
        const all = many.map((me) => begin(me).leases);
        const alone = (): void => {
          for (const name of names)
            expect(all.filter((leases) => leases.holds(name)).length).toBeLessThanOrEqual(1);
        };
        for (const { who, does, after } of steps) {
          now.at += after;
          alone();
          const leases = all[many.indexOf(who)];
          if (does === 'turns') await leases?.turn();
          if (does === 'leaves') await leases?.leave();
          alone();
        }
        // Everybody comes by now, and those of whom nothing was heard are forgotten.
        for (let turns = 0; turns < 6; turns += 1) {
          now.at += lasts / 3;
          for (const leases of all) await leases.turn();
          alone();
        }
        expect(all.flatMap((leases) => leases.held()).sort()).toEqual(names);
        expect(Math.max(...all.map((leases) => leases.held().length))).toBeLessThanOrEqual(3);
      }),
      { numRuns: 200 },
    );
  });

  it('are kept by one who left and came back, though the others heard nothing in between', async () => {
    const { begin, now } = instances(memoryLeaseBook());
    const [one, two] = [begin('one').leases, begin('two').leases];
    await one.turn();
    await two.turn();
    await one.leave();
    now.at += lasts;
    await one.turn();
    await two.turn();
    expect(two.held()).toEqual([]);
    expect(one.held()).toEqual(names);
  });

  it('would be held by two at once if each believed its own longer than the others do: the law bites', async () => {
    const { begin, now } = instances(memoryLeaseBook());
    const [one, two] = [begin('one').leases, begin('two').leases];
    await one.turn();
    const believed = one.held();
    await two.turn();
    now.at += lasts;
    await two.turn();
    expect(believed.filter((name) => two.holds(name))).toEqual(names);
  });
});
