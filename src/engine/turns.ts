/** Work on the same keys, one after the other in the order in which it was asked for; other keys do not wait. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  take<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = keys.flatMap((key) => this.#last.get(key) ?? []);
    const mine = Promise.allSettled(before).then(work);
    for (const key of keys) this.#last.set(key, mine);
    const leave = (): void => {
      for (const key of keys) if (this.#last.get(key) === mine) this.#last.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  }
}
