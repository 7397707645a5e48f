import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { openLog } from '../../src/app/log.ts';
import { embedded } from '../../src/app/log-place.ts';
import { type Service, startService } from '../../src/app/service.ts';
import { AsDocumented } from './as-documented.ts';
import { instant } from '../../src/kernel/instant.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // What a client sees is whatever came over the wire.
  readonly body: Record<string, never> & { readonly [member: string]: never };
}

export interface Who {
  readonly id: string;
  readonly role: string;
}

/** A service of its own, with a clock that the test turns. */
export class RunningService {
  readonly folder = mkdtempSync(join(tmpdir(), 'wissel-e2e-'));
  readonly #log: Logger;
  #now = instant('2024-06-03T09:00:00.000Z');
  #service: Service | undefined;
  #documented: AsDocumented | undefined;

  constructor(log: Logger = openLog('silent')) {
    this.#log = log;
  }

  async start(): Promise<void> {
    this.#service = await startService(
      {
        place: embedded(join(this.folder, 'data')),
        leaseLasts: 30_000,
        port: 0,
        host: '127.0.0.1',
        auth: 'dev',
        production: false,
        logLevel: 'silent',
      },
      this.#log,
      // A day that is turned is a day that passed.
      { clock: { now: () => this.#now }, monotonic: { elapsed: () => Date.parse(this.#now) } },
    );
    this.#service.open();
    const document = await fetch(`${this.#service.url}/api/openapi.json`);
    this.#documented = new AsDocumented(
      (await document.json()) as ConstructorParameters<typeof AsDocumented>[0],
    );
  }

  get service(): Service {
    if (!this.#service) throw new Error('not started');
    return this.#service;
  }

  itIs(day: string, time = '09:00'): void {
    this.#now = instant(`${day}T${time}:00.000Z`);
  }

  async ask(
    method: 'GET' | 'POST',
    path: string,
    who: Who | undefined,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await fetch(`${this.service.url}${path}`, {
      method,
      headers: {
        ...(who ? { 'x-actor': who.id, 'x-role': who.role } : {}),
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const type = answer.headers.get('content-type') ?? '';
    const answered: unknown = type.includes('json') && !type.includes('ndjson') ? JSON.parse(text) : { text };
    const wrong = this.#documented?.wrong(method, path, answer.status, type, answered);
    if (wrong !== undefined) throw new Error(wrong);
    return { status: answer.status, headers: answer.headers, body: answered as Answer['body'] };
  }

  get(path: string, who?: Who): Promise<Answer> {
    return this.ask('GET', path, who);
  }

  post(path: string, who: Who | undefined, body: unknown, headers?: Record<string, string>): Promise<Answer> {
    return this.ask('POST', path, who, body, headers);
  }

  async stop(): Promise<number> {
    const exit = (await this.#service?.stop()) ?? 0;
    rmSync(this.folder, { recursive: true, force: true });
    return exit;
  }
}
