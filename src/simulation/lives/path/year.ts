import { day, peildatum } from '../../days.ts';
import { type Offered, specificationsOf } from '../../school/school.ts';
import { firstYearDomeinSwitch, madeUp, vsvShare } from '../../school/shares.ts';
import { finish } from './graduating.ts';
import { handOver } from './handover.ts';
import { type Leaving, leave } from './leaving.ts';
import { dated, type Life, remember } from '../life.ts';
import { cancel, enrol, specify, yearsOf } from './placement.ts';
import { comeBack, returnPerhaps } from './returning.ts';
import { finishStartProgramme, talk, workUntil } from './start-programme.ts';
import { inOtherDomein, nearby, switchProgramme } from './switching.ts';

/** What is in store for a student between two peildata. */
interface Agenda {
  readonly life: Life;
  readonly year: number;
  readonly t: number;
  readonly next: number;
  /** The last day of the start programme, where it runs over the peildatum; else the peildatum. */
  readonly settled: number;
  readonly running: boolean;
  readonly leaving: { readonly how: Leaving; readonly on: number } | undefined;
  readonly change: { readonly to: Offered; readonly on: number } | undefined;
  readonly graduatesOn: number | undefined;
  readonly happenings: { readonly on: number; readonly happens: () => void }[];
}

/** Nothing happens any more on the day before somebody goes, and later. */
const plan = ({ happenings, leaving }: Agenda, on: number, happens: () => void): void => {
  if (leaving === undefined || on < leaving.on - 1) happenings.push({ on, happens });
};

/** One student from one 1 October up to and including the next. */
export const liveYear = (life: Life, year: number): void => {
  const t = peildatum(year);
  life.waitUntil(Math.max(t + 1, life.registeredOn));
  if (life.stands === 'no') {
    if (life.returns && life.world.room > 0) comeBack(life, t + life.chance.between(15, 140), t + 365);
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
  if (decides === 'waits' || (decides === 'enrols' && life.world.room <= 0)) return false;
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
  const agenda = agendaOf(life, year);
  const { leaving, change, graduatesOn, happenings, next } = agenda;
  settleIn(agenda);
  if (change) plan(agenda, change.on, () => switchAndMore(life, change.to, change.on, next));
  else wishesInVain(agenda);
  talks(agenda);
  if (life.chance.happens(madeUp.handover)) isHandedOver(agenda);
  specifies(agenda);
  if (leaving === undefined && change === undefined && life.chance.happens(madeUp.mistakenLeaving))
    isWrittenOff(agenda);
  if (graduatesOn !== undefined) plan(agenda, graduatesOn, () => finish(life, graduatesOn, year));

  for (const { happens } of happenings.sort((a, b) => a.on - b.on)) if (life.stands === 'enrolled') happens();
  if (life.stands !== 'enrolled') return;
  if (leaving) {
    leave(life, leaving.how, leaving.on, next);
    returnPerhaps(life, leaving.how, leaving.on, next);
  } else if (graduatesOn === undefined && change === undefined) {
    life.yearsLeft = Math.max(1, life.yearsLeft - 1);
  }
};

const agendaOf = (life: Life, year: number): Agenda => {
  const { chance, world } = life;
  const [t, next] = [peildatum(year), peildatum(year + 1)];
  const final = life.yearsLeft <= 1;
  const ends = life.startProgramme?.ends ?? t;
  const running = ends > t;
  const settled = running ? ends : t;
  const how = leavesThisYear(life, year, final);
  const leaving = how && { how, on: leavesOn(life, t, next, running ? ends : undefined) };
  const to = leaving ? undefined : changeThisYear(life, life.entered === year && !life.takenOver);
  const change = to && { to, on: changesOn(life, year, running ? ends : undefined) };
  const graduates = final && !leaving && !change && chance.happens(madeUp.diplomaInTime);
  const [from, until] = chance.happens(0.12)
    ? [day(year + 1, 1, 20), day(year + 1, 5, 1)]
    : [day(year + 1, 6, 12), day(year + 1, 7, 8)];
  const graduatesOn = graduates ? world.days.onOrBefore(chance.between(from, until)) : undefined;
  return { life, year, t, next, settled, running, leaving, change, graduatesOn, happenings: [] };
};

/** In the start programme, in the winter, or when the next year comes in sight. */
const changesOn = ({ chance }: Life, year: number, ends: number | undefined): number => {
  const soon = peildatum(year) + 2;
  if (ends !== undefined && chance.happens(0.4)) return chance.between(soon, Math.max(soon, ends - 12));
  return chance.happens(0.7)
    ? chance.between(day(year, 11, 20), day(year + 1, 2, 10))
    : chance.between(day(year + 1, 3, 1), day(year + 1, 8, 27));
};

/** The rest of the start programme, and the choice at its end. */
const settleIn = (agenda: Agenda): void => {
  const { life, t, settled, running, change, leaving } = agenda;
  if (!running) return;
  if (change && change.on < settled) plan(agenda, change.on - 1, () => workUntil(life, change.on - 1));
  const choice =
    change && change.on < settled + 90 ? 'switch' : leaving && leaving.on < settled + 40 ? 'stop' : 'stay';
  plan(agenda, Math.max(settled - 8, t + 1), () => finishStartProgramme(life, t, choice));
};

/** Asks for a switch that does not come about. */
const wishesInVain = (agenda: Agenda): void => {
  const { life, year, t, next, settled } = agenda;
  const { chance } = life;
  if (!chance.happens(madeUp.failedRequest)) return;
  const on = chance.between(Math.max(settled, t + 20), day(year + 1, 5, 20));
  const ends = chance.pick(['withdrawn', 'refused'] as const);
  plan(agenda, on, () => {
    const to = nearby(life) ?? inOtherDomein(life);
    if (to) switchProgramme(life, { on, begunBy: next, to, ends });
  });
};

const isHandedOver = (agenda: Agenda): void => {
  const { life, year, t, settled } = agenda;
  const on = life.chance.between(Math.max(settled, t + 30), day(year + 1, 6, 10));
  plan(agenda, on, () => handOver(life, on));
};

/** Whoever is enrolled on a domein or dossier chooses a kwalificatie inside it, sooner or later. */
const specifies = (agenda: Agenda): void => {
  const { life, year, t, settled } = agenda;
  const { chance, offered, world } = life;
  if (!offered || offered.level === 'kwalificatie') return;
  if (!chance.happens(offered.level === 'domein' ? 0.9 : 0.45)) return;
  const on = chance.between(Math.max(settled, t + 60), day(year + 1, 7, 1));
  plan(agenda, on, () => {
    const inside = life.offered === offered ? specificationsOf(offered) : [];
    if (inside.length === 0) return;
    const to = chance.weightedOf(inside, ({ students }) => students);
    specify(life, world.days.onOrAfter(on), to);
  });
};

/** Written down as gone by mistake, which is noticed within weeks. */
const isWrittenOff = (agenda: Agenda): void => {
  const { life, year, t, settled } = agenda;
  const { days, diary } = life.world;
  const on = life.chance.between(Math.max(settled, t + 20), day(year + 1, 6, 1));
  // Only where there is time to mend it before the simulation ends.
  if (on + 60 > diary.last) return;
  plan(agenda, on, () => {
    const left = remember('Left');
    const told = life.tell(
      on,
      life.responsible,
      { type: 'Leave', ...dated(on), reason: '7', destination: { kind: 'unknown', confirmed: false } },
      left,
    );
    const noticed = days.after(told, life.chance.between(2, 12));
    const mended = life.correct(
      noticed,
      life.responsible,
      left.id,
      { never: true },
      'Was ziek, niet weg; verkeerde student',
    );
    life.stays.restored(mended);
  });
};

/** The last day at school: in the start programme, around the turn of the year, or when summer comes. */
const leavesOn = (life: Life, t: number, next: number, end: number | undefined): number => {
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

const talks = (agenda: Agenda): void => {
  const { life, year, settled } = agenda;
  const { chance } = life;
  for (const [from, to, share] of [
    [day(year, 11, 5), day(year, 12, 15), 0.45],
    [day(year + 1, 1, 20), day(year + 1, 3, 10), 0.6],
    [day(year + 1, 4, 10), day(year + 1, 6, 15), 0.6],
  ] as const) {
    const on = chance.between(from, to);
    if (on > settled && chance.happens(share)) plan(agenda, on, () => talk(life, on, 'reflection'));
  }
};
