import { addDays, type CalendarDate, dateOf, isWithin } from '../../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../../src/kernel/message.ts';
import { type EvidencePiece, evidencePieces, type Evidence, evidenceOf } from './evidence.ts';
import { type Fact, idsOf } from '../known/facts.ts';
import {
  domeinOf,
  type Knowledge,
  otherCode,
  otherPlace,
  otherProgramme,
  type Peildata,
  standAsSpecified,
} from '../accounts/knowledge.ts';
import type { Diploma, RegisterEnrolled } from '../accounts/register-account.ts';
import {
  enrolledAtSchoolOn,
  isPlacedBy,
  type ProgrammeKnown,
  schoolOn,
  type Stretch,
} from '../accounts/school-account.ts';
import type { SwitchMade } from './switches.ts';
import { diplomasOfBoth, type View } from '../accounts/view.ts';
import { type Splits, splitsOf } from './splits.ts';
import {
  destinationOn,
  isDutchSchool,
  type VsvFacts,
  type VsvOutcome,
  vsvOf,
  type VsvVerdict,
} from './vsv.ts';

/** What an inspector sees; in the order in which they are tried. */
export const registerBoxes = [
  'diplomaAndOn',
  'same',
  'specified',
  'otherSameDomain',
  'otherDomain',
  'otherDomainUnknown',
  'leftWithDiploma',
  'leftWithout',
] as const;
export type RegisterBox = (typeof registerBoxes)[number];

/** What happened; in the order in which they are tried. */
export const evidenceBoxes = [
  'schoolSilent',
  'diplomaAndOn',
  'returnedElsewhere',
  'returned',
  'guidedSwitch',
  'switchEvidenceMissing',
  'switchedBack',
  'unexplainedChange',
  'stayed',
  'leftWithDiploma',
  'unexplainedLeaving',
  'deceased',
  'toOtherSchool',
  'toOtherSchoolGap',
  'toOtherSchoolUnconfirmed',
  'leftQualified',
  'leftOutsideVsv',
  'returnedLater',
  'leftOpen',
  'presumedVsv',
] as const;
export type EvidenceBox = (typeof evidenceBoxes)[number];

/** One student of the population in one year: one box in each reading, and the verdict. */
export interface Reading {
  readonly register: RegisterBox;
  readonly evidence: EvidenceBox;
  readonly accountsDiffer: boolean;
  readonly missing: readonly EvidencePiece[];
  readonly vsv: VsvVerdict;
  /** Ids of the events that decided, in log order. */
  readonly events: readonly Uuid[];
  readonly delivered: boolean;
  readonly splits: Splits;
  /** Switches in the school year on or before t, which a register never sees. */
  readonly switchesBefore: number;
  /** What DUO said of the count year, beside the provisional verdict and never instead of it. */
  readonly duo?: { readonly verdict: 'vsv' | 'notVsv'; readonly status: 'provisional' | 'definitive' };
  /** Known on an earlier or a later day than these, evidence may be missing that is not, or the other way round. */
  readonly holdsFrom?: CalendarDate;
  readonly holdsUntil?: CalendarDate;
}

/** Somebody who stands beside the register, not in the population. */
export interface Beside {
  readonly where: BesideBox;
  readonly events: readonly Uuid[];
}
/** Placed but not definitive on t, by where he is on t'; or enrolled on t in the school's account only. */
export const besideBoxes = ['definitive', 'placedOnly', 'gone', 'schoolOnly'] as const;
export type BesideBox = (typeof besideBoxes)[number];

export type YearOutcome = { readonly in: Reading } | { readonly beside: Beside } | undefined;

interface Decided<Box> {
  readonly box: Box;
  readonly facts: readonly Fact[];
}

const diplomaWithin = (
  diplomas: readonly Diploma[],
  first: CalendarDate,
  last: CalendarDate,
): Diploma | undefined => diplomas.find(({ on }) => isWithin(on, first, last));

const lastOfGrace = ({ schoolYear }: Peildata): CalendarDate => dateOf(schoolYear + 1, 12, 31);

/** FIGURES.md §3 of the specification: the first box that fits. */
export const registerReading = (
  p: RegisterEnrolled,
  q: RegisterEnrolled | undefined,
  diplomas: readonly Diploma[],
  peildata: Peildata,
  knowledge: Knowledge,
): Decided<RegisterBox> => {
  const { t, t2 } = peildata;
  if (!q) {
    const diploma = diplomaWithin(diplomas, t, lastOfGrace(peildata));
    return diploma
      ? { box: 'leftWithDiploma', facts: [...p.facts, diploma.fact] }
      : { box: 'leftWithout', facts: p.facts };
  }
  const facts = [...p.facts, ...q.facts];
  if (p.opleidingscode === q.opleidingscode) return { box: 'same', facts };
  const diploma = diplomaWithin(diplomas, t, t2);
  if (diploma) return { box: 'diplomaAndOn', facts: [...facts, diploma.fact] };
  if (standAsSpecified(p, q, knowledge)) return { box: 'specified', facts };
  const [from, to] = [domeinOf(p, knowledge), domeinOf(q, knowledge)];
  if (from === undefined || to === undefined) return { box: 'otherDomainUnknown', facts };
  return { box: from === to ? 'otherSameDomain' : 'otherDomain', facts };
};

/** A code or a niveau changed so that nobody took the trouble of explaining it. */
const changedUnexplained = (p: ProgrammeKnown, q: ProgrammeKnown, knowledge: Knowledge): boolean =>
  !(standAsSpecified(p, q, knowledge) && !otherPlace(p, q));

/** The two accounts of one day. */
export interface BothOn {
  readonly register: RegisterEnrolled | undefined;
  readonly school: Stretch | undefined;
}

export const bothOn = ({ register, school }: View, day: CalendarDate): BothOn => ({
  register: register.on(day).enrolment,
  school: enrolledAtSchoolOn(school, day),
});

interface Looking {
  readonly view: View;
  readonly peildata: Peildata;
  readonly knowledge: Knowledge;
  readonly knownOn: CalendarDate;
  /** The register's p. */
  readonly enrolled: RegisterEnrolled;
  readonly then: BothOn;
}

interface EvidenceReading extends Decided<EvidenceBox> {
  readonly missing: readonly EvidencePiece[];
  readonly holdsFrom?: CalendarDate;
  readonly holdsUntil?: CalendarDate;
}

const plainly = (box: EvidenceBox, ...facts: readonly Fact[]): EvidenceReading => ({
  box,
  facts,
  missing: [],
});

/** p of the evidence reading: definitive, else placed, else the register's. */
const evidenceP = ({ view, peildata, enrolled }: Looking): { p: ProgrammeKnown; facts: readonly Fact[] } => {
  const stretch = schoolOn(view.school, peildata.t);
  return stretch?.programme
    ? { p: stretch.programme, facts: stretch.facts }
    : { p: enrolled, facts: enrolled.facts };
};

const bySwitches = (
  made: readonly SwitchMade[],
  facts: readonly Fact[],
  { view, knowledge, knownOn }: Looking,
): EvidenceReading => {
  const evidence: readonly Evidence[] = made.map((each) =>
    evidenceOf(each, view.history, knownOn, knowledge),
  );
  const missing = evidencePieces.filter((piece) => evidence.some((each) => each.missing.includes(piece)));
  const due = evidence.flatMap(({ landingDue }) => (landingDue === undefined ? [] : [landingDue])).sort();
  const [holdsUntil] = due.filter((day) => day >= knownOn);
  const over = due.findLast((day) => day < knownOn);
  return {
    box: missing.length === 0 ? 'guidedSwitch' : 'switchEvidenceMissing',
    missing,
    facts: [...facts, ...evidence.flatMap((each) => each.facts)],
    ...(over === undefined ? {} : { holdsFrom: addDays(over, 1) }),
    ...(holdsUntil === undefined ? {} : { holdsUntil }),
  };
};

const stillHere = (looking: Looking, q: Stretch): EvidenceReading => {
  const { view, peildata, knowledge, enrolled, then } = looking;
  const { t, t2 } = peildata;
  const { p, facts: ofP } = evidenceP(looking);
  const to = q.programme ?? {};
  const differs = otherProgramme(p, to, knowledge);
  const facts = [...ofP, ...q.facts];
  const between = (fact: Fact<'FollowOnStarted' | 'Returned' | 'Switched'>): boolean =>
    fact.data.on > t && fact.data.on <= t2;
  if (differs) {
    const because =
      diplomaWithin(view.schoolDiplomas, t, t2)?.fact ?? view.history.of('FollowOnStarted').find(between);
    if (because) return plainly('diplomaAndOn', ...facts, because);
  }
  const returned = view.history.of('Returned').findLast(between);
  if (returned) return plainly(differs ? 'returnedElsewhere' : 'returned', ...facts, returned);
  const made = view.switches.filter(({ fact }) => between(fact));
  if (made.length > 0)
    return differs
      ? bySwitches(made, facts, looking)
      : plainly('switchedBack', ...facts, ...made.map(({ fact }) => fact));
  if (differs && changedUnexplained(p, to, knowledge)) return plainly('unexplainedChange', ...facts);
  const here = then.register;
  if (here && otherCode(enrolled, here) && changedUnexplained(enrolled, here, knowledge))
    return plainly('unexplainedChange', ...facts, ...enrolled.facts, ...here.facts);
  return plainly('stayed', ...facts);
};

const gone = (looking: Looking, vsv: VsvOutcome): EvidenceReading => {
  const { view, peildata } = looking;
  const { t, t2 } = peildata;
  const { facts: ofP } = evidenceP(looking);
  const diploma = diplomaWithin(view.schoolDiplomas, t, lastOfGrace(peildata));
  if (diploma && vsv.verdict === 'no') return plainly('leftWithDiploma', ...ofP, diploma.fact, ...vsv.facts);
  const went = destinationOn(view.history, t2);
  const leftInYear = view.history.of('Left').some(({ data }) => data.on >= t && data.on < t2);
  if (!went || !leftInYear) return plainly('unexplainedLeaving', ...ofP);
  const { left, destination } = went;
  const facts = [...ofP, left, destination.fact, ...vsv.facts];
  if (destination.kind === 'deceased') return plainly('deceased', ...facts);
  if (isDutchSchool(destination)) {
    if (!destination.confirmed || destination.from === undefined)
      return plainly('toOtherSchoolUnconfirmed', ...facts);
    return plainly(destination.from <= t2 ? 'toOtherSchool' : 'toOtherSchoolGap', ...facts);
  }
  if (vsv.verdict === 'no') return plainly(vsv.step === 'V6' ? 'leftQualified' : 'leftOutsideVsv', ...facts);
  const again = view.history
    .of('PlacedProvisionally')
    .find(
      (fact) => fact.data.on > left.data.on || (fact.data.on === left.data.on && fact.ordinal > left.ordinal),
    );
  if (again) return plainly('returnedLater', ...facts, again);
  return plainly(vsv.verdict === 'open' ? 'leftOpen' : 'presumedVsv', ...facts);
};

/** FIGURES.md §4 of the specification: the first box that fits. */
const evidenceReading = (looking: Looking, vsv: VsvOutcome): EvidenceReading => {
  const { view, peildata, enrolled, then } = looking;
  if (!isPlacedBy(view.school, peildata.t2)) return plainly('schoolSilent', ...enrolled.facts);
  return then.school ? stillHere(looking, then.school) : gone(looking, vsv);
};

/** The accounts say otherwise about being enrolled, or about the code. One that has no account says nothing. */
const differ = ({ register, school }: BothOn): boolean =>
  (register === undefined) !== (school === undefined) ||
  (register !== undefined && school !== undefined && otherCode(register, school.programme ?? {}));

const besideOf = ({ school }: View, { t, t2 }: Peildata): YearOutcome => {
  const stretch = schoolOn(school, t);
  if (!stretch) return undefined;
  const then = schoolOn(school, t2);
  const where = stretch.definitive
    ? 'schoolOnly'
    : then === undefined
      ? 'gone'
      : then.definitive
        ? 'definitive'
        : 'placedOnly';
  return { beside: { where, events: idsOf([...stretch.facts, ...(then?.facts ?? [])]) } };
};

const vsvFactsOf = (view: View, peildata: Peildata, then: BothOn): VsvFacts => {
  const destination = destinationOn(view.history, peildata.t2)?.destination;
  return {
    peildata,
    history: view.history,
    enrolledHere: then.register !== undefined,
    enrolledInSchoolsAccountOnly: then.register === undefined && then.school !== undefined,
    ...(destination === undefined ? {} : { destination }),
    diplomas: diplomasOfBoth(view),
  };
};

/** What the verdict on one student in one year rests on. */
export const vsvFactsIn = (view: View, peildata: Peildata): VsvFacts =>
  vsvFactsOf(view, peildata, bothOn(view, peildata.t2));

/** One student in one year: in the population with a reading, beside it, or neither. */
export const yearOutcome = (
  view: View,
  peildata: Peildata,
  knownOn: CalendarDate,
  knowledge: Knowledge,
): YearOutcome => {
  const { history, school, register } = view;
  if (history.mergedInto !== undefined) return undefined;
  const { t, t2 } = peildata;
  const { delivered, enrolment: enrolled } = register.on(t);
  if (!enrolled) return besideOf(view, peildata);
  const now: BothOn = { register: enrolled, school: enrolledAtSchoolOn(school, t) };
  const then = bothOn(view, t2);
  const looking: Looking = { view, peildata, knowledge, knownOn, enrolled, then };
  const vsv = vsvOf(vsvFactsOf(view, peildata, then), knowledge);
  const verdicts = history
    .of('DuoVerdictRecorded')
    .filter(({ data }) => data.countYear === peildata.schoolYear);
  const duo = verdicts.findLast(({ data }) => data.status === 'definitive') ?? verdicts.at(-1);
  const byRegister = registerReading(enrolled, then.register, register.diplomas, peildata, knowledge);
  const byEvidence = evidenceReading(looking, vsv);
  return {
    in: {
      register: byRegister.box,
      evidence: byEvidence.box,
      accountsDiffer: isPlacedBy(school, t2) && (differ(now) || differ(then)),
      missing: byEvidence.missing,
      vsv: { verdict: vsv.verdict, step: vsv.step, unknowns: vsv.unknowns },
      events: idsOf([...byRegister.facts, ...byEvidence.facts, ...vsv.facts]),
      delivered,
      splits: splitsOf(enrolled, view, t, peildata.schoolYear, knowledge),
      switchesBefore: view.switches.filter(({ on }) => isWithin(on, dateOf(peildata.schoolYear, 8, 1), t))
        .length,
      ...(duo === undefined ? {} : { duo: { verdict: duo.data.verdict, status: duo.data.status } }),
      ...(byEvidence.holdsFrom === undefined ? {} : { holdsFrom: byEvidence.holdsFrom }),
      ...(byEvidence.holdsUntil === undefined ? {} : { holdsUntil: byEvidence.holdsUntil }),
    },
  };
};
