import type { Training } from '../institution/ids.ts';
import type { TrajectoryEvent } from './events.ts';
import type { SwitchId } from './ids.ts';
import { type Path, startOfPath, walk } from './path.ts';
import type { Broken } from './refusals.ts';
import { runningTraining } from './second-line.ts';
import type { ToldEvent } from './state.ts';

type Fact = TrajectoryEvent['type'];
type Rests = {
  readonly [Type in Fact]?: (now: Path, event: Extract<TrajectoryEvent, { type: Type }>) => boolean;
};

const placed = (now: Path): boolean => now.placement !== undefined;
const opened = (now: Path): boolean => now.openedOn !== undefined;
const inStartProgramme = (now: Path): boolean => now.startProgramme !== undefined;
const isOpen = (now: Path, { data }: { readonly data: { readonly switch: SwitchId } }): boolean =>
  now.openSwitch === data.switch;
/** What was begun and not ended: what never was and is brought back must not come a second time. */
const runs = (stretch: { readonly endedOn: unknown } | undefined): boolean =>
  stretch !== undefined && stretch.endedOn === undefined;
const isUnused = (invitation: { readonly usedOn: unknown } | undefined): boolean =>
  invitation !== undefined && invitation.usedOn === undefined;
const inTraining = (now: Path, training: Training): boolean =>
  runningTraining(now.secondLine, training) !== undefined;
const applied = (now: Path, { data }: { readonly data: { readonly landschap: string } }): boolean =>
  [...now.applications].some(([landschap, { open }]) => landschap === data.landschap && open);

/** What each fact rests on; a fact that is not named here rests on nothing. */
const restsOn: Rests = {
  TrajectoryOpened: (now) => !opened(now),
  InfoshopVisited: opened,
  MeeloopdagAttended: opened,
  MeeloopdagMissed: opened,
  BuddystageStarted: (now) => opened(now) && !now.buddystage,
  BuddystageEnded: (now) => now.buddystage !== undefined,
  Applied: (now, event) => opened(now) && !now.left && !applied(now, event),
  ScoutAssigned: applied,
  ScoutgesprekPlanned: applied,
  ScoutgesprekMissed: applied,
  ScoutgesprekHeld: applied,
  ApplicationRedirected: (now, { data: { from, to } }) =>
    now.applications.get(from)?.open === true && now.applications.get(to)?.open !== true,
  ApplicationWithdrawn: applied,
  PlacedProvisionally: (now) => opened(now) && !now.left && !placed(now),
  CoachAssigned: placed,
  EnrolledDefinitively: (now) => now.placement !== undefined && now.placement.enrolledOn === undefined,
  ProgrammeSpecified: placed,
  PlacementCancelled: (now) => now.placement !== undefined && now.placement.enrolledOn === undefined,
  ResponsibilityOffered: (now, { data }) => placed(now) && now.coach?.id !== data.to,
  ResponsibilityDeclined: (now, { data }) => now.offer?.to === data.by,
  StartProgrammeStarted: (now) => placed(now) && !inStartProgramme(now),
  LwpHandedIn: inStartProgramme,
  LwpAssessed: (now, { data }) => now.startProgramme?.handedIn.has(data.lwp) === true,
  StartProgrammeExtended: inStartProgramme,
  StartProgrammeCompleted: inStartProgramme,
  SwitchRequested: (now) => placed(now) && now.openSwitch === undefined,
  PlaceOffered: isOpen,
  PlaceRefused: isOpen,
  StudentDeclined: (now, event) =>
    isOpen(now, event) && now.switches.get(event.data.switch)?.stage === 'offered',
  Switched: (now, event) => isOpen(now, event) && now.switches.get(event.data.switch)?.stage === 'offered',
  LandingConfirmed: (now, { data }) => now.switches.get(data.switch)?.switchedOn !== undefined,
  SwitchWithdrawn: isOpen,
  ConversationHeld: placed,
  RaterInvited: (now, { data }) => placed(now) && !now.guidance.invitations.has(data.invitation),
  LeermeterRated: (now, { data: { invitation } }) =>
    placed(now) && (invitation === undefined || isUnused(now.guidance.invitations.get(invitation))),
  PortfolioItemAdded: (now, { data }) => placed(now) && !now.guidance.portfolio.has(data.item),
  GoalAgreed: (now, { data }) => placed(now) && !now.guidance.goals.has(data.goal),
  GoalReached: (now, { data }) => runs(now.guidance.goals.get(data.goal)),
  BpvStarted: (now, { data }) => placed(now) && !now.guidance.bpvs.has(data.bpv),
  BpvEnded: (now, { data }) => runs(now.guidance.bpvs.get(data.bpv)),
  FinalPhaseEntered: (now) => placed(now) && now.guidance.finalPhaseOn === undefined,
  AbsenceReportRecorded: placed,
  BsaWarningRecorded: placed,
  BsaRecorded: placed,
  ConcernRaised: opened,
  ReferredToSab: placed,
  LoopbaanboxSessionAttended: placed,
  TrainingEnrolled: (now, { data }) => opened(now) && !inTraining(now, data.training),
  TrainingAttendanceRecorded: (now, { data }) =>
    inTraining(now, data.training) && !now.secondLine.sessions.has(data.session),
  TrainingCompleted: (now, { data }) => inTraining(now, data.training),
  TrainingLeft: (now, { data }) => inTraining(now, data.training),
  DiplomaAwarded: (now) => now.firstPlacedOn !== undefined,
  MboVerklaringIssued: (now) => now.firstPlacedOn !== undefined,
  FollowOnStarted: (now) => placed(now) && now.diplomas.length > 0,
  Left: (now) => !now.left && (placed(now) || now.returnedOn !== undefined),
  DestinationRecorded: (now) => now.everLeft,
  Returned: (now) => now.left !== undefined,
};

/** A new coach takes over from the coach who is responsible, and for a handover because he was asked. */
const movesRightly = (now: Path, event: ToldEvent): boolean =>
  event.type !== 'ResponsibilityMoved' ||
  (now.coach?.id === event.data.from &&
    event.data.from !== event.data.to &&
    (event.data.because === 'switch' ? askedForSwitch(now, event.data.to) : now.offer?.to === event.data.to));

const askedForSwitch = (now: Path, coach: string): boolean =>
  [...now.switches.values()].some(({ stage, offer }) => stage === 'switched' && offer?.coach === coach);

/** Between two commands, whoever is placed has a responsible coach, and nobody else has one. */
const guided = (now: Path): boolean => (now.placement === undefined) === (now.coach === undefined);

const breaks = (rule: Broken['rule'], { id, type }: ToldEvent): Broken => ({ rule, fact: type, event: id });

/** The first promise that this history does not keep. */
export const brokenIn = (history: readonly ToldEvent[]): Broken | undefined => {
  let now: Path = startOfPath;
  for (const [index, event] of history.entries()) {
    const rests = restsOn[event.type] as ((now: Path, event: ToldEvent) => boolean) | undefined;
    if (rests && !rests(now, event)) return breaks('order', event);
    if (!movesRightly(now, event)) return breaks('I2', event);
    now = walk(now, event);
    const whole = history[index + 1]?.commandId !== event.commandId;
    if (whole && !guided(now)) return breaks('I1', event);
  }
  return undefined;
};
