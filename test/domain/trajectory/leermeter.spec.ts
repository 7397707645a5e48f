import { describe, expect, test } from '@jest/globals';
import { leermeterVersion } from '../../../src/domain/institution/leermeter.ts';
import type { RateLeermeter } from '../../../src/domain/trajectory/commands.ts';
import type { TrajectoryRefusal } from '../../../src/domain/trajectory/refusals.ts';
import { trajectorySubject } from '../../../src/domain/trajectory/subject.ts';
import {
  actor,
  carla,
  d,
  fact,
  factsOf,
  invitation,
  left,
  mila,
  opened,
  otherInvitation,
  school,
  schoolWithItsOwnLeermeter,
  uptoPlaced,
} from '../../support/people.ts';
import { scenario } from '../../support/scenario.ts';

const { given } = scenario(trajectorySubject, factsOf());
const scores = [
  { competence: 'motieven', score: 1 },
  { competence: 'netwerken', score: 5 },
];
const rate: RateLeermeter = { type: 'RateLeermeter', on: d('10-06'), rater: 'coach', scores };
const rated = fact('LeermeterRated', { on: d('10-06'), rater: 'coach', leermeter: 0, scores });

describe('The Leermeter', () => {
  test('that ships is in use until the institution defines its own', () => {
    given(...uptoPlaced)
      .when(rate)
      .then(rated);
    given(...uptoPlaced, rated)
      .when(rate)
      .thenNothing();
    given(opened).when(rate).thenRefused('NotPlaced');
    given(...uptoPlaced, left)
      .when(rate)
      .thenRefused('OutOfOrder', { fact: 'Left' });
  });

  test('rates one competence or more, each once, on the scale', () => {
    const refused = (wrong: RateLeermeter['scores'], code: TrajectoryRefusal['code'], about = {}): void => {
      given(...uptoPlaced)
        .when({ ...rate, scores: wrong })
        .thenRefused(code, about);
    };
    refused([], 'NothingRated');
    refused([{ competence: 'samenwerken', score: 3 }], 'UnknownCompetence', { competence: 'samenwerken' });
    refused([...scores, { competence: 'motieven', score: 2 }], 'RatedTwice', { competence: 'motieven' });
    for (const score of [0, 6])
      refused([{ competence: 'werk', score }], 'ScoreOffScale', { score, least: 1, most: 5 });
  });

  test('of the institution goes before the one that ships; a rating says by which it was given', () => {
    const own = scenario(trajectorySubject, factsOf({ institution: schoolWithItsOwnLeermeter }));
    const nine = [{ competence: 'samenwerken', score: 9 }];
    own
      .given(...uptoPlaced)
      .when({ ...rate, scores: nine })
      .then(fact('LeermeterRated', { on: d('10-06'), rater: 'coach', leermeter: 1, scores: nine }));
    own
      .given(...uptoPlaced)
      .when(rate)
      .thenRefused('UnknownCompetence', { competence: 'motieven' });
    own
      .given(...uptoPlaced)
      .when({ ...rate, scores: [{ competence: 'netwerken', score: 11 }] })
      .thenRefused('ScoreOffScale', { least: 1, most: 10 });
    // What was rated by the one before stays so, asked again too.
    own
      .given(...uptoPlaced, rated)
      .when(rate)
      .thenNothing();
    expect(leermeterVersion(schoolWithItsOwnLeermeter, 0)).toEqual(leermeterVersion(school, 0));
    expect(leermeterVersion(schoolWithItsOwnLeermeter, 2)).toBeUndefined();
  });
});

describe('An invitation', () => {
  const invite = {
    type: 'InviteRater',
    on: d('10-06'),
    invitation,
    rater: 'praktijkopleider',
    whom: 'Mevrouw De Boer',
    expiresOn: d('12-15'),
  } as const;
  const { type: _, ...data } = invite;
  const invited = fact('RaterInvited', data);
  const byInvitation = { ...rate, on: d('10-20'), rater: 'praktijkopleider', invitation } as const;
  const used = fact('LeermeterRated', {
    on: d('10-20'),
    rater: 'praktijkopleider',
    leermeter: 0,
    scores,
    invitation,
  });
  const theInvited = { id: invitation, role: 'rater' } as const;

  test('is for a time of at most 90 days', () => {
    given(...uptoPlaced)
      .when(invite)
      .then(invited);
    given(...uptoPlaced, invited)
      .when(invite)
      .thenNothing();
    given(...uptoPlaced, invited)
      .when({ ...invite, rater: 'other' })
      .thenRefused('IdInUse', { id: invitation });
    for (const expiresOn of [d('10-05'), d('01-05')])
      given(...uptoPlaced)
        .when({ ...invite, expiresOn })
        .thenRefused('InvalidExpiry', { expiresOn, from: d('10-06'), until: d('01-04') });
    for (const expiresOn of [d('10-06'), d('01-04')])
      expect(given(...uptoPlaced).when({ ...invite, expiresOn }).decision.accepted).toBe(true);
    given(opened).when(invite).thenRefused('NotPlaced');
  });

  test('is used once', () => {
    given(...uptoPlaced, invited)
      .when(byInvitation, theInvited)
      .then(used);
    given(...uptoPlaced, invited, used)
      .when(byInvitation, theInvited)
      .thenNothing();
    given(...uptoPlaced, invited, used)
      .when({ ...byInvitation, remarks: 'Toch nog iets.' }, theInvited)
      .thenRefused('InvitationUsed', { invitation, on: d('10-20') });
  });

  test('is used in time: on its last day, and not the day after', () => {
    const until = (expiresOn: ReturnType<typeof d>) =>
      given(...uptoPlaced, fact('RaterInvited', { ...data, expiresOn }));
    until(d('12-01')).when(byInvitation, theInvited).then(used);
    until(d('11-30'))
      .when(byInvitation, theInvited)
      .thenRefused('InvitationExpired', { on: d('11-30') });
  });

  test('is for whom it names, and not before it was given', () => {
    given(...uptoPlaced, invited)
      .when({ ...byInvitation, rater: 'other' }, theInvited)
      .thenRefused('UnknownInvitation');
    given(...uptoPlaced)
      .when(byInvitation, theInvited)
      .thenRefused('UnknownInvitation', { invitation });
    given(...uptoPlaced, invited)
      .when({ ...byInvitation, on: d('10-05') }, theInvited)
      .thenRefused('OutOfOrder', { why: 'before', fact: 'RaterInvited' });
  });

  test('is for the invited alone: neither another rater nor the coach uses it in his place', () => {
    const history = [...uptoPlaced, invited];
    given(...history)
      .when(byInvitation, { id: otherInvitation, role: 'rater' })
      .thenRefused('NotYours');
    given(...history)
      .when(byInvitation, actor(carla, 'coach'))
      .thenRefused('NotYours');
    given(...history)
      .when({ ...byInvitation, rater: 'student' }, actor(mila, 'student'))
      .thenRefused('NotYours');
    // Somebody from outside has nothing but the invitation.
    const { invitation: _invitation, ...without } = byInvitation;
    given(...history)
      .when(without, theInvited)
      .thenRefused('NotYours');
  });

  test('is not needed by a coach who writes down what a praktijkopleider said', () => {
    const { invitation: _invitation, ...said } = byInvitation;
    given(...uptoPlaced)
      .when(said, actor(carla, 'coach'))
      .then(fact('LeermeterRated', { on: d('10-20'), rater: 'praktijkopleider', leermeter: 0, scores }));
    given(...uptoPlaced)
      .when({ ...rate, rater: 'student' }, actor(carla, 'coach'))
      .thenRefused('NotYours');
  });
});
