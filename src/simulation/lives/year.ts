import { day, peildatum } from '../days.ts';
import { type Offered, specificationsOf } from '../school/school.ts';
import { firstYearDomeinSwitch, madeUp, vsvShare } from '../school/shares.ts';
import { finish } from './graduating.ts';
import { handOver } from './handover.ts';
import { type Leaving, leave } from './leaving.ts';
import type { Life } from './life.ts';
import { cancel, enrol, specify, yearsOf } from './placement.ts';
import { comeBack, returnPerhaps } from './returning.ts';
import { finishStartProgramme, talk, workUntil } from './start-programme.ts';
import { inOtherDomein, nearby, switchProgramme } from './switching.ts';

interface Happening {
  readonly on: number;
  readonly happens: () => void;
}

/** One student from one 1 October up to and including the next. */
export const liveYear = (life: Life, year: number): void => {
  const t = peildatum(year);
  life.waitUntil(Math.max(t + 1, life.registeredOn));
  if (life.stands === 'no') {
    if (life.returns) comeBack(life, t + life.chance.between(15, 140), t + 365);
    life.returns = false;
    return;
  }
  if (life.stands === 'placed' && !findOut(life, t)) return;
  studyYear(life, year);
};

/** Placed and not enrolled on 1 October: most make up their mind within weeks. */
const findOut = (life: Life, t: number): boolean => {
  const { chance } = life;
  const end = life.startProgramme?.ends ?? t + 30;
  const decides = chance.weighted({ enrols: 62, goes: 33, waits: 5 });
  if (decides === 'waits') return false;
  finishStartProgramme(life, t, decides === 'enrols' ? 'stay' : 'stop');
  const on = Math.max(life.world.days.onOrAfter(end + chance.between(-5, 12)), life.recorded);
  if (decides === 'goes') {
    cancel(life, on, 'Kiest voor iets anders');
    return false;
  }
  enrol(life, on, on);
  return true;
};

const leavesThisYear = (life: Life, year: number, final: boolean): Leaving | undefined => {
  const { chance, offered, person } = life;
  if (!offered || !person) return undefined;
  const { leerweg } = offered.programme;
  const adult = person.born <= day(year - 23, 8, 1);
  const drop = adult
    ? madeUp.adultLeaves
    : life.qualified
      ? madeUp.qualifiedLeaves
      : offered.niveau === 1
        ? 0.08
        : vsvShare(leerweg, offered.niveau) * (final ? 0.9 : 1.05);
  const kinds = {
    [adult ? 'adult' : life.qualified ? 'qualified' : 'dropOut']: drop,
    otherSchool: madeUp.toOtherSchool[leerweg === 'BBL' ? 'BBL' : 'BOL'],
    rare: madeUp.rare,
  } as Record<Leaving, number>;
  const total = Object.values(kinds).reduce((sum, share) => sum + share, 0);
  return chance.happens(total) ? chance.weighted(kinds) : undefined;
};

const studyYear = (life: Life, year: number): void => {
  const { chance, world } = life;
  const { days } = world;
  const [t, next] = [peildatum(year), peildatum(year + 1)];
  const first = life.entered === year && !life.takenOver;
  const final = life.yearsLeft <= 1;
  const leaving = leavesThisYear(life, year, final);
  const running = life.startProgramme !== undefined && life.startProgramme.ends > t;
  const end = running ? (life.startProgramme?.ends ?? t) : t;

  const goesOn = leaving === undefined ? undefined : leavesOn(life, t, next, running ? end : undefined);
  const happenings: Happening[] = [];
  const add = (on: number, happens: () => void): void => {
    if (goesOn === undefined || on < goesOn - 1) happenings.push({ on, happens });
  };

  const change = changeThisYear(life, first);
  const changes =
    change && leaving === undefined
      ? running && chance.happens(0.4)
        ? chance.between(t + 2, Math.max(t + 2, end - 12))
        : chance.weighted({ winter: 70, spring: 30 }) === 'winter'
          ? chance.between(day(year, 11, 20), day(year + 1, 2, 10))
          : chance.between(day(year + 1, 3, 1), day(year + 1, 8, 27))
      : undefined;
  if (running) {
    const choice =
      changes !== undefined && changes < end + 90
        ? 'switch'
        : leaving && goesOn && goesOn < end + 40
          ? 'stop'
          : 'stay';
    if (changes !== undefined && changes < end) add(changes - 1, () => workUntil(life, changes - 1));
    add(Math.max(end - 8, t + 1), () => finishStartProgramme(life, t, choice));
  }
  if (changes !== undefined && change) {
    add(changes, () => switchAndMore(life, change, changes, next));
  } else if (chance.happens(madeUp.failedRequest)) {
    const on = chance.between(Math.max(end, t + 20), day(year + 1, 5, 20));
    add(on, () => {
      const to = nearby(life) ?? inOtherDomein(life);
      if (to)
        switchProgramme(life, {
          on,
          begunBy: next,
          to,
          ends: chance.pick(['withdrawn', 'refused'] as const),
        });
    });
  }
  talks(life, year, end, add);
  if (chance.happens(madeUp.handover)) {
    const on = chance.between(Math.max(end, t + 30), day(year + 1, 6, 10));
    add(on, () => handOver(life, on));
  }
  const { offered } = life;
  if (
    offered &&
    offered.level !== 'kwalificatie' &&
    chance.happens(offered.level === 'domein' ? 0.9 : 0.45)
  ) {
    const on = chance.between(Math.max(end, t + 60), day(year + 1, 7, 1));
    add(on, () => {
      const inside = life.offered === offered ? specificationsOf(offered) : [];
      if (inside.length > 0)
        specify(
          life,
          days.onOrAfter(on),
          chance.weightedOf(inside, ({ students }) => students),
        );
    });
  }
  const graduates =
    final && changes === undefined && leaving === undefined && chance.happens(madeUp.diplomaInTime);
  if (graduates) {
    const early = chance.happens(0.12);
    const on = days.onOrBefore(
      early
        ? chance.between(day(year + 1, 1, 20), day(year + 1, 5, 1))
        : chance.between(day(year + 1, 6, 12), day(year + 1, 7, 8)),
    );
    add(on, () => finish(life, on, year));
  }
  for (const { happens } of happenings.sort((a, b) => a.on - b.on)) {
    if (life.stands !== 'enrolled') break;
    happens();
  }
  if (leaving !== undefined && goesOn !== undefined && life.stands === 'enrolled') {
    leave(life, leaving, goesOn, next);
    returnPerhaps(life, leaving, goesOn, next);
  } else if (life.stands === 'enrolled' && !graduates && changes === undefined) {
    life.yearsLeft = Math.max(1, life.yearsLeft - 1);
  }
};

/** The last day at school: in the start programme, around the turn of the year, or when summer comes. */
export const leavesOn = (life: Life, t: number, next: number, end: number | undefined): number => {
  const { chance } = life;
  const when = chance.weighted({ start: end === undefined ? 0 : 18, year: 47, summer: 35 });
  if (when === 'start' && end !== undefined) return chance.between(t + 3, end + 10);
  if (when === 'year') return chance.between(t + 25, next - 110);
  return chance.happens(0.5) ? next - 62 : chance.between(next - 100, next - 1);
};

const changeThisYear = (life: Life, first: boolean): Offered | undefined => {
  const { chance, offered } = life;
  if (!offered) return undefined;
  const bol = offered.programme.leerweg === 'BOL';
  const far = first ? (bol ? firstYearDomeinSwitch[offered.niveau] : 0.03) : madeUp.laterDomeinSwitch;
  if (chance.happens(far)) return inOtherDomein(life);
  return chance.happens(madeUp.nearbySwitch[first ? 'first' : 'later']) ? nearby(life) : undefined;
};

/** A switch, and what may follow it in the same year: another one, or back. */
const switchAndMore = (life: Life, wished: Offered, on: number, next: number): void => {
  const { chance, offered: old } = life;
  // Since the wish arose he may have gone on, from the domein, with the very programme.
  const there =
    wished.programme.opleidingscode === old?.programme.opleidingscode &&
    wished.programme.leerweg === old.programme.leerweg;
  const to = there ? inOtherDomein(life) : wished;
  if (!to) return;
  const begun = switchProgramme(life, { on, begunBy: next - 1, to, ends: 'made' });
  if (begun === undefined) return;
  life.yearsLeft = Math.max(1, yearsOf(to, chance.happens(0.4)));
  const again = Math.max(begun + chance.between(30, 90), life.recorded + 5);
  if (again > next - 40) return;
  const back = chance.happens(madeUp.switchBack);
  const other = back ? old : chance.happens(madeUp.secondSwitch) ? inOtherDomein(life) : undefined;
  if (other) switchProgramme(life, { on: again, begunBy: next - 1, to: other, ends: 'made' });
};

const talks = (
  life: Life,
  year: number,
  after: number,
  add: (on: number, happens: () => void) => void,
): void => {
  const { chance } = life;
  for (const [from, to, share] of [
    [day(year, 11, 5), day(year, 12, 15), 0.45],
    [day(year + 1, 1, 20), day(year + 1, 3, 10), 0.6],
    [day(year + 1, 4, 10), day(year + 1, 6, 15), 0.6],
  ] as const) {
    const on = chance.between(from, to);
    if (on > after && chance.happens(share)) add(on, () => talk(life, on, 'reflection'));
  }
};
