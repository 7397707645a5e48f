import type { Credentials } from '@eventstore/db-client';

/** A connection string that cannot be used. It says why without repeating any of it, for a password may be anywhere in it. */
export class UnusableConnectionString extends Error {
  override readonly name = 'UnusableConnectionString';
}

export interface Connection {
  /** A connection string per server that was named, without user and password: the client prints what it cannot read. */
  readonly servers: readonly string[];
  /** What every call carries. Where there is no TLS the client sends none of it. */
  readonly credentials: Credentials;
}

const shape =
  /^esdb(?:\+discover)?:\/\/(?:(?<credentials>[^@]*)@)?(?<hosts>[^@/?]+)\/?(?:\?(?<options>[^@]*))?$/;
const optionShape = /^[^=?\s]+=[^=?\s]+$/;
const hostShape = /^[^:\s]+(?::\d{1,5})?$/;

/** Credentials make the client use the Append call, in which one caller cannot harm another (decision 0021). */
const ofNobody: Credentials = { username: 'nobody', password: '' };

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new UnusableConnectionString('user and password are not percent-encoded as in a URL');
  }
};

const credentialsOf = (text: string): Credentials => {
  const colon = text.indexOf(':');
  if (colon < 1 || colon === text.length - 1)
    throw new UnusableConnectionString('what stands before the @ is not user:password');
  return { username: decoded(text.slice(0, colon)), password: decoded(text.slice(colon + 1)) };
};

/** Takes `esdb://user:password@host:port,host:port?options` apart, as the client itself would read it. */
export const connectionOf = (text: string): Connection => {
  const { credentials, hosts, options } = shape.exec(text.trim())?.groups ?? {};
  if (hosts === undefined)
    throw new UnusableConnectionString(
      'it is not of the form esdb://user:password@host:port,host:port?option=value',
    );
  const named = hosts.split(',').map((host) => host.trim());
  if (!named.every((host) => hostShape.test(host)))
    throw new UnusableConnectionString('a server is named as host or host:port');
  if (options !== undefined && !options.split('&').every((option) => optionShape.test(option)))
    throw new UnusableConnectionString('an option is named as option=value');
  const encrypted = !/(?:^|&)tls=false(?:&|$)/i.test(options ?? '');
  if (encrypted && credentials === undefined)
    throw new UnusableConnectionString(
      'a server that speaks TLS asks for user:password; for one that does not, add tls=false',
    );
  return {
    // The last word counts: a conflict that is not thrown does not say which revision is there.
    servers: named.map((host) => `esdb://${host}?${options ? `${options}&` : ''}throwOnAppendFailure=true`),
    credentials: credentials === undefined ? ofNobody : credentialsOf(credentials),
  };
};
