import { landschappenOf, liesAs } from '../../../projections/worklist/list.ts';
import { lyingWith, type TaskShown, type WorklistOf } from '../../../projections/tasks.ts';
import { workflows } from '../../../workflows/index.ts';
import type { LandschapCode } from '../../domain/institution/ids.ts';
import {
  type AssignedRole,
  hasRole,
  type Staff,
  staffReadable,
  worksHere,
} from '../../domain/staff/state.ts';
import { type StaffId, staffStream } from '../../domain/staff/ids.ts';
import type { Engine } from '../../engine/execute.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Actor, Role, Uuid } from '../../kernel/message.ts';
import type { Reader } from '../figures/reader.ts';

/** What a task is about; of a rule that this build no longer has nothing is taken for open. */
export const kindOf = (workflow: string): 'trajectory' | 'sabCase' =>
  workflows.find(({ name }) => name === workflow)?.about ?? 'sabCase';

export const staffOf = async (engine: Engine, id: string): Promise<Staff> =>
  (await engine.fold(staffReadable, staffStream(id as StaffId))).state;

const rolesOn = (staff: Staff, on: CalendarDate): readonly AssignedRole[] =>
  worksHere(staff, on)
    ? staff.roles.filter(({ from, until }) => from <= on && (until === undefined || on <= until))
    : [];

interface Asking {
  readonly engine: Engine;
  readonly reader: Pick<Reader, 'ask'>;
  readonly today: CalendarDate;
}

/**
 * Whose tasks somebody has: his own in every role that his own stream says he holds, in whichever of these he asks,
 * and those of whom he stands in for. A student has what is asked of him.
 */
export const worklistOf = async (
  { id, role }: Actor,
  { engine, reader, today }: Asking,
): Promise<WorklistOf> => {
  if (role === 'student') return { persons: [id as Uuid], roles: [] };
  return {
    persons: [id as Uuid, ...(await reader.ask('standsInFor', { staff: id as StaffId, on: today }))],
    roles: rolesOn(await staffOf(engine, id), today),
  };
};

/** A student is no member of staff, whoever says that he is. */
export const liesWith = ({ role }: Actor, of: WorklistOf, task: TaskShown): boolean => {
  const as = liesAs(of, task);
  return as !== undefined && (as.role === 'student') === (role === 'student');
};

/** What somebody sees to be done by others, because he leads them. */
export interface Leading {
  readonly task: (task: TaskShown) => boolean;
  readonly person: (staff: Staff) => boolean;
  readonly landschap: (landschap: string) => boolean;
}

const secondLine: readonly Role[] = ['adviser', 'sabCoordinator'];

/** That there is a case, and whose, stays with the second line: who leads the first line sees nothing of it here. */
export const leading = async (
  actor: Actor,
  { engine, today }: Pick<Asking, 'engine' | 'today'>,
): Promise<Leading | undefined> => {
  const asker = await staffOf(engine, actor.id);
  if (!hasRole(asker, actor.role, today)) return undefined;
  const ofFirstLine = ({ workflow }: TaskShown): boolean => kindOf(workflow) === 'trajectory';
  switch (actor.role) {
    case 'programmeManager':
      return { task: ofFirstLine, person: () => true, landschap: () => true };
    case 'teamLeader': {
      const everywhere = rolesOn(asker, today).some(
        ({ role, landschap }) => role === 'teamLeader' && landschap === undefined,
      );
      const leads = (landschap: string | undefined): boolean =>
        landschap === undefined
          ? everywhere
          : hasRole(asker, 'teamLeader', today, landschap as LandschapCode);
      return {
        task: (task) => ofFirstLine(task) && landschappenOf(task).some(leads),
        person: (staff) => rolesOn(staff, today).some(({ landschap }) => leads(landschap)),
        landschap: leads,
      };
    }
    case 'sabCoordinator':
      return {
        task: (task) => lyingWith(task).some(({ role }) => secondLine.includes(role)),
        person: (staff) => rolesOn(staff, today).some(({ role }) => secondLine.includes(role)),
        landschap: () => true,
      };
    default:
      return undefined;
  }
};
