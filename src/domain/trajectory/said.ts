import { type MayLack, whatIsThere } from '../../kernel/data.ts';
import { accept, type Decision, refuse } from '../../kernel/decider.ts';
import type { TrajectoryData, TrajectoryEvent } from './events.ts';
import type { TrajectoryRefusal } from './refusals.ts';

export type Said = Decision<TrajectoryEvent, TrajectoryRefusal>;

/** A fact; fields that are not there are left out rather than stored as nothing. */
export const fact = <Type extends TrajectoryEvent['type']>(
  type: Type,
  data: MayLack<TrajectoryData[Type]>,
): TrajectoryEvent => ({ type, data: whatIsThere(data) }) as TrajectoryEvent;

type Guard = TrajectoryRefusal | false | undefined;

/** The first guard that says no decides; without one the facts hold. The order of guards is the order of answers. */
export const unless = (guards: readonly Guard[], ...facts: TrajectoryEvent[]): Said => {
  for (const guard of guards) if (guard) return refuse(guard);
  return accept(...facts);
};
