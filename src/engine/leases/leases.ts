import type { LeaseBook, LeaseEdition, LeasePage } from '../../ports/leases.ts';
import type { Monotonic } from '../../ports/monotonic.ts';
import { type Coming, emptyPage, turn, withoutMe } from './turn.ts';

export interface LeasesParts {
  readonly book: LeaseBook;
  /** Another in each process, and never used again. */
  readonly me: string;
  readonly names: readonly string[];
  readonly monotonic: Monotonic;
  /** Milliseconds after which whoever was not heard of holds nothing any more. */
  readonly lasts: number;
  /** How far what this instance holds is done; asked at each turn. */
  readonly reached: (name: string) => bigint | undefined;
}

/** A share that this instance came to hold. */
export interface Taken {
  readonly name: string;
  /** How far it was done before; absent: nothing of it is known to be done. */
  readonly reached: bigint | undefined;
}

interface HeardOf {
  readonly beat: number;
  readonly at: number;
}

const mostTries = 8;

/**
 * What this instance holds of what all of them share. Each measures time by its own monotonic clock only: another is
 * silent when its counter stood still for so long *here*, and what is held here ends so long after the last turn
 * *began* here, which is before anybody else can think so. That two do the same for a moment is still possible, and
 * harmless: what they do has ids that follow from its cause.
 */
export class Leases {
  readonly #parts: LeasesParts;
  readonly #heardOf = new Map<string, HeardOf>();
  #held = new Map<string, number>();
  #until = -Infinity;
  #beat = 0;
  /** As it was seen last: put back when the book is lost. */
  #last: LeasePage = emptyPage;

  constructor(parts: LeasesParts) {
    this.#parts = parts;
  }

  holds(name: string): boolean {
    return this.#held.has(name) && this.#parts.monotonic.elapsed() < this.#until;
  }

  held(): readonly string[] {
    return [...this.#held.keys()].filter((name) => this.holds(name));
  }

  /** How far something is done, as far as was seen here last. */
  reached(name: string): bigint | undefined {
    return reachedIn(this.#last, name);
  }

  /**
   * Tells that this instance lives, gives up what is no longer its own and takes what is free; answers what it came
   * to hold by it. What it held too long ago is taken anew, from where that stood.
   */
  async turn(): Promise<readonly Taken[]> {
    const { me, monotonic, lasts } = this.#parts;
    const began = monotonic.elapsed();
    if (began >= this.#until) this.#held = new Map();
    const before = this.#held;
    const page = await this.#write((found) => turn(found, this.#coming()));
    this.#until = began + lasts;
    this.#held = new Map(
      Object.entries(page.shares).flatMap(([name, { holder, token }]) =>
        holder === me && this.#parts.names.includes(name) ? [[name, token] as const] : [],
      ),
    );
    return [...this.#held]
      .filter(([name, token]) => before.get(name) !== token)
      .map(([name]) => ({ name, reached: reachedIn(page, name) }));
  }

  /** Gives everything up, so that the others need not wait until it ends by itself. */
  async leave(): Promise<void> {
    const { me } = this.#parts;
    const reached = this.#reached();
    this.#held = new Map();
    await this.#write((found) => withoutMe(found, me, reached));
  }

  #reached(): ReadonlyMap<string, bigint> {
    return new Map(
      this.held().flatMap((name) => {
        const reached = this.#parts.reached(name);
        return reached === undefined ? [] : [[name, reached] as const];
      }),
    );
  }

  #coming(): Coming {
    const { me, names, lasts, monotonic } = this.#parts;
    const now = monotonic.elapsed();
    const silent = [...this.#heardOf].filter(([, { at }]) => now - at >= lasts).map(([member]) => member);
    return { me, beat: (this.#beat += 1), names, silent: new Set(silent), reached: this.#reached() };
  }

  async #write(next: (page: LeasePage) => LeasePage): Promise<LeasePage> {
    const { book } = this.#parts;
    for (let tries = 0; tries < mostTries; tries += 1) {
      const found = await book.read();
      const page = next(this.#note(found));
      if (await book.write(page, found?.edition)) {
        this.#last = page;
        return page;
      }
    }
    throw new Error('the leases were written by somebody else each time');
  }

  /** Whoever's counter moved was heard of now. */
  #note(found: LeaseEdition | undefined): LeasePage {
    const page = found?.page ?? this.#last;
    const now = this.#parts.monotonic.elapsed();
    for (const member of this.#heardOf.keys())
      if (!Object.hasOwn(page.members, member)) this.#heardOf.delete(member);
    for (const [member, beat] of Object.entries(page.members))
      if (this.#heardOf.get(member)?.beat !== beat) this.#heardOf.set(member, { beat, at: now });
    return page;
  }
}

const reachedIn = ({ shares }: LeasePage, name: string): bigint | undefined => {
  const reached = shares[name]?.reached;
  return reached === undefined ? undefined : BigInt(reached);
};
