import type { LoggerService } from '@nestjs/common';
import pino, { type Logger } from 'pino';
import type { LogLevel } from './config.ts';

/**
 * Structured lines on standard error: standard output belongs to answers. What people typed is never logged,
 * only what happened to it: an event may hold what is nobody else's business.
 */
export const openLog = (level: LogLevel): Logger =>
  pino({ level, base: { pid: process.pid } }, pino.destination({ dest: 2, sync: true }));

/** Errors by what they are and where they came from; a message may repeat what somebody typed, so only the log has it. */
export const faultOf = (error: unknown): Record<string, unknown> =>
  error instanceof Error
    ? {
        error: error.name,
        message: error.message,
        stack: error.stack,
        ...(error.cause === undefined ? {} : { cause: faultOf(error.cause) }),
      }
    : { error: typeof error };

/** Nest tells of its own start at debug level, of trouble as trouble. */
export const nestLogger = (log: Logger): LoggerService => ({
  log: (message: unknown) => log.debug(String(message)),
  error: (message: unknown) => log.error(String(message)),
  warn: (message: unknown) => log.warn(String(message)),
  debug: (message: unknown) => log.trace(String(message)),
  verbose: (message: unknown) => log.trace(String(message)),
  fatal: (message: unknown) => log.fatal(String(message)),
});
