import { describe, expect, test } from '@jest/globals';
import { sabCaseEvents } from '../../../src/domain/sab-case/events.ts';
import type { NoteSab } from '../../../src/domain/trajectory/commands.ts';
import { sabNoteOf } from '../../../src/domain/trajectory/sab-notes.ts';
import { trajectorySubject } from '../../../src/domain/trajectory/subject.ts';
import { d, fact, factsOf, left, uptoPlaced } from '../../support/people.ts';
import {
  accepted,
  asCoordinator,
  caseOpened,
  closed,
  fatma,
  firstCase,
  returned,
  secondCase,
  started,
} from '../../support/sab/people.ts';
import { scenario } from '../../support/scenario.ts';

const noteOf = (event: typeof caseOpened, of = firstCase): NoteSab => {
  const note = sabNoteOf(of, event);
  if (!note) throw new Error(`nothing is noted of ${event.type}`);
  return note;
};
const { given } = scenario(trajectorySubject, factsOf());
const ofFirst = { case: firstCase };
const referred = fact('ReferredToSab', { on: d('10-06'), ...ofFirst, urgent: false });
const tookOn = fact('SabReferralAccepted', { on: d('10-08'), ...ofFirst });

describe('What the trajectory holds of a case', () => {
  test('that it came so far, and when: nothing of what was said', () => {
    const noted = [caseOpened, accepted, started, closed].map((event) => noteOf(event));
    expect(noted).toEqual([
      { type: 'NoteSab', on: d('10-06'), case: firstCase, step: 'referred', urgent: false },
      { type: 'NoteSab', on: d('10-08'), case: firstCase, step: 'accepted' },
      { type: 'NoteSab', on: d('10-14'), case: firstCase, step: 'planAgreed' },
      { type: 'NoteSab', on: d('11-20'), case: firstCase, step: 'closed' },
    ]);
    expect(noteOf(returned)).toEqual({
      type: 'NoteSab',
      on: d('10-08'),
      case: firstCase,
      step: 'returned',
    });
  });

  test('of six kinds of events, and of none of the others: what is void is given back where it was taken', () => {
    const kinds = Object.keys(sabCaseEvents).filter(
      (type) => sabNoteOf(firstCase, { ...caseOpened, type } as typeof caseOpened) !== undefined,
    );
    expect(kinds).toEqual([
      'CaseOpened',
      'CaseVoided',
      'ReferralAccepted',
      'ReferralReturned',
      'StepPlanStarted',
      'CaseClosed',
    ]);
  });
});

describe('It is noted', () => {
  test('in the order in which it happened, each once', () => {
    given(...uptoPlaced)
      .when(noteOf(caseOpened))
      .then(referred);
    given(...uptoPlaced, referred)
      .when(noteOf(caseOpened))
      .thenNothing();
    given(...uptoPlaced, referred)
      .when(noteOf(accepted))
      .then(tookOn);
    given(...uptoPlaced, referred, tookOn)
      .when(noteOf(closed))
      .then(fact('SabCaseClosed', { on: d('11-20'), ...ofFirst }));
  });

  test('by the system only', () => {
    given(...uptoPlaced)
      .when(noteOf(caseOpened), asCoordinator(fatma))
      .thenRefused('NotYours');
  });

  test('of two referrals that crossed, the second not, and nothing that was done on it', () => {
    const after = given(...uptoPlaced, referred);
    after.when(noteOf(caseOpened, secondCase)).thenRefused('CaseAlreadyOpen', { case: firstCase });
    for (const event of [accepted, returned, started, closed])
      after
        .when(noteOf(event, secondCase))
        .thenRefused('OutOfOrder', { why: 'missing', fact: 'ReferredToSab' });
    expect(after.now.secondLine.openCase).toBe(firstCase);
  });

  test('when the student has left meanwhile, not that he was referred, but how it ended', () => {
    given(...uptoPlaced, left)
      .when(noteOf(caseOpened))
      .thenRefused('NotPlaced');
    given(...uptoPlaced, referred, left)
      .when(noteOf(closed))
      .then(fact('SabCaseClosed', { on: d('11-20'), ...ofFirst }));
  });
});
