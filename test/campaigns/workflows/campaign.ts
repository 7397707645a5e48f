import { createHash } from 'node:crypto';
import { workflowKeyOf } from '../../../src/domain/workflow/ids.ts';
import type { Recorded } from '../../../src/kernel/message.ts';
import { type Findings, findingsIn } from './findings.ts';
import { expectedOf } from './oracle.ts';
import { type Playing, playSchool } from './played-school.ts';

export interface Result extends Playing {
  readonly events: number;
  readonly tasks: number;
  readonly escalations: number;
  readonly signals: number;
  readonly crashes: number;
  /** Of everything that the workflows wrote, to the byte. */
  readonly trace: string;
  readonly parked: readonly string[];
  readonly stuck: readonly string[];
  readonly findings: Findings;
}

const traceOf = (events: readonly Recorded[]): string => {
  const hash = createHash('sha256');
  for (const { position: _, ...event } of events)
    if (event.meta.source === 'workflow') hash.update(`${JSON.stringify(event)}\n`);
  return hash.digest('hex');
};

export const playAndCheck = async (playing: Playing): Promise<Result> => {
  const { store, looks, crashes, parked, stuck } = await playSchool(playing);
  const events = await store.readAll(undefined, Number.MAX_SAFE_INTEGER);
  const count = (type: string): number =>
    events.reduce((sum, each) => (each.type === type && workflowKeyOf(each.stream) ? sum + 1 : sum), 0);
  return {
    ...playing,
    events: events.length,
    tasks: count('TaskAsked'),
    escalations: count('TaskEscalated'),
    signals: count('SignalFound'),
    crashes,
    trace: traceOf(events),
    parked,
    stuck,
    findings: findingsIn(events, await expectedOf(events, looks)),
  };
};

export const faultsIn = ({ findings, parked, stuck }: Result): number =>
  [...Object.values<readonly string[]>({ ...findings }), parked, stuck].flat().length;
