import { type CalendarDate, dateOf } from '../../../src/kernel/calendar-date.ts';
import type { Destination } from '../../../src/domain/trajectory/events.ts';
import type { BirthBand } from '../../../src/domain/student/events.ts';
import type { VsvAgeRule } from '../../../src/domain/institution/settings.ts';
import type { Fact } from '../known/facts.ts';
import type { History } from '../known/history.ts';
import { type Knowledge, niveauOf, type Peildata } from '../accounts/knowledge.ts';
import type { Diploma } from '../accounts/register-account.ts';

export const vsvSteps = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9'] as const;
export type VsvStep = (typeof vsvSteps)[number];

/** What a school cannot know by itself, and would decide. */
export const unknowns = [
  'enrolmentElsewhere',
  'exemption',
  'job',
  'brp',
  'age',
  'niveau',
  'diploma',
] as const;
export type Unknown = (typeof unknowns)[number];

export interface VsvVerdict {
  readonly verdict: 'no' | 'open' | 'presumed';
  readonly step: VsvStep;
  readonly unknowns: readonly Unknown[];
}

/** One way to count, with the school years for which it is in use and where it comes from. */
export interface VsvRule {
  readonly id: VsvAgeRule;
  readonly version: string;
  readonly source: string;
  /** From this age on somebody is out of the count. */
  readonly age: number;
  readonly on: '08-01' | '10-01';
  readonly fromSchoolYear: number;
  readonly untilSchoolYear?: number;
}

/** The first whose t' falls under the regulation of 1 January 2026. */
const firstUnderChange = 2025;

/**
 * Three age tests circulate (`reference/domain.md` §1.2 of the specification); none is the law’s own words. The fourth is
 * prepared for the day on which the definition of 2026 is known.
 */
export const vsvRules: readonly VsvRule[] = [
  {
    id: '1aug-23',
    version: '2026.1',
    source: 'MBO Raad, Informatie-encyclopedie, Populatie 1 oktober tot 23 jaar: 22 of jonger op 1 augustus',
    age: 23,
    on: '08-01',
    fromSchoolYear: 2012,
  },
  {
    id: '1oct-23',
    version: '2026.1',
    source:
      'MBO Raad, Informatie-encyclopedie, Nieuwe voortijdig schoolverlater: jonger dan 23, hier op 1 oktober',
    age: 23,
    on: '10-01',
    fromSchoolYear: 2012,
  },
  {
    id: '1oct-22',
    version: '2026.1',
    source: 'Stcrt. 2016, 46450: op 1 oktober van het voorafgaande jaar jonger dan 22',
    age: 22,
    on: '10-01',
    fromSchoolYear: 2012,
  },
  {
    id: '1oct-27',
    version: '2026.1',
    source:
      'niet bevestigd: de doelgroep van het Doorstroompunt loopt sinds 1 januari 2026 tot 27 jaar (Kamerstuk 36 667); of de telling van vsv die grens krijgt is niet bekend',
    age: 27,
    on: '10-01',
    fromSchoolYear: firstUnderChange,
  },
];

/** A rule of the school's own, which nobody published. */
const ownRule = (id: VsvAgeRule): VsvRule => {
  const [day, age] = id.split('-');
  const on = day === '1aug' ? '08-01' : '10-01';
  return {
    id,
    version: 'own',
    source: `niet bevestigd: een eigen regel van de school, jonger dan ${age} op ${on === '08-01' ? '1 augustus' : '1 oktober'} van het schooljaar`,
    age: Number(age),
    on,
    fromSchoolYear: firstUnderChange,
  };
};

export const vsvRule = (id: VsvAgeRule): VsvRule => vsvRules.find((rule) => rule.id === id) ?? ownRule(id);

/**
 * From 1 January 2026 the regulation has another definition of VSV (Regeling regionaal programma en Doorstroompuntfunctie
 * 2026-2029, Stcrt. 2025, 34596), whose text could not be had (reference/domain.md §1.6 of the specification). Until
 * it is known, years whose t' falls under it are counted as before, and say so. A school that knows of another bound sets
 * `vsvAgeRule` from a day on.
 */
export const reservationOf = (
  { schoolYear }: Peildata,
  { parameters }: Pick<Knowledge, 'parameters'>,
): string | undefined => {
  if (schoolYear < firstUnderChange) return undefined;
  const counted =
    vsvRule(parameters.ageRule).fromSchoolYear < firstUnderChange
      ? 'naar de regel van daarvoor'
      : 'naar een regel die niet bevestigd is';
  return `Sinds 1 januari 2026 geldt een andere regeling (Stcrt. 2025, 34596), waarvan de definitie van vsv hier niet bevestigd is: geteld is ${counted}.`;
};

/** What an account-independent reading of one student in one year rests on. */
export interface VsvFacts {
  readonly peildata: Peildata;
  readonly history: History;
  readonly enrolledHere: boolean;
  readonly enrolledInSchoolsAccountOnly: boolean;
  /** The destination as it stands, and the fact that says so. */
  readonly destination?: DestinationKnown;
  /** Of both accounts. */
  readonly diplomas: readonly Diploma[];
}

export interface DestinationKnown extends Destination {
  readonly fact: Fact<'Left' | 'DestinationRecorded'>;
}

export interface VsvOutcome extends VsvVerdict {
  readonly facts: readonly Fact[];
}

/** Age in years on a day, for 1 August and 1 October alike: the band says no more. */
const ageOn = ({ year, part }: BirthBand, schoolYear: number, on: '08-01' | '10-01'): number =>
  schoolYear - year - (part === 'to1Aug' || (on === '10-01' && part === 'to1Oct') ? 0 : 1);

export const isDutchSchool = ({ kind }: Destination): boolean =>
  ['vo', 'vavo', 'mbo', 'hbo', 'wo'].includes(kind);

/** Somebody who emigrated is out of the population register, unless it is said that he is not. */
const isOutOfBrp = ({ kind, outOfBrp }: Destination): boolean =>
  outOfBrp === true || (kind === 'emigrated' && outOfBrp !== false);

/** The last `Left` on or before t', with the destination as replaced since. */
export const destinationOn = (
  history: History,
  t2: CalendarDate,
): { left: Fact<'Left'>; destination: DestinationKnown } | undefined => {
  const lefts = history.of('Left');
  const left = lefts.reduce<Fact<'Left'> | undefined>(
    (last, each) =>
      each.data.on <= t2 && (last === undefined || each.data.on >= last.data.on) ? each : last,
    undefined,
  );
  if (!left) return undefined;
  const place = (fact: Fact): number => history.facts.indexOf(fact);
  const next = lefts.find((each) => place(each) > place(left));
  const replaced = history
    .of('DestinationRecorded')
    .findLast((fact) => place(fact) > place(left) && (next === undefined || place(fact) < place(next)));
  const fact = replaced ?? left;
  return { left, destination: { ...fact.data.destination, fact } };
};

type Step = (facts: VsvFacts, knowledge: Knowledge) => VsvOutcome | undefined;

const no = (step: VsvStep, ...facts: readonly Fact[]): VsvOutcome => ({
  verdict: 'no',
  step,
  unknowns: [],
  facts,
});

/** Whether what a destination says was so on t', as far as is known: `unknown` when from which day is not. */
const heldOn = ({ from }: Destination, { t2 }: Peildata): 'yes' | 'no' | 'unknown' =>
  from === undefined ? 'unknown' : from <= t2 ? 'yes' : 'no';

const isSure = (destination: DestinationKnown, peildata: Peildata): boolean =>
  destination.confirmed && heldOn(destination, peildata) === 'yes';

/** A death without a date, stated as of a day up to t', was before t'. */
const wasDeceased = (destination: DestinationKnown, peildata: Peildata): 'yes' | 'no' | 'unknown' => {
  if (destination.kind !== 'deceased') return 'no';
  const held = heldOn(destination, peildata);
  return held === 'unknown' && destination.fact.data.on <= peildata.t2 ? 'yes' : held;
};

const exemptions = (history: History, { t2 }: Peildata): readonly Fact<'ExemptionRecorded'>[] =>
  history
    .of('ExemptionRecorded')
    .filter(
      ({ data }) => data.kind === 'leerplicht' && data.from <= t2 && (data.to === undefined || data.to >= t2),
    );

const startPriors = ['havo', 'vwo', 'mbo-2', 'mbo-3', 'mbo-4'];

const graceEnds = ({ schoolYear }: Peildata): CalendarDate => dateOf(schoolYear + 1, 12, 31);

const priors = ({ history, peildata }: VsvFacts, kinds: readonly string[], diploma: 'yes' | 'unknown') =>
  history
    .of('PriorEducationRecorded')
    .filter(
      ({ data }) => kinds.includes(data.kind) && data.diploma === diploma && data.on <= graceEnds(peildata),
    );

const inTime = ({ diplomas, peildata }: VsvFacts): readonly Diploma[] =>
  diplomas.filter(({ on }) => on <= graceEnds(peildata));

const v2: Step = ({ history, peildata }, { parameters }) => {
  const rule = vsvRule(parameters.ageRule);
  return history.band && ageOn(history.band, peildata.schoolYear, rule.on) >= rule.age ? no('V2') : undefined;
};

const v3: Step = ({ history, peildata, destination }) => {
  if (destination && wasDeceased(destination, peildata) === 'yes') return no('V3', destination.fact);
  if (destination && isOutOfBrp(destination) && isSure(destination, peildata))
    return no('V3', destination.fact);
  const exempt = exemptions(history, peildata).find(({ data }) => data.confirmed);
  if (exempt) return no('V3', exempt);
  return destination && ['pro', 'vso'].includes(destination.kind) && isSure(destination, peildata)
    ? no('V3', destination.fact)
    : undefined;
};

const v4: Step = ({ enrolledHere }) => (enrolledHere ? no('V4') : undefined);

const v5: Step = ({ destination, peildata }) =>
  destination && isDutchSchool(destination) && isSure(destination, peildata)
    ? no('V5', destination.fact)
    : undefined;

const v6: Step = (facts, knowledge) => {
  const [prior] = priors(facts, startPriors, 'yes');
  if (prior) return no('V6', prior);
  const diploma = inTime(facts).find((each) => (niveauOf(each, knowledge) ?? 0) >= 2);
  return diploma ? no('V6', diploma.fact) : undefined;
};

const entreeDiploma = (facts: VsvFacts, knowledge: Knowledge): Fact | undefined =>
  priors(facts, ['mbo-1'], 'yes')[0] ?? inTime(facts).find((each) => niveauOf(each, knowledge) === 1)?.fact;

const isPaidJob = ({ kind, paid }: Destination): boolean => kind === 'work' && paid === true;

const v7: Step = (facts, knowledge) => {
  const { destination, peildata } = facts;
  if (!destination || !isPaidJob(destination) || !isSure(destination, peildata)) return undefined;
  const diploma = entreeDiploma(facts, knowledge);
  return diploma ? no('V7', diploma, destination.fact) : undefined;
};

/** What a destination would decide if it were confirmed, or if it were known from when. */
const openByDestination = (facts: VsvFacts, knowledge: Knowledge): Unknown | undefined => {
  const { destination, peildata } = facts;
  if (!destination || heldOn(destination, peildata) === 'no') return undefined;
  if (destination.kind === 'deceased') return 'brp';
  if (isOutOfBrp(destination)) return 'brp';
  if (isDutchSchool(destination) || ['pro', 'vso'].includes(destination.kind)) return 'enrolmentElsewhere';
  return isPaidJob(destination) && entreeDiploma(facts, knowledge) ? 'job' : undefined;
};

const v8: Step = (facts, knowledge) => {
  const found = new Map<Unknown, Fact>();
  const byDestination = openByDestination(facts, knowledge);
  if (byDestination && facts.destination) found.set(byDestination, facts.destination.fact);
  const [exempt] = exemptions(facts.history, facts.peildata);
  if (exempt) found.set('exemption', exempt);
  const [prior] = priors(facts, startPriors, 'unknown');
  if (prior) found.set('diploma', prior);
  const diploma = inTime(facts).find((each) => niveauOf(each, knowledge) === undefined);
  if (diploma) found.set('niveau', diploma.fact);
  if (found.size === 0 && !facts.enrolledInSchoolsAccountOnly) return undefined;
  return {
    verdict: 'open',
    step: 'V8',
    unknowns: unknowns.filter((each) => found.has(each) || (each === 'age' && !facts.history.band)),
    facts: [...found.values()],
  };
};

const v9: Step = ({ destination, history }, { parameters }) =>
  destination?.kind === 'schoolAbroad' && parameters.foreignSchool === 'out'
    ? no('V9', destination.fact)
    : {
        verdict: 'presumed',
        step: 'V9',
        unknowns: history.band ? [] : ['age'],
        facts: destination ? [destination.fact] : [],
      };

/** V1 is the population; the first of the others that decides. */
const steps: readonly (readonly [VsvStep, Step])[] = [
  ['V2', v2],
  ['V3', v3],
  ['V4', v4],
  ['V5', v5],
  ['V6', v6],
  ['V7', v7],
  ['V8', v8],
  ['V9', v9],
];

/** Which steps were tried and left it open, and the outcome of the one that decided. */
export const vsvTried = (
  facts: VsvFacts,
  knowledge: Knowledge,
): { readonly passed: readonly VsvStep[]; readonly outcome: VsvOutcome } => {
  const passed: VsvStep[] = ['V1'];
  for (const [id, step] of steps) {
    const outcome = step(facts, knowledge);
    if (outcome) return { passed, outcome };
    passed.push(id);
  }
  throw new Error('V9 decides for everybody');
};

export const vsvOf = (facts: VsvFacts, knowledge: Knowledge): VsvOutcome =>
  vsvTried(facts, knowledge).outcome;
