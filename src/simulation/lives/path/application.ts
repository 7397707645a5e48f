import type { StaffId } from '../../../domain/staff/ids.ts';
import { dateText } from '../../diary.ts';
import { type Landschap, type Offered, as } from '../../school/school.ts';
import { type Life, dated } from '../life.ts';

/** First contact up to the scout's yes; gives the day on which the way to a placement is open. */
export const apply = (life: Life, from: number, offered: Offered): number => {
  const { chance, world } = life;
  const { landschap } = offered;
  const infoshop = as('infoshop', chance.pick(world.school.infoshop));
  const opened = life.tell(from, infoshop, { type: 'OpenTrajectory', ...dated(from) });
  if (chance.happens(0.3)) {
    life.tell(opened, infoshop, {
      type: 'RecordInfoshopVisit',
      ...dated(opened),
      about: `Wil meer weten over ${landschap.name}`,
      conversation: chance.happens(0.7),
    });
  }
  if (!life.hurried && landschap.meeloopdag && chance.happens(0.14)) {
    const on = world.days.after(life.recorded, chance.between(1, 8));
    life.tell(on, infoshop, {
      type: 'RecordMeeloopdag',
      ...dated(on),
      landschap: landschap.code,
      attended: chance.happens(0.86),
    });
  }
  if (!life.hurried && landschap.buddystage && chance.happens(0.03)) {
    const on = world.days.after(life.recorded, 2);
    life.tell(on, infoshop, { type: 'StartBuddystage', ...dated(on), field: landschap.name });
    const until = world.days.after(on, chance.between(2, 5));
    life.tell(until, infoshop, { type: 'EndBuddystage', ...dated(until) });
  }
  return scoutgesprek(life, life.recorded, landschap);
};

/** Application, scoutgesprek, and what may come between them, until the scout of the landschap says yes. */
export const scoutgesprek = (life: Life, from: number, landschap: Landschap): number => {
  const { chance, world } = life;
  const other = chance.pick(world.school.landschappen.filter((each) => each !== landschap));
  const way = life.hurried
    ? 'straight'
    : chance.weighted({ straight: 88, elsewhere: 3, orient: 4, notYet: 3, redirected: 2 });
  const first = way === 'redirected' ? other : landschap;
  const scout = chance.pick(first.scouts);
  const applied = world.days.onOrAfter(from);
  life.tell(applied, as('scout', scout), {
    type: 'Apply',
    ...dated(applied),
    landschap: first.code,
    wish: `Een opleiding bij ${first.name}`,
    scout,
  });
  if (way === 'elsewhere') {
    const second = chance.pick(other.scouts);
    life.tell(applied, as('scout', second), {
      type: 'Apply',
      ...dated(applied),
      landschap: other.code,
      wish: `Of toch ${other.name}`,
      scout: second,
    });
    const withdrawn = world.days.after(applied, chance.between(1, 6));
    life.tell(withdrawn, as('scout', second), {
      type: 'WithdrawApplication',
      ...dated(withdrawn),
      landschap: other.code,
      reason: 'Kiest voor het andere landschap',
    });
  }
  if (way === 'redirected') {
    meet(life, applied, first, scout, 'otherLandschap');
    const on = world.days.after(life.recorded, 1);
    const next = chance.pick(landschap.scouts);
    life.tell(on, as('scout', scout), {
      type: 'RedirectApplication',
      ...dated(on),
      from: first.code,
      to: landschap.code,
      scout: next,
    });
    return meet(life, on, landschap, next, 'place');
  }
  if (way === 'orient') meet(life, applied, landschap, scout, 'orientFurther');
  if (way === 'notYet') meet(life, applied, landschap, scout, 'notYet');
  return meet(life, life.recorded, landschap, scout, 'place');
};

const meet = (
  life: Life,
  from: number,
  landschap: Landschap,
  scout: StaffId,
  outcome: 'place' | 'orientFurther' | 'otherLandschap' | 'notYet',
): number => {
  const { chance, world } = life;
  const actor = as('scout', scout);
  const planned = world.days.after(from, life.hurried ? 1 : chance.between(1, 4));
  let on = world.days.after(planned, chance.between(1, life.hurried ? 2 : 7));
  const plan = (when: number, plannedFor: number): void => {
    life.tell(when, actor, {
      type: 'PlanScoutgesprek',
      ...dated(when),
      landschap: landschap.code,
      plannedFor: dateText(plannedFor),
    });
  };
  if (chance.happens(0.75)) plan(planned, on);
  if (!life.hurried && chance.happens(0.05)) {
    life.tell(on, actor, {
      type: 'RecordScoutgesprekNoShow',
      ...dated(on),
      landschap: landschap.code,
    });
    const again = world.days.after(on, chance.between(2, 6));
    plan(on, again);
    on = again;
  }
  const held = Math.max(on, world.days.onOrAfter(life.recorded));
  life.tell(held, actor, {
    type: 'RecordScoutgesprek',
    ...dated(held),
    landschap: landschap.code,
    outcome,
    reasons: reasons[outcome],
    ...(outcome === 'place' && chance.happens(0.2) && { promised: 'Een vaste coach in het eerste jaar' }),
  });
  if (outcome === 'place') life.welcomed.add(landschap.code);
  return held;
};

const reasons = {
  place: 'Weet wat het vak vraagt en wil beginnen',
  orientFurther: 'Twijfelt nog; gaat eerst verder kijken',
  otherLandschap: 'Past beter bij een ander landschap',
  notYet: 'Eerst de huidige opleiding afmaken',
};

/** Looks around and does not come. */
export const orient = (life: Life, from: number, landschap: Landschap): void => {
  const { chance, world } = life;
  const infoshop = as('infoshop', chance.pick(world.school.infoshop));
  const opened = life.tell(from, infoshop, {
    type: 'OpenTrajectory',
    ...dated(world.days.onOrAfter(from)),
  });
  life.tell(opened, infoshop, {
    type: 'RecordInfoshopVisit',
    ...dated(opened),
    about: 'Wat past bij mij?',
    conversation: true,
  });
  if (chance.happens(0.4)) return;
  const scout = chance.pick(landschap.scouts);
  const applied = world.days.after(opened, chance.between(0, 5));
  life.tell(applied, as('scout', scout), {
    type: 'Apply',
    ...dated(applied),
    landschap: landschap.code,
    wish: `Misschien ${landschap.name}`,
    scout,
  });
  if (chance.happens(0.5)) {
    meet(life, applied, landschap, scout, chance.pick(['orientFurther', 'notYet'] as const));
    return;
  }
  const withdrawn = world.days.after(life.recorded, chance.between(3, 20));
  life.tell(withdrawn, as('scout', scout), {
    type: 'WithdrawApplication',
    ...dated(withdrawn),
    landschap: landschap.code,
    ...(chance.happens(0.6) && { reason: 'Gaat naar een andere school' }),
  });
};
