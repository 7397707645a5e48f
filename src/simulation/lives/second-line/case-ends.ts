import type { CaseOutcome } from '../../../domain/sab-case/events.ts';
import type { Care } from '../care.ts';
import { dated } from '../life.ts';
import type { SabCase } from './case.ts';
import { offerTraining } from './trainings.ts';
import { closing } from './words.ts';

/** Everything ends when the student is gone; gives whether it did. */
export const goneBefore = (care: Care, work: SabCase, on: number): boolean => {
  if (work.over) return true;
  if (care.placed(on)) return false;
  if (work.accepted) close(care, work, on, care.chance.happens(0.7) ? 'leaves' : 'contactLost');
  else giveBack(care, work, on, 'De student is van school gegaan');
  return true;
};

export const giveBack = (care: Care, work: SabCase, on: number, why: string): void => {
  const { chance, life } = care;
  if (work.over) return;
  const { advisers } = life.world.school.secondLine;
  const actor = chance.happens(0.5)
    ? work.coordinator
    : { id: chance.pick(advisers), role: 'adviser' as const };
  work.ask(on, actor, { type: 'ReturnReferral', ...dated(on), why });
  work.over = true;
  care.caseOpen = false;
};

export const close = (care: Care, work: SabCase, on: number, outcome: CaseOutcome): void => {
  const { chance } = care;
  const adviser = work.adviser(on);
  // Workskills is open to him while the case is.
  if (outcome === 'training' && care.placed(on)) offerTraining(care, on, 'workskills');
  work.ask(on, adviser, {
    type: 'CloseCase',
    ...dated(on),
    outcome,
    feedback: chance.pick(closing[outcome]),
  });
  work.over = true;
  care.caseOpen = false;
  const thanks = chance.weighted({ adviser: 38, coach: 22, none: 40 });
  if (thanks === 'none') return;
  care.planAfter(on, chance.between(0, 4), (thanked) => {
    const actor = thanks === 'adviser' ? work.adviser(thanked) : work.coach(thanked);
    if (actor)
      work.ask(thanked, actor, {
        type: 'ThankForReferral',
        ...dated(thanked),
        from: thanks,
        words:
          thanks === 'adviser'
            ? 'Dank voor de duidelijke vraag: we konden meteen beginnen'
            : 'Fijn dat jullie zo snel meekeken; de student zit er weer',
      });
  });
};
