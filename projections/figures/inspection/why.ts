import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../../src/kernel/message.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import { domeinOf, type Knowledge, type Parameters, type Peildata } from '../accounts/knowledge.ts';
import { registerAccountOf, type RegisterEnrolled } from '../accounts/register-account.ts';
import { schoolOn } from '../accounts/school-account.ts';
import type { View } from '../accounts/view.ts';
import type { DefinitionNamed, FiguresQuery, FiguresRefusal, FiguresStatus } from '../answers/query.ts';
import { evidenceSentence, registerSentence } from '../answers/sentences.ts';
import { type Fact, idsOf } from '../known/facts.ts';
import { switchDefinitions } from '../readings/definitions.ts';
import { indicatorIds } from '../outcomes/indicators.ts';
import { outcomesOf } from '../outcomes/reading.ts';
import { registerReading, vsvFactsIn, yearOutcome } from '../readings/twin.ts';
import { vsvRule, vsvTried } from '../readings/vsv.ts';
import { type EventNamed, named } from './events-named.ts';
import {
  ageSays,
  countingSays,
  leavingSays,
  type OutOfPopulation,
  outcomeNotKnownSays,
  outcomeOutSays,
  outcomeSays,
  outOfPopulationSays,
  passedSays,
  stepSays,
  unknownFactSays,
  unknownsSay,
} from './why-words.ts';

export interface WhyQuery extends Pick<FiguresQuery, 'year' | 'knownOn' | 'at' | 'parameters'> {
  readonly trajectory: StudentId;
}

/** One condition, and what was found. */
export interface Considered {
  readonly step: string;
  readonly says: string;
}

/** One figure and one student: whether he is in it, the step that decided, and the events that it rests on. */
export interface Explained {
  readonly figure: string;
  /** `leftOut`: not in the population; `unknown`: a fact is missing without which nobody can say. */
  readonly standing: 'counted' | 'notCounted' | 'leftOut' | 'unknown';
  /** Where he stands in it: a box, a verdict, or what a definition counts him as. */
  readonly as: string | null;
  readonly decidedBy: Considered;
  /** Steps before that one, that decided nothing. */
  readonly before: readonly Considered[];
  readonly events: readonly Uuid[];
}

export interface WhyReport {
  readonly trajectory: StudentId;
  readonly schoolYear: number;
  readonly peildata: readonly [CalendarDate, CalendarDate];
  readonly knownOn: CalendarDate;
  readonly ordinal: number;
  readonly status: FiguresStatus;
  readonly parameters: Parameters;
  readonly definitions: readonly DefinitionNamed[];
  /** What is not certain of the definition of VSV. */
  readonly reservation?: string;
  readonly figures: readonly Explained[];
  /** All events named above, in log order. */
  readonly events: readonly EventNamed[];
}

export type WhyAnswer =
  | { readonly answered: true; readonly report: WhyReport }
  | {
      readonly answered: false;
      readonly refusal: FiguresRefusal | { readonly code: 'UnknownTrajectory'; readonly trajectory: string };
    };

/** What keeps him out of the population, and the enrolment that does not count, if there is one. */
export const outOfPopulation = (
  view: View,
  { t }: Peildata,
  knowledge: Knowledge,
): { readonly why: OutOfPopulation; readonly facts: readonly Fact[] } => {
  const { history, school } = view;
  if (history.mergedInto !== undefined) return { why: 'merged', facts: history.of('TrajectoryMerged') };
  const enrolledWith = (parameters: Partial<Parameters>): RegisterEnrolled | undefined =>
    registerAccountOf(history, school, knowledge.deliveries, {
      ...knowledge.parameters,
      ...parameters,
    }).on(t).enrolment;
  const unfunded = enrolledWith({ fundableOnly: false });
  if (unfunded) return { why: 'notFundable', facts: unfunded.facts };
  const forExam = enrolledWith({ fundableOnly: false, examOnly: 'in' });
  if (forExam) return { why: 'examOnly', facts: forExam.facts };
  const stretch = schoolOn(school, t);
  if (!stretch) return { why: 'notHere', facts: [] };
  return { why: stretch.definitive ? 'registerSilent' : 'placedOnly', facts: stretch.facts };
};

const left = (figure: string, step: string, says: string, facts: readonly Fact[] = []): Explained => ({
  figure,
  standing: 'leftOut',
  as: null,
  decidedBy: { step, says },
  before: [],
  events: idsOf(facts),
});

const twinAndVsv = (
  view: View,
  peildata: Peildata,
  knownOn: CalendarDate,
  knowledge: Knowledge,
): readonly Explained[] => {
  const outcome = yearOutcome(view, peildata, knownOn, knowledge);
  if (!outcome || !('in' in outcome)) {
    const { why, facts } = outOfPopulation(view, peildata, knowledge);
    const says = outOfPopulationSays(why, peildata);
    return [
      left('register', why, says, facts),
      left('evidence', why, says, facts),
      left('vsv', 'V1', says, facts),
    ];
  }
  const { in: reading } = outcome;
  const { passed, outcome: vsv } = vsvTried(vsvFactsIn(view, peildata), knowledge);
  const byRegister = registerSentence(reading.register);
  const p = view.register.on(peildata.t).enrolment;
  const q = view.register.on(peildata.t2).enrolment;
  const codes = [p, q].map(
    (each) => each && `${each.opleidingscode ?? '?'} (${domeinOf(each, knowledge) ?? 'domein onbekend'})`,
  );
  return [
    {
      figure: 'register',
      standing: 'counted',
      as: reading.register,
      decidedBy: {
        step: reading.register,
        says: `${byRegister} Op ${peildata.t}: ${codes[0] ?? 'niet ingeschreven'}. Op ${peildata.t2}: ${codes[1] ?? 'niet ingeschreven'}.`,
      },
      before: [],
      events: p ? idsOf(registerReading(p, q, view.register.diplomas, peildata, knowledge).facts) : [],
    },
    {
      figure: 'evidence',
      standing: 'counted',
      as: reading.evidence,
      decidedBy: { step: reading.evidence, says: evidenceSentence(reading.evidence, reading.missing) },
      before: [],
      events: reading.events,
    },
    {
      figure: 'vsv',
      standing: vsv.verdict === 'presumed' ? 'counted' : vsv.verdict === 'open' ? 'unknown' : 'notCounted',
      as: vsv.verdict,
      decidedBy: { step: vsv.step, says: `${stepSays(vsv)}${unknownsSay(vsv.unknowns)}` },
      before: passed.map((step) => ({
        step,
        says:
          step === 'V2'
            ? ageSays(vsvRule(knowledge.parameters.ageRule), view.history.band)
            : passedSays[step],
      })),
      events: idsOf(vsv.facts),
    },
  ];
};

const switchFigures = (
  view: View,
  peildata: Peildata,
  knownOn: CalendarDate,
  knowledge: Knowledge,
): readonly Explained[] =>
  switchDefinitions.flatMap(({ id, needs, members }): readonly Explained[] => {
    const { t, t2 } = peildata;
    const needed = needs === 't2' ? t2 : needs === 't' ? t : undefined;
    if (needed !== undefined && needed > knownOn)
      return [left(id, 'PeildatumNotReached', `De peildatum ${needed} was op ${knownOn} nog niet bereikt.`)];
    if (view.history.mergedInto !== undefined)
      return [
        left(id, 'merged', outOfPopulationSays('merged', peildata), view.history.of('TrajectoryMerged')),
      ];
    const found = members(view, peildata, knowledge, knownOn);
    if ('leftOut' in found) return [left(id, found.leftOut, leavingSays(found.leftOut, peildata))];
    if ('notKnown' in found)
      return [{ ...left(id, found.notKnown, unknownFactSays[found.notKnown]), standing: 'unknown' }];
    return found.members.map((member): Explained => ({
      figure: id,
      standing: member.counted === false ? 'notCounted' : 'counted',
      as: typeof member.counted === 'string' ? member.counted : null,
      decidedBy: { step: member.because, says: countingSays(member.because, peildata) },
      before: [],
      events: member.events,
    }));
  });

/** The indicators of study success (FIGURES.md §7 of the specification). */
const outcomeFigures = (view: View, peildata: Peildata, knowledge: Knowledge): readonly Explained[] => {
  if (view.history.mergedInto !== undefined)
    return indicatorIds.map((figure) =>
      left(figure, 'merged', outOfPopulationSays('merged', peildata), view.history.of('TrajectoryMerged')),
    );
  const outcomes = outcomesOf(view, peildata, knowledge);
  return indicatorIds.map((figure): Explained => {
    const found = outcomes[figure];
    if (found === 'out') return left(figure, 'out', outcomeOutSays(figure, peildata));
    if ('notKnown' in found)
      return { ...left(figure, 'niveau', outcomeNotKnownSays, found.notKnown), standing: 'unknown' };
    return {
      figure,
      standing: found.counted ? 'counted' : 'notCounted',
      as: null,
      decidedBy: { step: found.because, says: outcomeSays(figure, found.because) },
      before: [],
      events: idsOf(found.facts),
    };
  });
};

/** The facts of these ids, in log order, named. */
const namedOf = ({ history }: View, ids: ReadonlySet<Uuid>): readonly EventNamed[] =>
  history.facts
    .filter(({ id }) => ids.has(id))
    .toSorted((one, other) => one.ordinal - other.ordinal)
    .map(named);

/** Every figure of one school year for one student: the step that decided, or the step that left him out. */
export const whyOf = (
  view: View,
  peildata: Peildata,
  knownOn: CalendarDate,
  knowledge: Knowledge,
): Pick<WhyReport, 'figures' | 'events'> => {
  const figures = [
    ...(peildata.t2 > knownOn ? [] : twinAndVsv(view, peildata, knownOn, knowledge)),
    ...switchFigures(view, peildata, knownOn, knowledge),
    ...(peildata.t2 > knownOn ? [] : outcomeFigures(view, peildata, knowledge)),
  ];
  return { figures, events: namedOf(view, new Set(figures.flatMap(({ events }) => events))) };
};
