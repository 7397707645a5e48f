/** What can go wrong with one append. Unless it says otherwise nothing is written. */
export type AppendFault =
  | 'not leader'
  | 'unavailable'
  | 'commit phase timeout'
  | 'commit phase timeout, but written'
  /** Written; the answer comes after a while, or when {@link Faults.acknowledge} is called. */
  | 'late acknowledgement'
  /** Written; the connection breaks before the answer. */
  | 'lost acknowledgement'
  /** Written; no answer ever, and the connection stays. */
  | 'no acknowledgement'
  /** The connection breaks before anything is written. */
  | 'broken before'
  /** Written and answered; a Timeout follows under the same correlation id. On the Append call there is no such thing. */
  | 'second answer';

/** What can go wrong with one read or with the beginning of one subscription. */
export type ReadFault = 'not leader' | 'unavailable' | 'no answer' | 'broken half-way';

/** How every subscription that is open can end. */
export type SubscriptionFault =
  | 'unavailable'
  | 'consumer too slow'
  /** What a server that is told to stop does. */
  | 'server stops'
  /** The server ends the call as if all were well. */
  | 'ended';

interface FaultsOf {
  append: AppendFault;
  read: ReadFault;
  subscribe: ReadFault;
}

/** The faults that are asked for; each happens once, in the order in which they were asked for. */
export class Faults {
  readonly #asked: { [Kind in keyof FaultsOf]: FaultsOf[Kind][] } = { append: [], read: [], subscribe: [] };
  readonly #subscriptions = new Set<(fault: SubscriptionFault) => void>();
  readonly #late = new Set<() => void>();

  /** The next `times` of these operations go wrong. */
  next<Kind extends keyof FaultsOf>(operation: Kind, fault: FaultsOf[Kind], times = 1): void {
    for (let time = 0; time < times; time++) this.#asked[operation].push(fault);
  }

  /** Ends every subscription that is open; answers how many. */
  endSubscriptions(fault: SubscriptionFault): number {
    const open = [...this.#subscriptions];
    for (const end of open) end(fault);
    return open.length;
  }

  /** Lets the late acknowledgements go now. */
  acknowledge(): void {
    for (const go of this.#late) go();
  }

  get openSubscriptions(): number {
    return this.#subscriptions.size;
  }

  /** Those that were asked for and have not happened. */
  get left(): number {
    return Object.values(this.#asked).reduce((sum, asked) => sum + asked.length, 0);
  }

  clear(): void {
    for (const asked of Object.values(this.#asked)) asked.length = 0;
  }

  /** For the server: the fault that this operation must have. */
  take<Kind extends keyof FaultsOf>(operation: Kind): FaultsOf[Kind] | undefined {
    return this.#asked[operation].shift();
  }

  /** For the server: until a late acknowledgement may go. */
  async late(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        this.#late.delete(go);
        resolve();
      };
      const timer = setTimeout(go, milliseconds).unref();
      this.#late.add(go);
    });
  }

  /** For the server: a subscription that can be ended; returns how to forget it. */
  subscribed(end: (fault: SubscriptionFault) => void): () => void {
    this.#subscriptions.add(end);
    return () => this.#subscriptions.delete(end);
  }
}
