import { parseArgs, type ParseArgsConfig } from 'node:util';
import { type CalendarDate, isCalendarDate } from '../kernel/calendar-date.ts';

/** Where a command's words go, and when its reader has gone away. */
export interface Io {
  /** The answer, and nothing else. Resolves when more can be taken. */
  readonly out: (text: string) => Promise<void>;
  /** Progress, warnings and what went wrong. */
  readonly err: (text: string) => void;
  readonly signal: AbortSignal;
  /** The folder in which the command was typed; files are named from there. */
  readonly cwd: string;
}

/** Where a command is typed, not only answered: a service that runs one for somebody has no standard input of his. */
export interface Terminal extends Io {
  readonly input: () => AsyncIterable<Uint8Array>;
}

/** What somebody typed cannot be done: exit code 2, with what, where and how to mend it. */
export class BadUsage extends Error {
  override readonly name = 'BadUsage';
}

/** What Node's own errors tell by, whichever realm they come from. */
export const asFault = (error: unknown): { readonly code: string; readonly message: string } => {
  const { code = '', message = String(error) } = (error ?? {}) as {
    readonly code?: unknown;
    readonly message?: unknown;
  };
  return { code: String(code), message: String(message) };
};

export type Options = NonNullable<ParseArgsConfig['options']>;

/** `node:util`'s parser, strict: what it refuses is bad usage. */
export const parsed = <const O extends Options>(argv: readonly string[], options: O, mostPositionals = 0) => {
  try {
    const found = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    const surplus = found.positionals[mostPositionals];
    if (surplus !== undefined) throw new BadUsage(`${surplus}: is one too many`);
    return found;
  } catch (error) {
    const { code, message } = asFault(error);
    if (code.startsWith('ERR_PARSE_ARGS')) throw new BadUsage(message.split('. To specify')[0] ?? message);
    throw error;
  }
};

export const wholeNumber = (flag: string, text: string, least: number, most: number): number => {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most))
    throw new BadUsage(`${flag}: give a whole number from ${least} to ${most}`);
  return value;
};

export const day = (flag: string, text: string): CalendarDate => {
  if (!isCalendarDate(text)) throw new BadUsage(`${flag}: give a day that exists, as YYYY-MM-DD`);
  return text;
};

export const oneOf = <const T extends string>(flag: string, text: string, values: readonly T[]): T => {
  const found = values.find((each) => each === text);
  if (found === undefined) throw new BadUsage(`${flag}: give one of ${values.join(', ')}`);
  return found;
};
