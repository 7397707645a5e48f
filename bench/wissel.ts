import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The command line as it is built. */
export const cli = fileURLToPath(new URL('../dist/src/cli.js', import.meta.url));

/** Runs a program of Node to its end, and answers what it said on standard output. */
export const run = async (
  argv: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const { stdout } = await execute(process.execPath, argv, {
    env: { ...process.env, ...settings },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
};

/** A made-up school, the same at every run; `more` goes behind. Answers what the command said of it. */
export const simulate = (
  { students, years, until }: { readonly students: number; readonly years: number; readonly until: string },
  settings: Readonly<Record<string, string>>,
  ...more: readonly string[]
): Promise<string> =>
  run(
    [
      ...[cli, 'simulate', '--students', `${students}`, '--years', `${years}`],
      ...['--seed', '1', '--until', until, ...more],
    ],
    settings,
  );
