import { LRUCache } from 'lru-cache';
import type { Happening, Recorded, Uuid } from '../kernel/message.ts';
import type { Readable } from '../kernel/subject.ts';
import type { EventStore } from '../ports/event-store.ts';
import { told } from './codec.ts';

/** What a command left behind in the stream that decided it. */
export interface Remembered {
  readonly hash: string;
  readonly events: readonly { readonly id: Uuid; readonly type: string }[];
  readonly revision: number;
  readonly position: bigint;
}

/** A stream folded up to a revision (-1: empty), with the commands that wrote it. */
export interface Folded<State> {
  readonly state: State;
  readonly revision: number;
  readonly last: Recorded | undefined;
  readonly commands: Map<Uuid, Remembered>;
}

/**
 * What came after, folded in. The state given is not touched; the memory of commands is shared and grows,
 * so that two readers of the same baseline must not remember an event twice.
 */
export const foldIn = <State, Event extends Happening>(
  readable: Readable<State, Event>,
  before: Folded<State>,
  came: readonly Recorded[],
): Folded<State> => {
  if (came.length === 0) return before;
  let { state } = before;
  for (const event of came) {
    state = readable.evolve(state, told<Event>(readable.events, event));
    const { commandId, commandHash } = event.meta;
    const earlier = before.commands.get(commandId);
    if (earlier && earlier.revision >= event.revision) continue;
    before.commands.set(commandId, {
      hash: commandHash,
      events: [...(earlier?.events ?? []), { id: event.id, type: event.type }],
      revision: event.revision,
      position: event.position,
    });
  }
  const last = came.at(-1);
  return { state, revision: last?.revision ?? before.revision, last, commands: before.commands };
};

/**
 * Folds of recent streams. What is kept is a baseline only: what came after it is read at each use, so a
 * second writer is never overlooked.
 */
export class WarmStreams {
  readonly #store: Pick<EventStore, 'readStream'>;
  readonly #kept: LRUCache<string, Folded<unknown>>;

  constructor(store: Pick<EventStore, 'readStream'>, most: number) {
    this.#store = store;
    this.#kept = new LRUCache({ max: most });
  }

  async read<State, Event extends Happening>(
    readable: Readable<State, Event>,
    stream: string,
  ): Promise<Folded<State>> {
    const baseline = (this.#kept.get(stream) as Folded<State> | undefined) ?? {
      state: readable.initial,
      revision: -1,
      last: undefined,
      commands: new Map<Uuid, Remembered>(),
    };
    const came = await this.#store.readStream(stream, baseline.revision + 1);
    const folded = foldIn(readable, baseline, came);
    this.keep(stream, folded);
    return folded;
  }

  keep<State>(stream: string, folded: Folded<State>): void {
    if (folded.revision >= 0) this.#kept.set(stream, folded);
  }
}
