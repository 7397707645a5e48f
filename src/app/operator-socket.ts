import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BadUsage, type Io } from '../cli/usage.ts';

const socketName = 'operator.sock';
/** What fits the address of a Unix socket everywhere, its closing zero included (macOS: 104). */
const longestAddress = 100;

/**
 * A data folder may lie deeper than a socket's address is long; it is then named from inside the folder.
 * Binding and connecting take the name at once, so the process is back where it was before anything else runs.
 */
const atAddress = <T>(folder: string, use: (address: string) => T): T => {
  const address = join(folder, socketName);
  if (Buffer.byteLength(address) < longestAddress) return use(address);
  const before = process.cwd();
  process.chdir(folder);
  try {
    return use(socketName);
  } finally {
    process.chdir(before);
  }
};

interface Request {
  readonly argv: readonly string[];
  readonly cwd: string;
}

const isRequest = (value: unknown): value is Request =>
  typeof value === 'object' &&
  value !== null &&
  'argv' in value &&
  Array.isArray(value.argv) &&
  value.argv.every((each) => typeof each === 'string') &&
  'cwd' in value &&
  typeof value.cwd === 'string';

type Frame = { readonly out: string } | { readonly err: string } | { readonly exit: number };

export interface OperatorSocket {
  close(): Promise<void>;
}

/** Runs a writing command; answers its exit code. */
export type RunWriting = (argv: readonly string[], io: Io) => Promise<number>;

const serveOne = async (socket: Socket, run: RunWriting): Promise<void> => {
  const gone = new AbortController();
  socket.on('close', () => gone.abort());
  socket.on('error', () => gone.abort());
  const send = (frame: Frame): Promise<void> =>
    new Promise((resolve) => {
      if (gone.signal.aborted || socket.write(`${JSON.stringify(frame)}\n`)) resolve();
      else {
        const done = () => {
          socket.off('drain', done);
          gone.signal.removeEventListener('abort', done);
          resolve();
        };
        socket.on('drain', done);
        gone.signal.addEventListener('abort', done);
      }
    });
  const lines = createInterface({ input: socket });
  for await (const line of lines) {
    const request: unknown = JSON.parse(line);
    if (!isRequest(request)) throw new BadUsage('the request of the command line is not understood');
    const exit = await run(request.argv, {
      out: (text) => send({ out: text }),
      err: (text) => void send({ err: text }),
      signal: gone.signal,
      cwd: request.cwd,
    });
    await send({ exit });
    break;
  }
  socket.end();
};

/** The door for the operator's command line: whoever may open the data folder. */
export const openOperatorSocket = async (folder: string, run: RunWriting): Promise<OperatorSocket> => {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    serveOne(socket, run).catch(() => socket.destroy());
  });
  // What a killed service left behind; the lock says that nobody listens there now.
  rmSync(join(folder, socketName), { force: true });
  const before = process.umask(0o177);
  try {
    await atAddress(
      folder,
      (address) =>
        new Promise<void>((resolve, reject) => {
          server.once('error', reject);
          server.listen(address, resolve);
        }),
    );
  } finally {
    process.umask(before);
  }
  chmodSync(join(folder, socketName), 0o600);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.end();
        setTimeout(() => {
          for (const socket of open) socket.destroy();
        }, 500).unref();
      }),
  };
};

const asFrame = (line: string): Frame => JSON.parse(line) as Frame;

/** Asks the running service to do it; undefined when none is running. */
export const askService = (folder: string, argv: readonly string[], io: Io): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    let socket: Socket;
    try {
      socket = atAddress(folder, (address) => connect(address));
    } catch {
      resolve(undefined);
      return;
    }
    let exit: number | undefined;
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(undefined);
      else reject(error);
    });
    socket.once('connect', () => {
      const stop = () => socket.destroy();
      io.signal.addEventListener('abort', stop);
      socket.write(`${JSON.stringify({ argv, cwd: io.cwd } satisfies Request)}\n`);
      const read = async (): Promise<void> => {
        for await (const line of createInterface({ input: socket })) {
          const frame = asFrame(line);
          if ('out' in frame) await io.out(frame.out);
          else if ('err' in frame) io.err(frame.err);
          else exit = frame.exit;
        }
        io.signal.removeEventListener('abort', stop);
        if (exit === undefined)
          io.err('The service stopped before it had answered; ask again, the same thing is done only once.');
        resolve(exit ?? 1);
      };
      read().catch(reject);
    });
  });
