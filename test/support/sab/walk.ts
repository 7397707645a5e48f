import { addDays, type CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Decision } from '../../../src/kernel/decider.ts';
import type { Actor, Told } from '../../../src/kernel/message.ts';
import type { SabCaseCommand } from '../../../src/domain/sab-case/commands.ts';
import type { SabCaseEvent } from '../../../src/domain/sab-case/events.ts';
import type { SabCaseFacts } from '../../../src/domain/sab-case/facts.ts';
import type { CaseId } from '../../../src/domain/sab-case/ids.ts';
import { mayAsk } from '../../../src/domain/sab-case/may-ask.ts';
import type { SabCaseRefusal } from '../../../src/domain/sab-case/refusals.ts';
import { isOpen, type SabCase, sabCaseReadable } from '../../../src/domain/sab-case/state.ts';
import type { NoteSab, TrajectoryCommand } from '../../../src/domain/trajectory/commands.ts';
import type { TrajectoryFacts } from '../../../src/domain/trajectory/facts.ts';
import type { Said } from '../../../src/domain/trajectory/said.ts';
import { type Trajectory, trajectoryReadable } from '../../../src/domain/trajectory/state.ts';
import { Draws } from '../draws.ts';
import { actor, carla, cem, d, dirk, factsOf, mila, uptoPlaced } from '../people.ts';
import { factId } from '../scenario.ts';
import { Tally } from '../walk.ts';
import { nextOfCase } from './commands.ts';
import * as law from './laws.ts';
import { nextOfStudent } from './meanwhile.ts';
import {
  anna,
  asAdviser,
  asCoordinator,
  bram,
  caseFacts,
  cases,
  fatma,
  staffWithSecondLine,
  trajectoryAfter,
} from './people.ts';

/** What is held to the laws; each part may be broken on purpose. */
export interface Rules {
  readonly decideCase: (
    command: SabCaseCommand,
    now: SabCase,
    facts: SabCaseFacts,
  ) => Decision<SabCaseEvent, SabCaseRefusal>;
  readonly foldCase: (now: SabCase, event: Told<SabCaseEvent>) => SabCase;
  readonly noteOf: (id: CaseId, event: SabCaseEvent) => NoteSab | undefined;
  readonly decideTrajectory: (command: TrajectoryCommand, now: Trajectory, facts: TrajectoryFacts) => Said;
}

/** What was reached, and in which fields words of a case were told. */
export class SabTally extends Tally {
  readonly sung = new Set<string>();
}

const askers: readonly Actor[] = [
  actor(mila, 'student'),
  ...[carla, cem, dirk].map((each) => actor(each, 'coach')),
  ...[anna, bram].map(asAdviser),
  asCoordinator(fatma),
];

/**
 * What makes the same words a new wish when it was told on the same day: paused, resumed and paused again; assigned to
 * another and back; another draft or another answer, and then the first once more. Everything else that is asked late
 * is asked again.
 */
const undoneBy: { readonly [Type in SabCaseCommand['type']]?: readonly SabCaseEvent['type'][] } = {
  PauseClock: ['ClockResumed'],
  ResumeClock: ['ClockPaused'],
  AssignCase: ['CaseAssigned'],
  DraftStepPlan: ['StepPlanDrafted'],
  ReviseStepPlan: ['StepPlanRevised'],
  RecordConsultation: ['StepPlanDrafted', 'ConsultationHeld'],
};

const undone = ({ type, on }: SabCaseCommand, since: readonly SabCaseEvent[]): boolean =>
  since.some((event) => event.data.on === on && undoneBy[type]?.includes(event.type) === true);

interface Case {
  readonly log: readonly Told<SabCaseEvent>[];
  readonly now: SabCase;
}
interface Asked {
  readonly id: CaseId;
  readonly command: SabCaseCommand;
  readonly length: number;
}
interface Pending {
  readonly note: NoteSab;
  /** How long the trajectory was when the case decided. */
  readonly after: number;
}

const unknownStudent = trajectoryAfter();
const untouched: Case = { log: [], now: sabCaseReadable.initial };

/** One student, the cases that coaches open for her, and her trajectory; what follows from a case follows late. */
class Walk {
  readonly #rules: Rules;
  readonly #tally: SabTally;
  readonly #cases = new Map<CaseId, Case>();
  readonly #asked: Asked[] = [];
  readonly #noted: NoteSab[] = [];
  #pending: readonly Pending[] = [];
  #trajectory = trajectoryAfter(...uptoPlaced);
  #today: CalendarDate = d('10-01');

  constructor(rules: Rules, tally: SabTally) {
    this.#rules = rules;
    this.#tally = tally;
  }

  step(draw: Draws): void {
    this.#today = addDays(this.#today, draw.below(4));
    const [first] = this.#pending;
    if (first && draw.chance(45)) this.#follow(first);
    else if (draw.chance(20)) this.#tellStudent(nextOfStudent(draw, this.#trajectory, this.#today));
    else this.#askCase(draw);
    this.#hold();
  }

  end(): void {
    for (let [next] = this.#pending; next; [next] = this.#pending) this.#follow(next);
    this.#hold();
    for (const [id, { log, now }] of this.#cases) {
      law.wholeStory(id, log, this.#trajectory);
      law.foldsToTheSame(log, now, this.#rules.foldCase);
    }
  }

  #case(id: CaseId): Case {
    return this.#cases.get(id) ?? untouched;
  }

  #facts(id: CaseId, command: SabCaseCommand): SabCaseFacts {
    const student = this.#case(id).now.student ?? ('student' in command ? command.student : undefined);
    return caseFacts({
      today: this.#today,
      case: id,
      student,
      trajectory: student === mila ? this.#trajectory : unknownStudent,
    });
  }

  #decide(id: CaseId, command: SabCaseCommand): ReturnType<Rules['decideCase']> {
    return this.#rules.decideCase(command, this.#case(id).now, this.#facts(id, command));
  }

  #askCase(draw: Draws): void {
    const open = cases.filter((id) => isOpen(this.#case(id).now));
    const id = draw.of(open.length > 0 && draw.chance(85) ? open : cases);
    const command = nextOfCase(draw, this.#case(id).now, this.#today);
    this.#tally.commands += 1;

    const may = (asker: Actor) => mayAsk(asker, command, this.#case(id).now, this.#facts(id, command));
    const asker = draw.chance(90) ? askers.find((each) => may(each) === undefined) : draw.of(askers);
    const no = may(asker ?? { id: 'school', role: 'simulator' });
    if (no) Tally.count(this.#tally.refused, no.code);
    else this.#tell(id, command);

    const [earlier, ...rest] = this.#asked;
    if (earlier) this.#askLate(draw.of([earlier, ...rest]));
  }

  #tell(id: CaseId, command: SabCaseCommand): void {
    const decision = this.#decide(id, command);
    if (!decision.accepted) {
      Tally.count(this.#tally.refused, decision.refusal.code);
      return;
    }
    for (const event of decision.events) this.#record(id, event);
    const again = this.#decide(id, command);
    if (again.accepted && again.events.length > 0)
      throw new law.BrokenLaw('asked again at once, told twice', { command, told: again.events });
    if (decision.events.length === 0) return;
    Tally.count(this.#tally.accepted, command.type);
    this.#asked.push({ id, command, length: this.#case(id).log.length });
  }

  #askLate({ id, command, length }: Asked): void {
    if (undone(command, this.#case(id).log.slice(length))) return;
    const late = this.#decide(id, command);
    if (late.accepted && late.events.length > 0)
      throw new law.BrokenLaw('asked again late, told twice', { command, told: late.events });
  }

  #record(id: CaseId, event: SabCaseEvent): void {
    law.caseEventKeeps(event);
    for (const field of law.singingFieldsOf(event)) this.#tally.sung.add(field);
    Tally.count(this.#tally.told, event.type);
    const before = this.#case(id);
    const told = { ...event, id: factId(before.log.length + 1), commandId: factId(before.log.length + 1) };
    const after = { log: [...before.log, told], now: this.#rules.foldCase(before.now, told) };
    this.#cases.set(id, after);
    law.startedWithConsent(after.log);
    law.stepsStand(after.log, after.now);
    law.pausesApart(after.log);
    const note = this.#rules.noteOf(id, event);
    if (!note) return;
    law.holdsNoContent(note);
    this.#pending = [...this.#pending, { note, after: this.#trajectory.told.length }];
  }

  /** The trajectory hears of it, or the case is void because it was crossed. */
  #follow({ note, after }: Pending): void {
    this.#pending = this.#pending.slice(1);
    this.#tally.commands += 1;
    const before = this.#trajectory;
    const alone = before.told.length === after;
    const said = this.#tellStudent(note);
    law.sameCoach(before, this.#trajectory);
    if (said.accepted) {
      this.#noted.push(note);
      for (const each of this.#noted) this.#noteAgain(each);
    } else if (note.step === 'referred') {
      if (alone) throw new law.BrokenLaw('a referral that nothing crossed is refused', said.refusal);
      this.#tell(note.case, { type: 'VoidCase', on: this.#today, why: said.refusal.code });
    } else if (before.told.some(({ type, data }) => type === 'ReferredToSab' && data.case === note.case))
      throw new law.BrokenLaw('what became of a referral is refused', { note, why: said.refusal });
  }

  #noteAgain(note: NoteSab): void {
    const again = this.#decideStudent(note);
    if (again.accepted && again.events.length > 0)
      throw new law.BrokenLaw('noted again, told twice', { note, told: again.events });
  }

  #decideStudent(command: TrajectoryCommand): Said {
    const facts = factsOf({ today: this.#today, staff: staffWithSecondLine });
    return this.#rules.decideTrajectory(command, this.#trajectory, facts);
  }

  #tellStudent(command: TrajectoryCommand): Said {
    const said = this.#decideStudent(command);
    if (!said.accepted) return said;
    for (const event of said.events) {
      law.trajectoryEventKeeps(event);
      law.holdsNoContent(event);
      Tally.count(this.#tally.told, event.type);
      const id = factId(this.#trajectory.told.length + 1);
      this.#trajectory = trajectoryReadable.evolve(this.#trajectory, { ...event, id, commandId: id });
    }
    if (said.events.length > 0) Tally.count(this.#tally.accepted, command.type);
    return said;
  }

  #hold(): void {
    if (this.#pending.length === 0)
      law.oneCase(new Map([...this.#cases].map(([id, { now }]) => [id, now])), this.#trajectory);
  }
}

/** Walks one path, a step for each number, and keeps every law in view at every step. */
export const walkCases = (path: readonly number[], rules: Rules, tally: SabTally): void => {
  const walk = new Walk(rules, tally);
  for (const seed of path) walk.step(new Draws(seed, path[0]));
  walk.end();
};
