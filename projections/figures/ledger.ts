import { schoolYearOf } from '../../src/domain/institution/calendar.ts';
import { isVsvAgeRule } from '../../src/domain/institution/settings.ts';
import type { StudentId } from '../../src/domain/student/ids.ts';
import { dateOf } from '../../src/kernel/calendar-date.ts';
import { type Archive, createArchive, type Cut, type Filed, type Surroundings } from './known/archive.ts';
import type { SwitchMember } from './readings/membership.ts';
import type { LogEntry } from './known/facts.ts';
import {
  type Knowledge,
  knowledgeOf,
  type Parameters,
  parametersOf,
  type Peildata,
  peildataOf,
} from './accounts/knowledge.ts';
import {
  type Cell,
  definitionIds,
  type DefinitionNamed,
  definitionOf,
  nameOf,
  type FiguresQuery,
  type FiguresRefusal,
  type FiguresStatus,
  type Member,
  type Row,
  switchDefinition,
  type SwitchRow,
  type TwinRow,
} from './answers/query.ts';
import { keptReadings, type Reader } from './readings/kept.ts';
import { cohortOf, initiativeAndMoment, lastSwitch } from './readings/splits.ts';
import type { SwitchDefinition } from './readings/definitions.ts';
import type { Reading } from './readings/twin.ts';
import {
  type FiguresReport,
  memberSplit,
  populationOf,
  splitFigures,
  switchFigures,
  type SwitchMemberPlaced,
  twinFigures,
  vsvFigures,
} from './answers/report.ts';
import {
  type EvidenceAnswer,
  evidenceDefinition,
  evidenceFigures,
  evidenceOfSwitches,
  type EvidenceQuery,
} from './answers/evidence.ts';
import { alongsideFigures, type Stands, standsBy, type StandsBy } from './answers/alongside.ts';
import { type BesideProof, type Proof, type Proofs, studentProof, switchProof } from './proofs/proofs.ts';
import { type Changed, rowsChanged } from './proofs/since.ts';
import { schoolOn } from './accounts/school-account.ts';
import { type Desk, type Inspection, inspectionAt, reservationIn } from './inspection/inspection.ts';
import { disclosureAt, type Disclosing } from './disclosure/disclosure.ts';
import { type Outcomes, outcomesAt } from './outcomes/outcomes.ts';

export type FiguresAnswer =
  | { readonly answered: true; readonly report: FiguresReport }
  | { readonly answered: false; readonly refusal: FiguresRefusal };

/** Grows with the log and answers the figures of any school year, as known on any day, at any ordinal. */
export interface Ledger extends Inspection, Outcomes, Disclosing {
  /** Entries in log order; those that were added before change nothing. */
  readonly add: (entries: readonly LogEntry[]) => void;
  /** The ordinal of the last event that it was given. */
  readonly ordinal: () => number;
  /** Why the question cannot be answered, if so. */
  readonly refusal: (query: FiguresQuery) => FiguresRefusal | undefined;
  readonly report: (query: FiguresQuery) => FiguresAnswer;
  /** One row per member of the population, by trajectory; none when the question is refused. */
  readonly rows: (query: FiguresQuery) => Iterable<Row>;
  /** Who is in a cell, with the events that put him there. */
  readonly members: (query: FiguresQuery, cell: Cell) => readonly Member[];
  /** Every row with what the figures are counted by; none when the question is refused. */
  readonly proofs: (query: FiguresQuery) => Proofs;
  /** The rows that are not the same in a later answer to the same question. */
  readonly changed: (before: FiguresQuery, after: FiguresQuery) => Changed;
  /** The evidence of every switch of a school year. */
  readonly evidence: (query: EvidenceQuery) => EvidenceAnswer;
}

/** A question with all that it rests on looked up. */
interface Asked extends Reader {
  readonly query: FiguresQuery;
  readonly definition: DefinitionNamed;
  /** What is asked alongside. */
  readonly alongside?: SwitchDefinition;
  readonly status: FiguresStatus;
}

const twinRow = (trajectory: StudentId, reading: Reading): TwinRow => ({
  trajectory,
  register: reading.register,
  evidence: reading.evidence,
  accountsDiffer: reading.accountsDiffer,
  missing: reading.missing,
  vsv: { verdict: reading.vsv.verdict, step: reading.vsv.step, unknowns: reading.vsv.unknowns },
  events: reading.events,
});

const switchRow = (trajectory: StudentId, member: SwitchMember): SwitchRow => ({
  trajectory,
  switch: member.switch,
  counted: member.counted,
  dimensions: member.dimensions,
  moment: member.moment,
  initiative: member.initiative,
});

const isNamed = <Value>(asked: Value | undefined, value: Value): boolean =>
  asked === undefined || asked === value;

const readingFits = (reading: Reading, cell: Cell): boolean =>
  isNamed(cell.register, reading.register) &&
  isNamed(cell.evidence, reading.evidence) &&
  isNamed(cell.verdict, reading.vsv.verdict) &&
  isNamed(cell.step, reading.vsv.step) &&
  (cell.split === undefined || reading.splits[cell.split.by] === cell.split.value);

const memberFits = (member: SwitchMemberPlaced, cell: Cell, knowledge: Knowledge): boolean =>
  isNamed(cell.counted, member.counted) &&
  (cell.dimension === undefined || member.dimensions.includes(cell.dimension)) &&
  (cell.moment === undefined || member.moment.includes(cell.moment)) &&
  (cell.initiative === undefined || member.initiative === cell.initiative) &&
  isNamed(cell.school, member.from ?? 'unknown') &&
  (cell.split === undefined || memberSplit(member, cell.split.by, knowledge) === cell.split.value);

export const createLedger = (archive: Archive = createArchive()): Ledger => {
  /** One knowledge per surroundings and parameters, so that what rests on it can be kept. */
  const kept = new WeakMap<Surroundings, Map<string, Knowledge>>();
  const { viewOf, outcomeOf, sheetOf } = keptReadings(archive);

  const knowledgeFor = (query: FiguresQuery, surroundings: Surroundings, peildata: Peildata): Knowledge => {
    const { institution, deliveries } = surroundings;
    const byParameters = kept.get(surroundings) ?? new Map<string, Knowledge>();
    kept.set(surroundings, byParameters);
    const parameters: Parameters = {
      ...parametersOf(institution, peildata),
      ...query.parameters,
      ...(query.report === 'vsv' && isVsvAgeRule(query.definition) ? { ageRule: query.definition } : {}),
    };
    const key = JSON.stringify(parameters);
    const known = byParameters.get(key);
    if (known) return known;
    const made = knowledgeOf(institution, deliveries, parameters);
    byParameters.set(key, made);
    return made;
  };

  const asked = (query: FiguresQuery): Asked | FiguresRefusal => {
    const last = archive.lastOrdinal();
    const at = query.at ?? last;
    if (at > last) return { code: 'OrdinalNotReached', at, last };
    const peildata = peildataOf(query.year);
    const cut: Cut = { knownOn: query.knownOn, at };
    const needs =
      query.report === 'switches' ? (switchDefinition(query.definition)?.needs ?? 'nothing') : 't2';
    const peildatum = needs === 't2' ? peildata.t2 : needs === 't' ? peildata.t : undefined;
    const surroundings = archive.surroundings(cut);
    const knowledge = knowledgeFor(query, surroundings, peildata);
    const definition = definitionOf(query, knowledge.parameters.ageRule);
    if (!definition)
      return {
        code: 'UnknownDefinition',
        definition: query.definition ?? '',
        known: definitionIds[query.report],
      };
    const alongside = query.alongside === undefined ? undefined : switchDefinition(query.alongside);
    if (query.alongside !== undefined && !alongside)
      return {
        code: 'UnknownDefinition',
        definition: query.alongside,
        known: definitionIds.switches,
      };
    if (peildatum !== undefined && peildatum > query.knownOn)
      return { code: 'PeildatumNotReached', peildatum, knownOn: query.knownOn };
    const status = archive.hasDefinitiveList(cut, query.year) ? 'definitive' : 'provisional';
    const { ofToday } = surroundings;
    return {
      query,
      cut,
      peildata,
      knowledge,
      ofToday,
      definition,
      ...(alongside === undefined ? {} : { alongside }),
      status,
    };
  };

  const readingsOf = function* (question: Asked): Iterable<readonly [Filed, Reading]> {
    for (const filed of archive.trajectories()) {
      const outcome = outcomeOf(filed, question);
      if (outcome && 'in' in outcome) yield [filed, outcome.in];
    }
  };

  const switchMembersOf = (
    question: Asked,
  ): { members: readonly (readonly [StudentId, SwitchMemberPlaced])[]; notKnown: number } => {
    const { query, peildata, knowledge, cut } = question;
    const definition = switchDefinition(query.definition);
    const members: (readonly [StudentId, SwitchMemberPlaced])[] = [];
    let notKnown = 0;
    if (definition)
      for (const filed of archive.trajectories()) {
        const { id } = filed;
        const view = viewOf(filed, question);
        if (view.history.mergedInto !== undefined) continue;
        const found = definition.members(view, peildata, knowledge, cut.knownOn);
        if ('notKnown' in found) notKnown += 1;
        else if ('members' in found)
          for (const member of found.members) {
            const landschap = schoolOn(view.school, member.on)?.programme?.landschap ?? 'unknown';
            const cohort = cohortOf(view, schoolYearOf(member.on));
            // Of a student who is counted as such it is the switch that his other splits are of.
            const path = initiativeAndMoment(
              member.switch === null ? lastSwitch(view, peildata.schoolYear) : member,
            );
            members.push([id, { ...member, landschap, cohort, path }]);
          }
      }
    return { members, notKnown };
  };

  const head = ({ query, cut, peildata, definition }: Asked) => ({
    report: query.report,
    schoolYear: peildata.schoolYear,
    peildata: [peildata.t, peildata.t2] as const,
    knownOn: cut.knownOn,
    ordinal: cut.at,
    definition,
  });

  const tail = ({ query, knowledge, status }: Asked) => ({
    parameters: knowledge.parameters,
    status,
    ...(query.by === undefined ? {} : { by: query.by }),
  });

  const switchesReport = (question: Asked): FiguresReport => {
    const { query, knowledge } = question;
    const definition = switchDefinition(query.definition);
    if (!definition) throw new Error('a definition that is not known was refused before');
    const { members, notKnown } = switchMembersOf(question);
    const plain = members.map(([, member]) => member);
    return {
      ...head(question),
      population: populationOf(plain),
      switches: switchFigures(definition, plain, notKnown, query.by, knowledge),
      ...tail(question),
    };
  };

  /** How a definition that is asked alongside has him. */
  const standsIn = (definition: SwitchDefinition, filed: Filed, question: Asked): StandsBy => {
    const { peildata, knowledge, cut } = question;
    return standsBy(definition.members(viewOf(filed, question), peildata, knowledge, cut.knownOn));
  };

  const alongsideOf = (question: Asked): Pick<FiguresReport, 'alongside'> => {
    const { alongside } = question;
    if (!alongside) return {};
    const all = [...readingsOf(question)].map(([filed, { register, evidence: box }]): Stands => ({
      register,
      evidence: box,
      counted: standsIn(alongside, filed, question),
    }));
    return { alongside: alongsideFigures(nameOf(alongside), all) };
  };

  const studentsReport = (question: Asked, report: 'twin' | 'vsv'): FiguresReport => {
    const { query, knowledge, peildata } = question;
    const { readings, beside } = sheetOf(question);
    return {
      ...head(question),
      population: populationOf(readings),
      ...(report === 'twin'
        ? { twin: twinFigures(readings, beside) }
        : { vsv: vsvFigures(readings, peildata.schoolYear, knowledge) }),
      ...tail(question),
      ...(query.by === undefined
        ? {}
        : { splits: splitFigures(query.by, report, readings, peildata.schoolYear, knowledge) }),
      ...(report === 'twin' ? alongsideOf(question) : reservationIn(question)),
    };
  };

  const besideMembers = (question: Asked, cell: Cell): readonly Member[] =>
    archive.trajectories().flatMap((filed): Member[] => {
      const trajectory = filed.id;
      const outcome = outcomeOf(filed, question);
      if (!outcome) return [];
      if ('beside' in outcome)
        return outcome.beside.where === cell.beside ? [{ trajectory, events: outcome.beside.events }] : [];
      if (cell.beside !== 'switchBefore') return [];
      const { t, schoolYear } = question.peildata;
      return viewOf(filed, question)
        .switches.filter(({ on }) => on >= dateOf(schoolYear, 8, 1) && on <= t)
        .map(({ events }) => ({ trajectory, events }));
    });

  const proofs = (query: FiguresQuery): Proofs => {
    const question = asked(query);
    if ('code' in question) return { rows: [], beside: [] };
    const { knowledge, definition } = question;
    if (query.report === 'switches')
      return {
        rows: switchMembersOf(question).members.map(([id, member]) =>
          switchProof(switchRow(id, member), member, { ...query, definition: definition.id }, knowledge),
        ),
        beside: [],
      };
    const rows: Proof[] = [];
    const beside: BesideProof[] = [];
    for (const filed of archive.trajectories()) {
      const outcome = outcomeOf(filed, question);
      if (!outcome) continue;
      if ('in' in outcome) rows.push(studentProof(twinRow(filed.id, outcome.in), outcome.in, query));
      else if (query.report === 'twin')
        beside.push({
          trajectory: filed.id,
          beside: outcome.beside.where,
          events: outcome.beside.events,
        });
    }
    return { rows, beside };
  };

  const changed = (before: FiguresQuery, after: FiguresQuery): Changed => {
    const [was, is] = [asked(before), asked(after)];
    if ('code' in was || 'code' in is) return { rows: [], deliveries: [], institutionChanged: false };
    return rowsChanged(archive, [proofs(before).rows, was.cut], [proofs(after).rows, is.cut]);
  };

  const evidence = ({ landschap, ...query }: EvidenceQuery): EvidenceAnswer => {
    const question = asked({ ...query, report: 'switches' });
    if ('code' in question) return { answered: false, refusal: question };
    const { cut, knowledge } = question;
    const found = archive.trajectories().flatMap((filed) => {
      const view = viewOf(filed, question);
      return view.history.mergedInto === undefined
        ? evidenceOfSwitches(view, query.year, cut.knownOn, knowledge)
        : [];
    });
    return {
      answered: true,
      report: {
        schoolYear: query.year,
        knownOn: cut.knownOn,
        ordinal: cut.at,
        definition: evidenceDefinition,
        parameters: { landingTerm: knowledge.parameters.landingTerm },
        ...evidenceFigures(found.filter((each) => landschap === undefined || each.landschap === landschap)),
      },
    };
  };

  const desk: Desk<Asked> = {
    archive,
    asked,
    viewOf,
    outcomeOf,
  };

  return {
    add: archive.add,
    ordinal: archive.lastOrdinal,
    refusal: (query) => {
      const question = asked(query);
      return 'code' in question ? question : undefined;
    },
    report: (query) => {
      const question = asked(query);
      if ('code' in question) return { answered: false, refusal: question };
      return {
        answered: true,
        report:
          query.report === 'switches' ? switchesReport(question) : studentsReport(question, query.report),
      };
    },
    rows: function* (query) {
      const question = asked(query);
      if ('code' in question) return;
      if (query.report === 'switches')
        for (const [id, member] of switchMembersOf(question).members) yield switchRow(id, member);
      else for (const [{ id }, reading] of readingsOf(question)) yield twinRow(id, reading);
    },
    members: (query, cell) => {
      const question = asked(query);
      if ('code' in question) return [];
      if (query.report === 'switches')
        return switchMembersOf(question)
          .members.filter(([, member]) => memberFits(member, cell, question.knowledge))
          .map(([trajectory, member]) => ({
            trajectory,
            events: member.events,
            row: switchRow(trajectory, member),
          }));
      if (cell.beside !== undefined) return besideMembers(question, cell);
      const { alongside } = question;
      const countedFits = (filed: Filed): boolean =>
        cell.counted === undefined ||
        (alongside !== undefined && standsIn(alongside, filed, question) === cell.counted);
      return [...readingsOf(question)]
        .filter(([filed, reading]) => readingFits(reading, cell) && countedFits(filed))
        .map(([{ id: trajectory }, reading]) => ({
          trajectory,
          events: reading.events,
          row: twinRow(trajectory, reading),
        }));
    },
    proofs,
    changed,
    evidence,
    ...inspectionAt(desk),
    ...outcomesAt(desk),
    ...disclosureAt(desk),
  };
};
