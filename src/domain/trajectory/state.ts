import { sameData } from '../../kernel/data.ts';
import type { Told, Uuid } from '../../kernel/message.ts';
import type { Readable } from '../../kernel/subject.ts';
import { type TrajectoryData, type TrajectoryEvent, trajectoryEvents } from './events.ts';
import { type Path, startOfPath, walk } from './path.ts';

export type {
  Application,
  Path,
  Placement,
  Responsible,
  Scoutgesprek,
  StartProgramme,
  Switch,
} from './path.ts';

export type ToldEvent = Told<TrajectoryEvent>;
export type Correction = TrajectoryData['Corrected'];

/** The path, with the facts that it was folded from. */
export interface Trajectory extends Path {
  /** As it was recorded, corrections among the facts. */
  readonly told: readonly ToldEvent[];
  /** As it is known now: with the values of corrections, without what never was. */
  readonly history: readonly ToldEvent[];
  /** The last correction of each event: it alone counts. */
  readonly corrections: ReadonlyMap<Uuid, Correction>;
}

const initial: Trajectory = { ...startOfPath, told: [], history: [], corrections: new Map() };

const asCorrected = (event: ToldEvent, correction: Correction | undefined): ToldEvent =>
  correction?.values ? ({ ...event, data: { ...event.data, ...correction.values } } as ToldEvent) : event;

/** The facts as they are known with these corrections, in the order in which they were told. */
export const knownHistory = (
  told: readonly ToldEvent[],
  corrections: ReadonlyMap<Uuid, Correction>,
): readonly ToldEvent[] =>
  told
    .filter(({ id, type }) => type !== 'Corrected' && corrections.get(id)?.never !== true)
    .map((event) => asCorrected(event, corrections.get(event.id)));

const evolve = (now: Trajectory, event: ToldEvent): Trajectory => {
  const told = [...now.told, event];
  if (event.type !== 'Corrected')
    return { ...walk(now, event), told, history: [...now.history, event], corrections: now.corrections };
  const corrections = new Map(now.corrections).set(event.data.event, event.data);
  const history = knownHistory(told, corrections);
  return { ...history.reduce<Path>(walk, startOfPath), told, history, corrections };
};

export const trajectoryReadable: Readable<Trajectory, TrajectoryEvent> = {
  initial,
  evolve,
  events: trajectoryEvents,
};

type Part<Type extends keyof TrajectoryData> = {
  readonly [Key in keyof TrajectoryData[Type]]?: TrajectoryData[Type][Key] | undefined;
};

/** Whether an event says this; asked of the whole history of a student for every command. */
const saying = <Type extends keyof TrajectoryData>(
  type: Type,
  data: Part<Type>,
): ((event: ToldEvent) => boolean) => {
  const fields = Object.entries(data);
  return (event) =>
    event.type === type &&
    fields.every(([key, value]) => sameData((event.data as Readonly<Record<string, unknown>>)[key], value));
};

/** Whether this fact is in the history already: told again, it is no second fact. */
export const isTold = <Type extends keyof TrajectoryData>(
  { history }: Trajectory,
  type: Type,
  data: Part<Type>,
): boolean => history.some(saying(type, data));

const endsStay: readonly TrajectoryEvent['type'][] = ['PlacementCancelled', 'Left', 'Returned'];

/** The same, of the present placement only: after a cancellation or a return the same day may come again. */
export const isToldHere = <Type extends keyof TrajectoryData>(
  { history }: Trajectory,
  type: Type,
  data: Part<Type>,
): boolean => {
  const since = history.findLastIndex((event) => endsStay.includes(event.type));
  return history.slice(since + 1).some(saying(type, data));
};
