import { afterEach, describe, expect, it } from '@jest/globals';
import { assertFitRedis, wrongIn } from '../../src/adapters/redis/start-check.ts';
import { OwnRedis, skipsWithoutOwnRedis } from '../support/redis.ts';

const what = 'what is asked of a Redis at the start';
const noeviction = ['--maxmemory-policy', 'noeviction'];
const appendonly = ['--appendonly', 'yes'];

if (skipsWithoutOwnRedis(what)) it.skip(what, () => undefined);
else
  describe(what, () => {
    let redis: OwnRedis | undefined;
    afterEach(() => redis?.end());
    const warned: string[] = [];
    const start = async (settings: readonly string[], takeUnsafe = false, url?: string): Promise<string> => {
      redis = await OwnRedis.start(settings);
      warned.length = 0;
      return assertFitRedis(url ?? redis.url, takeUnsafe, (text) => warned.push(text)).then(
        () => '',
        (error: unknown) => String(error),
      );
    };

    it('is that it throws nothing away and writes down what it is given', async () => {
      expect(await start([...noeviction, ...appendonly])).toBe('');
      expect(warned).toEqual([]);
    });

    it('is said where it is not so, with how to mend it', async () => {
      const wrong = await start(['--maxmemory-policy', 'allkeys-lru', ...appendonly]);
      expect(wrong).toMatch(/REDIS_URL at 127\.0\.0\.1:\d+ may lose.*\n.*"maxmemory-policy noeviction"/);
      expect(wrong).not.toContain('appendonly');
      expect(wrong).toContain('REDIS_UNSAFE=allow');
      await redis?.end();
      expect(await start(noeviction)).toMatch(/forgotten.*"appendonly yes"/);
    });

    it('is let pass when somebody says so, and told', async () => {
      expect(await start(['--maxmemory-policy', 'volatile-lru'], true)).toBe('');
      expect(warned.join()).toMatch(/maxmemory-policy noeviction[^]*appendonly yes/);
    });

    it('is seen too where CONFIG is forbidden', async () => {
      const managed = ['--rename-command', 'CONFIG', ''];
      expect(await start([...noeviction, ...appendonly, ...managed])).toBe('');
      await redis?.end();
      expect(await start([...noeviction, ...managed])).toContain('appendonly yes');
    });

    it('is said to be unknown where it does not tell', () => {
      expect(wrongIn('# Memory\r\nmaxmemory_policy:noeviction\r\n# Persistence\r\nloading:0\r\n')).toEqual([
        expect.stringMatching(/^it does not tell whether "appendonly yes" is set/),
      ]);
      expect(wrongIn('')).toHaveLength(2);
    });

    it('is refused where it tells nothing of itself: BullMQ asks the same', async () => {
      redis = await OwnRedis.start([...noeviction, ...appendonly]);
      const { port } = redis;
      await redis.ask((client) => client.acl('SETUSER', 'blind', 'on', '>p', '~*', '+@all', '-info'));
      await expect(
        assertFitRedis(`redis://blind:p@127.0.0.1:${port}`, true, () => undefined),
      ).rejects.toThrow(/cannot be used \(NOPERM\)/);
    });

    it('is that it lets us in; a password is never told', async () => {
      const locked = [...noeviction, ...appendonly, '--requirepass', 'geheim-van-redis'];
      redis = await OwnRedis.start(locked);
      const { port } = redis;
      const withPassword = (password: string): string => `redis://:${password}@127.0.0.1:${port}`;
      const wrong = await assertFitRedis(withPassword('mis-van-redis'), true, () => undefined).catch(String);
      expect(wrong).toMatch(/127\.0\.0\.1:\d+ cannot be used \(WRONGPASS\)/);
      expect(wrong).not.toContain('mis-van-redis');
      await assertFitRedis(withPassword('geheim-van-redis'), false, () => undefined);
    });

    it('is that it is there', async () => {
      redis = await OwnRedis.start([...noeviction, ...appendonly]);
      const { url } = redis;
      await redis.kill();
      await expect(assertFitRedis(url, true, () => undefined)).rejects.toThrow(
        /cannot be used \(ECONNREFUSED\)/,
      );
    });
  });
