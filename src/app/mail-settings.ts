import type { MailServer } from '../ports/mail.ts';

/** What it takes to send mail. */
export interface MailSettings {
  readonly server: MailServer;
  /** The address that it comes from. */
  readonly from: string;
}

export interface Reminding {
  /** Where people open Wissel, without a slash at the end; absent: no links, so no mail and no calendars. */
  readonly baseUrl?: string;
  /** Absent: no mail. */
  readonly mail?: MailSettings;
}

const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

const urlIn = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

const serverIn = (text: string): MailServer | undefined => {
  const url = urlIn(text);
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') return undefined;
  // Options behind a question mark would say what is not checked here, and could switch checks off.
  if (!['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '') return undefined;
  const [user, password] = [decoded(url.username), decoded(url.password)];
  if (user === undefined || password === undefined || (user === '') !== (password === '')) return undefined;
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    ...(user === '' ? {} : { login: { user, password } }),
  };
};

const baseIn = (text: string): string | undefined => {
  const url = urlIn(text);
  if (!url || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return undefined;
  // The token of a calendar travels in its address.
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && thisMachine.includes(url.hostname));
  return safe ? url.href.replace(/\/+$/, '') : undefined;
};

const given = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);

/** What of these settings is wrong is told to `wrong`, without its value: one of them is a password. */
export const remindingOf = (
  settings: Readonly<Record<string, string | undefined>>,
  wrong: (what: string) => void,
): Reminding => {
  const smtp = given(settings['WISSEL_SMTP_URL']);
  const from = given(settings['WISSEL_MAIL_FROM']);
  const base = given(settings['WISSEL_BASE_URL']);

  const baseUrl = base === undefined ? undefined : baseIn(base);
  if (base !== undefined && baseUrl === undefined)
    wrong(
      'WISSEL_BASE_URL: give the https address of Wissel, as https://wissel.school.nl (http on this machine only)',
    );
  const server = smtp === undefined ? undefined : serverIn(smtp);
  if (smtp !== undefined && !server)
    wrong(
      'WISSEL_SMTP_URL: give smtp://user:password@host:port or smtps://…, special characters as %40 and so on',
    );
  if (from !== undefined && !/^[^\s<>@,;:"]+@[^\s<>@,;:"]+$/.test(from))
    wrong('WISSEL_MAIL_FROM: give one mail address and nothing else');
  if ((smtp === undefined) !== (from === undefined))
    wrong(`${smtp === undefined ? 'WISSEL_SMTP_URL' : 'WISSEL_MAIL_FROM'}: is missing; mail needs both`);
  if ((smtp !== undefined || from !== undefined) && base === undefined)
    wrong('WISSEL_BASE_URL: is missing; a mail has a link to Wissel');

  return {
    ...(baseUrl !== undefined && { baseUrl }),
    ...(server && from !== undefined && { mail: { server, from } }),
  };
};
