import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const running = new Set<() => void>();

const stopAll = (): void => {
  for (const stop of running)
    try {
      stop();
    } catch (error) {
      // What cannot be stopped must not keep the others running.
      process.stderr.write(`${String(error)}\n`);
    }
};

/** However this process ends, what it started ends with it; answers what to call when it was stopped already. */
export const stoppedAtExit = (stop: () => void): (() => void) => {
  if (running.size === 0) {
    process.once('exit', stopAll);
    for (const signal of signals) process.once(signal, endBySignal);
  }
  running.add(stop);
  return () => {
    running.delete(stop);
    if (running.size > 0) return;
    process.off('exit', stopAll);
    for (const signal of signals) process.off(signal, endBySignal);
  };
};

/** By itself a signal ends a process without its `exit`. */
const endBySignal = (signal: NodeJS.Signals): void => process.exit(128 + constants.signals[signal]);

export const isOver = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

export const ended = async (child: ChildProcess): Promise<void> => {
  if (!isOver(child)) await once(child, 'exit');
};
