import { openRedis, placeOf } from './connection.ts';

/** What Redis must be set to, and where it says so in `INFO`, which servers answer that forbid `CONFIG`. */
const demands = [
  {
    field: 'maxmemory_policy',
    must: 'noeviction',
    setting: 'maxmemory-policy noeviction',
    otherwise: 'when memory is full it throws away what it was given and says nothing',
  },
  {
    field: 'aof_enabled',
    must: '1',
    setting: 'appendonly yes',
    otherwise: 'after a crash it has forgotten what it was given',
  },
] as const;

/** A Redis that is not there, or not to be trusted with what only it has. */
export class UnfitRedis extends Error {
  override readonly name = 'UnfitRedis';
}

const fieldIn = (info: string, field: string): string | undefined =>
  new RegExp(`^${field}:(.*?)\\r?$`, 'm').exec(info)?.[1];

/** What of its settings is not as it must be, or cannot be seen, by what it tells of itself; empty: nothing. */
export const wrongIn = (info: string): readonly string[] =>
  demands.flatMap(({ field, must, setting, otherwise }) => {
    const value = fieldIn(info, field);
    if (value === must) return [];
    return value === undefined
      ? [`it does not tell whether "${setting}" is set; where it is not, ${otherwise}`]
      : [`${otherwise}: put "${setting}" in redis.conf, or give redis-server --${setting}`];
  });

/** By its code or by the first word that Redis says, as WRONGPASS: the rest may repeat what was sent. */
const whyOf = (error: unknown): string => {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code === 'string') return code;
  return /^[A-Z]+\b/.exec(typeof message === 'string' ? message : '')?.[0] ?? 'no answer';
};

const infoOf = async (url: string): Promise<string> => {
  const redis = openRedis(url, false);
  // What is thrown says only that the connection is closed; why came before.
  let fault: unknown;
  redis.on('error', (error: unknown) => {
    fault ??= error;
  });
  try {
    await redis.connect();
    return `${await redis.info('memory')}\n${await redis.info('persistence')}`;
  } catch (error) {
    throw new UnfitRedis(
      `The Redis of REDIS_URL at ${placeOf(url)} cannot be used (${whyOf(fault ?? error)}). Start it, let Wissel in, or mend REDIS_URL; without that setting Wissel needs no Redis.`,
    );
  } finally {
    redis.disconnect();
  }
};

/** Refuses a Redis that is not there, and one that may forget unless told to take it; then says what it took. */
export const assertFitRedis = async (
  url: string,
  mayForget: boolean,
  warn: (text: string) => void,
): Promise<void> => {
  const wrong = wrongIn(await infoOf(url));
  if (wrong.length === 0) return;
  const what = [
    `The Redis of REDIS_URL at ${placeOf(url)} may lose what it is given:`,
    ...wrong.map((each) => `  - ${each}`),
  ].join('\n');
  if (mayForget) warn(what);
  else
    throw new UnfitRedis(
      `${what}\nMend that, or set REDIS_UNSAFE=allow where it cannot be mended or seen: no reminder is lost by it, jobs in the background may be.`,
    );
};
