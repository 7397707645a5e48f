import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import { amsterdamDate, type Instant } from '../../../src/kernel/instant.ts';
import type { Recorded, Uuid } from '../../../src/kernel/message.ts';
import { trajectoryEvents, type TrajectoryData } from '../../../src/domain/trajectory/events.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';

/** An event at its place in the log: 1 for the first, counted by readers. */
export interface LogEntry {
  readonly ordinal: number;
  readonly event: Recorded;
}

/** The events of a trajectory that a figure can rest on. */
export const factTypes = [
  'PriorEducationRecorded',
  'ExemptionRecorded',
  'TrajectoryMerged',
  'PlacedProvisionally',
  'CoachAssigned',
  'EnrolledDefinitively',
  'ProgrammeSpecified',
  'PlacementCancelled',
  'ResponsibilityMoved',
  'StartProgrammeStarted',
  'StartProgrammeExtended',
  'SwitchRequested',
  'PlaceOffered',
  'Switched',
  'LandingConfirmed',
  'ConversationHeld',
  'DiplomaAwarded',
  'FollowOnStarted',
  'Left',
  'DestinationRecorded',
  'Returned',
  'Corrected',
  'RegisterEnrolmentRecorded',
  'RegisterPeriodRecorded',
  'RegisterEnrolmentEnded',
  'RegisterDiplomaRecorded',
  'RegisterFactWithdrawn',
  'DuoVerdictRecorded',
] as const satisfies readonly (keyof TrajectoryData)[];
export type FactType = (typeof factTypes)[number];

/** One event of a trajectory as figures see it: its structural fields, when it was recorded, and where it stands. */
export type Fact<Type extends FactType = FactType> = {
  [T in Type]: {
    readonly type: T;
    readonly id: Uuid;
    /** Of a switch and of what moved with it: one command, one step. */
    readonly commandId?: Uuid;
    readonly ordinal: number;
    /** The day in Europe/Amsterdam on which it was recorded. */
    readonly day: CalendarDate;
    readonly trajectory: StudentId;
    readonly data: TrajectoryData[T];
    /** Names of the fields that a correction replaced, if any. */
    readonly corrected?: ReadonlySet<string>;
  };
}[Type];

const inOneStep: ReadonlySet<string> = new Set<FactType>(['Switched', 'ResponsibilityMoved']);
const asSet: ReadonlySet<string> = new Set(factTypes);
export const isFactType = (type: string): type is FactType => asSet.has(type);

/** Structural and yet of no figure's concern; there are many of these. */
const ofNoConcern: Partial<Record<FactType, readonly string[]>> = {
  ConversationHeld: ['faceToFace', 'present'],
};

/** Free text and care are not kept: no figure rests on them, and they may be erased. */
const leftOut: ReadonlyMap<string, readonly string[]> = new Map(
  factTypes.map((type) => [
    type,
    [
      ...(ofNoConcern[type] ?? []),
      ...Object.entries(trajectoryEvents[type].fields).flatMap(([name, { classification }]) =>
        classification === 'structural' ? [] : [name],
      ),
    ],
  ]),
);

/** A school has a few thousand days and a million events: each day is kept once. */
const days = new Map<string, CalendarDate>();
const dayOf = (at: Instant): CalendarDate => {
  const day = amsterdamDate(at);
  const known = days.get(day);
  if (known !== undefined) return known;
  days.set(day, day);
  return day;
};

const structuralOnly = (type: FactType, data: unknown): unknown => {
  const unwanted = leftOut.get(type) ?? [];
  const given = data as Readonly<Record<string, unknown>>;
  if (!unwanted.some((name) => given[name] !== undefined)) return data;
  const kept: Record<string, unknown> = {};
  for (const name in given) if (!unwanted.includes(name)) kept[name] = given[name];
  return kept;
};

/** The fact in an event of a trajectory; nothing when no figure rests on events of its type. */
export const factOf = ({ ordinal, event }: LogEntry, trajectory: StudentId): Fact | undefined => {
  const { type, id } = event;
  if (!isFactType(type)) return undefined;
  const day = dayOf(event.meta.recordedAt);
  const data = structuralOnly(type, event.data);
  const fact = inOneStep.has(type)
    ? { type, id, ordinal, day, trajectory, data, commandId: event.meta.commandId }
    : { type, id, ordinal, day, trajectory, data };
  return fact as Fact;
};

/** The day on which a fact was true; facts of the register have none of their own. */
/** The ids of facts, each once, in log order. */
export const idsOf = (facts: Iterable<Fact>): readonly Uuid[] =>
  [...new Set(facts)].sort((one, other) => one.ordinal - other.ordinal).map(({ id }) => id);

export const onOf = (fact: Fact): CalendarDate | undefined => ('on' in fact.data ? fact.data.on : undefined);
