import type { NumberKind } from '../number/ids.ts';
import type { StudentId } from './ids.ts';

/** Why a student is not registered or corrected so. */
export type StudentRefusal =
  | { readonly code: 'NotYours' }
  | { readonly code: 'AlreadyRegistered' }
  | { readonly code: 'UnknownStudent' }
  | { readonly code: 'InvalidBirthDate' }
  /** The claim that this command rests on is somebody else's, or nobody's, by now. */
  | { readonly code: 'NumberInUse'; readonly kind: NumberKind; readonly holder?: StudentId }
  | { readonly code: 'TooManyNumbers'; readonly most: number };
