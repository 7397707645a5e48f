import { describe, expect, it } from '@jest/globals';
import { bilal, plan, secondLine, sem, three, two, words } from './recording.ts';

describe('the report on the second line', () => {
  it('counts cases of the school year of the referral, waiting in school days without pauses', async () => {
    const at = await secondLine();
    await at.refer('2025-03-03');
    await at.on('2025-03-04', 'ClockPaused', { waitingFor: 'student' });
    await at.on('2025-03-06', 'ClockResumed', {});
    await at.accept('2025-03-07');
    await plan(at);
    await at.on('2025-03-13', 'StepPlanStarted', { version: 1 });
    await at.on('2025-03-14', 'CaseEscalated', { to: 'sabCoordinator', why: words });
    await at.on('2025-03-17', 'CaseEscalated', { to: 'sabCoordinator', why: words });
    await at.on('2025-03-31', 'CaseClosed', { outcome: 'goesOn', feedback: words });
    await at.refer('2025-03-03', two, { urgent: true, student: sem });
    await at.accept('2025-03-06', two, bilal);
    await at.on('2025-03-10', 'ClockPaused', { waitingFor: 'parents' }, two);
    await at.refer('2024-07-30', three);
    expect(at.figures('2025-03-31')).toMatchObject({
      referrals: { cases: 2, urgent: 1, notUrgent: 1 },
      accepted: 2,
      returned: 0,
      unanswered: 0,
      voided: 0,
      // Of the four days of the one two were paused; the urgent one took three, and was too late.
      untilAcceptance: { cases: 2, median: 2.5, p90: 3, withinTerm: 1 },
      untilPlan: { cases: 1, median: 4, p90: 4 },
      duration: { cases: 1, median: 18, p90: 18 },
      outcomes: { goesOn: 1, leaves: 0 },
      escalations: { sabCoordinator: 1, programmeManager: 0 },
      pauses: {
        cases: 2,
        schoolDays: 2 + 16,
        waitingFor: {
          student: { cases: 1, schoolDays: 2 },
          parents: { cases: 1, schoolDays: 16 },
          coach: { cases: 0, schoolDays: 0 },
        },
      },
      openAtEnd: 1,
      consultations: { student: { cases: 1, agreed: 1 }, parents: { cases: 0, agreed: 0 } },
      thanks: { adviser: 0, coach: 0 },
    });
    expect(at.figures('2025-03-31', 2023).referrals.cases).toBe(1);
  });

  it('says of no case how long, and of a case that closed after the year that it was open at its end', async () => {
    const at = await secondLine();
    expect(at.figures('2025-08-20').untilAcceptance).toEqual({ cases: 0, withinTerm: 0 });
    await at.refer('2025-07-01');
    await at.accept('2025-07-02');
    await at.on('2025-08-05', 'CaseClosed', { outcome: 'leaves', feedback: words });
    expect(at.figures('2025-08-20')).toMatchObject({ openAtEnd: 1, outcomes: { leaves: 1 } });
  });
});
