import type { StudentId } from '../student/ids.ts';

export interface ClaimNumber {
  readonly type: 'ClaimNumber';
  readonly student: StudentId;
}
/** Refused for anybody but the student who holds it. */
export interface ReleaseNumber {
  readonly type: 'ReleaseNumber';
  readonly student: StudentId;
}
/** From a duplicate to the student who goes on (follow-up of `MergeInto`). */
export interface MoveNumber {
  readonly type: 'MoveNumber';
  readonly from: StudentId;
  readonly to: StudentId;
}
export type NumberCommand = ClaimNumber | ReleaseNumber | MoveNumber;
