import { readConfig, WrongSettings } from './app/config.ts';
import { serveUntilStopped } from './app/serve.ts';
import { welcome } from './app/welcome.ts';
import { AlreadyOpen } from './ports/event-store.ts';
import { forgetUnfinishedDemo } from './app/wiring.ts';
import { PortTaken } from './app/service.ts';
import { UnfitRedis } from './app/open-background.ts';

/** `npm start`: the service, with a demo school when there is nothing yet, and where to look. */
const start = async (): Promise<number> => {
  const [what = 'start', ...more] = process.argv.slice(2);
  if (what !== 'start' || more.length > 0) {
    process.stderr.write('npm start takes no arguments; the settings are WISSEL_DATA and WISSEL_PORT.\n');
    return 2;
  }
  const config = readConfig();
  forgetUnfinishedDemo(config.place);
  return serveUntilStopped(config, (service) => welcome(config, service));
};

try {
  process.exitCode = await start();
} catch (error) {
  // What the person at the keyboard can mend needs no stack.
  const clear =
    error instanceof WrongSettings ||
    error instanceof PortTaken ||
    error instanceof AlreadyOpen ||
    error instanceof UnfitRedis;
  const text =
    error instanceof Error ? (clear ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = error instanceof WrongSettings ? 2 : 1;
}
