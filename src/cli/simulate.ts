import { createWriteStream, mkdirSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { developmentHashing, engineOver, seededRandom, systemClock, type Writing } from '../app/wiring.ts';
import { workflowsBeside } from '../app/workflows/beside.ts';
import { amsterdamDate } from '../kernel/instant.ts';
import {
  simulate,
  type Simulated,
  type SimulationPlan,
  type SimulationProgress,
  whyNot,
} from '../simulation/simulate.ts';
import { registerFiles } from '../simulation/files/register-files.ts';
import type { EventStore } from '../ports/event-store.ts';
import { BadUsage, day, type Io, parsed, wholeNumber } from './usage.ts';

export const simulateUsage = `wissel simulate --students N --years Y --seed S [--until DATE] [--workflows] [--out DIR] [--json]

  Makes a school through the real deciders, into an empty store; simulated time is the recorded time.
  --students N   enrolled on each 1 October
  --years Y      school years of which both peildata have been reached by --until
  --seed S       any text: the same arguments give the same bytes
  --until DATE   nothing is recorded on or after this day (default: today)
  --workflows    let the workflows run beside it, day by day: tasks, escalations and signals with a history
  --out DIR      also write what the register would say: an RO file and NRSP and NenR files, with the truth beside them
`;

/** A school into this store, which must be empty and is written by nobody else meanwhile. */
export const simulateInto = (
  writing: Pick<Writing, 'store'>,
  plan: SimulationPlan,
  onProgress: (progress: SimulationProgress) => void,
  { workflows = false }: { readonly workflows?: boolean } = {},
): Promise<Simulated> =>
  simulate(
    {
      store: writing.store,
      // Made-up people have made-up numbers: their keys are the announced ones, so that every store gets the same.
      hashing: developmentHashing,
      randomOf: seededRandom,
      engineWith: ({ store, clock }) => engineOver(store, clock, developmentHashing),
      ...(workflows && { besideOf: workflowsBeside }),
    },
    plan,
    onProgress,
  );

const outFolder = (given: string, cwd: string): string => {
  const folder = resolve(cwd, given);
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new BadUsage(`--out: ${given} is no folder and cannot be made one`);
  }
  return folder;
};

/** A register ends its lines as in Windows. */
const linesIn = function* (name: string, lines: Iterable<string>): Generator<string> {
  const end = name.endsWith('.csv') ? '\r\n' : '\n';
  for (const line of lines) yield `${line}${end}`;
};

/** Each file stands under its name only when it is whole. */
const writeFiles = async (folder: string, made: Simulated, store: EventStore): Promise<readonly string[]> => {
  const written: string[] = [];
  for await (const { name, lines } of registerFiles(made, store)) {
    const path = join(folder, name);
    await pipeline(Readable.from(linesIn(name, lines)), createWriteStream(`${path}.unfinished`));
    renameSync(`${path}.unfinished`, path);
    written.push(path);
  }
  return written;
};

export const simulateCommand = async (
  argv: readonly string[],
  open: () => Promise<Writing>,
  io: Io,
): Promise<number> => {
  const text = { type: 'string' } as const;
  const { values } = parsed(argv, {
    students: text,
    years: text,
    seed: text,
    until: text,
    out: text,
    json: { type: 'boolean' },
    workflows: { type: 'boolean' },
  });
  const { students, years, seed } = values;
  const missing = Object.entries({ students, years, seed }).flatMap(([name, value]) =>
    value === undefined || value === '' ? [`--${name}`] : [],
  );
  if (students === undefined || years === undefined || seed === undefined || missing.length > 0)
    throw new BadUsage(`simulate: ${missing.join(', ')} missing`);
  const today = amsterdamDate(systemClock.now());
  const plan: SimulationPlan = {
    students: wholeNumber('--students', students, 1, 100_000),
    years: wholeNumber('--years', years, 1, 20),
    seed,
    until: values.until === undefined ? today : day('--until', values.until),
  };
  const folder = values.out === undefined ? undefined : outFolder(values.out, io.cwd);
  const writing = await open();
  const refusal = await whyNot(writing.store, plan, today);
  if (refusal?.code === 'StoreNotEmpty')
    throw new BadUsage(
      `simulate: the store is not empty; set ${writing.place.log.kind === 'file' ? 'WISSEL_DATA to an empty folder' : 'EVENTSTORE_URL to an empty one'}`,
    );
  if (refusal?.code === 'UntilAhead')
    throw new BadUsage(`--until: ${refusal.until} is after today, ${refusal.today}`);
  if (refusal) throw new BadUsage(`--${refusal.what}: give ${refusal.allowed}`);

  let told = 0;
  const made = await writing.alone(() =>
    simulateInto(
      writing,
      plan,
      ({ day: reached, events, share }) => {
        const percent = Math.floor(share * 100);
        if (percent < told + 5) return;
        told = percent;
        io.err(`${percent} %: ${reached}, ${events} events\n`);
      },
      { workflows: values.workflows === true },
    ),
  );
  const files = folder === undefined ? [] : await writeFiles(folder, made, writing.store);
  const answer = {
    students: plan.students,
    years: plan.years,
    seed: plan.seed,
    until: plan.until,
    peildata: made.peildataYears.map((year) => `${year}-10-01`),
    persons: made.lives.length,
    commands: made.commands,
    events: made.events,
    files,
  };
  await io.out(
    values.json
      ? `${JSON.stringify(answer)}\n`
      : `${made.lives.length} persons, ${plan.students} enrolled on each of ${answer.peildata.join(', ')}; ${made.commands} commands, ${made.events} events\n${files.map((file) => `  ${file}\n`).join('')}`,
  );
  for (const { command, code, count } of made.refusals) io.err(`refused: ${command} ${code} ${count}×\n`);
  return 0;
};
