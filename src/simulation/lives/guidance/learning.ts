import { portfolioAreas } from '../../../domain/trajectory/events.ts';
import type { GoalId, PortfolioItemId } from '../../../domain/trajectory/ids.ts';
import { day } from '../../days.ts';
import { dateText } from '../../diary.ts';
import { shares } from '../../school/shares.ts';
import { dated } from '../life.ts';
import type { Care } from '../care.ts';
import { goals, portfolio } from './words.ts';

/** Some students keep a full portfolio and some hardly any; the areas come as they come. */
export const planPortfolio = (care: Care, year: number): void => {
  const { chance } = care;
  for (let left = chance.between(2, 6); left > 0; left--)
    care.plan(chance.between(day(year, 10, 3), day(year + 1, 9, 30)), (on) => addToPortfolio(care, on));
};

export const addToPortfolio = (care: Care, on: number): void => {
  const { chance } = care;
  const placed = care.placed(on);
  if (!placed) return;
  const area = chance.pick(portfolioAreas);
  const kind = chance.happens(0.45) ? 'reflection' : 'product';
  const words = portfolio[area];
  const item = chance.uuid() as PortfolioItemId;
  care.say(on, chance.happens(0.9) ? care.student : care.coach(placed, on), {
    type: 'AddToPortfolio',
    ...dated(on),
    item,
    area,
    kind,
    title: chance.pick(words.titles),
    ...((kind === 'reflection' || chance.happens(0.3)) && { words: chance.pick(words.words) }),
    ...(kind === 'product' && { link: `https://portfolio.example/${item.slice(0, 8)}` }),
  });
};

/** One or two goals a year, agreed after a conversation; most are reached, some when nobody looks any more. */
export const planGoals = (care: Care, year: number): void => {
  const { chance } = care;
  for (const [from, to, share] of [
    [day(year, 10, 20), day(year, 12, 10), 0.75],
    [day(year + 1, 2, 10), day(year + 1, 4, 10), 0.5],
  ] as const) {
    const on = chance.between(from, to);
    if (chance.happens(share)) care.plan(on, (agreed) => agree(care, agreed));
  }
};

const agree = (care: Care, on: number): void => {
  const { chance, life } = care;
  const placed = care.placed(on);
  if (!placed) return;
  const goal = chance.uuid() as GoalId;
  const by = life.world.days.onOrAfter(on + chance.between(28, 90));
  care.say(on, care.coach(placed, on), {
    type: 'AgreeGoal',
    ...dated(on),
    goal,
    what: chance.pick(goals),
    ...(chance.happens(0.85) && { by: dateText(by) }),
  });
  if (!chance.happens(shares.goalReached)) return;
  care.plan(by + chance.between(-12, 12), (reached) => {
    const then = care.placed(reached);
    if (then) care.say(reached, care.coach(then, reached), { type: 'ReachGoal', ...dated(reached), goal });
  });
};
