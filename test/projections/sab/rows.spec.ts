import { describe, expect, it } from '@jest/globals';
import { anouk, bilal, coach, day, noor, one, plan, secondLine, words, zorg } from './recording.ts';

describe('a case of the second line, as its row has it', () => {
  it('goes from referral to closing, and holds nothing of what was said', async () => {
    const at = await secondLine();
    await at.refer('2025-03-03');
    expect(at.shown()).toEqual({
      case: one,
      student: noor,
      landschap: zorg,
      coach,
      stage: 'referred',
      urgent: false,
      openedOn: '2025-03-03',
      pauses: [],
      escalations: [],
      consultations: [],
      thanks: [],
      steps: { done: 0, open: [] },
      lastOn: '2025-03-03',
      events: 1,
    });
    await at.accept('2025-03-05');
    await plan(at);
    expect(at.shown()).toMatchObject({
      stage: 'accepted',
      adviser: anouk,
      acceptedOn: '2025-03-05',
      draftedOn: '2025-03-10',
      // A draft is no agreement: nothing is due by it.
      steps: { done: 0, open: [] },
    });
    await at.on('2025-03-13', 'StepPlanStarted', { version: 1 });
    expect(at.shown().steps.open.map(({ step }) => step)).toEqual([2, 1]);
    await at.on('2025-03-19', 'StepCompleted', { step: 2, result: words });
    await at.on('2025-03-21', 'StepPlanRevised', {
      version: 2,
      steps: [{ step: 3, who: 'parents', by: day('2025-04-10') }],
      whats: [words],
      why: words,
    });
    await at.on('2025-03-24', 'CaseEscalated', { to: 'sabCoordinator', why: words });
    expect(at.shown().steps).toEqual({
      done: 1,
      open: [{ step: 3, who: 'parents', by: '2025-04-10' }],
    });
    await at.on('2025-04-14', 'CaseClosed', { outcome: 'switches', feedback: words });
    await at.on('2025-04-15', 'ThankedForReferral', { from: 'adviser', words });
    expect(at.shown()).toMatchObject({
      stage: 'closed',
      closedOn: '2025-04-14',
      outcome: 'switches',
      planStartedOn: '2025-03-13',
      steps: { done: 1, open: [] },
      escalations: [{ on: '2025-03-24', to: 'sabCoordinator' }],
      thanks: [{ on: '2025-04-15', from: 'adviser' }],
      lastOn: '2025-04-15',
      events: 11,
    });
    expect(JSON.stringify(at.shown())).not.toContain(words);
  });

  it('names the adviser as long as the case is open, and only the one who works on it now', async () => {
    const at = await secondLine();
    await at.refer('2025-03-03');
    expect(at.advised()).toEqual([]);
    await at.accept('2025-03-04');
    expect(at.advised()).toEqual([noor]);
    await at.on('2025-03-05', 'CaseAssigned', { adviser: bilal });
    expect([at.advised(), at.advised(bilal)]).toEqual([[], [noor]]);
    await at.on('2025-03-06', 'CaseClosed', { outcome: 'goesOn', feedback: words });
    expect(at.advised(bilal)).toEqual([]);
  });

  it('stays when it was void, and is on no board', async () => {
    const at = await secondLine();
    await at.refer('2025-03-03');
    await at.on('2025-03-03', 'CaseVoided', { why: 'CaseAlreadyOpen' });
    expect(at.shown()).toMatchObject({ stage: 'voided', closedOn: '2025-03-03' });
    expect(at.board('2025-03-04').size).toBe(0);
    expect(at.figures('2025-07-31')).toMatchObject({
      referrals: { cases: 0 },
      voided: 1,
      unanswered: 0,
      openAtEnd: 0,
    });
  });

  it('ends a pause with the case that was still paused', async () => {
    const at = await secondLine();
    await at.refer('2025-03-03');
    await at.on('2025-03-04', 'ClockPaused', { waitingFor: 'student', why: words });
    expect(at.shown().paused).toEqual({ on: '2025-03-04', waitingFor: 'student' });
    await at.on('2025-03-10', 'ReferralReturned', { why: words });
    expect(at.shown().paused).toBeUndefined();
    expect(at.shown().pauses).toEqual([{ from: '2025-03-04', to: '2025-03-10', waitingFor: 'student' }]);
  });
});
