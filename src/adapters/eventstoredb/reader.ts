import {
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  type EventStoreDBClient,
  FORWARDS,
  type Position,
  START,
} from '@eventstore/db-client';
import type { Recorded } from '../../kernel/message.ts';
import { pageOf } from './page.ts';
import type { Call, Servers } from './servers.ts';
import { isOfTheServer, packed, recorded, unpacked } from './stored-event.ts';
import { Refused, troubleOf } from './trouble.ts';

const page = 1_000;

interface PageOfAll {
  readonly direction: typeof FORWARDS | typeof BACKWARDS;
  readonly fromPosition: Position | typeof START | typeof END;
  readonly maxCount: number;
}

/** Reads pages, each with a deadline and asked again for as long as there is patience; a signal that is aborted ends both. */
export class Reader {
  readonly #servers: Servers;
  readonly #call: Call;
  readonly #deadline: number;
  readonly #patience: number;

  constructor(servers: Servers, call: Call, deadline: number, patience: number) {
    this.#servers = servers;
    this.#call = call;
    this.#deadline = deadline;
    this.#patience = patience;
  }

  async stream(stream: string, from: number, signal: AbortSignal): Promise<readonly Recorded[]> {
    const found: Recorded[] = [];
    for (let fromRevision = BigInt(from); ;) {
      const events = await this.#answered(signal, (client) =>
        pageOf(
          client.readStream(stream, { ...this.#call, fromRevision, maxCount: page }),
          this.#deadline,
          signal,
        ),
      );
      for (const { event } of events) if (event && !isOfTheServer(event)) found.push(recorded(event));
      const last = events.at(-1)?.event;
      if (!last || events.length < page) return found;
      fromRevision = last.revision + 1n;
    }
  }

  /** From the position itself, which the server counts in and we leave out; past pages that are all the server's own. */
  async all(after: bigint | undefined, limit: number, signal: AbortSignal): Promise<readonly Recorded[]> {
    const found: Recorded[] = [];
    let from = after === undefined ? undefined : unpacked(after);
    let count = limit;
    while (found.length < limit) {
      const maxCount = from ? count + 1 : count;
      const events = await this.#pageOfAll(
        { direction: FORWARDS, fromPosition: from ?? START, maxCount },
        signal,
      );
      for (const { event } of events) {
        if (!event || event.position.commit === from?.commit || isOfTheServer(event)) continue;
        if (found.length < limit) found.push(recorded(event));
      }
      const last = events.at(-1)?.event;
      if (!last || events.length < maxCount) break;
      from = last.position;
      count = page;
    }
    return found;
  }

  /** Backwards past whatever the server wrote behind it. */
  async head(signal: AbortSignal): Promise<bigint | undefined> {
    let fromPosition: Position | typeof END = END;
    for (let maxCount = 1; ; maxCount = page) {
      const events = await this.#pageOfAll({ direction: BACKWARDS, fromPosition, maxCount }, signal);
      const last = events.find(({ event }) => event && !isOfTheServer(event));
      if (last?.event) return packed(last.event.position);
      const oldest = events.at(-1)?.event;
      if (!oldest || events.length < maxCount) return undefined;
      fromPosition = oldest.position;
    }
  }

  #pageOfAll(options: PageOfAll, signal: AbortSignal): Promise<readonly AllStreamResolvedEvent[]> {
    return this.#answered(signal, (client) =>
      pageOf(client.readAll({ ...this.#call, ...options }), this.#deadline, signal),
    );
  }

  async #answered<T>(
    signal: AbortSignal,
    read: (client: EventStoreDBClient) => Promise<readonly T[]>,
  ): Promise<readonly T[]> {
    try {
      return await this.#servers.answer(this.#patience, read, signal);
    } catch (error) {
      switch (troubleOf(error)) {
        case 'no stream':
          return [];
        case 'not allowed':
          throw new Refused('EventStoreDB does not let this user read.');
        case 'deleted':
          throw new Refused('The stream was deleted on the server.');
        default:
          throw error;
      }
    }
  }
}
