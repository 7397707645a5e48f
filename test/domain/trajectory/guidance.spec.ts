import { describe, expect, test } from '@jest/globals';
import {
  conversationKinds,
  portfolioAreas,
  type TrajectoryEvent,
} from '../../../src/domain/trajectory/events.ts';
import type { GoalId, PortfolioItemId } from '../../../src/domain/trajectory/ids.ts';
import { trajectorySubject } from '../../../src/domain/trajectory/subject.ts';
import {
  actor,
  bpvAtTheJoinery,
  carla,
  cem,
  code,
  d,
  fact,
  factsOf,
  firstSwitch,
  goalToArriveOnTime,
  inFinalPhase,
  kapper,
  karin,
  kees,
  left,
  offered,
  opened,
  placedIn,
  requested,
  returned,
  session,
  startProgramme,
  stool,
  switched,
  talked,
  talkedAbout,
  timmerman,
  timmermanBbl,
  today,
  uptoPlaced,
  uptoSwitched,
} from '../../support/people.ts';
import { scenario } from '../../support/scenario.ts';

const { given } = scenario(trajectorySubject, factsOf());
const conversation = {
  type: 'RecordConversation',
  on: d('10-06'),
  kind: 'support',
  faceToFace: false,
  agreements: 'Elke ochtend even bellen.',
  goals: 'Op tijd komen.',
  studentWants: 'Blijven.',
  present: ['student', 'coach', 'ouder'],
} as const;

describe('A conversation', () => {
  test.each(conversationKinds)('of kind %s is held with whoever has a coach', (kind) => {
    const { type: _, ...data } = { ...conversation, kind };
    given(...uptoPlaced)
      .when({ ...conversation, kind })
      .then(fact('ConversationHeld', data));
    given(...uptoPlaced, fact('ConversationHeld', data))
      .when({ ...conversation, kind })
      .thenNothing();
    given(opened)
      .when({ ...conversation, kind })
      .thenRefused('NotPlaced');
    given(...uptoPlaced, left)
      .when({ ...conversation, kind })
      .thenRefused('OutOfOrder', { why: 'after', fact: 'Left' });
  });

  test('is told when it was held, not before', () => {
    given(...uptoPlaced)
      .when({ ...conversation, on: d('12-02') })
      .thenRefused('DateInFuture', { today });
  });

  test('opens the way to a switch when it was about the choice, and not when it was anything else', () => {
    const request = {
      type: 'RequestSwitch',
      on: d('10-08'),
      switch: firstSwitch,
      to: kapper,
      motive: 'Liever met mensen.',
      initiative: 'student',
    } as const;
    for (const kind of conversationKinds) {
      const asked = given(...uptoPlaced, startProgramme, talked(kind)).when(request);
      if (kind === 'switch' || kind === 'reflection') asked.then(...requested);
      else asked.thenRefused('ConversationMissing');
    }
    given(...uptoPlaced, startProgramme, talked('support'), talked('career'), talked('leermeter'))
      .when(request)
      .thenRefused('ConversationMissing');
    given(...uptoPlaced, startProgramme, talked('support'), talked('reflection'))
      .when(request)
      .then(...requested);
  });

  test('of kind support is what a referral to the second line rests on', () => {
    expect(given(...uptoPlaced, talked('support'), talkedAbout).now.secondLine.support).toEqual([d('10-06')]);
  });
});

describe('A group session', () => {
  const group = { ...conversation, session };

  test('is a conversation of each student, with the same session', () => {
    const { type: _, ...data } = group;
    given(...uptoPlaced)
      .when(group, actor(carla, 'coach'))
      .then(fact('ConversationHeld', data));
  });

  test('may be held by any coach of the landschap, a conversation by one’s own', () => {
    for (const coach of [cem, kees])
      expect(given(...uptoPlaced).when(group, actor(coach, 'coach')).decision.accepted).toBe(true);
    given(...uptoPlaced)
      .when(conversation, actor(kees, 'coach'))
      .thenRefused('NotYours');
    given(...uptoPlaced)
      .when(group, actor(karin, 'coach'))
      .thenRefused('NotYours');
  });
});

describe('The portfolio', () => {
  const add = {
    type: 'AddToPortfolio',
    on: d('10-06'),
    item: stool,
    area: 'leren',
    kind: 'product',
    title: 'Kruk',
    link: 'https://portfolio.example/kruk',
  } as const;
  const { type: _, ...added } = add;

  test.each(portfolioAreas)('has the area %s, for products and reflections', (area) => {
    for (const kind of ['product', 'reflection'] as const)
      given(...uptoPlaced)
        .when({ ...add, area, kind })
        .then(fact('PortfolioItemAdded', { ...added, area, kind }));
  });

  test('holds each item once, under an id of its own', () => {
    const history = [...uptoPlaced, fact('PortfolioItemAdded', added)];
    given(...history)
      .when(add)
      .thenNothing();
    given(...history)
      .when({ ...add, title: 'Tafel' })
      .thenRefused('IdInUse', { id: stool });
    given(...history)
      .when({ ...add, item: session as string as PortfolioItemId })
      .then(fact('PortfolioItemAdded', { ...added, item: session as string as PortfolioItemId }));
    given(opened).when(add).thenRefused('NotPlaced');
  });
});

describe('A goal', () => {
  const agree = {
    type: 'AgreeGoal',
    on: d('10-06'),
    goal: goalToArriveOnTime,
    what: 'Op tijd komen.',
    by: d('12-20'),
  } as const;
  const { type: _, ...data } = agree;
  const agreed = fact('GoalAgreed', data);
  const reach = { type: 'ReachGoal', on: d('11-10'), goal: goalToArriveOnTime } as const;
  const reached = fact('GoalReached', { on: d('11-10'), goal: goalToArriveOnTime });

  test('is agreed once, for a day that may lie ahead', () => {
    given(...uptoPlaced)
      .when(agree)
      .then(agreed);
    given(...uptoPlaced, agreed)
      .when(agree)
      .thenNothing();
    given(...uptoPlaced, agreed)
      .when({ ...agree, what: 'Alles inleveren.' })
      .thenRefused('IdInUse', { id: goalToArriveOnTime });
    given(...uptoPlaced)
      .when({ ...agree, by: d('10-05') })
      .thenRefused('InvalidPeriod', { from: d('10-06'), until: d('10-05') });
    given(opened).when(agree).thenRefused('NotPlaced');
  });

  test('is reached once, and not before it was agreed', () => {
    given(...uptoPlaced, agreed)
      .when(reach)
      .then(reached);
    given(...uptoPlaced, agreed, reached)
      .when(reach)
      .thenNothing();
    given(...uptoPlaced, agreed, reached)
      .when({ ...reach, on: d('11-11') })
      .thenRefused('GoalAlreadyReached', { on: d('11-10') });
    given(...uptoPlaced, agreed)
      .when({ ...reach, on: d('10-05') })
      .thenRefused('OutOfOrder', { why: 'before', fact: 'GoalAgreed' });
    given(...uptoPlaced, agreed)
      .when({ ...reach, goal: session as string as GoalId })
      .thenRefused('UnknownGoal');
  });

  test('goes along in a switch', () => {
    given(...uptoPlaced, agreed, startProgramme, talkedAbout, requested, offered, switched)
      .when(reach)
      .then(reached);
  });
});

describe('BPV', () => {
  const start = {
    type: 'StartBpv',
    on: d('10-06'),
    bpv: bpvAtTheJoinery,
    company: 'Timmerfabriek',
    international: false,
    plannedEnd: d('01-30'),
    hours: 320,
  } as const;
  const { type: _, ...data } = start;
  const started = fact('BpvStarted', data);
  const end = { type: 'EndBpv', on: d('11-20'), bpv: bpvAtTheJoinery, hours: 300 } as const;
  const ended = fact('BpvEnded', { on: d('11-20'), bpv: bpvAtTheJoinery, hours: 300 });

  test('begins in a placement, here or abroad', () => {
    given(...uptoPlaced)
      .when(start)
      .then(started);
    given(...uptoPlaced)
      .when({ ...start, company: 'Schreinerei', international: true })
      .then(fact('BpvStarted', { ...data, company: 'Schreinerei', international: true }));
    given(...uptoPlaced, started)
      .when(start)
      .thenNothing();
    given(...uptoPlaced, started)
      .when({ ...start, company: 'Een ander' })
      .thenRefused('IdInUse', { id: bpvAtTheJoinery });
    given(...uptoPlaced)
      .when({ ...start, on: d('08-31') })
      .thenRefused('OutOfOrder', { fact: 'PlacedProvisionally' });
    given(...uptoPlaced)
      .when({ ...start, plannedEnd: d('10-05') })
      .thenRefused('InvalidPeriod');
    given(opened).when(start).thenRefused('NotPlaced');
  });

  test('ends once, and after it began', () => {
    given(...uptoPlaced, started)
      .when(end)
      .then(ended);
    given(...uptoPlaced, started, ended)
      .when(end)
      .thenNothing();
    given(...uptoPlaced, started, ended)
      .when({ ...end, hours: 320 })
      .thenRefused('BpvAlreadyEnded', { on: d('11-20') });
    given(...uptoPlaced, started)
      .when({ ...end, on: d('10-05') })
      .thenRefused('OutOfOrder', { why: 'before', fact: 'BpvStarted' });
    given(...uptoPlaced)
      .when(end)
      .thenRefused('UnknownBpv', { bpv: bpvAtTheJoinery });
  });
});

describe('The final phase', () => {
  const enter = { type: 'EnterFinalPhase', on: d('10-01') } as const;

  test('is entered once in a programme', () => {
    given(...uptoPlaced)
      .when(enter)
      .then(...inFinalPhase);
    given(...uptoPlaced, inFinalPhase)
      .when(enter)
      .thenNothing();
    given(...uptoPlaced, inFinalPhase)
      .when({ ...enter, on: d('10-02') })
      .thenRefused('AlreadyInFinalPhase', { on: d('10-01') });
    given(...uptoPlaced)
      .when({ ...enter, on: d('08-31') })
      .thenRefused('OutOfOrder', { fact: 'PlacedProvisionally' });
    given(opened).when(enter).thenRefused('NotPlaced');
  });

  type History = readonly (TrajectoryEvent | readonly TrajectoryEvent[])[];
  const isEnteredAnew = (on: typeof today, history: History): void => {
    expect(given(...history).now.guidance.finalPhaseOn).toBeUndefined();
    given(...history)
      .when({ ...enter, on })
      .then(fact('FinalPhaseEntered', { on }));
  };

  test('is entered anew after a switch, not before its first day', () => {
    const history = [...uptoPlaced, inFinalPhase, startProgramme, talkedAbout, requested, offered, switched];
    given(...history)
      .when(enter)
      .thenRefused('OutOfOrder', { why: 'before', fact: 'PlacedProvisionally', on: d('10-27') });
    isEnteredAnew(d('11-24'), history);
  });

  test('is entered anew in a programme that follows a diploma, even on the same day', () => {
    const history = [
      ...uptoPlaced,
      inFinalPhase,
      fact('DiplomaAwarded', { on: d('10-01'), opleidingscode: code('25128') }),
      fact('FollowOnStarted', { on: d('10-01'), programme: timmermanBbl }),
    ];
    isEnteredAnew(enter.on, history);
  });

  test('is over with leaving', () => {
    given(...uptoPlaced, inFinalPhase, left)
      .when({ ...enter, on: d('11-15') })
      .thenRefused('OutOfOrder', { why: 'after', fact: 'Left' });
    const placedAgain = placedIn(timmerman, carla, d('11-24'));
    isEnteredAnew(d('11-24'), [...uptoPlaced, inFinalPhase, left, returned, placedAgain]);
  });

  test('a specified programme is no other programme', () => {
    const history = [
      ...uptoSwitched,
      fact('FinalPhaseEntered', { on: d('11-03') }),
      fact('ProgrammeSpecified', { on: d('11-10'), opleidingscode: code('25400') }),
    ];
    given(...history)
      .when({ ...enter, on: d('11-24') })
      .thenRefused('AlreadyInFinalPhase', { on: d('11-03') });
  });
});
