import type { TrajectoryCommand } from '../../src/domain/trajectory/commands.ts';
import { brokenIn } from '../../src/domain/trajectory/soundness.ts';
import type { ToldEvent, Trajectory } from '../../src/domain/trajectory/state.ts';
import type { CalendarDate } from '../../src/kernel/calendar-date.ts';

/** Says which promise was broken, and after what. */
export class BrokenLaw extends Error {
  constructor(law: string, command: TrajectoryCommand, about: unknown) {
    super(`${law}\nafter ${JSON.stringify(command)}\n${JSON.stringify(about)}`);
  }
}

/** A command that was accepted with new facts, and the trajectory before and after it. */
export interface Happened {
  readonly command: TrajectoryCommand;
  readonly before: Trajectory;
  readonly after: Trajectory;
  readonly today: CalendarDate;
}

/** Who is responsible by the history alone, worked out apart from the fold. */
const responsibleBy = (
  history: readonly ToldEvent[],
): { readonly placed: boolean; readonly coaches: string[] } => {
  const coaches = new Set<string>();
  let placed = false;
  for (const event of history) {
    if (event.type === 'PlacedProvisionally') placed = true;
    if (event.type === 'CoachAssigned') coaches.add(event.data.coach);
    if (event.type === 'ResponsibilityMoved') {
      coaches.delete(event.data.from);
      coaches.add(event.data.to);
    }
    if (event.type === 'Left' || event.type === 'PlacementCancelled' || event.type === 'TrajectoryMerged') {
      placed = false;
      coaches.clear();
    }
  }
  return { placed, coaches: [...coaches] };
};

/** I1: from placement to leaving exactly one coach is responsible, and at other times nobody is. */
const oneCoach = ({ command, after }: Happened): void => {
  const { placed, coaches } = responsibleBy(after.history);
  const [coach] = coaches;
  if (coaches.length !== (placed ? 1 : 0) || after.coach?.id !== coach)
    throw new BrokenLaw('I1: not exactly one responsible coach', command, { placed, coaches });
};

/** I2: the coach changes only by moving the responsibility to the coach who was asked and has accepted. */
const movedByAcceptance = ({ command, before, after }: Happened): void => {
  if (!before.coach || !after.coach || before.coach.id === after.coach.id || command.type === 'Correct')
    return;
  const to = after.coach.id;
  const accepted =
    (command.type === 'AcceptResponsibility' && before.offer?.to === to) ||
    (command.type === 'AcceptStudent' &&
      before.switches.get(command.switch)?.offer?.coach === to &&
      after.switches.get(command.switch)?.stage === 'switched');
  if (!accepted) throw new BrokenLaw('I2: the coach changed without acceptance', command, { to });
};

/** Whoever asks for a switch was talked with about the choice in this placement; support or career alone is not that. */
const talkedAboutTheChoice = ({ command, before }: Happened): void => {
  if (command.type !== 'RequestSwitch') return;
  const since = before.history.findLastIndex(({ type }) => type === 'PlacedProvisionally');
  const placedOn = before.history.flatMap((event) =>
    event.type === 'PlacedProvisionally' ? [event.data.on] : [],
  );
  const first = placedOn.at(-1);
  const talks = before.history
    .slice(since + 1)
    .flatMap((event) => (event.type === 'ConversationHeld' ? [event.data] : []));
  const rests = talks.some(
    ({ kind, on }) =>
      (kind === 'switch' || kind === 'reflection') && first !== undefined && first <= on && on <= command.on,
  );
  if (!rests) throw new BrokenLaw('a switch without a conversation about it', command, talks);
};

/** Attendance never exceeds enrolment: every attendance lies inside a time in that training, a session has one. */
const attendanceWithinEnrolment = ({ command, after }: Happened): void => {
  const enrolledOn = new Map<string, CalendarDate>();
  const sessions = new Set<string>();
  for (const { type, data } of after.history) {
    if (type === 'TrainingEnrolled') enrolledOn.set(data.training, data.on);
    if (type === 'TrainingCompleted' || type === 'TrainingLeft') enrolledOn.delete(data.training);
    if (type !== 'TrainingAttendanceRecorded') continue;
    const { training, session, on } = data;
    const from = enrolledOn.get(training);
    // Only what is recorded now: a correction may set the days in another order, for then that is what happened.
    const recordedNow = command.type === 'RecordTrainingAttendance' && command.session === session;
    const tooEarly = recordedNow && on < (from ?? on);
    if (from === undefined || tooEarly || sessions.has(session))
      throw new BrokenLaw('attendance beyond enrolment', command, { training, session, on, from });
    sessions.add(session);
  }
};

/** One SAB case at a time, and none before a referral. */
const oneCase = ({ command, after }: Happened): void => {
  const open = new Set<string>();
  for (const { type, data } of after.history) {
    if (type === 'ReferredToSab') open.add(data.case);
    if (type === 'SabReferralReturned' || type === 'SabCaseClosed') open.delete(data.case);
    if (open.size > 1) throw new BrokenLaw('more than one SAB case open', command, [...open]);
  }
  if (after.secondLine.openCase !== [...open][0])
    throw new BrokenLaw('another SAB case open than the history says', command, [...open]);
};

/** An invitation is used once at most, and in time. */
const invitationUsedOnce = ({ command, after, today }: Happened): void => {
  const expiresOn = new Map<string, CalendarDate>();
  const used = new Set<string>();
  for (const { type, data } of after.history) {
    if (type === 'RaterInvited') expiresOn.set(data.invitation, data.expiresOn);
    if (type !== 'LeermeterRated' || data.invitation === undefined) continue;
    const { invitation } = data;
    if (!expiresOn.has(invitation) || used.has(invitation))
      throw new BrokenLaw('an invitation was used twice, or never given', command, { invitation });
    used.add(invitation);
  }
  if (command.type !== 'RateLeermeter' || command.invitation === undefined) return;
  const last = expiresOn.get(command.invitation);
  if (last === undefined || last < today)
    throw new BrokenLaw('an invitation was used after its last day', command, { last, today });
};

/** What the rules let happen keeps what corrections are held to; otherwise a later correction could never be made. */
const sound = ({ command, after }: Happened): void => {
  const broken = brokenIn(after.history);
  if (broken) throw new BrokenLaw(`unsound: ${broken.rule} at ${broken.fact}`, command, broken);
};

export const laws: readonly ((happened: Happened) => void)[] = [
  oneCoach,
  movedByAcceptance,
  talkedAboutTheChoice,
  attendanceWithinEnrolment,
  oneCase,
  invitationUsedOnce,
  sound,
];
