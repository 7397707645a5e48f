import { describe, expect, test } from '@jest/globals';
import type { TrajectoryEvent } from '../../../src/domain/trajectory/events.ts';
import { trajectorySubject } from '../../../src/domain/trajectory/subject.ts';
import {
  carla,
  cem,
  d,
  dirk,
  enrolled,
  fact,
  factsOf,
  firstSwitch,
  kapper,
  left,
  offered,
  opened,
  requested,
  returned,
  secondSwitch,
  startProgramme,
  switched,
  talkedAbout,
  timmerman,
  timmermanBbl,
  tineke,
  uptoPlaced,
  uptoRequested,
  uptoSwitched,
} from '../../support/people.ts';
import { scenario } from '../../support/scenario.ts';

const { given } = scenario(trajectorySubject, factsOf());
const request = {
  type: 'RequestSwitch',
  on: d('10-08'),
  switch: firstSwitch,
  to: kapper,
  motive: 'Liever met mensen.',
  initiative: 'student',
} as const;

describe('Asking for a switch moves nobody', () => {
  test('it needs a conversation since the placement, on or before that day', () => {
    given(...uptoPlaced, startProgramme, talkedAbout)
      .when(request)
      .then(...requested);
    given(...uptoPlaced, startProgramme)
      .when(request)
      .thenRefused('ConversationMissing');
    given(...uptoPlaced, startProgramme, talkedAbout)
      .when({ ...request, on: d('10-05') })
      .thenRefused('ConversationMissing');
    expect(given(...uptoRequested).now.coach?.id).toBe(carla);
  });

  test('a conversation of an earlier placement does not count', () => {
    const placedAgain = [
      fact('PlacedProvisionally', { on: d('11-24'), programme: timmerman }),
      fact('CoachAssigned', { on: d('11-24'), coach: carla }),
    ];
    given(...uptoPlaced, talkedAbout, left, returned, placedAgain)
      .when({ ...request, on: d('11-26') })
      .thenRefused('ConversationMissing');
  });

  test('without a motive it says so', () => {
    const { motive: _, ...withoutMotive } = request;
    given(...uptoPlaced, startProgramme, talkedAbout)
      .when(withoutMotive)
      .then(
        fact('SwitchRequested', {
          on: d('10-08'),
          switch: firstSwitch,
          to: kapper,
          initiative: 'student',
          motiveGiven: false,
        }),
      );
  });

  test('one open switch at a time, each with an id of its own', () => {
    given(...uptoRequested)
      .when(request)
      .thenNothing();
    given(...uptoRequested)
      .when({ ...request, switch: secondSwitch })
      .thenRefused('AnotherSwitchIsOpen', { switch: firstSwitch });
    given(...uptoRequested)
      .when({ ...request, to: timmermanBbl })
      .thenRefused('SwitchIdInUse');
  });

  test('not to where the student is; another leerweg is another programme', () => {
    given(...uptoPlaced, startProgramme, talkedAbout)
      .when({ ...request, to: timmerman })
      .thenRefused('AlreadyThere', { programme: timmerman });
    const { niveau: _, ...sameWithoutNiveau } = timmerman;
    given(...uptoPlaced, startProgramme, talkedAbout)
      .when({ ...request, to: sameWithoutNiveau })
      .thenRefused('AlreadyThere');
    expect(
      given(...uptoPlaced, startProgramme, talkedAbout).when({ ...request, to: timmermanBbl }).decision
        .accepted,
    ).toBe(true);
  });

  test('only by somebody who is placed', () => {
    given(opened).when(request).thenRefused('NotPlaced');
    given(opened)
      .when({ type: 'RecordConversation', on: d('09-20'), kind: 'switch', faceToFace: true, present: [] })
      .thenRefused('NotPlaced');
  });
});

describe('After the start programme', () => {
  const late = { ...request, on: d('11-20') };
  const after = [...uptoPlaced, startProgramme, talkedAbout];

  test('a switch needs the agreement of the team leader', () => {
    given(...after)
      .when(late)
      .thenRefused('AfterStartProgramme', { endedOn: d('11-16') });
    given(...after)
      .when({ ...late, exception: { agreedBy: carla } })
      .thenRefused('AfterStartProgramme');
    given(...after)
      .when({ ...late, exception: { agreedBy: tineke } })
      .then(
        fact('SwitchRequested', {
          on: d('11-20'),
          switch: firstSwitch,
          to: kapper,
          initiative: 'student',
          motiveGiven: true,
          motive: 'Liever met mensen.',
          exceptionAgreedBy: tineke,
        }),
      );
  });

  test('extended, it is not over yet', () => {
    const extended = fact('StartProgrammeExtended', {
      on: d('11-10'),
      endsOn: d('11-30'),
      reason: 'Ziek geweest.',
      agreedBy: tineke,
    });
    expect(given(...after, extended).when(late).decision.accepted).toBe(true);
  });

  test('a choice to stay ends it early; a choice to switch leaves the way open until its last day', () => {
    const chose = (choice: 'stay' | 'switch'): TrajectoryEvent =>
      fact('StartProgrammeCompleted', { on: d('10-20'), choice, reasons: 'Gekozen.' });
    const soon = { ...request, on: d('10-27') };
    given(...after, chose('stay'))
      .when(soon)
      .thenRefused('AfterStartProgramme', { endedOn: d('10-20') });
    expect(given(...after, chose('switch')).when(soon).decision.accepted).toBe(true);
  });
});

describe('The receiving landschap', () => {
  const offer = {
    type: 'OfferPlace',
    on: d('10-10'),
    switch: firstSwitch,
    from: d('10-27'),
    coach: cem,
  } as const;

  test('offers a place and asks a coach, and nobody has moved', () => {
    given(...uptoRequested)
      .when(offer)
      .then(...offered);
    given(...uptoRequested, offered)
      .when(offer)
      .thenNothing();
    expect(given(...uptoRequested, offered).now.coach?.id).toBe(carla);
  });

  test('needs no answer of the coach who is responsible already', () => {
    given(...uptoRequested)
      .when({ ...offer, coach: carla })
      .then(
        fact('PlaceOffered', { on: d('10-10'), switch: firstSwitch, from: d('10-27'), coach: carla }),
        fact('Switched', {
          on: d('10-27'),
          switch: firstSwitch,
          from: timmerman,
          to: kapper,
          dimensions: ['crebo', 'kwalificatiedossier', 'domein', 'landschap'],
          acceptedOn: d('10-10'),
        }),
      );
  });

  test('refuses, and the switch ends', () => {
    const refused = fact('PlaceRefused', { on: d('10-10'), switch: firstSwitch, reason: 'Vol.' });
    const refusal = { type: 'RefusePlace', on: d('10-10'), switch: firstSwitch, reason: 'Vol.' } as const;
    given(...uptoRequested)
      .when(refusal)
      .then(refused);
    given(...uptoRequested, refused)
      .when(refusal)
      .thenNothing();
    given(...uptoRequested, refused)
      .when(offer)
      .thenRefused('SwitchNotOpen', { switch: firstSwitch });
    expect(
      given(...uptoRequested, refused).when({ ...request, switch: secondSwitch }).decision.accepted,
    ).toBe(true);
  });

  test('answers a switch that was asked for, not before it was', () => {
    given(...uptoPlaced)
      .when(offer)
      .thenRefused('UnknownSwitch', { switch: firstSwitch });
    given(...uptoRequested)
      .when({ ...offer, on: d('10-07') })
      .thenRefused('OutOfOrder', { fact: 'SwitchRequested' });
  });
});

describe('The asked coach', () => {
  const accept = { type: 'AcceptStudent', on: d('10-13'), switch: firstSwitch } as const;
  const decline = { type: 'DeclineStudent', on: d('10-13'), switch: firstSwitch, reason: 'Te vol.' } as const;
  const declined = fact('StudentDeclined', { on: d('10-13'), switch: firstSwitch, reason: 'Te vol.' });

  test('accepts, and in one step the switch is made and the responsibility moves', () => {
    given(...uptoRequested, offered)
      .when(accept)
      .then(...switched);
    given(...uptoSwitched)
      .when(accept)
      .thenNothing();
    expect(given(...uptoSwitched).now.coach?.id).toBe(cem);
    expect(given(...uptoSwitched).now.placement?.programme).toEqual(kapper);
  });

  test('who accepts after the first day there is responsible from the acceptance', () => {
    given(...uptoRequested, offered)
      .when({ ...accept, on: d('11-03') })
      .then(
        { ...switched[0], data: { ...switched[0]?.data, acceptedOn: d('11-03') } } as TrajectoryEvent,
        fact('ResponsibilityMoved', { on: d('11-03'), from: carla, to: cem, because: 'switch' }),
      );
  });

  test('declines, and the place must be offered again with another coach', () => {
    given(...uptoRequested, offered)
      .when(decline)
      .then(declined);
    given(...uptoRequested, offered, declined)
      .when(decline)
      .thenNothing();
    given(...uptoRequested, offered, declined)
      .when({ type: 'OfferPlace', on: d('10-14'), switch: firstSwitch, from: d('10-27'), coach: cem })
      .thenRefused('CoachDeclinedBefore', { coach: cem });
    given(...uptoRequested, offered, declined)
      .when({ type: 'OfferPlace', on: d('10-14'), switch: firstSwitch, from: d('10-27'), coach: dirk })
      .then(fact('PlaceOffered', { on: d('10-14'), switch: firstSwitch, from: d('10-27'), coach: dirk }));
    given(...uptoRequested, offered, declined)
      .when(accept)
      .thenRefused('OutOfOrder', { why: 'missing', fact: 'PlaceOffered' });
  });

  test('has nothing to accept before a place is offered', () => {
    given(...uptoRequested)
      .when(accept)
      .thenRefused('OutOfOrder', { why: 'missing', fact: 'PlaceOffered' });
  });

  test('accepts nothing when the student is there by now', () => {
    const diploma = fact('DiplomaAwarded', { on: d('10-09'), opleidingscode: timmerman.opleidingscode });
    const there = fact('FollowOnStarted', { on: d('10-11'), programme: kapper });
    given(...uptoRequested, diploma, offered, there)
      .when(accept)
      .thenRefused('AlreadyThere');
  });
});

describe('Withdrawing and landing', () => {
  const withdraw = {
    type: 'WithdrawSwitch',
    on: d('10-12'),
    switch: firstSwitch,
    reason: 'Blijft.',
  } as const;
  const withdrawn = fact('SwitchWithdrawn', { on: d('10-12'), switch: firstSwitch, reason: 'Blijft.' });
  const land = { type: 'ConfirmLanding', on: d('11-05'), switch: firstSwitch, wellReceived: false } as const;
  const landed = fact('LandingConfirmed', { on: d('11-05'), switch: firstSwitch, wellReceived: false });

  test('a switch may be withdrawn until it is made', () => {
    given(...uptoRequested, offered)
      .when(withdraw)
      .then(withdrawn);
    given(...uptoRequested, offered, withdrawn)
      .when(withdraw)
      .thenNothing();
    given(...uptoSwitched)
      .when(withdraw)
      .thenRefused('SwitchNotOpen');
  });

  test('leaving ends an open switch', () => {
    expect(given(...uptoRequested, enrolled, left).now.openSwitch).toBeUndefined();
  });

  test('the landing is told once, good or not', () => {
    given(...uptoSwitched)
      .when(land)
      .then(landed);
    given(...uptoSwitched, landed)
      .when(land)
      .thenNothing();
    given(...uptoSwitched, landed)
      .when({ ...land, wellReceived: true })
      .thenRefused('LandingAlreadyConfirmed', { on: d('11-05') });
  });

  test('nobody lands before the first day of a switch that was made', () => {
    given(...uptoRequested, offered)
      .when(land)
      .thenRefused('OutOfOrder', { why: 'missing', fact: 'Switched' });
    given(...uptoSwitched)
      .when({ ...land, on: d('10-26') })
      .thenRefused('OutOfOrder', { fact: 'Switched' });
    given(...uptoSwitched)
      .when({ ...land, switch: secondSwitch })
      .thenRefused('UnknownSwitch');
  });
});
