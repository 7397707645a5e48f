import type { Config } from '../app/config.ts';
import type { Place } from '../app/log-place.ts';
import { askService } from '../app/operator-socket.ts';
import type { ReadModels } from '../app/read-models.ts';
import { type Background, openBackground } from '../app/open-background.ts';
import { Rebuilds } from '../app/rebuilds.ts';
import {
  isDemoUnfinished,
  openWriting,
  readModelsOf,
  systemClock,
  systemMonotonic,
  systemRandom,
  type Writing,
} from '../app/wiring.ts';
import type { Jobs } from '../ports/jobs.ts';
import type { SealQuestion } from '../app/sealing/make.ts';
import { sealedPapers } from '../app/papers/sealed.ts';
import { type Sealed, sealBundle } from '../app/sealing/seal.ts';
import { LogReader } from '../app/figures/log-reader.ts';
import { version } from '../app/version.ts';
import { openWorkflows } from '../app/workflows/open.ts';
import type { RunningWorkflows } from '../app/workflows/running.ts';
import { exportMining, exportUsage } from './mining.ts';
import { outcomesUsage, reportOutcomes } from './outcomes.ts';
import { events, eventsUsage } from './events.ts';
import {
  bridgeUsage,
  compareUsage,
  evidenceUsage,
  nearUsage,
  reconciliationUsage,
  reportBridge,
  reportCompare,
  reportEvidence,
  reportNear,
  reportReconciliation,
  reportWhy,
  whyUsage,
} from './inspection.ts';
import { institutionExport, institutionUsage } from './institution.ts';
import { BadUsage, type Io, type Terminal } from './usage.ts';
import { mustBeThere } from './reading.ts';
import { verify, verifyUsage } from './verify.ts';
import { report, reportUsage } from './report.ts';
import { rehearseUsage, workflowsRehearse } from './rehearse.ts';
import {
  type AskedFor,
  commandIn,
  type FillingCommand,
  fillingCommands,
  guarded,
  type Operating,
  runWriting,
  type WritingCommand,
  writingCommands,
} from './writing.ts';

/** Read models of the largest log there is are caught up well within it. */
const longestCatchUp = 3_600_000;

interface ReadingCommand {
  readonly usage: string;
  readonly run: (argv: readonly string[], place: Place, io: Io) => Promise<number>;
}

const readingCommands: ReadonlyMap<string, ReadingCommand> = new Map([
  ['report', { usage: reportUsage, run: report }],
  ['report why', { usage: whyUsage, run: reportWhy }],
  ['report near', { usage: nearUsage, run: reportNear }],
  ['report reconciliation', { usage: reconciliationUsage, run: reportReconciliation }],
  ['report compare', { usage: compareUsage, run: reportCompare }],
  ['report evidence', { usage: evidenceUsage, run: reportEvidence }],
  ['report outcomes', { usage: outcomesUsage, run: reportOutcomes }],
  ['report bridge', { usage: bridgeUsage, run: reportBridge }],
  ['export', { usage: exportUsage, run: exportMining }],
  ['verify', { usage: verifyUsage, run: verify }],
  ['events', { usage: eventsUsage, run: events }],
  ['institution', { usage: institutionUsage, run: institutionExport }],
  ['workflows rehearse', { usage: rehearseUsage, run: workflowsRehearse }],
]);

const serveUsage = `wissel serve

  Runs the service on the log in WISSEL_DATA until it is told to stop (SIGTERM, SIGINT). Loads no demo school.
`;

const usages = (): string =>
  [
    ...new Set([
      serveUsage,
      ...[...readingCommands, ...fillingCommands, ...writingCommands].map(([, { usage }]) => usage),
    ]),
  ]
    .map((usage) => `  ${usage.split('\n')[0] ?? ''}`)
    .join('\n');

const overview =
  (): string => `wissel COMMAND … — the whole path of a student as events, and the figures that rest on them

${usages()}

  wissel COMMAND --help says more. Settings: WISSEL_DATA (folder, default ./data), WISSEL_PORT (default 3000).
  The answer is on standard output, everything else on standard error. Exit codes: 0 done, 1 it could not be
  done, 2 it was asked wrongly.
`;

type Asked =
  | { readonly reading: AskedFor<ReadingCommand> }
  | { readonly filling: AskedFor<FillingCommand> }
  | { readonly writing: WritingCommand };

/** What the words ask for: two words say more than one. */
const commandFor = (argv: readonly string[]): Asked | undefined => {
  for (const words of [2, 1]) {
    const reading = commandIn(readingCommands, argv, words);
    const filling = commandIn(fillingCommands, argv, words);
    const writing = commandIn(writingCommands, argv, words);
    if (writing) return { writing: writing.command };
    if (filling) return { filling };
    if (reading) return { reading };
  }
  return undefined;
};

const asksHelp = (argv: readonly string[]): boolean => {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).some((each) => each === '--help' || each === '-h');
};

/** Without a service the command line holds the lock itself, as a service would. */
const runAlone = async (
  config: Config,
  io: Io,
  run: (operating: Operating) => Promise<number>,
): Promise<number> => {
  let failed: string | undefined;
  let writing: Promise<Writing> | undefined;
  let views: ReadModels | undefined;
  let running: RunningWorkflows | undefined;
  let background: Promise<Background> | undefined;
  const open = async (): Promise<Writing> => {
    if (isDemoUnfinished(config.place))
      throw new BadUsage(
        `In ${config.place.folder} a demo school was broken off, which the next npm start throws away with all that is there; set WISSEL_DATA to another folder`,
      );
    return (writing ??= openWriting(config.place, {
      onFatal: (error) => {
        failed = error.message;
      },
    }));
  };
  const readModels = async (): Promise<ReadModels> => {
    const log = await open();
    views = readModelsOf(log, (error) => io.err(`${error.message}\n`));
    await views.start();
    const head = await log.store.head();
    if (head !== undefined) await views.waitFor(head, longestCatchUp);
    return views;
  };
  const workflows = async (): Promise<RunningWorkflows> =>
    (running = await openWorkflows(await open(), await readModels(), {
      monotonic: systemMonotonic,
      onFault: (error) => io.err(`${String(error)}\n`),
      onClockJump: () => undefined,
      leaseLasts: longestCatchUp,
    }));
  const jobs = async (): Promise<Jobs> => {
    background ??= openBackground(config, systemClock, {
      warn: (...told: readonly unknown[]) => io.err(`${String(told.at(-1))}\n`),
      error: (...told: readonly unknown[]) => io.err(`${String(told.at(-1))}\n`),
    });
    return (await background).jobs;
  };
  const rebuilds = async (): Promise<Rebuilds> =>
    new Rebuilds(await jobs(), views ?? (await readModels()), systemRandom);
  const seal = async (question: SealQuestion): Promise<Sealed> => {
    mustBeThere(config.place);
    const { store, hashing } = await open();
    return sealBundle(
      { reader: new LogReader(store), log: store, hashing, version, papers: sealedPapers },
      question,
    );
  };
  const exit = await run({ writing: open, readModels, workflows, jobs, rebuilds, seal });
  await background?.then(
    ({ jobs: opened }) => opened.close(),
    () => undefined,
  );
  await running?.stop();
  await views?.stop();
  await writing?.then(
    (log) => log.close(),
    () => undefined,
  );
  if (failed !== undefined) io.err(`${failed}\n`);
  return failed === undefined ? exit : 1;
};

export interface Program {
  readonly config: () => Config;
  readonly serve: (config: Config) => Promise<number>;
  readonly version: string;
}

export const runProgram = async (
  argv: readonly string[],
  io: Terminal,
  program: Program,
): Promise<number> => {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    await io.out(overview());
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    await io.out(`${program.version}\n`);
    return 0;
  }
  const asked = commandFor(argv);
  const reading = asked && 'reading' in asked ? asked.reading : undefined;
  const filling = asked && 'filling' in asked ? asked.filling : undefined;
  const writing = asked && 'writing' in asked ? asked.writing : undefined;
  const usage = name === 'serve' ? serveUsage : (reading?.command ?? filling?.command ?? writing)?.usage;
  if (usage === undefined) {
    io.err(`${name}: is no command\n\n${overview()}`);
    return 2;
  }
  if (asksHelp(rest)) {
    await io.out(usage);
    return 0;
  }
  return guarded(usage, io, async () => {
    const config = program.config();
    const { place } = config;
    if (reading) return reading.command.run(reading.rest, place, io);
    if (filling)
      return runAlone(config, io, (operating) =>
        guarded(filling.command.usage, io, () => filling.command.run(filling.rest, operating.writing, io)),
      );
    if (writing)
      return (
        (await askService(place.folder, argv, io)) ??
        runAlone(config, io, (operating) => runWriting(argv, operating, io))
      );
    if (rest.length > 0) io.err(`serve takes no arguments; ${rest.join(' ')} is ignored\n`);
    return program.serve(config);
  });
};
