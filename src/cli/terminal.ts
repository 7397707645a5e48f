import type { Terminal } from './usage.ts';

/** For a command that ends by itself when it is told to stop. */
const patience = 500;

/** This process as a command line. Whoever stops reading (`| head`) has had enough: that is no failure. */
export const terminal = (
  stopsItself: boolean,
): { readonly io: Terminal; readonly end: () => Promise<void> } => {
  const stop = new AbortController();
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const write = (text: string): Promise<void> =>
    new Promise((resolve) => {
      process.stdout.write(text, () => resolve());
    });
  // A service drains first; a command has written all or nothing at any moment.
  if (!stopsItself)
    process.once('SIGINT', () => {
      stop.abort();
      setTimeout(() => process.exit(130), patience).unref();
    });
  return {
    io: {
      out: write,
      err: (text) => process.stderr.write(text),
      signal: stop.signal,
      cwd: process.cwd(),
      input: () => process.stdin,
    },
    end: () => write(''),
  };
};
