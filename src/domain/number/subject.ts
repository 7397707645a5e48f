import { accept, decideBy, nothing, refuse } from '../../kernel/decider.ts';
import type { Role } from '../../kernel/message.ts';
import type { Subject } from '../../kernel/subject.ts';
import { studentStream } from '../student/ids.ts';
import { studentReadable } from '../student/state.ts';
import type { NumberCommand } from './commands.ts';
import type { NumberEvent } from './events.ts';
import { type NumberKey, numberStream } from './ids.ts';
import type { NumberRefusal } from './refusals.ts';
import { type ClaimedNumber, numberReadable } from './state.ts';

export interface NumberFacts {
  /** Whether anything is known of the holder; a claim whose student never came about binds nobody. */
  readonly holderExists: boolean;
  /** Whether the holder is registered with this very number. */
  readonly registeredWith: boolean;
}

/** A claim is part of registering, correcting or merging: whoever may do one of these may claim. */
const claimants: readonly Role[] = [
  'infoshop',
  'scout',
  'coach',
  'adviser',
  'sabCoordinator',
  'teamLeader',
  'programmeManager',
  'system',
  'importer',
  'simulator',
];

/** One number, one student, over all streams (DESIGN.md §3 of the specification). */
export const numberSubject: Subject<
  NumberKey,
  NumberCommand,
  NumberEvent,
  ClaimedNumber,
  NumberFacts,
  NumberRefusal
> = {
  ...numberReadable,
  name: 'number',
  stream: numberStream,
  gather: async (_command, { holder }, id, { fold }) => {
    const student = holder === undefined ? undefined : await fold(studentReadable, studentStream(holder));
    return {
      holderExists: student?.registered ?? false,
      registeredWith: student?.numbers.some(({ number }) => number === id) ?? false,
    };
  },
  mayAsk: ({ role }) => (claimants.includes(role) ? undefined : { code: 'NotYours' }),
  decide: decideBy<NumberCommand, ClaimedNumber, NumberFacts, NumberEvent, NumberRefusal>({
    ClaimNumber: ({ student }, { holder }, { holderExists }) => {
      if (holder === student) return nothing;
      if (holder !== undefined && holderExists) return refuse({ code: 'NumberInUse', holder });
      return accept({ type: 'NumberClaimed', data: { student } });
    },

    ReleaseNumber: ({ student }, { holder }, { registeredWith }) => {
      if (holder === undefined) return nothing;
      if (holder !== student) return refuse({ code: 'NotTheHolder' });
      if (registeredWith) return refuse({ code: 'StillTheirs' });
      return accept({ type: 'NumberReleased', data: { student } });
    },

    MoveNumber: ({ from, to }, { holder }) => {
      if (holder === to) return nothing;
      if (holder !== from) return refuse({ code: 'NotTheHolder' });
      return accept({ type: 'NumberClaimed', data: { student: to } });
    },
  }),
};
