import { randomUUID } from 'node:crypto';
import type { SabCaseCommand } from '../../src/domain/sab-case/commands.ts';
import type { SabCaseEvent } from '../../src/domain/sab-case/events.ts';
import { type CaseId, caseId, sabCaseStream } from '../../src/domain/sab-case/ids.ts';
import { sabCaseSubject } from '../../src/domain/sab-case/subject.ts';
import { type StudentId, studentId } from '../../src/domain/student/ids.ts';
import type { TrajectoryCommand } from '../../src/domain/trajectory/commands.ts';
import { sabNoteOf } from '../../src/domain/trajectory/sab-notes.ts';
import { trajectorySubject } from '../../src/domain/trajectory/subject.ts';
import type { Answer } from '../../src/engine/execute.ts';
import type { Actor } from '../../src/kernel/message.ts';
import { uuid } from '../../src/kernel/message.ts';
import { care, done, people } from './school.ts';
import type { RunningService, Who } from './service.ts';

const staff = (role: string): Who => ({ id: randomUUID(), role });

/** Who works in the second line of this school, and who looks at it from above. */
export const secondLine = {
  adviser: staff('adviser'),
  otherAdviser: staff('adviser'),
  coordinator: staff('sabCoordinator'),
  programmeManager: staff('programmeManager'),
};

export const staffSecondLine = async (service: RunningService): Promise<void> => {
  for (const [name, who] of Object.entries(secondLine)) {
    await done(service, `/api/staff/${who.id}/register-staff`, people.operator, { on: '2024-01-01', name });
    await done(service, `/api/staff/${who.id}/assign-role`, people.operator, {
      role: who.role,
      from: '2024-01-01',
    });
  }
};

const accepted = (what: string, answer: Answer): void => {
  if (answer.outcome !== 'done') throw new Error(`${what}: ${JSON.stringify(answer)}`);
};

/** A command on a trajectory. */
export const onTrajectory = async (
  service: RunningService,
  student: StudentId,
  command: TrajectoryCommand,
  who: Who,
): Promise<void> => {
  const context = { commandId: uuid(randomUUID()), actor: who as Actor, source: 'api' };
  accepted(
    command.type,
    await service.service.writing.engine.execute(trajectorySubject, student, command, context),
  );
};

/** A command on a case, and what the trajectory is to hold of it. */
export const onCase = async (
  service: RunningService,
  id: CaseId,
  command: SabCaseCommand,
  who: Who,
): Promise<void> => {
  const { engine, store } = service.service.writing;
  const context = { commandId: uuid(randomUUID()), actor: who as Actor, source: 'api' };
  const answer = await engine.execute(sabCaseSubject, id, command, context);
  accepted(command.type, answer);
  const written = await store.readStream(sabCaseStream(id));
  const event = written.at(-1);
  const [opened] = written;
  if (!event || !opened) throw new Error(`${id} has no events`);
  const note = sabNoteOf(id, event as unknown as SabCaseEvent);
  const { student } = opened.data as { readonly student: StudentId };
  if (note) await onTrajectory(service, student, note, { id: 'system', role: 'system' });
};

/** A student who is placed with the coach of this school, from registration on. */
export const placedStudent = async (
  service: RunningService,
  name: string,
  coach: Who = people.coach,
): Promise<StudentId> => {
  const id = studentId(randomUUID());
  const { infoshop, scoutOfCare } = people;
  const path = `/api/trajectories/${id}`;
  await done(service, `/api/students/${id}/register-student`, infoshop, { name });
  await done(service, `${path}/open-trajectory`, infoshop, { on: '2024-06-03' });
  await done(service, `${path}/apply`, infoshop, { on: '2024-06-03', landschap: 'zorg', wish: 'zorgen' });
  await done(service, `${path}/record-scoutgesprek`, scoutOfCare, {
    on: '2024-06-03',
    landschap: 'zorg',
    outcome: 'place',
    reasons: 'past',
  });
  await done(service, `${path}/place`, scoutOfCare, { on: '2024-06-03', programme: care, coach: coach.id });
  return id;
};

export const newCase = (): CaseId => caseId(randomUUID());
