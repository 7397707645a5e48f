import { evolveBy } from '../../kernel/decider.ts';
import type { Readable } from '../../kernel/subject.ts';
import type { Claim } from './commands.ts';
import { type BirthBand, type StudentData, type StudentEvent, studentEvents } from './events.ts';

export type StoredIdentity = StudentData['StudentRegistered'];

export interface Student {
  readonly registered: boolean;
  readonly birthBand?: BirthBand;
  /** The numbers claimed for him so far. */
  readonly numbers: readonly Claim[];
  /** As last stated; what may be read of it is the reader's affair. */
  readonly identity?: StoredIdentity;
}

const as = (identity: StoredIdentity): Student => ({
  registered: true,
  ...(identity.birthBand === undefined ? {} : { birthBand: identity.birthBand }),
  numbers: identity.numbers,
  identity,
});

export const studentReadable: Readable<Student, StudentEvent> = {
  initial: { registered: false, numbers: [] },
  evolve: evolveBy<StudentEvent, Student>({ StudentRegistered: as, StudentCorrected: as }),
  events: studentEvents,
};
