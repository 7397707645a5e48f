import type { Appended, EventStore, Expected, NewEvent } from './event-store.ts';

/** One of many appends that are to stand in the log in the order in which they are asked. */
export interface OrderedAppend {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly NewEvent[];
}

/** A store that takes many appends in one go; one that cannot is asked for each when the one before it is answered. */
export interface OrderedAppends {
  /**
   * As if each were awaited before the next was asked: each by itself is all or none, and after one that is not
   * done none is tried. An answer for each that was tried. Rejected, any first part of them may be in the log.
   */
  appendInOrder(appends: readonly OrderedAppend[]): Promise<readonly Appended[]>;
}

const inOneGo = (store: EventStore & Partial<OrderedAppends>): store is EventStore & OrderedAppends =>
  typeof store.appendInOrder === 'function';

export const appendInOrder = async (
  store: EventStore & Partial<OrderedAppends>,
  appends: readonly OrderedAppend[],
): Promise<readonly Appended[]> => {
  if (appends.length === 0) return [];
  if (inOneGo(store)) return store.appendInOrder(appends);
  const answers: Appended[] = [];
  for (const { stream, expected, events } of appends) {
    const answer = await store.append(stream, expected, events);
    answers.push(answer);
    if (!answer.done) break;
  }
  return answers;
};
