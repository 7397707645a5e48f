import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

export interface MeasuredProcess {
  readonly url: URL;
  resetDelay(): void;
  /** 99th percentile of the event-loop delay since the reset, in milliseconds. */
  delayP99(): Promise<number>;
  stop(): Promise<void>;
}

const saying = (child: ChildProcess, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = pattern.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`it stopped before it listened:\n${said}`)));
  });

/** A server in a process of its own, once it has said where it listens. */
export const startMeasured = async (
  module: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<MeasuredProcess> => {
  const child = fork(module, args, {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      '--import',
      new URL('./loop-delay.mjs', import.meta.url).href,
    ],
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const url = new URL(await saying(child, /http:\/\/127\.0\.0\.1:\d+/));
  return {
    url,
    resetDelay: () => child.send('reset delay'),
    delayP99: async () => {
      const answer = once(child, 'message');
      child.send('tell delay');
      const [{ delayP99 }] = (await answer) as [{ delayP99: number }];
      return delayP99;
    },
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
};
