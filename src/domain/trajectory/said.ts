import { accept, type Decision, refuse } from '../../kernel/decider.ts';
import type { TrajectoryData, TrajectoryEvent } from './events.ts';
import type { TrajectoryRefusal } from './refusals.ts';

export type Said = Decision<TrajectoryEvent, TrajectoryRefusal>;

/** Whether two values of stored data say the same; an absent field says nothing. */
export const sameData = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
    sameData(left[key], right[key]),
  );
};

/** Optional fields may be given as undefined. */
type MayLack<Data> = {
  readonly [Key in keyof Data]: object extends Pick<Data, Key> ? Data[Key] | undefined : Data[Key];
};

/** A fact; fields that are not there are left out rather than stored as nothing. */
export const fact = <Type extends TrajectoryEvent['type']>(
  type: Type,
  data: MayLack<TrajectoryData[Type]>,
): TrajectoryEvent =>
  ({
    type,
    data: Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)),
  }) as TrajectoryEvent;

type Guard = TrajectoryRefusal | false | undefined;

/** The first guard that says no decides; without one the facts hold. The order of guards is the order of answers. */
export const unless = (guards: readonly Guard[], ...facts: TrajectoryEvent[]): Said => {
  for (const guard of guards) if (guard) return refuse(guard);
  return accept(...facts);
};
