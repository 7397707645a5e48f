import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromChild, FromParent, Life } from './child.ts';
import type { Request } from './load.ts';
import type { Reply } from './office.ts';

const program = fileURLToPath(new URL('child.ts', import.meta.url));
/** Many lives of one program: it is compiled in the first, which saves three quarters of every later start. */
const compiled = fileURLToPath(new URL('../../node_modules/.cache/campaigns', import.meta.url));

/** A process under load, as its parent sees it: what the parent was not told did not happen, as far as it knows. */
export class LifeOfChild {
  readonly #child: ChildProcess;
  #asked = 0;
  readonly #waiting = new Map<number, (reply: Reply | undefined) => void>();
  readonly #gone: Promise<void>;
  readonly #standsStill: Promise<void>;

  readonly #ready: Promise<void>;

  constructor(life: Life) {
    const child = fork(program, [JSON.stringify(life)], {
      execArgv: [],
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    });
    this.#child = child;
    let ready: () => void;
    this.#ready = new Promise((resolve, reject) => {
      ready = resolve;
      child.once('exit', (code) =>
        reject(new Error(`the process under load did not start: exit code ${code}`)),
      );
    });
    this.#ready.catch(() => undefined);
    let stands: () => void;
    this.#standsStill = new Promise((resolve) => {
      stands = resolve;
    });
    child.on('message', (message: FromChild) => {
      if ('ready' in message) ready();
      else if ('standsStill' in message) stands();
      else {
        this.#waiting.get(message.number)?.(message.reply);
        this.#waiting.delete(message.number);
      }
    });
    // What was in the pipe is read before it closes; after that nobody will answer any more.
    this.#gone = Promise.all(
      ['exit', 'disconnect'].map((event) => new Promise((resolve) => child.once(event, resolve))),
    ).then(() => {
      for (const resolve of this.#waiting.values()) resolve(undefined);
      this.#waiting.clear();
    });
  }

  /** The log is open and recovered. */
  ready(): Promise<void> {
    return this.#ready;
  }

  /** Undefined: it was gone before it answered. */
  ask(request: Request): Promise<Reply | undefined> {
    if (!this.#child.connected) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const number = this.#asked++;
      this.#waiting.set(number, resolve);
      this.#send({ number, ask: request });
    });
  }

  standsStill(): Promise<void> {
    return this.#standsStill;
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#gone;
  }

  /** Ends as it should: closes the log first. */
  async end(): Promise<void> {
    this.#send({ end: true });
    await this.#gone;
  }

  /** A message to a process that is just being killed goes nowhere, and that is as good as not answered. */
  #send(message: FromParent): void {
    this.#child.send(message, () => undefined);
  }
}
