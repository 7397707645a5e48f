import { beforeAll, describe, expect, it } from '@jest/globals';
import { developmentHashing } from '../../src/adapters/system/hashing.ts';
import { type Traject, trajectsOf } from '../../src/app/mining/happenings.ts';
import { ocelOf } from '../../src/app/mining/ocel.ts';
import { pseudonymsOf } from '../../src/app/pseudonyms.ts';
import { xesOf } from '../../src/app/mining/xes.ts';
import type { Recorded } from '../../src/kernel/message.ts';
import { aSchool, programmes } from '../figures/history.ts';
import { eventsOf, makeSchool, planOf } from '../simulation/made-school.ts';

const names = pseudonymsOf(developmentHashing, 'one question');

interface Named {
  readonly name: string;
  readonly type: string;
}
interface Related {
  readonly objectId: string;
  readonly qualifier: string;
}
interface Ocel {
  readonly objectTypes: readonly (Named & { readonly attributes: readonly Named[] })[];
  readonly eventTypes: readonly (Named & { readonly attributes: readonly Named[] })[];
  readonly objects: readonly {
    readonly id: string;
    readonly type: string;
    readonly relationships: readonly Related[];
  }[];
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly time: string;
    readonly attributes: readonly { readonly name: string; readonly value: string }[];
    readonly relationships: readonly Related[];
  }[];
}

/** What the OCEL 2.0 JSON schema and the rules of its specification (§5) ask that are broken. */
const ocelFaults = ({ objectTypes, eventTypes, objects, events }: Ocel): readonly string[] => {
  const faults: string[] = [];
  const say = (holds: boolean, what: string): void => {
    if (!holds) faults.push(what);
  };
  const isMoment = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text);
  for (const types of [objectTypes, eventTypes]) {
    say(new Set(types.map(({ name }) => name)).size === types.length, 'a type is there twice');
    for (const { attributes } of types)
      for (const { type } of attributes)
        say(
          ['string', 'time', 'integer', 'float', 'boolean'].includes(type),
          `${type} is no type of a value`,
        );
  }
  const ids = new Set(objects.map(({ id }) => id));
  say(ids.size === objects.length, 'an object is there twice');
  say(new Set(events.map(({ id }) => id)).size === events.length, 'an event is there twice');
  const related = (of: readonly Related[]): void => {
    for (const { objectId, qualifier } of of) {
      say(ids.has(objectId), `${objectId} is no object`);
      say(typeof qualifier === 'string' && qualifier !== '', 'a relation says not what it is');
    }
  };
  for (const { type, relationships } of objects) {
    say(
      objectTypes.some(({ name }) => name === type),
      `${type} is no type of an object`,
    );
    related(relationships);
  }
  for (const { type, time, attributes, relationships } of events) {
    const declared = eventTypes.find(({ name }) => name === type);
    say(declared !== undefined, `${type} is no type of an event`);
    say(isMoment(time), `${time} is no moment`);
    for (const { name, value } of attributes) {
      say(declared?.attributes.some((each) => each.name === name) ?? false, `${name} is not declared`);
      say(typeof value === 'string', `${name} is no text`);
    }
    say(relationships.length > 0, 'an event is about nothing');
    related(relationships);
  }
  return [...new Set(faults)];
};

const ocelIn = (trajects: readonly Traject[]): Ocel => JSON.parse([...ocelOf(trajects)].join('')) as Ocel;

/** Elements and their attributes, in order; enough of XML for what is written here, and strict about it. */
const xmlFaults = (text: string): readonly string[] => {
  const faults: string[] = [];
  const open: string[] = [];
  const allowed: Readonly<Record<string, readonly string[]>> = {
    '': ['log'],
    log: ['extension', 'global', 'classifier', 'trace'],
    global: ['string', 'date', 'int', 'boolean'],
    trace: ['string', 'event'],
    event: ['string', 'date', 'int', 'boolean'],
  };
  const body = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  const rest = body.replaceAll(
    /<(\/?)([a-z]+)((?: [a-z.]+="[^"<]*")*)(\/?)>/g,
    (_, closes: string, name: string, attributes: string, empty: string) => {
      if (closes === '/') {
        if (open.pop() !== name) faults.push(`</${name}> closes another`);
        return '';
      }
      if (!(allowed[open.at(-1) ?? ''] ?? []).includes(name)) faults.push(`${name} in ${open.at(-1) ?? ''}`);
      const key = / key="([^"]*)"/.exec(attributes)?.[1];
      const value = / value="([^"]*)"/.exec(attributes)?.[1];
      if (key !== undefined && !/^[A-Za-z_:][\w.:-]*$/.test(key)) faults.push(`${key} is no key`);
      if (name === 'date' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value ?? ''))
        faults.push(`${value ?? ''} is no moment`);
      if (name === 'int' && !/^-?\d+$/.test(value ?? '')) faults.push(`${value ?? ''} is no number`);
      if (empty !== '/') open.push(name);
      return '';
    },
  );
  if (rest.trim() !== '') faults.push(`not understood: ${rest.trim().slice(0, 60)}`);
  if (open.length > 0) faults.push(`${open.join(' ')} is not closed`);
  return faults;
};

describe('the trajects of a school for process mining', () => {
  let events: readonly Recorded[];
  let trajects: readonly Traject[];
  beforeAll(async () => {
    const { store } = await makeSchool(planOf(60, 2, 'mining'));
    events = await eventsOf(store);
    trajects = trajectsOf(events, names);
  }, 60_000);

  it('are OCEL 2.0: every type, attribute and object declared, every relation with its qualifier', () => {
    const ocel = ocelIn(trajects);
    expect(ocelFaults(ocel)).toEqual([]);
    expect(new Set(ocel.objects.map(({ type }) => type))).toEqual(
      new Set(['traject', 'medewerker', 'landschap', 'opleiding', 'switch']),
    );
    expect(ocel.events.length).toBeGreaterThan(1_000);
  });

  it('are found wanting by the same check where something is broken', () => {
    const ocel = ocelIn(trajects.slice(0, 3));
    const [first, ...others] = ocel.objects;
    if (!first) throw new Error('there are objects');
    expect(ocelFaults({ ...ocel, objects: others })).toContainEqual(`${first.id} is no object`);
    expect(ocelFaults({ ...ocel, eventTypes: ocel.eventTypes.slice(1) })).not.toEqual([]);
    const xes = [...xesOf(trajects.slice(0, 3))].join('');
    expect(xmlFaults(xes.replace('</trace>', ''))).not.toEqual([]);
    expect(xmlFaults(xes.replace('key="concept:name"', 'key="concept name"'))).not.toEqual([]);
  });

  it('are XES: a trace per traject, its events in order', () => {
    const xes = [...xesOf(trajects)].join('');
    expect(xmlFaults(xes)).toEqual([]);
    expect(xes.split('<trace>').length - 1).toBe(trajects.length);
    for (const trace of xes.split('<trace>').slice(1)) {
      const moments = [...trace.matchAll(/time:timestamp" value="([^"]+)"/g)].map(
        ([, moment]) => moment ?? '',
      );
      expect(moments).toEqual(moments.toSorted());
      expect(new Set(moments).size).toBe(moments.length);
    }
  });

  it('name nobody, and hold nothing that somebody typed', () => {
    const ids = new Set(events.flatMap(({ stream }) => /[0-9a-f-]{36}$/.exec(stream)?.[0] ?? []));
    const typed = new Set(
      events.flatMap(({ data }) =>
        Object.entries(data as Record<string, unknown>).flatMap(([name, value]) =>
          ['reason', 'reasons', 'motive', 'wish', 'about', 'note', 'school', 'source'].includes(name) &&
          typeof value === 'string' &&
          value.length > 6
            ? [value]
            : [],
        ),
      ),
    );
    expect(typed.size).toBeGreaterThan(5);
    for (const text of [[...ocelOf(trajects)].join(''), [...xesOf(trajects)].join('')]) {
      for (const id of ids) expect(text.includes(id)).toBe(false);
      for (const said of typed) expect(text.includes(said)).toBe(false);
      expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    }
  });

  it('are other names in another question, and the same in the same', () => {
    expect(trajectsOf(events, pseudonymsOf(developmentHashing, 'one question'))).toEqual(trajects);
    const others = trajectsOf(events, pseudonymsOf(developmentHashing, 'another'));
    const mine = new Set(trajects.map(({ id }) => id));
    expect(others.filter(({ id }) => mine.has(id))).toEqual([]);
  });
});

describe('a traject', () => {
  const { verpleegkunde, software } = programmes;
  const trajectOf = (tell: (school: ReturnType<typeof aSchool>) => unknown): readonly Traject[] => {
    const school = aSchool();
    tell(school);
    return trajectsOf(
      school.entries().map(({ event }) => event),
      names,
    );
  };

  it('tells each step on its day, with what it was about, and no delivery of the register', () => {
    const [traject, ...others] = trajectOf((school) =>
      school
        .student(1)
        .placed('2024-08-20', verpleegkunde)
        .enrolled('2024-09-01')
        .switched(1, '2025-01-15', verpleegkunde, software),
    );
    expect(others).toEqual([]);
    expect(traject?.happenings[0]).toMatchObject({
      type: 'PlacedProvisionally',
      on: '2024-08-20',
      links: expect.arrayContaining([
        { kind: 'opleiding', id: '25655', qualifier: 'programme.opleidingscode' },
        { kind: 'landschap', id: 'zorg', qualifier: 'programme.landschap' },
      ]),
    });
    expect(traject?.happenings.map(({ type }) => type)).toEqual(expect.arrayContaining(['Switched']));
  });
});
