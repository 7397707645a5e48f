import type {
  AllStreamRecordedEvent,
  EventData,
  JSONType,
  Position,
  RecordedEvent,
} from '@eventstore/db-client';
import type { Meta, Recorded, Uuid } from '../../kernel/message.ts';
import type { StorableEvent } from '../../ports/storable.ts';
import { Refused } from './trouble.ts';

/**
 * The event's own metadata is `{"version":…,"meta":…}`: in it `meta` is the text that every other store has, member for
 * member. It goes as bytes; the data the client writes itself, which of a text that JSON.stringify made makes the same text.
 */
export const proposed = ({ id, type, version, data, meta }: StorableEvent): EventData => ({
  id,
  type,
  contentType: 'application/json',
  data: JSON.parse(data) as JSONType,
  metadata: new TextEncoder().encode(`{"version":${version},"meta":${meta}}`),
});

/** What the server and its own parts write: statistics, users, deletions, links. */
export const isOfTheServer = ({ streamId, type }: RecordedEvent): boolean =>
  streamId.startsWith('$') || type.startsWith('$');

/** The half of a position that stands for it: both are the same unless somebody wrote in transactions of the old protocol. */
export const packed = ({ commit, prepare }: Position): bigint => {
  if (commit !== prepare)
    throw new Refused(`the record at ${prepare.toString()} was committed at ${commit.toString()}`);
  return commit;
};

export const unpacked = (position: bigint): Position => ({ commit: position, prepare: position });

/** What is counted and exported: neither the server's, nor who holds which lease. */
export const isOurs = (event: RecordedEvent): boolean =>
  !isOfTheServer(event) && !event.streamId.startsWith('lease-');

const isMade = (metadata: unknown): metadata is { readonly version: number; readonly meta: Meta } =>
  typeof metadata === 'object' &&
  metadata !== null &&
  'version' in metadata &&
  typeof metadata.version === 'number' &&
  'meta' in metadata &&
  typeof metadata.meta === 'object' &&
  metadata.meta !== null;

/** An event as every store gives it; one that is neither the server's nor ours means that two programs share a log. */
export const recorded = (event: RecordedEvent | AllStreamRecordedEvent): Recorded => {
  const { id, streamId, revision, type, data, metadata, isJson, position } = event;
  if (!position || !isJson || !isMade(metadata))
    throw new Refused(
      `${streamId}@${revision.toString()} was not written by Wissel: the log is to be its own`,
    );
  return {
    id: id as Uuid,
    stream: streamId,
    revision: Number(revision),
    type,
    version: metadata.version,
    data,
    meta: metadata.meta,
    position: packed(position),
  };
};
