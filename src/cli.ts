#!/usr/bin/env node
import { readConfig, WrongSettings } from './app/config.ts';
import { version } from './app/version.ts';
import { terminal } from './cli/terminal.ts';
import { runProgram } from './cli/program.ts';

const argv = process.argv.slice(2);
const { io, end } = terminal(argv[0] === 'serve');
try {
  process.exitCode = await runProgram(argv, io, {
    config: () => readConfig(),
    // A report needs no web framework, and starts twice as fast without.
    serve: async (config) => (await import('./app/serve.ts')).serve(config),
    version,
  });
} catch (error) {
  io.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = error instanceof WrongSettings ? 2 : 1;
} finally {
  await end();
}
