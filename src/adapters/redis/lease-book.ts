import { type LeaseBook, leasePageIn } from '../../ports/leases.ts';
import { openRedis } from './connection.ts';

export interface RedisLeaseBookParts {
  /** With user and password: never told. */
  readonly url: string;
  readonly name: string;
  /** What every key in Redis begins with; absent: `wissel`. */
  readonly prefix?: string;
}

/**
 * Writes a page in place of the edition that is named, and of no other. A first edition is numbered by the time of
 * Redis in microseconds: should Redis be emptied, no edition of before is one of after.
 */
const replace = `
local last = redis.call('HGET', KEYS[1], 'edition')
if (last or '') ~= ARGV[1] then return 0 end
local edition
if last then
  edition = string.format('%.0f', tonumber(last) + 1)
else
  local time = redis.call('TIME')
  edition = time[1] .. string.format('%06d', time[2])
end
redis.call('HSET', KEYS[1], 'edition', edition, 'page', ARGV[2])
return 1
`;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A book of leases in one key of Redis. */
export const redisLeaseBook = ({ url, name, prefix = 'wissel' }: RedisLeaseBookParts): LeaseBook => {
  const redis = openRedis(url, true);
  // What fails at first is tried again by itself; until it is there, what is asked is rejected.
  const connected = redis.connect().catch(() => undefined);
  const key = `${prefix}:leases:${name}`;
  return {
    read: async () => {
      await connected;
      const [edition, text] = await redis.hmget(key, 'edition', 'page');
      const page = leasePageIn(parsed(text ?? ''));
      return page && edition ? { page, edition: Number(edition) } : undefined;
    },
    write: async (page, instead) => {
      await connected;
      const written = await redis.eval(replace, 1, key, instead?.toString() ?? '', JSON.stringify(page));
      return written === 1;
    },
    close: async () => {
      redis.disconnect();
    },
  };
};
