import { addDays } from '../../../src/kernel/calendar-date.ts';
import { type Training, trainings } from '../../../src/domain/institution/ids.ts';
import type { CaseId } from '../../../src/domain/sab-case/ids.ts';
import type { SabProgress, SecondLineCommand } from '../../../src/domain/trajectory/commands.ts';
import { absenceKinds, attendances, signalRules } from '../../../src/domain/trajectory/events.ts';
import type { SessionId, SignalId } from '../../../src/domain/trajectory/ids.ts';
import type { Trajectory } from '../../../src/domain/trajectory/state.ts';
import type { Draws } from '../draws.ts';
import { ids, type MakersOf, words } from './maker.ts';

const cases = ids('d6', 6).map((each) => each as CaseId);
const signals = ids('d7', 6).map((each) => each as SignalId);
const sessions = ids('d8', 6).map((each) => each as SessionId);

/** Mostly of the case that is open; now and then one that was referred at the same time. */
const progress = (draw: Draws, now: Trajectory): SabProgress & { readonly case: CaseId } => {
  const { openCase } = now.secondLine;
  return openCase === undefined || draw.chance(20)
    ? { case: draw.of(cases), step: 'referred', urgent: draw.chance(30) }
    : {
        case: draw.chance(90) ? openCase : draw.of(cases),
        step: draw.of(['accepted', 'accepted', 'returned', 'planAgreed', 'planAgreed', 'closed']),
      };
};

/** One that this student may well follow. */
const suitable = (draw: Draws, now: Trajectory): Training =>
  draw.chance(80)
    ? now.guidance.finalPhaseOn === undefined
      ? 'workskills'
      : draw.of(['careerskills', 'leerdoor'])
    : draw.of(trainings);

const followed = (draw: Draws, now: Trajectory): Training => {
  const running = [...now.secondLine.trainings].filter(([, { endedOn }]) => endedOn === undefined);
  return running.length > 0 && draw.chance(95) ? draw.of(running)[0] : draw.of(trainings);
};

export const secondLineCommands: MakersOf<SecondLineCommand> = {
  RecordAbsenceReport: (draw, _, on) => ({
    type: 'RecordAbsenceReport',
    on,
    kind: draw.of(absenceKinds),
    from: addDays(on, 2 - draw.below(20)),
    ...draw.maybe({ to: addDays(on, -draw.below(10)) }),
  }),
  RecordBsaWarning: (_draw, _now, on) => ({ type: 'RecordBsaWarning', on }),
  RecordBsa: (draw, _, on) => ({ type: 'RecordBsa', on, advice: draw.of(['positive', 'negative']) }),
  RaiseConcern: (draw, _, on) => ({ type: 'RaiseConcern', on, what: draw.of(words), seenBy: 'coach' }),
  RaiseSignal: (draw, now, on) => ({
    type: 'RaiseSignal',
    on,
    signal: draw.of(signals),
    rule: draw.of(signalRules),
    ruleVersion: 1,
    events: now.told.slice(-1).map(({ id }) => id),
  }),
  NoteSab: (draw, now, on) => ({ type: 'NoteSab', on, ...progress(draw, now) }),
  RecordLoopbaanboxSession: (draw, _, on) => ({
    type: 'RecordLoopbaanboxSession',
    on,
    session: draw.of(sessions),
  }),
  EnrolInTraining: (draw, now, on) => ({
    type: 'EnrolInTraining',
    on,
    training: suitable(draw, now),
    ...(draw.chance(40) ? { group: draw.of(['werk-1', 'werk-1', 'werk-0', 'deur-1', 'werk-9']) } : {}),
  }),
  RecordTrainingAttendance: (draw, now, on) => ({
    type: 'RecordTrainingAttendance',
    on,
    training: followed(draw, now),
    session: draw.of(sessions),
    attendance: draw.of(attendances),
  }),
  CompleteTraining: (draw, now, on) => ({ type: 'CompleteTraining', on, training: followed(draw, now) }),
  LeaveTraining: (draw, now, on) => ({
    type: 'LeaveTraining',
    on,
    training: followed(draw, now),
    reason: draw.of(words),
  }),
};
