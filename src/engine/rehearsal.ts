import type { Appended, EventStore, Expected, NewEvent } from '../ports/event-store.ts';
import type { Recorded } from '../kernel/message.ts';

/** Positions beyond any that a store gives out: they order what is rehearsed and go nowhere else. */
const beyond = 1n << 62n;

/**
 * A store on which one may try things out: it reads the log beneath it, and keeps what is appended to itself.
 * Nothing reaches the log. It holds still: what others append to a stream after it was written here is not seen.
 */
export const rehearsalOf = (
  log: Pick<EventStore, 'readStream'>,
): Pick<EventStore, 'readStream' | 'append'> => {
  const streams = new Map<string, Recorded[]>();
  let written = 0n;
  return {
    async readStream(stream, from = 0) {
      const kept = streams.get(stream);
      return kept ? kept.slice(from) : log.readStream(stream, from);
    },
    async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
      const beneath = streams.has(stream) ? [] : await log.readStream(stream);
      const before = streams.get(stream) ?? beneath;
      const next = expected === 'none' ? 0 : expected + 1;
      if (before.length !== next) return { done: false, since: before.slice(next) };
      const added = events.map((event, index): Recorded => {
        written += 1n;
        return { ...event, stream, revision: next + index, position: beyond + written };
      });
      streams.set(stream, [...before, ...added]);
      return { done: true, revision: next + added.length - 1, position: beyond + written };
    },
  };
};
