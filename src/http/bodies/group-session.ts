import type { StudentId } from '../../domain/student/ids.ts';
import { trajectoryEvents } from '../../domain/trajectory/events.ts';
import { group, type Shape, structural, uuidOf } from '../../kernel/schema.ts';
import type { GroupRequest } from '../messages.ts';
import { eachNamedOnce } from './each-once.ts';
import { type BodyClass, bodyOf } from './given.ts';

const largestGroup = 100;

const eachOnce = <T>(each: Shape<T>): Shape<readonly T[]> =>
  eachNamedOnce(each, { most: largestGroup, named: 'student', one: 'a student who', nobody: 'nobody' });

const says = `at most ${largestGroup} students, each once`;
const student = structural(uuidOf<StudentId>());
const { session: _session, ...conversation } = trajectoryEvents.ConversationHeld.fields;
const { agreements, goals, studentWants } = conversation;
const { on, training, attendance } = trajectoryEvents.TrainingAttendanceRecorded.fields;

/** What a group did together; the path names the session. */
export const groupSessionBodies: {
  readonly [Type in GroupRequest['type']]: BodyClass<Omit<Extract<GroupRequest, { type: Type }>, 'type'>>;
} = {
  RecordGroupConversation: bodyOf('RecordGroupConversation', {
    ...conversation,
    students: structural(
      eachOnce(group('student', { student, agreements, goals, studentWants })),
      `${says}; what is said of a student here goes before what was said to all`,
    ),
  }),
  RecordTrainingSession: bodyOf('RecordTrainingSession', {
    on,
    training,
    attendance: structural(eachOnce(group('student', { student, attendance })), says),
  }),
  RunLoopbaanboxSession: bodyOf('RunLoopbaanboxSession', {
    on,
    students: structural(eachOnce(uuidOf<StudentId>()), says),
  }),
};
