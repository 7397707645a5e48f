import { timingSafeEqual } from 'node:crypto';
import type { StudentId } from '../domain/student/ids.ts';
import type { InvitationId } from '../domain/trajectory/ids.ts';
import { isUuid, type Uuid } from '../kernel/message.ts';
import type { Hashing } from '../ports/hashing.ts';

/** What a token stands for: who was invited to rate whom. */
export interface Invited {
  readonly student: StudentId;
  readonly invitation: InvitationId;
}

const idBytes = 16;
const sealBytes = 32;
const tokenShape = /^[A-Za-z0-9_-]{86}$/;

const bytesOf = (id: Uuid): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const idIn = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const sealOf = (hashing: Hashing, { student, invitation }: Invited): Buffer =>
  Buffer.from(hashing.hmac('invitation', `${student}/${invitation}`), 'hex');

/** Always the same for the same invitation, so that it need not be kept: student, invitation and a seal over both. */
export const tokenFor = (hashing: Hashing, invited: Invited): string =>
  Buffer.concat([bytesOf(invited.student), bytesOf(invited.invitation), sealOf(hashing, invited)]).toString(
    'base64url',
  );

/** Whom a token names, when the seal is ours; it is compared in one time, whatever of it is right. */
export const invitedBy = (hashing: Hashing, token: string): Invited | undefined => {
  if (!tokenShape.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 2 * idBytes + sealBytes || bytes.toString('base64url') !== token) return undefined;
  const [student, invitation] = [
    idIn(bytes.subarray(0, idBytes)),
    idIn(bytes.subarray(idBytes, 2 * idBytes)),
  ];
  if (!isUuid(student) || !isUuid(invitation)) return undefined;
  const invited = { student: student as StudentId, invitation: invitation as InvitationId };
  return timingSafeEqual(sealOf(hashing, invited), bytes.subarray(2 * idBytes)) ? invited : undefined;
};
