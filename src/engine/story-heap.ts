import type { Instant } from '../kernel/instant.ts';
import type { Meta, Role, Uuid } from '../kernel/message.ts';
import type { Story, StoryEvent, StorySource } from '../kernel/projection.ts';
import type { RawEvent } from '../ports/raw-log.ts';
import type { Scratch, ScratchPiece } from '../ports/view-store.ts';
import { Joins } from './joins.ts';
import { inLogOrder, StoryEvents } from './story-event.ts';

type Line = readonly [
  id: Uuid,
  revision: number,
  type: number,
  version: number,
  position: number | string,
  commandId: Uuid,
  recordedAt: Instant,
  role: number,
  data: Record<string, unknown>,
];

interface Kept {
  readonly key: string;
  /** Where its events lie in memory: from, to, from, to. */
  places: number[];
  readonly aside: ScratchPiece[];
}

interface Shown {
  readonly commandId: string;
  readonly recordedAt: string;
  readonly role: string;
}

const before = { commandId: '{"commandId":"', recordedAt: '"recordedAt":"', role: '"role":"' };

/** The command’s id and hash come before the role, which is looked for behind them. */
const afterHashes = 128;

/**
 * What a reader is shown of the meta. A quote inside a text of JSON is escaped, so the name of a member with
 * its quotes stands nowhere but where the member is; taking the whole apart would take longer than all the rest.
 */
const shownOf = (meta: string): Shown => {
  const recorded = meta.lastIndexOf(before.recordedAt);
  const role = meta.indexOf(before.role, afterHashes);
  if (!meta.startsWith(before.commandId) || recorded < 0 || role < 0) {
    const { commandId, recordedAt, actor } = JSON.parse(meta) as Meta;
    return { commandId, recordedAt, role: actor.role };
  }
  const from = recorded + before.recordedAt.length;
  const roleFrom = role + before.role.length;
  return {
    commandId: meta.slice(before.commandId.length, before.commandId.length + 36),
    recordedAt: meta.slice(from, from + 24),
    role: meta.slice(roleFrom, meta.indexOf('"', roleFrom)),
  };
};

const mostExact = BigInt(Number.MAX_SAFE_INTEGER);
/** As a number of JSON as long as it is exact. */
const numeral = (position: bigint): string => (position <= mostExact ? `${position}` : `"${position}"`);

/** Names that come back very often, by number. */
class Names<Name extends string> {
  readonly #numbers = new Map<string, number>();
  readonly #names: Name[] = [];

  number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    return this.#names.push(name as Name) - 1;
  }

  name(number: number): Name {
    const found = this.#names[number];
    if (found === undefined) throw new RangeError(`there is no name ${number}`);
    return found;
  }
}

/** The longest an event can be in bytes, for its length in characters. */
const widest = 3;

/**
 * The stories of all keys at once, as the text in which their events are stored: a third of the room that
 * objects take, and nothing for the collector of garbage to look into. What does not fit is put aside, a piece
 * per key, so that telling a story at the end reads a few pieces.
 */
export class StoryHeap {
  readonly joins = new Joins();
  readonly #source: StorySource;
  readonly #events: StoryEvents;
  readonly #scratch: Scratch;
  readonly #kept = new Map<string, Kept>();
  readonly #types = new Names();
  readonly #roles = new Names<Role>();
  /** Where the text of one story is gathered. */
  #story = Buffer.allocUnsafe(65_536);
  #room: Buffer;
  #used = 0;
  #last: { readonly stream: string; readonly kept: Kept } | undefined;

  constructor(source: StorySource, scratch: Scratch, bytes: number) {
    this.#source = source;
    this.#events = new StoryEvents(source);
    this.#scratch = scratch;
    this.#room = Buffer.allocUnsafe(bytes);
  }

  add({ id, stream, revision, type, version, position, data, meta }: RawEvent): void {
    if (!stream.startsWith(this.#source.prefix)) return;
    const kept = this.#keptOf(stream);
    const { commandId, recordedAt, role } = shownOf(meta);
    const line = `["${id}",${revision},${this.#types.number(type)},${version},${numeral(position)},"${commandId}","${recordedAt}",${this.#roles.number(role)},${data}],`;
    this.#makeRoom(line.length * widest);
    const from = this.#used;
    this.#used += this.#room.write(line, from);
    if (kept.places.at(-1) === from) kept.places[kept.places.length - 1] = this.#used;
    else kept.places.push(from, this.#used);
    if (this.#source.joining.has(type)) {
      const into = this.#source.joins({ type, data: JSON.parse(data) as unknown });
      if (into !== undefined) this.joins.add({ from: kept.key, into });
    }
  }

  *stories(): Generator<Story> {
    for (const kept of this.#kept.values()) {
      const joined: StoryEvent[] = [];
      for (const other of this.joins.partsOf(kept.key)) {
        const found = this.#kept.get(`${this.#source.prefix}${other}`);
        if (found) joined.push(...this.#told(found));
      }
      yield { key: kept.key, events: this.#told(kept), joined: joined.sort(inLogOrder) };
    }
  }

  #keptOf(stream: string): Kept {
    // What one command wrote lies together.
    if (stream === this.#last?.stream) return this.#last.kept;
    const kept = this.#kept.get(stream) ?? this.#begin(stream);
    this.#last = { stream, kept };
    return kept;
  }

  #begin(stream: string): Kept {
    const kept = { key: stream.slice(this.#source.prefix.length), places: [], aside: [] };
    this.#kept.set(stream, kept);
    return kept;
  }

  #told({ key, places, aside }: Kept): StoryEvent[] {
    let used = 0;
    for (const piece of aside) {
      const bytes = this.#scratch.read(piece);
      this.#reserve(used, bytes.length);
      this.#story.set(bytes, used);
      used += bytes.length;
    }
    used = this.#gather(places, used);
    // Each event is followed by a comma; after the last one there is nothing to come.
    const lines = this.#story.toString('utf8', 0, Math.max(0, used - 1));
    return (JSON.parse(`[${lines}]`) as Line[]).map(
      ([id, revision, code, version, position, commandId, recordedAt, role, data]) => {
        const type = this.#types.name(code);
        return {
          id,
          key,
          revision,
          type,
          version,
          data: this.#events.strip(type, data),
          position: BigInt(position),
          commandId,
          recordedAt,
          role: this.#roles.name(role),
        };
      },
    );
  }

  /** Copies what lies at these places behind what is gathered so far; answers how much that makes. */
  #gather(places: readonly number[], used: number): number {
    let to = used;
    for (let index = 0; index + 1 < places.length; index += 2) {
      const from = places[index] ?? 0;
      const length = (places[index + 1] ?? 0) - from;
      this.#reserve(to, length);
      this.#room.copy(this.#story, to, from, from + length);
      to += length;
    }
    return to;
  }

  #reserve(used: number, more: number): void {
    if (used + more <= this.#story.length) return;
    const wider = Buffer.allocUnsafe((used + more) * 2);
    this.#story.copy(wider, 0, 0, used);
    this.#story = wider;
  }

  #makeRoom(bytes: number): void {
    if (this.#used + bytes <= this.#room.length) return;
    for (const kept of this.#kept.values()) {
      if (kept.places.length === 0) continue;
      const length = this.#gather(kept.places, 0);
      kept.aside.push(this.#scratch.write(this.#story.subarray(0, length)));
      kept.places = [];
    }
    this.#used = 0;
    if (bytes > this.#room.length) this.#room = Buffer.allocUnsafe(bytes);
  }
}
