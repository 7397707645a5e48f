import type { CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { LandschapCode } from '../../src/domain/institution/ids.ts';
import type { StaffId } from '../../src/domain/staff/ids.ts';
import { deputyOn, type Staff, worksHere } from '../../src/domain/staff/state.ts';
import type { StudentId } from '../../src/domain/student/ids.ts';
import type { Guided } from './guided-years.ts';
import { covers, type Stretch } from './stretches.ts';

/** Whoever nobody talked with since these days is named: inside the start programme, and later. */
export interface Silence {
  readonly startProgramme: CalendarDate;
  readonly later: CalendarDate;
}

export interface CaseloadAsked {
  readonly on: CalendarDate;
  readonly landschap?: LandschapCode;
  /** Only of this coach. */
  readonly coach?: StaffId;
  readonly silence: Silence;
}

export interface CoachLoad {
  readonly coach: StaffId;
  /** Responsible for on the day. */
  readonly students: number;
  readonly inStartProgramme: number;
  /** Asked to receive by a switch, and not answered. */
  readonly switchesAsked: number;
  /** Handovers of own students that wait for another coach. */
  readonly handoversOffered: number;
  /** Handovers of students of others that wait for this coach. */
  readonly handoversAsked: number;
  /** Nobody talked with them for so many weeks. */
  readonly silent: readonly StudentId[];
}

/** A student who was placed on the day. */
interface Placed {
  readonly guided: Guided;
  readonly stretch: Stretch;
  readonly inStartProgramme: boolean;
}

const stretchOn = ({ stretches }: Guided, day: CalendarDate): Stretch | undefined =>
  stretches.findLast((each) => covers(each, day));

const inStartProgrammeOn = ({ startProgrammes }: Guided, day: CalendarDate): boolean =>
  startProgrammes.some(
    ({ on, endsOn, completed }) =>
      on <= day && day <= endsOn && (completed === undefined || day < completed.on),
  );

/** The last day on which somebody talked with him in this placement; its first day, if nobody did. */
const lastTalk = ({ talks, talkedBefore }: Guided, { placedOn }: Stretch, day: CalendarDate): CalendarDate =>
  [talkedBefore, ...talks.map(({ on }) => on)].reduce<CalendarDate>(
    (last, on) => (on !== undefined && on > last && on <= day ? on : last),
    placedOn,
  );

export interface Caseload {
  readonly students: number;
  readonly coaches: readonly CoachLoad[];
  /** Placed, and nobody is responsible. */
  readonly withoutCoach: readonly StudentId[];
  /** By whom students are guided: to find out who of these is away. */
  readonly byCoach: ReadonlyMap<StaffId, readonly StudentId[]>;
}

const isOpenOn = (
  { on, until }: { readonly on: CalendarDate; readonly until?: CalendarDate },
  day: CalendarDate,
): boolean => on <= day && (until === undefined || day < until);

/** Who is responsible for whom on a day, and what waits for them. */
export const caseloadOf = (
  all: readonly Guided[],
  { on, landschap, coach: only, silence }: CaseloadAsked,
): Caseload => {
  const isMeant = (each: StaffId): boolean => only === undefined || only === each;

  const placed: Placed[] = [];
  const asked = new Map<StaffId, { switches: number; handovers: number }>();
  for (const guided of all) {
    const stretch = stretchOn(guided, on);
    if (!stretch) continue;
    const here = landschap === undefined || stretch.landschap === landschap;
    if (here) placed.push({ guided, stretch, inStartProgramme: inStartProgrammeOn(guided, on) });
    for (const ask of guided.asks) {
      const of = ask.of === 'switch' ? ask.landschap : stretch.landschap;
      if (!isOpenOn(ask, on) || !isMeant(ask.coach) || (landschap !== undefined && of !== landschap))
        continue;
      const count = asked.get(ask.coach) ?? { switches: 0, handovers: 0 };
      asked.set(ask.coach, count);
      if (ask.of === 'switch') count.switches += 1;
      else count.handovers += 1;
    }
  }

  const byCoach = new Map<StaffId, Placed[]>();
  const withoutCoach: StudentId[] = [];
  for (const each of placed) {
    const { coach } = each.stretch;
    if (coach === undefined) {
      if (only === undefined) withoutCoach.push(each.guided.trajectory);
    } else if (isMeant(coach)) byCoach.set(coach, [...(byCoach.get(coach) ?? []), each]);
  }

  const loadOf = (coach: StaffId): CoachLoad => {
    const theirs = byCoach.get(coach) ?? [];
    const { switches = 0, handovers = 0 } = asked.get(coach) ?? {};
    return {
      coach,
      students: theirs.length,
      inStartProgramme: theirs.filter(({ inStartProgramme }) => inStartProgramme).length,
      switchesAsked: switches,
      handoversOffered: theirs.filter(({ guided }) =>
        guided.asks.some((ask) => ask.of === 'handover' && isOpenOn(ask, on)),
      ).length,
      handoversAsked: handovers,
      silent: theirs
        .filter(
          ({ guided, stretch, inStartProgramme }) =>
            lastTalk(guided, stretch, on) <= (inStartProgramme ? silence.startProgramme : silence.later),
        )
        .map(({ guided }) => guided.trajectory),
    };
  };
  return {
    students: placed.filter(({ stretch }) => only === undefined || stretch.coach === only).length,
    coaches: [...new Set([...byCoach.keys(), ...asked.keys()])].sort().map(loadOf),
    withoutCoach,
    byCoach: new Map([...byCoach].map(([coach, of]) => [coach, of.map(({ guided }) => guided.trajectory)])),
  };
};

/** How a coach stands on a day: gone, or absent with somebody in his place. */
export interface Standing {
  readonly leftOn?: CalendarDate;
  readonly absent?: {
    readonly until: CalendarDate;
    readonly deputy: StaffId;
    readonly deputyIsHere: boolean;
  };
}

const isAbsent = ({ absences }: Staff, on: CalendarDate): boolean =>
  absences.some(({ from, to }) => from <= on && on <= to);

/** A deputy who left, or is absent too, stands in for nobody. */
export const standingOn = (
  staff: Staff,
  on: CalendarDate,
  other: (id: StaffId) => Staff | undefined,
): Standing => {
  const deputy = deputyOn(staff, on);
  const until = staff.absences.findLast(({ from, to }) => from <= on && on <= to)?.to;
  const inHisPlace = deputy === undefined ? undefined : other(deputy);
  return {
    ...(!worksHere(staff, on) && staff.leftOn !== undefined && { leftOn: staff.leftOn }),
    ...(deputy !== undefined &&
      until !== undefined && {
        absent: {
          until,
          deputy,
          deputyIsHere: inHisPlace !== undefined && worksHere(inHisPlace, on) && !isAbsent(inHisPlace, on),
        },
      }),
  };
};
