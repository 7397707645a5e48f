import { WrongSettings } from '../app/config.ts';
import type { ReadModels } from '../app/read-models.ts';
import type { RunningWorkflows } from '../app/workflows/running.ts';
import type { Rebuilds } from '../app/rebuilds.ts';
import type { Writing } from '../app/wiring.ts';
import type { Jobs } from '../ports/jobs.ts';
import { eventsImport, eventsImportUsage } from './events-import.ts';
import { importCommand, importUsage } from './import.ts';
import { importVsvCommand, importVsvUsage } from './import-vsv.ts';
import { jobsCommand, jobsUsage } from './jobs.ts';
import { institutionImport, institutionImportUsage } from './institution-import.ts';
import { projectionsCommand, projectionsUsage, rebuildCommand, rebuildUsage } from './projections.ts';
import { sealCommand, type SealingTools, sealUsage } from './seal.ts';
import { simulateCommand, simulateUsage } from './simulate.ts';
import { BadUsage, type Io, type Terminal } from './usage.ts';
import { workflowsCommand, workflowsMigrate, workflowsUsage } from './workflows.ts';

/** What a command that writes works with. */
export interface Operating {
  /** The log; opened when first asked for, so that what is asked wrongly leaves nothing behind. */
  readonly writing: () => Promise<Writing>;
  /** The workflows: those that run, or where no service runs them, as they stand. */
  readonly workflows: () => Promise<RunningWorkflows>;
  /** The read models, caught up; started when first asked for where no service keeps them. */
  readonly readModels: () => Promise<ReadModels>;
  readonly jobs: () => Promise<Jobs>;
  readonly rebuilds: () => Promise<Rebuilds>;
  /** Makes a sealed bundle, where reading the log keeps nobody waiting. */
  readonly seal: SealingTools['seal'];
}

/** A command that writes: the running service runs it, or the command line itself where none is running. */
export interface WritingCommand {
  readonly usage: string;
  readonly run: (argv: readonly string[], operating: Operating, io: Io) => Promise<number>;
}

export const writingCommands: ReadonlyMap<string, WritingCommand> = new Map<string, WritingCommand>([
  ['import', { usage: importUsage, run: (argv, { writing }, io) => importCommand(argv, writing, io) }],
  [
    'import vsv',
    { usage: importVsvUsage, run: (argv, { writing }, io) => importVsvCommand(argv, writing, io) },
  ],
  [
    'institution import',
    {
      usage: institutionImportUsage,
      run: (argv, { writing }, io) => institutionImport(argv, writing, io),
    },
  ],
  ['simulate', { usage: simulateUsage, run: (argv, { writing }, io) => simulateCommand(argv, writing, io) }],
  ['seal', { usage: sealUsage, run: (argv, operating, io) => sealCommand(argv, operating, io) }],
  [
    'projections',
    {
      usage: projectionsUsage,
      run: async (argv, { readModels }, io) => projectionsCommand(argv, await readModels(), io),
    },
  ],
  [
    'rebuild',
    {
      usage: rebuildUsage,
      run: async (argv, { readModels, rebuilds }, io) =>
        rebuildCommand(argv, await readModels(), rebuilds, io),
    },
  ],
  ['jobs', { usage: jobsUsage, run: async (argv, { jobs }, io) => jobsCommand(argv, await jobs(), io) }],
  [
    'workflows',
    { usage: workflowsUsage, run: (argv, operating, io) => workflowsCommand(argv, operating.workflows, io) },
  ],
  [
    'workflows migrate',
    { usage: workflowsUsage, run: (argv, { writing }, io) => workflowsMigrate(argv, writing, io) },
  ],
]);

/** A command that fills a store: only where no service runs, for what that writes would come in between. */
export interface FillingCommand {
  readonly usage: string;
  readonly run: (argv: readonly string[], open: Operating['writing'], io: Terminal) => Promise<number>;
}

export const fillingCommands: ReadonlyMap<string, FillingCommand> = new Map([
  ['events import', { usage: eventsImportUsage, run: eventsImport }],
]);

export interface AskedFor<Command> {
  readonly command: Command;
  /** The words that are for it. */
  readonly rest: readonly string[];
}

/** The command of these that so many words ask for. */
export const commandIn = <Command>(
  commands: ReadonlyMap<string, Command>,
  argv: readonly string[],
  words: number,
): AskedFor<Command> | undefined => {
  const command = commands.get(argv.slice(0, words).join(' '));
  return command && { command, rest: argv.slice(words) };
};

/** By two words or by one. */
const writingCommandIn = (argv: readonly string[]): AskedFor<WritingCommand> | undefined =>
  commandIn(writingCommands, argv, 2) ?? commandIn(writingCommands, argv, 1);

/** Exit codes: 0 done, 1 it could not be done, 2 it was asked wrongly. */
export const guarded = async (usage: string, io: Io, run: () => Promise<number>): Promise<number> => {
  try {
    return await run();
  } catch (error) {
    if (error instanceof BadUsage) {
      io.err(`${error.message}\n\n${usage}`);
      return 2;
    }
    if (error instanceof WrongSettings) {
      io.err(`${error.message}\n`);
      return 2;
    }
    io.err(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
};

export const runWriting = (argv: readonly string[], operating: Operating, io: Io): Promise<number> => {
  const asked = writingCommandIn(argv);
  if (!asked) {
    io.err(`${argv[0] ?? ''}: is no command that writes\n`);
    return Promise.resolve(2);
  }
  const { command, rest } = asked;
  return guarded(command.usage, io, () => command.run(rest, operating, io));
};
