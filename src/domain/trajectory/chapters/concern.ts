import { nothing } from '../../../kernel/decider.ts';
import type {
  NoteSab,
  RaiseConcern,
  RaiseSignal,
  RecordAbsenceReport,
  RecordBsa,
  RecordBsaWarning,
  RecordLoopbaanboxSession,
} from '../commands.ts';
import type { TrajectoryEvent } from '../events.ts';
import { missing } from '../order.ts';
import { fact, type Said, unless } from '../said.ts';
import { isTold, isToldHere, type Trajectory } from '../state.ts';

export const recordAbsenceReport = ({ type: _, ...data }: RecordAbsenceReport, now: Trajectory): Said =>
  isTold(now, 'AbsenceReportRecorded', data)
    ? nothing
    : unless(
        [
          !now.placement && { code: 'NotPlaced' },
          data.to !== undefined &&
            data.to < data.from && { code: 'InvalidPeriod', from: data.from, until: data.to },
          data.from > data.on && { code: 'InvalidPeriod', from: data.from, until: data.on },
        ],
        fact('AbsenceReportRecorded', data),
      );

export const recordBsaWarning = ({ on }: RecordBsaWarning, now: Trajectory): Said =>
  isToldHere(now, 'BsaWarningRecorded', { on })
    ? nothing
    : unless([!now.placement && { code: 'NotPlaced' }], fact('BsaWarningRecorded', { on }));

/** A negative advice ends nothing: it obliges the school to guide the student to another programme. */
export const recordBsa = ({ on, advice }: RecordBsa, now: Trajectory): Said =>
  isToldHere(now, 'BsaRecorded', { on, advice })
    ? nothing
    : unless([!now.placement && { code: 'NotPlaced' }], fact('BsaRecorded', { on, advice }));

export const raiseConcern = ({ on, what, seenBy }: RaiseConcern, now: Trajectory): Said =>
  isTold(now, 'ConcernRaised', { on, what, seenBy })
    ? nothing
    : unless([], fact('ConcernRaised', { on, what, seenBy }));

export const raiseSignal = ({ type: _, ...data }: RaiseSignal, now: Trajectory): Said =>
  isTold(now, 'SignalRaised', data)
    ? nothing
    : unless(
        [now.secondLine.signals.has(data.signal) && { code: 'IdInUse', id: data.signal }],
        fact('SignalRaised', data),
      );

const noted = (command: NoteSab): TrajectoryEvent => {
  const data = { on: command.on, case: command.case };
  switch (command.step) {
    case 'referred':
      return fact('ReferredToSab', { ...data, urgent: command.urgent });
    case 'accepted':
      return fact('SabReferralAccepted', data);
    case 'returned':
      return fact('SabReferralReturned', data);
    case 'planAgreed':
      return fact('SabPlanAgreed', data);
    case 'closed':
      return fact('SabCaseClosed', data);
  }
};

/**
 * One case at a time: of two referrals at once the second finds the first here, and is void. Whatever was done on it
 * before that was found out is nothing to the student.
 */
export const noteSab = (command: NoteSab, now: Trajectory): Said => {
  const event = noted(command);
  const { openCase } = now.secondLine;
  if (isTold(now, event.type, event.data)) return nothing;
  return command.step === 'referred'
    ? unless(
        [
          !now.coach && { code: 'NotPlaced' },
          openCase !== undefined && { code: 'CaseAlreadyOpen', case: openCase },
        ],
        event,
      )
    : unless([!isTold(now, 'ReferredToSab', { case: command.case }) && missing('ReferredToSab')], event);
};

export const recordLoopbaanboxSession = ({ on, session }: RecordLoopbaanboxSession, now: Trajectory): Said =>
  isTold(now, 'LoopbaanboxSessionAttended', { on, session })
    ? nothing
    : unless([!now.placement && { code: 'NotPlaced' }], fact('LoopbaanboxSessionAttended', { on, session }));
