import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/adapters/system/clock.ts';
import { developmentHashing, hashingWith } from '../../src/adapters/system/hashing.ts';
import { systemRandom } from '../../src/adapters/system/random.ts';
import { isInstant } from '../../src/kernel/instant.ts';
import { isUuid } from '../../src/kernel/message.ts';

describe('the system adapters', () => {
  it('tell the time of the machine as an instant', () => {
    const now = systemClock.now();
    expect(isInstant(now)).toBe(true);
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(1_000);
  });

  it('draw numbers from 0 up to 1, and UUIDs that differ', () => {
    const numbers = Array.from({ length: 1_000 }, () => systemRandom.number());
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    const uuids = Array.from({ length: 1_000 }, () => systemRandom.uuid());
    expect(uuids.every(isUuid)).toBe(true);
    expect(new Set(uuids).size).toBe(1_000);
  });

  it('hash with HMAC-SHA-256: test case 6 of RFC 4231', () => {
    const key = Buffer.alloc(131, 0xaa);
    const hashing = hashingWith({ command: key, number: key, invitation: key, pseudonym: key });
    expect(hashing.hmac('number', 'Test Using Larger Than Block-Size Key - Hash Key First')).toBe(
      '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
    );
  });

  it('hash the same text differently for another purpose', () => {
    const hashes = (['command', 'number', 'invitation'] as const).map((each) =>
      developmentHashing.hmac(each, 'x'),
    );
    expect(new Set(hashes).size).toBe(3);
  });

  it('refuse a short key without repeating it', () => {
    const attempt = () =>
      hashingWith({
        command: 'x'.repeat(32),
        number: 'too-short',
        invitation: 'x'.repeat(32),
        pseudonym: 'x'.repeat(32),
      });
    expect(attempt).toThrow('the number key has fewer than 32 bytes');
    expect(attempt).not.toThrow('too-short');
  });
});
