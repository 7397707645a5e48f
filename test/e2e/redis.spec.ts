import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/app/config.ts';
import { openLog } from '../../src/app/log.ts';
import { type Service, startService } from '../../src/app/service.ts';
import { staffId } from '../../src/domain/staff/ids.ts';
import { staffSubject } from '../../src/domain/staff/subject.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { Keyboard } from '../cli/at-the-keyboard.ts';
import { OwnRedis, skipsWithoutOwnRedis } from '../support/redis.ts';

const what = 'a service with its hints and jobs in Redis';

if (skipsWithoutOwnRedis(what)) it.skip(what, () => undefined);
else
  describe(what, () => {
    const folder = mkdtempSync(join(tmpdir(), 'wissel-redis-e2e-'));
    let redis: OwnRedis;
    let service: Service;
    const config = (more: Readonly<Record<string, string>> = {}) =>
      readConfig({
        WISSEL_DATA: join(folder, 'data'),
        WISSEL_PORT: '0',
        LOG_LEVEL: 'silent',
        REDIS_URL: redis.url,
        ...more,
      });
    beforeAll(async () => {
      redis = await OwnRedis.start();
      service = await startService(config(), openLog('silent'));
      service.open();
      const { engine, store, random } = service.writing;
      const hired = await engine.execute(
        staffSubject,
        staffId(random.uuid()),
        { type: 'RegisterStaff', on: calendarDate('2026-08-01'), name: 'Anna' },
        { commandId: random.uuid(), actor: { id: 'system', role: 'system' }, source: 'test' },
      );
      expect(hired.outcome).toBe('done');
      const head = await store.head();
      expect(head !== undefined && (await service.views.waitFor(head, 20_000))).toBe(true);
    });
    afterAll(async () => {
      await service.stop();
      await redis.end();
      rmSync(folder, { recursive: true, force: true });
    });
    const health = async () => {
      const answer = await fetch(`${service.url}/health/ready`);
      return (await answer.json()) as { readonly jobs?: unknown };
    };

    it('builds read models anew as a job that stands in Redis', async () => {
      const keyboard = new Keyboard(join(folder, 'data'));
      expect(await keyboard.type('rebuild', 'staff')).toMatchObject({ exit: 0, err: '' });
      const keys = await redis.ask((client) => client.keys('wissel:jobs-rebuild-*:job-*'));
      expect(keys.filter((key) => !key.endsWith(':lock'))).toHaveLength(1);
      expect(await keyboard.type('jobs')).toEqual({ exit: 0, out: '', err: '' });
      keyboard.remove();
    });

    it('says in its health whether work in the background failed', async () => {
      expect((await health()).jobs).toEqual({ status: 'ok', failed: 0 });
    });

    it('answers all the same when Redis is gone', async () => {
      await redis.kill();
      expect((await health()).jobs).toEqual({ status: 'down' });
      await redis.up();
    });

    it('does not start on a Redis that throws away what it is given', async () => {
      const forgetful = await OwnRedis.start(['--maxmemory-policy', 'allkeys-lru', '--appendonly', 'yes']);
      const other = { REDIS_URL: forgetful.url, WISSEL_DATA: join(folder, 'other') };
      await expect(startService(config(other), openLog('silent'))).rejects.toThrow(
        /may lose what it is given[^]*noeviction[^]*REDIS_UNSAFE=allow/,
      );
      await forgetful.end();
    });
  });
