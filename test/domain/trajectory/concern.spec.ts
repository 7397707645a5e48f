import { describe, expect, test } from '@jest/globals';
import { absenceKinds, signalRules } from '../../../src/domain/trajectory/events.ts';
import type { NoteSab } from '../../../src/domain/trajectory/commands.ts';
import type { SignalId } from '../../../src/domain/trajectory/ids.ts';
import { trajectorySubject } from '../../../src/domain/trajectory/subject.ts';
import { uuid } from '../../../src/kernel/message.ts';
import {
  actor,
  ada,
  carla,
  cem,
  d,
  fact,
  factsOf,
  firstCase,
  karin,
  left,
  opened,
  placedIn,
  referred,
  returned,
  secondCase,
  session,
  signal,
  signalled,
  sofie,
  talked,
  timmerman,
  today,
  uptoPlaced,
  uptoRequested,
} from '../../support/people.ts';
import { factId, scenario } from '../../support/scenario.ts';

const { given } = scenario(trajectorySubject, factsOf());

describe('Absence', () => {
  const report = {
    type: 'RecordAbsenceReport',
    on: d('10-10'),
    kind: 'V3',
    from: d('09-22'),
    to: d('10-09'),
    hours: 16,
  } as const;
  const { type: _, ...data } = report;

  test.each(absenceKinds)('is reported as %s', (kind) => {
    given(...uptoPlaced)
      .when({ ...report, kind })
      .then(fact('AbsenceReportRecorded', { ...data, kind }));
  });

  test('may go on, and is reported when it has begun', () => {
    const { to: _to, hours: _hours, ...goesOn } = report;
    const { type: _type, ...reported } = goesOn;
    given(...uptoPlaced)
      .when(goesOn)
      .then(fact('AbsenceReportRecorded', reported));
    given(...uptoPlaced, fact('AbsenceReportRecorded', reported))
      .when(goesOn)
      .thenNothing();
    given(...uptoPlaced)
      .when({ ...report, to: d('09-21') })
      .thenRefused('InvalidPeriod', { from: d('09-22'), until: d('09-21') });
    given(...uptoPlaced)
      .when({ ...goesOn, from: d('10-11') })
      .thenRefused('InvalidPeriod', { from: d('10-11'), until: d('10-10') });
    given(opened).when(report).thenRefused('NotPlaced');
  });
});

describe('The bindend studieadvies', () => {
  const warn = { type: 'RecordBsaWarning', on: d('11-03') } as const;
  const advise = { type: 'RecordBsa', on: d('11-24'), advice: 'negative' } as const;
  const advised = fact('BsaRecorded', { on: d('11-24'), advice: 'negative' });

  test('is warned of, and given', () => {
    given(...uptoPlaced)
      .when(warn)
      .then(fact('BsaWarningRecorded', { on: d('11-03') }));
    given(...uptoPlaced, fact('BsaWarningRecorded', { on: d('11-03') }))
      .when(warn)
      .thenNothing();
    given(...uptoPlaced)
      .when(advise)
      .then(advised);
    given(...uptoPlaced, advised)
      .when(advise)
      .thenNothing();
    given(opened).when(warn).thenRefused('NotPlaced');
    given(opened).when(advise).thenRefused('NotPlaced');
  });

  test('that is negative ends nothing', () => {
    const { now } = given(...uptoRequested, advised);
    const { now: before } = given(...uptoRequested);
    expect([now.placement, now.coach, now.openSwitch]).toEqual([
      before.placement,
      before.coach,
      before.openSwitch,
    ]);
    given(...uptoPlaced, advised)
      .when({ ...advise, on: d('11-25'), advice: 'positive' })
      .then(fact('BsaRecorded', { on: d('11-25'), advice: 'positive' }));
  });

  test('of an earlier placement is not the one of this', () => {
    const again = placedIn(timmerman, carla, d('11-24'));
    given(...uptoPlaced, advised, left, returned, again)
      .when(advise)
      .then(advised);
  });
});

describe('A concern', () => {
  const raise = { type: 'RaiseConcern', on: d('10-06'), what: 'Eet niet.', seenBy: 'conciërge' } as const;
  const raised = fact('ConcernRaised', { on: d('10-06'), what: 'Eet niet.', seenBy: 'conciërge' });

  test('is raised about anybody on the path, before a placement too', () => {
    given(opened).when(raise).then(raised);
    given(...uptoPlaced)
      .when(raise)
      .then(raised);
    given(...uptoPlaced, raised)
      .when(raise)
      .thenNothing();
    given().when(raise).thenRefused('OutOfOrder', { why: 'missing', fact: 'TrajectoryOpened' });
    given(...uptoPlaced, left)
      .when({ ...raise, on: d('11-20') })
      .thenRefused('OutOfOrder', { why: 'after', fact: 'Left' });
  });

  test('may be raised by a coach of the landschap who is not the student’s own', () => {
    given(...uptoPlaced)
      .when(raise, actor(cem, 'coach'))
      .then(raised);
    given(...uptoPlaced)
      .when(raise, actor(karin, 'coach'))
      .thenRefused('NotYours');
  });
});

describe('A signal', () => {
  const raise = {
    type: 'RaiseSignal',
    on: d('10-09'),
    signal,
    rule: 'noConversation',
    ruleVersion: 1,
    events: [factId(6)],
  } as const;
  const { type: _, ...data } = raise;

  test.each(signalRules)('of the rule %s says which events fired it', (rule) => {
    given(...uptoPlaced)
      .when({ ...raise, rule })
      .then(fact('SignalRaised', { ...data, rule }));
  });

  test('is raised once under its id, by a rule and by nobody else', () => {
    given(...uptoPlaced, fact('SignalRaised', data))
      .when(raise)
      .thenNothing();
    given(...uptoPlaced, fact('SignalRaised', data))
      .when({ ...raise, ruleVersion: 2 })
      .thenRefused('IdInUse', { id: signal });
    given(...uptoPlaced, fact('SignalRaised', data))
      .when({ ...raise, signal: firstCase as string as SignalId })
      .then(fact('SignalRaised', { ...data, signal: firstCase as string as SignalId }));
    given(...uptoPlaced)
      .when(raise, actor(carla, 'coach'))
      .thenRefused('NotYours');
  });

  test('belongs to the placement in which it fired', () => {
    expect(given(...uptoPlaced, signalled).now.secondLine.signalled).toBe(true);
    const again = placedIn(timmerman, carla, d('11-24'));
    const { now } = given(...uptoPlaced, signalled, left, returned, again);
    expect(now.secondLine.signalled).toBe(false);
    expect(now.secondLine.signals.has(signal)).toBe(true);
  });
});

describe('What the trajectory holds of a SAB case', () => {
  const note = { type: 'NoteSab', on: d('10-09'), case: firstCase } as const;
  const refer: NoteSab = { ...note, step: 'referred', urgent: false };
  const data = { on: d('10-09'), case: firstCase };

  test('is how far it came, and nothing of what was said', () => {
    given(...uptoPlaced, talked('support'))
      .when(refer)
      .then(...referred);
    const steps = [
      ['accepted', 'SabReferralAccepted'],
      ['returned', 'SabReferralReturned'],
      ['planAgreed', 'SabPlanAgreed'],
      ['closed', 'SabCaseClosed'],
    ] as const;
    for (const [step, type] of steps) {
      given(...uptoPlaced, referred)
        .when({ ...note, step })
        .then(fact(type, data));
      given(...uptoPlaced, referred, fact(type, data))
        .when({ ...note, step })
        .thenNothing();
    }
  });

  test('is noted once', () => {
    given(...uptoPlaced, referred)
      .when(refer)
      .thenNothing();
    given(...uptoPlaced, referred, fact('SabCaseClosed', data))
      .when(refer)
      .thenNothing();
  });

  test('of two referrals that cross, the second finds the first: one case is open at a time', () => {
    const second: NoteSab = { ...refer, case: secondCase };
    given(...uptoPlaced, referred)
      .when(second)
      .thenRefused('CaseAlreadyOpen', { case: firstCase });
    // What was noted of the other case closes nothing.
    const other = fact('SabReferralReturned', { ...data, case: secondCase });
    expect(given(...uptoPlaced, referred, other).now.secondLine.openCase).toBe(firstCase);
    for (const over of ['SabReferralReturned', 'SabCaseClosed'] as const)
      given(...uptoPlaced, referred, fact(over, data))
        .when(second)
        .then(fact('ReferredToSab', { ...data, case: secondCase, urgent: false }));
  });

  test('a referral uses up the support conversations before it, and leaves the coach responsible', () => {
    const { now } = given(...uptoPlaced, talked('support'), referred);
    expect(now.secondLine.support).toEqual([]);
    expect(now.coach?.id).toBe(carla);
    expect(given(...uptoPlaced, referred, talked('support')).now.secondLine.support).toEqual([d('10-06')]);
  });

  test('goes on after leaving, but nobody is referred who has no coach', () => {
    given(...uptoPlaced, referred, left)
      .when({ ...note, on: d('11-20'), step: 'closed' })
      .then(fact('SabCaseClosed', { ...data, on: d('11-20') }));
    given(...uptoPlaced, left)
      .when({ ...refer, on: d('11-20') })
      .thenRefused('NotPlaced');
    given(opened).when(refer).thenRefused('NotPlaced');
    given(...uptoPlaced)
      .when({ ...refer, on: d('12-02') })
      .thenRefused('DateInFuture', { today });
  });

  test('is noted by the system, for it follows from the case', () => {
    given(...uptoPlaced)
      .when(refer, { id: 'follow-ups', role: 'system' })
      .then(...referred);
    for (const asker of [actor(carla, 'coach'), actor(ada, 'adviser'), actor(sofie, 'sabCoordinator')])
      given(...uptoPlaced)
        .when(refer, asker)
        .thenRefused('NotYours');
  });
});

describe('A session with the loopbaanbox', () => {
  const attend = { type: 'RecordLoopbaanboxSession', on: d('10-14'), session } as const;
  const attended = fact('LoopbaanboxSessionAttended', { on: d('10-14'), session });

  test('in a group is a fact of each student, without a case', () => {
    given(...uptoPlaced)
      .when(attend)
      .then(attended);
    given(...uptoPlaced, attended)
      .when(attend)
      .thenNothing();
    given(opened).when(attend).thenRefused('NotPlaced');
  });

  test('is run by the second line: by whoever has that role, not by whoever says so', () => {
    for (const asker of [actor(ada, 'adviser'), actor(sofie, 'sabCoordinator')])
      given(...uptoPlaced)
        .when(attend, asker)
        .then(attended);
    for (const asker of [
      actor(carla, 'adviser'),
      actor(ada, 'sabCoordinator'),
      { id: uuid('00000000-0000-4000-8000-000000000000'), role: 'adviser' } as const,
    ])
      given(...uptoPlaced)
        .when(attend, asker)
        .thenRefused('NotYours');
  });
});
