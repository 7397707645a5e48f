import { describe, expect, it } from '@jest/globals';
import { readConfig, WrongSettings } from '../../src/app/config.ts';

const wrongIn = (settings: Record<string, string>): string => {
  try {
    readConfig(settings);
  } catch (error) {
    if (error instanceof WrongSettings) return error.message;
    throw error;
  }
  return '';
};

describe('the settings of Redis', () => {
  it('are off when nothing is given', () => {
    expect(readConfig({}).redis).toBeUndefined();
    expect(readConfig({ REDIS_URL: ' ' }).redis).toBeUndefined();
  });

  it.each(['redis://localhost', 'redis://user:geh%40im@redis.school.example:6380/2', 'rediss://[::1]:6379'])(
    'take %s',
    (url) => {
      expect(readConfig({ REDIS_URL: url }).redis).toEqual({ url, mayForget: false });
    },
  );

  it('take a Redis that may forget when told', () => {
    expect(readConfig({ REDIS_URL: 'redis://redis', REDIS_UNSAFE: 'allow' }).redis?.mayForget).toBe(true);
  });

  it.each([
    'redis',
    'localhost:6379',
    'http://geheim@redis',
    'redis://',
    'redis://redis/school',
    'redis://:geheim@redis?family=6',
    'redis://redis#geheim',
  ])('refuse %s, and do not repeat it', (url) => {
    const wrong = wrongIn({ REDIS_URL: url });
    expect(wrong).toContain('REDIS_URL: give redis://');
    expect(wrong).not.toContain('geheim');
  });

  it('refuse an allowance that says something else, or is for nothing', () => {
    expect(wrongIn({ REDIS_URL: 'redis://redis', REDIS_UNSAFE: 'yes' })).toContain('REDIS_UNSAFE');
    expect(wrongIn({ REDIS_UNSAFE: 'allow' })).toContain('means nothing without REDIS_URL');
  });
});
