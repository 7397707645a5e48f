import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { sameData, whatIsThere } from '../../kernel/data.ts';
import { accept, decideBy, type Decision, nothing, refuse } from '../../kernel/decider.ts';
import { amsterdamDate, endOfDay, startOfDay } from '../../kernel/instant.ts';
import type { Uuid } from '../../kernel/message.ts';
import type { AskedOf, Finding, Reaction, Term } from '../../kernel/workflow.ts';
import type { SchoolCalendar } from '../institution/calendar.ts';
import type { LandschapCode } from '../institution/ids.ts';
import { deputyOn, hasRole } from '../staff/state.ts';
import type { Fire, ReassignTask, SnoozeTask, WorkflowCommand } from './commands.ts';
import type { TimerKind, WorkflowData, WorkflowEvent } from './events.ts';
import type { WorkflowFacts } from './facts.ts';
import type { WorkflowRefusal } from './refusals.ts';
import { askedNow, openTask, type StepState, type Task, type WorkflowState } from './state.ts';

type Said = Decision<WorkflowEvent, WorkflowRefusal>;
type Events = readonly WorkflowEvent[];

const fact = <Type extends WorkflowEvent['type']>(type: Type, data: WorkflowData[Type]): WorkflowEvent =>
  ({ type, data }) as WorkflowEvent;

const timerSet = (step: string, kind: TimerKind, at: ReturnType<typeof startOfDay>): WorkflowEvent =>
  fact('TimerSet', { step, kind, at });

/** The end of the day on which a rung is reached: so many school days after the due date for each. */
const climbsAt = (due: CalendarDate, climbs: number, rung: number, calendar: SchoolCalendar) =>
  endOfDay(calendar.addSchoolDays(due, climbs * rung));

/** A landschap of a task is one that was defined; what a rule names it takes from the trajectory. */
const stored = ({ role, person, landschap }: AskedOf): WorkflowData['TaskMoved']['of'] =>
  whatIsThere<WorkflowData['TaskMoved']['of']>({
    role,
    person,
    landschap: landschap as LandschapCode | undefined,
  });

const asks = (
  { step, of, due, climbs, ladder, causes, does, standsStill = false }: Term,
  calendar: SchoolCalendar,
): Events => [
  fact(
    'TaskAsked',
    whatIsThere<WorkflowData['TaskAsked']>({
      step,
      of: stored(of),
      due,
      climbs,
      ladder: ladder.map(stored),
      causes: [...causes],
      does,
      standsStill: standsStill || undefined,
    }),
  ),
  ...(ladder.length > 0 && !standsStill ? [timerSet(step, 'climb', climbsAt(due, climbs, 1, calendar))] : []),
];

const moves = (task: Task, timer: StepState['timer'], term: Term, calendar: SchoolCalendar): Events => {
  const { step, due, standsStill = false } = term;
  const [of, ladder] = [stored(term.of), term.ladder.map(stored)];
  const sameLadder = sameData(task.ladder, ladder);
  if (task.due === due && task.standsStill === standsStill && sameLadder && sameData(task.of, of)) return [];
  const moved = fact(
    'TaskMoved',
    whatIsThere<WorkflowData['TaskMoved']>({
      step,
      of,
      due,
      ladder: sameLadder ? undefined : ladder,
      standsStill: standsStill || undefined,
    }),
  );
  if (standsStill || task.rung >= ladder.length) return [moved];
  const at = climbsAt(due, task.climbs, task.rung + 1, calendar);
  // What stood still may have let its timer go by.
  return timer?.at === at ? [moved] : [moved, timerSet(step, 'climb', at)];
};

/** What a term that is open changes in what is asked already. */
const opens = (
  known: StepState | undefined,
  term: Term,
  { today, calendar }: Pick<WorkflowFacts, 'today' | 'calendar'>,
): Events => {
  if (known?.over === 'withdrawn') return [];
  if (known?.task && known.over === undefined) return moves(known.task, known.timer, term, calendar);
  if (term.asksOn <= today) return asks(term, calendar);
  const at = startOfDay(term.asksOn);
  return known?.timer?.kind === 'ask' && known.timer.at === at ? [] : [timerSet(term.step, 'ask', at)];
};

const found = ({ step, rule, ruleVersion, events }: Finding): WorkflowEvent =>
  fact('SignalFound', { step, rule, ruleVersion, events: [...events] });

/** The step under which a rule looks again when nothing happens. */
const lookingAgain = 'look-again';

const looks = (now: WorkflowState, { looksAgainOn }: Reaction, today: CalendarDate): Events => {
  if (looksAgainOn === undefined || looksAgainOn <= today) return [];
  const at = startOfDay(looksAgainOn);
  return now.steps.get(lookingAgain)?.timer?.at === at ? [] : [timerSet(lookingAgain, 'look', at)];
};

/** Everything in which what is asked differs from what the rule asks by what is known now. */
const differences = (
  now: WorkflowState,
  reaction: Reaction,
  facts: Pick<WorkflowFacts, 'today' | 'calendar'>,
  cause: Uuid | undefined,
): Events => {
  const open = new Set(reaction.terms.map(({ step }) => step));
  return [
    ...reaction.terms.flatMap((term) => opens(now.steps.get(term.step), term, facts)),
    ...[...now.steps].flatMap(([step, { task, over }]) =>
      task && over === undefined && !open.has(step)
        ? [fact('TaskEnded', whatIsThere<WorkflowData['TaskEnded']>({ step, cause }))]
        : [],
    ),
    ...reaction.findings.filter(({ step }) => !now.found.has(step)).map(found),
    ...looks(now, reaction, facts.today),
  ];
};

const begun = (now: WorkflowState, version: number, events: Events): Said =>
  events.length === 0
    ? nothing
    : accept(...(now.version === undefined ? [fact('WorkflowBegun', { version })] : []), ...events);

const climb = ({ step, ladder, of }: Term, task: Task, { calendar, staff, today }: WorkflowFacts): Events => {
  const rung = task.rung + 1;
  const to = ladder[task.rung];
  if (!to) return [];
  const asked = askedNow({ reassignedTo: task.reassignedTo, of });
  const shouldHaveActed = (task.rung === 0 ? asked : ladder[task.rung - 1]) ?? to;
  const absent = shouldHaveActed.person === undefined ? undefined : staff.get(shouldHaveActed.person);
  return [
    fact(
      'TaskEscalated',
      whatIsThere<WorkflowData['TaskEscalated']>({
        step,
        rung,
        to: stored(to),
        shouldHaveActed: stored(shouldHaveActed),
        deputy: absent && deputyOn(absent, today),
      }),
    ),
    ...(ladder.length > rung
      ? [timerSet(step, 'climb', climbsAt(task.due, task.climbs, rung + 1, calendar))]
      : []),
  ];
};

type Ignored = WorkflowData['TimerIgnored']['why'];

/** Whether this is what came of the timer: asked, moved on, or over. */
const answers = ({ type, data }: WorkflowEvent, step: string): boolean =>
  (type === 'TaskAsked' || type === 'TimerSet' || type === 'TaskEnded') && data.step === step;

/**
 * A timer never acts before its time, and what it finds undone by then is what counts: also what nobody told, as
 * another calendar, or somebody who left.
 */
const fire = ({ step, at }: Fire, now: WorkflowState, facts: WorkflowFacts): Events => {
  const ignored = (why: Ignored): WorkflowEvent => fact('TimerIgnored', { step, at, why });
  const known = now.steps.get(step);
  if (known?.timer?.at !== at) return [ignored(known?.over === undefined ? 'moved' : 'ended')];
  const came = differences(now, facts.reaction, facts, undefined);
  if (came.some((event) => answers(event, step))) return came;
  const term = facts.reaction.terms.find((each) => each.step === step);
  if (known.timer.kind !== 'climb' || !term || !known.task)
    return [...came, ignored(came.length > 0 ? 'nothingMore' : 'nothingToAsk')];
  if (term.standsStill === true) return [...came, ignored('standsStill')];
  const climbed = climb(term, known.task, facts);
  return [...came, ...(climbed.length > 0 ? climbed : [ignored('topOfLadder')])];
};

const notOpen = (task: Uuid): Said => refuse({ code: 'TaskNotOpen', task });

/** How far ahead something may be put off. */
const longestFollowUp = 60;

const snooze = ({ task: id, until }: SnoozeTask, now: WorkflowState, { today }: WorkflowFacts): Said => {
  const found = openTask(now, id);
  if (!found) return notOpen(id);
  if (found.task.snoozedUntil === until) return nothing;
  const [from, to] = [addDays(today, 1), addDays(today, longestFollowUp)];
  return until < from || until > to
    ? refuse({ code: 'InvalidFollowUp', until, from, to })
    : accept(fact('TaskSnoozed', { step: found.step, until }));
};

const reassign = (
  { task: id, to }: ReassignTask,
  now: WorkflowState,
  { staff, today }: WorkflowFacts,
): Said => {
  const found = openTask(now, id);
  if (!found) return notOpen(id);
  if (sameData(found.task.reassignedTo, stored(to))) return nothing;
  if (to.person !== undefined) {
    const who = staff.get(to.person);
    if (!who?.registered) return refuse({ code: 'UnknownStaff', staff: to.person });
    if (!hasRole(who, to.role, today, to.landschap as LandschapCode | undefined))
      return refuse({
        code: 'LacksRole',
        staff: to.person,
        role: to.role,
        ...(to.landschap !== undefined && { landschap: to.landschap }),
      });
  }
  return accept(fact('TaskReassigned', { step: found.step, to: stored(to) }));
};

export interface Claiming {
  readonly by: Uuid;
}

export const decideWorkflow = (
  command: WorkflowCommand,
  now: WorkflowState,
  facts: WorkflowFacts & Claiming,
): Said => decide(command, now, facts);

const decide = decideBy<
  WorkflowCommand,
  WorkflowState,
  WorkflowFacts & Claiming,
  WorkflowEvent,
  WorkflowRefusal
>({
  Hear: ({ cause }, now, facts) => begun(now, facts.version, differences(now, facts.reaction, facts, cause)),

  // Before its time it is nobody's; asked again in time it is answered then.
  Fire: (command, now, facts) =>
    amsterdamDate(command.at) > facts.today ? nothing : begun(now, facts.version, fire(command, now, facts)),

  Migrate: (_, now, { latest, ...facts }) =>
    now.version === undefined || now.version === latest.version
      ? nothing
      : accept(
          fact('WorkflowMigrated', { version: latest.version }),
          ...differences(now, latest.reaction, facts, undefined),
        ),

  ClaimTask: ({ task: id }, now, { by }) => {
    const open = openTask(now, id);
    if (!open) return notOpen(id);
    const { claimedBy } = open.task;
    if (claimedBy === by) return nothing;
    return claimedBy === undefined
      ? accept(fact('TaskClaimed', { step: open.step, by }))
      : refuse({ code: 'AlreadyClaimed', task: id, by: claimedBy });
  },

  ReassignTask: reassign,
  SnoozeTask: snooze,

  WithdrawTask: ({ task: id, why }, now) => {
    const open = openTask(now, id);
    return open ? accept(fact('TaskWithdrawn', { step: open.step, why })) : notOpen(id);
  },
});
