import { calendarOf, type SchoolCalendar } from '../../../src/domain/institution/calendar.ts';
import { type StaffId, staffStream } from '../../../src/domain/staff/ids.ts';
import { deputyOn, staffReadable } from '../../../src/domain/staff/state.ts';
import { workflowKeyOf, workflowStream } from '../../../src/domain/workflow/ids.ts';
import {
  type AnyWorkflow,
  type CaseKnown,
  knownOfCase,
  knownOfTrajectory,
  type TrajectoryKnown,
} from '../../../src/domain/workflow/known.ts';
import { addDays, type CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Recorded, Uuid } from '../../../src/kernel/message.ts';
import { latestVersion, type Reaction, type Term, type Workflow } from '../../../src/kernel/workflow.ts';
import { workflows } from '../../../workflows/index.ts';
import { leansOn } from './dependants.ts';
import { asked, ended, escalated, found, type Happening, moved } from './happenings.ts';
import { KnownSoFar } from './known-so-far.ts';
import type { Look } from './played-school.ts';

/** A task that should lie with somebody. */
interface Open {
  readonly term: Term;
  /** As it was when it was asked. */
  readonly climbs: number;
  readonly rung: number;
}

/** One workflow of one key, as it should stand. */
interface Expected {
  readonly open: Map<string, Open>;
  /** Steps that are to be asked on a later day. */
  readonly later: Map<string, CalendarDate>;
  readonly found: Set<string>;
  looksAgainOn: CalendarDate | undefined;
  /** The last day before something of it comes to be by itself. */
  next: CalendarDate | undefined;
  readonly happened: Happening[];
}

const nothingYet = (): Expected => ({
  open: new Map(),
  later: new Map(),
  found: new Set(),
  looksAgainOn: undefined,
  next: undefined,
  happened: [],
});

const rules = {
  trajectory: workflows.filter(({ about }) => about === 'trajectory'),
  sabCase: workflows.filter(({ about }) => about === 'sabCase'),
};

const lengthOfKey = 36;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const sorted = ({ role, person, landschap }: Term['of']): Term['of'] => ({
  role,
  ...(person !== undefined && { person }),
  ...(landschap !== undefined && { landschap }),
});

type Subjects = 'trajectory' | 'sabCase';

/**
 * What the workflows of a school should have done, from the domain's events alone: at each look the terms that its rules
 * say are open by then. It looks at a key after anything that could concern it, also what no workflow says it hears.
 */
class Oracle {
  readonly #known = new KnownSoFar();
  /** By the key, in the order of its rules. */
  readonly #expected = new Map<Uuid, readonly Expected[]>();
  /** When something comes to be by itself, by the key. */
  readonly #next = new Map<Uuid, CalendarDate>();
  /** What was told since it was looked at, by the key. */
  readonly #touched = new Map<Uuid, Set<string>>();
  readonly #keys = new Map<Uuid, Subjects>();
  readonly #casesOf = new Map<Uuid, Set<Uuid>>();

  tell(event: Recorded): void {
    const { stream, type } = event;
    if (workflowKeyOf(stream)) return;
    this.#known.tell(event);
    const key = stream.slice(-lengthOfKey) as Uuid;
    if (stream.startsWith('trajectory-') || stream.startsWith('student-')) {
      this.#touch(key, 'trajectory', type);
      for (const each of this.#casesOf.get(key) ?? []) this.#touch(each, 'sabCase', type);
    }
    if (stream.startsWith('sabCase-')) {
      this.#touch(key, 'sabCase', type);
      if (type === 'CaseOpened') {
        const student = (event.data as { readonly student: Uuid }).student;
        this.#casesOf.set(student, (this.#casesOf.get(student) ?? new Set<Uuid>()).add(key));
      }
    }
    if (type === 'StaffLeft')
      for (const [each, about] of this.#keys)
        if (about === 'trajectory') this.#touch(each, about, leavingOf(key));
  }

  async look({ kind, on }: Look): Promise<void> {
    if (kind === 'hears') {
      const touched = [...this.#touched];
      this.#touched.clear();
      for (const [key, types] of touched) await this.#lookAt(key, on, types);
      return;
    }
    for (const [key, next] of this.#next) if (next <= on) await this.#lookAt(key, on, undefined);
  }

  happened(): ReadonlyMap<string, readonly Happening[]> {
    return new Map(
      [...this.#expected].flatMap(([key, all]) =>
        all.flatMap(({ happened }, index) => {
          const name = rules[this.#keys.get(key) ?? 'trajectory'][index]?.name ?? '';
          return happened.length > 0 ? [[workflowStream({ workflow: name, key }), happened] as const] : [];
        }),
      ),
    );
  }

  #touch(key: Uuid, about: Subjects, type: string): void {
    this.#keys.set(key, about);
    this.#touched.set(key, (this.#touched.get(key) ?? new Set()).add(type));
  }

  /** After events of these types, or because of its timers. */
  async #lookAt(key: Uuid, on: CalendarDate, types: ReadonlySet<string> | undefined): Promise<void> {
    const about = this.#keys.get(key);
    if (about === undefined) return;
    const knowing = { today: on, fold: this.#known.fold };
    const known =
      about === 'trajectory' ? await knownOfTrajectory(key, knowing) : await knownOfCase(key, knowing);
    const calendar = calendarOf(known.institution);
    const all = this.#expected.get(key) ?? rules[about].map(nothingYet);
    this.#expected.set(key, all);
    let next: CalendarDate | undefined;
    for (const [index, workflow] of rules[about].entries()) {
      const expected = all[index];
      if (!expected) throw new Error('each rule has its place');
      // A timer is one step's, and wakes its own workflow alone.
      const isDue = expected.next !== undefined && expected.next <= on;
      // What nobody says he hears changes nothing; but it does not take the place of a timer that comes late.
      const hears = types && (!isDue || heardBy(workflow, known).some((each) => types.has(each)));
      if (types ? hears : isDue) {
        this.#differs(expected, reactionOf(workflow, known), on);
        if (!types) await this.#climbs(expected, on, calendar);
        expected.next = nextOf(expected, calendar);
      }
      if (expected.next !== undefined && (next === undefined || expected.next < next)) next = expected.next;
    }
    if (next === undefined) this.#next.delete(key);
    else this.#next.set(key, next);
  }

  #differs(expected: Expected, { terms, findings, looksAgainOn }: Reaction, on: CalendarDate): void {
    const { open, later, happened } = expected;
    for (const term of terms) {
      const before = open.get(term.step);
      if (before) {
        if (!same(facts(before.term), facts(term))) happened.push(moved(on, term));
        open.set(term.step, { ...before, term });
      } else if (term.asksOn <= on) {
        happened.push(asked(on, term));
        open.set(term.step, { term, climbs: term.climbs, rung: 0 });
        later.delete(term.step);
      } else later.set(term.step, term.asksOn);
    }
    for (const step of [...open.keys()])
      if (!terms.some((term) => term.step === step)) {
        happened.push(ended(on, step));
        open.delete(step);
      }
    for (const finding of findings)
      if (!expected.found.has(finding.step)) {
        happened.push(found(on, finding));
        expected.found.add(finding.step);
      }
    if (looksAgainOn !== undefined && looksAgainOn > on) expected.looksAgainOn = looksAgainOn;
  }

  async #climbs(expected: Expected, on: CalendarDate, calendar: SchoolCalendar): Promise<void> {
    for (const [step, day] of [...expected.later]) if (day <= on) expected.later.delete(step);
    if (expected.looksAgainOn !== undefined && expected.looksAgainOn <= on) expected.looksAgainOn = undefined;
    for (const [step, task] of expected.open)
      for (let now = task; ;) {
        const rungOn = climbsOn(now, calendar);
        const to = now.term.ladder[now.rung];
        if (!to || rungOn === undefined || rungOn >= on) break;
        const before = now.rung === 0 ? now.term.of : (now.term.ladder[now.rung - 1] ?? now.term.of);
        const person = before.person as StaffId | undefined;
        const staff = person && (await this.#known.fold(staffReadable, staffStream(person)));
        now = { ...now, rung: now.rung + 1 };
        expected.happened.push(escalated(on, step, now.rung, to, before, staff && deputyOn(staff, on)));
        expected.open.set(step, now);
      }
  }
}

/** The last day before it climbs a rung further. */
const climbsOn = ({ term, climbs, rung }: Open, calendar: SchoolCalendar): CalendarDate | undefined =>
  term.standsStill === true || rung >= term.ladder.length
    ? undefined
    : calendar.addSchoolDays(term.due, climbs * (rung + 1));

const nextOf = (
  { open, later, looksAgainOn }: Expected,
  calendar: SchoolCalendar,
): CalendarDate | undefined => {
  let next = looksAgainOn;
  const take = (day: CalendarDate): void => {
    if (next === undefined || day < next) next = day;
  };
  for (const day of later.values()) take(day);
  for (const task of open.values()) {
    const day = climbsOn(task, calendar);
    // What climbs does so when a day is over.
    if (day !== undefined) take(addDays(day, 1));
  }
  return next;
};

const facts = ({ of, due, ladder, standsStill = false }: Term): unknown => [
  sorted(of),
  due,
  ladder.map(sorted),
  standsStill,
];

const leavingOf = (staff: Uuid): string => `StaffLeft ${staff}`;

/** After these it looks at once: somebody's leaving is heard by the trajectories that lean on them. */
const heardBy = (workflow: AnyWorkflow, { trajectory }: TrajectoryKnown | CaseKnown): readonly string[] => [
  ...workflow.hears,
  ...(workflow.about === 'sabCase' ? workflow.hearsOfStudent : (workflow.hearsOfPerson ?? [])),
  ...leansOn(trajectory).map(leavingOf),
];

const reactionOf = (workflow: AnyWorkflow, known: unknown): Reaction => {
  const rule = (workflow as Workflow<unknown>).versions[latestVersion(workflow)];
  if (!rule) throw new Error(`${workflow.name} has no version`);
  return rule(known);
};

/** Plays the looks of a school once more, over its domain's events alone. */
export const expectedOf = async (
  events: readonly Recorded[],
  looks: readonly Look[],
): Promise<ReadonlyMap<string, readonly Happening[]>> => {
  const oracle = new Oracle();
  let at = 0;
  const tellUntil = (position: bigint): void => {
    for (let event = events[at]; event && event.position <= position; event = events[at]) {
      oracle.tell(event);
      at += 1;
    }
  };
  for (const look of looks) {
    tellUntil(look.from);
    await oracle.look(look);
    // Signals that were told while it heard are heard as well.
    tellUntil(look.to);
    if (look.kind === 'hears') await oracle.look(look);
  }
  return oracle.happened();
};
