import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { Scratch, ScratchPiece } from '../../ports/view-store.ts';

/** Small pieces are written together. */
const room = 1_048_576;

/** A file without a name: it is gone as soon as nobody has it open, however the process ends. */
export class ScratchFile implements Scratch {
  readonly #descriptor: number;
  readonly #waiting = Buffer.allocUnsafe(room);
  #waitingLength = 0;
  #written = 0;

  constructor(path: string) {
    this.#descriptor = openSync(path, 'w+', 0o600);
    rmSync(path);
  }

  write(bytes: Uint8Array): ScratchPiece {
    const piece = { at: this.#written + this.#waitingLength, length: bytes.length };
    if (this.#waitingLength + bytes.length > room) this.#flush();
    if (bytes.length > room) this.#append(bytes);
    else {
      this.#waiting.set(bytes, this.#waitingLength);
      this.#waitingLength += bytes.length;
    }
    return piece;
  }

  read({ at, length }: ScratchPiece): Uint8Array {
    this.#flush();
    const bytes = Buffer.allocUnsafe(length);
    for (let read = 0; read < length;) {
      const now = readSync(this.#descriptor, bytes, read, length - read, at + read);
      if (now === 0) throw new Error('the scratch file is shorter than what was written to it');
      read += now;
    }
    return bytes;
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #flush(): void {
    if (this.#waitingLength === 0) return;
    this.#append(this.#waiting.subarray(0, this.#waitingLength));
    this.#waitingLength = 0;
  }

  #append(bytes: Uint8Array): void {
    for (let written = 0; written < bytes.length;)
      written += writeSync(this.#descriptor, bytes, written, bytes.length - written, this.#written + written);
    this.#written += bytes.length;
  }
}
