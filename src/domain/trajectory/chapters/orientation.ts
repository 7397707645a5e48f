import { nothing } from '../../../kernel/decider.ts';
import type {
  EndBuddystage,
  MergeInto,
  OpenTrajectory,
  RecordExemption,
  RecordInfoshopVisit,
  RecordMeeloopdag,
  RecordPriorEducation,
  StartBuddystage,
} from '../commands.ts';
import { type TrajectoryFacts, unknownLandschap } from '../facts.ts';
import { before, missing } from '../order.ts';
import { fact, type Said, unless } from '../said.ts';
import { isTold, type Trajectory } from '../state.ts';

export const recordPriorEducation = (
  { on, kind, diploma, school, source }: RecordPriorEducation,
  now: Trajectory,
): Said => {
  const data = { on, kind, diploma, school, source };
  return isTold(now, 'PriorEducationRecorded', data)
    ? nothing
    : unless([], fact('PriorEducationRecorded', data));
};

export const recordExemption = (
  { on, kind, from, to, confirmed }: RecordExemption,
  now: Trajectory,
): Said => {
  const data = { on, kind, from, to, confirmed };
  return isTold(now, 'ExemptionRecorded', data)
    ? nothing
    : unless([to !== undefined && before(to, 'ExemptionRecorded', from)], fact('ExemptionRecorded', data));
};

export const openTrajectory = (
  { on }: OpenTrajectory,
  { openedOn }: Trajectory,
  { registered, student }: TrajectoryFacts,
): Said =>
  openedOn === on
    ? nothing
    : unless(
        [
          !registered && { code: 'UnknownStudent', student },
          openedOn !== undefined && { code: 'AlreadyOpened', on: openedOn },
        ],
        fact('TrajectoryOpened', { on }),
      );

export const recordInfoshopVisit = (
  { on, about, conversation }: RecordInfoshopVisit,
  now: Trajectory,
): Said =>
  isTold(now, 'InfoshopVisited', { on, about, conversation })
    ? nothing
    : unless([], fact('InfoshopVisited', { on, about, conversation }));

export const recordMeeloopdag = (
  { on, landschap, attended }: RecordMeeloopdag,
  now: Trajectory,
  facts: TrajectoryFacts,
): Said => {
  const kind = attended ? 'MeeloopdagAttended' : 'MeeloopdagMissed';
  return isTold(now, kind, { on, landschap })
    ? nothing
    : unless(
        [
          unknownLandschap(facts, landschap),
          facts.institution.landschappen.get(landschap)?.meeloopdag !== true && {
            code: 'NotOfferedHere',
            landschap,
          },
        ],
        fact(kind, { on, landschap }),
      );
};

export const startBuddystage = ({ on, field }: StartBuddystage, now: Trajectory): Said =>
  isTold(now, 'BuddystageStarted', { on, field })
    ? nothing
    : unless(
        [now.buddystage && { code: 'BuddystageRuns', on: now.buddystage.on }],
        fact('BuddystageStarted', { on, field }),
      );

export const endBuddystage = ({ on }: EndBuddystage, now: Trajectory): Said => {
  const { buddystage } = now;
  if (!buddystage)
    return isTold(now, 'BuddystageEnded', { on }) ? nothing : unless([missing('BuddystageStarted')]);
  return unless([before(on, 'BuddystageStarted', buddystage.on)], fact('BuddystageEnded', { on }));
};

/** A duplicate points to the trajectory that goes on, which must be there and go on itself. */
export const mergeInto = (
  { on, into }: MergeInto,
  _now: Trajectory,
  { student, other }: TrajectoryFacts,
): Said =>
  unless(
    [
      into === student && { code: 'CannotMerge', why: 'itself', into },
      (other === undefined || other.told.length === 0) && { code: 'CannotMerge', why: 'unknown', into },
      other?.mergedInto !== undefined && { code: 'CannotMerge', why: 'mergedItself', into },
    ],
    fact('TrajectoryMerged', { on, into }),
  );
