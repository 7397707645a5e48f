import { nothing } from '../../../kernel/decider.ts';
import type { LandschapCode } from '../../institution/ids.ts';
import type {
  Apply,
  PlanScoutgesprek,
  RecordScoutgesprek,
  RecordScoutgesprekNoShow,
  RedirectApplication,
  WithdrawApplication,
} from '../commands.ts';
import { notAs, type TrajectoryFacts, unknownLandschap } from '../facts.ts';
import { before, missing } from '../order.ts';
import type { TrajectoryRefusal } from '../refusals.ts';
import { fact, type Said, unless } from '../said.ts';
import { type Application, isTold, type Trajectory } from '../state.ts';

const openApplication = (now: Trajectory, landschap: LandschapCode): Application | undefined => {
  const application = now.applications.get(landschap);
  return application?.open ? application : undefined;
};

const alreadyApplied = (now: Trajectory, landschap: LandschapCode): TrajectoryRefusal | undefined => {
  const application = openApplication(now, landschap);
  return application && { code: 'AlreadyApplied', landschap, on: application.on };
};

/** What happens with an application needs one that is open, and comes after it. */
const notApplied = (
  now: Trajectory,
  landschap: LandschapCode,
  on: Application['on'],
): TrajectoryRefusal | undefined => {
  const application = openApplication(now, landschap);
  return application ? before(on, 'Applied', application.on) : missing('Applied');
};

export const apply = (
  { on, landschap, wish, scout }: Apply,
  now: Trajectory,
  facts: TrajectoryFacts,
): Said => {
  const last = now.applications.get(landschap);
  return last?.on === on && last.wish === wish
    ? nothing
    : unless(
        [
          unknownLandschap(facts, landschap),
          alreadyApplied(now, landschap),
          notAs(facts, scout, 'scout', on, landschap),
        ],
        fact('Applied', { on, landschap, wish }),
        fact('ScoutAssigned', { on, landschap, scout }),
      );
};

export const planScoutgesprek = ({ on, landschap, plannedFor }: PlanScoutgesprek, now: Trajectory): Said =>
  isTold(now, 'ScoutgesprekPlanned', { on, landschap, plannedFor })
    ? nothing
    : unless(
        [notApplied(now, landschap, on), before(plannedFor, 'ScoutgesprekPlanned', on)],
        fact('ScoutgesprekPlanned', { on, landschap, plannedFor }),
      );

/** A no-show is not a failure: the application stays open. */
export const recordScoutgesprekNoShow = (
  { on, landschap }: RecordScoutgesprekNoShow,
  now: Trajectory,
): Said =>
  isTold(now, 'ScoutgesprekMissed', { on, landschap })
    ? nothing
    : unless([notApplied(now, landschap, on)], fact('ScoutgesprekMissed', { on, landschap }));

export const recordScoutgesprek = (
  { on, landschap, outcome, reasons, promised }: RecordScoutgesprek,
  now: Trajectory,
): Said => {
  const data = { on, landschap, outcome, reasons, promised };
  return isTold(now, 'ScoutgesprekHeld', data)
    ? nothing
    : unless([notApplied(now, landschap, on)], fact('ScoutgesprekHeld', data));
};

export const redirectApplication = (
  { on, from, to, scout }: RedirectApplication,
  now: Trajectory,
  facts: TrajectoryFacts,
): Said =>
  !openApplication(now, from) && isTold(now, 'ApplicationRedirected', { on, from, to, scout })
    ? nothing
    : unless(
        [
          notApplied(now, from, on),
          unknownLandschap(facts, to),
          alreadyApplied(now, to),
          notAs(facts, scout, 'scout', on, to),
        ],
        fact('ApplicationRedirected', { on, from, to, scout }),
      );

export const withdrawApplication = ({ on, landschap, reason }: WithdrawApplication, now: Trajectory): Said =>
  !openApplication(now, landschap) && isTold(now, 'ApplicationWithdrawn', { on, landschap, reason })
    ? nothing
    : unless([notApplied(now, landschap, on)], fact('ApplicationWithdrawn', { on, landschap, reason }));
