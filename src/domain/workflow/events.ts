import { type HappeningsOf, roles } from '../../kernel/message.ts';
import {
  choice,
  type DataByType,
  date,
  event,
  freeText,
  group,
  list,
  moment,
  optional,
  structural,
  text,
  uuidOf,
  wholeNumber,
} from '../../kernel/schema.ts';
import { landschapCode } from '../institution/ids.ts';

const step = structural(text(200), 'names what is asked, within this workflow');

export const askedOfFields = {
  role: structural(choice(...roles)),
  person: optional(structural(uuidOf(), 'absent: whoever has the role')),
  landschap: optional(structural(landschapCode, 'absent: anywhere')),
};
const askedOf = group('askedOf', askedOfFields);
const standsStill = optional(structural(choice(true), 'its clock is paused: it does not climb'));

/** What a timer is for: to ask, to climb, or to look whether something has not happened. */
export const timerKinds = ['ask', 'climb', 'look'] as const;
export type TimerKind = (typeof timerKinds)[number];

/** What workflows keep: what they asked of whom, until when, and what became of it. Structural but for reasons. */
export const workflowEvents = {
  WorkflowBegun: event({
    by: ['Hear'],
    says: 'A workflow began, by this version of its rule; it keeps to it until it is migrated.',
    fields: { version: structural(wholeNumber(1, 9_999)) },
  }),
  WorkflowMigrated: event({
    by: ['Migrate'],
    says: 'The workflow goes on by another version of its rule.',
    fields: { version: structural(wholeNumber(1, 9_999)) },
  }),
  TimerSet: event({
    by: ['Hear', 'Fire', 'Migrate'],
    says: 'To be woken at a moment; takes the place of an earlier timer of the same step.',
    fields: { step, kind: structural(choice(...timerKinds)), at: structural(moment) },
  }),
  TimerIgnored: event({
    by: ['Fire'],
    says: 'A timer came and there was nothing to do any more.',
    fields: {
      step,
      at: structural(moment),
      why: structural(choice('ended', 'moved', 'nothingToAsk', 'nothingMore', 'topOfLadder', 'standsStill')),
    },
  }),
  TaskAsked: event({
    by: ['Hear', 'Fire', 'Migrate'],
    says: 'Somebody is asked to do something by a day. The id of this event is the id of the task.',
    fields: {
      step,
      of: structural(askedOf),
      due: structural(date, 'the last day on which it is in time'),
      climbs: structural(wholeNumber(1, 999), 'school days to each rung of the ladder'),
      ladder: structural(list(askedOf, 5)),
      causes: structural(list(uuidOf(), 200), 'ids of the events from which it follows'),
      does: structural(text(80), 'the command that ends it'),
      standsStill,
    },
  }),
  TaskMoved: event({
    by: ['Hear', 'Migrate'],
    says: 'The task has another due date, is another’s to do, or stands still: what it rests on changed.',
    fields: {
      step,
      of: structural(askedOf),
      due: structural(date),
      ladder: optional(structural(list(askedOf, 5), 'absent: as before')),
      standsStill,
    },
  }),
  TaskEscalated: event({
    by: ['Fire'],
    says: 'It was not done in time: the next rung of the ladder is asked too.',
    fields: {
      step,
      rung: structural(wholeNumber(1, 5)),
      to: structural(askedOf),
      shouldHaveActed: structural(askedOf),
      deputy: optional(structural(uuidOf(), 'who stood in for an absent one that day')),
    },
  }),
  TaskEnded: event({
    by: ['Hear', 'Fire', 'Migrate'],
    says: 'What was asked happened, or need not happen any more.',
    fields: { step, cause: optional(structural(uuidOf(), 'the event after which it was so')) },
  }),
  TaskClaimed: event({
    by: ['ClaimTask'],
    says: 'Somebody of those who are asked takes it on.',
    fields: { step, by: structural(uuidOf()) },
  }),
  TaskReassigned: event({
    by: ['ReassignTask'],
    says: 'It is asked of somebody else from now on.',
    fields: { step, to: structural(askedOf) },
  }),
  TaskSnoozed: event({
    by: ['SnoozeTask'],
    says: 'To be looked at again on a day; the due date stays.',
    fields: { step, until: structural(date, 'the follow-up date') },
  }),
  TaskWithdrawn: event({
    by: ['WithdrawTask'],
    says: 'Need not be done, says a person, with why.',
    fields: { step, why: freeText(text(1_000)) },
  }),
  SignalFound: event({
    by: ['Hear', 'Fire', 'Migrate'],
    says: 'A signal rule came true; the trajectory is told.',
    fields: {
      step,
      rule: structural(text(80)),
      ruleVersion: structural(wholeNumber(1, 9_999)),
      events: structural(list(uuidOf(), 200), 'ids of the events that fired it'),
    },
  }),
};

export type WorkflowData = DataByType<typeof workflowEvents>;
export type WorkflowEvent = HappeningsOf<WorkflowData>;
