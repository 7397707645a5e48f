import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import { uuid, type Uuid } from '../../../src/kernel/message.ts';
import type { TrajectoryCommand } from '../../../src/domain/trajectory/commands.ts';
import type { Trajectory } from '../../../src/domain/trajectory/state.ts';
import type { Draws } from '../draws.ts';

/** Makes a command with what this trajectory makes likely. */
export type Maker = (draw: Draws, now: Trajectory, on: CalendarDate) => TrajectoryCommand;
export type MakersOf<Command extends TrajectoryCommand> = { readonly [Type in Command['type']]: Maker };

export const words = ['een', 'twee'];

/** A few ids of one kind (two digits): few enough that two commands often mean the same thing. */
export const ids = (kind: string, howMany: number): readonly Uuid[] =>
  Array.from({ length: howMany }, (_, index) =>
    uuid(`${kind}000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`),
  );
