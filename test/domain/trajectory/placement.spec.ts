import { describe, expect, test } from '@jest/globals';
import { trajectorySubject } from '../../../src/domain/trajectory/subject.ts';
import {
  allroundTimmerman,
  applied,
  bouw,
  carla,
  cem,
  code,
  d,
  dirk,
  domeinBouw,
  dossierTimmeren,
  enrolled,
  fact,
  factsOf,
  gea,
  kapper,
  left,
  opened,
  placed,
  placedIn,
  returned,
  sanne,
  timmerman,
  unknownProgramme,
  uptoPlaced,
  welcomed,
} from '../../support/people.ts';
import { scenario } from '../../support/scenario.ts';

const { given } = scenario(trajectorySubject, factsOf());
const place = { type: 'Place', on: d('09-01'), programme: timmerman, coach: carla } as const;

describe('A placement', () => {
  test('gives the student a coach at once', () => {
    given(opened, applied, welcomed)
      .when(place)
      .then(...placed);
  });

  test('may be agreed for a day to come', () => {
    given(opened, applied, welcomed)
      .when({ ...place, on: d('02-01') })
      .then(
        fact('PlacedProvisionally', { on: d('02-01'), programme: timmerman }),
        fact('CoachAssigned', { on: d('02-01'), coach: carla }),
      );
  });

  test('needs a scoutgesprek of that landschap with outcome place, since the application', () => {
    given(opened, applied).when(place).thenRefused('ScoutgesprekMissing', { landschap: bouw });
    given(opened, applied, welcomed)
      .when({ ...place, programme: kapper })
      .thenRefused('ScoutgesprekMissing');
    given(
      opened,
      applied,
      fact('ScoutgesprekHeld', { on: d('08-25'), landschap: bouw, outcome: 'notYet', reasons: 'Twijfelt.' }),
    )
      .when(place)
      .thenRefused('ScoutgesprekMissing');
    given(
      opened,
      applied,
      welcomed,
      fact('ApplicationWithdrawn', { on: d('08-26'), landschap: bouw }),
      fact('Applied', { on: d('08-27'), landschap: bouw, wish: 'Toch wel.' }),
    )
      .when(place)
      .thenRefused('ScoutgesprekMissing');
  });

  test('does not begin before that scoutgesprek', () => {
    given(opened, applied, welcomed)
      .when({ ...place, on: d('08-24') })
      .thenRefused('OutOfOrder', { fact: 'ScoutgesprekHeld' });
  });

  test('needs a coach who works here', () => {
    given(opened, applied, welcomed)
      .when({ ...place, coach: sanne })
      .thenRefused('LacksRole', { role: 'coach' });
    given(opened, applied, welcomed)
      .when({ ...place, on: d('10-01'), coach: gea })
      .thenRefused('StaffHasLeft', { staff: gea });
  });

  test('is in a programme that somebody knows, at a niveau that it has', () => {
    given(opened, applied, welcomed)
      .when({ ...place, programme: unknownProgramme })
      .thenRefused('UnknownProgramme', { opleidingscode: '99999' });
    given(opened, applied, welcomed)
      .when({ ...place, programme: { ...timmerman, niveau: 4 } })
      .thenRefused('NiveauDoesNotFit', { stated: 4, known: [2] });
    given(opened, applied, welcomed)
      .when({ ...place, programme: { ...dossierTimmeren, niveau: 4 } })
      .thenRefused('NiveauDoesNotFit', { stated: 4, known: [2, 3] });
  });

  test('one at a time', () => {
    given(...uptoPlaced)
      .when(place)
      .thenNothing();
    given(...uptoPlaced)
      .when({ ...place, programme: allroundTimmerman })
      .thenRefused('AlreadyPlaced', { on: d('09-01'), programme: timmerman });
  });

  test('may be off before the student is enrolled, and then the coach is free', () => {
    const cancel = { type: 'CancelPlacement', on: d('09-10') } as const;
    const cancelled = fact('PlacementCancelled', { on: d('09-10') });
    given(...uptoPlaced)
      .when(cancel)
      .then(cancelled);
    expect(given(...uptoPlaced, cancelled).now.coach).toBeUndefined();
    given(...uptoPlaced, cancelled)
      .when(cancel)
      .thenNothing();
    given(...uptoPlaced, enrolled)
      .when(cancel)
      .thenRefused('AlreadyEnrolled', { on: d('09-15') });
    given(opened).when(cancel).thenRefused('NotPlaced');
  });

  test('after a cancellation the same scoutgesprek still opens the way', () => {
    given(...uptoPlaced, fact('PlacementCancelled', { on: d('09-10') }))
      .when(place)
      .then(...placed);
  });

  test('whoever returns is welcome where a scout once said place, not before the return', () => {
    given(...uptoPlaced, left, returned)
      .when({ ...place, on: d('11-24') })
      .then(
        fact('PlacedProvisionally', { on: d('11-24'), programme: timmerman }),
        fact('CoachAssigned', { on: d('11-24'), coach: carla }),
      );
    given(...uptoPlaced, left, returned)
      .when(place)
      .thenRefused('OutOfOrder', { fact: 'Returned' });
    given(...uptoPlaced, left, returned)
      .when({ ...place, on: d('11-24'), programme: kapper })
      .thenRefused('ScoutgesprekMissing');
  });
});

describe('Definitive enrolment', () => {
  const enrol = { type: 'EnrolDefinitively', on: d('09-15') } as const;

  test('at the placement or later, once', () => {
    given(...uptoPlaced)
      .when(enrol)
      .then(...enrolled);
    given(...uptoPlaced, enrolled)
      .when(enrol)
      .thenNothing();
    given(...uptoPlaced, enrolled)
      .when({ ...enrol, on: d('10-01') })
      .thenRefused('AlreadyEnrolled', { on: d('09-15') });
  });

  test('needs a placement and is not before it', () => {
    given(opened).when(enrol).thenRefused('NotPlaced');
    given(...uptoPlaced)
      .when({ ...enrol, on: d('08-31') })
      .thenRefused('OutOfOrder', { fact: 'PlacedProvisionally', on: d('09-01') });
  });
});

describe('Specifying the programme', () => {
  const toTimmerman = { type: 'SpecifyProgramme', on: d('10-01'), opleidingscode: code('25128') } as const;
  const uptoDomein = [opened, applied, welcomed, placedIn(domeinBouw)];

  test('from a domein to a dossier or a kwalificatie inside it', () => {
    given(...uptoDomein)
      .when(toTimmerman)
      .then(fact('ProgrammeSpecified', { on: d('10-01'), opleidingscode: code('25128'), niveau: 2 }));
    given(...uptoDomein)
      .when({ ...toTimmerman, opleidingscode: code('23057') })
      .then(fact('ProgrammeSpecified', { on: d('10-01'), opleidingscode: code('23057') }));
  });

  test('not to something outside it, and not from narrow to narrow', () => {
    given(...uptoDomein)
      .when({ ...toTimmerman, opleidingscode: code('25400') })
      .thenRefused('NotInsideIt', { from: '79000', to: '25400' });
    given(...uptoPlaced)
      .when({ ...toTimmerman, opleidingscode: code('25118') })
      .thenRefused('NotInsideIt');
  });

  test('not to another niveau: that is a switch', () => {
    given(opened, applied, welcomed, placedIn({ ...dossierTimmeren, niveau: 3 }))
      .when(toTimmerman)
      .thenRefused('NiveauDoesNotFit', { stated: 3, known: [2] });
  });

  test('told again adds nothing', () => {
    given(
      ...uptoDomein,
      fact('ProgrammeSpecified', { on: d('10-01'), opleidingscode: code('25128'), niveau: 2 }),
    )
      .when(toTimmerman)
      .thenNothing();
  });
});

describe('Handing over', () => {
  const offer = { type: 'OfferResponsibility', on: d('09-20'), to: cem } as const;
  const offered = fact('ResponsibilityOffered', { on: d('09-20'), to: cem });
  const moved = fact('ResponsibilityMoved', {
    on: d('09-22'),
    from: carla,
    to: cem,
    because: 'handover',
  });

  test('the old coach stays responsible until the new one accepts', () => {
    given(...uptoPlaced)
      .when(offer)
      .then(offered);
    expect(given(...uptoPlaced, offered).now.coach?.id).toBe(carla);
    given(...uptoPlaced, offered)
      .when({ type: 'AcceptResponsibility', on: d('09-22') })
      .then(moved);
    expect(given(...uptoPlaced, offered, moved).now.coach?.id).toBe(cem);
  });

  test('a new offer takes the place of the one before', () => {
    const second = fact('ResponsibilityOffered', { on: d('09-21'), to: dirk });
    given(...uptoPlaced, offered, second)
      .when({ type: 'AcceptResponsibility', on: d('09-22') })
      .then(fact('ResponsibilityMoved', { on: d('09-22'), from: carla, to: dirk, because: 'handover' }));
  });

  test('declined, nobody has moved and nothing is offered any more', () => {
    const declined = fact('ResponsibilityDeclined', { on: d('09-22'), by: cem, reason: 'Te vol.' });
    const decline = { type: 'DeclineResponsibility', on: d('09-22'), reason: 'Te vol.' } as const;
    given(...uptoPlaced, offered)
      .when(decline)
      .then(declined);
    given(...uptoPlaced, offered, declined)
      .when(decline)
      .thenNothing();
    given(...uptoPlaced, offered, declined)
      .when({ type: 'AcceptResponsibility', on: d('09-23') })
      .thenRefused('OutOfOrder', { why: 'missing', fact: 'ResponsibilityOffered' });
  });

  test('an answer told again adds nothing', () => {
    given(...uptoPlaced, offered, moved)
      .when({ type: 'AcceptResponsibility', on: d('09-22') })
      .thenNothing();
  });

  test('not to the coach who is responsible already, and not before it was offered', () => {
    given(...uptoPlaced)
      .when({ ...offer, to: carla })
      .thenRefused('AlreadyResponsible', { coach: carla });
    given(...uptoPlaced, offered)
      .when({ type: 'AcceptResponsibility', on: d('09-19') })
      .thenRefused('OutOfOrder', { fact: 'ResponsibilityOffered' });
  });

  test('accepted before the placement begins, it moves on the day on which that begins', () => {
    const ahead = [
      fact('PlacedProvisionally', { on: d('02-01'), programme: timmerman }),
      fact('CoachAssigned', { on: d('02-01'), coach: carla }),
    ];
    given(opened, applied, welcomed, ahead, offered)
      .when({ type: 'AcceptResponsibility', on: d('09-22') })
      .then(fact('ResponsibilityMoved', { on: d('02-01'), from: carla, to: cem, because: 'handover' }));
  });
});
