import { type CalendarDate, latest } from '../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../src/kernel/message.ts';
import type { Term } from '../../src/kernel/workflow.ts';
import type { StaffId } from '../../src/domain/staff/ids.ts';
import type { TrajectoryKnown, TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { askedOf, asking, nothingToAsk, straightUp } from '../asking.ts';
import { openApplications } from '../orientation/applications.ts';
import { changesOfGuidance, factsOf, guided, lastOf } from '../standing.ts';
import { openSwitch } from '../switch/switches.ts';

/** Somebody on whom the student depends, since a fact that made it so. */
interface Dependence {
  readonly as: 'coach' | 'askedCoach' | 'scout';
  readonly on: StaffId;
  readonly since: CalendarDate;
  readonly landschap: string;
  readonly cause: { readonly id: Uuid };
  readonly does: string;
}

const asCoach = (known: TrajectoryKnown): Dependence | undefined => {
  const now = guided(known);
  const { coach } = known.trajectory;
  const cause =
    now?.stay.findLast(({ type }) => type === 'ResponsibilityMoved' || type === 'CoachAssigned') ??
    now?.placed;
  return now && coach && cause
    ? {
        as: 'coach',
        on: coach.id,
        since: coach.since,
        landschap: now.landschap,
        cause,
        does: 'offer-responsibility',
      }
    : undefined;
};

const asAskedCoach = (known: TrajectoryKnown): readonly Dependence[] => {
  const now = guided(known);
  const { offer } = known.trajectory;
  const handover = now && lastOf(now.stay, 'ResponsibilityOffered');
  const open = openSwitch(known);
  const offered =
    open?.asked.stage === 'offered'
      ? factsOf(open.now.stay, 'PlaceOffered').findLast(({ data }) => data.switch === open.asked.id)
      : undefined;
  return [
    ...(now && offer && handover
      ? [
          {
            as: 'askedCoach' as const,
            on: offer.to,
            since: offer.on,
            landschap: now.landschap,
            cause: handover,
            does: 'offer-responsibility',
          },
        ]
      : []),
    ...(open && offered
      ? [
          {
            as: 'askedCoach' as const,
            on: offered.data.coach,
            since: offered.data.on,
            landschap: open.asked.to.landschap,
            cause: offered,
            does: 'offer-place',
          },
        ]
      : []),
  ];
};

const asScout = (known: TrajectoryKnown): readonly Dependence[] =>
  openApplications(known).flatMap(({ landschap, on, scout, applied }) =>
    scout.person === undefined
      ? []
      : [
          {
            as: 'scout' as const,
            on: scout.person as StaffId,
            since: on,
            landschap,
            cause: applied,
            does: 'redirect-application',
          },
        ],
  );

/**
 * Nobody leaves while somebody depends on him; when the two cross all the same, the team leader sees to it that
 * another takes over (DOMAIN.md §3.10 and §4).
 */
export const whoeverDependsOnSomebodyGoneIsHandedOver: TrajectoryWorkflow = {
  name: 'whoever-depends-on-somebody-gone-is-handed-over',
  about: 'trajectory',
  hears: [
    ...changesOfGuidance,
    'Applied',
    'ScoutAssigned',
    'ApplicationRedirected',
    'ApplicationWithdrawn',
    'ResponsibilityOffered',
    'ResponsibilityDeclined',
    'PlaceOffered',
    'PlaceRefused',
    'StudentDeclined',
    'SwitchWithdrawn',
  ],
  versions: {
    1: (known) => {
      if (known.trajectory.mergedInto !== undefined) return nothingToAsk;
      const depends = [asCoach(known), ...asAskedCoach(known), ...asScout(known)];
      return asking(
        ...depends.map((each): Term | undefined => {
          const leftOn = each && known.staff.get(each.on)?.leftOn;
          if (!each || leftOn === undefined) return undefined;
          return askedOf(known, { role: 'teamLeader', landschap: each.landschap }, each.landschap, {
            step: `${each.as}/${each.on}/${each.cause.id}`,
            since: latest(leftOn, each.since),
            due: 'handedOver',
            climbs: 'handedOverClimb',
            ladder: straightUp,
            causes: [each.cause],
            does: each.does,
          });
        }),
      );
    },
  },
};
