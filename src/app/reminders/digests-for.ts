import type { Reminding } from '../mail-settings.ts';
import { smtpMailer, type Writing } from '../wiring.ts';
import { Digests, type DigestsParts } from './digests.ts';

/** The digests of a service; nothing, where no mail is set up. */
export const digestsFor = (
  { mail, baseUrl }: Reminding,
  { engine, store, clock }: Writing,
  parts: Pick<DigestsParts, 'readModels' | 'monotonic' | 'mayWrite' | 'jobs' | 'logger'>,
): Digests | undefined =>
  mail === undefined || baseUrl === undefined
    ? undefined
    : new Digests({
        ...parts,
        engine,
        log: store,
        clock,
        baseUrl,
        mailer: smtpMailer(mail.server, mail.from),
      });
