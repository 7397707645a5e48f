import { createConnection, createServer, type Server, type Socket } from 'node:net';

/**
 * The door of the stand-in: clients connect here and are passed on to the server behind it. So it can be shut,
 * broken and frozen as a network or a stopped process would do it, and the server keeps its port.
 */
export class Gate {
  readonly #sockets = new Set<Socket>();
  readonly #behind: number;
  #listening: Server | undefined;
  #port = 0;
  #frozen = false;

  constructor(behind: number) {
    this.#behind = behind;
  }

  get port(): number {
    return this.#port;
  }

  get isOpen(): boolean {
    return this.#listening !== undefined;
  }

  async open(): Promise<void> {
    if (this.#listening) return;
    const server = createServer((client) => this.#pass(client));
    this.#listening = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    const address = server.address();
    if (address !== null && typeof address !== 'string') this.#port = address.port;
  }

  /** Refuses new connections and breaks those that are there. */
  async shut(): Promise<void> {
    const server = this.#listening;
    this.#listening = undefined;
    this.#frozen = false;
    const closed = new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    this.breakConnections();
    await closed;
  }

  breakConnections(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  /** Connections are taken and kept, and nothing goes through: what a stopped process looks like from outside. */
  freeze(): void {
    this.#frozen = true;
    for (const socket of this.#sockets) socket.pause();
  }

  thaw(): void {
    this.#frozen = false;
    for (const socket of this.#sockets) socket.resume();
  }

  #pass(client: Socket): void {
    const server = createConnection(this.#behind, '127.0.0.1');
    const through = (from: Socket, to: Socket): void => {
      this.#sockets.add(from);
      from.setNoDelay(true);
      from.on('data', (bytes) => {
        if (!to.write(bytes)) from.pause();
      });
      from.on('drain', () => {
        if (!this.#frozen) to.resume();
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      if (this.#frozen) from.pause();
    };
    through(client, server);
    through(server, client);
  }
}
