import type { Brand } from '../kernel/brand.ts';
import type { Hashing } from '../ports/hashing.ts';

/** The name of the stream on which this number is claimed; without the key nobody can try out numbers. */
export const numberKey = (hashing: Hashing, kind: string, number: string): Brand<string, 'NumberKey'> =>
  hashing.hmac('number', `${kind}:${number}`) as Brand<string, 'NumberKey'>;
