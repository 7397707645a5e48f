import { type CalendarDate, dateOf, yearOf } from '../../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../../src/kernel/message.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import { type Knowledge, type Parameters, type Peildata, peildataOf } from '../accounts/knowledge.ts';
import { schoolOn } from '../accounts/school-account.ts';
import type { View } from '../accounts/view.ts';
import type { DefinitionNamed, FiguresQuery, FiguresRefusal, FiguresStatus } from '../answers/query.ts';
import { type VsvFigures, vsvFigures } from '../answers/report.ts';
import { pieceMends } from '../readings/evidence.ts';
import type { EvidenceBox, Reading, RegisterBox, YearOutcome } from '../readings/twin.ts';
import type { Splits } from '../readings/splits.ts';
import type { Unknown, VsvVerdict } from '../readings/vsv.ts';

export type NearQuery = Pick<FiguresQuery, 'knownOn' | 'at' | 'parameters'>;

/**
 * What somebody would be on the next peildatum if nothing changed: counted as VSV, perhaps counted, a switch that
 * nobody explained or that lacks evidence, a switch that is well told, or not in the population at all.
 */
export const nearKinds = [
  'presumedVsv',
  'openVsv',
  'unexplainedSwitch',
  'explainedSwitch',
  'notEnrolled',
] as const;
export type NearKind = (typeof nearKinds)[number];

/** What would prevent it; each is something that somebody of the school can do or find out. */
export const nearMends = [
  'recordLeaving',
  'findDestination',
  'backAtSchool',
  'confirmEnrolmentElsewhere',
  'confirmExemption',
  'confirmJob',
  'confirmBrp',
  'recordBirthDate',
  'recordNiveau',
  'confirmDiploma',
  'settleAccounts',
  'explainChange',
  'recordConversation',
  'recordMotive',
  'recordPlace',
  'recordAcceptance',
  'confirmLanding',
  'enrolDefinitively',
] as const;
export type NearMend = (typeof nearMends)[number];

export interface NearCase {
  readonly trajectory: StudentId;
  readonly kind: NearKind;
  readonly register?: RegisterBox;
  readonly evidence?: EvidenceBox;
  readonly vsv?: VsvVerdict;
  /** By the register's programme on the last peildatum; absent for whoever is in no population yet. */
  readonly splits?: Splits;
  readonly mends: readonly NearMend[];
  readonly events: readonly Uuid[];
}

export interface NearReport {
  readonly schoolYear: number;
  /** The one behind us and the one ahead. */
  readonly peildata: readonly [CalendarDate, CalendarDate];
  readonly knownOn: CalendarDate;
  readonly ordinal: number;
  readonly status: FiguresStatus;
  readonly parameters: Parameters;
  readonly definitions: readonly DefinitionNamed[];
  /** What is not certain of the definition of VSV. */
  readonly reservation?: string;
  readonly population: number;
  readonly kinds: readonly { readonly kind: NearKind; readonly count: number }[];
  readonly mends: readonly { readonly mend: NearMend; readonly count: number }[];
  /** What the count of VSV would come to. */
  readonly vsv: VsvFigures;
  readonly cases: readonly NearCase[];
}

export type NearAnswer =
  | { readonly answered: true; readonly report: NearReport }
  | { readonly answered: false; readonly refusal: FiguresRefusal };

/** The school year whose second peildatum comes next after a day. */
export const nextPeildata = (day: CalendarDate): Peildata => {
  const year = yearOf(day);
  return peildataOf(day >= dateOf(year, 10, 1) ? year : year - 1);
};

const ofUnknown: Readonly<Record<Unknown, NearMend>> = {
  enrolmentElsewhere: 'confirmEnrolmentElsewhere',
  exemption: 'confirmExemption',
  job: 'confirmJob',
  brp: 'confirmBrp',
  age: 'recordBirthDate',
  niveau: 'recordNiveau',
  diploma: 'confirmDiploma',
};

const mendsOfVsv = ({ evidence, vsv, accountsDiffer }: Reading): readonly NearMend[] => [
  ...(evidence === 'unexplainedLeaving' || evidence === 'schoolSilent' ? (['recordLeaving'] as const) : []),
  ...(vsv.verdict === 'presumed' ? (['findDestination', 'backAtSchool'] as const) : []),
  ...vsv.unknowns.map((unknown) => ofUnknown[unknown]),
  ...(accountsDiffer ? (['settleAccounts'] as const) : []),
];

const isOther = (register: RegisterBox): boolean =>
  register === 'otherDomain' || register === 'otherSameDomain' || register === 'otherDomainUnknown';

const told: ReadonlySet<EvidenceBox> = new Set<EvidenceBox>([
  'guidedSwitch',
  'diplomaAndOn',
  'returnedElsewhere',
]);

const kindOf = ({ register, evidence, vsv }: Reading): NearKind | undefined => {
  if (vsv.verdict === 'presumed') return 'presumedVsv';
  if (vsv.verdict === 'open') return 'openVsv';
  if (evidence === 'unexplainedChange' || evidence === 'switchEvidenceMissing') return 'unexplainedSwitch';
  if (!isOther(register)) return undefined;
  return told.has(evidence) ? 'explainedSwitch' : 'unexplainedSwitch';
};

const mendsOf = (kind: NearKind, reading: Reading): readonly NearMend[] => {
  switch (kind) {
    case 'presumedVsv':
    case 'openVsv':
      return mendsOfVsv(reading);
    case 'unexplainedSwitch':
      return [
        ...(reading.evidence === 'switchEvidenceMissing' ? [] : (['explainChange'] as const)),
        ...reading.missing.map((piece) => pieceMends[piece]),
        ...(reading.accountsDiffer ? (['settleAccounts'] as const) : []),
      ];
    case 'explainedSwitch':
    case 'notEnrolled':
      return [];
  }
};

/** Placed on the peildatum ahead and not definitive: the register would not have him. */
const notEnrolled = ({ history, school }: View, { t2 }: Peildata): NearCase | undefined => {
  const stretch = history.mergedInto === undefined ? schoolOn(school, t2) : undefined;
  return stretch && !stretch.definitive
    ? {
        trajectory: history.id,
        kind: 'notEnrolled',
        mends: ['enrolDefinitively'],
        events: stretch.facts.map(({ id }) => id),
      }
    : undefined;
};

/**
 * The near count (DOMAIN.md §5.7 of the specification) over all that is known: everything goes on as it is, and by the
 * peildatum ahead, as of which everybody is read, every term that runs now is over.
 */
export const nearOf = (
  everybody: Iterable<readonly [View, YearOutcome]>,
  peildata: Peildata,
  knowledge: Knowledge,
): Pick<NearReport, 'population' | 'kinds' | 'mends' | 'vsv' | 'cases'> => {
  const readings: Reading[] = [];
  const cases: NearCase[] = [];
  for (const [view, outcome] of everybody) {
    if (outcome && 'in' in outcome) {
      const { in: reading } = outcome;
      readings.push(reading);
      const kind = kindOf(reading);
      if (kind) {
        const { register, evidence, vsv, splits, events } = reading;
        const mends = mendsOf(kind, reading);
        cases.push({ trajectory: view.history.id, kind, register, evidence, vsv, splits, mends, events });
        continue;
      }
    }
    const missing = notEnrolled(view, peildata);
    if (missing) cases.push(missing);
  }
  return {
    population: readings.length,
    kinds: nearKinds.map((kind) => ({ kind, count: cases.filter((each) => each.kind === kind).length })),
    mends: nearMends
      .map((mend) => ({ mend, count: cases.filter(({ mends }) => mends.includes(mend)).length }))
      .filter(({ count }) => count > 0),
    vsv: vsvFigures(readings, peildata.schoolYear, knowledge),
    cases,
  };
};
