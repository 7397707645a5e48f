import { eventId } from '../../engine/ids.ts';
import type { ToldEvent } from './read-line.ts';

export type Placed =
  /** `begins`: with it another append begins than that of the line before. */
  { readonly begins: boolean } | { readonly wrong: string };

/** Whether lines may follow each other as they do: each stream counts on, and each id is that of its place in its command. */
export class Sequence {
  readonly #last = new Map<string, number>();
  #stream = '';
  #command = '';
  #index = 0;

  place({ id, stream, revision, meta: { commandId } }: ToldEvent): Placed {
    const last = this.#last.get(stream) ?? -1;
    if (revision > last + 1)
      return {
        wrong: `revision ${revision} of ${stream} follows ${last < 0 ? 'nothing' : last}: a line before it is missing or comes later`,
      };
    if (revision <= last)
      return {
        wrong: `revision ${revision} of ${stream} was there before: the line stands twice or too late`,
      };
    const begins = stream !== this.#stream || commandId !== this.#command;
    const index = begins ? 0 : this.#index + 1;
    if (eventId(commandId, stream, index) !== id)
      return {
        wrong: `the id is not that of event ${index} of command ${commandId} on ${stream}: the line was changed, or one before it is missing`,
      };
    this.#last.set(stream, revision);
    this.#stream = stream;
    this.#command = commandId;
    this.#index = index;
    return { begins };
  }
}
