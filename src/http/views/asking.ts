import type { Actor } from '../../kernel/message.ts';
import { choice, optional, pattern, structural, text } from '../../kernel/schema.ts';
import { queryProblems } from '../answers.ts';
import { bodyOf } from '../bodies/given.ts';
import { pathId } from '../commands.ts';
import type { PersonRole } from '../headers.ts';
import { idSchema } from '../schemas.ts';

export type Typed = Readonly<Record<string, string | undefined>>;
export interface Viewing {
  readonly actor: Actor;
  /** The position that the answer must have seen. */
  readonly after: bigint | undefined;
}

export const after = optional(
  structural(
    pattern('position (as a command answered it)', /^[0-9]{1,18}$/, '42'),
    'the answer has seen this position, or says that it cannot',
  ),
);
export const day = (says: string) => optional(structural(text(10), says));
export const typed = (says: string) => optional(structural(text(80), says));
export const AfterQuery = bodyOf('AfterQuery', { after });

/** Whoever works here, but not who runs the system and not who reads sealed evidence only. */
export const office: readonly PersonRole[] = [
  'infoshop',
  'scout',
  'coach',
  'adviser',
  'sabCoordinator',
  'teamLeader',
  'programmeManager',
  'quality',
];
/** Names of students behind a figure: who leads, and who watches over quality. */
export const leaders: readonly PersonRole[] = ['sabCoordinator', 'teamLeader', 'programmeManager', 'quality'];
export const everybodyHere: readonly PersonRole[] = [...office, 'operator'];

/** A list is there, also when nothing is in it. */
export const withoutNotFound = queryProblems.filter((status) => status !== 404);

export const viewing = (query: Typed, actor: Actor | undefined): Viewing => {
  if (!actor) throw new Error('a view that judges who asks was reached by nobody');
  return { actor, after: query['after'] === undefined ? undefined : BigInt(query['after']) };
};
export const id = { id: idSchema };
export const pathIdOf = ({ id: given }: Typed) => pathId(given ?? '');

/** A report as a file, and for whom it is. */
export const takenAway = {
  format: optional(structural(choice('json', 'csv', 'xlsx', 'pdf'), 'absent: json')),
  for: optional(
    structural(
      choice('outside', 'team'),
      'of a file; outside leaves out what could be counted back to fewer than five students; absent: outside',
    ),
  ),
};
export const fileTypes: readonly string[] = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/pdf',
];
