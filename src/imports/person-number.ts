import { isElfproef, isOnderwijsnummer } from '../domain/number/elfproef.ts';

/**
 * A number that a line names its person by. A BSN or onderwijsnummer means the same in every file; any other
 * text (`6`, `BSN1`) only something within the files of one school.
 */
export interface PersonNumber {
  readonly kind: 'bsn' | 'onderwijsnummer' | 'own';
  readonly number: string;
}

const longestNumber = 40;

const proves = { bsn: isElfproef, onderwijsnummer: isOnderwijsnummer } as const;

/** Zeroes stand for "no number" in exports of several systems. */
export const numberIn = (text: string | undefined, kind: 'bsn' | 'onderwijsnummer'): PersonNumber[] =>
  text === undefined || /^0*$/.test(text) || text.length > longestNumber || /\p{C}/u.test(text)
    ? []
    : [proves[kind](text) ? { kind, number: text } : { kind: 'own', number: text }];
