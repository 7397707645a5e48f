import type { InvitationId } from '../../../domain/trajectory/ids.ts';
import type { RateLeermeter } from '../../../domain/trajectory/commands.ts';
import type { Actor } from '../../../kernel/message.ts';
import { day } from '../../days.ts';
import { dateText } from '../../diary.ts';
import { leermeterOn } from '../../school/leermeter.ts';
import { shares } from '../../school/shares.ts';
import { dated } from '../life.ts';
import type { Care } from '../care.ts';
import { talk } from './talks.ts';
import { companies, remarks } from './words.ts';

/** Two rounds a year with ratings before the conversation, and one conversation more before the summer. */
export const planLeermeter = (care: Care, year: number): void => {
  const { chance } = care;
  const rounds = [
    [day(year, 10, 12), day(year, 11, 28), 0.94],
    [day(year + 1, 2, 3), day(year + 1, 3, 24), 0.9],
  ] as const;
  for (const [from, to, share] of rounds) {
    const on = chance.between(from, to);
    if (!chance.happens(share)) continue;
    if (chance.happens(0.92))
      care.plan(on - chance.between(2, 8), (rated) => rate(care, rated, 'student', care.student));
    care.plan(on, (met) => leermetergesprek(care, met));
  }
  const last = chance.between(day(year + 1, 5, 12), day(year + 1, 7, 1));
  if (chance.happens(shares.leermeterBeforeSummer)) care.plan(last, (on) => talk(care, on, 'leermeter'));
};

const leermetergesprek = (care: Care, on: number): void => {
  const { chance } = care;
  const placed = care.placed(on);
  if (!placed) return;
  care.growth = Math.min(0.95, care.growth + chance.between(0, 9) / 100);
  if (chance.happens(0.85)) rate(care, on, 'coach', care.coach(placed, on));
  if (care.bpv && chance.happens(shares.rater)) invite(care, on);
  talk(care, on, 'leermeter', care.age(on) < 18 && chance.happens(0.2) ? ['ouders'] : []);
};

/** Students are somewhat kinder to themselves than their coach, and see more difference. */
const rate = (
  care: Care,
  on: number,
  rater: RateLeermeter['rater'],
  actor: Actor,
  invitation?: InvitationId,
): void => {
  const { chance, life } = care;
  const leermeter = leermeterOn(on, life.world.ownLeermeterFrom);
  if (!leermeter) {
    care.planAfter(on, 1, (next) => rate(care, next, rater, actor, invitation));
    return;
  }
  if (!care.placed(on)) return;
  const { least, most, competences } = leermeter;
  const kindness = rater === 'student' ? 0.08 : 0;
  const scores = competences.map(({ code }) => {
    const share = care.growth + kindness + chance.between(-14, 14) / 100;
    return { competence: code, score: least + Math.round(Math.min(1, Math.max(0, share)) * (most - least)) };
  });
  care.say(on, actor, {
    type: 'RateLeermeter',
    ...dated(on),
    rater,
    scores,
    ...(chance.happens(0.25) && { remarks: chance.pick(remarks) }),
    ...(invitation && { invitation }),
  });
};

/** Somebody of the company is asked to rate; some never do. */
const invite = (care: Care, on: number): void => {
  const { chance } = care;
  const placed = care.placed(on);
  if (!placed) return;
  const invitation = chance.uuid() as InvitationId;
  const rater = chance.happens(0.88) ? 'praktijkopleider' : 'other';
  care.say(on, care.coach(placed, on), {
    type: 'InviteRater',
    ...dated(on),
    invitation,
    rater,
    ...(chance.happens(0.7) && { whom: `Praktijkopleider bij ${chance.pick(companies)}` }),
    expiresOn: dateText(on + 30),
  });
  if (chance.happens(0.75))
    care.plan(on + chance.between(1, 16), (rated) => {
      // It may have been put off past a holiday, and an invitation is for a time.
      if (rated < on + 28) rate(care, rated, rater, { id: invitation, role: 'rater' }, invitation);
    });
};
