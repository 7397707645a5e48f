import { addDays, type CalendarDate, calendarDate } from '../../src/kernel/calendar-date.ts';
import { amsterdamDate, type Instant } from '../../src/kernel/instant.ts';
import { type Happening, type Told, type Uuid } from '../../src/kernel/message.ts';
import { wrongFields } from '../../src/kernel/schema.ts';
import type { Reaction, Term } from '../../src/kernel/workflow.ts';
import { calendarOf } from '../../src/domain/institution/calendar.ts';
import type { Institution } from '../../src/domain/institution/state.ts';
import type { SabCaseEvent } from '../../src/domain/sab-case/events.ts';
import { sabCaseReadable } from '../../src/domain/sab-case/state.ts';
import type { StaffId } from '../../src/domain/staff/ids.ts';
import type { Staff } from '../../src/domain/staff/state.ts';
import type { BirthBand } from '../../src/domain/student/events.ts';
import type { StudentId } from '../../src/domain/student/ids.ts';
import { type TrajectoryEvent, trajectoryEvents } from '../../src/domain/trajectory/events.ts';
import { trajectoryReadable } from '../../src/domain/trajectory/state.ts';
import { decideWorkflow } from '../../src/domain/workflow/decider.ts';
import { type WorkflowEvent, workflowEvents } from '../../src/domain/workflow/events.ts';
import type { WorkflowCommand } from '../../src/domain/workflow/commands.ts';
import type { CaseWorkflow, TrajectoryKnown, TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { type WorkflowState, workflowReadable } from '../../src/domain/workflow/state.ts';
import { askedNow } from '../../src/domain/workflow/state.ts';
import { given } from '../domain/scenario.ts';
import * as at from '../support/people.ts';
import { asText, numbered, said, schoolWith, theCase } from './school.ts';

interface Around {
  readonly house?: Institution;
  readonly birthBand?: BirthBand;
  readonly deliveries?: TrajectoryKnown['deliveries'];
  /** Who works here, as it is known from a day on. */
  readonly staff?: ReadonlyMap<StaffId, Staff>;
  /** Of a case: who goes on, when the student was merged. */
  readonly goesOnAs?: StudentId;
  /** Of a case: what is told of the student’s trajectory. */
  readonly student?: readonly (readonly [on: string, ...events: readonly TrajectoryEvent[]])[];
}

/**
 * A workflow played day by day by the real decider: what is told on a day is heard on that day, and each timer fires
 * when its moment has come.
 */
class Play<Event extends Happening> {
  readonly #react: (told: readonly Told<Event>[], today: CalendarDate) => Reaction;
  readonly #hears: readonly string[];
  readonly #events: Readonly<Record<string, { readonly fields: object }>>;
  readonly house: Institution;
  #staff: ReadonlyMap<StaffId, Staff>;
  #told: readonly Told<Event>[] = [];
  #state: WorkflowState = workflowReadable.initial;
  #today: CalendarDate | undefined;
  #written = 0;
  #read = 0;
  readonly #trace: string[] = [];
  readonly #found: Extract<WorkflowEvent, { type: 'SignalFound' }>['data'][] = [];

  constructor(
    hears: readonly string[],
    react: (told: readonly Told<Event>[], today: CalendarDate) => Reaction,
    events: Readonly<Record<string, { readonly fields: object }>>,
    { house = schoolWith(), staff = at.staffOfTheSchool }: Around,
  ) {
    this.#hears = hears;
    this.#react = react;
    this.#events = events;
    this.house = house;
    this.#staff = staff;
  }

  /** The id of what was told last of a type. */
  idOf(type: Event['type']): Uuid {
    const found = this.#told.findLast((each) => each.type === type);
    if (!found) throw new Error(`${type} was not told`);
    return found.id;
  }

  on(day: string, ...events: readonly Event[]): this {
    this.until(day);
    const commandId = numbered('c', this.#told.length + 1);
    for (const event of events) {
      const wrong = wrongFields(
        (this.#events[event.type]?.fields ?? {}) as Parameters<typeof wrongFields>[0],
        event.data,
        event.type,
      );
      if (wrong !== undefined) throw new Error(wrong);
      this.#told = [...this.#told, { ...event, id: numbered('f', this.#told.length + 1), commandId }];
    }
    const heard = events.filter(({ type }) => this.#hears.includes(type));
    if (heard.length > 0) this.#do({ type: 'Hear', cause: numbered('f', this.#told.length) });
    return this;
  }

  /** Somebody of the staff is otherwise from this day on, and the runner wakes whoever it concerns. */
  onStaff(day: string, staff: ReadonlyMap<StaffId, Staff>): this {
    this.until(day);
    this.#staff = staff;
    return this.heard();
  }

  get staff(): ReadonlyMap<StaffId, Staff> {
    return this.#staff;
  }

  /** Hears again what it heard. */
  heard(): this {
    this.#do({ type: 'Hear', cause: numbered('e', 1) });
    return this;
  }

  until(day: string): this {
    const last = calendarDate(day);
    if (this.#today !== undefined && last < this.#today)
      throw new Error(`${last} lies before ${this.#today}`);
    for (let today = this.#today ?? last; today <= last; today = addDays(today, 1)) {
      this.#today = today;
      this.#fireWhatIsDue(today);
    }
    return this;
  }

  withdraw(why = 'hoeft niet'): this {
    const [task] = this.#open();
    if (!task?.task) throw new Error('nothing is asked');
    this.#do({ type: 'WithdrawTask', task: task.task.id, why });
    return this;
  }

  /** What is asked now: `plan-scoutgesprek of scout sanne of bouw by 2025-08-28`. */
  asked(): readonly string[] {
    const reaction = this.#reaction();
    return this.#open()
      .map(({ step, task }) => {
        const does = reaction.terms.find((each) => each.step === step)?.does ?? '?';
        return task && `${does} of ${said(askedNow(task))} by ${task.due}`;
      })
      .filter((each) => each !== undefined);
  }

  /** The terms that the rule says are open now, those ahead too. */
  terms(): readonly Term[] {
    return this.#reaction().terms;
  }

  /** What was written since this was asked last. */
  happened(): readonly string[] {
    const since = this.#trace.slice(this.#read);
    this.#read = this.#trace.length;
    return since;
  }

  found(): readonly Extract<WorkflowEvent, { type: 'SignalFound' }>['data'][] {
    return this.#found;
  }

  #reaction(): Reaction {
    if (this.#today === undefined) throw new Error('no day has come yet');
    return this.#react(this.#told, this.#today);
  }

  #open() {
    return [...this.#state.steps]
      .filter(([, { task, over }]) => task && over === undefined)
      .map(([step, { task }]) => ({ step, task }));
  }

  #fireWhatIsDue(today: CalendarDate): void {
    for (;;) {
      const due = [...this.#state.steps]
        .flatMap(([step, { timer }]) =>
          timer && amsterdamDate(timer.at) <= today ? [{ step, at: timer.at }] : [],
        )
        .toSorted((one, other) => (one.at < other.at ? -1 : 1))[0];
      if (!due) return;
      const before = this.#written;
      this.#do({ type: 'Fire', step: due.step, at: due.at });
      if (this.#written === before) throw new Error(`the timer of ${due.step} at ${due.at} came to nothing`);
    }
  }

  /** Fires a timer as one that was delivered twice, or late. */
  fire(step: string, at: Instant): this {
    this.#do({ type: 'Fire', step, at });
    return this;
  }

  #do(command: WorkflowCommand): void {
    const reaction = this.#reaction();
    const today = this.#today ?? at.today;
    const decision = decideWorkflow(command, this.#state, {
      today,
      calendar: calendarOf(this.house),
      reaction,
      version: 1,
      latest: { version: 1, reaction },
      staff: this.#staff,
      by: at.tineke,
    });
    if (!decision.accepted) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
    for (const event of decision.events) {
      const wrong = wrongFields(workflowEvents[event.type].fields, event.data, event.type);
      if (wrong !== undefined) throw new Error(wrong);
      this.#written += 1;
      const id = numbered('d', this.#written);
      this.#state = workflowReadable.evolve(this.#state, { ...event, id, commandId: id });
      if (event.type === 'SignalFound') this.#found.push(event.data);
      const line = asText(event, today.slice(5));
      if (line !== undefined) this.#trace.push(line);
    }
  }
}

const versionOne = <Known>(
  workflow: { readonly versions: Readonly<Record<number, (known: Known) => Reaction>> },
  known: Known,
): Reaction => {
  const react = workflow.versions[1];
  if (!react) throw new Error('no version 1');
  return react(known);
};

export const playTrajectory = (workflow: TrajectoryWorkflow, around: Around = {}): Play<TrajectoryEvent> => {
  const play: Play<TrajectoryEvent> = new Play<TrajectoryEvent>(
    workflow.hears,
    (told, today) =>
      versionOne(workflow, {
        student: at.mila,
        trajectory: told.reduce(trajectoryReadable.evolve, trajectoryReadable.initial),
        birthBand: around.birthBand,
        deliveries: around.deliveries ?? new Map(),
        staff: play.staff,
        today,
        institution: play.house,
        calendar: calendarOf(play.house),
      }),
    trajectoryEvents,
    around,
  );
  return play;
};

export const playCase = (workflow: CaseWorkflow, around: Around = {}): Play<SabCaseEvent> => {
  const play: Play<SabCaseEvent> = new Play<SabCaseEvent>(
    workflow.hears,
    (told, today) =>
      versionOne(workflow, {
        case: theCase,
        now: told.reduce(sabCaseReadable.evolve, sabCaseReadable.initial),
        student: around.goesOnAs ?? at.mila,
        trajectory: given(
          trajectoryReadable,
          (around.student ?? [['2025-09-01', ...at.uptoPlaced.flat()] as const])
            .filter(([on]) => on <= today)
            .flatMap(([, ...events]) => events),
        ),
        today,
        institution: play.house,
        calendar: calendarOf(play.house),
      }),
    sabCaseReadable.events,
    around,
  );
  return play;
};
