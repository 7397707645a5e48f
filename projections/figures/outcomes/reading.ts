import { addDays, type CalendarDate, dateOf, isWithin } from '../../../src/kernel/calendar-date.ts';
import type { Niveau } from '../../../src/domain/institution/ids.ts';
import { type Knowledge, niveauOf, type Peildata, peildataOf } from '../accounts/knowledge.ts';
import type { Diploma, RegisterEnrolled } from '../accounts/register-account.ts';
import type { View } from '../accounts/view.ts';
import type { Fact } from '../known/facts.ts';
import { lastPriorOn } from '../readings/prior-education.ts';
import { type Splits, splitsOf } from '../readings/splits.ts';
import { expectedNiveau, isPriorKnown } from './expected-niveau.ts';
import type { IndicatorId } from './indicators.ts';

/** What decided whether somebody counts. */
export const outcomeSteps = [
  'left',
  'stays',
  'diplomaThisYear',
  'leftWithoutDiploma',
  'hasDiploma',
  'noDiploma',
  'stillHere',
  'leftWithDiploma',
  'leftWithout',
  'higherNiveau',
  'notHigherNiveau',
  'atOrAboveExpected',
  'belowExpected',
] as const;
export type OutcomeStep = (typeof outcomeSteps)[number];

/** One student in the population of one indicator. */
export interface OutcomeMember {
  readonly counted: boolean;
  readonly because: OutcomeStep;
  readonly facts: readonly Fact[];
  readonly splits: Splits;
  readonly delivered: boolean;
}

/** Of whom it cannot be said, as a niveau is not known: what would have to say it. */
export interface OutcomeUnplaced {
  readonly notKnown: readonly Fact[];
}
export type OutcomeMembership = OutcomeMember | OutcomeUnplaced | 'out';

type Found = OutcomeMember | 'out' | 'notKnown';

const countedNiveaus: readonly Niveau[] = [2, 3, 4];

/** Enrolled on t, and by what the figures split him. */
interface EnrolledThen extends RegisterEnrolled {
  readonly splits: Splits;
}

/** What every indicator looks at, of one student in one year. */
interface Looking {
  readonly view: View;
  readonly peildata: Peildata;
  readonly knowledge: Knowledge;
  readonly p: EnrolledThen | undefined;
  readonly q: RegisterEnrolled | undefined;
  readonly delivered: boolean;
}

/** Attributed to the opleiding on t: each student to one. */
const ofP = (
  looking: Looking,
  p: EnrolledThen,
  counted: boolean,
  because: OutcomeStep,
  ...facts: readonly (readonly Fact[])[]
): OutcomeMember => ({
  counted,
  because,
  facts: [...p.facts, ...facts.flat()],
  splits: p.splits,
  delivered: looking.delivered,
});

/** Diplomas of niveau 2-4 from one day to another. */
const successes = (
  { view, knowledge }: Looking,
  first: CalendarDate,
  last: CalendarDate,
): readonly Diploma[] =>
  view.register.diplomas
    .filter(({ on }) => isWithin(on, first, last))
    .filter((diploma) => countedNiveaus.some((niveau) => niveau === niveauOf(diploma, knowledge)));

const first = (diplomas: readonly Diploma[]): Diploma | undefined =>
  diplomas.toSorted((one, other) =>
    one.on === other.on ? one.fact.ordinal - other.fact.ordinal : one.on < other.on ? -1 : 1,
  )[0];

const thisYear = (looking: Looking): Diploma | undefined => {
  const { t, t2 } = looking.peildata;
  return first(successes(looking, t, addDays(t2, -1)));
};

const earliest = '0001-01-01' as CalendarDate;

/** Whether p is of niveau 2-4; what has no niveau cannot be placed. */
const isCounted = (p: RegisterEnrolled, { knowledge }: Looking): boolean | 'notKnown' => {
  const niveau = niveauOf(p, knowledge);
  return niveau === undefined ? 'notKnown' : countedNiveaus.includes(niveau);
};

const instellingsverlater = (looking: Looking): Found => {
  const { p, q } = looking;
  if (!p) return 'out';
  return q ? ofP(looking, p, false, 'stays', q.facts) : ofP(looking, p, true, 'left');
};

const jaarresultaat = (looking: Looking): Found => {
  const { p, q, delivered } = looking;
  const diploma = thisYear(looking);
  if (p) {
    const counted = isCounted(p, looking);
    if (counted !== true) return counted === 'notKnown' && (diploma || !q) ? 'notKnown' : 'out';
    if (diploma) return ofP(looking, p, true, 'diplomaThisYear', [diploma.fact]);
    return q ? 'out' : ofP(looking, p, false, 'leftWithoutDiploma');
  }
  // Enrolled after t: only the diploma says of which opleiding.
  if (!diploma) return 'out';
  return {
    counted: true,
    because: 'diplomaThisYear',
    facts: [diploma.fact],
    splits: splitsOf(diploma, looking.view, diploma.on, looking.peildata.schoolYear, looking.knowledge),
    delivered,
  };
};

const diplomaresultaat = (looking: Looking): Found => {
  const { p, q, peildata } = looking;
  if (!p || q) return 'out';
  const counted = isCounted(p, looking);
  if (counted !== true) return counted === 'notKnown' ? 'notKnown' : 'out';
  const diploma = first(successes(looking, earliest, addDays(peildata.t2, -1)));
  return diploma ? ofP(looking, p, true, 'hasDiploma', [diploma.fact]) : ofP(looking, p, false, 'noDiploma');
};

const startersresultaat = (looking: Looking): Found => {
  const { view, p, q, peildata } = looking;
  if (!p || view.register.on(peildataOf(peildata.schoolYear - 1).t).enrolment) return 'out';
  if (q) return ofP(looking, p, true, 'stillHere', q.facts);
  const diploma = first(
    view.register.diplomas.filter(({ on }) => isWithin(on, peildata.t, addDays(peildata.t2, -1))),
  );
  return diploma
    ? ofP(looking, p, true, 'leftWithDiploma', [diploma.fact])
    : ofP(looking, p, false, 'leftWithout');
};

const opstroom = (looking: Looking): Found => {
  const { p, q, knowledge } = looking;
  if (!p) return 'out';
  const low = niveauOf(p, knowledge);
  if (low === undefined) return 'notKnown';
  if (low !== 2 && low !== 3) return 'out';
  if (!q) return ofP(looking, p, false, 'left');
  const high = niveauOf(q, knowledge);
  if (high === undefined) return 'notKnown';
  return ofP(looking, p, high > low, high > low ? 'higherNiveau' : 'notHigherNiveau', q.facts);
};

/** Diplomas of this year and the five before it. */
const recent = (looking: Looking): readonly Diploma[] => {
  const { schoolYear, t2 } = looking.peildata;
  return looking.view.register.diplomas.filter(({ on }) =>
    isWithin(on, dateOf(schoolYear - 5, 10, 1), addDays(t2, -1)),
  );
};

/** The one of the highest niveau, of those whose niveau is known. */
const highest = (
  diplomas: readonly Diploma[],
  knowledge: Knowledge,
): { niveau: Niveau; diploma: Diploma } | undefined =>
  diplomas.reduce<{ niveau: Niveau; diploma: Diploma } | undefined>((best, diploma) => {
    const niveau = niveauOf(diploma, knowledge);
    return niveau !== undefined && (best === undefined || niveau > best.niveau) ? { niveau, diploma } : best;
  }, undefined);

const passendDiploma = (looking: Looking): Found => {
  const { view, p, q, peildata, knowledge } = looking;
  if (!p || q) return 'out';
  const prior = lastPriorOn(view.history, peildata.t);
  const diplomas = recent(looking);
  const best = highest(diplomas, knowledge);
  const facts = [...(prior ? [prior] : []), ...(best ? [best.diploma.fact] : [])];
  if (best && best.niveau >= expectedNiveau(prior?.data))
    return ofP(looking, p, true, 'atOrAboveExpected', facts);
  if (diplomas.some((diploma) => niveauOf(diploma, knowledge) === undefined)) return 'notKnown';
  return ofP(looking, p, false, best ? 'belowExpected' : 'noDiploma', facts);
};

const kwalificatiewinst = (looking: Looking): Found => {
  const { view, p, q, peildata, knowledge } = looking;
  const prior = lastPriorOn(view.history, peildata.t);
  if (!p || q || !prior || !isPriorKnown(prior.data)) return 'out';
  const diplomas = recent(looking);
  if (diplomas.length === 0) return 'out';
  const best = highest(diplomas, knowledge);
  if (!best) return 'notKnown';
  const enough = best.niveau >= expectedNiveau(prior.data);
  return ofP(looking, p, enough, enough ? 'atOrAboveExpected' : 'belowExpected', [prior, best.diploma.fact]);
};

const wouldHaveToSay = (looking: Looking): readonly Fact[] => [
  ...(looking.p?.facts ?? []),
  ...(looking.q?.facts ?? []),
  ...recent(looking).map(({ fact }) => fact),
];

/** One student in one year, by every indicator. */
export type Outcome = Readonly<Record<IndicatorId, OutcomeMembership>>;

/** Of who is not enrolled on t and has no diploma of this school. */
export const inNoPopulation: Outcome = {
  instellingsverlater: 'out',
  jaarresultaat: 'out',
  diplomaresultaat: 'out',
  startersresultaat: 'out',
  opstroom: 'out',
  passendDiploma: 'out',
  kwalificatiewinst: 'out',
};

export const outcomesOf = (view: View, peildata: Peildata, knowledge: Knowledge): Outcome => {
  const on = view.register.on(peildata.t);
  const { enrolment } = on;
  if (!enrolment && view.register.diplomas.length === 0) return inNoPopulation;
  const looking: Looking = {
    view,
    peildata,
    knowledge,
    p: enrolment && {
      ...enrolment,
      splits: splitsOf(enrolment, view, peildata.t, peildata.schoolYear, knowledge),
    },
    q: view.register.on(peildata.t2).enrolment,
    delivered: on.delivered,
  };
  const said = (found: Found): OutcomeMembership =>
    found === 'notKnown' ? { notKnown: wouldHaveToSay(looking) } : found;
  return {
    instellingsverlater: said(instellingsverlater(looking)),
    jaarresultaat: said(jaarresultaat(looking)),
    diplomaresultaat: said(diplomaresultaat(looking)),
    startersresultaat: said(startersresultaat(looking)),
    opstroom: said(opstroom(looking)),
    passendDiploma: said(passendDiploma(looking)),
    kwalificatiewinst: said(kwalificatiewinst(looking)),
  };
};
