import { addDays } from '../../../kernel/calendar-date.ts';
import { nothing, refuse } from '../../../kernel/decider.ts';
import type {
  AwardDiploma,
  IssueMboVerklaring,
  Leave,
  RecordDestination,
  Return,
  StartFollowOn,
} from '../commands.ts';
import type { Destination } from '../events.ts';
import { sameProgramme, type TrajectoryFacts, unknownCode, unknownProgramme } from '../facts.ts';
import { afterLeft, before, missing } from '../order.ts';
import { fact, type Said, unless } from '../said.ts';
import { isTold, isToldHere, type Trajectory } from '../state.ts';

/** Code 8 of the reasons for leaving: no drop-out (reference/domain.md §4.4 of the specification). */
const withDiploma = '8';
const notKnownYet: Destination = { kind: 'unknown', confirmed: false };

/** A diploma ends nothing by itself; with a last day at school it is one step with leaving. */
export const awardDiploma = (
  { on, opleidingscode, niveau, leavesOn }: AwardDiploma,
  now: Trajectory,
  facts: TrajectoryFacts,
): Said => {
  const { placement, firstPlacedOn, left } = now;
  const diploma = { on, opleidingscode, niveau };
  const leaving = { on: leavesOn, reason: withDiploma };
  const awarded = isTold(now, 'DiplomaAwarded', diploma);
  const leavesToo = leavesOn !== undefined && !isTold(now, 'Left', leaving);
  if (awarded && !leavesToo) return nothing;
  return unless(
    [
      firstPlacedOn === undefined && { code: 'NotPlaced' },
      unknownCode(facts, { opleidingscode, niveau }),
      before(on, 'PlacedProvisionally', firstPlacedOn),
      leavesToo && left && afterLeft(left.on),
      leavesToo && !placement && { code: 'NotPlaced' },
      leavesToo && leavesOn > facts.today && { code: 'DateInFuture', on: leavesOn, today: facts.today },
      leavesToo && before(leavesOn, 'PlacedProvisionally', placement?.on),
    ],
    ...(awarded ? [] : [fact('DiplomaAwarded', diploma)]),
    ...(leavesToo ? [fact('Left', { on: leavesOn, reason: withDiploma, destination: notKnownYet })] : []),
  );
};

export const issueMboVerklaring = ({ on }: IssueMboVerklaring, now: Trajectory): Said =>
  isTold(now, 'MboVerklaringIssued', { on })
    ? nothing
    : unless(
        [
          now.firstPlacedOn === undefined && { code: 'NotPlaced' },
          before(on, 'PlacedProvisionally', now.firstPlacedOn),
        ],
        fact('MboVerklaringIssued', { on }),
      );

/** Another programme after a diploma is no switch; coach and enrolment stay. Each diploma carries one. */
export const startFollowOn = (
  { on, programme }: StartFollowOn,
  now: Trajectory,
  facts: TrajectoryFacts,
): Said => {
  const { placement, diplomas } = now;
  if (!placement) return refuse({ code: 'NotPlaced' });
  const [firstDiploma] = diplomas.toSorted();
  return isToldHere(now, 'FollowOnStarted', { on, programme })
    ? nothing
    : unless(
        [
          unknownProgramme(facts, programme),
          sameProgramme(facts, placement.programme, programme) && { code: 'AlreadyThere', programme },
          firstDiploma === undefined && missing('DiplomaAwarded'),
          before(on, 'DiplomaAwarded', firstDiploma),
          before(on, 'PlacedProvisionally', placement.since),
        ],
        fact('FollowOnStarted', { on, programme }),
      );
};

export const leave = ({ on, reason, destination }: Leave, now: Trajectory): Said => {
  const { left, placement, returnedOn } = now;
  if (left) return isTold(now, 'Left', { on, reason, destination }) ? nothing : refuse(afterLeft(left.on));
  return unless(
    [
      !placement && returnedOn === undefined && { code: 'NotPlaced' },
      before(on, 'PlacedProvisionally', placement?.on),
      before(on, 'Returned', returnedOn),
    ],
    fact('Left', { on, reason, destination }),
  );
};

export const recordDestination = ({ on, destination, source }: RecordDestination, now: Trajectory): Said =>
  isTold(now, 'DestinationRecorded', { on, destination, source })
    ? nothing
    : unless([!now.everLeft && missing('Left')], fact('DestinationRecorded', { on, destination, source }));

/** Coming back is a day after the last day at school, at the earliest. */
export const comeBack = ({ on }: Return, now: Trajectory): Said => {
  const { left, returnedOn } = now;
  if (!left) return returnedOn === on ? nothing : unless([missing('Left')]);
  return unless([before(on, 'Left', addDays(left.on, 1))], fact('Returned', { on }));
};
