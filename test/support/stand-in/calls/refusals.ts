import { Metadata, status as codes } from '@grpc/grpc-js';
import type { Expectation } from '../log/appended.ts';

/** A call that ends with an error: code, words and trailers as the real server gives them. */
export interface Refusal {
  readonly code: codes;
  readonly details: string;
  readonly metadata: Metadata;
}

const refusal = (code: codes, details: string, trailers: Readonly<Record<string, string>> = {}): Refusal => {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return { code, details, metadata };
};

const isAscii = (text: string): boolean => !/[^\u0020-\u007e]/.test(text);

/** A name beyond ASCII fits no trailer: the real server then fails with HTTP status 500. */
const naming = (stream: string, named: () => Refusal): Refusal =>
  isAscii(stream) ? named() : refusal(codes.UNKNOWN, 'Received HTTP status code 500');

export const maximumAppendBytes = 1_048_576;

export const streamDeleted = (stream: string): Refusal =>
  naming(stream, () =>
    refusal(codes.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
      exception: 'stream-deleted',
      'stream-name': stream,
    }),
  );

/** How trailers write an expectation. */
const asNumber = (expected: Expectation): bigint => {
  switch (expected.kind) {
    case 'any':
      return -2n;
    case 'no stream':
      return -1n;
    case 'stream exists':
      return -4n;
    case 'revision':
      return expected.revision;
  }
};

export const deleteConflicts = (
  stream: string,
  expected: Expectation,
  current: bigint | undefined,
): Refusal =>
  naming(stream, () => {
    const [wanted, actual] = [String(asNumber(expected)), String(current ?? -1n)];
    return refusal(
      codes.FAILED_PRECONDITION,
      `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${wanted}, Actual version: ${actual}`,
      {
        exception: 'wrong-expected-version',
        'stream-name': stream,
        'expected-version': wanted,
        'actual-version': actual,
      },
    );
  });

export const appendTooLarge = (): Refusal =>
  refusal(codes.INVALID_ARGUMENT, `Maximum Append Size of ${maximumAppendBytes} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(maximumAppendBytes),
  });

export const withoutProperty = (name: string): Refusal =>
  refusal(codes.INVALID_ARGUMENT, `Required Metadata Property '${name}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });

export const notLeader = (leader: { readonly host: string; readonly port: number }): Refusal =>
  refusal(codes.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': leader.host,
    'leader-endpoint-port': String(leader.port),
  });

export const invalid = (details: string): Refusal => refusal(codes.INVALID_ARGUMENT, details);
export const thrownByHandler = (): Refusal => refusal(codes.UNKNOWN, 'Exception was thrown by handler.');
export const unknownResult = (of: 'Stream' | 'All'): Refusal =>
  refusal(codes.UNKNOWN, `Unexpected Read${of}Result: Error`);
export const unavailable = (): Refusal => refusal(codes.UNAVAILABLE, 'Server Is Not Ready');
export const commitPhaseTimeout = (): Refusal =>
  refusal(codes.ABORTED, 'Operation timed out: Commit phase timeout.');
export const consumerTooSlow = (): Refusal =>
  refusal(
    codes.ABORTED,
    'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.',
  );
/** What a subscription gets when the server is told to stop; the client makes an UnknownError of it. */
export const serverStops = (): Refusal => refusal(codes.INTERNAL, 'Received RST_STREAM with code 0');
