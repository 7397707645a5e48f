import type { StaffId } from '../domain/staff/ids.ts';
import { day, peildatum } from './days.ts';
import { dateText } from './diary.ts';
import { dated, type Life, remember } from './life.ts';
import { makePerson, qualifies } from './people.ts';
import { register, registerByName } from './registering.ts';
import { as, type Landschap, type Offered, onItsDomein, quality } from './school.ts';
import { leave } from './leaving.ts';
import { madeUp } from './shares.ts';
import { startProgramme, workUntil } from './start-programme.ts';
import { inOtherDomein, nearby, switchProgramme } from './switching.ts';

/** How somebody comes in, as seen from the 1 October that follows. */
export type Coming =
  | 'enrolled'
  /** Placed and not enrolled: the school's own practice of letting students find out first. */
  | 'placedOnly'
  /** Enrolled or placed, and gone before the 1 October. */
  | 'goneBefore'
  /** Never placed. */
  | 'oriented'
  /** From another school, in a later year: a school is not born with first-years only. */
  | 'takenOver';

/** Years that somebody stays on average, who leaves and switches on the way counted: made up. */
const stay = ({ niveau, programme }: Offered): number =>
  ({ 1: 1, 2: 1.8, 3: programme.leerweg === 'BBL' ? 1.9 : 2.7, 4: 3.3 })[niveau];

/** So that of all who are there as many are in each programme as in the published mix. */
const drawOffered = (life: Life, takenOver: boolean): Offered =>
  life.chance.weightedOf(life.world.school.offered, (each) =>
    takenOver ? each.students * (1 - 1 / stay(each)) : each.students / stay(each),
  );

/** How long a programme takes: shorter with work beside it. */
export const yearsOf = ({ niveau, programme }: Offered, roll: boolean): number => {
  if (niveau === 1) return 1;
  if (niveau === 2) return 2;
  if (niveau === 3) return programme.leerweg === 'BBL' ? 2 : 3;
  return roll ? 4 : 3;
};

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

/** Placed, with a coach, in a programme; not yet enrolled. */
export const place = (life: Life, on: number, offered: Offered, coach?: StaffId): void => {
  const { chance } = life;
  const { landschap } = offered;
  const chosen = coach ?? chance.pick(landschap.coaches);
  life.offered = offered;
  life.coach = chosen;
  life.stands = 'placed';
  life.lastConversation = undefined;
  life.startProgramme = undefined;
  life.placedOn = life.tell(on, as('scout', chance.pick(landschap.scouts)), {
    type: 'Place',
    ...dated(on),
    programme: offered.programme,
    coach: chosen,
  });
  life.since = life.placedOn;
};

/** Definitively enrolled from a day; told beforehand, at once or late, and sometimes with a wrong day first. */
export const enrol = (life: Life, from: number, tellOn: number): void => {
  const { chance } = life;
  life.stands = 'enrolled';
  // A slip of the pen, noticed within weeks: only where that is before the simulation ends.
  if (!chance.happens(0.006) || tellOn + 60 > life.world.diary.last) {
    life.tell(tellOn, life.responsible, { type: 'EnrolDefinitively', ...dated(from) });
    return;
  }
  const enrolled = remember('EnrolledDefinitively');
  const typed = Math.max(from + chance.between(3, 45), life.placedOn);
  const told = life.tell(tellOn, life.responsible, { type: 'EnrolDefinitively', ...dated(typed) }, enrolled);
  const noticed = life.world.days.after(told, chance.between(3, 15));
  life.correct(
    noticed,
    life.responsible,
    enrolled.id,
    { values: { on: dateText(from) } },
    'Verkeerde ingangsdatum overgenomen',
  );
};

/** Comes in for a school year: everything up to its 1 October. */
export const enter = (life: Life, year: number, coming: Coming, count: number): void => {
  const { chance, world } = life;
  const { days } = world;
  const t = peildatum(year);
  const takenOver = coming === 'takenOver';
  const final = drawOffered(life, takenOver);
  const onDomein = !takenOver && final.niveau > 1 && chance.happens(0.035) ? onItsDomein(final) : undefined;
  const offered = onDomein ?? final;
  life.person = makePerson(chance, world.numbers, {
    niveau: offered.niveau,
    leerweg: offered.programme.leerweg,
    year,
    count,
    takenOver,
  });
  const { prior: kind, diploma } = life.person;
  life.qualified = qualifies(kind, diploma);
  life.startQualification = qualifies(kind, diploma === 'unknown' ? 'yes' : diploma);
  life.takenOver = takenOver;

  const firstLesson = days.firstLesson(year);
  const when = takenOver
    ? 'spring'
    : chance.weighted({ early: 55, spring: 30, late: 10, midYear: coming === 'enrolled' ? 5 : 0 });
  const from = {
    early: () => chance.between(day(year - 1, 11, 4), day(year, 3, 28)),
    spring: () => chance.between(day(year, 3, 29), day(year, 6, 10)),
    late: () => chance.between(firstLesson - 2, firstLesson + 4),
    midYear: () => chance.between(day(year - 1, 11, 20), day(year - 1, 12, 10)),
  }[when]();

  register(life, days.onOrAfter(from));
  if (coming === 'oriented') {
    orient(life, from, offered.landschap);
    return;
  }
  life.hurried = when === 'late';
  const agreed = apply(life, days.onOrAfter(from), offered);
  prior(life, agreed, offered.landschap);
  const decided = days.after(agreed, chance.between(0, when === 'late' ? 1 : 12));
  place(life, Math.min(decided, days.onOrBefore(t - 4)), offered);
  life.entered = year;
  life.yearsLeft = takenOver
    ? chance.between(1, Math.max(1, yearsOf(offered, true) - 1))
    : yearsOf(offered, chance.happens(0.45));

  const begin =
    when === 'midYear'
      ? days.onOrAfter(day(year, 2, 1))
      : Math.max(firstLesson, days.onOrAfter(life.placedOn));
  if (coming === 'goneBefore' && chance.happens(0.6)) {
    const on = days.onOrBefore(Math.min(begin + chance.between(-10, 25), t - 2));
    cancel(life, Math.max(on, life.recorded), 'Is niet gekomen');
    return;
  }
  const start = days.onOrAfter(Math.max(begin, life.placedOn));
  const switches = coming === 'enrolled' && start < t - 25 && chance.happens(madeUp.switchBeforePeildatum);
  if (coming !== 'placedOnly') decideEnrolment(life, begin, t, switches || coming === 'goneBefore');
  if (takenOver) return;
  if (coming === 'goneBefore') {
    if (start < t - 8) startProgramme(life, start, start + 5);
    leave(life, chance.pick(['dropOut', 'otherSchool'] as const), t - chance.between(1, 7), t);
    return;
  }
  const asked = switches ? chance.between(start + 5, t - 16) : t;
  startProgramme(life, start, asked);
  if (switches) {
    const to = chance.happens(0.6) ? inOtherDomein(life) : nearby(life);
    if (to) switchProgramme(life, { on: asked, begunBy: t - 1, to, ends: 'made' });
    workUntil(life, t);
  }
};

/** Most are enrolled when they are placed; some at the first lesson, some later, some later than was true. */
const decideEnrolment = (life: Life, begin: number, t: number, atOnce: boolean): void => {
  const { chance, world } = life;
  const { days } = world;
  const august = begin > day(Number(dateText(t).slice(0, 4)), 8, 1) ? t - 61 : begin;
  const first = Math.max(life.placedOn, Math.min(begin, august));
  const way = atOnce
    ? 'atPlacement'
    : chance.weighted({ atPlacement: 70, atStart: 13, afterOrientation: 9, late: 8 });
  switch (way) {
    case 'atPlacement':
      enrol(life, first, life.placedOn);
      return;
    case 'atStart':
      enrol(life, Math.max(begin, life.placedOn), Math.max(begin, life.placedOn));
      return;
    case 'afterOrientation': {
      const decided = days.onOrBefore(
        Math.min(t - 1, Math.max(begin, life.placedOn) + chance.between(14, 35)),
      );
      enrolAside(life, Math.max(decided, life.placedOn), 0);
      return;
    }
    case 'late':
      enrolAside(
        life,
        Math.min(t - 1, Math.max(begin, life.placedOn) + chance.between(0, 20)),
        chance.between(6, 55),
      );
  }
};

/** The registration comes after the fact, while the rest of the path goes on. */
const enrolAside = (life: Life, from: number, late: number): void => {
  life.stands = 'enrolled';
  const told = life.tell(
    from,
    life.responsible,
    { type: 'EnrolDefinitively', ...dated(from) },
    { late, aside: true },
  );
  life.registeredOn = told;
};

export const cancel = (life: Life, on: number, reason: string): void => {
  const actor = life.responsible;
  const told = life.world.days.onOrAfter(Math.max(on, life.recorded));
  life.tell(told, actor, { type: 'CancelPlacement', ...dated(told), reason });
  life.stands = 'no';
  life.coach = undefined;
  life.startProgramme = undefined;
};

/** Looks around and does not come. */
const orient = (life: Life, from: number, landschap: Landschap): void => {
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

const prior = (life: Life, on: number, landschap: Landschap): void => {
  const { chance, person } = life;
  const scout = as('scout', chance.pick(landschap.scouts));
  if (person && chance.happens(0.006))
    life.tell(life.world.days.onOrAfter(Math.max(on, life.recorded)), scout, {
      type: 'RecordExemption',
      ...dated(day(person.priorEndedIn - 2, 9, 1)),
      kind: 'leerplicht',
      from: dateText(day(person.priorEndedIn - 2, 9, 1)),
      to: dateText(day(person.priorEndedIn - 1, 7, 31)),
      confirmed: true,
    });
  if (!person || chance.happens(0.03)) return;
  const ended = Math.min(
    chance.between(day(person.priorEndedIn, 6, 15), day(person.priorEndedIn, 7, 20)),
    life.world.days.onOrAfter(Math.max(on, life.recorded)),
  );
  const education = remember('PriorEducationRecorded');
  const wrong = chance.happens(0.01);
  const kind = person.prior;
  const told = life.tell(
    ended,
    scout,
    {
      type: 'RecordPriorEducation',
      ...dated(ended),
      kind: wrong ? 'other' : kind,
      diploma: wrong ? 'unknown' : person.diploma,
      ...(chance.happens(0.5) && { school: 'Scholengemeenschap De Es' }),
      source: life.takenOver ? 'overgenomen van de vorige school' : 'aanmeldformulier',
    },
    education,
  );
  if (wrong) {
    life.correct(
      life.world.days.after(told, 5),
      quality(life.world.school),
      education.id,
      { values: { kind, diploma: person.diploma } },
      'Diploma alsnog gezien',
    );
  }
};

/** From the dossier or domein on which somebody was enrolled to a kwalificatie inside it. */
export const specify = (life: Life, wished: number, to: Offered): void => {
  const on = Math.max(wished, life.since);
  life.tell(on, life.responsible, {
    type: 'SpecifyProgramme',
    ...dated(on),
    opleidingscode: to.programme.opleidingscode,
  });
  life.offered = to;
  life.since = on;
};

/** The same person walked in twice: the second time under another id, which then points to the first. */
export const duplicate = (life: Life, first: Life): void => {
  const { chance, world } = life;
  const { person, offered } = first;
  if (!person || !offered) return;
  const from = world.days.after(first.placedOn, chance.between(0, 10));
  const infoshop = as('infoshop', chance.pick(world.school.infoshop));
  registerByName(life, from, person.name);
  life.tell(from, infoshop, { type: 'OpenTrajectory', ...dated(from) });
  life.tell(from, infoshop, {
    type: 'RecordInfoshopVisit',
    ...dated(from),
    about: 'Is de aanmelding binnen?',
    conversation: false,
  });
  const scout = chance.pick(offered.landschap.scouts);
  if (chance.happens(0.4))
    life.tell(from, as('scout', scout), {
      type: 'Apply',
      ...dated(from),
      landschap: offered.landschap.code,
      wish: 'Nog een keer aangemeld',
      scout,
    });
  const noticed = world.days.after(from, chance.between(1, 12));
  life.tell(noticed, infoshop, { type: 'MergeInto', ...dated(noticed), into: first.id });
};
