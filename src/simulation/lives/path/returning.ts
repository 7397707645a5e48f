import { type Offered, as } from '../../school/school.ts';
import { madeUp } from '../../school/shares.ts';
import { scoutgesprek } from './application.ts';
import type { Leaving } from './leaving.ts';
import { type Life, dated } from '../life.ts';
import { enrol, place, yearsOf } from './placement.ts';
import { inOtherDomein } from './switching.ts';

export const returnPerhaps = (life: Life, leaving: Leaving, left: number, next: number): void => {
  const { chance } = life;
  if (leaving === 'rare' || leaving === 'adult') return;
  if (left < next - 120 && chance.happens(madeUp.returnsSameYear)) {
    comeBack(life, Math.max(left + chance.between(30, 80), life.recorded + 3), next);
    return;
  }
  life.returns = chance.happens(madeUp.returnsLater);
};

/** Comes back: the path goes on with a placement, in the same programme or another. */
export const comeBack = (life: Life, on: number, next: number): void => {
  const { chance, world, offered: old } = life;
  const { days } = world;
  life.hurried = false;
  if (!old || on > next - 45 || life.leftOn === undefined) return;
  const back = Math.max(days.onOrAfter(on), days.onOrAfter(life.recorded), life.leftOn + 1);
  life.tell(back, as('infoshop', chance.pick(world.school.infoshop)), { type: 'Return', ...dated(back) });
  const to = chance.happens(0.55) ? old : (inOtherDomein(life) ?? old);
  const agreed = scoutgesprekAgain(life, back, to);
  const placed = days.after(agreed, chance.between(0, 3));
  place(life, Math.max(placed, life.recorded), to);
  life.leftOn = undefined;
  life.yearsLeft = Math.max(1, yearsOf(to, false) - 1);
  if (life.placedOn > next - 3 || chance.happens(0.12)) return;
  const from = Math.min(days.onOrAfter(life.placedOn), next - 1);
  enrol(life, Math.max(from, life.placedOn), Math.max(from, life.placedOn));
};

/** Whoever was welcome before in a landschap need not be talked to again. */
const scoutgesprekAgain = (life: Life, on: number, to: Offered): number =>
  life.welcomed.has(to.landschap.code) ? on : scoutgesprek(life, on, to.landschap);
