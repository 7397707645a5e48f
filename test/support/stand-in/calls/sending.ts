import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '../protocol.ts';

/** Answers on one call, no faster than the client takes them. */
export class Sending {
  readonly #call: ServerWritableStream<ReadReq, ReadResp>;
  #over = false;
  #drained: () => void = () => undefined;
  #woken: () => void = () => undefined;

  constructor(call: ServerWritableStream<ReadReq, ReadResp>) {
    this.#call = call;
    const end = (): void => {
      this.#over = true;
      this.#drained();
      this.#woken();
    };
    call.on('cancelled', end);
    call.on('close', end);
    call.on('error', end);
    call.on('drain', () => this.#drained());
  }

  /** Nobody listens any more. */
  get over(): boolean {
    return this.#over || this.#call.cancelled;
  }

  /** Resolves when the client can take more, or is gone. */
  async send(answer: ReadResp): Promise<void> {
    if (this.over || this.#call.write(answer)) return;
    await new Promise<void>((resolve) => {
      this.#drained = resolve;
    });
  }

  /** Until {@link wake} is called or the call is over. */
  async awoken(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#woken = resolve;
      if (this.over) resolve();
    });
  }

  wake(): void {
    this.#woken();
  }
}
