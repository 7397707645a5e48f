import { connect, type Socket } from 'node:net';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * One keep-alive connection that asks one thing after another. It does as little as it can, because it shares
 * the machine with what it measures: answers must carry a Content-Length, as those of the service do.
 */
export class Caller {
  readonly #socket: Socket;
  #buffer = '';
  #answer: { resolve(answer: HttpAnswer): void; reject(error: Error): void } | undefined;

  constructor(url: URL) {
    this.#socket = connect(Number(url.port), url.hostname);
    this.#socket.setNoDelay(true);
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (chunk: string) => this.#hear(chunk));
    this.#socket.on('error', (error) => this.#answer?.reject(error));
    this.#socket.on('close', () => this.#answer?.reject(new Error('the connection was closed')));
  }

  post(path: string, headers: string, body: string): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      this.#answer = { resolve, reject };
      this.#socket.write(
        `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    });
  }

  close(): void {
    this.#answer = undefined;
    this.#socket.destroy();
  }

  #hear(chunk: string): void {
    this.#buffer += chunk;
    const headEnd = this.#buffer.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = this.#buffer.slice(0, headEnd);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) {
      this.#answer?.reject(new Error(`an answer without a length:\n${head}`));
      return;
    }
    const end = headEnd + 4 + length;
    if (this.#buffer.length < end) return;
    const answer = { status: Number(head.slice(9, 12)), body: this.#buffer.slice(headEnd + 4, end) };
    this.#buffer = this.#buffer.slice(end);
    const waiting = this.#answer;
    this.#answer = undefined;
    waiting?.resolve(answer);
  }
}
