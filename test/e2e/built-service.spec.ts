import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { BuiltProgram } from './built.ts';

const register = (url: string, key = randomUUID(), id = randomUUID()) =>
  fetch(`${url}/api/students/${id}/register-student`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      'x-actor': '7c5a1a1e-7c1e-4a8e-8f60-3c1f0e6a2b01',
      'x-role': 'infoshop',
    },
    body: JSON.stringify({ name: 'Noor', birthDate: '2007-05-12' }),
  });

interface Operation {
  readonly operationId?: string;
  readonly parameters?: readonly { readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>
  >;
}

describe('the service as it is built', () => {
  const program = new BuiltProgram();
  beforeAll(() => program.serve());
  afterAll(() => program.remove());

  test('says in the log that the headers are believed, and listens on this machine only', () => {
    expect(program.log).toContain('AUTH=dev');
    expect(program.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test('keeps its folder and its socket to itself', () => {
    expect(statSync(program.data).mode & 0o777).toBe(0o700);
    expect(statSync(join(program.data, 'operator.sock')).mode & 0o777).toBe(0o600);
  });

  test('documents every operation: bodies name their members, answers have schemas, problems are there', async () => {
    const document = (await (await fetch(`${program.url}/api/openapi.json`)).json()) as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
      readonly components: { readonly schemas: Readonly<Record<string, Record<string, unknown>>> };
    };
    const resolve = (schema: object): Record<string, unknown> => {
      const { $ref: ref } = schema as { readonly $ref?: string };
      if (ref === undefined) return schema as Record<string, unknown>;
      const found = document.components.schemas[ref.replace('#/components/schemas/', '')];
      if (!found) throw new Error(`${ref} is not in the document`);
      return found;
    };
    const lacking: string[] = [];
    let commands = 0;
    let views = 0;
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, { operationId, parameters = [], requestBody, responses }] of Object.entries(
        methods,
      )) {
        const name = `${method} ${path}`;
        if (operationId === undefined) lacking.push(`${name}: no name`);
        if (method === 'post') {
          commands++;
          const schema = resolve(requestBody?.content['application/json']?.schema ?? {});
          const { properties = {}, required } = schema as {
            properties?: Record<string, Record<string, unknown>>;
            required?: string[];
          };
          // These say all by their name.
          const withoutMembers = /-calendar-token$|\/claim-task$/.test(path);
          if ((Object.keys(properties).length === 0) !== withoutMembers)
            lacking.push(`${name}: its body names no members, or some where there are none`);
          if (!required && !withoutMembers && !path.includes('/students/'))
            lacking.push(`${name}: its body requires nothing`);
          for (const [member, each] of Object.entries(properties))
            if (!('type' in each) && !('oneOf' in each)) lacking.push(`${name}: ${member} has no type`);
          // Who holds a token says who he is by it; a command to many has no one revision to be seen.
          const judged = path.includes('/leermeter-invitations/') ? ['404'] : ['401', '403'];
          const revised = parameters.some(({ name }) => name === 'If-Match') ? ['412'] : [];
          const always = ['400', '409', '413', '415', '422', '500', '503', '507'];
          for (const status of [...always, ...judged, ...revised])
            if (!(status in responses)) lacking.push(`${name}: ${status} is not documented`);
        } else views++;
        for (const [status, { content = {} }] of Object.entries(responses)) {
          const schemas = Object.values(content).map(({ schema }) => schema);
          if (schemas.length === 0 || schemas.includes(undefined))
            lacking.push(`${name}: ${status} has no schema`);
          for (const schema of schemas) {
            const found = schema ? resolve(schema) : {};
            if (!('type' in found)) lacking.push(`${name}: ${status} says nothing of its form`);
            if (
              found['type'] === 'object' &&
              Object.keys((found['properties'] as object | undefined) ?? {}).length === 0
            )
              lacking.push(`${name}: the schema of ${status} names no members`);
          }
        }
      }
    expect(lacking).toEqual([]);
    expect(commands).toBeGreaterThan(50);
    expect(views).toBeGreaterThan(10);
    expect((await fetch(`${program.url}/api/docs`)).status).toBe(200);
  });

  test('answers health to anybody, and nothing else', async () => {
    const ready = await fetch(`${program.url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      status: 'ok',
      readModels: expect.arrayContaining([expect.objectContaining({ name: 'dossiers' })]),
    });
    expect((await fetch(`${program.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${program.url}/api/institution`)).status).toBe(401);
  });

  test('serves the command line beside it: writing through its door, reading past it', async () => {
    expect((await register(program.url)).status).toBe(200);
    expect(await program.run(['projections', '--json'])).toMatchObject({ exit: 0 });
    const rebuilt = await program.run(['rebuild', '--json']);
    const equal = (JSON.parse(rebuilt.out) as readonly { readonly equal: boolean }[]).map(
      (each) => each.equal,
    );
    expect(new Set(equal)).toEqual(new Set([true]));
    const { exit, out } = await program.run(['events', 'export']);
    expect(exit).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { type: string }).type),
    ).toEqual(['TableAdopted', 'TableAdopted', 'TableAdopted', 'StudentRegistered']);
    expect(await program.run(['import', 'ro', 'nowhere.csv'])).toMatchObject({ exit: 2, out: '' });
  });

  test('a second one on the same folder is told that it is taken', async () => {
    const second = await program.run(['serve']);
    expect(second).toMatchObject({ exit: 1, out: '' });
    expect(second.err).toContain('Another process writes to');
  });

  test('a port that is taken is said to be, clearly', async () => {
    const other = new BuiltProgram();
    const port = new URL(program.url).port;
    const taken = await other.run(['serve'], { WISSEL_PORT: port });
    expect(taken.exit).toBe(1);
    expect(taken.err).toContain(`Port ${port} is taken`);
    other.remove();
  });

  test('listens where others may reach it when it is told to, and warns that there is no login', async () => {
    const contained = new BuiltProgram();
    await contained.serve({ WISSEL_HOST: '0.0.0.0' });
    expect(contained.log).toContain('whoever reaches this port is believed');
    const { port } = new URL(contained.url);
    // An address of this machine on which a service that listens on 127.0.0.1 is not found.
    const byOtherName = `http://127.0.0.2:${port}/health/live`;
    expect((await fetch(byOtherName)).status).toBe(421);
    expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
    await contained.stop();
    contained.remove();
    expect(program.log).toContain('listening on this machine only');
    await expect(fetch(`http://127.0.0.2:${new URL(program.url).port}/health/live`)).rejects.toThrow();
  });

  test('told to stop twice while it drains, it stops once, with nothing lost and exit code 0', async () => {
    const asked = Array.from({ length: 40 }, () => register(program.url));
    await Promise.race(asked);
    program.signal('SIGTERM');
    program.signal('SIGTERM');
    const answers = await Promise.allSettled(asked);
    expect(await program.ended()).toBe(0);
    const acknowledged = answers.filter(
      (each) => each.status === 'fulfilled' && each.value.status === 200,
    ).length;
    expect(acknowledged).toBeGreaterThan(0);
    const { out } = await program.run(['events', 'export']);
    expect(out.match(/"type":"StudentRegistered"/g)?.length).toBeGreaterThanOrEqual(acknowledged + 1);
  });
});

describe('a service on which something fails', () => {
  const programs: BuiltProgram[] = [];
  const fresh = (data?: string): BuiltProgram => {
    const made = new BuiltProgram(data);
    programs.push(made);
    return made;
  };
  afterEach(() => {
    for (const program of programs.splice(0)) program.remove();
  });

  test('an I/O error on the log: 503 for what is in flight, then it stops; a restart finds what was acknowledged', async () => {
    const program = fresh();
    // A limit on the size of files makes write(2) fail, which SQLite reports as an I/O error.
    await program.serve({}, 1_200);
    const acknowledged: string[] = [];
    const statuses = new Set<number>();
    for (let round = 0; round < 400 && !statuses.has(503); round++)
      await Promise.all(
        Array.from({ length: 16 }, async () => {
          const id = randomUUID();
          const answer = await register(program.url, randomUUID(), id).catch(() => undefined);
          if (answer) statuses.add(answer.status);
          if (answer?.status === 200) acknowledged.push(id);
        }),
      );
    expect([...statuses].sort()).toEqual([200, 503]);
    expect(await program.ended()).toBe(1);
    const { out } = await program.run(['events', 'export']);
    expect(acknowledged.filter((id) => !out.includes(`"stream":"student-${id}"`))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(0);
  });

  test('a bad start names every wrong setting, and no value', async () => {
    const started = await fresh().run(['serve'], {
      WISSEL_PORT: 'secret-1',
      AUTH: 'secret-2',
      LOG_LEVEL: 'secret-3',
    });
    expect(started.exit).toBe(2);
    for (const name of ['WISSEL_PORT', 'AUTH', 'LOG_LEVEL']) expect(started.err).toContain(name);
    expect(started.err).not.toContain('secret');
  });

  test('a data folder may lie deeper than the address of a socket is long', async () => {
    const program = fresh(
      Array.from({ length: 12 }, (_, index) => `a-folder-in-a-folder-${index}`).join('/'),
    );
    await program.serve();
    expect(await program.run(['projections'])).toMatchObject({ exit: 0 });
    expect(await program.stop()).toBe(0);
  });
});
