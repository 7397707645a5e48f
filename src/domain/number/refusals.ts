import type { StudentId } from '../student/ids.ts';
import type { NumberKind } from './ids.ts';

/** Why a claim on a number is not granted. Who holds it is told only to those who may see him. */
export type NumberRefusal =
  | { readonly code: 'NotYours' }
  | { readonly code: 'NumberInUse'; readonly holder: StudentId }
  | { readonly code: 'NotTheHolder' }
  /** The student is registered with it: a correction has to state another one first. */
  | { readonly code: 'StillTheirs' };

/** Said at the edge, where the number itself is still at hand; it is not part of what is refused. */
export interface InvalidNumber {
  readonly code: 'InvalidNumber';
  readonly kind: NumberKind;
}
