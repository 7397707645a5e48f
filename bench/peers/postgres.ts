import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onDisk } from '../scratch.ts';
import { Missing } from './installed.ts';
import { freePort } from './ports.ts';
import { ended, isOver, stoppedAtExit } from '../stopping.ts';

export interface Postgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** The folder with `initdb` and `postgres`: on the path, or where Debian keeps each version. */
const findPrograms = (): string | undefined => {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ].find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
};

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** PostgreSQL refuses to run as root; root hands it to the user that its package made. */
const runAs = (): { readonly uid: number; readonly gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

export interface PostgresPrograms {
  readonly folder: string;
  readonly version: string;
}

export const findPostgres = (): PostgresPrograms => {
  const folder = findPrograms();
  if (folder === undefined)
    throw new Missing(
      'no PostgreSQL found: initdb and postgres on the path, or Debian’s package (apt-get install postgresql)',
    );
  const said = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return { folder, version: /\d+(\.\d+)?/.exec(said)?.[0] ?? said.trim() };
};

/** A PostgreSQL of our own with its default durability, on this machine only and gone afterwards. */
export const startPostgres = async ({ folder: programs }: PostgresPrograms): Promise<Postgres> => {
  const folder = mkdtempSync(join(onDisk(), 'wissel-peers-'));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  const user = runAs();
  if (user) for (const each of [folder, data]) chownSync(each, user.uid, user.gid);
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync'], {
    stdio: 'ignore',
    cwd: folder,
    ...user,
  });
  const port = await freePort();
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-k', folder, '-h', '127.0.0.1', '-p', String(port)],
    { stdio: 'ignore', cwd: folder, ...user },
  );
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const stopped = stoppedAtExit(() => {
    // It may have heard the same signal, and be gone.
    spawnSync(join(programs, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate'], {
      stdio: 'ignore',
      cwd: folder,
      ...user,
    });
    remove();
  });
  const stop = async (): Promise<void> => {
    server.kill('SIGINT');
    await ended(server);
    remove();
    stopped();
  };
  for (let tries = 0; !(await listens(port)); tries++) {
    if (tries > 100 || isOver(server)) {
      await stop();
      throw new Error('PostgreSQL did not start');
    }
    await pause(100);
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop,
  };
};
