import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { memoryViewStore } from '../../src/adapters/memory/view-store.ts';
import { buildViews } from '../../src/engine/build-views.ts';
import { ProjectionRunner } from '../../src/engine/run-projections.ts';
import type { Projection, StorySource } from '../../src/kernel/projection.ts';
import { event, structural, text, wholeNumber } from '../../src/kernel/schema.ts';
import type { EventStore, NewEvent } from '../../src/ports/event-store.ts';
import type { View, ViewStore } from '../../src/ports/view-store.ts';
import { happened } from '../contracts/event-store.contract.ts';

/** Pots are filled and poured into one another; jars too, by events of their own names. */
const storiesOf = (prefix: string, filled: string, poured: string): StorySource => ({
  prefix,
  events: {
    [filled]: event({ by: ['Fill'], says: '', fields: { n: structural(wholeNumber(0, 99)) } }),
    [poured]: event({ by: ['Pour'], says: '', fields: { into: structural(text()) } }),
  },
  joining: new Set([poured]),
  joins: ({ type, data }) => (type === poured ? (data as { into: string }).into : undefined),
});
const pots = storiesOf('pot-', 'PotFilled', 'PotPoured');
const jars = storiesOf('jar-', 'JarFilled', 'JarPoured');

/** What went into a key, and what came to it from others; 13 is more than it can tell. */
const contents = (name: string, stories: StorySource): Projection => ({
  name,
  version: 1,
  stories,
  tables: [{ name, columns: ['own', 'poured'], indexes: [] }],
  rows: ({ events, joined }) => {
    const [own, poured] = [events, joined].map((all) =>
      all.flatMap(({ data }) => (data as { n?: number }).n ?? []),
    );
    if (own?.includes(13)) throw new RangeError('13 is unlucky');
    return { [name]: [{ own: String(own), poured: String(poured) }] };
  },
});
const inPots = contents('inPots', pots);
const inJars = contents('inJars', jars);
/** Not in the order of their sources. */
const projections = [inPots, inJars, contents('potsAgain', pots)];

describe('read models that are told from different stories of one log', () => {
  let log: EventStore;
  let views: ViewStore;
  let runner: ProjectionRunner;
  let written = 0;

  const following = async (mostHeld?: number): Promise<void> => {
    runner = new ProjectionRunner({
      log,
      views,
      projections,
      pageSize: 3,
      ...(mostHeld !== undefined && { mostHeld }),
    });
    await runner.start();
  };
  beforeEach(async () => {
    log = memoryEventStore();
    views = memoryViewStore();
    written = 0;
    await following();
  });
  afterEach(async () => {
    await runner.close();
    await log.close();
  });

  const append = async (stream: string, ...events: NewEvent[]): Promise<void> => {
    const last = (await log.readStream(stream)).length - 1;
    await log.append(stream, last < 0 ? 'none' : last, events);
  };
  const fill = (what: 'Pot' | 'Jar', key: string, ...values: readonly number[]): Promise<void> =>
    append(`${what.toLowerCase()}-${key}`, ...values.map((n) => happened(++written, { n }, `${what}Filled`)));
  const pour = (what: 'Pot' | 'Jar', from: string, into: string): Promise<void> =>
    append(`${what.toLowerCase()}-${from}`, happened(++written, { into }, `${what}Poured`));

  /** Keys of both kinds by turns, the same keys in both, and streams that are nobody's story. */
  const aDay = async (): Promise<void> => {
    await fill('Pot', 'a', 1);
    await fill('Jar', 'a', 10, 20);
    await fill('Pot', 'b', 2, 3);
    await append('shelf-a', happened(++written));
    await pour('Pot', 'a', 'b');
    await fill('Jar', 'b', 30);
    await fill('Pot', 'a', 4);
    await pour('Jar', 'b', 'c');
    await fill('Jar', 'c', 40);
    await fill('Jar', 'a', 50);
  };

  const withLive = <T>({ name }: Projection, work: (view: View) => T): T => {
    const live = views.live(name);
    const projection = projections.find((each) => each.name === name);
    if (!live || !projection) throw new Error(`${name} is not live`);
    const view = views.open(projection, live);
    try {
      return work(view);
    } finally {
      view.close();
    }
  };
  const told = (projection: Projection): Record<string, string> =>
    Object.fromEntries(
      (views.read(projection.name, (rows) => rows.find(projection.name, {}))?.value ?? []).map((row) => [
        row.key,
        `${row['own']} + ${row['poured']}`,
      ]),
    );
  const dumps = (store: ViewStore): readonly (readonly string[])[] =>
    projections.map((projection) => {
      const live = store.live(projection.name);
      return live ? [...store.dump(projection, live)] : [];
    });
  const rebuilt = async (mostHeld?: number): Promise<readonly (readonly string[])[]> => {
    const anew = memoryViewStore();
    const bound = mostHeld === undefined ? {} : { mostHeld };
    for (const file of await buildViews({ log, views: anew, projections, chained: true, ...bound }))
      anew.swap(file);
    return dumps(anew);
  };

  it('tell each its own, even under the same keys', async () => {
    await aDay();
    await runner.catchUp();
    expect(told(inPots)).toEqual({ a: '1,4 + ', b: '2,3 + 1,4' });
    expect(told(inJars)).toEqual({ a: '10,20,50 + ', b: '30 + ', c: '40 + 30' });
  });

  it('all stand at the same place of the log: one read feeds them', async () => {
    await aDay();
    await runner.catchUp();
    const head = await log.head();
    expect(
      new Set(runner.standings().map(({ checkpoint }) => `${checkpoint?.position} ${checkpoint?.hash}`)),
    ).toHaveProperty('size', 1);
    expect(runner.standings().map(({ checkpoint }) => checkpoint?.position)).toEqual([head, head, head]);
  });

  it('keep the joins of their own stories only', async () => {
    await aDay();
    await runner.catchUp();
    const joins = (): unknown[] => projections.map((each) => withLive(each, (view) => view.joins()));
    const own = [[{ from: 'a', into: 'b' }], [{ from: 'b', into: 'c' }], [{ from: 'a', into: 'b' }]];
    expect(joins()).toEqual(own);
    for (const file of await buildViews({ log, views, projections, chained: false }))
      await runner.adopt(file);
    expect(joins()).toEqual(own);
  });

  it('say the same, byte for byte, when they are rebuilt, however little may be held at once', async () => {
    for (const mostHeld of [100, 2]) {
      await runner.close();
      await following(mostHeld);
      await aDay();
      await runner.catchUp();
      await fill('Pot', 'b', 13);
      await aDay();
      await runner.catchUp();
      const followed = dumps(views);
      for (const dump of followed) expect(dump.length).toBeGreaterThan(0);
      expect(await rebuilt()).toEqual(followed);
      expect(await rebuilt(300)).toEqual(followed);
    }
  });

  it('go on with the joins of each after a restart', async () => {
    await aDay();
    await runner.catchUp();
    await runner.close();
    await following();
    await fill('Pot', 'a', 5);
    await fill('Jar', 'b', 60);
    await runner.catchUp();
    expect(told(inPots)).toEqual({ a: '1,4,5 + ', b: '2,3 + 1,4,5' });
    expect(told(inJars)).toEqual({ a: '10,20,50 + ', b: '30,60 + ', c: '40 + 30,60' });
  });

  it('park what cannot be told in the one, and leave the same key of the other going', async () => {
    await fill('Pot', 'a', 1, 13);
    await fill('Jar', 'a', 10);
    await fill('Pot', 'a', 2);
    await fill('Jar', 'a', 20);
    await runner.catchUp();
    expect(told(inPots)).toEqual({ a: '1 + ' });
    expect(told(inJars)).toEqual({ a: '10,20 + ' });
    expect(
      runner.standings().map(({ parked }) => parked.map(({ stream, later }) => [stream, later])),
    ).toEqual([[['pot-a', 1]], [], [['pot-a', 1]]]);
    expect(await runner.retry('inJars')).toBe(0);
    expect(await runner.retry('inPots')).toBe(1);
    expect(await rebuilt()).toEqual(dumps(views));
  });

  it('do not take an event of the other source for one of theirs', async () => {
    await fill('Jar', 'a', 10);
    await append('jar-a', happened(++written, { n: 1 }, 'PotFilled'));
    await fill('Pot', 'a', 1);
    await runner.catchUp();
    expect(told(inPots)).toEqual({ a: '1 + ' });
    expect(
      runner.standings().map(({ parked }) => parked.map(({ stream, error }) => [stream, error])),
    ).toEqual([[], [['jar-a', 'PotFilled is not known to this build']], []]);
    expect(await rebuilt()).toEqual(dumps(views));
  });

  it('can be rebuilt one without the other while the log goes on', async () => {
    await aDay();
    await runner.catchUp();
    const [file] = await buildViews({ log, views, projections: [inJars], chained: false });
    if (!file) throw new Error('nothing was built');
    await fill('Jar', 'b', 70);
    await fill('Pot', 'a', 7);
    const { comparison } = await runner.adopt(file);
    expect(comparison).toMatchObject({ keys: 3, onlyInFirst: [], onlyInSecond: [], different: [] });
    await fill('Jar', 'b', 80);
    await runner.catchUp();
    expect(told(inJars)).toMatchObject({ c: '40 + 30,70,80' });
    expect(told(inPots)).toMatchObject({ b: '2,3 + 1,4,7' });
  });

  it('are never told from stories that nobody follows', async () => {
    const jugs = storiesOf('jug-', 'JugFilled', 'JugPoured');
    const [file] = await buildViews({
      log,
      views,
      projections: [contents('inPots', jugs)],
      chained: false,
    });
    if (!file) throw new Error('nothing was built');
    await fill('Pot', 'a', 1);
    await expect(runner.adopt(file, contents('inPots', jugs))).rejects.toThrow(/nobody follows/);
    await runner.catchUp();
    expect(told(inPots)).toEqual({ a: '1 + ' });
  });
});
