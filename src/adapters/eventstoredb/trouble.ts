import { ErrorType } from '@eventstore/db-client';
import { StoreAway } from '../../ports/event-store.ts';

/** No answer came within our own deadline. */
export class Expired extends Error {
  override readonly name = 'Expired';
}

/** What the server says no to, whoever asks how often. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/**
 * The server refused an append for the sake of an event that nobody can read yet: in a cluster it is read only when
 * most of the servers have it.
 */
export class NotReadable extends Error {
  override readonly name = 'NotReadable';
}

export type Trouble =
  | 'conflict'
  | 'no stream'
  | 'not allowed'
  | 'too large'
  | 'deleted'
  /** Another server leads; the client goes there by itself with the next call. */
  | 'not the leader'
  | 'not readable yet'
  /** Anything else: a lost connection, a timeout, a server that stops. An append may have happened. */
  | 'unknown';

const known: Readonly<Record<string, Trouble>> = {
  [ErrorType.WRONG_EXPECTED_VERSION]: 'conflict',
  [ErrorType.STREAM_NOT_FOUND]: 'no stream',
  [ErrorType.ACCESS_DENIED]: 'not allowed',
  [ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED]: 'too large',
  [ErrorType.STREAM_DELETED]: 'deleted',
  [ErrorType.NOT_LEADER]: 'not the leader',
};

const ownField = (error: unknown, name: 'type' | 'code'): unknown =>
  typeof error === 'object' && error !== null && name in error
    ? (error as Partial<Record<typeof name, unknown>>)[name]
    : undefined;

/** By `type`: the client's errors are all called "Error", and some have no message. */
export const troubleOf = (error: unknown): Trouble => {
  if (error instanceof NotReadable) return 'not readable yet';
  const type = ownField(error, 'type');
  return (typeof type === 'string' ? known[type] : undefined) ?? 'unknown';
};

/** What it is, for a person: in our own words, never in those of the client or the server. */
export const kindOf = (error: unknown): string => {
  if (error instanceof Expired) return 'no answer in time';
  if (error instanceof NotReadable || error instanceof Refused || error instanceof StoreAway)
    return error.message;
  const [type, code] = [ownField(error, 'type'), ownField(error, 'code')];
  if (typeof type === 'string') return type;
  return typeof code === 'number' ? `gRPC status ${code}` : 'an error of the client';
};

/**
 * Our own clock decides: a call without an end on the client's side hangs as long as a paused server does,
 * and one with a deadline of three seconds was seen to settle after fifteen.
 */
export const within = <T>(milliseconds: number, work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
    };
    const expire = (why: string) => {
      over();
      reject(new Expired(why));
    };
    const giveUp = () => expire('nobody waits for this answer any more');
    const timer = setTimeout(() => expire(`no answer in ${milliseconds} ms`), milliseconds);
    signal.addEventListener('abort', giveUp);
    if (signal.aborted) giveUp();
    work.then(resolve, reject).finally(over);
  });
