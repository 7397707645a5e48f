import { hash } from 'node:crypto';
import type { StaffCommand } from '../../domain/staff/commands.ts';
import type { Done, StaffRequest } from '../../http/messages.ts';
import { problem } from '../../http/problem.ts';
import type { Office } from '../commands/office.ts';

/** As `Secrets` makes them. */
const shape = /^[\w-]{43}$/;

/**
 * What the log and the read models know of a token. Looking up what somebody sends by its hash tells nothing about
 * tokens that exist, however the time it takes is measured.
 */
export const fingerprintOf = (token: string): string => hash('sha256', token, 'hex');

export const isToken = (text: string): boolean => shape.test(text);

/**
 * Gives a command what the door adds: a fresh token, which only the answer carries, and only the first time.
 * Whoever lost that answer asks for another one.
 */
export const withToken = async (
  { secrets, calendars }: Pick<Office, 'secrets' | 'calendars'>,
  command: StaffRequest,
  execute: (complete: Exclude<StaffCommand, { readonly type: 'RecordDigest' }>) => Promise<Done>,
): Promise<Done> => {
  if (command.type !== 'IssueCalendarToken') return execute(command);
  if (!calendars) throw problem('CalendarsOff');
  const token = secrets.fresh();
  const done = await execute({ type: 'IssueCalendarToken', fingerprint: fingerprintOf(token) });
  return done.repeated || done.events.length === 0 ? done : { ...done, token };
};
