import { latest, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { nothing, refuse } from '../../../kernel/decider.ts';
import type {
  AcceptStudent,
  ConfirmLanding,
  DeclineStudent,
  OfferPlace,
  RefusePlace,
  RequestSwitch,
  WithdrawSwitch,
} from '../commands.ts';
import type { TrajectoryEvent } from '../events.ts';
import { dimensionsOf } from '../dimensions.ts';
import { catalogue, notAs, sameProgramme, type TrajectoryFacts, unknownProgramme } from '../facts.ts';
import type { SwitchId } from '../ids.ts';
import { before, missing } from '../order.ts';
import type { TrajectoryRefusal } from '../refusals.ts';
import { fact, type Said, unless } from '../said.ts';
import { isTold, type Placement, type Responsible, type Switch, type Trajectory } from '../state.ts';

/**
 * From which day the start programme is over: after its (extended) end, or after a choice to stay or to stop.
 * Whoever chose `switch` has until that end to ask for one.
 */
const startProgrammeOver = ({ startProgramme }: Trajectory, on: CalendarDate): CalendarDate | undefined => {
  if (!startProgramme) return undefined;
  const { endsOn, completed } = startProgramme;
  if (completed && completed.choice !== 'switch' && completed.on < on) return completed.on;
  return endsOn < on ? endsOn : undefined;
};

export const requestSwitch = (
  { on, switch: id, to, motive, initiative, exception }: RequestSwitch,
  now: Trajectory,
  facts: TrajectoryFacts,
): Said => {
  if (isTold(now, 'SwitchRequested', { on, switch: id, to, initiative, motive })) return nothing;
  const { placement, openSwitch } = now;
  if (now.switches.has(id)) return refuse({ code: 'SwitchIdInUse', switch: id });
  if (!placement) return refuse({ code: 'NotPlaced' });
  const endedOn = startProgrammeOver(now, on);
  const agreedBy = endedOn === undefined ? undefined : exception?.agreedBy;
  const notAgreed = agreedBy === undefined || notAs(facts, agreedBy, 'teamLeader', on);
  return unless(
    [
      unknownProgramme(facts, to),
      openSwitch !== undefined && { code: 'AnotherSwitchIsOpen', switch: openSwitch },
      sameProgramme(facts, placement.programme, to) && { code: 'AlreadyThere', programme: to },
      endedOn !== undefined && notAgreed && { code: 'AfterStartProgramme', endedOn },
      before(on, 'PlacedProvisionally', placement.on),
      !now.conversations.some((held) => held >= placement.on && held <= on) && {
        code: 'ConversationMissing',
      },
    ],
    fact('SwitchRequested', {
      on,
      switch: id,
      to,
      initiative,
      motiveGiven: motive !== undefined && motive.trim() !== '',
      motive,
      exceptionAgreedBy: agreedBy,
    }),
  );
};

interface OpenSwitch {
  readonly asked: Switch;
  readonly placement: Placement;
  readonly coach: Responsible;
}
/** The switch that is meant, as long as it is open. */
const open = (now: Trajectory, id: SwitchId): OpenSwitch | TrajectoryRefusal => {
  const asked = now.switches.get(id);
  const { placement, coach } = now;
  if (!asked) return { code: 'UnknownSwitch', switch: id };
  return now.openSwitch === id && placement && coach
    ? { asked, placement, coach }
    : { code: 'SwitchNotOpen', switch: id };
};

/** The switch is made; the old coach is responsible until the place holds and the new coach has accepted. */
const made = (
  { asked, placement, coach }: OpenSwitch,
  place: { readonly from: CalendarDate; readonly coach: Responsible['id'] },
  acceptedOn: CalendarDate,
  facts: TrajectoryFacts,
): readonly TrajectoryEvent[] => {
  const switched = fact('Switched', {
    on: place.from,
    switch: asked.id,
    from: placement.programme,
    to: asked.to,
    dimensions: dimensionsOf(placement.programme, asked.to, catalogue(facts)),
    acceptedOn,
  });
  const on = latest(place.from, acceptedOn, coach.since);
  return coach.id === place.coach
    ? [switched]
    : [switched, fact('ResponsibilityMoved', { on, from: coach.id, to: place.coach, because: 'switch' })];
};

/** Asking the coach who is responsible already needs no answer: the place offered is enough. */
export const offerPlace = (
  { on, switch: id, from, coach }: OfferPlace,
  now: Trajectory,
  facts: TrajectoryFacts,
): Said => {
  if (isTold(now, 'PlaceOffered', { on, switch: id, from, coach })) return nothing;
  const found = open(now, id);
  if ('code' in found) return refuse(found);
  const { asked, placement } = found;
  const offered = fact('PlaceOffered', { on, switch: id, from, coach });
  return unless(
    [
      sameProgramme(facts, placement.programme, asked.to) && { code: 'AlreadyThere', programme: asked.to },
      asked.declinedBy.includes(coach) && { code: 'CoachDeclinedBefore', coach },
      notAs(facts, coach, 'coach', on),
      before(on, 'SwitchRequested', asked.requestedOn),
      before(from, 'SwitchRequested', asked.requestedOn),
      before(from, 'PlacedProvisionally', placement.since),
    ],
    offered,
    ...(found.coach.id === coach ? made(found, { from, coach }, on, facts) : []),
  );
};

export const refusePlace = ({ on, switch: id, reason }: RefusePlace, now: Trajectory): Said => {
  if (isTold(now, 'PlaceRefused', { on, switch: id, reason })) return nothing;
  const found = open(now, id);
  return 'code' in found
    ? refuse(found)
    : unless(
        [before(on, 'SwitchRequested', found.asked.requestedOn)],
        fact('PlaceRefused', { on, switch: id, reason }),
      );
};

export const acceptStudent = (
  { on, switch: id }: AcceptStudent,
  now: Trajectory,
  facts: TrajectoryFacts,
): Said => {
  if (isTold(now, 'Switched', { switch: id, acceptedOn: on })) return nothing;
  const found = open(now, id);
  if ('code' in found) return refuse(found);
  const { asked, placement } = found;
  const { offer } = asked;
  if (asked.stage !== 'offered' || !offer) return refuse(missing('PlaceOffered'));
  return unless(
    [
      sameProgramme(facts, placement.programme, asked.to) && { code: 'AlreadyThere', programme: asked.to },
      before(on, 'PlaceOffered', offer.on),
    ],
    ...made(found, offer, on, facts),
  );
};

export const declineStudent = ({ on, switch: id, reason }: DeclineStudent, now: Trajectory): Said => {
  const found = open(now, id);
  const { stage, offer } = now.switches.get(id) ?? {};
  if (stage !== 'offered' && isTold(now, 'StudentDeclined', { on, switch: id, reason })) return nothing;
  if ('code' in found) return refuse(found);
  if (stage !== 'offered' || !offer) return refuse(missing('PlaceOffered'));
  return unless([before(on, 'PlaceOffered', offer.on)], fact('StudentDeclined', { on, switch: id, reason }));
};

export const confirmLanding = (
  { on, switch: id, wellReceived, remarks }: ConfirmLanding,
  now: Trajectory,
): Said => {
  const data = { on, switch: id, wellReceived, remarks };
  if (isTold(now, 'LandingConfirmed', data)) return nothing;
  const asked = now.switches.get(id);
  if (!asked) return refuse({ code: 'UnknownSwitch', switch: id });
  return unless(
    [
      asked.switchedOn === undefined && missing('Switched'),
      asked.landedOn !== undefined && { code: 'LandingAlreadyConfirmed', switch: id, on: asked.landedOn },
      before(on, 'Switched', asked.switchedOn),
    ],
    fact('LandingConfirmed', data),
  );
};

export const withdrawSwitch = ({ on, switch: id, reason }: WithdrawSwitch, now: Trajectory): Said => {
  if (isTold(now, 'SwitchWithdrawn', { on, switch: id, reason })) return nothing;
  const found = open(now, id);
  return 'code' in found
    ? refuse(found)
    : unless(
        [before(on, 'SwitchRequested', found.asked.requestedOn)],
        fact('SwitchWithdrawn', { on, switch: id, reason }),
      );
};
