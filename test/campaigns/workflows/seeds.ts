import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Result } from './campaign.ts';
import type { Playing } from './played-school.ts';

const program = fileURLToPath(new URL('child.ts', import.meta.url));
const compiled = fileURLToPath(new URL('../../../node_modules/.cache/campaigns', import.meta.url));

type Told = { readonly result: Result } | { readonly error: string };

const play = async (child: ChildProcess, playing: Playing): Promise<Result> => {
  const heard = new AbortController();
  const { signal } = heard;
  child.send(playing);
  const [told] = (await Promise.race([
    once(child, 'message', { signal }),
    once(child, 'exit', { signal }).then(([code]) => [{ error: `it ended with ${String(code)}` }]),
  ])) as [Told];
  heard.abort();
  if ('error' in told) throw new Error(`${playing.build}, seed ${playing.seed}: ${told.error}`);
  return told.result;
};

/** Plays schools, each apart from the others, on as many cores as there are; answers in the order of asking. */
export const playAll = async (
  playings: readonly Playing[],
  onResult: (result: Result) => void = () => undefined,
): Promise<readonly Result[]> => {
  const results = new Map<number, Result>();
  const left = playings.entries();
  await Promise.all(
    Array.from({ length: Math.min(availableParallelism(), playings.length) }, async () => {
      const child = fork(program, [], {
        execArgv: [],
        env: { ...process.env, NODE_COMPILE_CACHE: compiled },
      });
      try {
        for (const [index, playing] of left) {
          const result = await play(child, playing);
          results.set(index, result);
          onResult(result);
        }
      } finally {
        child.kill();
      }
    }),
  );
  return playings.flatMap((_, index) => results.get(index) ?? []);
};
