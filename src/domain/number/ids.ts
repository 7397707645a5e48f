import type { Brand } from '../../kernel/brand.ts';

/** HMAC-SHA-256 of the kind and the number, in hex: names a number without telling it. */
export type NumberKey = Brand<string, 'NumberKey'>;

/** What a number is a number of. A key of a delivery that is no BSN is a number of that BRIN alone. */
export type NumberKind = 'bsn' | 'onderwijsnummer' | 'studentNumber' | `brin:${string}`;

export const numberStream = (key: NumberKey): string => `number-${key}`;
