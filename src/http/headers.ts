import { type Actor, isUuid, type Role, roles, type Uuid } from '../kernel/message.ts';
import { problem } from './problem.ts';

/** The roles of the office: parts of the system do not come in by this door, and a rater only by an invitation. */
export type PersonRole = Exclude<Role, 'rater' | 'system' | 'importer' | 'simulator'>;

const elsewhere: readonly Role[] = ['rater', 'system', 'importer', 'simulator'];
export const personRoles = roles.filter((role): role is PersonRole => !elsewhere.includes(role));

export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const single = (headers: Headers, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
};

/** Who asks. Until there is a real login the headers are believed; deciders still say who may ask what. */
export const actorOf = (headers: Headers): Actor => {
  const id = single(headers, 'x-actor')?.toLowerCase();
  const role = personRoles.find((each) => each === single(headers, 'x-role'));
  if (!isUuid(id)) throw problem('ActorMissing');
  if (!role) throw problem('RoleMissing', { roles: personRoles });
  return { id, role };
};

/** The command's id: the same key with the same body is the same command. */
export const commandIdOf = (headers: Headers): Uuid => {
  const key = single(headers, 'idempotency-key')?.toLowerCase();
  if (key === undefined) throw problem('IdempotencyKeyMissing');
  if (!isUuid(key)) throw problem('IdempotencyKeyInvalid');
  return key;
};

/** The revision that the asker has seen, when he says so. */
export const seenRevisionOf = (headers: Headers): number | undefined => {
  const tag = single(headers, 'if-match');
  if (tag === undefined) return undefined;
  const revision = /^"(\d{1,15})"$/.exec(tag)?.[1];
  if (revision === undefined) throw problem('IfMatchInvalid');
  return Number(revision);
};

export const etagOf = (revision: number): string => `"${revision}"`;
