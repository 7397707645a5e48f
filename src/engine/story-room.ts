import type { Scratch, ScratchPiece } from '../ports/view-store.ts';

/** Where the text of one story is. */
export interface StoryText {
  /** In memory: from, to, from, to. */
  places: number[];
  readonly aside: ScratchPiece[];
}

/** The longest a line can be in bytes, for its length in characters. */
const widest = 3;

/**
 * Room for the texts of all stories, from whatever source, so that one limit holds for them together. What does
 * not fit is put aside, a piece per story, so that reading one at the end reads a few pieces.
 */
export class StoryRoom {
  readonly #scratch: Scratch;
  readonly #texts: StoryText[] = [];
  /** Where the text of one story is gathered. */
  #story = Buffer.allocUnsafe(65_536);
  #room: Buffer;
  #used = 0;

  constructor(scratch: Scratch, bytes: number) {
    this.#scratch = scratch;
    this.#room = Buffer.allocUnsafe(bytes);
  }

  begin(): StoryText {
    const text: StoryText = { places: [], aside: [] };
    this.#texts.push(text);
    return text;
  }

  write(text: StoryText, line: string): void {
    this.#makeRoom(line.length * widest);
    const from = this.#used;
    this.#used += this.#room.write(line, from);
    const { places } = text;
    if (places.at(-1) === from) places[places.length - 1] = this.#used;
    else places.push(from, this.#used);
  }

  read({ places, aside }: StoryText): string {
    let used = 0;
    for (const piece of aside) {
      const bytes = this.#scratch.read(piece);
      this.#reserve(used, bytes.length);
      this.#story.set(bytes, used);
      used += bytes.length;
    }
    return this.#story.toString('utf8', 0, this.#gather(places, used));
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
    for (const text of this.#texts) {
      if (text.places.length === 0) continue;
      const length = this.#gather(text.places, 0);
      text.aside.push(this.#scratch.write(this.#story.subarray(0, length)));
      text.places = [];
    }
    this.#used = 0;
    if (bytes > this.#room.length) this.#room = Buffer.allocUnsafe(bytes);
  }
}
