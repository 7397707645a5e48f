import { createReadStream, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Writing } from '../app/wiring.ts';
import { exactLines } from '../imports/log/exact-lines.ts';
import { importLog, type LogAnswer } from '../imports/log/import-log.ts';
import { AlreadyOpen } from '../ports/event-store.ts';
import { asFault, BadUsage, parsed, type Terminal } from './usage.ts';

export const eventsImportUsage = `wissel events import FILE|- [--chain HASH] [--dry-run] [--json]

  Fills an empty store with what wissel events export wrote: the same events with the same ids in the same order, so
  that ordinals, chain and reports are the same. Broken off, the same command goes on where it was: the store must
  hold exactly the first lines of the file. No service may run meanwhile.
  A file is checked whole before anything is written; standard input (-) comes only once, so there what stands before
  a wrong line has been written. Exit code 1 when a line is wrong, and nothing of its append is written.
  --chain HASH   what wissel events chain says of the other store; a file that does not give it is refused. Without it
                 a value that was changed into another possible one, or streams that changed places, are not seen
  --dry-run      checks everything, writes nothing
  --json         the answer as one object
`;

const openChunks = (given: string, io: Terminal): (() => AsyncIterable<Uint8Array>) => {
  if (given === '-') return io.input;
  const path = resolve(io.cwd, given);
  const problem = (() => {
    try {
      return statSync(path).isDirectory() ? 'is a folder' : undefined;
    } catch (error) {
      return asFault(error).code === 'ENOENT' ? 'there is no such file' : 'cannot be read';
    }
  })();
  if (problem !== undefined) throw new BadUsage(`${given}: ${problem}`);
  return () => createReadStream(path, { highWaterMark: 1 << 20 });
};

const chainIn = (text: string | undefined): string | undefined => {
  if (text !== undefined && !/^[0-9a-f]{64}$/.test(text))
    throw new BadUsage('--chain: give the 64 hexadecimal digits that wissel events chain prints');
  return text;
};

/** How far the store is and what to do next, after anything that ended it early. */
const upTo = (stands: number): string =>
  stands === 0
    ? 'Nothing of the file is in the store.'
    : `The file is in the store up to line ${stands}; the same command goes on from there.`;

const inWords = (file: string, answer: Exclude<LogAnswer, { readonly outcome: 'done' }>): string => {
  switch (answer.outcome) {
    case 'wrongLine':
      return `${file}:${answer.line}: ${answer.what}.\nMend the file, best by exporting it again. ${upTo(answer.stands)}`;
    case 'otherLog':
      return `${file}:${answer.line}: ${answer.what}. Nothing was written.\nA log goes into an empty store, or into one that holds the first lines of this file and nothing else: set WISSEL_DATA to another folder.`;
    case 'disturbed':
      return `${file}: somebody else wrote to the store meanwhile, so that it is no copy.\nStop all services and commands, empty the store and import the file again.`;
    case 'stopped':
      return `${file}: stopped. ${upTo(answer.stands)}`;
  }
};

const openAlone = async (open: () => Promise<Writing>): Promise<Writing> => {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof AlreadyOpen)) throw error;
    throw new Error(
      'A service or another command writes to this store. Stop it first: what it writes would come in between.',
      { cause: error },
    );
  }
};

export const eventsImport = async (
  argv: readonly string[],
  open: () => Promise<Writing>,
  io: Terminal,
): Promise<number> => {
  const flag = { type: 'boolean' } as const;
  const { values, positionals } = parsed(argv, { chain: { type: 'string' }, 'dry-run': flag, json: flag }, 1);
  const [file] = positionals;
  if (file === undefined) throw new BadUsage('events import: name a file, or - for standard input');
  const chain = chainIn(values.chain);
  if (file === '-' && chain !== undefined)
    throw new BadUsage(
      '--chain: name a file; what comes in by standard input cannot be checked before it is written',
    );
  const chunks = openChunks(file, io);
  const { store } = await openAlone(open);
  let reached = 0;
  const run = (dryRun: boolean): Promise<LogAnswer> =>
    importLog({
      lines: exactLines(chunks()),
      store,
      dryRun,
      signal: io.signal,
      onProgress: (lines) => {
        reached = lines;
        io.err(`${lines} events ${dryRun ? 'checked' : 'dealt with'}\n`);
      },
    }).catch((error: unknown) => {
      io.err(`${file}: broken off after line ${reached} or later; the same command goes on.\n`);
      throw error;
    });

  const dryRun = values['dry-run'] ?? false;
  const checked = file === '-' && !dryRun ? undefined : await run(true);
  if (checked?.outcome === 'done' && chain !== undefined && checked.chain !== chain) {
    io.err(
      `${file}: its ${checked.events} events give the chain ${checked.chain}, not ${chain}. Nothing was written.\nA line was changed, lost or moved, or the export is older or newer than the chain: export it again, and ask wissel events chain again.\n`,
    );
    return 1;
  }
  const answer = checked && (dryRun || checked.outcome !== 'done') ? checked : await run(false);
  if (answer.outcome !== 'done') {
    io.err(`${inWords(file, answer)}\n`);
    return 1;
  }
  const { events, written, chain: found } = answer;
  await io.out(
    values.json
      ? `${JSON.stringify({ file, dryRun, events, written, chain: found })}\n`
      : `${file}: ${events} events, chain ${found}\n  ${dryRun ? 'dry run: nothing was written' : `written now: ${written}; read back, the store gives the same chain`}\n`,
  );
  return 0;
};
