import type { Config } from './config.ts';
import { faultOf, openLog } from './log.ts';
import { type Service, startService } from './service.ts';

/**
 * Runs the service until it is told to stop. `prepare` is what has to be done before the doors open; both stop
 * at a signal, and a second signal while draining changes nothing.
 */
export const serveUntilStopped = async (
  config: Config,
  prepare: (service: Service) => Promise<void>,
): Promise<number> => {
  const log = openLog(config.logLevel);
  const service = await startService(config, log);
  let told = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (told) return;
    told = true;
    log.info({ signal }, 'stopping: requests under way are finished first');
    void service.stop(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
  const fail = (error: unknown): void => {
    // What is broken off by stopping is no mistake.
    if (told) return;
    log.fatal(faultOf(error), 'a mistake of the program; the service stops');
    void service.stop(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  try {
    await prepare(service);
    service.open();
  } catch (error) {
    fail(error);
  }
  const exitCode = await service.stopped;
  log.info({ exitCode }, 'stopped');
  return exitCode;
};

/** `wissel serve`: the service on whatever is in the data folder. */
export const serve = (config: Config): Promise<number> => serveUntilStopped(config, async () => undefined);
