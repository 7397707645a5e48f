import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { memoryEventStore } from '../../../src/adapters/memory/event-store.ts';
import { institutionEvents, normNames } from '../../../src/domain/institution/events.ts';
import { type Leerweg, leerwegen, trainings } from '../../../src/domain/institution/ids.ts';
import { staffEvents } from '../../../src/domain/staff/events.ts';
import { type House, houseSections } from '../../../src/imports/institution/house.ts';
import { writeHouse } from '../../../src/imports/institution/index.ts';
import { addDays, calendarDate } from '../../../src/kernel/calendar-date.ts';
import { wrongText } from '../../../src/kernel/schema.ts';
import type { EventStore } from '../../../src/ports/event-store.ts';
import { anna, bram, Town, typed } from './town.ts';

/** Whatever somebody may call something, and what YAML takes for something else. */
const name = fc
  .oneof(
    fc.constantFrom(
      ...[
        'no',
        'ON',
        'y',
        '2025-09-01',
        '12:30',
        '79000',
        '007',
        '1e3',
        '0x1f',
        '1_000',
        '~',
        'null',
        'true',
      ],
      ...[
        '- a',
        'a: b',
        'a #b',
        '#x',
        '*x',
        '&x',
        '!x',
        '%',
        '@',
        '`',
        "'",
        '"',
        '[',
        '}',
        ',',
        '?',
        '|',
        '>',
      ],
      ...[
        ' a',
        'a ',
        'a\nb\n',
        'a\r\nb',
        '\ta',
        'a\u2028b',
        '\ufeffa',
        '\u0085',
        '\u0007',
        '---',
        '...',
        '<<',
        '=',
      ],
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  )
  .filter((text) => wrongText(text, '') === undefined);
const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays(calendarDate('2025-08-01'), days));
const maybe = <Value extends object>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | object> =>
  fc.oneof(value, fc.constant({}));
const few = <Value>(each: fc.Arbitrary<Value>, by: (value: Value) => unknown, least = 0) =>
  fc.uniqueArray(each, { minLength: least, maxLength: 4, selector: by });
const coded = few(fc.record({ code: name, name }), ({ code }) => code);
const period = fc.tuple(day, fc.nat(40)).map(([from, days]) => ({ from, until: addDays(from, days) }));

const houses: fc.Arbitrary<House> = fc
  .record({
    codes: few(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/), (code) => code, 1),
    variants: few(name, (code) => code, 1),
    people: few(fc.uuid({ version: 4 }), (id) => id, 2),
  })
  .chain(({ codes, variants, people }) => {
    const landschap = fc.constantFrom(...codes);
    const ofLandschap = maybe(fc.record({ landschap }));
    const all = <Each, Value>(each: readonly Each[], of: (each: Each) => fc.Arbitrary<Value>) =>
      fc.tuple(...each.map(of));
    return fc.record({
      variants: all(variants, (variant) =>
        fc.record({
          variant: fc.constant(variant),
          name,
          weeks: fc.integer({ min: 1, max: 40 }),
          lwps: coded,
          emphasis: name,
        }),
      ),
      landschappen: all(codes, (code) =>
        fc.record({
          landschap: fc.constant(code),
          name,
          variant: fc.constantFrom(...variants),
          meeloopdag: fc.boolean(),
          buddystage: fc.boolean(),
        }),
      ),
      programmes: few(
        fc
          .tuple(
            fc.record({
              landschap,
              opleidingscode: fc.stringMatching(/^[0-9A-Z]{1,10}$/),
              leerwegen: few(fc.constantFrom<Leerweg[]>(...leerwegen), (each) => each, 1),
            }),
            maybe(fc.record({ name, niveau: fc.constantFrom(1, 2, 3, 4) })),
            maybe(fc.record({ dossier: fc.constant('23267'), domein: fc.constant('79140') })),
          )
          .map(([each, ...more]) => ({ ...each, ...more[0], ...more[1] })),
        (each) => `${each.landschap} ${each.opleidingscode}`,
      ),
      calendars: fc.constantFrom(
        [],
        [{ schoolYear: 2025, holidays: [] }],
        [{ schoolYear: 2025, holidays: [{ name: 'no', from: '2025-10-18', until: '2025-10-26' }] }],
      ),
      settings: few(
        fc
          .tuple(
            fc.constantFrom(
              { setting: 'landingTerm', value: '15' },
              { setting: 'startProgrammeWeeks', value: 'calendar' },
              { setting: 'digestHour', value: '08:15' },
            ),
            ofLandschap,
            day,
          )
          // One mail has one hour, wherever somebody works.
          .map(([each, where, from]) => ({ ...each, ...(each.setting === 'digestHour' ? {} : where), from })),
        (each) => JSON.stringify([each.setting, each]),
      ),
      norms: few(
        fc.record({
          norm: fc.constantFrom(...normNames),
          niveau: fc.constantFrom(1, 2, 3, 4),
          schoolYear: fc.integer({ min: 2000, max: 2100 }),
          percent: fc.constantFrom('0', '9.5', '67', '100', '61.25'),
          source: name,
        }),
        ({ norm, niveau, schoolYear }) => `${norm} ${niveau} ${schoolYear}`,
      ),
      leermeter: few(fc.record({ code: name, name }), ({ code }) => code, 1).chain((competences) =>
        fc.record({
          name,
          least: fc.integer({ min: 0, max: 5 }),
          most: fc.integer({ min: 6, max: 100 }),
          competences: fc.constant(competences),
        }),
      ),
      trainingGroups: few(
        fc
          .tuple(fc.record({ group: name, training: fc.constantFrom(...trainings), name }), period)
          .map(([each, when]) => ({ ...each, ...when })),
        ({ group }) => group,
      ),
      staff: all(people, (id) =>
        fc
          .tuple(fc.record({ name, since: day }), maybe(fc.record({ email: name })), ofLandschap, period)
          .map(([person, email, where, when]) => ({
            id,
            ...person,
            ...email,
            roles: [{ role: 'coach', ...where, ...when }],
            absences: [{ from: when.from, to: when.until, deputy: people.find((other) => other !== id) }],
          })),
      ),
    });
  })
  // Every value above has the shape of its field; the brands are of the kernel.
  .map((house) => house as unknown as House);

describe('a house that is written and read', () => {
  test('comes back to the byte, whatever people call things, and says all that there is', async () => {
    await fc.assert(
      fc.asyncProperty(houses, async (house) => {
        const text = writeHouse(house);
        const town = new Town();
        await town.recorded(text);
        const exported = await town.export();
        const another = new Town();
        await another.recorded(exported);
        expect(await another.export()).toBe(exported);
        // Written in another order, it is the same house.
        const inAnyOrder = (each: House) =>
          Object.values(each).map((section) =>
            Array.isArray(section) ? new Set(section as readonly object[]) : section,
          );
        expect(inAnyOrder(await town.house())).toEqual(inAnyOrder({ ...(await town.house()), ...house }));
        // A second time, and with Windows line ends and a mark at its beginning, there is nothing to record.
        expect(await town.recorded(exported)).toBe(0);
        expect(await town.recorded(text.replaceAll('\n', '\r\n'))).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test('is read the same by whoever takes days, numbers and yes for what they look like', () => {
    fc.assert(
      fc.property(houses, (house) => {
        const text = writeHouse(house);
        const plain: unknown = JSON.parse(JSON.stringify({ ...house, format: 1 }));
        const withoutEmpty = (value: object) =>
          Object.fromEntries(
            Object.entries(value).filter(([, each]) => !(Array.isArray(each) && each.length === 0)),
          );
        for (const version of ['1.1', '1.2'] as const)
          expect(withoutEmpty(parse(text, { version }) as object)).toEqual(withoutEmpty(plain as object));
      }),
      { numRuns: 100 },
    );
    // So would they have: what is not in quotes is not text to them.
    expect(parse('a: no\nb: 2025-09-01', { version: '1.1' })).toEqual({ a: false, b: expect.any(Date) });
  });

  test('has every field of the events, each once', () => {
    const { version: _counted, ...variant } = institutionEvents.StartProgrammeVariantDefined.fields;
    expect(Object.keys(houseSections.variants).sort()).toEqual(Object.keys(variant).sort());
    expect(Object.keys(houseSections.programmes).sort()).toEqual(
      Object.keys(institutionEvents.ProgrammeDefined.fields).sort(),
    );
  });

  test('typed without quotes says what was meant: codes, days and no are text where text is meant', async () => {
    const town = new Town();
    await town.recorded(typed);
    const house = await town.house();
    expect(house.programmes).toMatchObject([
      { opleidingscode: '28001', name: '2026', niveau: 4, domein: '79140' },
      { opleidingscode: '79140' },
    ]);
    expect(house.settings).toMatchObject([{ value: '15' }, { value: 'no' }]);
    expect(house.leermeter?.competences).toEqual([{ code: '1', name: 'Samenwerken' }]);
    expect(house.staff.map(({ since }) => since)).toEqual(['2025-08-01', '2025-08-01']);
  });

  test('may say what is the same once, by an alias', async () => {
    const aliased = typed
      .replace('leerwegen: [BOL, BBL]', 'leerwegen: &both [BOL, BBL]')
      .replace('leerwegen: [BBL]', 'leerwegen: *both');
    const town = new Town();
    await town.recorded(`%YAML 1.1\n---\n${aliased}`);
    expect((await town.house()).programmes.map((each) => each.leerwegen)).toEqual([
      ['BOL', 'BBL'],
      ['BOL', 'BBL'],
    ]);
  });
});

describe('a house that is imported', () => {
  test('records only what differs, and leaves what it does not say', async () => {
    const town = new Town();
    await town.recorded(typed);
    const before = (await town.events()).length;
    expect(await town.recorded(typed)).toBe(0);
    expect(await town.recorded('format: 1\n')).toBe(0);
    expect(await town.events()).toHaveLength(before);
    const answer = await town.import(typed.replace('weeks: 10', 'weeks: 8'));
    expect(answer).toMatchObject({
      outcome: 'done',
      changes: [{ line: 3, events: ['StartProgrammeVariantDefined'], step: { about: 'start' } }],
    });
    expect((await town.events()).at(-1)).toMatchObject({
      data: { variant: 'start', version: 2, weeks: 8 },
      meta: { actor: { id: 'institution import', role: 'operator' }, source: 'import:institution' },
    });
    // What was so before can be so again.
    expect(await town.recorded(typed)).toBe(1);
    expect((await town.events()).at(-1)).toMatchObject({ data: { version: 3, weeks: 10 } });
  });

  test('in a dry run says what it would record, and records nothing', async () => {
    const town = new Town();
    const dry = await town.import(typed, true);
    expect(await town.events()).toEqual([]);
    const wet = await town.import(typed);
    expect(dry).toEqual({ ...wet, changes: wet.outcome === 'done' ? wet.changes : [] });
    expect(await town.import(typed, true)).toMatchObject({ outcome: 'done', changes: [] });
  });

  test('is one import in the log: its commands belong together', async () => {
    const town = new Town();
    await town.recorded(typed);
    const correlations = new Set((await town.events()).map(({ meta }) => meta.correlationId));
    expect(correlations.size).toBe(1);
  });

  test('broken off after any event, is mended by doing it again', async () => {
    const whole = new Town();
    const total = await whole.recorded(typed);
    const exported = await whole.export();
    for (let most = 0; most < total; most++) {
      const log = memoryEventStore();
      let left = most;
      const dying: EventStore = {
        append: async (stream, expected, events) => {
          if (left === 0) throw new Error('killed');
          left -= 1;
          return log.append(stream, expected, events);
        },
        readStream: (stream, from) => log.readStream(stream, from),
        readAll: (after, limit) => log.readAll(after, limit),
        head: () => log.head(),
        follow: (after, signal) => log.follow(after, signal),
        close: () => log.close(),
      };
      await expect(new Town(dying).recorded(typed)).rejects.toThrow('killed');
      const again = new Town(log);
      expect(await again.events()).toHaveLength(most);
      expect(await again.recorded(typed)).toBe(total - most);
      expect(await again.export()).toBe(exported);
    }
  });

  test('that somebody else came in between says how far it got', async () => {
    const town = new Town();
    const log = town.store;
    let others = 0;
    const crowded: EventStore = {
      append: async (stream, expected, events) => {
        // From the third on, somebody else is always first.
        if (others++ < 2) return log.append(stream, expected, events);
        return { done: false, since: [] };
      },
      readStream: (stream, from) => log.readStream(stream, from),
      readAll: (after, limit) => log.readAll(after, limit),
      head: () => log.head(),
      follow: (after, signal) => log.follow(after, signal),
      close: () => log.close(),
    };
    const answer = await new Town(crowded).import(typed);
    expect(answer).toMatchObject({
      outcome: 'refused',
      changes: [{}, {}],
      refusals: [{ line: 15, refusal: { code: 'Busy' } }],
    });
    expect(await town.recorded(typed)).toBe(12);
  });

  test('can say all that an institution and its staff can say, but what the system records, who left and what opens a calendar', async () => {
    const town = new Town();
    await town.recorded(typed);
    const said = new Set((await town.events()).map(({ type }) => type));
    const all = [...Object.keys(institutionEvents), ...Object.keys(staffEvents)];
    expect(all.filter((type) => !said.has(type))).toEqual([
      'TableAdopted',
      'StaffLeft',
      'DigestSent',
      'CalendarTokenIssued',
      'CalendarTokenRevoked',
    ]);
  });

  test('names people by their ids, which stay', async () => {
    const town = new Town();
    await town.recorded(typed);
    expect((await town.house()).staff.map(({ id }) => id)).toEqual([anna, bram]);
  });
});
