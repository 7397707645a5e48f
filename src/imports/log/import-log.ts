import { Chain, isOurs, rawLineOf } from '../../engine/chain.ts';
import type { EventStore, NewEvent } from '../../ports/event-store.ts';
import { appendInOrder, type OrderedAppend, type OrderedAppends } from '../../ports/ordered-appends.ts';
import { type RawLog, rawEventsOf } from '../../ports/raw-log.ts';
import { largestAppend } from '../../ports/storable.ts';
import type { ExactLine } from './exact-lines.ts';
import { readLine, type ToldEvent } from './read-line.ts';
import { Sequence } from './sequence.ts';

type Log = EventStore & Partial<RawLog> & Partial<OrderedAppends>;

export interface LogToImport {
  readonly lines: AsyncIterable<ExactLine>;
  /** Written by nobody else meanwhile. */
  readonly store: Log;
  /** Everything is looked at, nothing is written. */
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  /** Told now and then how many lines have been dealt with. */
  readonly onProgress: (lines: number) => void;
}

/** `stands`: how many events of the file the store holds now; the same command goes on from there. */
export type LogAnswer =
  | {
      readonly outcome: 'done';
      readonly events: number;
      readonly written: number;
      readonly chain: string;
    }
  /** A line that cannot be, or cannot be here; mended, the same command goes on. */
  | { readonly outcome: 'wrongLine'; readonly line: number; readonly what: string; readonly stands: number }
  /** The store is neither empty nor a first part of this file. */
  | { readonly outcome: 'otherLog'; readonly line: number; readonly what: string }
  /** Somebody else wrote: what is in the store now is no copy. */
  | { readonly outcome: 'disturbed' }
  | { readonly outcome: 'stopped'; readonly stands: number };

/** What goes to the store at once: enough that a commit costs little for each, little enough to hold. */
const mostAtOnce = { events: 1_000, bytes: 4_000_000 };
const tellEvery = 10_000;

const storedLines = async function* (store: Log): AsyncGenerator<string> {
  for await (const events of rawEventsOf(store))
    for (const event of events) if (isOurs(event.stream)) yield rawLineOf(event);
};

/** Bytes of data and meta, which are what a store limits. */
const sizeOf = (text: string, event: ToldEvent): number =>
  Buffer.byteLength(text) - Buffer.byteLength(rawLineOf({ ...event, data: '', meta: '', position: 0n }));

/** Appends that wait until there are enough of them; the last may not be complete. */
class Waiting {
  #appends: (OrderedAppend & { readonly events: NewEvent[] })[] = [];
  #events = 0;
  #bytes = 0;
  #lastBytes = 0;

  get isEnough(): boolean {
    return this.#events >= mostAtOnce.events || this.#bytes >= mostAtOnce.bytes;
  }

  /** Whether a store takes the append that it belongs to. */
  add({ stream, revision, ...event }: ToldEvent, begins: boolean, size: number): boolean {
    const last = begins ? undefined : this.#appends.at(-1);
    if (last) last.events.push(event);
    else
      this.#appends.push({
        stream,
        expected: revision === 0 ? 'none' : revision - 1,
        events: [event],
      });
    this.#lastBytes = last ? this.#lastBytes + size : size;
    this.#events += 1;
    this.#bytes += size;
    return this.#lastBytes <= largestAppend;
  }

  /** What came after the last beginning goes away: more of it may be to come that cannot come. */
  dropLast(): void {
    this.#events -= this.#appends.pop()?.events.length ?? 0;
  }

  take(): { readonly appends: readonly OrderedAppend[]; readonly events: number } {
    const taken = { appends: this.#appends, events: this.#events };
    this.#appends = [];
    this.#events = 0;
    this.#bytes = 0;
    return taken;
  }
}

class Import {
  readonly #store: Log;
  readonly #dryRun: boolean;
  readonly #sequence = new Sequence();
  readonly #chain = new Chain();
  readonly #waiting = new Waiting();
  #stands = 0;
  #written = 0;

  constructor({ store, dryRun }: Pick<LogToImport, 'store' | 'dryRun'>) {
    this.#store = store;
    this.#dryRun = dryRun;
  }

  async run({ lines, signal, onProgress }: LogToImport): Promise<LogAnswer> {
    const stored = storedLines(this.#store);
    let there = await stored.next();
    for await (const line of lines) {
      if (signal.aborted) return { outcome: 'stopped', stands: this.#stands };
      const looked = this.#look(line);
      if ('wrong' in looked) return this.#stopAt(line.number, looked.wrong);
      if (!there.done) {
        if (there.value !== looked.text) return differing(line.number, there.value, looked.event);
        there = await stored.next();
        this.#stands += 1;
      } else {
        if (looked.begins && this.#waiting.isEnough && !(await this.#write()))
          return { outcome: 'disturbed' };
        if (!this.#waiting.add(looked.event, looked.begins, sizeOf(looked.text, looked.event)))
          return this.#stopAt(line.number, `belongs to an append of more than ${largestAppend} bytes`);
      }
      this.#chain.link(looked.text);
      if (line.number % tellEvery === 0) onProgress(line.number);
    }
    if (!there.done)
      return {
        outcome: 'otherLog',
        line: this.#chain.ordinal + 1,
        what: 'the store goes on where the file ends',
      };
    return (await this.#write()) && (await this.#isCopy())
      ? { outcome: 'done', events: this.#chain.ordinal, written: this.#written, chain: this.#chain.hash }
      : { outcome: 'disturbed' };
  }

  #look(
    line: ExactLine,
  ):
    | { readonly text: string; readonly event: ToldEvent; readonly begins: boolean }
    | { readonly wrong: string } {
    if ('wrong' in line) return line;
    const read = readLine(line.text);
    if ('wrong' in read) return read;
    const placed = this.#sequence.place(read.event);
    return 'wrong' in placed ? placed : { text: line.text, event: read.event, begins: placed.begins };
  }

  /** What is whole before the line is written; the append that it may belong to is not. */
  async #stopAt(line: number, what: string): Promise<LogAnswer> {
    this.#waiting.dropLast();
    if (!(await this.#write())) return { outcome: 'disturbed' };
    return { outcome: 'wrongLine', line, what, stands: this.#stands };
  }

  /** Whether nobody was first. */
  async #write(): Promise<boolean> {
    const { appends, events } = this.#waiting.take();
    if (appends.length === 0 || this.#dryRun) return true;
    const answers = await appendInOrder(this.#store, appends);
    if (!answers.every(({ done }) => done)) return false;
    this.#stands += events;
    this.#written += events;
    return true;
  }

  /** Read back from the first event on: two stores with the same chain hold the same log. */
  async #isCopy(): Promise<boolean> {
    if (this.#dryRun) return true;
    const found = new Chain();
    for await (const events of rawEventsOf(this.#store)) for (const event of events) found.addRaw(event);
    return found.ordinal === this.#chain.ordinal && found.hash === this.#chain.hash;
  }
}

const differing = (line: number, stored: string, { id, stream, revision }: ToldEvent): LogAnswer => {
  const there = JSON.parse(stored) as ToldEvent;
  return {
    outcome: 'otherLog',
    line,
    what:
      there.id === id && there.stream === stream && there.revision === revision
        ? `event ${line} of the store is the same event with other contents`
        : `event ${line} of the store is another one: ${there.type}, revision ${there.revision} of ${there.stream}`,
  };
};

/**
 * Fills a store with an exported log: the same events with the same ids in the same order, so that ordinals,
 * chain and reports are the same. A store that holds a first part of the file already goes on after it.
 */
export const importLog = (parts: LogToImport): Promise<LogAnswer> => new Import(parts).run(parts);
