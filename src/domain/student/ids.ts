import type { Brand } from '../../kernel/brand.ts';
import { uuid, type Uuid } from '../../kernel/message.ts';

/** A student, and so his trajectory: the trajectory of `student-X` is `trajectory-X`. */
export type StudentId = Brand<Uuid, 'StudentId'>;

export const studentId = (text: string): StudentId => uuid(text) as StudentId;
export const studentStream = (id: StudentId): string => `student-${id}`;
