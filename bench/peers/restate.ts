import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, availableParallelism, platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onDisk } from '../scratch.ts';
import { Missing, type Peer, silently } from './installed.ts';
import { freePort } from './ports.ts';
import { ended, isOver, stoppedAtExit } from '../stopping.ts';

export interface RestateServer {
  readonly ingress: string;
  readonly admin: string;
  stop(): Promise<void>;
}

/** The server lies in a package for each platform for which there is one. */
export const restateIn = ({ folder }: Peer): string => {
  const name = `@restatedev/restate-server-${platform()}-${arch()}`;
  try {
    return createRequire(join(folder, 'package.json')).resolve(`${name}/bin/restate-server`);
  } catch {
    throw new Missing(`no server for this machine: there is no ${name}`);
  }
};

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
};

/** A Restate of our own with its default durability, on this machine only and gone afterwards. */
export const startRestate = async (program: string): Promise<RestateServer> => {
  const folder = mkdtempSync(join(onDisk(), 'wissel-restate-'));
  const [ingressPort, adminPort, nodePort] = [await freePort(), await freePort(), await freePort()];
  const server = spawn(
    program,
    [
      ...['--no-logo', '--node-name', 'bench', '--base-dir', folder],
      ...['--bind-ip', '127.0.0.1', '--advertised-host', '127.0.0.1', '--bind-port', String(nodePort)],
      // Of its 24 partitions, meant for a cluster, every one commits by itself: fewer are faster on one machine.
      ...['--default-num-partitions', String(availableParallelism())],
    ],
    {
      stdio: 'ignore',
      cwd: folder,
      env: {
        ...silently,
        RESTATE_DISABLE_TELEMETRY: 'true',
        RESTATE_LISTEN_MODE: 'tcp',
        RESTATE_LOG_FILTER: 'error',
        RESTATE_INGRESS__BIND_PORT: String(ingressPort),
        RESTATE_ADMIN__BIND_PORT: String(adminPort),
        RESTATE_ADMIN__DISABLE_WEB_UI: 'true',
        // A workflow that waits is under way for a minute, and of those a partition otherwise takes a thousand.
        RESTATE_WORKER__INVOKER__CONCURRENT_INVOCATIONS_LIMIT: '100000',
      },
    },
  );
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const stopped = stoppedAtExit(() => {
    server.kill('SIGKILL');
    remove();
  });
  const stop = async (): Promise<void> => {
    // What it would still put in order is thrown away.
    server.kill('SIGKILL');
    await ended(server);
    remove();
    stopped();
  };
  const [ingress, admin] = [`http://127.0.0.1:${ingressPort}`, `http://127.0.0.1:${adminPort}`];
  const ready = async (): Promise<boolean> =>
    (await answers(`${admin}/health`)) && (await answers(`${ingress}/restate/health`));
  for (let tries = 0; !(await ready()); tries++) {
    if (tries > 100 || isOver(server)) {
      await stop();
      throw new Error('Restate did not start');
    }
    await pause(100);
  }
  return { ingress, admin, stop };
};
