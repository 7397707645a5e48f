import { isElfproef, isOnderwijsnummer } from './elfproef.ts';
import type { NumberKind } from './ids.ts';
import type { InvalidNumber } from './refusals.ts';

export type CheckedNumber =
  /** The text that is claimed: the number as typed, without spaces around it. */
  | { readonly valid: true; readonly number: string }
  | { readonly valid: false; readonly refusal: InvalidNumber };

const longest = 40;

const holds = (kind: NumberKind, number: string): boolean => {
  if (kind === 'bsn') return isElfproef(number);
  if (kind === 'onderwijsnummer') return isOnderwijsnummer(number);
  return number.length > 0 && number.length <= longest;
};

/** Whether a text can be a number of this kind. The keys of a delivery (`brin:…`) are whatever its school uses. */
export const checkNumber = (kind: NumberKind, text: string): CheckedNumber => {
  const number = text.trim();
  return holds(kind, number)
    ? { valid: true, number }
    : { valid: false, refusal: { code: 'InvalidNumber', kind } };
};
