import type { Recorded } from '../kernel/message.ts';
import type { StoryEvent, StorySource } from '../kernel/projection.ts';

export const inLogOrder = (a: StoryEvent, b: StoryEvent): number =>
  a.position < b.position ? -1 : a.position > b.position ? 1 : 0;

/** Makes the events of stories from recorded ones: structural fields only, and of the meta what a reader is shown. */
export class StoryEvents {
  readonly #source: StorySource;
  readonly #leftOut: ReadonlyMap<string, readonly string[]>;

  constructor(source: StorySource) {
    this.#source = source;
    this.#leftOut = new Map(
      Object.entries(source.events).map(([type, { fields }]) => [
        type,
        Object.entries(fields).flatMap(([name, { classification }]) =>
          classification === 'structural' ? [] : [name],
        ),
      ]),
    );
  }

  keyOf(stream: string): string | undefined {
    return stream.startsWith(this.#source.prefix) ? stream.slice(this.#source.prefix.length) : undefined;
  }

  of(key: string, { id, revision, type, version, data, position, meta }: Recorded): StoryEvent {
    return {
      id,
      key,
      revision,
      type,
      version,
      data: this.structural(type, data),
      position,
      commandId: meta.commandId,
      recordedAt: meta.recordedAt,
      role: meta.actor.role,
    };
  }

  /** What is personal or free text may be erased, and no read model rests on it. */
  structural(type: string, data: unknown): unknown {
    const unwanted = this.#leftOut.get(type);
    if (unwanted === undefined || unwanted.length === 0) return data;
    return this.strip(type, { ...(data as Record<string, unknown>) });
  }

  /** As `structural`, of data that nobody else has: it is changed where it stands. */
  strip(type: string, data: Record<string, unknown>): unknown {
    for (const name of this.#leftOut.get(type) ?? []) if (name in data) data[name] = undefined;
    return data;
  }
}
