import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pino from 'pino';
import { embedded } from '../../src/app/log-place.ts';
import { type Service, startService } from '../../src/app/service.ts';
import { instant } from '../../src/kernel/instant.ts';
import { entriesOf } from '../app/reminders/i-calendar.ts';
import { PostOffice } from '../app/reminders/post-office.ts';
import { AsDocumented } from './as-documented.ts';

const coach = { id: randomUUID(), role: 'coach' };
const colleague = { id: randomUUID(), role: 'coach' };
const operator = { id: randomUUID(), role: 'operator' };

describe('the calendar of somebody, over HTTP', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wissel-calendar-'));
  const post = new PostOffice();
  let service: Service;
  let documented: AsDocumented;
  let now = instant('2026-09-14T06:00:00.000Z');
  let logged = '';

  const start = async (baseUrl?: string): Promise<void> => {
    service = await startService(
      {
        place: embedded(join(folder, 'data')),
        leaseLasts: 30_000,
        port: 0,
        host: '127.0.0.1',
        auth: 'dev',
        production: false,
        logLevel: 'trace',
        ...(baseUrl !== undefined && {
          baseUrl,
          mail: {
            server: { host: '127.0.0.1', port: post.port, secure: false },
            from: 'wissel@school.example',
          },
        }),
      },
      pino({ level: 'trace' }, { write: (line: string) => void (logged += line) }),
      { clock: { now: () => now }, monotonic: { elapsed: () => Date.parse(now) } },
    );
    service.open();
    documented = new AsDocumented(
      (await (await fetch(`${service.url}/api/openapi.json`)).json()) as ConstructorParameters<
        typeof AsDocumented
      >[0],
    );
  };
  const ask = async (
    person: { readonly id: string },
    command: string,
    who: typeof coach,
    body: object = {},
    key = randomUUID(),
  ) => {
    const path = `/api/staff/${person.id}/${command}`;
    const answer = await fetch(`${service.url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        'x-actor': who.id,
        'x-role': who.role,
      },
      body: JSON.stringify(body),
    });
    const said = (await answer.json()) as {
      readonly token?: string;
      readonly code?: string;
      readonly repeated?: boolean;
    };
    const type = answer.headers.get('content-type') ?? '';
    const wrong = documented.wrong('POST', path, answer.status, type, said);
    if (wrong !== undefined) throw new Error(wrong);
    return { status: answer.status, ...said };
  };
  const issued = async (): Promise<string> => {
    const { token } = await ask(coach, 'issue-calendar-token', coach);
    if (token === undefined) throw new Error('no token was answered');
    return token;
  };
  const feed = async (token: string) => {
    const path = `/api/calendars/${token}.ics`;
    const answer = await fetch(`${service.url}${path}`);
    const type = answer.headers.get('content-type') ?? '';
    const text = await answer.text();
    const wrong = documented.wrong(
      'GET',
      path,
      answer.status,
      type,
      type.includes('json') ? JSON.parse(text) : {},
    );
    if (wrong !== undefined) throw new Error(wrong);
    return { status: answer.status, type, text, cached: answer.headers.get('cache-control') };
  };

  beforeAll(async () => {
    await post.up();
    await start('https://wissel.school.example');
    for (const [who, name] of [
      [coach, 'Kanarie Anna'],
      [colleague, 'Kanarie Bram'],
    ] as const) {
      const registered = { on: '2026-08-01', name, email: 'kanarie@school.example' };
      expect(await ask(who, 'register-staff', operator, registered)).toMatchObject({ status: 200 });
      await ask(who, 'assign-role', operator, { role: 'coach', from: '2026-08-01' });
    }
  });
  afterAll(async () => {
    expect(await service.stop()).toBe(0);
    await post.down();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is opened by a token that is answered once, to the person alone', async () => {
    for (const who of [colleague, operator])
      expect(await ask(coach, 'issue-calendar-token', who)).toMatchObject({ status: 403, code: 'NotYours' });
    const key = randomUUID();
    const { token = '' } = await ask(coach, 'issue-calendar-token', coach, {}, key);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await ask(coach, 'issue-calendar-token', coach, {}, key)).not.toHaveProperty('token');
    expect(await feed(token)).toMatchObject({
      status: 200,
      type: 'text/calendar; charset=utf-8',
      cached: 'no-store',
    });
    const given = await ask(coach, 'issue-calendar-token', coach, { fingerprint: 'a'.repeat(64) });
    expect(given).toMatchObject({ status: 400, code: 'InvalidBody' });
  });

  test('has the open tasks of the person', async () => {
    const token = await issued();
    const task = randomUUID();
    const meta = {
      commandId: task,
      commandHash: '0'.repeat(64),
      actor: { id: 'system', role: 'system' },
      causationId: task,
      correlationId: task,
      recordedAt: now,
      source: 'test',
    };
    const data = {
      step: 'kanarie',
      of: { role: 'coach', person: coach.id },
      due: '2026-09-11',
      climbs: 3,
      ladder: [],
      causes: [],
      does: 'kanarie',
    };
    const event = { id: task, type: 'TaskAsked', version: 1, data, meta };
    await service.writing.store.append(`workflow-kanarie-${randomUUID()}`, 'none', [event as never]);
    const { text } = await feed(token);
    expect(entriesOf(text).map((entry) => [entry.get('UID')?.value, entry.get('SUMMARY')?.value])).toEqual([
      [task, 'Taak in Wissel (te laat)'],
    ]);
    expect(text).not.toMatch(/kanarie|coach/i);
  });

  test('is closed to any other token: replaced, taken away, made up or no token at all', async () => {
    const first = await issued();
    const second = await issued();
    expect((await feed(second)).status).toBe(200);
    await ask(coach, 'revoke-calendar-token', colleague);
    expect((await feed(second)).status).toBe(200);
    expect(await ask(coach, 'revoke-calendar-token', coach)).toMatchObject({ status: 200 });
    const answers = [];
    for (const token of [first, second, 'A'.repeat(43), 'x', `${second}0`, coach.id])
      answers.push(await feed(token));
    expect(answers[0]).toMatchObject({ status: 404, type: 'application/problem+json; charset=utf-8' });
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  test('and its token are in no log, no event and no file', async () => {
    const token = await issued();
    await feed(token);
    await fetch(`${service.url}/api/calendars/${token}`);
    await fetch(`${service.url}/api/calendars/${token}.ics`, { method: 'DELETE' });
    const events = await service.writing.store.readAll(undefined, 1_000);
    const told = JSON.stringify(events, (_key, value: unknown) => (typeof value === 'bigint' ? 0 : value));
    expect(told).toContain('CalendarTokenIssued');
    for (const text of [told, logged]) expect(text).not.toContain(token);
    for (const file of ['log.sqlite', 'log.sqlite-wal'])
      expect(readFileSync(join(folder, 'data', file)).includes(token)).toBe(false);
    expect(logged).toContain('listening');
  });

  test('comes with health that says whether mail goes out', async () => {
    const health = await fetch(`${service.url}/health/ready`);
    expect(await health.json()).toMatchObject({ digests: { status: 'ok', waiting: 0, refused: 0 } });
  });

  test('is off, and mail with it, where nobody said where Wissel is', async () => {
    const token = await issued();
    expect(await service.stop()).toBe(0);
    now = instant('2026-09-14T06:05:00.000Z');
    await start();
    expect((await feed(token)).status).toBe(404);
    const refused = await ask(coach, 'issue-calendar-token', coach);
    expect(refused).toMatchObject({ status: 409, code: 'CalendarsOff' });
    expect(await ask(coach, 'revoke-calendar-token', coach)).toMatchObject({ status: 200 });
    expect(await (await fetch(`${service.url}/health/ready`)).json()).not.toHaveProperty('digests');
  });
});
