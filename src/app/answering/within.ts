import type { LandschapCode } from '../../domain/institution/ids.ts';
import { staffStream, type StaffId } from '../../domain/staff/ids.ts';
import { hasRole, staffReadable } from '../../domain/staff/state.ts';
import { problem } from '../../http/problem.ts';
import type { Actor } from '../../kernel/message.ts';
import type { ReadingRoom } from './reading-room.ts';
import { today } from './seen.ts';

/**
 * The landschap that somebody may ask about by his role in it: the one asked for, or the only one that is his;
 * absent when the role holds everywhere. Outside it the answer is no, not less.
 */
export const landschapWithin = async (
  room: ReadingRoom,
  { id, role }: Actor,
  asked: LandschapCode | undefined,
): Promise<LandschapCode | undefined> => {
  const { state } = await room.engine.fold(staffReadable, staffStream(id as StaffId));
  const holds = (landschap: LandschapCode | undefined) => hasRole(state, role, today(room), landschap);
  const theirs = state.roles.filter((each) => each.role === role).map(({ landschap }) => landschap);
  const everywhere = theirs.includes(undefined) && holds(undefined);
  const only = theirs.length === 1 ? theirs[0] : undefined;
  const landschap = asked ?? (everywhere ? undefined : only);
  if (landschap === undefined ? !everywhere : !holds(landschap))
    throw problem('NotYours', { landschappen: theirs.filter((each) => each !== undefined) });
  return landschap;
};

/** Whose students are counted. */
export interface Whose {
  readonly landschap?: LandschapCode;
  readonly coach?: StaffId;
}

/**
 * Leaders see their landschap, those who lead or watch over the school all of it, a coach himself. Who may ask at
 * all is the route's to say.
 */
export const whoseWithin = async (
  room: ReadingRoom,
  actor: Actor,
  asked: LandschapCode | undefined,
): Promise<Whose> => {
  const landschap = actor.role === 'teamLeader' ? await landschapWithin(room, actor, asked) : asked;
  return {
    ...(landschap === undefined ? {} : { landschap }),
    ...(actor.role === 'coach' ? { coach: actor.id as StaffId } : {}),
  };
};
