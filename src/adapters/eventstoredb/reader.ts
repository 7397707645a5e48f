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
import { isOfTheServer, isOurs, packed, recorded, unpacked } from './stored-event.ts';
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
  /** The head as it was found last, and how far the server's log reached then. */
  #headSeen: { readonly head: bigint | undefined; readonly end: bigint } | undefined;
  /** Nothing of ours lies between these. */
  #barren: { readonly after: bigint | undefined; readonly upTo: bigint | undefined } | undefined;

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

  /**
   * From the position itself, which the server counts in and we leave out; past pages of which nothing is ours. Whoever
   * asks again from where nothing of ours came goes on behind what was searched then.
   */
  async all(after: bigint | undefined, limit: number, signal: AbortSignal): Promise<readonly Recorded[]> {
    const found: Recorded[] = [];
    const start = this.#barren?.after === after ? (this.#barren?.upTo ?? after) : after;
    let from = start === undefined ? undefined : unpacked(start);
    let count = limit;
    while (found.length < limit) {
      const maxCount = from ? count + 1 : count;
      const events = await this.#pageOfAll(
        { direction: FORWARDS, fromPosition: from ?? START, maxCount },
        signal,
      );
      for (const { event } of events) {
        if (!event || event.position.commit === from?.commit || !isOurs(event)) continue;
        if (found.length < limit) found.push(recorded(event));
      }
      const last = events.at(-1)?.event;
      from = last?.position ?? from;
      if (!last || events.length < maxCount) break;
      count = page;
    }
    if (found.length === 0) this.#barren = { after, upTo: from?.commit };
    return found;
  }

  /** Backwards past what is not ours, at most to where it was looked at last. */
  async head(signal: AbortSignal): Promise<bigint | undefined> {
    const known = this.#headSeen;
    let end: bigint | undefined;
    let fromPosition: Position | typeof END = END;
    for (let maxCount = 1; ; maxCount = page) {
      const events = await this.#pageOfAll({ direction: BACKWARDS, fromPosition, maxCount }, signal);
      for (const { event } of events) {
        if (!event) continue;
        end ??= event.position.commit;
        const seen = known !== undefined && event.position.commit <= known.end;
        if (!seen && !isOurs(event)) continue;
        const head = seen ? known.head : packed(event.position);
        this.#headSeen = { head, end };
        return head;
      }
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
