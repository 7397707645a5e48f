import { LRUCache } from 'lru-cache';

const most = 24;

/** Answers to the last questions, for as long as nothing was added to the log: dashboards ask the same again and again. */
export class Remembered {
  readonly #answers = new LRUCache<string, object>({ max: most });
  #ordinal = -1;

  /** The answer to this question at this ordinal, made when it is not known. */
  of<Answer extends object>(kind: string, question: object, ordinal: number, make: () => Answer): Answer {
    if (ordinal !== this.#ordinal) {
      this.#answers.clear();
      this.#ordinal = ordinal;
    }
    const key = `${kind} ${JSON.stringify(question)}`;
    const known = this.#answers.get(key);
    // The kind of a question is that of its answer.
    if (known) return known as Answer;
    const made = make();
    this.#answers.set(key, made);
    return made;
  }
}
