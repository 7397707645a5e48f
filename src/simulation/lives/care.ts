import type { Actor, Uuid } from '../../kernel/message.ts';
import type { StaffId } from '../../domain/staff/ids.ts';
import { lastPossibleBirth } from '../../domain/student/birth-band.ts';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.ts';
import { trajectoryStream } from '../../domain/trajectory/ids.ts';
import { trajectorySubject } from '../../domain/trajectory/subject.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { eventId } from '../../engine/ids.ts';
import { Chance } from '../chance.ts';
import { dateText, type Door, step } from '../diary.ts';
import { absenceOn, as, type Landschap } from '../school/school.ts';
import type { Life } from './life.ts';
import type { Placed } from './stays.ts';

interface Due {
  readonly on: number;
  readonly happens: (on: number) => void;
}

/** The id of the event that a command will have caused, for who names it later. */
export type EventNamed = () => Uuid | undefined;

/**
 * The guidance of one student, lived day by day beside a path that is planned already: with chance of its own,
 * so that the path is the same with and without it, and with command ids of its own for the same reason.
 *
 * What happens on a day is handed in on that day, after what the path has there.
 */
export class Care {
  readonly life: Life;
  readonly chance: Chance;
  readonly student: Actor;
  /** From 0 to 1, as coach and student see it; it grows. */
  growth: number;
  /** When was last talked together, by the path or beside it. */
  lastTalk: { readonly on: number; readonly event: EventNamed } | undefined;
  /** The programme of which the final phase began. */
  finalPhaseOf: number | undefined;
  /** The practical training that runs, with the day on which it will be over. */
  bpv: { readonly ends: number } | undefined;
  /** Whether the second line has a case that is not over. */
  caseOpen = false;
  /** The placement in which a rule fired last. */
  signalledIn: number | undefined;
  /** How much of the path was looked back on. */
  seen = 0;
  readonly trainings = new Set<string>();
  #agenda: Due[] = [];
  #now = 0;

  constructor(life: Life) {
    this.life = life;
    this.chance = new Chance(life.world.randomOf(`${life.world.seed}/student/${life.index}/guidance`));
    this.student = { id: life.id, role: 'student' };
    this.growth = this.chance.between(15, 45) / 100;
  }

  /** On that day, or the first school day after it; never on a day that is over. */
  plan(on: number, happens: Due['happens']): void {
    const due = { on: this.life.world.days.onOrAfter(Math.max(on, this.#now)), happens };
    const at = this.#agenda.findLastIndex((each) => each.on <= due.on);
    this.#agenda.splice(at + 1, 0, due);
  }

  /** The n-th school day after a day. */
  planAfter(on: number, schoolDays: number, happens: Due['happens']): void {
    this.plan(this.life.world.days.after(on, schoolDays), happens);
  }

  /** Days up to this one are over already. */
  startsAt(day: number): void {
    this.#now = Math.max(this.#now, day);
  }

  /** All that is due up to and including a day. */
  liveUntil(day: number): void {
    const last = Math.min(day, this.life.world.diary.last);
    for (;;) {
      const [due] = this.#agenda;
      if (!due || due.on > last) break;
      this.#agenda.shift();
      this.#now = due.on;
      due.happens(due.on);
    }
    this.#now = Math.max(this.#now, day + 1);
  }

  placed(on: number): Placed | undefined {
    return this.life.stays.at(on)?.placed;
  }

  hasLeft(on: number): boolean {
    return this.life.stays.at(on)?.left === true;
  }

  landschap({ programme }: Placed): Landschap {
    const found = this.life.world.school.landschappen.find(({ code }) => code === programme.landschap);
    if (!found) throw new Error(`no landschap ${programme.landschap}`);
    return found;
  }

  /** The responsible coach, or who stands in for him on that day. */
  coach({ coach }: Placed, on: number): Actor {
    return as('coach', this.#there(coach, on));
  }

  /** Most is written down on the day itself, some a few days later. */
  toldLate(on: number): CalendarDate {
    if (!this.chance.happens(0.12)) return dateText(on);
    const { days } = this.life.world;
    const standing = this.life.stays.at(on);
    return dateText(Math.max(days.onOrBefore(on - this.chance.between(1, 5)), standing?.from ?? on));
  }

  /** In whole years, by the day on which he was born. */
  age(on: number): number {
    const { person } = this.life;
    if (!person) return 0;
    const [born, today] = [dateText(person.born), dateText(on)];
    const had = today.slice(5) >= born.slice(5);
    return Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (had ? 0 : 1);
  }

  /** As the edge works it out: by the last day that the birth date can mean, and yes where it is not known. */
  under16(on: number): boolean {
    const last = lastPossibleBirth(this.life.person?.birthDate ?? '');
    return last === undefined || dateText(on) < `${Number(last.slice(0, 4)) + 16}${last.slice(4)}`;
  }

  /** Hands in a command on a day of the agenda; gives the id of the event that comes of it. */
  say(
    on: number,
    actor: Actor,
    command: TrajectoryCommand | (() => TrajectoryCommand | undefined),
    door?: Door,
  ): EventNamed {
    const { diary } = this.life.world;
    const commandId = this.chance.uuid();
    diary.note(
      on,
      step(trajectorySubject, this.life.id, command, actor, { commandId, ...(door && { door }) }),
    );
    return () => eventId(commandId, trajectoryStream(this.life.id), 0);
  }

  #there(who: StaffId, on: number): StaffId {
    return absenceOn(this.life.world.school, who, on)?.deputy ?? who;
  }
}
