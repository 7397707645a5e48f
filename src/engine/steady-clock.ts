import type { Instant } from '../kernel/instant.ts';
import type { Clock } from '../ports/clock.ts';
import type { Monotonic } from '../ports/monotonic.ts';

/** The furthest that the clock on the wall may run from the one that only grows, between two looks, in milliseconds. */
const furthest = 60_000;
/** Looks in a row that must agree before the clock on the wall is believed again. */
const agreeing = 2;

export interface ClockJump {
  readonly before: Instant;
  readonly after: Instant;
  /** How far it jumped: positive is ahead. */
  readonly milliseconds: number;
}

/**
 * Whether the clock on the wall can be believed. One that is put forward by a month would make a month of reminders
 * due at once; so after a jump nothing is due until it has agreed with the monotonic clock twice.
 */
export class SteadyClock {
  readonly #clock: Clock;
  readonly #monotonic: Monotonic;
  readonly #onJump: (jump: ClockJump) => void;
  #last: { readonly wall: Instant; readonly elapsed: number } | undefined;
  #toAgree = 0;

  constructor(clock: Clock, monotonic: Monotonic, onJump: (jump: ClockJump) => void) {
    this.#clock = clock;
    this.#monotonic = monotonic;
    this.#onJump = onJump;
  }

  /** What time it is; nothing while the clock cannot be believed. */
  look(): Instant | undefined {
    const [wall, elapsed] = [this.#clock.now(), this.#monotonic.elapsed()];
    const last = this.#last;
    this.#last = { wall, elapsed };
    if (!last) return wall;
    const milliseconds = Date.parse(wall) - Date.parse(last.wall) - (elapsed - last.elapsed);
    if (Math.abs(milliseconds) > furthest) {
      this.#toAgree = agreeing;
      this.#onJump({ before: last.wall, after: wall, milliseconds });
      return undefined;
    }
    if (this.#toAgree > 0) this.#toAgree -= 1;
    return this.#toAgree === 0 ? wall : undefined;
  }

  get believed(): boolean {
    return this.#toAgree === 0;
  }
}
