import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const compiled = fileURLToPath(new URL('../../node_modules/.cache/campaigns', import.meta.url));

/** What a child answers to what it is given to play. */
export type Told<Result> = { readonly result: Result } | { readonly error: string };

const play = async <Result>(child: ChildProcess, playing: object): Promise<Result> => {
  const heard = new AbortController();
  const { signal } = heard;
  child.send(playing);
  const [told] = (await Promise.race([
    once(child, 'message', { signal }),
    once(child, 'exit', { signal }).then(([code]) => [{ error: `it ended with ${String(code)}` }]),
  ])) as [Told<Result>];
  heard.abort();
  if ('error' in told) throw new Error(`${JSON.stringify(playing)}: ${told.error}`);
  return told.result;
};

/** Plays, each apart from the others, on as many cores as there are; answers in the order of asking. */
export const playAll = async <Result>(
  program: URL,
  playings: readonly object[],
  onResult: (result: Result) => void = () => undefined,
): Promise<readonly Result[]> => {
  const results = new Map<number, Result>();
  const left = playings.entries();
  await Promise.all(
    Array.from({ length: Math.min(availableParallelism(), playings.length) }, async () => {
      const child = fork(fileURLToPath(program), [], {
        execArgv: [],
        env: { ...process.env, NODE_COMPILE_CACHE: compiled },
      });
      try {
        for (const [index, playing] of left) {
          const result = await play<Result>(child, playing);
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
