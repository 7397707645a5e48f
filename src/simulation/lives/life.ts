import type { Actor, Uuid } from '../../kernel/message.ts';
import type { StaffId } from '../../domain/staff/ids.ts';
import { studentId, type StudentId } from '../../domain/student/ids.ts';
import type { Destination, TrajectoryEvent } from '../../domain/trajectory/events.ts';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.ts';
import { trajectorySubject } from '../../domain/trajectory/subject.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Hashing } from '../../ports/hashing.ts';
import type { Random } from '../../ports/random.ts';
import { Chance } from '../chance.ts';
import { day, type SchoolDays } from '../days.ts';
import { dateText, type Diary, step } from '../diary.ts';
import type { Numbers, Person } from '../school/people.ts';
import type { Offered, School } from '../school/school.ts';
import type { Work } from './path/start-programme.ts';
import type { Care } from './care.ts';
import { Stays } from './stays.ts';

/** What all lives share. */
export interface World {
  readonly school: School;
  readonly days: SchoolDays;
  readonly diary: Diary;
  readonly hashing: Hashing;
  readonly randomOf: (seed: string) => Random;
  readonly seed: string;
  readonly numbers: Numbers;
  /** From this day the institution rates by a Leermeter of its own. */
  readonly ownLeermeterFrom: number;
  /** The last 1 October on which the number enrolled is promised: what was so by then is recorded by the last day. */
  readonly lastPeildatum: number;
  /** How many more may be enrolled by the next 1 October: the promised number is not passed. */
  room: number;
  /** Otherwise the workflows do. */
  readonly raisesSignals: boolean;
}

/** What became of somebody who left: the truth, also where the school never hears of it. */
export interface Truth {
  readonly leftOn: number;
  readonly destination: Destination['kind'];
  /** Enrolled at another Dutch school from this day. */
  readonly elsewhereFrom?: number;
  readonly paidJob?: boolean;
  readonly exempt?: boolean;
}

type Placed = 'no' | 'placed' | 'enrolled';

/** How long after the fact something is written down, and whether what follows waits for it. */
interface Telling {
  readonly late?: number;
  /** Recorded beside the path: later steps do not wait for it. */
  readonly aside?: boolean;
  readonly heard?: (events: readonly { readonly id: Uuid; readonly type: string }[]) => void;
}

/** One student while the plan is made: where he stands, and what was already written into the diary. */
export class Life {
  readonly id: StudentId;
  readonly chance: Chance;
  readonly world: World;
  readonly index: number;
  person: Person | undefined;

  stands: Placed = 'no';
  offered: Offered | undefined;
  coach: StaffId | undefined;
  placedOn = 0;
  /** The first day of the present programme. */
  since = 0;
  /** The peildatum year in which the first year here is counted; undefined: never placed. */
  entered: number | undefined;
  takenOver = false;
  yearsLeft = 0;
  startProgramme: { ends: number; due: Work[]; chosen?: true } | undefined;
  lastConversation: number | undefined;
  qualified = false;
  /** Held when he came: with what DUO knows where the form says nothing. */
  startQualification = false;
  /** Gained here: an mbo-1 diploma opens the exemption for a paid job. */
  hasEntree = false;
  leftOn: number | undefined;
  /** The day on which a late registration is recorded: nothing may rest on it before. */
  registeredOn = 0;
  /** Will be back in the year that is planned next. */
  returns = false;
  /** Landschappen of which a scout once said yes. */
  readonly welcomed = new Set<string>();
  /** Came in the first weeks of lessons: everything goes fast. */
  hurried = false;
  truths: Truth[] = [];
  /** What guidance finds in the log of all that. */
  readonly stays = new Stays();
  care: Care | undefined;
  #recorded = 0;

  constructor(world: World, index: number) {
    this.world = world;
    this.index = index;
    this.chance = new Chance(world.randomOf(`${world.seed}/student/${index}`));
    this.id = studentId(this.chance.uuid());
  }

  /** The day on which the last step so far is recorded. */
  get recorded(): number {
    return this.#recorded;
  }

  get landschap(): Offered['landschap'] {
    if (!this.offered) throw new Error(`student ${this.index} was never placed`);
    return this.offered.landschap;
  }

  get responsible(): Actor {
    if (!this.coach) throw new Error(`student ${this.index} has no coach`);
    return { id: this.coach, role: 'coach' };
  }

  /**
   * Writes a command into the diary. It is recorded on the first school day on or after the day it was true
   * (with what it is late), and never before the step it follows. Gives the day.
   */
  tell(
    on: number,
    actor: Actor,
    command: TrajectoryCommand | (() => TrajectoryCommand | undefined),
    { late = 0, aside = false, heard }: Telling = {},
  ): number {
    const { days, diary, lastPeildatum } = this.world;
    const wished = days.onOrAfter(Math.max(on + late, this.#recorded));
    const inTime = this.#recorded <= diary.last && on <= Math.min(lastPeildatum, diary.last);
    const recorded = inTime ? Math.min(wished, diary.last) : wished;
    if (!aside) this.#recorded = recorded;
    const told = typeof command === 'function' ? undefined : this.stays.tell(recorded, command);
    const hears: NonNullable<Telling['heard']> = (events) => {
      told?.(events);
      heard?.(events);
    };
    diary.note(recorded, step(trajectorySubject, this.id, command, actor, { heard: hears }));
    return recorded;
  }

  /** Lets nothing be recorded before a day. */
  waitUntil(day: number): void {
    this.#recorded = Math.max(this.#recorded, day);
  }

  /** A correction of an event that will have been recorded by then. */
  correct(
    on: number,
    actor: Actor,
    event: () => Uuid | undefined,
    change: { readonly values: Readonly<Record<string, unknown>> } | { readonly never: true },
    why: string,
    telling: Telling = {},
  ): number {
    return this.tell(
      on,
      actor,
      () => {
        const id = event();
        return id && { type: 'Correct', event: id, change, why };
      },
      telling,
    );
  }

  coachOtherThan(coach: StaffId | undefined, from: readonly StaffId[] = this.landschap.coaches): StaffId {
    const others = from.filter((each) => each !== coach);
    return this.chance.pick(others.length > 0 ? others : from);
  }
}

export const dated = (day: number): { readonly on: CalendarDate } => ({ on: dateText(day) });

/** Keeps the id of the event of a type that a command caused. */
export const remember = (
  type: TrajectoryEvent['type'],
): { readonly heard: NonNullable<Telling['heard']>; readonly id: () => Uuid | undefined } => {
  let known: Uuid | undefined;
  return {
    heard: (events) => {
      known = events.find((event) => event.type === type)?.id;
    },
    id: () => known,
  };
};

/** 23 or older on 1 August of a school year: by default out of the count of VSV. */
export const isTooOld = (life: Life, year: number): boolean =>
  life.person !== undefined && life.person.born <= day(year - 23, 8, 1);
