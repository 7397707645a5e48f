import { isUuid } from '../kernel/message.ts';
import { type Expected, type NewEvent, UnfitAppend } from './event-store.ts';

/** EventStoreDB refuses an append over 1 MiB of data by default; what one store refuses none takes. */
export const largestAppend = 1_000_000;

export const isStreamName = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]{0,249}$/.test(text);

/** An event with its data and meta as the text that will be stored. */
export interface StorableEvent {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly data: string;
  readonly meta: string;
}

/** JSON.stringify answers `undefined` for what has no text at all, whatever its type says. */
const written = (value: unknown): string | undefined => JSON.stringify(value);

const textOf = (what: string, value: unknown): string => {
  let text: string | undefined;
  try {
    text = written(value);
  } catch (cause) {
    throw new UnfitAppend(`${what} cannot be written as JSON`, { cause });
  }
  if (text === undefined) throw new UnfitAppend(`${what} cannot be written as JSON: there is no value`);
  return text;
};

/** What every store asks of an append before it takes it; the texts are made here, so later changes to an object change nothing. */
export const storable = (
  stream: string,
  expected: Expected,
  events: readonly NewEvent[],
): readonly StorableEvent[] => {
  if (!isStreamName(stream))
    throw new UnfitAppend(
      `a stream name is 1-250 of A-Z a-z 0-9 . _ - and begins with a letter or digit; ${JSON.stringify(stream.slice(0, 300))} is not`,
    );
  if (expected !== 'none' && !(Number.isSafeInteger(expected) && expected >= 0))
    throw new UnfitAppend(`expected revision of ${stream}: a whole number from 0 or 'none', not ${expected}`);
  if (events.length === 0) throw new UnfitAppend(`an append to ${stream} without events`);
  let size = 0;
  const texts = events.map(({ id, type, version, data, meta }, index): StorableEvent => {
    const what = `event ${index} for ${stream}`;
    if (!isUuid(id)) throw new UnfitAppend(`${what}: its id is not a UUID in lower case`);
    if (type.length === 0) throw new UnfitAppend(`${what}: its type is empty`);
    if (type.startsWith('$')) throw new UnfitAppend(`${what}: a type that begins with $ is a server's own`);
    if (!(Number.isSafeInteger(version) && version >= 1))
      throw new UnfitAppend(`${what}: its version is not a whole number from 1`);
    const text = {
      id,
      type,
      version,
      data: textOf(`${what}: data`, data),
      meta: textOf(`${what}: meta`, meta),
    };
    size += Buffer.byteLength(text.data) + Buffer.byteLength(text.meta);
    return text;
  });
  if (new Set(texts.map(({ id }) => id)).size < texts.length)
    throw new UnfitAppend(`an append to ${stream} names one event id twice`);
  if (size > largestAppend)
    throw new UnfitAppend(`an append to ${stream} of ${size} bytes; ${largestAppend} is the most`);
  return texts;
};

/** Whether these are the events that were appended here before: the same ids in the same order, from the first on. */
export const isRepeat = (
  asked: readonly { readonly id: string }[],
  stored: readonly { readonly id: string }[],
) => asked.length <= stored.length && asked.every(({ id }, index) => stored[index]?.id === id);
