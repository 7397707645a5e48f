import { addDays } from '../../src/kernel/calendar-date.ts';
import { type Happening, type Told, uuid, type Uuid } from '../../src/kernel/message.ts';
import { wrongFields } from '../../src/kernel/schema.ts';
import type { TrajectoryCommand } from '../../src/domain/trajectory/commands.ts';
import { type TrajectoryEvent, trajectoryEvents } from '../../src/domain/trajectory/events.ts';
import type { TrajectoryFacts } from '../../src/domain/trajectory/facts.ts';
import { mayAsk } from '../../src/domain/trajectory/may-ask.ts';
import type { Said } from '../../src/domain/trajectory/said.ts';
import { type ToldEvent, type Trajectory, trajectoryReadable } from '../../src/domain/trajectory/state.ts';
import { askers, nextCommand } from './arbitraries.ts';
import { deliveries } from './commands-of.ts';
import { Draws } from './draws.ts';
import { BrokenLaw, laws } from './laws.ts';
import * as at from './people.ts';

export type Decide = (command: TrajectoryCommand, now: Trajectory, facts: TrajectoryFacts) => Said;

/** How often each command was accepted, and each reason to say no was given. */
export class Tally {
  commands = 0;
  readonly accepted = new Map<string, number>();
  readonly refused = new Map<string, number>();
  readonly told = new Map<string, number>();

  static count(counts: Map<string, number>, key: string): void {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}

const numbered = (kind: string, number: number): Uuid =>
  uuid(`${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

const fold = (told: readonly ToldEvent[]): Trajectory =>
  told.reduce(trajectoryReadable.evolve, trajectoryReadable.initial);

type Kinds = readonly TrajectoryEvent['type'][];
const endOfStay: Kinds = ['PlacementCancelled', 'Left', 'Returned'];
const applications: Kinds = ['Applied', 'ApplicationWithdrawn', 'ApplicationRedirected'];

/**
 * What makes the same words a new wish: whoever applies, withdraws and applies again on one day asks for
 * something that no longer stands. Everything else that is asked late is asked again.
 */
const undoneBy: { readonly [Type in TrajectoryCommand['type']]?: Kinds } = {
  Apply: applications,
  WithdrawApplication: applications,
  RedirectApplication: applications,
  EndBuddystage: ['BuddystageStarted'],
  CancelPlacement: ['PlacedProvisionally'],
  AcceptResponsibility: ['ResponsibilityOffered'],
  DeclineResponsibility: ['ResponsibilityOffered'],
  DeclineStudent: ['PlaceOffered'],
  EnterFinalPhase: ['Switched', 'FollowOnStarted'],
  EnrolInTraining: ['TrainingCompleted', 'TrainingLeft'],
  CompleteTraining: ['TrainingEnrolled'],
  LeaveTraining: ['TrainingEnrolled'],
};

const undone = (command: TrajectoryCommand, since: readonly ToldEvent[]): boolean =>
  since.some(({ type }) => ['Corrected', ...endOfStay, ...(undoneBy[command.type] ?? [])].includes(type));

/** What is told can be stored, and reads back as itself. */
const storable = (command: TrajectoryCommand, { type, data }: Happening): void => {
  const wrong = wrongFields(trajectoryEvents[type as TrajectoryEvent['type']].fields, data, type);
  if (wrong !== undefined) throw new BrokenLaw(`not storable: ${wrong}`, command, data);
  const text = JSON.stringify(data);
  if (JSON.stringify(JSON.parse(text)) !== text)
    throw new BrokenLaw('not itself after storage', command, data);
};

interface Asked {
  readonly command: TrajectoryCommand;
  readonly length: number;
}

/** Walks one path, a command for each number, and keeps every law in view at every step. */
export const walkPath = (path: readonly number[], decide: Decide, tally: Tally): void => {
  let now = trajectoryReadable.initial;
  let log: ToldEvent[] = [];
  let today = at.d('08-20');
  const asked: Asked[] = [];

  for (const [step, seed] of path.entries()) {
    const draw = new Draws(seed, path[0]);
    today = addDays(today, draw.below(9));
    const facts = at.factsOf({
      today,
      registered: draw.chance(99),
      institution: draw.chance(90) ? at.school : at.schoolWithItsOwnLeermeter,
      deliveries,
      other: draw.chance(80) ? at.justOpened : at.merged,
    });
    const command = nextCommand(draw, now, today);
    tally.commands += 1;

    const candidates = askers(draw, command);
    const actor =
      draw.chance(95) && candidates.find((each) => mayAsk(each, command, now, facts) === undefined);
    const notYours = mayAsk(actor || { id: 'school', role: 'simulator' }, command, now, facts);
    const stranger = draw.chance(12) ? mayAsk(draw.of(candidates), command, now, facts) : undefined;
    const refusal = notYours ?? stranger;
    if (refusal) {
      Tally.count(tally.refused, refusal.code);
      continue;
    }

    const decision = decide(command, now, facts);
    if (!decision.accepted) {
      Tally.count(tally.refused, decision.refusal.code);
      continue;
    }
    const before = now;
    for (const event of decision.events) {
      storable(command, event);
      Tally.count(tally.told, event.type);
      const told: Told<TrajectoryEvent> = {
        ...event,
        id: numbered('f', log.length + 1),
        commandId: numbered('c', step),
      };
      log = [...log, told];
      now = trajectoryReadable.evolve(now, told);
    }
    if (now !== before) for (const law of laws) law({ command, before, after: now, today });

    const atOnce = decide(command, now, facts);
    if (atOnce.accepted && atOnce.events.length > 0)
      throw new BrokenLaw('asked again at once, told twice', command, atOnce.events);

    if (decision.events.length > 0) {
      Tally.count(tally.accepted, command.type);
      asked.push({ command, length: log.length });
    }
    const earlier = draw.of(asked.length > 0 ? asked : [{ command, length: log.length }]);
    if (!undone(earlier.command, log.slice(earlier.length))) {
      const late = decide(earlier.command, now, facts);
      if (late.accepted && late.events.length > 0)
        throw new BrokenLaw('asked again late, told twice', earlier.command, late.events);
    }
  }
  const again = fold(JSON.parse(JSON.stringify(log)) as ToldEvent[]);
  if (JSON.stringify(asText(again)) !== JSON.stringify(asText(now)))
    throw new BrokenLaw('the log folds to another state', { type: 'OpenTrajectory', on: today }, log);
};

/** Maps and sets in a form that can be compared. */
const asText = (state: Trajectory): unknown =>
  Object.entries(state).map(([key, value]) => [
    key,
    value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : (value as unknown),
  ]);
