import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type Reminding, remindingOf } from './mail-settings.ts';

/** How much the structured log tells. */
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface Config extends Reminding {
  /** Absolute path of the folder with the log, its read models, its lock and its socket. */
  readonly dataFolder: string;
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

/** Whether only this machine can reach a service that listens there. */
export const isOwn = (host: string): boolean => host === '::1' || /^127\./.test(host);

/** The only reader of the environment. */
export const readConfig = (settings: Settings = process.env): Config => {
  const wrong: string[] = [];
  const { WISSEL_DATA: data = './data', WISSEL_PORT: port = '3000', AUTH: auth = 'dev' } = settings;
  const { WISSEL_HOST: host = '127.0.0.1' } = settings;
  const { NODE_ENV: environment = 'development', LOG_LEVEL: level = 'info' } = settings;

  if (data.trim() === '' || data.includes('\0')) wrong.push('WISSEL_DATA: give the path of a folder');
  const portNumber = /^\d{1,5}$/.test(port) ? Number(port) : Number.NaN;
  if (!(portNumber <= 65_535)) wrong.push('WISSEL_PORT: give a number from 0 to 65535 (0: any free port)');
  if (isIP(host) === 0)
    wrong.push(
      'WISSEL_HOST: give an IP address of this machine, as 127.0.0.1 (0.0.0.0: all; only within a container that publishes no port to others)',
    );
  if (auth !== 'dev') wrong.push('AUTH: only dev exists so far; leave it out or set it to dev');
  if (!environments.includes(environment)) wrong.push(`NODE_ENV: give one of ${environments.join(', ')}`);
  const logLevel = logLevels.find((each) => each === level);
  if (!logLevel) wrong.push(`LOG_LEVEL: give one of ${logLevels.join(', ')}`);
  const reminding = remindingOf(settings, (what) => wrong.push(what));

  if (wrong.length > 0 || !logLevel) throw new WrongSettings(wrong);
  return {
    dataFolder: resolve(data),
    port: portNumber,
    host,
    auth: 'dev',
    production: environment === 'production',
    logLevel,
    ...reminding,
  };
};
