import type { Instant } from '../kernel/instant.ts';
import type { Meta, Role, Uuid } from '../kernel/message.ts';
import type { Story, StoryEvent, StorySource } from '../kernel/projection.ts';
import type { RawEvent } from '../ports/raw-log.ts';
import { Joins } from './joins.ts';
import { inLogOrder, StoryEvents } from './story-event.ts';
import type { StoryRoom, StoryText } from './story-room.ts';

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
  readonly text: StoryText;
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

/**
 * The stories of all keys of one source at once, as the text in which their events are stored: a third of the
 * room that objects take, and nothing for the collector of garbage to look into.
 */
export class StoryHeap {
  readonly joins = new Joins();
  readonly #source: StorySource;
  readonly #events: StoryEvents;
  readonly #room: StoryRoom;
  readonly #kept = new Map<string, Kept>();
  readonly #types = new Names();
  readonly #roles = new Names<Role>();
  #last: { readonly stream: string; readonly kept: Kept } | undefined;

  constructor(source: StorySource, room: StoryRoom) {
    this.#source = source;
    this.#events = new StoryEvents(source);
    this.#room = room;
  }

  /** An event of any stream; those of other sources are no part of these stories. */
  add({ id, stream, revision, type, version, position, data, meta }: RawEvent): void {
    if (!stream.startsWith(this.#source.prefix)) return;
    const kept = this.#keptOf(stream);
    const { commandId, recordedAt, role } = shownOf(meta);
    this.#room.write(
      kept.text,
      `["${id}",${revision},${this.#types.number(type)},${version},${numeral(position)},"${commandId}","${recordedAt}",${this.#roles.number(role)},${data}],`,
    );
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
    const kept = { key: stream.slice(this.#source.prefix.length), text: this.#room.begin() };
    this.#kept.set(stream, kept);
    return kept;
  }

  #told({ key, text }: Kept): StoryEvent[] {
    // Each event is followed by a comma; after the last one there is nothing to come.
    const lines = this.#room.read(text).slice(0, -1);
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
}
