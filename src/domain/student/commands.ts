import type { BirthBand } from './events.ts';
import type { NumberKey, NumberKind } from '../number/ids.ts';

/** A number claimed for the student before this command decides (DESIGN.md §3 of the specification). */
export interface Claim {
  readonly kind: NumberKind;
  readonly number: NumberKey;
}

/** What is known of the person; an absent field is not known. */
export interface Identity {
  readonly name?: string;
  /** `YYYY-MM-DD`; an unknown day or month is `00`. */
  readonly birthDate?: string;
  /** Only where the birth date itself may not be kept; otherwise worked out from it. */
  readonly birthBand?: BirthBand;
  readonly gender?: 'M' | 'V' | 'O';
  readonly studentNumber?: string;
  readonly contact?: string;
}

export interface RegisterStudent extends Identity {
  readonly type: 'RegisterStudent';
  readonly claims: readonly Claim[];
}
export interface CorrectStudent extends Identity {
  readonly type: 'CorrectStudent';
  readonly claims: readonly Claim[];
}
export type StudentCommand = RegisterStudent | CorrectStudent;
