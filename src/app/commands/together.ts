import type { Done, Outcome } from '../../http/messages.ts';
import { Problem } from '../../http/problem.ts';

/** Of one group so many at once, so that the other places are for who asks meanwhile. */
const atOnce = 8;

export interface Together<T> {
  /** In the order of what was asked. */
  readonly each: readonly { readonly of: T; readonly became: Outcome }[];
  /** The last of all. */
  readonly position: bigint | undefined;
}

const outcomeOf = async (ask: () => Promise<Done>): Promise<Outcome> => {
  try {
    return { done: await ask() };
  } catch (error) {
    // A fault of the service is nobody's answer: asked again, what was recorded is answered as recorded.
    if (!(error instanceof Problem) || error.getStatus() >= 500) throw error;
    return { problem: error.body };
  }
};

/** One request that many streams decide, each for itself; who is refused keeps nobody else out. */
export const together = async <T>(
  items: readonly T[],
  ask: (item: T) => Promise<Done>,
): Promise<Together<T>> => {
  const each: { readonly of: T; readonly became: Outcome }[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, of] of waiting) each[index] = { of, became: await outcomeOf(() => ask(of)) };
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return {
    each,
    position: each.reduce<bigint | undefined>((last, { became: { done } }) => {
      const position = done?.position;
      return position !== undefined && (last === undefined || position > last) ? position : last;
    }, undefined),
  };
};
