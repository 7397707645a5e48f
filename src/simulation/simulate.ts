import type { Engine } from '../engine/execute.ts';
import { calendarOf } from '../domain/institution/calendar.ts';
import { catalogueOf } from '../domain/institution/catalogue.ts';
import { institutionStream } from '../domain/institution/ids.ts';
import { institution } from '../domain/institution/state.ts';
import { staffId } from '../domain/staff/ids.ts';
import { type CalendarDate, dayNumber } from '../kernel/calendar-date.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Hashing } from '../ports/hashing.ts';
import type { Random } from '../ports/random.ts';
import type { BesideOf } from './beside.ts';
import { Chance } from './chance.ts';
import { day, lastPeildatumYear, peildatum, SchoolDays } from './days.ts';
import { dateText, Diary } from './diary.ts';
import { hearFromDuo } from './lives/path/duo.ts';
import { type Coming, duplicate, enter } from './lives/path/entry.ts';
import { found, hireStaff, someoneGoes, staffYear } from './school/founding.ts';
import { HandingIn, type RefusalCount } from './handing-in.ts';
import { Life, type World } from './lives/life.ts';
import { OnlyWriter } from './only-writer.ts';
import { Numbers } from './school/people.ts';
import { makeSchool } from './school/school.ts';
import { madeUp } from './school/shares.ts';
import { liveYear } from './lives/path/year.ts';
import { guide } from './lives/guidance/year.ts';
import { defineLeermeter } from './school/leermeter.ts';
import { hireAdvisers, secondLineYear } from './school/second-line.ts';

export interface SimulationPlan {
  /** Enrolled on each 1 October. */
  readonly students: number;
  /** School years of which both peildata have been reached by `until`. */
  readonly years: number;
  readonly seed: string;
  /** Nothing is recorded on or after this day. */
  readonly until: CalendarDate;
}

export interface SimulationParts {
  /** Empty, and written by nobody else meanwhile. */
  readonly store: EventStore;
  readonly hashing: Hashing;
  readonly randomOf: (seed: string) => Random;
  /** Over the given parts: the simulation sets the clock, orders the appends and gives all chance. */
  readonly engineWith: (parts: {
    readonly store: EventStore;
    readonly clock: Clock;
    readonly random: Random;
  }) => Engine;
  /** What raises signals, and asks people, day by day; without it a life raises the signals that its days call for. */
  readonly besideOf?: BesideOf;
}

export interface SimulationProgress {
  readonly day: CalendarDate;
  readonly events: number;
  /** From 0 to 1: how much of the time has passed. */
  readonly share: number;
}

export interface Simulated {
  readonly plan: SimulationPlan;
  readonly lives: readonly Life[];
  /** The years of the peildata on which the number is enrolled, first to last. */
  readonly peildataYears: readonly number[];
  readonly events: number;
  readonly commands: number;
  readonly refusals: readonly RefusalCount[];
}

export type SimulationRefusal =
  | { readonly code: 'StoreNotEmpty' }
  | { readonly code: 'UntilAhead'; readonly until: CalendarDate; readonly today: CalendarDate }
  | { readonly code: 'OutOfRange'; readonly what: 'students' | 'years' | 'until'; readonly allowed: string };

const ranges = { students: [1, 100_000], years: [1, 20] } as const;

/** A calendar of a school year before 2000 cannot be set, and a school is founded in the year before its first. */
const firstYearEver = 2001;

/** Why this cannot be simulated; nothing, when it can. */
export const whyNot = async (
  store: EventStore,
  plan: SimulationPlan,
  today: CalendarDate,
): Promise<SimulationRefusal | undefined> => {
  for (const what of ['students', 'years'] as const) {
    const [least, most] = ranges[what];
    if (!Number.isSafeInteger(plan[what]) || plan[what] < least || plan[what] > most)
      return { code: 'OutOfRange', what, allowed: `a whole number from ${least} to ${most}` };
  }
  const earliest = `${firstYearEver + plan.years}-10-01`;
  if (plan.until < earliest)
    return {
      code: 'OutOfRange',
      what: 'until',
      allowed: `with ${plan.years} years a day from ${earliest} on`,
    };
  if (plan.until > today) return { code: 'UntilAhead', until: plan.until, today };
  return (await store.head()) === undefined ? undefined : { code: 'StoreNotEmpty' };
};

/**
 * Makes a school through the deciders, day by day. The life of each student is planned a year at a time, with
 * chance of its own that follows from the seed; whole days are handed in, in a fixed order: the same plan
 * gives the same bytes.
 */
export const simulate = async (
  { store, hashing, randomOf, engineWith, besideOf }: SimulationParts,
  plan: SimulationPlan,
  onProgress: (progress: SimulationProgress) => void = () => undefined,
): Promise<Simulated> => {
  const writer = new OnlyWriter(store);
  const handingIn = new HandingIn(writer, randomOf(`${plan.seed}/commands`), engineWith, besideOf);
  const chance = new Chance(randomOf(`${plan.seed}/school`));
  const ofSecondLine = new Chance(randomOf(`${plan.seed}/second-line`));
  const lastYear = lastPeildatumYear(plan.until);
  const firstYear = lastYear - plan.years;
  const lastDay = dayNumber(plan.until) - 1;
  const diary = new Diary(lastDay);

  const shipped = new SchoolDays(calendarOf(institution.initial));
  const founded = shipped.onOrAfter(day(firstYear - 1, 10, 1));
  const school = makeSchool(chance, ofSecondLine, catalogueOf(institution.initial), plan.students);
  found(school, diary, founded);
  await handingIn.until(diary, founded);
  const { state } = await handingIn.engine.fold(institution, institutionStream);
  const days = new SchoolDays(calendarOf(state));
  hireStaff(school, diary, days.after(founded, 1));
  hireAdvisers(school, ofSecondLine, diary, days.after(founded, 1));
  someoneGoes(school, staffId(chance.uuid()), diary, days.after(founded, 2), days.after(founded, 60));
  const ownLeermeterFrom = days.onOrAfter(day(firstYear + 1, 1, 12));
  defineLeermeter(school, ofSecondLine, diary, ownLeermeterFrom);

  const world: World = {
    school,
    days,
    diary,
    hashing,
    randomOf,
    seed: plan.seed,
    numbers: new Numbers(chance),
    ownLeermeterFrom,
    lastPeildatum: peildatum(lastYear),
    room: plan.students,
    raisesSignals: besideOf === undefined,
  };
  const lives: Life[] = [];
  const born = (): Life => {
    const life = new Life(world, lives.length);
    lives.push(life);
    return life;
  };
  const comes = (year: number, coming: Coming): Life => {
    const life = born();
    enter(life, year, coming, lives.length);
    guide(life, year - 1, false);
    return life;
  };

  const live = (life: Life, year: number): void => {
    const final = life.stands === 'enrolled' && life.yearsLeft <= 1;
    liveYear(life, year);
    guide(life, year, final);
  };

  // From the 1 October before the first peildatum to the one after the last, as far as time reaches.
  for (let year = firstYear - 1; year <= lastYear; year++) {
    staffYear(school, chance, diary, days, year);
    secondLineYear({ school, chance: ofSecondLine, diary, days, year }, plan.students);
    const known = lives.filter(({ entered }) => entered !== undefined && entered <= year);
    const enrolled = known.filter(({ stands }) => stands === 'enrolled');
    const others = known.filter(({ stands }) => stands !== 'enrolled');
    for (const life of enrolled) live(life, year);
    world.room = plan.students - count(enrolled);
    for (const life of others) {
      live(life, year);
      if (life.stands === 'enrolled') world.room--;
    }
    hearFromDuo(enrolled, year);
    const wanted = world.room;
    const first = year === firstYear - 1;
    const fresh = first ? Math.round(plan.students * madeUp.firstYear) : wanted;
    for (let number = 0; number < wanted; number++) {
      const life = comes(year + 1, number < fresh ? 'enrolled' : 'takenOver');
      if (chance.happens(0.012)) duplicate(born(), life);
    }
    for (const [coming, share] of besides)
      for (let number = 0; number < Math.round(fresh * share); number++) comes(year + 1, coming);
    await handingIn.until(diary, Math.min(peildatum(year + 1), lastDay), (reached) =>
      onProgress({
        day: dateText(reached),
        events: writer.appended,
        share: (reached - founded) / (lastDay - founded),
      }),
    );
  }
  return {
    plan,
    lives,
    peildataYears: Array.from({ length: plan.years + 1 }, (_, index) => firstYear + index),
    events: writer.appended,
    commands: handingIn.commands,
    refusals: handingIn.refusals(),
  };
};

const count = (lives: readonly Life[]): number => lives.filter(({ stands }) => stands === 'enrolled').length;

/** Who comes and is not counted on the 1 October that follows, for every entrant who is. */
const besides: readonly (readonly [Coming, number])[] = [
  ['placedOnly', 0.035],
  ['goneBefore', 0.035],
  ['oriented', 0.09],
];
