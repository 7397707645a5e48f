import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Progress } from '../measure.ts';
import { stoppedAtExit } from '../stopping.ts';

/** A peer that cannot be measured on this machine, with what is missing. */
export class Missing extends Error {}

const run = promisify(execFile);

/** Nobody is told that it was installed or that it runs. */
const inSilence = { DO_NOT_TRACK: '1', SCARF_ANALYTICS: 'false', RESTATE_LOGGING: 'ERROR' };
export const silently: NodeJS.ProcessEnv = { ...process.env, ...inSilence };

const longestInstall = 180_000;
const longestRun = 90_000;

export interface Peer {
  readonly folder: string;
  /** The version that is installed of a package that it names. */
  readonly version: (name: string) => string;
}

/** The peers are no dependencies of ours: they are fetched when somebody wants to compare, without their scripts. */
export const installed = async (name: string, progress: Progress): Promise<Peer> => {
  const folder = fileURLToPath(new URL(`./${name}`, import.meta.url));
  const stamp = join(folder, 'node_modules', '.wissel-installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    progress(`installing ${name}`);
    try {
      await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: folder,
        env: silently,
        timeout: longestInstall,
      });
    } catch (error) {
      throw new Missing(`it could not be installed: ${String(error)}`);
    }
    writeFileSync(stamp, wanted);
  }
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return {
    folder,
    version: (of) => {
      const version = dependencies[of];
      if (version === undefined) throw new RangeError(`${name} does not name ${of}`);
      return version;
    },
  };
};

/** Runs a program of a peer in a process of its own; its answer is the last line that it prints. */
export const answerOf = async <T>(
  { folder }: Peer,
  program: string,
  argv: readonly (string | number)[],
): Promise<T> => {
  const running = run(process.execPath, [join(folder, program), ...argv.map(String)], {
    cwd: folder,
    env: silently,
    timeout: longestRun,
    killSignal: 'SIGKILL',
  });
  const stopped = stoppedAtExit(() => running.child.kill('SIGKILL'));
  try {
    const { stdout } = await running;
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T;
  } finally {
    stopped();
  }
};
