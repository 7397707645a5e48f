import { hash } from 'node:crypto';
import type { Recorded } from '../kernel/message.ts';
import type { RawEvent } from '../ports/raw-log.ts';
import type { Checkpoint } from '../ports/view-store.ts';

const beginning = '0'.repeat(64);

/** Leases and a store's own events are no part of the log that is counted, exported and sealed. */
export const isOurs = (stream: string): boolean => !stream.startsWith('lease-') && !stream.startsWith('$');

/** Line n of the log: what is exported, and what the chain is computed over. */
export const lineOf = ({ id, stream, revision, type, version, data, meta }: Recorded): string =>
  JSON.stringify({ id, stream, revision, type, version, data, meta });

/** The same line, without taking apart what is stored. */
export const rawLineOf = ({ id, stream, revision, type, version, data, meta }: RawEvent): string =>
  `{"id":"${id}","stream":${JSON.stringify(stream)},"revision":${revision},"type":${JSON.stringify(type)},"version":${version},"data":${data},"meta":${meta}}`;

/**
 * h₀ = 32 zero bytes, hₙ = SHA-256(hₙ₋₁ ‖ line n). It lives in no store: each reader computes it on the way,
 * so that two readers of the same log can tell that they read the same.
 */
export class Chain {
  #ordinal: number;
  #hash: Buffer;
  /** Where the hash so far and the next line lie behind each other. */
  #room = Buffer.allocUnsafe(16_384);

  constructor(from?: Checkpoint) {
    this.#ordinal = from?.ordinal ?? 0;
    this.#hash = Buffer.from(from?.hash ?? beginning, 'hex');
  }

  get ordinal(): number {
    return this.#ordinal;
  }

  get hash(): string {
    return this.#hash.toString('hex');
  }

  add(event: Recorded): void {
    if (isOurs(event.stream)) this.link(lineOf(event));
  }

  addRaw(event: RawEvent): void {
    if (isOurs(event.stream)) this.link(rawLineOf(event));
  }

  link(line: string): void {
    const most = 32 + line.length * 3;
    if (most > this.#room.length) this.#room = Buffer.allocUnsafe(most * 2);
    this.#hash.copy(this.#room);
    const length = 32 + this.#room.write(line, 32);
    this.#hash = hash('sha256', this.#room.subarray(0, length), 'buffer');
    this.#ordinal++;
  }

  /** Counts an event without linking it: whoever does so takes the hash over from a reader that did. */
  count(event: Pick<Recorded, 'stream'>): void {
    if (isOurs(event.stream)) this.#ordinal++;
  }

  at(position: bigint): Checkpoint {
    return { position, ordinal: this.#ordinal, hash: this.hash };
  }
}
