import type { CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { LandschapCode } from '../../src/domain/institution/ids.ts';
import type { StaffId } from '../../src/domain/staff/ids.ts';
import type { StudentId } from '../../src/domain/student/ids.ts';
import {
  type ConversationKind,
  conversationKinds,
  type PortfolioArea,
  portfolioAreas,
  type Rater,
  raters,
} from '../../src/domain/trajectory/events.ts';
import type { Guided } from './guided-years.ts';
import { covers, type Stretch } from './stretches.ts';

export const lobSplits = ['landschap', 'coach'] as const;
export type LobSplit = (typeof lobSplits)[number];

export interface LobAsked {
  /** The days of the school year that are over, or under way. */
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly by: LobSplit;
  readonly landschap?: LandschapCode;
  /** Only of this coach. */
  readonly coach?: StaffId;
}

/** How often, and of how many students: small cells can be told by the students, not by the number of times. */
export interface Count {
  readonly count: number;
  readonly students: number;
}

export const lobChoices = ['stay', 'switch', 'stop'] as const;

/** LOB in practice, of the students of a landschap, a coach, or all that were asked about. */
export interface LobFigures {
  /** Placed there on any of these days. */
  readonly students: number;
  readonly conversations: readonly (Count & {
    readonly kind: ConversationKind;
    readonly faceToFace: number;
    readonly inGroup: number;
  })[];
  /** Students with whom nobody talked while they were there. */
  readonly withoutConversation: number;
  /** Leermetergesprekken per student; nobody there: null. */
  readonly leermeterPerStudent: number | null;
  readonly ratings: readonly (Count & { readonly rater: Rater })[];
  readonly portfolio: readonly {
    readonly area: PortfolioArea;
    readonly products: Count;
    readonly reflections: Count;
  }[];
  readonly goals: { readonly agreed: Count; readonly reached: Count };
  readonly bpv: { readonly started: Count; readonly ended: Count };
  readonly choices: readonly (Count & { readonly choice: (typeof lobChoices)[number] })[];
  /** What was done in groups: how many sessions, how often somebody took part, and how many did. */
  readonly sessions: Count & { readonly attendances: number };
}
export interface LobGroup extends LobFigures {
  /** `unknown`: recorded of days on which he was placed nowhere. */
  readonly of: string;
}

/** Something that happened to a student, as it is counted. */
interface Happened {
  readonly student: StudentId;
  readonly what: string;
  readonly on: CalendarDate;
  readonly faceToFace?: boolean;
  readonly session?: string;
}

const happenedTo = (guided: Guided): readonly Happened[] => {
  const { trajectory: student } = guided;
  const days = (what: string, all: readonly (CalendarDate | undefined)[]): readonly Happened[] =>
    all.flatMap((on) => (on === undefined ? [] : [{ student, what, on }]));
  return [
    ...guided.talks.map(({ on, kind, faceToFace, session }): Happened => ({
      student,
      what: `talk/${kind}`,
      on,
      faceToFace,
      ...(session !== undefined && { session }),
    })),
    ...guided.loopbaanbox.map(({ on, session }): Happened => ({ student, what: 'loopbaanbox', on, session })),
    ...guided.ratings.map(({ on, rater }): Happened => ({ student, what: `rating/${rater}`, on })),
    ...guided.portfolio.map(({ on, area, kind }): Happened => ({ student, what: `${kind}/${area}`, on })),
    ...days('agreed', guided.goalsAgreed),
    ...days('reached', guided.goalsReached),
    ...days(
      'bpvStarted',
      guided.bpvs.map(({ on }) => on),
    ),
    ...days(
      'bpvEnded',
      guided.bpvs.map(({ endedOn }) => endedOn),
    ),
    ...guided.startProgrammes.flatMap(({ completed }): Happened[] =>
      completed ? [{ student, what: `choice/${completed.choice}`, on: completed.on }] : [],
    ),
  ];
};

interface Group {
  readonly students: Set<StudentId>;
  readonly happened: Happened[];
}

const studentsOf = (happened: readonly Happened[]): number =>
  new Set(happened.map(({ student }) => student)).size;
const countOf = (happened: readonly Happened[] = []): Count => ({
  count: happened.length,
  students: studentsOf(happened),
});

const figuresOf = ({ students, happened }: Group): LobFigures => {
  const by = Map.groupBy(happened, ({ what }) => what);
  const count = (what: string): Count => countOf(by.get(what));
  const talkedWith = new Set(
    happened.filter(({ what }) => what.startsWith('talk/')).map(({ student }) => student),
  );
  const inSessions = happened.filter(({ session }) => session !== undefined);
  return {
    students: students.size,
    conversations: conversationKinds.map((kind) => {
      const of = by.get(`talk/${kind}`) ?? [];
      return {
        kind,
        ...countOf(of),
        faceToFace: of.filter(({ faceToFace }) => faceToFace).length,
        inGroup: of.filter(({ session }) => session !== undefined).length,
      };
    }),
    withoutConversation: [...students].filter((student) => !talkedWith.has(student)).length,
    leermeterPerStudent: students.size === 0 ? null : count('talk/leermeter').count / students.size,
    ratings: raters.map((rater) => ({ rater, ...count(`rating/${rater}`) })),
    portfolio: portfolioAreas.map((area) => ({
      area,
      products: count(`product/${area}`),
      reflections: count(`reflection/${area}`),
    })),
    goals: { agreed: count('agreed'), reached: count('reached') },
    bpv: { started: count('bpvStarted'), ended: count('bpvEnded') },
    choices: lobChoices.map((choice) => ({ choice, ...count(`choice/${choice}`) })),
    sessions: {
      count: new Set(inSessions.map(({ session }) => session)).size,
      attendances: inSessions.length,
      students: studentsOf(inSessions),
    },
  };
};

/** Where he was when something happened; on a day on which he was placed nowhere: where he had been last. */
const stretchAt = (stretches: readonly Stretch[], day: CalendarDate): Stretch | undefined =>
  stretches.findLast((each) => covers(each, day)) ?? stretches.findLast(({ from }) => from <= day);

/**
 * LOB in practice, counted where and under whom it happened: a student who switched counts in both landschappen,
 * each with what happened there, and once in the whole.
 */
export const lobOf = (
  all: readonly Guided[],
  { from, until, by, landschap, coach }: LobAsked,
): { readonly groups: readonly LobGroup[]; readonly whole: LobFigures } => {
  const groups = new Map<string, Group>();
  const whole: Group = { students: new Set(), happened: [] };
  const isMeant = (stretch: Stretch | undefined): boolean =>
    (landschap === undefined || stretch?.landschap === landschap) &&
    (coach === undefined || stretch?.coach === coach);
  const groupsOf = (stretch: Stretch | undefined): readonly Group[] => {
    const of = stretch?.[by] ?? 'unknown';
    const group = groups.get(of) ?? { students: new Set(), happened: [] };
    groups.set(of, group);
    return [group, whole];
  };
  for (const guided of all) {
    for (const stretch of guided.stretches)
      if (stretch.from <= until && (stretch.until === undefined || stretch.until >= from) && isMeant(stretch))
        for (const { students } of groupsOf(stretch)) students.add(guided.trajectory);
    for (const each of happenedTo(guided)) {
      if (each.on < from || each.on > until) continue;
      const stretch = stretchAt(guided.stretches, each.on);
      if (isMeant(stretch)) for (const { happened } of groupsOf(stretch)) happened.push(each);
    }
  }
  return {
    groups: [...groups]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([of, group]) => ({ of, ...figuresOf(group) })),
    whole: figuresOf(whole),
  };
};
