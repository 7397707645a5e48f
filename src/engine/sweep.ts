import type { Instant } from '../kernel/instant.ts';
import type { Timers } from '../ports/timers.ts';
import { atMostAtOnce } from './at-once.ts';
import type { SteadyClock } from './steady-clock.ts';

/** Meanwhile it may have been told to stop. */
const isOver = ({ aborted }: AbortSignal): boolean => aborted;

export interface SweepParts<Timer> {
  readonly clock: SteadyClock;
  readonly timers: Timers;
  /** Those whose time has come, the first due first. */
  readonly due: (now: Instant, limit: number) => readonly Timer[];
  /** Whether it is fired here, and now; absent: always. What others fire, or is parked, stays in the index. */
  readonly mayFire?: (timer: Timer) => boolean;
  /** When the next one is due after so many of the first due. */
  readonly next: (after: number) => Instant | undefined;
  /** Which timer it is: fired once, it is not fired again before it is seen to be gone. */
  readonly nameOf: (timer: Timer) => string;
  readonly fire: (timer: Timer) => Promise<void>;
  /** How many are fired at once from now on; absent: as many as share a commit well. Few leave room for others in between. */
  readonly atOnce?: () => number;
  /** Milliseconds between two sweeps. */
  readonly every?: number;
}

/** The longest anybody waits for a timer of which no hint came: thirty seconds. */
const longestBetween = 30_000;
const batch = 10_000;
/** The more share a commit, the sooner the last of ten thousand that are due at once has fired. */
const mostAtOnce = 1_024;
/** How soon to look whether what was fired is gone from the index. */
const whileUnderWay = 100;
const hint = 'sweep';

/**
 * Fires what is due: at or after its time, never before. What is due is read from the index of the timers that
 * stand in the log; hints only make it look sooner.
 */
export class Sweep<Timer> {
  readonly #parts: SweepParts<Timer>;
  /** Fired, and not yet gone from the index, which follows the log by a moment. */
  readonly #underWay = new Set<string>();
  /** How many were due at the last look that may not be fired here: no hint makes them go sooner. */
  #left = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #ring: (() => void) | undefined;
  #rung = false;

  constructor(parts: SweepParts<Timer>) {
    this.#parts = parts;
  }

  /** One sweep at a time; answers how many timers were fired. */
  sweep(): Promise<number> {
    const mine = this.#turn.then(
      () => this.#sweep(),
      () => this.#sweep(),
    );
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  /** Sweeps until told to stop; a sweep that fails is told, and the next one comes all the same. */
  async run(signal: AbortSignal, onFault: (error: unknown) => void): Promise<void> {
    this.#parts.timers.listen(() => this.hurry());
    while (!signal.aborted) {
      try {
        const fired = await this.sweep();
        if (fired > 0) continue;
        if (this.#underWay.size > 0) {
          await this.#wait(signal, whileUnderWay);
          continue;
        }
        const next = this.#parts.next(this.#left);
        if (next !== undefined) this.#parts.timers.wakeAt(hint, next);
      } catch (error) {
        if (!isOver(signal)) onFault(error);
      }
      await this.#wait(signal, Math.min(this.#parts.every ?? longestBetween, longestBetween));
    }
  }

  /** Something may be due: look now. */
  hurry(): void {
    this.#rung = true;
    this.#ring?.();
  }

  async #sweep(): Promise<number> {
    const now = this.#parts.clock.look();
    if (now === undefined) return 0;
    const { due, nameOf, fire, mayFire = () => true, atOnce = () => mostAtOnce } = this.#parts;
    const all = due(now, batch + this.#underWay.size + this.#left);
    const found = all.filter(mayFire);
    this.#left = all.length - found.length;
    const names = new Set(found.map(nameOf));
    for (const name of this.#underWay) if (!names.has(name)) this.#underWay.delete(name);
    const fresh = found.filter((timer) => !this.#underWay.has(nameOf(timer)));
    for (let from = 0; from < fresh.length;) {
      const some = fresh.slice(from, from + Math.min(atOnce(), mostAtOnce));
      await atMostAtOnce(some.length, some, async (timer) => {
        this.#underWay.add(nameOf(timer));
        try {
          await fire(timer);
        } catch (error) {
          this.#underWay.delete(nameOf(timer));
          throw error;
        }
      });
      from += some.length;
    }
    return fresh.length;
  }

  async #wait(signal: AbortSignal, atMost: number): Promise<void> {
    if (this.#rung || signal.aborted) {
      this.#rung = false;
      return;
    }
    await new Promise<void>((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', go);
        this.#ring = undefined;
        resolve();
      };
      const timer = setTimeout(go, atMost);
      signal.addEventListener('abort', go, { once: true });
      this.#ring = go;
    });
    this.#rung = false;
  }
}
