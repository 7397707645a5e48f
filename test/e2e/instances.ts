import { randomUUID } from 'node:crypto';
import { BuiltProgram } from './built.ts';
import type { Answer, Who } from './service.ts';

/** What a proxy takes for "not this one, ask another": nothing was recorded, or the same key tells what was. */
const elsewhere = new Set([502, 503, 504]);
const longestAsk = 20_000;

/** Several instances as they are built, on one log, and a door before them that asks another when one does not answer. */
export class Instances {
  readonly all: readonly BuiltProgram[];
  /** How often a request was asked again. */
  askedAgain = 0;
  #turn = 0;

  constructor(howMany: number) {
    this.all = Array.from({ length: howMany }, () => new BuiltProgram());
  }

  async start(settings: Record<string, string>): Promise<void> {
    await Promise.all(this.all.map((each) => each.serve(settings)));
  }

  at(index: number): BuiltProgram {
    const found = this.all[index];
    if (!found) throw new RangeError(`there is no instance ${index}`);
    return found;
  }

  /** At one instance. */
  async ask(
    { url }: BuiltProgram,
    method: 'GET' | 'POST',
    path: string,
    who: Who | undefined,
    body?: unknown,
    key: string = randomUUID(),
  ): Promise<Answer> {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(who && { 'x-actor': who.id, 'x-role': who.role }),
        ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(longestAsk),
    });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Answer['body'] };
  }

  /** By the door: each time at the next instance, and at another one when that gives no answer. */
  async post(path: string, who: Who | undefined, body: unknown): Promise<Answer> {
    const key = randomUUID();
    for (let tries = 0; ; tries += 1) {
      this.#turn += 1;
      const answer = await this.ask(
        this.at(this.#turn % this.all.length),
        'POST',
        path,
        who,
        body,
        key,
      ).catch(() => undefined);
      if (answer && !elsewhere.has(answer.status)) return answer;
      if (tries > 40) throw new Error(`${path}: nobody answers`);
      this.askedAgain += 1;
      await new Promise((wait) => setTimeout(wait, 50));
    }
  }

  get(index: number, path: string, who?: Who): Promise<Answer> {
    return this.ask(this.at(index), 'GET', path, who);
  }

  remove(): void {
    for (const each of this.all) each.remove();
  }
}
