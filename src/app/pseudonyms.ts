import { createHmac } from 'node:crypto';
import type { Hashing } from '../ports/hashing.ts';

/** 128 bits: no two of a school share one. */
const length = 32;

export interface Pseudonyms {
  /** What stands for somebody or something of this kind. */
  readonly of: (kind: string, id: string) => string;
  /** The whole hash. */
  readonly hash: (kind: string, text: string) => string;
}

/**
 * Names that hold in one answer: with the school's key anybody can make them again; without, nobody can tell who it is, nor lay
 * two answers beside each other.
 */
export const pseudonymsOf = (hashing: Hashing, question: string): Pseudonyms => {
  const key = Buffer.from(hashing.hmac('pseudonym', question), 'hex');
  const hash = (kind: string, text: string): string =>
    createHmac('sha256', key).update(`${kind}:${text}`).digest('hex');
  const known = new Map<string, string>();
  return {
    hash,
    of: (kind, id) => {
      const before = known.get(`${kind}:${id}`);
      if (before !== undefined) return before;
      const made = hash(kind, id).slice(0, length);
      known.set(`${kind}:${id}`, made);
      return made;
    },
  };
};
