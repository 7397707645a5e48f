import { Leases } from '../../engine/leases/leases.ts';
import { type IsIn, keyOf, type RunWorkflows } from '../../engine/run-workflows.ts';
import type { Uuid } from '../../kernel/message.ts';
import type { LeaseBook } from '../../ports/leases.ts';
import type { Monotonic } from '../../ports/monotonic.ts';

/** What several instances on one log share among them. */
export interface SharedWith {
  readonly book: LeaseBook;
  /** Another in each process. */
  readonly me: Uuid;
  /** Milliseconds after which an instance that is not heard of is taken for gone. */
  readonly lasts: number;
  /** The last position of the log when this instance began. */
  readonly from: bigint | undefined;
}

/** What hears the log here. */
export type HearsHere = Pick<RunWorkflows, 'position' | 'parked' | 'hearAgain' | 'forget'>;

/** So many parts, by the first digit of a key: more than there will be instances. */
const parts = Array.from({ length: 16 }, (_, digit) => `workflows-${digit.toString(16)}`);
const partOf = (key: Uuid): string => `workflows-${key.charAt(0)}`;
/** The mail of everybody goes out from one place. */
const mail = 'mail';

const lowest = (positions: readonly (bigint | undefined)[]): bigint | undefined =>
  positions.reduce((low, each) =>
    low === undefined || each === undefined ? undefined : each < low ? each : low,
  );

const latest = (one: bigint | undefined, other: bigint | undefined): bigint | undefined =>
  one !== undefined && (other === undefined || one > other) ? one : other;

/**
 * Which keys this instance hears for. What it takes over it first hears from where the one before had come; only then it
 * hears on. It says how far it has come as long as nothing of a part is parked, so that whoever takes the part over
 * comes upon the same and parks it too.
 */
export class Sharing {
  readonly #leases: Leases;
  readonly #run: HearsHere;
  /** Those that are heard up to where this instance is. */
  readonly #heard = new Set<string>();
  /** Taken, and still to be heard from there on. */
  readonly #takenOver = new Map<string, { readonly from: bigint | undefined }>();
  /** How far the parts of others were heard here, for somebody who waited. */
  #helped: bigint | undefined;

  constructor({ book, me, lasts, from }: SharedWith, run: HearsHere, monotonic: Monotonic) {
    this.#run = run;
    this.#helped = from;
    this.#leases = new Leases({
      book,
      me,
      names: [...parts, mail],
      monotonic,
      lasts,
      reached: (name) => (this.#heard.has(name) && !this.#isParked(name) ? run.position : undefined),
    });
  }

  readonly mine: IsIn = (key) => {
    const part = partOf(key);
    return this.#heard.has(part) && this.#leases.holds(part);
  };

  get sendsMail(): boolean {
    return this.#leases.holds(mail);
  }

  /** How many parts are heard here now. */
  get parts(): number {
    return [...this.#heard].filter((part) => this.#leases.holds(part)).length;
  }

  /** Whether all that is in the log up to a position was heard, here or elsewhere, as far as is known here. */
  hasHeard(position: bigint): boolean {
    return parts.every((part) => this.#heard.has(part)) || (this.#helped ?? -1n) >= position;
  }

  /** Comes by the book; answers whether it came to hold something by it that is to be taken over. */
  async turn(): Promise<boolean> {
    const taken = (await this.#leases.turn()).filter(({ name }) => name !== mail);
    for (const { name, reached } of taken) {
      this.#heard.delete(name);
      this.#takenOver.set(name, { from: reached });
    }
    const held = new Set(this.#leases.held());
    for (const name of parts) {
      if (held.has(name)) continue;
      this.#heard.delete(name);
      this.#takenOver.delete(name);
    }
    this.#run.forget((key) => !held.has(partOf(key)));
    return taken.length > 0;
  }

  /** Hears what was taken over, as far as this instance has come. */
  async takeOver(signal?: AbortSignal): Promise<void> {
    const taken = new Map(this.#takenOver);
    if (taken.size === 0) return;
    const isTaken: IsIn = (key) => taken.has(partOf(key));
    this.#run.forget(isTaken);
    await this.#run.hearAgain(isTaken, lowest([...taken.values()].map(({ from }) => from)), signal);
    for (const [name, how] of taken) {
      if (this.#takenOver.get(name) !== how) continue;
      this.#takenOver.delete(name);
      this.#heard.add(name);
    }
  }

  /** Somebody here waits for what the others hear: it is heard here too, which they find done. */
  async help(signal?: AbortSignal): Promise<void> {
    const others: IsIn = (key) => !this.mine(key);
    const upTo = this.#run.position;
    const known = lowest(
      parts.filter((part) => !this.#heard.has(part)).map((part) => this.#leases.reached(part)),
    );
    await this.#run.hearAgain(others, latest(known, this.#helped), signal);
    this.#run.forget(others);
    this.#helped = upTo;
  }

  /** Gives up what it holds, when it stops. */
  leave(): Promise<void> {
    return this.#leases.leave();
  }

  #isParked(name: string): boolean {
    return this.#run.parked().some(({ key }) => partOf(keyOf(key)) === name);
  }
}
