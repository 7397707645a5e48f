import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { evolveBy } from '../../kernel/decider.ts';
import type { DataByType } from '../../kernel/schema.ts';
import type { HappeningsOf } from '../../kernel/message.ts';
import type { guidanceEvents, Rater } from './events/guidance.ts';
import type { BpvId, GoalId, InvitationId, PortfolioItemId } from './ids.ts';

/** The events that guidance is counted by; what was said in a conversation is no part of it. */
export type GuidanceEvent = Exclude<
  HappeningsOf<DataByType<typeof guidanceEvents>>,
  { readonly type: 'ConversationHeld' }
>;

/** A goal, or a stretch of practical training: when it began and when it was over. */
interface Stretch {
  readonly on: CalendarDate;
  readonly endedOn: CalendarDate | undefined;
}

export interface Invitation {
  readonly rater: Rater;
  readonly on: CalendarDate;
  readonly expiresOn: CalendarDate;
  readonly usedOn: CalendarDate | undefined;
}

/** What guidance has come to so far. */
export interface Guidance {
  readonly invitations: ReadonlyMap<InvitationId, Invitation>;
  readonly portfolio: ReadonlySet<PortfolioItemId>;
  readonly goals: ReadonlyMap<GoalId, Stretch>;
  readonly bpvs: ReadonlyMap<BpvId, Stretch>;
  /** Of the present programme. */
  readonly finalPhaseOn: CalendarDate | undefined;
}

export const noGuidance: Guidance = {
  invitations: new Map(),
  portfolio: new Set(),
  goals: new Map(),
  bpvs: new Map(),
  finalPhaseOn: undefined,
};

const ended = <Id>(
  stretches: ReadonlyMap<Id, Stretch>,
  id: Id,
  endedOn: CalendarDate,
): ReadonlyMap<Id, Stretch> => {
  const found = stretches.get(id);
  return found ? new Map(stretches).set(id, { ...found, endedOn }) : stretches;
};

const begun = <Id>(stretches: ReadonlyMap<Id, Stretch>, id: Id, on: CalendarDate): ReadonlyMap<Id, Stretch> =>
  new Map(stretches).set(id, { on, endedOn: undefined });

export const guidanceAfter = evolveBy<GuidanceEvent, Guidance>({
  RaterInvited: ({ on, invitation, rater, expiresOn }, now) => ({
    ...now,
    invitations: new Map(now.invitations).set(invitation, { rater, on, expiresOn, usedOn: undefined }),
  }),
  LeermeterRated: ({ on, invitation }, now) => {
    const used = invitation === undefined ? undefined : now.invitations.get(invitation);
    return invitation !== undefined && used
      ? { ...now, invitations: new Map(now.invitations).set(invitation, { ...used, usedOn: on }) }
      : now;
  },
  PortfolioItemAdded: ({ item }, now) => ({ ...now, portfolio: new Set(now.portfolio).add(item) }),
  GoalAgreed: ({ on, goal }, now) => ({ ...now, goals: begun(now.goals, goal, on) }),
  GoalReached: ({ on, goal }, now) => ({ ...now, goals: ended(now.goals, goal, on) }),
  BpvStarted: ({ on, bpv }, now) => ({ ...now, bpvs: begun(now.bpvs, bpv, on) }),
  BpvEnded: ({ on, bpv }, now) => ({ ...now, bpvs: ended(now.bpvs, bpv, on) }),
  FinalPhaseEntered: ({ on }, now) => ({ ...now, finalPhaseOn: on }),
});

/** Another programme has a final phase of its own. */
export const inAnotherProgramme = (now: Guidance): Guidance =>
  now.finalPhaseOn === undefined ? now : { ...now, finalPhaseOn: undefined };
