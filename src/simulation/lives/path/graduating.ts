import { day } from '../../days.ts';
import { dateText } from '../../diary.ts';
import { type Offered, specificationsOf } from '../../school/school.ts';
import { madeUp } from '../../school/shares.ts';
import { centralRegister, schools } from './leaving.ts';
import { type Life, dated, remember } from '../life.ts';
import { yearsOf } from './placement.ts';

/** The diploma: away with it, or on to another programme here. */
export const finish = (life: Life, on: number, year: number): void => {
  const { chance, world, offered } = life;
  if (!offered) return;
  const onward = chance.happens(madeUp.followOn[offered.niveau]) ? higher(life, offered) : undefined;
  graduate(life, on, onward === undefined);
  if (!onward) return;
  const begins = Math.max(day(year + 1, 8, 1), life.recorded);
  const told = Math.max(world.days.after(on, chance.between(1, 6)), life.recorded);
  const late = chance.happens(0.06);
  life.tell(late ? day(year + 1, 10, 8) : told, life.responsible, {
    type: 'StartFollowOn',
    ...dated(begins),
    programme: onward.programme,
  });
  life.offered = onward;
  life.since = begins;
  life.yearsLeft = yearsOf(onward, false);
};

const higher = (life: Life, from: Offered): Offered | undefined => {
  const { chance, world } = life;
  const above = world.school.offered.filter(
    (each) =>
      each.level === 'kwalificatie' &&
      each.niveau === Math.min(4, from.niveau + 1) &&
      (from.niveau === 1 || each.landschap === from.landschap) &&
      each.programme.opleidingscode !== from.programme.opleidingscode,
  );
  return above.length === 0
    ? undefined
    : chance.weightedOf(
        above,
        (each) =>
          each.students *
          (each.domein === from.domein ? 8 : 1) *
          (each.programme.leerweg === from.programme.leerweg ? 3 : 1),
      );
};

/** The diploma, in June or July, and where it leads: away, or on to another programme of this school. */
export const graduate = (life: Life, on: number, leaves: boolean): void => {
  const { chance, world, offered } = life;
  const { days } = world;
  if (!offered) return;
  const inside = offered.level === 'kwalificatie' ? [] : specificationsOf(offered);
  // A diploma is of a kwalificatie, also of somebody who was enrolled on the dossier all the time.
  const earned = (inside.length > 0 ? chance.pick(inside) : offered).programme;
  const coach = life.responsible;
  const diploma = remember('DiplomaAwarded');
  const typed = chance.happens(0.01) ? on - 1 : on;
  const told = life.tell(
    on,
    coach,
    {
      type: 'AwardDiploma',
      ...dated(typed),
      opleidingscode: earned.opleidingscode,
      ...(earned.niveau !== undefined && { niveau: earned.niveau }),
      ...(leaves && { leavesOn: dateText(on) }),
    },
    { late: chance.happens(0.05) ? 20 : 0, ...diploma },
  );
  if (typed < on)
    life.correct(
      days.after(told, 4),
      coach,
      diploma.id,
      { values: { on: dateText(on) } },
      'Datum van het diploma',
    );
  if (offered.niveau > 1) life.qualified = true;
  else life.hasEntree = true;
  if (!leaves) return;
  life.stands = 'no';
  life.leftOn = on;
  const to = chance.weighted({ work: 55, hbo: offered.niveau === 4 ? 35 : 0, mbo: 6, unknown: 10 });
  const paidJob = to === 'work' && chance.happens(0.9);
  const from = day(Number(dateText(on).slice(0, 4)), to === 'work' ? 8 : 9, 1);
  life.truths.push({
    leftOn: on,
    destination: to,
    ...(paidJob && { paidJob }),
    ...((to === 'hbo' || to === 'mbo') && { elsewhereFrom: from }),
  });
  if (to === 'unknown' || chance.happens(0.45)) return;
  const found = days.after(life.recorded, chance.between(5, 50));
  const confirmed = chance.happens(0.7);
  life.tell(found, coach, {
    type: 'RecordDestination',
    ...dated(found),
    destination: {
      kind: to,
      ...(to !== 'work' && { brin: schools[1] }),
      ...(to === 'work' && { paid: paidJob }),
      from: dateText(from),
      confirmed,
      ...(confirmed && { confirmedBy: to === 'work' ? 'werkgever' : centralRegister }),
    },
    source: 'navraag na het diploma',
  });
};
