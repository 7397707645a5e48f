import type { HappeningsOf } from '../../kernel/message.ts';
import { type DataByType, event, structural, uuidOf } from '../../kernel/schema.ts';
import type { StudentId } from '../student/ids.ts';

export const numberEvents = {
  NumberClaimed: event({
    by: ['ClaimNumber', 'MoveNumber'],
    says: 'This number is this student’s.',
    fields: { student: structural(uuidOf<StudentId>()) },
  }),
  NumberReleased: event({
    by: ['ReleaseNumber'],
    says: 'This number is nobody’s any more.',
    fields: { student: structural(uuidOf<StudentId>()) },
  }),
};

export type NumberData = DataByType<typeof numberEvents>;
export type NumberEvent = HappeningsOf<NumberData>;
