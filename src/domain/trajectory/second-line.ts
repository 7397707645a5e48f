import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { evolveBy } from '../../kernel/decider.ts';
import type { DataByType } from '../../kernel/schema.ts';
import type { HappeningsOf } from '../../kernel/message.ts';
import type { Training } from '../institution/ids.ts';
import type { CaseId } from '../sab-case/ids.ts';
import type { secondLineEvents } from './events/second-line.ts';
import type { SessionId, SignalId } from './ids.ts';

/** The events that change where somebody stands with the second line. */
export type SecondLineEvent = Extract<
  HappeningsOf<DataByType<typeof secondLineEvents>>,
  {
    readonly type:
      | 'SignalRaised'
      | 'ReferredToSab'
      | 'SabReferralReturned'
      | 'SabCaseClosed'
      | 'TrainingEnrolled'
      | 'TrainingAttendanceRecorded'
      | 'TrainingCompleted'
      | 'TrainingLeft';
  }
>;

/** Somebody in a training: the last time he was enrolled in it. */
export interface InTraining {
  readonly on: CalendarDate;
  readonly endedOn: CalendarDate | undefined;
}

/** What the second line and the signals have come to, without anything of the content. */
export interface SecondLine {
  /** Days of conversations of kind `support` since the last referral. */
  readonly support: readonly CalendarDate[];
  /** The case that is open. */
  readonly openCase: CaseId | undefined;
  readonly signals: ReadonlySet<SignalId>;
  /** Whether a rule fired since the present placement. */
  readonly signalled: boolean;
  readonly trainings: ReadonlyMap<Training, InTraining>;
  /** Sessions of trainings of which is known whether he was there: a session is held once, whoever enrols again. */
  readonly sessions: ReadonlySet<SessionId>;
}

export const noSecondLine: SecondLine = {
  support: [],
  openCase: undefined,
  signals: new Set(),
  signalled: false,
  trainings: new Map(),
  sessions: new Set(),
};

const caseOver = ({ case: id }: { readonly case: CaseId }, now: SecondLine): SecondLine =>
  now.openCase === id ? { ...now, openCase: undefined } : now;

const trainingOver = (
  { on: endedOn, training }: { readonly on: CalendarDate; readonly training: Training },
  now: SecondLine,
): SecondLine => {
  const found = now.trainings.get(training);
  return found ? { ...now, trainings: new Map(now.trainings).set(training, { ...found, endedOn }) } : now;
};

export const secondLineAfter = evolveBy<SecondLineEvent, SecondLine>({
  SignalRaised: ({ signal }, now) => ({
    ...now,
    signals: new Set(now.signals).add(signal),
    signalled: true,
  }),
  ReferredToSab: ({ case: id }, now) => ({ ...now, openCase: id, support: [] }),
  SabReferralReturned: caseOver,
  SabCaseClosed: caseOver,
  TrainingEnrolled: ({ on, training }, now) => ({
    ...now,
    trainings: new Map(now.trainings).set(training, { on, endedOn: undefined }),
  }),
  TrainingAttendanceRecorded: ({ session }, now) => ({
    ...now,
    sessions: new Set(now.sessions).add(session),
  }),
  TrainingCompleted: trainingOver,
  TrainingLeft: trainingOver,
});

/** The present enrolment in a training, as long as it runs. */
export const runningTraining = (now: SecondLine, training: Training): InTraining | undefined => {
  const found = now.trainings.get(training);
  return found?.endedOn === undefined ? found : undefined;
};
