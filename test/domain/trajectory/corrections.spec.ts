import { describe, expect, test } from '@jest/globals';
import type { Correct } from '../../../src/domain/trajectory/commands.ts';
import type { TrajectoryEvent } from '../../../src/domain/trajectory/events.ts';
import { trajectorySubject } from '../../../src/domain/trajectory/subject.ts';
import {
  applied,
  bpvAtTheJoinery,
  carla,
  d,
  deliveryId,
  dirk,
  fact,
  factsOf,
  firstCase,
  goalToArriveOnTime,
  invitation,
  inTraining,
  left,
  nextSession,
  nobody,
  nowhere,
  opened,
  otherInvitation,
  referred,
  returned,
  schoolWithItsOwnLeermeter,
  session,
  signalled,
  startProgramme,
  stool,
  talkedAbout,
  timmerman,
  timmermanBbl,
  uiterlijk,
  uptoPlaced,
  uptoRequested,
  uptoSwitched,
} from '../../support/people.ts';
import { factId, scenario } from '../../support/scenario.ts';

const { given } = scenario(trajectorySubject, factsOf());
const why = 'verkeerd ingevoerd';
type History = readonly (TrajectoryEvent | readonly TrajectoryEvent[])[];

/** The id of the last fact of this kind in a history. */
const idOf = (history: History, type: TrajectoryEvent['type']) =>
  factId(history.flat().findLastIndex((event) => event.type === type) + 1);
const never = (history: History, type: TrajectoryEvent['type']): Correct => ({
  type: 'Correct',
  event: idOf(history, type),
  change: { never: true },
  why,
});
const values = (
  history: History,
  type: TrajectoryEvent['type'],
  given: Record<string, unknown>,
): Correct => ({
  type: 'Correct',
  event: idOf(history, type),
  change: { values: given },
  why,
});
const corrected = (event: ReturnType<typeof factId>, is: Record<string, unknown> | 'never') =>
  is === 'never'
    ? fact('Corrected', { event, never: true, why })
    : fact('Corrected', { event, values: is, why });

describe('A fact was otherwise', () => {
  const talked = [...uptoPlaced, talkedAbout];
  const talk = idOf(talked, 'ConversationHeld');

  test('the new values hold from now on; the old fact stays in the log', () => {
    given(...talked)
      .when(values(talked, 'ConversationHeld', { on: d('10-07') }))
      .then(corrected(talk, { on: d('10-07') }));
    const { now } = given(...talked, corrected(talk, { on: d('10-07') }));
    expect(now.conversations).toEqual([d('10-07')]);
    expect(now.told.find(({ id }) => id === talk)?.data).toMatchObject({ on: d('10-06') });
  });

  test('what it was already is no correction', () => {
    given(...talked)
      .when(values(talked, 'ConversationHeld', { on: d('10-06') }))
      .thenNothing();
    given(...talked, corrected(talk, { on: d('10-07') }))
      .when(values(talked, 'ConversationHeld', { on: d('10-07') }))
      .thenNothing();
  });

  test('the last correction alone counts, so it says again what the one before said', () => {
    given(...talked, corrected(talk, { on: d('10-07') }))
      .when(values(talked, 'ConversationHeld', { kind: 'reflection' }))
      .then(corrected(talk, { on: d('10-07'), kind: 'reflection' }));
  });

  test('values that do not fit the fact are refused with what and where', () => {
    const refused = (given_: Record<string, unknown>, what: RegExp): void => {
      given(...talked)
        .when(values(talked, 'ConversationHeld', given_))
        .thenRefused('InvalidValues', { what: expect.stringMatching(what) });
    };
    refused({}, /no new values/);
    refused({ on: '2025-02-30' }, /ConversationHeld\.on: is not date/);
    refused({ colour: 'red' }, /ConversationHeld\.colour: is not a field of it/);
    refused({ on: d('12-02') }, /ConversationHeld\.on: lies after today/);
  });

  test('which switch it is about is no value', () => {
    given(...uptoRequested)
      .when(values(uptoRequested, 'SwitchRequested', { switch: idOf(uptoRequested, 'Applied') }))
      .thenRefused('InvalidValues', { what: expect.stringMatching(/switch: says which fact it is/) });
  });

  test('new values name people, landschappen and programmes that exist', () => {
    given(...uptoPlaced)
      .when(values(uptoPlaced, 'CoachAssigned', { coach: nobody }))
      .thenRefused('UnknownStaff');
    given(opened, applied)
      .when(values([opened, applied], 'Applied', { landschap: nowhere }))
      .thenRefused('UnknownLandschap');
    given(...uptoPlaced)
      .when(
        values(uptoPlaced, 'PlacedProvisionally', { programme: { ...timmerman, opleidingscode: '99999' } }),
      )
      .thenRefused('UnknownProgramme');
  });
});

describe('What was told in one breath changes together', () => {
  test('the placement and the coach begin on the same day', () => {
    const [placement, coach] = [idOf(uptoPlaced, 'PlacedProvisionally'), idOf(uptoPlaced, 'CoachAssigned')];
    given(...uptoPlaced)
      .when(values(uptoPlaced, 'PlacedProvisionally', { on: d('09-08') }))
      .then(corrected(placement, { on: d('09-08') }), corrected(coach, { on: d('09-08') }));
  });

  test('an application to another landschap has its scout there', () => {
    const history = [opened, applied];
    given(...history)
      .when(values(history, 'Applied', { landschap: uiterlijk }))
      .then(
        corrected(idOf(history, 'Applied'), { landschap: uiterlijk }),
        corrected(idOf(history, 'ScoutAssigned'), { landschap: uiterlijk }),
      );
  });

  test('another first day of a switch moves the responsibility, not before the acceptance', () => {
    const [move, moved] = [idOf(uptoSwitched, 'Switched'), idOf(uptoSwitched, 'ResponsibilityMoved')];
    given(...uptoSwitched)
      .when(values(uptoSwitched, 'Switched', { on: d('11-03') }))
      .then(corrected(move, { on: d('11-03') }), corrected(moved, { on: d('11-03') }));
    given(...uptoSwitched)
      .when(values(uptoSwitched, 'Switched', { on: d('10-10') }))
      .then(corrected(move, { on: d('10-10') }), corrected(moved, { on: d('10-13') }));
  });

  test('a switch to another programme has other dimensions', () => {
    given(...uptoSwitched)
      .when(values(uptoSwitched, 'Switched', { to: timmermanBbl }))
      .then(corrected(idOf(uptoSwitched, 'Switched'), { to: timmermanBbl, dimensions: ['leerweg'] }));
  });
});

describe('A fact never was', () => {
  test('it counts nowhere from now on', () => {
    const history = [...uptoPlaced, talkedAbout];
    given(...history)
      .when(never(history, 'ConversationHeld'))
      .then(corrected(idOf(history, 'ConversationHeld'), 'never'));
    const after = given(...history, corrected(idOf(history, 'ConversationHeld'), 'never'));
    expect(after.now.conversations).toEqual([]);
    after.when(never(history, 'ConversationHeld')).thenNothing();
  });

  test('a placement that never was takes its coach along, a switch the move of responsibility', () => {
    given(...uptoPlaced)
      .when(never(uptoPlaced, 'PlacedProvisionally'))
      .then(
        corrected(idOf(uptoPlaced, 'PlacedProvisionally'), 'never'),
        corrected(idOf(uptoPlaced, 'CoachAssigned'), 'never'),
      );
    const away = [
      corrected(idOf(uptoSwitched, 'Switched'), 'never'),
      corrected(idOf(uptoSwitched, 'ResponsibilityMoved'), 'never'),
    ];
    given(...uptoSwitched)
      .when(never(uptoSwitched, 'Switched'))
      .then(...away);
    const { now } = given(...uptoSwitched, away);
    expect([now.coach?.id, now.placement?.programme, now.openSwitch]).toEqual([
      carla,
      timmerman,
      now.switches.keys().next().value,
    ]);
  });

  test('new values bring it back, and what belongs to it', () => {
    const gone = [
      corrected(idOf(uptoPlaced, 'PlacedProvisionally'), 'never'),
      corrected(idOf(uptoPlaced, 'CoachAssigned'), 'never'),
    ];
    given(...uptoPlaced, gone)
      .when(values(uptoPlaced, 'PlacedProvisionally', { on: d('09-08') }))
      .then(
        corrected(idOf(uptoPlaced, 'PlacedProvisionally'), { on: d('09-08'), programme: timmerman }),
        corrected(idOf(uptoPlaced, 'CoachAssigned'), { on: d('09-08'), coach: carla }),
      );
  });
});

describe('A correction never breaks a promise', () => {
  test('no placement without a coach (I1)', () => {
    given(...uptoPlaced)
      .when(never(uptoPlaced, 'CoachAssigned'))
      .thenRefused('CorrectionBreaks', { breaks: expect.objectContaining({ rule: 'I1' }) });
  });

  test('nobody takes over from a coach who was not responsible (I2)', () => {
    given(...uptoSwitched)
      .when(values(uptoSwitched, 'CoachAssigned', { coach: dirk }))
      .thenRefused('CorrectionBreaks', {
        breaks: expect.objectContaining({ rule: 'I2', fact: 'ResponsibilityMoved' }),
      });
    given(...uptoSwitched)
      .when(values(uptoSwitched, 'ResponsibilityMoved', { to: dirk }))
      .thenRefused('CorrectionBreaks', { breaks: expect.objectContaining({ rule: 'I2' }) });
  });

  test('what later facts rest on stays', () => {
    const history = [...uptoPlaced, startProgramme, left, returned];
    for (const type of ['TrajectoryOpened', 'Applied', 'PlacedProvisionally', 'Left'] as const)
      given(...history)
        .when(never(history, type))
        .thenRefused('CorrectionBreaks', { breaks: expect.objectContaining({ rule: 'order' }) });
    given(...uptoSwitched)
      .when(never(uptoSwitched, 'PlaceOffered'))
      .thenRefused('CorrectionBreaks', {
        breaks: expect.objectContaining({ rule: 'order', fact: 'Switched' }),
      });
  });

  test('that days come to stand in another order is what happened', () => {
    const history = [...uptoPlaced, talkedAbout];
    expect(
      given(...history).when(values(history, 'PlacedProvisionally', { on: d('10-20') })).decision.accepted,
    ).toBe(true);
  });
});

describe('What is not corrected here', () => {
  test('an event that this trajectory does not have', () => {
    given(opened)
      .when({ type: 'Correct', event: factId(77), change: { never: true }, why })
      .thenRefused('UnknownEvent', { event: factId(77) });
  });

  test('a correction, and what registers and DUO said', () => {
    const verdict = fact('DuoVerdictRecorded', {
      countYear: 2025,
      status: 'provisional',
      verdict: 'vsv',
      delivery: deliveryId('a'),
    });
    const correction = corrected(factId(1), { on: d('08-19') });
    given(opened, verdict)
      .when(never([opened, verdict], 'DuoVerdictRecorded'))
      .thenRefused('NotCorrectable');
    given(opened, correction)
      .when(never([opened, correction], 'Corrected'))
      .thenRefused('NotCorrectable', { fact: 'Corrected' });
  });
});

describe('What guidance and trainings rest on', () => {
  const goal = fact('GoalAgreed', { on: d('10-06'), goal: goalToArriveOnTime, what: 'Op tijd.' });
  const goalReached = fact('GoalReached', { on: d('11-10'), goal: goalToArriveOnTime });
  const bpv = fact('BpvStarted', {
    on: d('10-06'),
    bpv: bpvAtTheJoinery,
    company: 'Timmerfabriek',
    international: false,
  });
  const bpvEnded = fact('BpvEnded', { on: d('11-10'), bpv: bpvAtTheJoinery });
  const item = fact('PortfolioItemAdded', {
    on: d('10-06'),
    item: stool,
    area: 'leren',
    kind: 'product',
    title: 'Kruk',
  });
  const invited = fact('RaterInvited', {
    on: d('10-06'),
    invitation,
    rater: 'praktijkopleider',
    expiresOn: d('12-15'),
  });
  const rated = fact('LeermeterRated', {
    on: d('10-20'),
    rater: 'praktijkopleider',
    leermeter: 0,
    scores: [{ competence: 'werk', score: 4 }],
    invitation,
  });
  const training = [
    signalled,
    inTraining(),
    fact('TrainingAttendanceRecorded', {
      on: d('10-20'),
      training: 'workskills',
      session,
      attendance: 'present',
    }),
  ];
  const whole = [...uptoPlaced, goal, goalReached, bpv, bpvEnded, item, invited, rated, ...training];
  const breaks = (history: History, type: TrajectoryEvent['type'], broken: TrajectoryEvent['type']): void => {
    given(...history)
      .when(never(history, type))
      .thenRefused('CorrectionBreaks', { breaks: expect.objectContaining({ rule: 'order', fact: broken }) });
  };

  test('a goal that was reached, practical training that ended, an invitation that was used stays', () => {
    breaks(whole, 'GoalAgreed', 'GoalReached');
    breaks(whole, 'BpvStarted', 'BpvEnded');
    breaks(whole, 'RaterInvited', 'LeermeterRated');
  });

  test('an enrolment stays as long as there is attendance, an end or a completion in it', () => {
    breaks(whole, 'TrainingEnrolled', 'TrainingAttendanceRecorded');
    const atRisk = [...uptoPlaced, signalled, inTraining()];
    const day = { on: d('11-10'), training: 'workskills' } as const;
    for (const over of [fact('TrainingCompleted', day), fact('TrainingLeft', { ...day, reason: 'Werk.' })])
      breaks([...atRisk, over], 'TrainingEnrolled', over.type);
    given(...atRisk)
      .when(never(atRisk, 'TrainingEnrolled'))
      .then(corrected(idOf(atRisk, 'TrainingEnrolled'), 'never'));
  });

  test('a training that goes on again because its end never was is not gone into twice', () => {
    const again = [
      ...uptoPlaced,
      signalled,
      inTraining(),
      fact('TrainingLeft', { on: d('10-20'), training: 'workskills', reason: 'Ziek.' }),
      inTraining('workskills', d('11-03')),
    ];
    breaks(again, 'TrainingLeft', 'TrainingEnrolled');
  });

  test('what somebody did in a placement rests on the placement', () => {
    for (const type of ['GoalAgreed', 'BpvStarted', 'PortfolioItemAdded', 'RaterInvited'] as const) {
      const event = whole.flat().find((each) => each.type === type);
      if (event) breaks([...uptoPlaced, event], 'PlacedProvisionally', type);
    }
    breaks([...uptoPlaced, referred], 'PlacedProvisionally', 'ReferredToSab');
  });

  test('what never was and came again in the meantime is not brought back beside it', () => {
    const cases = [
      [goal, 'GoalAgreed', { on: d('10-07') }],
      [goalReached, 'GoalReached', { on: d('11-11') }],
      [bpv, 'BpvStarted', { on: d('10-07') }],
      [bpvEnded, 'BpvEnded', { on: d('11-11') }],
      [item, 'PortfolioItemAdded', { on: d('10-07') }],
      [invited, 'RaterInvited', { on: d('10-07') }],
      [rated, 'LeermeterRated', { on: d('10-21') }],
      [training[2], 'TrainingAttendanceRecorded', { on: d('10-21') }],
    ] as const;
    for (const [event, type, otherwise] of cases) {
      const first = idOf(whole, type);
      const again = [...whole, corrected(first, 'never'), event as TrajectoryEvent];
      given(...again)
        .when({ type: 'Correct', event: first, change: { values: otherwise }, why })
        .thenRefused('CorrectionBreaks', { breaks: expect.objectContaining({ rule: 'order' }) });
    }
  });

  test('a rating that never was leaves the invitation to be used', () => {
    const { now } = given(...whole, corrected(idOf(whole, 'LeermeterRated'), 'never'));
    expect(now.guidance.invitations.get(invitation)?.usedOn).toBeUndefined();
  });

  test('which goal, item, training or session it is about is no value', () => {
    const other = idOf(whole, 'Applied');
    const cases = [
      ['GoalReached', { goal: other }],
      ['BpvEnded', { bpv: other }],
      ['PortfolioItemAdded', { item: other }],
      ['LeermeterRated', { invitation: otherInvitation }],
      ['LeermeterRated', { leermeter: 1 }],
      ['TrainingEnrolled', { training: 'leerdoor' }],
      ['TrainingAttendanceRecorded', { session: nextSession }],
    ] as const;
    for (const [type, identity] of cases)
      given(...whole)
        .when(values(whole, type, identity))
        .thenRefused('InvalidValues', { what: expect.stringMatching(/says which fact it is/) });
    given(...whole)
      .when(values(whole, 'TrainingAttendanceRecorded', { attendance: 'excused' }))
      .then(corrected(idOf(whole, 'TrainingAttendanceRecorded'), { attendance: 'excused' }));
  });

  test('a group and scores are held against the institution, scores by the Leermeter of the rating', () => {
    given(...whole)
      .when(values(whole, 'TrainingEnrolled', { group: 'werk-9' }))
      .thenRefused('UnknownTrainingGroup');
    given(...whole)
      .when(values(whole, 'TrainingEnrolled', { group: 'deur-1' }))
      .thenRefused('GroupIsForAnotherTraining');
    given(...whole)
      .when(values(whole, 'TrainingEnrolled', { group: 'werk-1' }))
      .then(corrected(idOf(whole, 'TrainingEnrolled'), { group: 'werk-1' }));
    const since = scenario(trajectorySubject, factsOf({ institution: schoolWithItsOwnLeermeter }));
    const scores = (competence: string, score: number) => ({ scores: [{ competence, score }] });
    since
      .given(...whole)
      .when(values(whole, 'LeermeterRated', scores('werk', 9)))
      .thenRefused('ScoreOffScale', { most: 5 });
    since
      .given(...whole)
      .when(values(whole, 'LeermeterRated', scores('samenwerken', 4)))
      .thenRefused('UnknownCompetence');
    since
      .given(...whole)
      .when(values(whole, 'LeermeterRated', scores('werk', 3)))
      .then(corrected(idOf(whole, 'LeermeterRated'), scores('werk', 3)));
  });

  test('what is noted of a SAB case follows the case, and a signal its rule', () => {
    const noted = { on: d('10-10'), case: firstCase };
    const notes = [
      ...uptoPlaced,
      signalled,
      referred,
      fact('SabReferralAccepted', noted),
      fact('SabReferralReturned', noted),
      fact('SabPlanAgreed', noted),
      fact('SabCaseClosed', noted),
    ];
    for (const { type } of notes.slice(uptoPlaced.length).flat()) {
      given(...notes)
        .when(never(notes, type))
        .thenRefused('NotCorrectable', { fact: type });
      given(...notes)
        .when(values(notes, type, { on: d('10-11') }))
        .thenRefused('NotCorrectable', { fact: type });
    }
  });
});
