import type { StaffId } from '../../domain/staff/ids.ts';
import { staffStream } from '../../domain/staff/ids.ts';
import { hasRole, isOrStandsIn, type Staff, staffReadable } from '../../domain/staff/state.ts';
import { sabCaseEvents, type SabCaseData } from '../../domain/sab-case/events.ts';
import type { StudentId } from '../../domain/student/ids.ts';
import { trajectoryStream } from '../../domain/trajectory/ids.ts';
import { type Trajectory, trajectoryReadable } from '../../domain/trajectory/state.ts';
import type { Engine } from '../../engine/execute.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Actor, Recorded } from '../../kernel/message.ts';
import type { EventDefinitions } from '../../kernel/schema.ts';

/** From where somebody reads a case of the second line. */
export const layers = ['secondLine', 'coach', 'student'] as const;
export type Layer = (typeof layers)[number];

type Outside = Exclude<Layer, 'secondLine'>;
const both: readonly Outside[] = ['coach', 'student'];

/**
 * What people wrote, and who outside the second line reads it; what is not named here stays inside it. The coach
 * reads what was asked, what he needs to guide and what was agreed; the student reads whatever is said about
 * himself there, but not what the two lines say to each other about their own work.
 */
const openTo: {
  readonly [Type in keyof SabCaseData]?: {
    readonly [Field in keyof SabCaseData[Type]]?: readonly Outside[];
  };
} = {
  CaseOpened: { question: both, tried: ['coach'] },
  ReferralReturned: { why: both },
  SabConversationHeld: { forCoach: both },
  StepPlanDrafted: { whats: both },
  StepPlanRevised: { whats: both },
  CaseClosed: { feedback: both },
  ThankedForReferral: { words: ['coach'] },
};

/** Whether this field of this event is read from there; what is no structure is closed unless it is opened above. */
export const isOpenTo = (layer: Layer, type: string, field: string): boolean => {
  if (layer === 'secondLine') return true;
  const ofEvent = (openTo as Readonly<Record<string, Readonly<Record<string, readonly Outside[]>>>>)[type];
  return ofEvent?.[field]?.includes(layer) === true;
};

/** The words of an event that are read from there, by field; those of a plan stand with its steps. */
export const saidTo = (
  layer: Layer,
  { type, data }: Recorded,
): Readonly<Record<string, string>> | undefined => {
  const definition = (sabCaseEvents as EventDefinitions)[type];
  const said = Object.entries(data as Readonly<Record<string, unknown>>).filter(
    (entry): entry is [string, string] =>
      definition?.fields[entry[0]]?.classification !== 'structural' &&
      typeof entry[1] === 'string' &&
      isOpenTo(layer, type, entry[0]),
  );
  return said.length > 0 ? Object.fromEntries(said) : undefined;
};

/** A role of the second line, or of whoever watches over it, is what somebody's own stream says. */
export const holdsRole = async (engine: Engine, { id, role }: Actor, today: CalendarDate): Promise<boolean> =>
  hasRole((await engine.fold(staffReadable, staffStream(id as StaffId))).state, role, today);

/** The trajectory that a student's path goes on as: a merged one is another's. */
export const goesOnAs = async (
  engine: Engine,
  student: StudentId,
): Promise<{ readonly id: StudentId; readonly now: Trajectory }> => {
  const passed = new Set<StudentId>();
  for (let id = student; ;) {
    const { state: now } = await engine.fold(trajectoryReadable, trajectoryStream(id));
    passed.add(id);
    if (now.mergedInto === undefined || passed.has(now.mergedInto)) return { id, now };
    id = now.mergedInto;
  }
};

export interface CaseReaders {
  readonly student: StudentId;
  /** As whom the student goes on; mostly himself. */
  readonly goesOnAs: StudentId;
  /** Who is responsible now, or was so last. */
  readonly coach: { readonly id: StaffId; readonly staff: Staff } | undefined;
  readonly today: CalendarDate;
}

/** From where somebody outside the second line reads this case; undefined: not at all. */
export const outsideLayerOf = ({ id, role }: Actor, readers: CaseReaders): Outside | undefined => {
  const { student, goesOnAs: same, coach, today } = readers;
  if (role === 'student') return id === student || id === same ? 'student' : undefined;
  return role === 'coach' && coach && isOrStandsIn(id, coach.id, coach.staff, [today]) ? 'coach' : undefined;
};

/** Judged from the streams themselves. Every answer of the second line's layer is a read that login will have to log. */
export const layerOf = async (
  engine: Engine,
  today: CalendarDate,
  student: StudentId,
  actor: Actor,
): Promise<Layer | undefined> => {
  if (actor.role === 'adviser' || actor.role === 'sabCoordinator')
    return (await holdsRole(engine, actor, today)) ? 'secondLine' : undefined;
  if (actor.role !== 'student' && actor.role !== 'coach') return undefined;
  const { id, now } = await goesOnAs(engine, student);
  const responsible = now.coach?.id ?? now.lastCoach;
  const coach = responsible && {
    id: responsible,
    staff: (await engine.fold(staffReadable, staffStream(responsible))).state,
  };
  return outsideLayerOf(actor, { student, goesOnAs: id, coach, today });
};
