import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { openConnection } from '../../src/adapters/sqlite/connection.ts';
import { SqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { createLog } from '../../src/adapters/sqlite/schema.ts';
import { systemSecrets } from '../../src/adapters/system/secrets.ts';
import { commandHandlers } from '../../src/app/commands/handlers.ts';
import { OFFICE, type Office } from '../../src/app/commands/office.ts';
import { developmentHashing, engineOver, systemClock, systemRandom } from '../../src/app/wiring.ts';
import { commandControllers } from '../../src/http/command-routes.ts';
import { createServer, RoutesWithoutPolicy } from '../../src/http/server.ts';

@Module({})
class Door {}

@Controller('planted')
class Planted {
  @Get('secrets')
  secrets(): string {
    return 'everything';
  }
}

const serverOver = (store: SqliteEventStore) => {
  const office: Office = {
    store,
    engine: engineOver(store, systemClock, developmentHashing),
    clock: systemClock,
    hashing: developmentHashing,
    random: systemRandom,
    secrets: systemSecrets,
    calendars: true,
    dependantsOf: async () => [],
    whereTasksStand: async () => [],
    scoutFor: async () => undefined,
  };
  return createServer({
    module: {
      module: Door,
      imports: [CqrsModule.forRoot()],
      providers: [{ provide: OFFICE, useValue: office }, ...commandHandlers],
    },
    controllers: commandControllers,
    logger: false,
    unforeseen: (error) => {
      throw error;
    },
    version: '0',
  });
};

describe('what the service cannot do', () => {
  test('a full disk: 507, nothing written, and reading goes on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wissel-full-'));
    const connection = openConnection({ file: join(folder, 'log.sqlite') });
    createLog(connection);
    connection.exec('PRAGMA max_page_count = 40');
    const store = new SqliteEventStore(connection);
    const app = await serverOver(store);
    const register = async (id: string) =>
      app.inject({
        method: 'POST',
        url: `/api/students/${id}/register-student`,
        headers: {
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
          'x-actor': randomUUID(),
          'x-role': 'infoshop',
        },
        payload: JSON.stringify({ name: 'N'.repeat(200), contact: 'x'.repeat(400) }),
      });
    let last = await register(randomUUID());
    let accepted = 0;
    let refused = '';
    for (let tries = 0; tries < 500 && last.statusCode === 200; tries++) {
      accepted++;
      refused = randomUUID();
      last = await register(refused);
    }
    expect(accepted).toBeGreaterThan(0);
    expect(last.statusCode).toBe(507);
    expect(last.json()).toMatchObject({ code: 'StoreFull', status: 507 });
    expect(await store.readStream(`student-${refused}`)).toEqual([]);
    expect(
      (await store.readAll(undefined, 10_000)).filter(({ type }) => type === 'StudentRegistered'),
    ).toHaveLength(accepted);
    await app.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a route that does not say who may ask stops the start, by name', async () => {
    const start = createServer({
      module: { module: Door },
      controllers: [...commandControllers, Planted],
      logger: false,
      unforeseen: () => undefined,
      version: '0',
    });
    await expect(start).rejects.toThrow(RoutesWithoutPolicy);
    await expect(start).rejects.toThrow('Planted.secrets');
  });
});
