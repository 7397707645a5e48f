import type { BpvId } from '../../../domain/trajectory/ids.ts';
import { day } from '../../days.ts';
import { dateText } from '../../diary.ts';
import { shares } from '../../school/shares.ts';
import { dated } from '../life.ts';
import type { Care } from '../care.ts';
import { talk } from './talks.ts';
import { offerTraining } from '../second-line/trainings.ts';
import { abroad, companies } from './words.ts';

/** From the second year on: some weeks, or the whole of a half-year. */
export const planBpv = (care: Care, year: number): void => {
  const { chance } = care;
  if (!chance.happens(shares.bpv)) return;
  const on = chance.happens(0.4)
    ? chance.between(day(year, 11, 9), day(year, 11, 25))
    : chance.between(day(year + 1, 2, 1), day(year + 1, 2, 16));
  const ends = on + 7 * chance.between(10, 20);
  care.plan(on, (begun) => {
    if (care.placed(begun)?.programme.leerweg !== 'BBL')
      start(care, begun, Math.min(ends, summer(care, year)), 32);
  });
};

/** Who learns beside his work is in practice from the first weeks of a school year until the summer. */
export const planWork = (care: Care, from: number, year: number): void =>
  care.plan(from + care.chance.between(1, 14), (on) => {
    if (care.placed(on)?.programme.leerweg === 'BBL') start(care, on, summer(care, year), 24);
  });

const summer = ({ chance }: Care, year: number): number =>
  chance.between(day(year + 1, 6, 22), day(year + 1, 7, 8));

const start = (care: Care, on: number, plannedEnd: number, hoursInWeek: number): void => {
  const { chance, life } = care;
  const placed = care.placed(on);
  if (!placed || care.bpv || on < placed.since || on >= plannedEnd) return;
  const bpv = chance.uuid() as BpvId;
  const international = placed.programme.leerweg === 'BOL' && chance.happens(shares.bpvAbroad);
  const hours = Math.round((plannedEnd - on) / 7) * hoursInWeek;
  care.say(on, care.coach(placed, on), {
    type: 'StartBpv',
    ...dated(on),
    bpv,
    company: chance.pick(international ? abroad : companies),
    international,
    plannedEnd: dateText(plannedEnd),
    ...(hours > 0 && { hours }),
  });
  // Who leaves school stops there first; of some nobody says so.
  const leaves = life.stays.endsAfter(on);
  const ends = Math.max(on + 1, Math.min(plannedEnd, (leaves ?? Number.POSITIVE_INFINITY) - 2));
  care.bpv = { ends };
  care.plan(ends, (over) => {
    care.bpv = undefined;
    const then = care.placed(over);
    if (!then) return;
    const made = Math.round(hours * (chance.between(70, 103) / 100) * ((ends - on) / (plannedEnd - on)));
    care.say(over, care.coach(then, over), {
      type: 'EndBpv',
      ...dated(over),
      bpv,
      ...(chance.happens(0.9) && { hours: Math.max(0, made) }),
    });
  });
};

/** In the year in which the diploma is due: where to go on, and for some a training for it. */
export const planFinalPhase = (care: Care, year: number): void => {
  const { chance } = care;
  if (!chance.happens(shares.finalPhase)) return;
  const nth = care.placed(day(year, 10, 1))?.nth;
  care.plan(chance.between(day(year, 10, 19), day(year + 1, 2, 20)), (on) => {
    const placed = care.placed(on);
    // After a switch there are years to go.
    if (!placed || placed.nth !== nth || care.finalPhaseOf === nth || on < placed.since) return;
    const landschap = care.landschap(placed);
    care.finalPhaseOf = nth;
    care.say(
      on,
      chance.happens(0.8) ? care.coach(placed, on) : { id: landschap.teamLeader, role: 'teamLeader' },
      { type: 'EnterFinalPhase', ...dated(on) },
    );
    if (chance.happens(0.75))
      care.planAfter(on, chance.between(5, 40), (talked) => talk(care, talked, 'career'));
    const training = chance.weighted({ careerskills: 30, leerdoor: 14, none: 56 });
    if (training !== 'none')
      care.planAfter(on, chance.between(3, 18), (offered) => {
        if (care.placed(offered)?.nth === nth) offerTraining(care, offered, training);
      });
  });
};
