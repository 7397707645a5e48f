import { createHmac } from 'node:crypto';
import type { Hashing } from '../../ports/hashing.ts';
import type { Pseudonyms } from './happenings.ts';

/** 128 bits: no two share one. */
const length = 32;

/** Names that hold in one export: without the school's key nobody can tell who it is, nor lay two exports beside each other. */
export const pseudonymsOf = (hashing: Hashing, question: string): Pseudonyms => {
  const key = Buffer.from(hashing.hmac('pseudonym', question), 'hex');
  const known = new Map<string, string>();
  return {
    of: (kind, id) => {
      const text = `${kind}:${id}`;
      const before = known.get(text);
      if (before !== undefined) return before;
      const made = createHmac('sha256', key).update(text).digest('hex').slice(0, length);
      known.set(text, made);
      return made;
    },
  };
};
