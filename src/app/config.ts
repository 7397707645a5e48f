import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { embedded, type Place } from './log-place.ts';
import { type Reminding, remindingOf } from './mail-settings.ts';
import { redisIn, type RedisSettings } from './redis-settings.ts';

/** How much the structured log tells. */
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface Config extends Reminding {
  readonly place: Place;
  /** Absent: hints and jobs are kept in the process. */
  readonly redis?: RedisSettings;
  /** Milliseconds after which the others do the work of an instance that is not heard of. */
  readonly leaseLasts: number;
  readonly port: number;
  /** The address on which the service listens; within a container that is not this machine's own. */
  readonly host: string;
  /** Until there is a real login: the headers X-Actor and X-Role are believed. */
  readonly auth: 'dev';
  readonly production: boolean;
  readonly logLevel: LogLevel;
}

export type Settings = Readonly<Record<string, string | undefined>>;

/** Names every setting that is wrong and how to mend it; a value may be a secret and is never repeated. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';
  constructor(readonly wrong: readonly string[]) {
    super(`These settings are wrong:\n${wrong.map((each) => `  - ${each}`).join('\n')}`);
  }
}

const environments = ['development', 'test', 'production'];

/** Seconds. A shorter lease would end while a process collects its garbage; a longer one keeps reminders waiting. */
const [shortestLease, longestLease] = [2, 600];

const connectionString = /^esdb(\+discover)?:\/\/[^/?\s]/;

const placeOf = (data: string, servers: string | undefined): Place => {
  const place = embedded(resolve(data));
  return servers === undefined ? place : { ...place, log: { kind: 'servers', connectionString: servers } };
};

/** Whether only this machine can reach a service that listens there. */
export const isOwn = (host: string): boolean => host === '::1' || /^127\./.test(host);

/** The only reader of the environment. */
export const readConfig = (settings: Settings = process.env): Config => {
  const wrong: string[] = [];
  const { WISSEL_DATA: data = './data', WISSEL_PORT: port = '3000', AUTH: auth = 'dev' } = settings;
  const { EVENTSTORE_URL: servers, WISSEL_LEASE_SECONDS: lease = '30' } = settings;
  const { WISSEL_HOST: host = '127.0.0.1' } = settings;
  const { NODE_ENV: environment = 'development', LOG_LEVEL: level = 'info' } = settings;

  if (data.trim() === '' || data.includes('\0')) wrong.push('WISSEL_DATA: give the path of a folder');
  const portNumber = /^\d{1,5}$/.test(port) ? Number(port) : Number.NaN;
  if (!(portNumber <= 65_535)) wrong.push('WISSEL_PORT: give a number from 0 to 65535 (0: any free port)');
  if (servers !== undefined && !connectionString.test(servers))
    wrong.push(
      'EVENTSTORE_URL: give esdb://user:password@host:port,host:port?options, or leave it out for a log in WISSEL_DATA',
    );
  const leaseSeconds = /^\d{1,3}$/.test(lease) ? Number(lease) : Number.NaN;
  if (!(leaseSeconds >= shortestLease && leaseSeconds <= longestLease))
    wrong.push(`WISSEL_LEASE_SECONDS: give a whole number from ${shortestLease} to ${longestLease}`);
  if (isIP(host) === 0)
    wrong.push(
      'WISSEL_HOST: give an IP address of this machine, as 127.0.0.1 (0.0.0.0: all; only within a container that publishes no port to others)',
    );
  if (auth !== 'dev') wrong.push('AUTH: only dev exists so far; leave it out or set it to dev');
  if (!environments.includes(environment)) wrong.push(`NODE_ENV: give one of ${environments.join(', ')}`);
  const logLevel = logLevels.find((each) => each === level);
  if (!logLevel) wrong.push(`LOG_LEVEL: give one of ${logLevels.join(', ')}`);
  const reminding = remindingOf(settings, (what) => wrong.push(what));
  const redis = redisIn(settings, (what) => wrong.push(what));

  if (wrong.length > 0 || !logLevel) throw new WrongSettings(wrong);
  return {
    place: placeOf(data, servers),
    ...(redis && { redis }),
    leaseLasts: leaseSeconds * 1_000,
    port: portNumber,
    host,
    auth: 'dev',
    production: environment === 'production',
    logLevel,
    ...reminding,
  };
};
