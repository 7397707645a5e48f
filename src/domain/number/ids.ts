import type { Brand } from '../../kernel/brand.ts';
import { pattern } from '../../kernel/schema.ts';

/** HMAC-SHA-256 of the kind and the number, in hex: names a number without telling it. */
export type NumberKey = Brand<string, 'NumberKey'>;

export const numberKeyText = pattern<NumberKey>('key of a number (64 hex)', /^[0-9a-f]{64}$/, 'e3b0…');

/** What a number is a number of. A key of a delivery that is no BSN is a number of that BRIN alone. */
export type NumberKind = 'bsn' | 'onderwijsnummer' | 'studentNumber' | `brin:${string}`;

export const numberStream = (key: NumberKey): string => `number-${key}`;
