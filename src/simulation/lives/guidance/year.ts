import { day, peildatum } from '../../days.ts';
import { shares } from '../../school/shares.ts';
import { Care } from '../care.ts';
import type { Life } from '../life.ts';
import { planConcern } from '../second-line/concern.ts';
import { planSab } from '../second-line/referral.ts';
import { planLoopbaanbox, planWorkskills } from '../second-line/trainings.ts';
import { watchPath } from '../second-line/watch.ts';
import { addToPortfolio, planGoals, planPortfolio } from './learning.ts';
import { planLeermeter } from './leermeter.ts';
import { planBpv, planFinalPhase, planWork } from './practice.ts';
import { planGroupTalk, planTalks } from './talks.ts';

/**
 * The guidance of one student between two peildata, after the path of that year is planned; final: the year in
 * which the diploma is due. Nothing of it changes the path.
 */
export const guide = (life: Life, year: number, final: boolean): void => {
  if (life.entered === undefined) return;
  const care = (life.care ??= new Care(life));
  const [t, next] = [peildatum(year), peildatum(year + 1)];
  care.startsAt(t + 1);
  watchPath(care);
  if (life.entered > year) planFirstWeeks(care, year + 1, next);
  else if (care.placed(t) ?? care.placed(next)) planYear(care, year, final);
  planWorkskills(care, t, next);
  care.liveUntil(next);
};

/** From the first lesson to the peildatum. */
const planFirstWeeks = (care: Care, year: number, until: number): void => {
  const { chance, life } = care;
  const begins = life.world.days.firstLesson(year);
  planGroupTalk(care, begins, until);
  if (chance.happens(shares.portfolioAtOnce))
    care.plan(chance.between(begins + 12, until), (on) => {
      if (on > begins) addToPortfolio(care, on);
    });
  planWork(care, begins, year);
};

const planYear = (care: Care, year: number, final: boolean): void => {
  const first = care.life.entered === year;
  planTalks(care, year);
  planLeermeter(care, year);
  planPortfolio(care, year);
  planGoals(care, year);
  if (!first) planBpv(care, year);
  planWork(care, day(year, 10, 1), year);
  planWork(care, day(year + 1, 8, 31), year + 1);
  if (final) planFinalPhase(care, year);
  planConcern(care, year, first);
  planSab(care, year);
  planLoopbaanbox(care, day(year, 10, 1), peildatum(year + 1));
};
