import type { InstitutionCommand } from '../domain/institution/commands.ts';
import { institutionEvents } from '../domain/institution/events.ts';
import { sabCaseEvents } from '../domain/sab-case/events.ts';
import { caseId } from '../domain/sab-case/ids.ts';
import { staffId } from '../domain/staff/ids.ts';
import { staffEvents } from '../domain/staff/events.ts';
import { studentId } from '../domain/student/ids.ts';
import { studentEvents } from '../domain/student/events.ts';
import { trajectoryEvents } from '../domain/trajectory/events.ts';
import { sessionId } from '../domain/trajectory/ids.ts';
import { workflowEvents } from '../domain/workflow/events.ts';
import type { EventDefinitions } from '../kernel/schema.ts';
import { CalendarTokenMade, InvitationMade } from './answers.ts';
import { groupSessionBodies } from './bodies/group-session.ts';
import { institutionBodies, staffBodies, studentBodies } from './bodies/others.ts';
import { sabCaseBodies } from './bodies/sab-case.ts';
import { taskBatchBodies, taskBodies } from './bodies/task.ts';
import { trajectoryBodies } from './bodies/trajectory.ts';
import { commandController, groupController, taskBatchController } from './commands.ts';
import { ratingController } from './invitations.ts';
import {
  type GroupRequest,
  OnGroupSession,
  OnInstitution,
  OnSabCase,
  OnStaff,
  OnStudent,
  OnTask,
  OnTaskBatch,
  OnTrajectory,
  type SabCaseRequest,
  type StaffRequest,
  type StudentRequest,
  type TaskBatchRequest,
  type TaskRequest,
  type TrajectoryRequest,
} from './messages.ts';

/** What a command is for is what its events say. */
const saidBy =
  (events: EventDefinitions) =>
  (type: string): string =>
    Object.entries(events)
      .filter(([, { by }]) => by.includes(type))
      .map(([event, { says }]) => `${event}: ${says}`)
      .join(' ');

const need = <T>(id: T | undefined): T => {
  if (id === undefined) throw new Error('a path without an id reached a subject that has one');
  return id;
};

export const commandControllers = [
  commandController<Extract<TrajectoryRequest, { type: keyof typeof trajectoryBodies }>>(
    {
      name: 'Trajectories',
      path: 'api/trajectories',
      withId: true,
      bodies: trajectoryBodies,
      says: saidBy(trajectoryEvents),
      message: (id, command, asked) => new OnTrajectory(studentId(need(id)), command, asked),
    },
    { InviteRater: InvitationMade },
  ),
  commandController<SabCaseRequest>({
    name: 'SabCases',
    path: 'api/sab-cases',
    withId: true,
    bodies: sabCaseBodies,
    says: saidBy(sabCaseEvents),
    message: (id, command, asked) => new OnSabCase(caseId(need(id)), command, asked),
  }),
  groupController<GroupRequest>({
    name: 'GroupSessions',
    path: 'api/group-sessions',
    withId: true,
    bodies: groupSessionBodies,
    says: saidBy(trajectoryEvents),
    message: (id, command, asked) => new OnGroupSession(sessionId(need(id)), command, asked),
  }),
  ratingController,
  commandController<TaskRequest>({
    name: 'Tasks',
    path: 'api/tasks',
    withId: true,
    bodies: taskBodies,
    says: saidBy(workflowEvents),
    message: (id, command, asked) => new OnTask(need(id), command, asked),
    mayBeUnknown: true,
  }),
  taskBatchController<TaskBatchRequest>({
    name: 'TaskBatches',
    path: 'api/task-batches',
    withId: true,
    bodies: taskBatchBodies,
    says: (type) => saidBy(workflowEvents)(type.replace(/s$/, '')),
    message: (id, command, asked) => new OnTaskBatch(need(id), command, asked),
  }),
  commandController<StudentRequest>({
    name: 'Students',
    path: 'api/students',
    withId: true,
    bodies: studentBodies,
    says: saidBy(studentEvents),
    message: (id, command, asked) => new OnStudent(studentId(need(id)), command, asked),
  }),
  commandController<StaffRequest>(
    {
      name: 'Staff',
      path: 'api/staff',
      withId: true,
      bodies: staffBodies,
      says: saidBy(staffEvents),
      message: (id, command, asked) => new OnStaff(staffId(need(id)), command, asked),
    },
    { IssueCalendarToken: CalendarTokenMade },
  ),
  commandController<Exclude<InstitutionCommand, { type: 'AdoptTable' }>>({
    name: 'Institution',
    path: 'api/institution',
    withId: false,
    bodies: institutionBodies,
    says: saidBy(institutionEvents),
    message: (_id, command, asked) => new OnInstitution(command, asked),
  }),
];
