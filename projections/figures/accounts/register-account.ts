import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Leerweg, Niveau, Opleidingscode } from '../../../src/domain/institution/ids.ts';
import type { Deliveries, Delivery } from '../known/deliveries.ts';
import type { Fact, FactType } from '../known/facts.ts';
import type { History } from '../known/history.ts';
import type { Parameters } from './knowledge.ts';
import { enrolledAtSchoolOn, isPlacedBy, type ProgrammeKnown, type SchoolAccount } from './school-account.ts';

/** An enrolment as one delivery tells it. */
export interface RegisterEnrolment {
  readonly number: string;
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
  /** Each until the next one begins, or the enrolment ends. */
  readonly periods: readonly Fact<'RegisterPeriodRecorded'>[];
  readonly facts: readonly Fact[];
}

/** A diploma of this school, in whichever account. */
export interface Diploma {
  readonly on: CalendarDate;
  readonly opleidingscode: Opleidingscode;
  readonly niveau?: Niveau;
  readonly fact: Fact;
}

export interface Told {
  readonly enrolments: readonly RegisterEnrolment[];
  readonly diplomas: readonly Diploma[];
}

type RegisterFact = Fact<
  | 'RegisterEnrolmentRecorded'
  | 'RegisterPeriodRecorded'
  | 'RegisterEnrolmentEnded'
  | 'RegisterDiplomaRecorded'
  | 'RegisterFactWithdrawn'
>;
const registerTypes: ReadonlySet<FactType> = new Set<FactType>([
  'RegisterEnrolmentRecorded',
  'RegisterPeriodRecorded',
  'RegisterEnrolmentEnded',
  'RegisterDiplomaRecorded',
  'RegisterFactWithdrawn',
]);
const isRegisterFact = (fact: Fact): fact is RegisterFact => registerTypes.has(fact.type);

/** On a day: whether a delivery speaks, and the enrolment that it (or else the school) has him in. */
export interface RegisterState {
  readonly delivered: boolean;
  readonly enrolment?: RegisterEnrolled;
}
export interface RegisterEnrolled extends ProgrammeKnown {
  /** The first day of the enrolment. */
  readonly from: CalendarDate;
  readonly facts: readonly Fact[];
}

export interface RegisterAccount {
  readonly on: (day: CalendarDate) => RegisterState;
  readonly diplomas: readonly Diploma[];
  /** The enrolments that the delivery which speaks for a day (or is carried on to it) tells of. */
  readonly enrolmentsKnownOn: (day: CalendarDate) => readonly RegisterEnrolment[];
}

const withdrawnKey = ({ fact, enrolment, from, result }: Fact<'RegisterFactWithdrawn'>['data']): string =>
  fact === 'diploma'
    ? `diploma ${result}`
    : fact === 'period'
      ? `period ${enrolment} ${from}`
      : `${fact} ${enrolment}`;

const keyOf = (fact: RegisterFact): string => {
  switch (fact.type) {
    case 'RegisterEnrolmentRecorded':
      return `enrolment ${fact.data.enrolment}`;
    case 'RegisterPeriodRecorded':
      return `period ${fact.data.enrolment} ${fact.data.from}`;
    case 'RegisterEnrolmentEnded':
      return `end ${fact.data.enrolment}`;
    case 'RegisterDiplomaRecorded':
      return `diploma ${fact.data.result}`;
    case 'RegisterFactWithdrawn':
      return withdrawnKey(fact.data);
  }
};

/** All facts of the delivery's BRIN up to that delivery that are not withdrawn. */
const toldUpTo = (facts: readonly RegisterFact[], last: Delivery, deliveries: Deliveries): Told => {
  const lastRank = deliveries.rank(last.id) ?? -1;
  const standing = new Map<string, RegisterFact>();
  const upTo = facts
    .map((fact) => ({ fact, rank: deliveries.rank(fact.data.delivery) ?? Infinity }))
    .filter(({ fact, rank }) => fact.data.brin === last.brin && rank <= lastRank)
    .toSorted((one, other) => one.rank - other.rank || one.fact.ordinal - other.fact.ordinal);
  for (const { fact } of upTo)
    if (fact.type === 'RegisterFactWithdrawn') standing.delete(keyOf(fact));
    else standing.set(keyOf(fact), fact);
  const now = [...standing.values()];
  const enrolments = now.flatMap((fact): RegisterEnrolment[] => {
    if (fact.type !== 'RegisterEnrolmentRecorded') return [];
    const { enrolment: number, from } = fact.data;
    const end = standing.get(`end ${number}`);
    const until = end?.type === 'RegisterEnrolmentEnded' ? end.data.until : undefined;
    return [
      {
        number,
        from,
        ...(until === undefined ? {} : { until }),
        periods: now
          .flatMap((each) =>
            each.type === 'RegisterPeriodRecorded' && each.data.enrolment === number ? [each] : [],
          )
          .toSorted((one, other) => (one.data.from < other.data.from ? -1 : 1)),
        facts: end ? [fact, end] : [fact],
      },
    ];
  });
  const diplomas = now.flatMap((fact): Diploma[] =>
    fact.type === 'RegisterDiplomaRecorded'
      ? [{ on: fact.data.on, opleidingscode: fact.data.opleidingscode, fact }]
      : [],
  );
  return { enrolments, diplomas };
};

/** What a delivery that names him says of him. */
export const toldBy = (history: History, delivery: Delivery, deliveries: Deliveries): Told =>
  toldUpTo(history.facts.filter(isRegisterFact), delivery, deliveries);

interface Candidate extends RegisterEnrolled {
  readonly number: string;
  readonly fundable?: boolean;
}

const asOn = (enrolment: RegisterEnrolment, day: CalendarDate): Candidate | undefined => {
  const { number, from, until, periods } = enrolment;
  if (day < from || (until !== undefined && day > until)) return undefined;
  const period = periods.findLast(({ data }) => data.from <= day);
  if (!period) return { number, from, facts: enrolment.facts };
  const { opleidingscode, leertraject, niveau, fundable } = period.data;
  return {
    number,
    from,
    opleidingscode,
    leerweg: leertraject,
    ...(niveau === undefined ? {} : { niveau }),
    ...(fundable === undefined ? {} : { fundable }),
    facts: [...enrolment.facts, period],
  };
};

/** Of the enrolments at once, the one that began first; the same day: the lower number as text. */
const mainOf = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.reduce<Candidate | undefined>(
    (main, each) =>
      main === undefined || each.from < main.from || (each.from === main.from && each.number < main.number)
        ? each
        : main,
    undefined,
  );

const inPopulation = (
  leerweg: Leerweg | undefined,
  fundable: boolean | undefined,
  { fundableOnly, examOnly }: Parameters,
): boolean => (!fundableOnly || fundable !== false) && (examOnly === 'in' || leerweg !== 'EX');

const withoutNumber = ({ number: _, fundable: __, ...enrolled }: Candidate): RegisterEnrolled => enrolled;

/** What the register says of one student: delivered where a delivery speaks, else derived from the school's account. */
export const registerAccountOf = (
  history: History,
  school: SchoolAccount,
  deliveries: Deliveries,
  parameters: Parameters,
): RegisterAccount => {
  const facts = history.facts.filter(isRegisterFact);
  const named = deliveries.all.filter(({ id }) => history.namedIn.has(id));
  const remembered = new Map<Delivery, Told>();
  const told = (delivery: Delivery): Told => {
    if (!history.namedIn.has(delivery.id)) return { enrolments: [], diplomas: [] };
    const known = remembered.get(delivery);
    if (known) return known;
    const found = toldUpTo(facts, delivery, deliveries);
    remembered.set(delivery, found);
    return found;
  };
  const rank = ({ id }: Delivery): number => deliveries.rank(id) ?? -1;
  /** The delivery that speaks for a day: made on or after it, and naming him or having the day in its period. */
  const speakerOn = (day: CalendarDate): Delivery | undefined => {
    const covering = deliveries.covering(day);
    const naming = named.findLast(({ madeOn }) => madeOn >= day);
    if (!covering || !naming) return covering ?? naming;
    return rank(naming) >= rank(covering) ? naming : covering;
  };
  /** The speaking delivery; where none speaks and the school never placed him, the last one before, carried on. */
  const sourceOn = (day: CalendarDate): { delivered: boolean; delivery?: Delivery } => {
    const speaker = speakerOn(day);
    if (speaker) return { delivered: true, delivery: speaker };
    const carried = isPlacedBy(school, day) ? undefined : deliveries.lastBefore(day);
    return carried ? { delivered: false, delivery: carried } : { delivered: false };
  };
  const enrolledBySchool = (day: CalendarDate): RegisterEnrolled | undefined => {
    const stretch = enrolledAtSchoolOn(school, day);
    if (!stretch || !inPopulation(stretch.programme?.leerweg, undefined, parameters)) return undefined;
    return { ...stretch.programme, from: stretch.definitiveFrom ?? stretch.from, facts: stretch.facts };
  };
  const on = (day: CalendarDate): RegisterState => {
    const { delivered, delivery } = sourceOn(day);
    if (!delivery) {
      const enrolment = enrolledBySchool(day);
      return enrolment ? { delivered, enrolment } : { delivered };
    }
    const candidates = told(delivery).enrolments.flatMap((enrolment) => {
      const found = asOn(enrolment, day);
      return found && inPopulation(found.leerweg, found.fundable, parameters) ? [found] : [];
    });
    const main = mainOf(candidates);
    return main ? { delivered, enrolment: withoutNumber(main) } : { delivered };
  };
  const days = new Set(
    facts.flatMap((fact) => (fact.type === 'RegisterDiplomaRecorded' ? [fact.data.on] : [])),
  );
  const delivered = [...days].flatMap((day) => {
    const { delivery } = sourceOn(day);
    return delivery ? told(delivery).diplomas.filter((diploma) => diploma.on === day) : [];
  });
  const derived = schoolDiplomasOf(history).filter((diploma) => sourceOn(diploma.on).delivery === undefined);
  return {
    on,
    diplomas: [...delivered, ...derived],
    enrolmentsKnownOn: (day) => {
      const { delivery } = sourceOn(day);
      return delivery ? told(delivery).enrolments : [];
    },
  };
};

/** The diplomas in the school's own account. */
export const schoolDiplomasOf = (history: History): readonly Diploma[] =>
  history.of('DiplomaAwarded').map((fact) => ({
    on: fact.data.on,
    opleidingscode: fact.data.opleidingscode,
    ...(fact.data.niveau === undefined ? {} : { niveau: fact.data.niveau }),
    fact,
  }));
