import type { EventStore } from './event-store.ts';

/** An event with its data and meta as the text that is stored. */
export interface RawEvent {
  readonly position: bigint;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly data: string;
  readonly meta: string;
}

/** A store that hands out what it stores without taking it apart first; one that cannot is asked for events. */
export interface RawLog {
  /** Everything after a position, in log order. */
  rawEvents(after?: bigint): Iterable<RawEvent>;
}

const isRaw = (log: EventStore & Partial<RawLog>): log is EventStore & RawLog =>
  typeof log.rawEvents === 'function';

const page = 1_000;

/** Everything in the log as text, from a position on to where it ends when that is reached. */
export async function* rawEventsOf(
  log: EventStore & Partial<RawLog>,
  after?: bigint,
): AsyncGenerator<Iterable<RawEvent>> {
  if (isRaw(log)) {
    yield log.rawEvents(after);
    return;
  }
  for (let at = after; ;) {
    const events = await log.readAll(at, page);
    at = events.at(-1)?.position;
    if (at === undefined) return;
    yield events.map(({ data, meta, ...event }) => ({
      ...event,
      data: JSON.stringify(data),
      meta: JSON.stringify(meta),
    }));
  }
}
