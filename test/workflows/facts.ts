import type { Uuid } from '../../src/kernel/message.ts';
import type { ConversationKind, TrajectoryEvent } from '../../src/domain/trajectory/events.ts';
import { d, fact, mila } from '../support/people.ts';

export const talked = (on: string, kind: ConversationKind = 'reflection'): TrajectoryEvent =>
  fact('ConversationHeld', { on: d(on), kind, faceToFace: true, present: ['student', 'coach'] });

/** An event that never was, or was otherwise. */
export const never = (event: Uuid): TrajectoryEvent =>
  fact('Corrected', { event, never: true, why: 'verkeerd ingevoerd' });
export const otherwise = (event: Uuid, values: Readonly<Record<string, unknown>>): TrajectoryEvent =>
  fact('Corrected', { event, values, why: 'verkeerd ingevoerd' });

export const gone = (on: string): TrajectoryEvent =>
  fact('Left', { on: d(on), reason: '4', destination: { kind: 'unknown', confirmed: false } });
export const mergedOn = (on: string): TrajectoryEvent => fact('TrajectoryMerged', { on: d(on), into: mila });
export const cancelled = (on: string): TrajectoryEvent => fact('PlacementCancelled', { on: d(on) });
export const chose = (on: string, choice: 'stay' | 'switch' | 'stop'): TrajectoryEvent =>
  fact('StartProgrammeCompleted', { on: d(on), choice, reasons: 'reden' });

/** After these nothing is asked of a coach any more. */
export const endsOfGuidance = (on: string): readonly (readonly [string, TrajectoryEvent])[] => [
  ['left', gone(on)],
  ['merged', mergedOn(on)],
  ['cancelled', cancelled(on)],
];
