import type { Expectation } from '../log/appended.ts';
import type { Proposed, Stored } from '../log/log.ts';
import {
  AppendReq,
  BatchAppendReq,
  DeleteReq,
  Empty,
  type ProposedMessage,
  ReadResp,
  StreamIdentifier,
  TombstoneReq,
  UUID,
} from '../protocol.ts';
import { type Refusal, thrownByHandler, withoutProperty } from './refusals.ts';

/** What the largest unsigned number means where a revision is expected. */
const largestRevision = 18446744073709551615n;

type Expecting = Pick<
  InstanceType<typeof AppendReq.Options>,
  'hasNoStream' | 'hasAny' | 'hasStreamExists' | 'hasStreamIdentifier' | 'getStreamIdentifier'
>;

/** The members that all requests have, and how this one calls an exact revision. */
const expectationIn = (options: Expecting, revision: string | undefined): Expectation | undefined => {
  if (options.hasAny()) return { kind: 'any' };
  if (options.hasNoStream()) return { kind: 'no stream' };
  if (options.hasStreamExists()) return { kind: 'stream exists' };
  if (revision === undefined) return undefined;
  return BigInt(revision) === largestRevision
    ? { kind: 'no stream' }
    : { kind: 'revision', revision: BigInt(revision) };
};

export const expectationOf = (
  options:
    | InstanceType<typeof AppendReq.Options>
    | InstanceType<typeof DeleteReq.Options>
    | InstanceType<typeof TombstoneReq.Options>
    | InstanceType<typeof BatchAppendReq.Options>,
): Expectation | undefined => {
  if (options instanceof BatchAppendReq.Options)
    return expectationIn(options, options.hasStreamPosition() ? options.getStreamPosition() : undefined);
  return expectationIn(options, options.hasRevision() ? options.getRevision() : undefined);
};

export const nameOf = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? new Uint8Array()).toString();

export const identifierOf = (stream: string): StreamIdentifier =>
  new StreamIdentifier().setStreamName(Buffer.from(stream));

/** `$$` alone would be the metadata of nothing. */
export const isFitName = (stream: string): boolean => stream !== '' && stream !== '$$';

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const nil = '00000000-0000-0000-0000-000000000000';

const hex = (half: string): string => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, '0');

/** The id as it is stored, `undefined` when it is none. */
export const idOf = (id: UUID | undefined): string | undefined => {
  const structured = id?.getStructured();
  const text = structured
    ? `${hex(structured.getMostSignificantBits())}${hex(structured.getLeastSignificantBits())}`.replace(
        /^(.{8})(.{4})(.{4})(.{4})/,
        '$1-$2-$3-$4-',
      )
    : (id?.getString() ?? '');
  return uuidPattern.test(text) ? text.toLowerCase() : undefined;
};

export const uuidOf = (id: string): UUID => new UUID().setString(id);

export const structuredUuidOf = (id: string): UUID => {
  const digits = id.replaceAll('-', '');
  const half = (from: number): string =>
    String(BigInt.asIntN(64, BigInt(`0x${digits.slice(from, from + 16)}`)));
  return new UUID().setStructured(
    new UUID.Structured().setMostSignificantBits(half(0)).setLeastSignificantBits(half(16)),
  );
};

/** Why the server takes none of the events: by a call of its own, and on the shared call. */
export interface Unfit {
  readonly alone: Refusal;
  readonly inBatch: string;
}

const isProposed = (found: Proposed | Unfit): found is Proposed => 'id' in found;
const isUnfit = (found: Proposed | Unfit): found is Unfit => 'alone' in found;

const proposedIn = (message: ProposedMessage): Proposed | Unfit => {
  const properties = message.getMetadataMap();
  const [type, contentType] = [properties.get('type'), properties.get('content-type')];
  if (type === undefined || contentType === undefined)
    return {
      alone: withoutProperty(type === undefined ? 'type' : 'content-type'),
      inBatch: 'The given key was not present in the dictionary.',
    };
  const id = idOf(message.getId());
  const wrong =
    id === undefined
      ? 'Unrecognized Guid format.'
      : id === nil
        ? "Empty eventId provided. (Parameter 'eventId')"
        : type === ''
          ? "Empty eventType provided. (Parameter 'eventType')"
          : undefined;
  if (id === undefined || wrong !== undefined) return { alone: thrownByHandler(), inBatch: wrong ?? '' };
  return {
    id,
    type,
    json: contentType === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
};

export const proposedOf = (messages: readonly ProposedMessage[]): readonly Proposed[] | Unfit => {
  const found = messages.map(proposedIn);
  return found.find(isUnfit) ?? found.filter(isProposed);
};

export const bytesOf = (events: readonly Proposed[]): number =>
  events.reduce((sum, { data }) => sum + data.length, 0);

export const empty = (): InstanceType<typeof Empty> => new Empty();

export const eventOf = (stored: Stored, structured: boolean): ReadResp => {
  const recorded = new ReadResp.ReadEvent.RecordedEvent()
    .setId(structured ? structuredUuidOf(stored.id) : uuidOf(stored.id))
    .setStreamIdentifier(identifierOf(stored.stream))
    .setStreamRevision(String(stored.revision))
    .setPreparePosition(String(stored.position))
    .setCommitPosition(String(stored.position))
    .setCustomMetadata(stored.metadata)
    .setData(stored.data);
  recorded
    .getMetadataMap()
    .set('type', stored.type)
    .set('created', stored.created)
    .set('content-type', stored.json ? 'application/json' : 'application/octet-stream');
  return new ReadResp().setEvent(
    new ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(stored.position)),
  );
};
