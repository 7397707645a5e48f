import { hash } from 'node:crypto';
import type { Uuid } from '../kernel/message.ts';

/** The name-based UUID of RFC 9562 (version 5): SHA-1 over the namespace's bytes and the name, with version and variant set. */
export const derivedId = (namespace: Uuid, name: string): Uuid => {
  const named = Buffer.concat([Buffer.from(namespace.replaceAll('-', ''), 'hex'), Buffer.from(name)]);
  const digest = hash('sha1', named, 'hex');
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}` as Uuid;
};

/** The same command gives the same events the same ids, however often it is asked. */
export const eventId = (commandId: Uuid, stream: string, index: number): Uuid =>
  derivedId(commandId, `${stream}/${index}`);
