import type { StudentId } from '../../domain/student/ids.ts';
import { trajectoryEvents } from '../../domain/trajectory/events.ts';
import { group, list, type Shape, structural, uuidOf } from '../../kernel/schema.ts';
import type { GroupRequest } from '../messages.ts';
import { type BodyClass, bodyOf } from './given.ts';

const largestGroup = 100;

const studentOf = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null && 'student' in entry ? entry.student : entry;

/** Somebody who is named twice would be answered twice, and nobody knows which of the two was meant. */
const eachOnce = <T>(each: Shape<T>): Shape<readonly T[]> => {
  const entries = list(each, largestGroup);
  return {
    ...entries,
    wrong: (value, path) => {
      const wrong = entries.wrong(value, path);
      if (wrong !== undefined) return wrong;
      const students = (value as readonly unknown[]).map(studentOf);
      if (students.length === 0) return `${path}: names nobody`;
      const twice = students.findIndex((student, index) => students.indexOf(student) < index);
      return twice < 0 ? undefined : `${path}[${twice}]: names a student who is in the list already`;
    },
  };
};

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
