import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the wire. */
  readonly raw: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

const unquoted = (text: string): string =>
  Buffer.from(
    text
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

const opened = (raw: string, from: string, to: readonly string[]): Received => {
  const end = raw.indexOf('\r\n\r\n');
  const headers = new Map(
    raw
      .slice(0, end)
      .replaceAll(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line): [string, string] => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  );
  const body = raw.slice(end + 4);
  const text = headers.get('content-transfer-encoding') === 'quoted-printable' ? unquoted(body) : body;
  return { from, to, raw, headers, text };
};

/** A real SMTP server on this machine, that a test can take down and up again at the same port. */
export class PostOffice {
  readonly received: Received[] = [];
  /** What it answers to these addresses instead of taking the mail. */
  readonly refuses = new Map<string, { readonly code: number; readonly says: string }>();
  connections = 0;
  port = 0;
  #server: SMTPServer | undefined;
  readonly #options: SMTPServerOptions;

  constructor(options: SMTPServerOptions = {}) {
    this.#options = options;
  }

  async up(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      hideSTARTTLS: true,
      ...this.#options,
      onConnect: (_session, done) => {
        this.connections += 1;
        done();
      },
      onRcptTo: ({ address }, _session, done) => {
        const refused = this.refuses.get(address);
        done(refused && Object.assign(new Error(refused.says), { responseCode: refused.code }));
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          this.received.push(
            opened(
              Buffer.concat(parts).toString('utf8'),
              mailFrom === false ? '' : mailFrom.address,
              rcptTo.map(({ address }) => address),
            ),
          );
          done();
        });
      },
    });
    server.on('error', () => undefined);
    this.#server = server;
    const listening = once(server.server, 'listening');
    server.listen(this.port, '127.0.0.1');
    await listening;
    this.port = (server.server.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    await new Promise<void>((resolve) => server.close(resolve));
  }
}
