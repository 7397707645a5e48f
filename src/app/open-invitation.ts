import { trajectoryStream } from '../domain/trajectory/ids.ts';
import type { TrajectoryRefusal } from '../domain/trajectory/refusals.ts';
import { type Trajectory, trajectoryReadable } from '../domain/trajectory/state.ts';
import type { Engine } from '../engine/execute.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Hashing } from '../ports/hashing.ts';
import { type Invited, invitedBy } from './invitation-token.ts';

interface Parts {
  readonly engine: Engine;
  readonly hashing: Hashing;
}

type Invitation = NonNullable<ReturnType<Trajectory['guidance']['invitations']['get']>>;
type Behind = Invited & Invitation;

/** Whatever is wrong with a token, its holder hears no more than this. */
export const unknownInvitation = { code: 'UnknownInvitation' } as const;

/** The invitation that a token is for; a token that is not ours is found out before any stream is read. */
export const invitationBehind = async (
  { engine, hashing }: Parts,
  token: string,
): Promise<Behind | undefined> => {
  const invited = invitedBy(hashing, token);
  if (!invited) return undefined;
  const { state } = await engine.fold(trajectoryReadable, trajectoryStream(invited.student));
  const found =
    state.mergedInto === undefined ? state.guidance.invitations.get(invited.invitation) : undefined;
  return found && { ...invited, ...found };
};

/** Why it can be used no more; the decider says the same of whoever rates. */
export const closedOn = (
  { invitation, usedOn, expiresOn }: Behind,
  today: CalendarDate,
): TrajectoryRefusal | undefined => {
  if (usedOn !== undefined) return { code: 'InvitationUsed', invitation, on: usedOn };
  return today > expiresOn ? { code: 'InvitationExpired', invitation, on: expiresOn } : undefined;
};
