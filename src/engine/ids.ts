import { v5 } from 'uuid';
import { type Uuid, uuid } from '../kernel/message.ts';

/** A name's UUID within a namespace (RFC 9562, version 5): the same cause gives the same id, always. */
export const derivedId = (namespace: Uuid, name: string): Uuid => uuid(v5(name, namespace));

export const eventId = (commandId: Uuid, stream: string, index: number): Uuid =>
  derivedId(commandId, `${stream}/${index}`);
