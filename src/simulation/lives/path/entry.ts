import { day, peildatum } from '../../days.ts';
import { dateText } from '../../diary.ts';
import { makePerson, qualifies } from '../../school/people.ts';
import { type Landschap, type Offered, as, onItsDomein, quality } from '../../school/school.ts';
import { madeUp } from '../../school/shares.ts';
import { apply, orient } from './application.ts';
import { leave } from './leaving.ts';
import { type Life, dated, remember } from '../life.ts';
import { cancel, enrol, enrolAside, place, yearsOf } from './placement.ts';
import { register, registerByName } from './registering.ts';
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
