import type { Position } from '@eventstore/db-client';

const firstPause = 100;
const longestPause = 2_000;

/** What of the client's subscription is used. */
export interface Announcements {
  on(event: 'confirmation' | 'end' | 'close' | 'error', listener: () => void): unknown;
  on(event: 'data', listener: (announced: { event?: { readonly position: Position } }) => void): unknown;
  unsubscribe(): Promise<void>;
}

interface Missed {
  readonly position: bigint;
  readonly since: number;
}

interface WakerOptions {
  readonly subscribe: () => Announcements;
  /** The position of the last event of ours. */
  readonly head: () => Promise<bigint | undefined>;
  readonly ring: () => void;
  /** How long a server may take to confirm a subscription, and an event that was read to be announced (ms). */
  readonly deadline: number;
}

/**
 * Rings when the server announces an event. It may be deaf without knowing: servers end subscriptions, restart,
 * or stay silent behind a proxy, and no event is no sign of health. So whoever reads a page says what it saw, and a
 * subscription that has not announced that in time is replaced.
 */
export class Waker {
  readonly #options: WakerOptions;
  #listeners = 0;
  #subscription: Announcements | undefined;
  #pause = firstPause;
  #timer: NodeJS.Timeout | undefined;
  /** All after it is announced; unknown until the subscription is confirmed. */
  #announced: bigint | undefined;
  #missed: Missed | undefined;

  constructor(options: WakerOptions) {
    this.#options = options;
  }

  /** Listens as long as somebody does; call what it returns to stop. */
  listen(): () => void {
    if (this.#listeners++ === 0) this.#begin();
    let listens = true;
    return () => {
      if (!listens) return;
      listens = false;
      if (--this.#listeners === 0) this.stop();
    };
  }

  /** A reader has seen the event at this position. */
  saw(position: bigint): void {
    if (this.#announced === undefined || position <= this.#announced) return;
    this.#missed ??= { position, since: performance.now() };
    if (performance.now() - this.#missed.since > this.#options.deadline) this.#renew(this.#subscription);
  }

  #begin(): void {
    const subscription = this.#options.subscribe();
    this.#subscription = subscription;
    const renew = () => this.#renew(subscription);
    // They stay when the subscription is over: an error that nobody hears would end the process.
    subscription.on('error', renew);
    subscription.on('end', renew);
    subscription.on('close', renew);
    subscription.on('confirmation', () => void this.#confirmed(subscription));
    subscription.on('data', ({ event }) => {
      if (subscription === this.#subscription && event) this.#heard(event.position.commit);
      this.#options.ring();
    });
    this.#timer = setTimeout(renew, this.#options.deadline);
  }

  /** What was appended before now need not be announced, what comes after must be. */
  async #confirmed(subscription: Announcements): Promise<void> {
    this.#options.ring();
    try {
      const head = (await this.#options.head()) ?? -1n;
      if (subscription !== this.#subscription) return;
      clearTimeout(this.#timer);
      this.#pause = firstPause;
      this.#heard(head);
    } catch {
      this.#renew(subscription);
    }
  }

  #heard(position: bigint): void {
    if (this.#announced === undefined || position > this.#announced) this.#announced = position;
    if (this.#missed && this.#missed.position <= this.#announced) this.#missed = undefined;
  }

  #renew(subscription: Announcements | undefined): void {
    if (subscription === undefined || subscription !== this.#subscription) return;
    this.stop();
    this.#timer = setTimeout(() => this.#begin(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }

  stop(): void {
    clearTimeout(this.#timer);
    const subscription = this.#subscription;
    this.#subscription = undefined;
    this.#announced = undefined;
    this.#missed = undefined;
    subscription?.unsubscribe().catch(() => undefined);
  }
}
