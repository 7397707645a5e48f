export interface RedisSettings {
  /** With user and password: never told, never logged. */
  readonly url: string;
  /** Take a Redis that throws away or forgets, or of which that cannot be seen. */
  readonly mayForget: boolean;
}

const given = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);

const isRedisUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash } = new URL(text);
  // Options behind a question mark would set what is not checked here.
  return (
    ['redis:', 'rediss:'].includes(protocol) &&
    hostname !== '' &&
    /^(\/\d{0,3})?$/.test(pathname) &&
    search === '' &&
    hash === ''
  );
};

/** What of these settings is wrong is told to `wrong`, without its value: there may be a password in it. */
export const redisIn = (
  settings: Readonly<Record<string, string | undefined>>,
  wrong: (what: string) => void,
): RedisSettings | undefined => {
  const url = given(settings['REDIS_URL']);
  const unsafe = given(settings['REDIS_UNSAFE']);
  if (url !== undefined && !isRedisUrl(url))
    wrong(
      'REDIS_URL: give redis://user:password@host:port/0 or rediss://… (TLS), special characters as %40 and so on',
    );
  if (unsafe !== undefined && unsafe !== 'allow') wrong('REDIS_UNSAFE: leave it out, or set it to allow');
  if (unsafe !== undefined && url === undefined) wrong('REDIS_UNSAFE: means nothing without REDIS_URL');
  return url === undefined ? undefined : { url, mayForget: unsafe === 'allow' };
};
