import type { Writing } from '../app/wiring.ts';
import { importCommand, importUsage } from './import.ts';
import { simulateCommand, simulateUsage } from './simulate.ts';
import { BadUsage, type Io } from './usage.ts';

/** A command that writes: the running service runs it, or the command line itself where none is running. */
export interface WritingCommand {
  readonly usage: string;
  readonly run: (argv: readonly string[], writing: Writing, io: Io) => Promise<number>;
}

export const writingCommands: ReadonlyMap<string, WritingCommand> = new Map([
  ['import', { usage: importUsage, run: importCommand }],
  ['simulate', { usage: simulateUsage, run: simulateCommand }],
]);

/** Exit codes: 0 done, 1 it could not be done, 2 it was asked wrongly. */
export const guarded = async (usage: string, io: Io, run: () => Promise<number>): Promise<number> => {
  try {
    return await run();
  } catch (error) {
    if (error instanceof BadUsage) {
      io.err(`${error.message}\n\n${usage}`);
      return 2;
    }
    io.err(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
};

export const runWriting = (argv: readonly string[], writing: Writing, io: Io): Promise<number> => {
  const [name = '', ...rest] = argv;
  const command = writingCommands.get(name);
  if (!command) {
    io.err(`${name}: is no command that writes\n`);
    return Promise.resolve(2);
  }
  return guarded(command.usage, io, () => command.run(rest, writing, io));
};
