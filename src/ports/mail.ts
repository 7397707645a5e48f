/** Where mail is handed in. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise the connection must go over to it, but on this machine itself. */
  readonly secure: boolean;
  readonly login?: { readonly user: string; readonly password: string };
}

export interface Mail {
  /** The same mail sent again has the same id: whoever gets it twice can see so. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * What became of a mail. Nothing in `why` comes from the mail or from what the server wrote: that may name people.
 * - `refused`: this address takes no mail; the next one may.
 * - `later`: this address takes none now.
 * - `down`: the server takes none now, for nobody.
 */
export type Handed =
  { readonly outcome: 'sent' } | { readonly outcome: 'refused' | 'later' | 'down'; readonly why: string };

export interface Mailer {
  /** At least once: when a connection breaks off after the mail was taken in, it is `down` all the same. */
  send(mail: Mail): Promise<Handed>;
  /** Breaks off what is under way. */
  close(): void;
}
