import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { memoryEventStore } from '../../../src/adapters/memory/event-store.ts';
import { memoryLeaseBook } from '../../../src/adapters/memory/lease-book.ts';
import { checkpointAt } from '../../../src/app/workflows/checkpoint.ts';
import { type HearsHere, Sharing } from '../../../src/app/workflows/sharing.ts';
import { type Hearer, RunWorkflows } from '../../../src/engine/run-workflows.ts';
import type { Uuid } from '../../../src/kernel/message.ts';
import { happens, pupilId } from '../../support/pupils.ts';

const lasts = 30_000;

/** The first digit of its key tells in which part a pupil is. */
const pupils = Array.from(
  { length: 16 },
  (_, index) => `${index.toString(16)}${pupilId(index).slice(1)}` as Uuid,
);

/** A log, and instances that come and go on it; what they hear is noted in the order in which it was heard first. */
const school = (as: (run: RunWorkflows) => HearsHere = (run) => run) => {
  const log = memoryEventStore();
  const book = memoryLeaseBook();
  const now = { at: 0 };
  const happened: [Uuid, Uuid][] = [];
  const heard = new Map<Uuid, Uuid[]>(pupils.map((key) => [key, []]));
  let broken: Uuid | undefined;
  let meanwhile: (() => Promise<unknown>) | undefined;
  let begun = 0;
  const hearer: Hearer = {
    name: 'hearer',
    each: true,
    types: ['Happened'],
    concerns: ({ stream }) => (stream.startsWith('pupil-') ? [stream.slice('pupil-'.length) as Uuid] : []),
    hear: async (key, { id }) => {
      const turn = meanwhile;
      meanwhile = undefined;
      await turn?.();
      if (id === broken) throw new Error('not yet');
      const before = heard.get(key);
      if (!before?.includes(id)) before?.push(id);
    },
  };
  const begin = async () => {
    begun += 1;
    const from = await log.head();
    const run: RunWorkflows = new RunWorkflows({
      log,
      view: checkpointAt(from),
      hearers: [hearer],
      mine: (key) => sharing.mine(key),
    });
    const sharing: Sharing = new Sharing({ book, me: pupilId(begun), lasts, from }, as(run), {
      elapsed: () => now.at,
    });
    return {
      run,
      sharing,
      hears: async () => {
        await sharing.takeOver();
        await run.catchUp();
      },
    };
  };
  return {
    now,
    begin,
    happens: async (index: number) => {
      const key = pupils[index % pupils.length] ?? pupilId(0);
      const event = await happens(log, key);
      happened.push([key, event]);
      return event;
    },
    breakAt: (event: Uuid | undefined) => {
      broken = event;
    },
    /** While somebody hears, before it has heard. */
    meanwhile: (does: () => Promise<unknown>) => {
      meanwhile = does;
    },
    heard: () => pupils.map((key) => [key, heard.get(key)]),
    happened: () =>
      pupils.map((key) => [key, happened.filter(([of]) => of === key).map(([, event]) => event)]),
  };
};

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('happens' as const), who: fc.nat(15) }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('hears' as const), who: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('comes by' as const), who: fc.nat(2) }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('will come by meanwhile' as const), who: fc.nat(2) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('takes over' as const), who: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('catches up' as const), who: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('is killed' as const), who: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('leaves' as const), who: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('time goes by' as const), who: fc.nat(lasts) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

/** Three instances live through it; then all that is left comes to rest. */
const lived = async (steps: readonly Step[], as?: (run: RunWorkflows) => HearsHere) => {
  const played = school(as);
  const instances = [await played.begin(), await played.begin(), await played.begin()];
  for (const { does, who } of steps) {
    const instance = instances[who];
    if (does === 'happens') await played.happens(who);
    if (does === 'time goes by') played.now.at += who;
    if (does === 'comes by') await instance?.sharing.turn();
    if (does === 'will come by meanwhile' && instance)
      played.meanwhile(async () => {
        played.now.at += lasts;
        await instance.sharing.turn();
        for (let each = 0; each < pupils.length; each += 1) await played.happens(each);
      });
    if (does === 'takes over') await instance?.sharing.takeOver();
    if (does === 'catches up') await instance?.run.catchUp();
    if (does === 'hears') await instance?.hears();
    if (does === 'leaves') await instance?.sharing.leave();
    if (does === 'is killed') instances[who] = await played.begin();
  }
  for (let round = 0; round < 8; round += 1) {
    played.now.at += lasts / 3;
    for (const instance of instances) {
      await instance.sharing.turn();
      await instance.hears();
    }
  }
  return played;
};

describe('workflows of several instances', () => {
  it('hear every event of a key, in order, whoever comes, is killed or leaves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
        const played = await lived(steps);
        expect(played.heard()).toEqual(played.happened());
      }),
      { numRuns: 150 },
    );
  });

  it('would miss events if a part were not heard from where the one before had come: the law bites', async () => {
    const forgetful = (run: RunWorkflows): HearsHere => ({
      get position() {
        return run.position;
      },
      parked: () => run.parked(),
      forget: (isIn) => run.forget(isIn),
      hearAgain: () => Promise.resolve(),
    });
    const played = await lived(
      [
        { does: 'comes by', who: 0 },
        { does: 'hears', who: 0 },
        { does: 'happens', who: 3 },
        { does: 'is killed', who: 0 },
        { does: 'time goes by', who: lasts },
      ],
      forgetful,
    );
    expect(played.heard()).not.toEqual(played.happened());
  });

  it('leave what is parked to whoever takes the part over, who parks it too', async () => {
    const { begin, happens: event, breakAt, heard, happened, now } = school();
    const one = await begin();
    await one.sharing.turn();
    await one.hears();
    breakAt(await event(0));
    await event(0);
    await event(1);
    await one.hears();
    expect(one.run.parked()).toMatchObject([{ key: `hearer ${pupils[0] ?? ''}`, later: 1 }]);
    await one.sharing.turn();
    await one.sharing.leave();
    const two = await begin();
    now.at += 1;
    await two.sharing.turn();
    await two.hears();
    expect(two.run.parked()).toMatchObject([{ key: `hearer ${pupils[0] ?? ''}`, later: 1 }]);
    breakAt(undefined);
    expect(await two.run.retry()).toBe(0);
    expect(heard()).toEqual(happened());
  });

  it('hear for somebody who waits here what others have not heard yet', async () => {
    const { begin, happens: event, heard, happened } = school();
    const [one, two] = [await begin(), await begin()];
    await one.sharing.turn();
    await one.hears();
    await two.sharing.turn();
    await event(5);
    const last = await event(9);
    await two.hears();
    const at = two.run.position ?? 0n;
    expect(last).toBe(happened()[9]?.[1]?.[0]);
    expect(two.sharing.hasHeard(at)).toBe(false);
    await two.sharing.help();
    expect(two.sharing.hasHeard(at)).toBe(true);
    expect(heard()).toEqual(happened());
  });

  it('are sent mail for by one of them', async () => {
    const { begin, now } = school();
    const [one, two] = [await begin(), await begin()];
    await one.sharing.turn();
    await two.sharing.turn();
    expect([one.sharing.sendsMail, two.sharing.sendsMail]).toEqual([true, false]);
    now.at += lasts;
    await two.sharing.turn();
    expect([one.sharing.sendsMail, two.sharing.sendsMail]).toEqual([false, true]);
  });
});
