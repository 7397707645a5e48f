import type { StoryEvent } from '../kernel/projection.ts';

/** The events of the streams that were touched last, of all sources together, so that one limit holds for them. */
export class HeldStreams {
  readonly #streams = new Map<string, StoryEvent[]>();
  #size = 0;

  get(stream: string): StoryEvent[] | undefined {
    return this.#streams.get(stream);
  }

  begin(stream: string): StoryEvent[] {
    const events: StoryEvent[] = [];
    this.#streams.set(stream, events);
    return events;
  }

  push(held: StoryEvent[], event: StoryEvent): void {
    held.push(event);
    this.#size++;
  }

  touch(stream: string): void {
    const held = this.#streams.get(stream);
    if (!held) return;
    this.#streams.delete(stream);
    this.#streams.set(stream, held);
  }

  /** Lets the streams go that were touched longest ago, until no more than so many events are held. */
  keep(most: number): void {
    for (const [stream, held] of this.#streams) {
      if (this.#size <= most) return;
      this.#streams.delete(stream);
      this.#size -= held.length;
    }
  }

  /** Nothing that is held is relied on any more. */
  forget(): void {
    this.#streams.clear();
    this.#size = 0;
  }
}
