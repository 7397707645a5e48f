import { workflowKeyOf } from '../../../src/domain/workflow/ids.ts';
import type { WorkflowData } from '../../../src/domain/workflow/events.ts';
import { daysBetween } from '../../../src/kernel/calendar-date.ts';
import { amsterdamDate } from '../../../src/kernel/instant.ts';
import type { Recorded } from '../../../src/kernel/message.ts';
import { asked, ended, escalated, found, type Happening, moved } from './happenings.ts';

/** What is wrong with what the workflows of a school did. */
export interface Findings {
  /** It should have happened on that day and did not. */
  readonly missed: readonly string[];
  /** It happened and should not have, not on that day, or not again. */
  readonly unasked: readonly string[];
  /** Two commands came of one cause. */
  readonly doneTwice: readonly string[];
  /** A timer acted before its time. */
  readonly early: readonly string[];
  /** A signal that the trajectory holds otherwise than once. */
  readonly signals: readonly string[];
}

/** A stretch is held back so long at most; who left meanwhile has no use for the signal. */
const longestHeldBack = 10;

const happeningOf = ({ type, data, meta }: Recorded): Happening | undefined => {
  const on = amsterdamDate(meta.recordedAt);
  switch (type as keyof WorkflowData) {
    case 'TaskAsked':
      return asked(on, data as WorkflowData['TaskAsked']);
    case 'TaskMoved':
      return moved(on, data as WorkflowData['TaskMoved']);
    case 'TaskEnded':
      return ended(on, (data as WorkflowData['TaskEnded']).step);
    case 'TaskEscalated': {
      const { step, rung, to, shouldHaveActed, deputy } = data as WorkflowData['TaskEscalated'];
      return escalated(on, step, rung, to, shouldHaveActed, deputy);
    }
    case 'SignalFound':
      return found(on, data as WorkflowData['SignalFound']);
    case 'WorkflowBegun':
    case 'TimerSet':
    case 'TimerIgnored':
      return undefined;
    default:
      return `${on} ${type}`;
  }
};

/** What the first has more often than the second. */
const moreIn = (one: readonly string[], other: readonly string[]): readonly string[] => {
  const left = new Map<string, number>();
  for (const each of other) left.set(each, (left.get(each) ?? 0) + 1);
  return one.filter((each) => {
    const there = left.get(each) ?? 0;
    left.set(each, there - 1);
    return there <= 0;
  });
};

const isGoneSince = (signal: Recorded, gone: readonly Recorded[]): boolean =>
  gone.some(
    ({ position, meta }) =>
      position > signal.position &&
      daysBetween(amsterdamDate(signal.meta.recordedAt), amsterdamDate(meta.recordedAt)) <= longestHeldBack,
  );

export const findingsIn = (
  events: readonly Recorded[],
  expected: ReadonlyMap<string, readonly Happening[]>,
): Findings => {
  const happened = new Map<string, Happening[]>();
  const commandOf = new Map<string, string>();
  const timers = new Map<string, string>();
  const signalled = { found: new Map<string, Recorded>(), told: [] as string[] };
  const gone = new Map<string, Recorded[]>();
  const doneTwice: string[] = [];
  const early: string[] = [];
  for (const event of events) {
    const { stream, type, data, meta, id } = event;
    if (type === 'Left' || type === 'TrajectoryMerged')
      gone.set(stream, [...(gone.get(stream) ?? []), event]);
    if (meta.source !== 'workflow') continue;
    const cause = `${stream} after ${meta.causationId}`;
    const before = commandOf.get(cause) ?? meta.commandId;
    if (before !== meta.commandId) doneTwice.push(cause);
    commandOf.set(cause, before);
    if (type === 'SignalRaised') signalled.told.push((data as { readonly signal: string }).signal);
    if (!workflowKeyOf(stream)) continue;
    const at = timers.get(meta.causationId);
    if (at !== undefined && meta.recordedAt < at)
      early.push(`${stream} ${type} at ${meta.recordedAt}, not ${at}`);
    if (type === 'TimerSet') timers.set(id, (data as WorkflowData['TimerSet']).at);
    if (type === 'SignalFound') signalled.found.set(id, event);
    const shown = happeningOf(event);
    if (shown === undefined) continue;
    const known = happened.get(stream);
    if (known) known.push(shown);
    else happened.set(stream, [shown]);
  }
  const streams = new Set([...happened.keys(), ...expected.keys()]);
  const compared = (one: typeof expected, other: typeof expected): readonly string[] =>
    [...streams].flatMap((stream) =>
      moreIn(one.get(stream) ?? [], other.get(stream) ?? []).map((each) => `${stream}: ${each}`),
    );
  return {
    missed: compared(expected, happened),
    unasked: compared(happened, expected),
    doneTwice,
    early,
    signals: [
      ...moreIn([...signalled.found.keys()], signalled.told).filter((id) => {
        const signal = signalled.found.get(id);
        return !signal || !isGoneSince(signal, gone.get(`trajectory-${signal.stream.slice(-36)}`) ?? []);
      }),
      ...moreIn(signalled.told, [...signalled.found.keys()]),
    ],
  };
};
