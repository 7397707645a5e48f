import { latest } from '../../../kernel/calendar-date.ts';
import { nothing, refuse } from '../../../kernel/decider.ts';
import { sameData } from '../../../kernel/data.ts';
import type { LandschapCode } from '../../institution/ids.ts';
import type {
  AcceptResponsibility,
  CancelPlacement,
  DeclineResponsibility,
  EnrolDefinitively,
  OfferResponsibility,
  Place,
  SpecifyProgramme,
} from '../commands.ts';
import { catalogue, notAs, type TrajectoryFacts, unknownCode, unknownProgramme } from '../facts.ts';
import { before, missing } from '../order.ts';
import { fact, type Said, unless } from '../said.ts';
import { isToldHere, type Scoutgesprek, type Trajectory } from '../state.ts';

/**
 * The scoutgesprek that opens the way: of this landschap, with outcome `place`, since the application that
 * led to it. Whoever left and returned need not be talked to again where a scout once said `place`.
 */
const welcomedBy = (now: Trajectory, landschap: LandschapCode): Scoutgesprek | 'before' | undefined => {
  const application = now.applications.get(landschap);
  const held = now.scoutgesprekken.get(landschap);
  if (application && held?.outcome === 'place' && held.on >= application.on) return held;
  return now.returnedOn !== undefined && now.everWelcome.has(landschap) ? 'before' : undefined;
};

export const place = ({ on, programme, coach }: Place, now: Trajectory, facts: TrajectoryFacts): Said => {
  const { placement, returnedOn } = now;
  if (placement)
    return isToldHere(now, 'PlacedProvisionally', { on, programme }) &&
      isToldHere(now, 'CoachAssigned', { on, coach })
      ? nothing
      : refuse({ code: 'AlreadyPlaced', on: placement.on, programme: placement.programme });
  const welcomed = welcomedBy(now, programme.landschap);
  return unless(
    [
      unknownProgramme(facts, programme),
      welcomed === undefined && { code: 'ScoutgesprekMissing', landschap: programme.landschap },
      notAs(facts, coach, 'coach', on),
      before(on, 'Returned', returnedOn),
      typeof welcomed === 'object' && before(on, 'ScoutgesprekHeld', welcomed.on),
    ],
    fact('PlacedProvisionally', { on, programme }),
    fact('CoachAssigned', { on, coach }),
  );
};

export const enrolDefinitively = ({ on }: EnrolDefinitively, { placement }: Trajectory): Said => {
  if (!placement) return refuse({ code: 'NotPlaced' });
  if (placement.enrolledOn !== undefined)
    return placement.enrolledOn === on
      ? nothing
      : refuse({ code: 'AlreadyEnrolled', on: placement.enrolledOn });
  return unless([before(on, 'PlacedProvisionally', placement.on)], fact('EnrolledDefinitively', { on }));
};

/** From wide to narrow only; another niveau is a switch, however near the programme. */
export const specifyProgramme = (
  { on, opleidingscode }: SpecifyProgramme,
  now: Trajectory,
  facts: TrajectoryFacts,
): Said => {
  const { placement } = now;
  if (!placement) return refuse({ code: 'NotPlaced' });
  const { programme, since } = placement;
  if (isToldHere(now, 'ProgrammeSpecified', { on, opleidingscode })) return nothing;
  const table = catalogue(facts);
  return unless(
    [
      unknownCode(facts, { opleidingscode }),
      !table.isInside(opleidingscode, programme.opleidingscode) && {
        code: 'NotInsideIt',
        from: programme.opleidingscode,
        to: opleidingscode,
      },
      programme.niveau !== undefined && unknownCode(facts, { opleidingscode, niveau: programme.niveau }),
      before(on, 'PlacedProvisionally', since),
    ],
    fact('ProgrammeSpecified', { on, opleidingscode, niveau: table.entry(opleidingscode)?.niveau }),
  );
};

/** A placement for a day to come may be off before that day. */
export const cancelPlacement = ({ on, reason }: CancelPlacement, now: Trajectory): Said => {
  const { placement } = now;
  if (!placement) {
    const last = now.history.findLast(({ type }) => type === 'PlacementCancelled' || type === 'Returned');
    return last?.type === 'PlacementCancelled' && sameData(last.data, { on, reason })
      ? nothing
      : refuse({ code: 'NotPlaced' });
  }
  if (placement.enrolledOn !== undefined)
    return refuse({ code: 'AlreadyEnrolled', on: placement.enrolledOn });
  return unless([before(on, 'Returned', now.returnedOn)], fact('PlacementCancelled', { on, reason }));
};

/** One offer at a time: another coach asked takes the place of the one asked before. */
export const offerResponsibility = (
  { on, to }: OfferResponsibility,
  now: Trajectory,
  facts: TrajectoryFacts,
): Said => {
  const { coach, placement } = now;
  if (!coach || !placement) return refuse({ code: 'NotPlaced' });
  return isToldHere(now, 'ResponsibilityOffered', { on, to })
    ? nothing
    : unless(
        [
          coach.id === to && { code: 'AlreadyResponsible', coach: to },
          notAs(facts, to, 'coach', on),
          before(on, 'Returned', now.returnedOn),
        ],
        fact('ResponsibilityOffered', { on, to }),
      );
};

/** Answered before the old coach's own responsibility begins, it moves on the day on which that does. */
export const acceptResponsibility = ({ on }: AcceptResponsibility, now: Trajectory): Said => {
  const { offer, coach } = now;
  if (!coach) return refuse({ code: 'NotPlaced' });
  if (!offer)
    return isToldHere(now, 'ResponsibilityMoved', { on, because: 'handover' })
      ? nothing
      : refuse(missing('ResponsibilityOffered'));
  return unless(
    [
      coach.id === offer.to && { code: 'AlreadyResponsible', coach: offer.to },
      before(on, 'ResponsibilityOffered', offer.on),
    ],
    fact('ResponsibilityMoved', {
      on: latest(on, coach.since),
      from: coach.id,
      to: offer.to,
      because: 'handover',
    }),
  );
};

export const declineResponsibility = ({ on, reason }: DeclineResponsibility, now: Trajectory): Said => {
  const { offer } = now;
  if (!now.coach) return refuse({ code: 'NotPlaced' });
  if (!offer)
    return isToldHere(now, 'ResponsibilityDeclined', { on, reason })
      ? nothing
      : refuse(missing('ResponsibilityOffered'));
  return unless(
    [before(on, 'ResponsibilityOffered', offer.on)],
    fact('ResponsibilityDeclined', { on, by: offer.to, reason }),
  );
};
