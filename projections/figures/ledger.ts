import type { CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { StudentId } from '../../src/domain/student/ids.ts';
import { dateOf } from '../../src/kernel/calendar-date.ts';
import { type Archive, createArchive, type Cut, type Surroundings } from './archive.ts';
import type { SwitchMember } from './definitions.ts';
import type { LogEntry } from './facts.ts';
import {
  type Knowledge,
  knowledgeOf,
  type Parameters,
  parametersOf,
  type Peildata,
  peildataOf,
} from './knowledge.ts';
import {
  type Cell,
  definitionIds,
  type DefinitionNamed,
  definitionOf,
  type FiguresQuery,
  type FiguresRefusal,
  isAgeRule,
  type Member,
  type Row,
  switchDefinition,
  type SwitchRow,
  type TwinRow,
} from './query.ts';
import { type BesideBox, type Reading, type YearOutcome, yearOutcome } from './readings.ts';
import {
  type FiguresReport,
  memberSplit,
  populationOf,
  splitFigures,
  switchFigures,
  type SwitchMemberPlaced,
  twinFigures,
  vsvFigures,
} from './report.ts';
import { schoolOn } from './school-account.ts';
import { type View, viewOf } from './view.ts';

export type FiguresAnswer =
  | { readonly answered: true; readonly report: FiguresReport }
  | { readonly answered: false; readonly refusal: FiguresRefusal };

/** Grows with the log and answers the figures of any school year, as known on any day, at any ordinal. */
export interface Ledger {
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
}

interface Memo {
  readonly version: number;
  readonly view: View;
  readonly years: Map<number, { readonly outcome: YearOutcome; readonly computedOn: CalendarDate }>;
}

/** A question with all that it rests on looked up. */
interface Asked {
  readonly query: FiguresQuery;
  readonly cut: Cut;
  readonly peildata: Peildata;
  readonly knowledge: Knowledge;
  readonly definition: DefinitionNamed;
}

/** Whether an outcome found as known on one day is the same on another, nothing having been recorded in between. */
const stillHolds = (outcome: YearOutcome, knownOn: CalendarDate): boolean => {
  if (!outcome || !('in' in outcome)) return true;
  const { holdsFrom, holdsUntil } = outcome.in;
  return (
    (holdsFrom === undefined || holdsFrom <= knownOn) && (holdsUntil === undefined || knownOn <= holdsUntil)
  );
};

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
  (cell.split === undefined || memberSplit(member, cell.split.by, knowledge) === cell.split.value);

export const createLedger = (archive: Archive = createArchive()): Ledger => {
  /** One knowledge per surroundings and parameters, so that what rests on it can be kept. */
  const kept = new WeakMap<Surroundings, Map<string, Knowledge>>();
  const memos = new WeakMap<Knowledge, Map<StudentId, Memo>>();

  const knowledgeFor = (query: FiguresQuery, cut: Cut, peildata: Peildata): Knowledge => {
    const surroundings = archive.surroundings(cut);
    const { institution, deliveries } = surroundings;
    const byParameters = kept.get(surroundings) ?? new Map<string, Knowledge>();
    kept.set(surroundings, byParameters);
    const parameters: Parameters = {
      ...parametersOf(institution, peildata),
      ...query.parameters,
      ...(query.report === 'vsv' && isAgeRule(query.definition) ? { ageRule: query.definition } : {}),
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
    const knowledge = knowledgeFor(query, cut, peildata);
    const definition = definitionOf(query, knowledge.parameters.ageRule);
    if (!definition)
      return {
        code: 'UnknownDefinition',
        definition: query.definition ?? '',
        known: definitionIds[query.report],
      };
    if (peildatum !== undefined && peildatum > query.knownOn)
      return { code: 'PeildatumNotReached', peildatum, knownOn: query.knownOn };
    return { query, cut, peildata, knowledge, definition };
  };

  const memoOf = (id: StudentId, { cut, knowledge }: Asked): Memo => {
    const fresh = (): Memo => ({
      version: archive.versionOf(id),
      view: viewOf(archive.historyOf(id, cut), knowledge),
      years: new Map(),
    });
    if (!archive.isWhole(id, cut)) return fresh();
    const ofKnowledge = memos.get(knowledge) ?? new Map<StudentId, Memo>();
    memos.set(knowledge, ofKnowledge);
    const known = ofKnowledge.get(id);
    if (known && known.version === archive.versionOf(id)) return known;
    const made = fresh();
    ofKnowledge.set(id, made);
    return made;
  };

  const outcomeOf = (id: StudentId, question: Asked): YearOutcome => {
    const { view, years } = memoOf(id, question);
    const { schoolYear } = question.peildata;
    const { knownOn } = question.cut;
    const known = years.get(schoolYear);
    if (known && stillHolds(known.outcome, knownOn)) return known.outcome;
    const outcome = yearOutcome(view, question.peildata, knownOn, question.knowledge);
    years.set(schoolYear, { outcome, computedOn: knownOn });
    return outcome;
  };

  const readingsOf = function* (question: Asked): Iterable<readonly [StudentId, Reading]> {
    for (const id of archive.trajectories()) {
      const outcome = outcomeOf(id, question);
      if (outcome && 'in' in outcome) yield [id, outcome.in];
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
      for (const id of archive.trajectories()) {
        const { view } = memoOf(id, question);
        if (view.history.mergedInto !== undefined) continue;
        const found = definition.members(view, peildata, knowledge, cut.knownOn);
        if (found === 'notKnown') notKnown += 1;
        else
          for (const member of found) {
            const landschap = schoolOn(view.school, member.on)?.programme?.landschap ?? 'unknown';
            members.push([id, { ...member, landschap }]);
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

  const tail = ({ query, knowledge }: Asked) => ({
    parameters: knowledge.parameters,
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

  const studentsReport = (question: Asked, report: 'twin' | 'vsv'): FiguresReport => {
    const { query, knowledge, peildata } = question;
    const readings: Reading[] = [];
    const beside: BesideBox[] = [];
    for (const id of archive.trajectories()) {
      const outcome = outcomeOf(id, question);
      if (!outcome) continue;
      if ('in' in outcome) readings.push(outcome.in);
      else beside.push(outcome.beside.where);
    }
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
    };
  };

  const besideMembers = (question: Asked, cell: Cell): readonly Member[] =>
    archive.trajectories().flatMap((trajectory): Member[] => {
      const outcome = outcomeOf(trajectory, question);
      if (!outcome) return [];
      if ('beside' in outcome)
        return outcome.beside.where === cell.beside ? [{ trajectory, events: outcome.beside.events }] : [];
      if (cell.beside !== 'switchBefore') return [];
      const { t, schoolYear } = question.peildata;
      return memoOf(trajectory, question)
        .view.switches.filter(({ on }) => on >= dateOf(schoolYear, 8, 1) && on <= t)
        .map(({ events }) => ({ trajectory, events }));
    });

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
      else for (const [id, reading] of readingsOf(question)) yield twinRow(id, reading);
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
      return [...readingsOf(question)]
        .filter(([, reading]) => readingFits(reading, cell))
        .map(([trajectory, reading]) => ({
          trajectory,
          events: reading.events,
          row: twinRow(trajectory, reading),
        }));
    },
  };
};
