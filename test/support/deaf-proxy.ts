import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * Stands before a server and can go deaf: connections of then stay open, what is sent over them is taken and never
 * answered, as when a firewall has forgotten them. New ones are served.
 */
export class DeafProxy {
  readonly #server: Server;
  readonly #open = new Set<Socket>();

  private constructor(server: Server) {
    this.#server = server;
  }

  static async before(port: number): Promise<DeafProxy> {
    const server = createServer();
    const proxy = new DeafProxy(server);
    server.on('connection', (caller) => {
      const called = connect(port, '127.0.0.1');
      for (const [from, to] of [
        [caller, called],
        [called, caller],
      ] as const) {
        proxy.#open.add(from);
        from.on('error', () => from.destroy());
        from.on('close', () => {
          proxy.#open.delete(from);
          to.destroy();
        });
        from.pipe(to);
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `redis://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  goDeaf(): void {
    for (const socket of this.#open) {
      socket.unpipe();
      socket.resume();
    }
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
