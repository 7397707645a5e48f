import fc from 'fast-check';
import { addDays, type CalendarDate, dateOf } from '../../src/kernel/calendar-date.ts';
import type { Programme } from '../../src/domain/institution/ids.ts';
import type { Destination } from '../../src/domain/trajectory/events.ts';
import { destinationKinds, initiatives, priorEducationKinds } from '../../src/domain/trajectory/events.ts';
import { aSchool, code, delivery, programme, programmes, type School, student } from './history.ts';

/** One thing that happened to one student: on which day, and how many days later it was recorded. */
export interface Told {
  readonly who: number;
  readonly on: number;
  readonly late: number;
  readonly what: string;
  readonly p: number;
  readonly q: number;
  readonly n: number;
  readonly sure: boolean;
}

const all: readonly Programme[] = [...Object.values(programmes), programme('25655', 'elders', 'BBL')];
const first = dateOf(2023, 8, 1);

const whats = [
  'placed',
  'placed',
  'placed',
  'enrolled',
  'enrolled',
  'enrolled',
  'switched',
  'switched',
  'specified',
  'cancelled',
  'left',
  'left',
  'wentTo',
  'returned',
  'diploma',
  'followOn',
  'prior',
  'exempt',
  'started',
  'merged',
  'never',
  'corrected',
  'band',
  'register',
  'register',
  'registerDiploma',
  'withdrawn',
  'duo',
] as const;

/** Between 1 August 2023 and early 2026, so that the school year 2024-2025 lies in the middle. */
export const someTold: fc.Arbitrary<Told> = fc.record({
  who: fc.integer({ min: 1, max: 3 }),
  on: fc.oneof(fc.integer({ min: 0, max: 900 }), fc.constantFrom(61, 427, 428, 426, 791, 792, 793, 883, 884)),
  late: fc.constantFrom(0, 0, 0, 1, 10, 60, 400),
  what: fc.constantFrom(...whats),
  p: fc.integer({ min: 0, max: all.length - 1 }),
  q: fc.integer({ min: 0, max: all.length - 1 }),
  n: fc.integer({ min: 0, max: 40 }),
  sure: fc.boolean(),
});

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
};

/** A school of three students, some enrolled before the first peildatum, of whom these things are told, in any order. */
export const schoolOf = (
  told: readonly Told[],
  deliveredOn: readonly number[],
  begunIn: readonly (number | undefined)[],
): School => {
  const school = aSchool('2023-09-01');
  const students = [1, 2, 3].map((n) => school.student(n));
  begunIn.forEach((p, index) => {
    if (p !== undefined) at(students, index).placed('2024-08-20', at(all, p)).enrolled('2024-09-01');
  });
  const events = students.map((): { id: string; type: string }[] => []);
  deliveredOn.forEach((madeOn, index) => {
    const made = addDays(first, madeOn);
    const named = students.filter((_, who) => (madeOn + who) % 3 !== 0);
    school.delivered(
      index + 1,
      { from: addDays(made, -(madeOn % 500)), to: made, madeOn: made },
      named.map(({ id }) => id),
    );
  });
  told.forEach((each, index) => {
    const story = at(students, each.who - 1);
    const mine = at(events, each.who - 1);
    const on: CalendarDate = addDays(first, each.on);
    const recorded = addDays(on, each.late);
    const into = at(all, each.p);
    const remember = (type: Parameters<typeof story.last>[0]): void => {
      mine.push({ id: story.last(type), type });
    };
    const destination: Destination = {
      kind: at(destinationKinds, each.n),
      confirmed: each.sure,
      ...(each.q % 3 === 0 ? {} : { from: addDays(on, each.q * 12) }),
      ...(each.q % 4 === 1 ? { outOfBrp: each.sure } : {}),
      ...(each.q % 2 === 0 ? { paid: true } : {}),
    };
    const source = delivery((each.n % Math.max(1, deliveredOn.length)) + 1);
    const common = { delivery: source, brin: '21CY' };
    switch (each.what) {
      case 'placed':
        story.placed(on, into, recorded);
        remember('PlacedProvisionally');
        break;
      case 'enrolled':
        story.enrolled(on, recorded);
        remember('EnrolledDefinitively');
        break;
      case 'specified':
        story.specified(on, into.opleidingscode, recorded);
        break;
      case 'cancelled':
        story.cancelled(on, recorded);
        break;
      case 'switched':
        story.switched(index + 1, on, at(all, each.q), into, {
          conversation: each.n % 5 !== 0,
          motive: each.n % 7 !== 0,
          landing: each.sure,
          acceptance: each.n % 3 !== 0,
          initiative: at(initiatives, each.n),
        });
        remember('Switched');
        break;
      case 'left':
        story.left(on, destination, recorded);
        remember('Left');
        break;
      case 'wentTo':
        story.wentTo(on, destination, recorded);
        break;
      case 'returned':
        story.returned(on, recorded);
        remember('Returned');
        break;
      case 'diploma':
        story.diploma(on, into.opleidingscode, each.sure ? 2 : undefined, recorded);
        break;
      case 'followOn':
        story.followOn(on, into, recorded);
        break;
      case 'prior':
        story.prior(
          at(priorEducationKinds, each.n),
          at(['yes', 'no', 'unknown'] as const, each.q),
          on,
          'De Schakel',
        );
        break;
      case 'exempt':
        story.exempt(on, each.sure, each.q % 2 === 0 ? addDays(on, 100) : undefined);
        break;
      case 'started':
        story.startProgramme(on, addDays(on, 75), each.sure ? addDays(on, 90) : undefined);
        break;
      case 'merged':
        if (each.sure && each.who > 1) story.mergedInto(student(each.who - 1), on, recorded);
        break;
      case 'never': {
        const event = mine.at(each.n % Math.max(1, mine.length));
        if (event) story.neverWas(event.id as never, recorded);
        break;
      }
      case 'corrected': {
        const event = mine.at(each.n % Math.max(1, mine.length));
        if (event) story.corrected(event.id as never, { on }, recorded);
        break;
      }
      case 'band':
        story.born(each.sure ? { year: 1998 + (each.n % 12), part: 'to1Aug' } : undefined, recorded);
        break;
      case 'register':
        story.tell(
          'RegisterEnrolmentRecorded',
          { ...common, enrolment: String(each.q % 3), from: on },
          recorded,
        );
        story.tell(
          'RegisterPeriodRecorded',
          {
            ...common,
            enrolment: String(each.q % 3),
            from: on,
            opleidingscode: into.opleidingscode,
            leertraject: each.n % 9 === 0 ? 'EX' : into.leerweg,
            fundable: each.n % 8 !== 0,
          },
          recorded,
        );
        if (each.sure)
          story.tell(
            'RegisterEnrolmentEnded',
            { ...common, enrolment: String(each.q % 3), until: addDays(on, each.n * 20) },
            recorded,
          );
        break;
      case 'registerDiploma':
        story.tell(
          'RegisterDiplomaRecorded',
          { ...common, result: String(each.q), opleidingscode: code('25180'), on },
          recorded,
        );
        break;
      case 'withdrawn':
        story.tell(
          'RegisterFactWithdrawn',
          { ...common, fact: at(['enrolment', 'end'] as const, each.n), enrolment: String(each.q % 3) },
          recorded,
        );
        break;
      case 'duo':
        story.tell(
          'DuoVerdictRecorded',
          { countYear: 2024, status: 'provisional', verdict: 'vsv', delivery: 'NenR' },
          recorded,
        );
        break;
    }
  });
  return school;
};

/** A few or many students, deliveries on some days, and classes that were begun or not. */
export const someSchool = fc
  .record({
    told: fc.oneof(fc.array(someTold, { maxLength: 7 }), fc.array(someTold, { maxLength: 30 })),
    deliveredOn: fc.oneof(
      fc.constant([]),
      fc.uniqueArray(fc.integer({ min: 100, max: 900 }), { maxLength: 3 }),
    ),
    begunIn: fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }), {
      minLength: 3,
      maxLength: 3,
    }),
  })
  .map(({ told, deliveredOn, begunIn }) => schoolOf(told, deliveredOn, begunIn));
