import {
  type AppendResp,
  BadRequest,
  type BatchAppendResp,
  type DeleteResp,
  MaximumAppendSizeExceeded,
  type ReadResp,
  type Status,
  StreamDeleted,
  type StreamIdentifier,
  type TombstoneResp,
  type UUID,
  WrongExpectedVersion,
} from '../protocol.ts';
import type { Json } from './recording.ts';

/** Answers in the words of the recordings. What an event is given by the server (its time, ids of its own events) is left out. */

type Spoken = Record<string, Json>;

/** Those of the members that are there. */
const members = (...of: readonly (readonly [present: boolean, name: string, value: () => Json])[]): Spoken =>
  Object.fromEntries(of.filter(([present]) => present).map(([, name, value]) => [name, value()]));

const nothing = (): Json => ({});

/** A run of one letter this long was recorded as how many. */
const longRun = 4_096;

const bytes = (value: Uint8Array): Json => {
  const buffer = Buffer.from(value);
  const text = buffer.toString();
  if (text.length > 1_000 && /^(.)\1*$/.test(text)) return { letters: text.length, of: text.charAt(0) };
  if (text.length > longRun) return { letters: text.length, of: '?' };
  return Buffer.from(text).equals(buffer) ? text : { base64: buffer.toString('base64') };
};

const identifier = (from: StreamIdentifier | undefined): Json =>
  bytes(from?.getStreamName_asU8() ?? new Uint8Array());

const uuid = (from: UUID | undefined): Json => {
  const structured = from?.getStructured();
  return structured
    ? {
        mostSignificantBits: structured.getMostSignificantBits(),
        leastSignificantBits: structured.getLeastSignificantBits(),
      }
    : (from?.getString() ?? '');
};

const position = (from: { getCommitPosition(): string; getPreparePosition(): string } | undefined): Json => ({
  commitPosition: from?.getCommitPosition() ?? '',
  preparePosition: from?.getPreparePosition() ?? '',
});

interface Success {
  hasCurrentRevision(): boolean;
  getCurrentRevision(): string;
  hasNoStream(): boolean;
  hasPosition(): boolean;
  getPosition(): { getCommitPosition(): string; getPreparePosition(): string } | undefined;
  hasNoPosition(): boolean;
}

const success = (from: Success): Json =>
  members(
    [from.hasCurrentRevision(), 'currentRevision', () => from.getCurrentRevision()],
    [from.hasNoStream(), 'noStream', nothing],
    [from.hasPosition(), 'position', () => position(from.getPosition())],
    [from.hasNoPosition(), 'noPosition', nothing],
  );

export const appendAnswer = (from: AppendResp): Json => {
  const wrong = from.getWrongExpectedVersion();
  if (!wrong) {
    const done = from.getSuccess();
    return done ? { success: success(done) } : {};
  }
  return {
    wrongExpectedVersion: members(
      [wrong.hasCurrentRevision2060(), 'currentRevision2060', () => wrong.getCurrentRevision2060()],
      [wrong.hasNoStream2060(), 'noStream2060', nothing],
      [wrong.hasExpectedRevision2060(), 'expectedRevision2060', () => wrong.getExpectedRevision2060()],
      [wrong.hasAny2060(), 'any2060', nothing],
      [wrong.hasStreamExists2060(), 'streamExists2060', nothing],
      [wrong.hasCurrentRevision(), 'currentRevision', () => wrong.getCurrentRevision()],
      [wrong.hasCurrentNoStream(), 'currentNoStream', nothing],
      [wrong.hasExpectedRevision(), 'expectedRevision', () => wrong.getExpectedRevision()],
      [wrong.hasExpectedAny(), 'expectedAny', nothing],
      [wrong.hasExpectedStreamExists(), 'expectedStreamExists', nothing],
      [wrong.hasExpectedNoStream(), 'expectedNoStream', nothing],
    ),
  };
};

const conflict = (value: Uint8Array): Spoken => {
  const wrong = WrongExpectedVersion.deserializeBinary(value);
  return members(
    [wrong.hasCurrentStreamRevision(), 'currentStreamRevision', () => wrong.getCurrentStreamRevision()],
    [wrong.hasCurrentNoStream(), 'currentNoStream', nothing],
    [wrong.hasExpectedStreamPosition(), 'expectedStreamPosition', () => wrong.getExpectedStreamPosition()],
    [wrong.hasExpectedAny(), 'expectedAny', nothing],
    [wrong.hasExpectedStreamExists(), 'expectedStreamExists', nothing],
    [wrong.hasExpectedNoStream(), 'expectedNoStream', nothing],
  );
};

const details = (type: string, value: Uint8Array): Spoken => {
  switch (type) {
    case 'WrongExpectedVersion':
      return conflict(value);
    case 'StreamDeleted':
      return {
        streamIdentifier: identifier(StreamDeleted.deserializeBinary(value).getStreamIdentifier()),
      };
    case 'MaximumAppendSizeExceeded':
      return { maxappendsize: MaximumAppendSizeExceeded.deserializeBinary(value).getMaxappendsize() };
    case 'BadRequest':
      return { message: BadRequest.deserializeBinary(value).getMessage() };
    default:
      return {};
  }
};

const failure = (error: Status): Json => {
  const found = error.getDetails();
  const type = found?.getTypeName().split('.').at(-1) ?? 'none';
  return {
    code: error.getCode(),
    message: error.getMessage(),
    details: { type, ...details(type, found?.getValue_asU8() ?? new Uint8Array()) },
  };
};

export const batchAnswer = (from: BatchAppendResp): Json => {
  const [error, done] = [from.getError(), from.getSuccess()];
  return {
    correlationId: uuid(from.getCorrelationId()),
    ...(error ? { error: failure(error) } : {}),
    ...(done ? { success: success(done) } : {}),
    ...(from.hasStreamIdentifier() ? { streamIdentifier: identifier(from.getStreamIdentifier()) } : {}),
  };
};

export const endedAnswer = (from: DeleteResp | TombstoneResp): Json =>
  members(
    [from.hasPosition(), 'position', () => position(from.getPosition())],
    [from.hasNoPosition(), 'noPosition', nothing],
  );

const event = (from: NonNullable<ReturnType<ReadResp['getEvent']>>): Json => {
  const recorded = from.getEvent();
  if (!recorded) return {};
  const metadata = Object.fromEntries(
    [...recorded.getMetadataMap().getEntryList()].filter(([name]) => name !== 'created'),
  );
  const ofServer = metadata['type']?.startsWith('$') ?? false;
  const custom = bytes(recorded.getCustomMetadata_asU8());
  return {
    event: {
      ...(ofServer ? {} : { id: uuid(recorded.getId()) }),
      streamIdentifier: identifier(recorded.getStreamIdentifier()),
      streamRevision: recorded.getStreamRevision(),
      position: recorded.getCommitPosition(),
      metadata,
      ...(custom === '' ? {} : { customMetadata: custom }),
      data: bytes(recorded.getData_asU8()),
    },
    commitPosition: from.getCommitPosition(),
  };
};

export const readAnswer = (from: ReadResp): Json => {
  const read = from.getEvent();
  return members(
    [read !== undefined, 'event', () => (read ? event(read) : {})],
    [from.hasConfirmation(), 'confirmation', nothing],
    [from.hasCheckpoint(), 'checkpoint', () => position(from.getCheckpoint())],
    [
      from.hasStreamNotFound(),
      'streamNotFound',
      () => ({ streamIdentifier: identifier(from.getStreamNotFound()?.getStreamIdentifier()) }),
    ],
    [from.hasFirstStreamPosition(), 'firstStreamPosition', () => from.getFirstStreamPosition()],
    [from.hasLastStreamPosition(), 'lastStreamPosition', () => from.getLastStreamPosition()],
    [from.hasCaughtUp(), 'caughtUp', nothing],
    [from.hasFellBehind(), 'fellBehind', nothing],
  );
};
