import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../../src/kernel/message.ts';
import type { Dimension, Initiative } from '../../../src/domain/trajectory/events.ts';
import type { SwitchId } from '../../../src/domain/trajectory/ids.ts';
import { type Fact, idsOf } from '../known/facts.ts';
import type { RegisterEnrolled } from '../accounts/register-account.ts';
import type { Moment, SwitchMade } from './switches.ts';
import type { View } from '../accounts/view.ts';

/** One member of a definition's population: a student, a start programme or a switch. */
export interface SwitchMember {
  readonly switch: SwitchId | null;
  readonly counted: boolean | 'opstromer' | 'doorstromer' | 'uitstromer';
  readonly because: Counting;
  readonly dimensions: readonly Dimension[];
  readonly moment: readonly Moment[];
  readonly initiative: Initiative | null;
  readonly events: readonly Uuid[];
  /** The day of which the school's account gives the landschap. */
  readonly on: CalendarDate;
  readonly enrolled?: RegisterEnrolled;
  /** Of D3: the vmbo school that he came from. */
  readonly from?: string;
  readonly delivered: boolean;
}

/** The first condition of a population that somebody does not meet. */
export const leavings = [
  'notEnrolledOnT',
  'notEnrolledOnT2',
  'notBol',
  'otherNiveau',
  'notFirstMboYear',
  'notStraightFromVo',
  'notFromVmbo',
  'notFirst1October',
  'noVmboDiploma',
  'noStartProgramme',
  'noSwitch',
] as const;
export type Leaving = (typeof leavings)[number];

/** The fact without which nobody can say whether somebody belongs to a population. */
export const unknownFacts = [
  'niveau',
  'priorEducation',
  'firstMboEnrolment',
  'vmboSchool',
  'vmboDiploma',
] as const;
export type UnknownFact = (typeof unknownFacts)[number];

/** Members of the population; or what leaves somebody out; or what is not known and would decide. */
export type Membership =
  | { readonly members: readonly SwitchMember[] }
  | { readonly leftOut: Leaving }
  | { readonly notKnown: UnknownFact };

export const leftOut = (why: Leaving): Membership => ({ leftOut: why });
export const notKnown = (which: UnknownFact): Membership => ({ notKnown: which });
export const one = (member: SwitchMember): Membership => ({ members: [member] });
/** All of them, or what it means that there are none. */
export const some = (members: readonly SwitchMember[], otherwise: Leaving): Membership =>
  members.length === 0 ? leftOut(otherwise) : { members };

/** What decided whether a member counts. */
export const countings = [
  'otherDomein',
  'sameDomein',
  'domeinNotKnown',
  'neverOtherDomein',
  'otherOpleiding',
  'sameOpleiding',
  'higherNiveau',
  'notHigherNiveau',
  'notEnrolledAnyMore',
  'switchedInside',
  'notSwitchedInside',
  'switched',
] as const;
export type Counting = (typeof countings)[number];

interface Delivered {
  readonly delivered: boolean;
}

export const student = (
  counted: SwitchMember['counted'],
  because: Counting,
  p: RegisterEnrolled | undefined,
  q: RegisterEnrolled | undefined,
  on: CalendarDate,
  { delivered }: Delivered,
): SwitchMember => ({
  switch: null,
  counted,
  because,
  dimensions: [],
  moment: [],
  initiative: null,
  events: idsOf([...(p?.facts ?? []), ...(q?.facts ?? [])]),
  on,
  ...(p === undefined ? {} : { enrolled: p }),
  delivered,
});

export const withEvents = (member: SwitchMember, ...facts: readonly Fact[]): SwitchMember => ({
  ...member,
  events: [...new Set([...member.events, ...facts.map(({ id }) => id)])],
});

export const ofSwitch = (made: SwitchMade, view: View, because: Counting): SwitchMember => {
  const on = view.register.on(made.on);
  return {
    switch: made.id,
    counted: true,
    because,
    dimensions: made.dimensions,
    moment: made.moment,
    initiative: made.initiative ?? null,
    events: made.events,
    on: made.on,
    ...(on.enrolment === undefined ? {} : { enrolled: on.enrolment }),
    delivered: on.delivered,
  };
};
