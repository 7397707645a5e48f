import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../../dist/src/', import.meta.url));

export interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** The program as it is built, in a data folder of its own: what people start. */
export class BuiltProgram {
  readonly folder = mkdtempSync(join(tmpdir(), 'wissel-built-'));
  readonly data: string;
  #service: ChildProcess | undefined;
  #log = '';
  url = '';

  constructor(data = 'data') {
    this.data = join(this.folder, data);
    if (!existsSync(join(built, 'cli.js')))
      throw new Error('nothing is built: run npm run build, or npm test, which builds');
  }

  #settings(more: Record<string, string>): NodeJS.ProcessEnv {
    const { PATH } = process.env;
    return { ...(PATH === undefined ? {} : { PATH }), WISSEL_DATA: this.data, WISSEL_PORT: '0', ...more };
  }

  /** Runs a command to its end. */
  async run(argv: readonly string[], settings: Record<string, string> = {}, file = 'cli.js'): Promise<Ran> {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(built, file), ...argv],
      {
        env: this.#settings(settings),
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let out = '';
    let err = '';
    child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
    const [exit] = (await once(child, 'close')) as [number | null];
    return { exit, out, err };
  }

  /** Starts the service and waits until it listens; `limit` is the largest file in blocks that it may write. */
  async serve(settings: Record<string, string> = {}, limit?: number): Promise<void> {
    const argv = ['--disable-warning=ExperimentalWarning', join(built, 'cli.js'), 'serve'];
    const [command, args] =
      limit === undefined
        ? [process.execPath, argv]
        : ['sh', ['-c', `ulimit -f ${limit} && exec "$0" "$@"`, process.execPath, ...argv]];
    const child = spawn(command, args, {
      env: this.#settings(settings),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#service = child;
    this.#log = '';
    await new Promise<void>((resolve, reject) => {
      createInterface({ input: child.stderr }).on('line', (line) => {
        this.#log += `${line}\n`;
        const url = /"url":"([^"]+)"/.exec(line)?.[1];
        if (url === undefined) return;
        this.url = url;
        resolve();
      });
      child.once('exit', (code) => reject(new Error(`the service ended (${code}):\n${this.#log}`)));
    });
    const ready = () => fetch(`${this.url}/health/ready`);
    // Listening comes before the doors open.
    for (let answer = await ready(); answer.status !== 200; answer = await ready()) {
      if (answer.status !== 503) throw new Error(`ready: ${answer.status} ${await answer.text()}`);
      await new Promise((wait) => setTimeout(wait, 20));
    }
  }

  get log(): string {
    return this.#log;
  }

  signal(signal: NodeJS.Signals): void {
    this.#service?.kill(signal);
  }

  /** The exit code, when it has ended. */
  async ended(): Promise<number | null> {
    const child = this.#service;
    if (!child) return null;
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child.exitCode;
  }

  async stop(): Promise<number | null> {
    this.signal('SIGTERM');
    return this.ended();
  }

  remove(): void {
    this.signal('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
