import { createTransport } from 'nodemailer';
import type { Handed, Mailer, MailServer } from '../../ports/mail.ts';

const patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  dnsTimeout: 10_000,
};

const isThisMachine = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);

/** One address and nothing else: no list, no name, nothing that ends a line. */
const isAddress = (text: string): boolean => /^[^\s<>()[\]\\,;:"@]+@[^\s<>()[\]\\,;:"@]+$/u.test(text);

/** What nodemailer says of a failure beside its message. */
interface Failure {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number | false;
}

/** What a server says in words is left out: it likes to repeat the address. */
const handed = (error: unknown): Handed => {
  const { code, command, responseCode }: Failure = typeof error === 'object' && error !== null ? error : {};
  const said = responseCode === false ? undefined : responseCode;
  const why = [code, said, command].filter((each) => each !== undefined).join(' ') || 'unknown';
  const ofThisMail = command === 'RCPT TO' || command === 'DATA';
  // 421 closes the connection, whatever it answers to.
  if (!ofThisMail || said === undefined || said === 421) return { outcome: 'down', why };
  return { outcome: said >= 500 ? 'refused' : 'later', why };
};

/** Mail over SMTP (RFC 5321), one at a time over a connection that is kept while there is more. */
export const smtpMailer = ({ host, port, secure, login }: MailServer, from: string): Mailer => {
  const transport = createTransport({
    pool: true,
    maxConnections: 1,
    maxRequeues: 1,
    idleTimeout: 5_000,
    host,
    port,
    secure,
    // A server on this machine often shows a certificate that it gave to itself.
    ...(isThisMachine(host) ? { ignoreTLS: true } : { requireTLS: true }),
    ...patience,
    ...(login && { auth: { user: login.user, pass: login.password } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // A connection that breaks while nothing is sent is opened again with the next mail.
  transport.on('error', () => undefined);
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    send: async ({ id, to, subject, text }) => {
      if (!isAddress(to)) return { outcome: 'refused', why: 'not an address' };
      try {
        await transport.sendMail({
          messageId: `<${id}@${domain}>`,
          from: { name: 'Wissel', address: from },
          to: { name: '', address: to },
          envelope: { from, to: [to] },
          subject,
          text,
          textEncoding: 'quoted-printable',
          // No machine answers this with "I am on holiday" (RFC 3834).
          headers: { 'Auto-Submitted': 'auto-generated' },
          xMailer: false,
        });
        return { outcome: 'sent' };
      } catch (error) {
        return handed(error);
      }
    },
    close: () => {
      transport.close({ force: true });
    },
  };
};
