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
  readonly sessions: ReadonlySet<SessionId>;
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
}

export const noSecondLine: SecondLine = {
  support: [],
  openCase: undefined,
  signals: new Set(),
  signalled: false,
  trainings: new Map(),
};

const caseOver = ({ case: id }: { readonly case: CaseId }, now: SecondLine): SecondLine =>
  now.openCase === id ? { ...now, openCase: undefined } : now;

const inTraining = (now: SecondLine, training: Training, change: Partial<InTraining>): SecondLine => {
  const found = now.trainings.get(training);
  return found ? { ...now, trainings: new Map(now.trainings).set(training, { ...found, ...change }) } : now;
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
    trainings: new Map(now.trainings).set(training, { on, sessions: new Set(), endedOn: undefined }),
  }),
  TrainingAttendanceRecorded: ({ training, session }, now) => {
    const sessions = now.trainings.get(training)?.sessions ?? [];
    return inTraining(now, training, { sessions: new Set([...sessions, session]) });
  },
  TrainingCompleted: ({ on, training }, now) => inTraining(now, training, { endedOn: on }),
  TrainingLeft: ({ on, training }, now) => inTraining(now, training, { endedOn: on }),
});

/** The present enrolment in a training, as long as it runs. */
export const runningTraining = (now: SecondLine, training: Training): InTraining | undefined => {
  const found = now.trainings.get(training);
  return found?.endedOn === undefined ? found : undefined;
};
