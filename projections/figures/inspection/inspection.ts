import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import type { Knowledge, Peildata } from '../accounts/knowledge.ts';
import type { View } from '../accounts/view.ts';
import {
  type FiguresQuery,
  type FiguresRefusal,
  type FiguresStatus,
  nameOf,
  readBy,
} from '../answers/query.ts';
import type { Archive, Cut, Filed } from '../known/archive.ts';
import { goesOnAs } from '../known/goes-on-as.ts';
import type { YearOutcome } from '../readings/twin.ts';
import { switchDefinitions } from '../readings/definitions.ts';
import { indicators } from '../outcomes/indicators.ts';
import { reservationOf } from '../readings/vsv.ts';
import { type BridgeAnswer, bridgeOf, type BridgeQuery, type DayRead, type TwiceRead } from './bridge.ts';
import { between } from './causes.ts';
import { type NearAnswer, nearOf, type NearQuery, nextPeildata } from './near.ts';
import type { Read } from './read.ts';
import { type ReconciliationAnswer, reconciliationOf, type ReconciliationQuery } from './reconciliation.ts';
import { outOfPopulation, type WhyAnswer, whyOf, type WhyQuery } from './why.ts';

/** A question with what it rests on looked up. */
export interface LookedUp {
  readonly cut: Cut;
  readonly peildata: Peildata;
  readonly knowledge: Knowledge;
  readonly status: FiguresStatus;
}

/** What the ledger has at hand. */
export interface Desk<Asked extends LookedUp> {
  readonly archive: Archive;
  readonly asked: (query: FiguresQuery) => Asked | FiguresRefusal;
  readonly viewOf: (filed: Filed, question: Asked) => View;
  readonly outcomeOf: (filed: Filed, question: Asked) => YearOutcome;
}

/** Questions about figures: why somebody is in one, what the next will be, and what changed it. */
export interface Inspection {
  readonly why: (query: WhyQuery) => WhyAnswer;
  readonly near: (query: NearQuery) => NearAnswer;
  readonly bridge: (query: BridgeQuery) => BridgeAnswer;
  readonly reconciliation: (query: ReconciliationQuery) => ReconciliationAnswer;
}

/** What every answer says of the question. */
export const headOf = ({ cut, peildata, knowledge, status }: LookedUp) => ({
  schoolYear: peildata.schoolYear,
  peildata: [peildata.t, peildata.t2] as const,
  knownOn: cut.knownOn,
  ordinal: cut.at,
  status,
  parameters: knowledge.parameters,
});

const switchesNamed = switchDefinitions.map(nameOf);
const indicatorsNamed = indicators.map(nameOf);

/** By what everybody is read. */
const definitionsIn = ({ knowledge }: LookedUp) => readBy(knowledge.parameters.ageRule);

/** What is not certain of what is said of VSV. */
export const reservationIn = ({
  peildata,
  knowledge,
}: Pick<LookedUp, 'peildata' | 'knowledge'>): { readonly reservation?: string } => {
  const reservation = reservationOf(peildata, knowledge);
  return reservation === undefined ? {} : { reservation };
};

export const inspectionAt = <Asked extends LookedUp>(desk: Desk<Asked>): Inspection => {
  const { archive } = desk;

  const why = ({ trajectory, ...query }: WhyQuery): WhyAnswer => {
    const question = desk.asked({ ...query, report: 'switches' });
    if ('code' in question) return { answered: false, refusal: question };
    const { cut, peildata, knowledge } = question;
    const filed = archive.trajectories().find(({ id }) => id === trajectory);
    const view = filed && desk.viewOf(filed, question);
    if (!view || (view.history.facts.length === 0 && view.history.mergedInto === undefined))
      return { answered: false, refusal: { code: 'UnknownTrajectory', trajectory } };
    return {
      answered: true,
      report: {
        trajectory,
        ...headOf(question),
        definitions: [...definitionsIn(question), ...switchesNamed, ...indicatorsNamed],
        ...reservationIn(question),
        ...whyOf(view, peildata, cut.knownOn, knowledge),
      },
    };
  };

  const near = (query: NearQuery): NearAnswer => {
    const { schoolYear } = nextPeildata(query.knownOn);
    const question = desk.asked({ ...query, year: schoolYear, report: 'switches' });
    if ('code' in question) return { answered: false, refusal: question };
    const { peildata, knowledge } = question;
    const everybody = archive
      .trajectories()
      .map((filed) => [desk.viewOf(filed, question), desk.outcomeOf(filed, question)] as const);
    return {
      answered: true,
      report: {
        ...headOf(question),
        definitions: definitionsIn(question),
        ...reservationIn(question),
        ...nearOf(everybody, peildata, knowledge),
      },
    };
  };

  const bridge = ({ from, to, ...query }: BridgeQuery): BridgeAnswer => {
    if (to < from) return { answered: false, refusal: { code: 'BridgeBackwards', from, to } };
    const before = desk.asked({ ...query, report: 'twin', knownOn: from });
    if ('code' in before) return { answered: false, refusal: before };
    const after = desk.asked({ ...query, report: 'twin', knownOn: to });
    if ('code' in after) return { answered: false, refusal: after };
    const { peildata, cut } = after;
    const { deliveries, causeOf } = between(archive, before.cut, cut);
    const readOf = (question: Asked): DayRead => ({
      status: question.status,
      parameters: question.knowledge.parameters,
      definitions: definitionsIn(question),
    });
    const readingOf = (filed: Filed, question: Asked) => {
      const outcome = desk.outcomeOf(filed, question);
      return outcome && 'in' in outcome ? outcome.in : undefined;
    };
    const all = archive.trajectories().map((filed): TwiceRead => ({
      filed,
      before: readingOf(filed, before),
      after: readingOf(filed, after),
    }));
    return {
      answered: true,
      report: {
        schoolYear: peildata.schoolYear,
        peildata: [peildata.t, peildata.t2],
        from,
        to,
        ordinal: cut.at,
        read: [readOf(before), readOf(after)],
        ...reservationIn(after),
        ...bridgeOf(all, causeOf),
        deliveries: deliveries.map(({ id }) => id),
      },
    };
  };

  const reconciliation = ({ list, ...query }: ReconciliationQuery): ReconciliationAnswer => {
    const today = desk.asked({ ...query, report: 'switches' });
    if ('code' in today) return { answered: false, refusal: today };
    const { cut, peildata } = today;
    const lists = archive.vsvLists(cut).filter(({ countYear }) => countYear === query.year);
    if (list !== undefined && !lists.some(({ id }) => id === list))
      return { answered: false, refusal: { code: 'UnknownList', list } };
    const filed = new Map(archive.trajectories().map((each) => [each.id, each]));
    const questions = new Map<CalendarDate, Asked>([[cut.knownOn, today]]);
    const questionOn = (knownOn: CalendarDate): Asked => {
      const known = questions.get(knownOn);
      if (known) return known;
      const made = desk.asked({ ...query, report: 'switches', knownOn });
      if ('code' in made) throw new Error('what could be asked today could be asked before');
      questions.set(knownOn, made);
      return made;
    };
    const remembered = new Map<string, Read>();
    const read = (trajectory: StudentId, knownOn: CalendarDate): Read => {
      const key = `${trajectory} ${knownOn}`;
      const known = remembered.get(key);
      if (known) return known;
      const found = readOn(trajectory, questionOn(knownOn));
      remembered.set(key, found);
      return found;
    };
    const readOn = (trajectory: StudentId, question: Asked): Read => {
      const of = filed.get(trajectory);
      if (!of) return { out: 'notHere' };
      const outcome = desk.outcomeOf(of, question);
      if (outcome && 'in' in outcome) return { reading: outcome.in };
      return {
        // Asked of the few who are on a list: looking for it takes as long as reading him.
        get out() {
          return outOfPopulation(desk.viewOf(of, question), peildata, question.knowledge).why;
        },
      };
    };
    const intoOf = (trajectory: StudentId): StudentId | undefined => {
      const of = filed.get(trajectory);
      return of && desk.viewOf(of, today).history.mergedInto;
    };
    return {
      answered: true,
      report: {
        ...headOf(today),
        definitions: definitionsIn(today),
        ...reservationIn(today),
        ...reconciliationOf({
          lists,
          list,
          knownOn: cut.knownOn,
          everybody: [...filed.keys()],
          read,
          goesOnAs: (trajectory) => goesOnAs(trajectory, intoOf),
          recordedAfter: (trajectory, day) => {
            const of = filed.get(trajectory);
            return of ? archive.recordedBetween(of, { ...cut, knownOn: day }, cut) : [];
          },
        }),
      },
    };
  };

  return { why, near, bridge, reconciliation };
};
