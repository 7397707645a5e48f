import {
  AppendReq,
  BatchAppendReq,
  DeleteReq,
  Empty,
  GoogleEmpty,
  ReadReq,
  StreamIdentifier,
  Timestamp,
  TombstoneReq,
  UUID,
} from '../protocol.ts';
import type {
  Bytes,
  RecordedAppend,
  RecordedBatchAppend,
  RecordedOptions,
  RecordedProposal,
  RecordedRead,
} from './recording.ts';

const bytes = (recorded: Bytes): Uint8Array => {
  if (typeof recorded === 'string') return Buffer.from(recorded);
  return 'base64' in recorded
    ? Buffer.from(recorded.base64, 'base64')
    : Buffer.alloc(recorded.letters, recorded.of);
};

const identifier = (recorded: Bytes): StreamIdentifier =>
  new StreamIdentifier().setStreamName(bytes(recorded));

type Proposal<Message> = Message & {
  setId(id: UUID): unknown;
  setData(data: Uint8Array): unknown;
  setCustomMetadata(data: Uint8Array): unknown;
  getMetadataMap(): { set(key: string, value: string): unknown };
};

const proposal = <Message>(into: Proposal<Message>, recorded: RecordedProposal): Message => {
  if (recorded.id !== undefined) into.setId(new UUID().setString(recorded.id));
  for (const [name, value] of Object.entries(recorded.metadata)) into.getMetadataMap().set(name, value);
  into.setCustomMetadata(bytes(recorded.customMetadata ?? ''));
  into.setData(bytes(recorded.data));
  return into;
};

interface Expecting {
  setStreamIdentifier(identifier: StreamIdentifier): unknown;
  setAny(empty: InstanceType<typeof Empty>): unknown;
  setNoStream(empty: InstanceType<typeof Empty>): unknown;
  setStreamExists(empty: InstanceType<typeof Empty>): unknown;
}

const expecting = (
  into: Expecting,
  recorded: RecordedOptions,
  setRevision: (revision: string) => unknown,
): void => {
  if (recorded.streamIdentifier !== undefined)
    into.setStreamIdentifier(identifier(recorded.streamIdentifier));
  switch (recorded.expected) {
    case undefined:
      break;
    case 'any':
      into.setAny(new Empty());
      break;
    case 'noStream':
      into.setNoStream(new Empty());
      break;
    case 'streamExists':
      into.setStreamExists(new Empty());
      break;
    default:
      setRevision(recorded.expected);
  }
};

export const appendRequest = ({ options, proposedMessage }: RecordedAppend): AppendReq => {
  const request = new AppendReq();
  if (options) {
    const into = new AppendReq.Options();
    expecting(into, options, (revision) => into.setRevision(revision));
    request.setOptions(into);
  }
  if (proposedMessage) request.setProposedMessage(proposal(new AppendReq.ProposedMessage(), proposedMessage));
  return request;
};

export const batchRequest = (recorded: RecordedBatchAppend): BatchAppendReq => {
  const request = new BatchAppendReq()
    .setCorrelationId(new UUID().setString(recorded.correlationId))
    .setIsFinal(recorded.isFinal)
    .setProposedMessagesList(
      recorded.proposedMessages.map((proposed) => proposal(new BatchAppendReq.ProposedMessage(), proposed)),
    );
  const { options } = recorded;
  if (!options) return request;
  const into = new BatchAppendReq.Options();
  expecting(
    {
      setStreamIdentifier: (name) => into.setStreamIdentifier(name),
      setAny: () => into.setAny(new GoogleEmpty()),
      setNoStream: () => into.setNoStream(new GoogleEmpty()),
      setStreamExists: () => into.setStreamExists(new GoogleEmpty()),
    },
    options,
    (revision) => into.setStreamPosition(revision),
  );
  if (options.deadlineMs !== undefined)
    into.setDeadline(Timestamp.fromDate(new Date(Date.now() + options.deadlineMs)));
  return request.setOptions(into);
};

export const deleteRequest = (recorded: RecordedOptions): DeleteReq => {
  const into = new DeleteReq.Options();
  expecting(into, recorded, (revision) => into.setRevision(revision));
  return new DeleteReq().setOptions(into);
};

export const tombstoneRequest = (recorded: RecordedOptions): TombstoneReq => {
  const into = new TombstoneReq.Options();
  expecting(into, recorded, (revision) => into.setRevision(revision));
  return new TombstoneReq().setOptions(into);
};

const { Options } = ReadReq;

const filterOf = (recorded: NonNullable<RecordedRead['filter']>) => {
  const filter = new Options.FilterOptions().setCheckpointintervalmultiplier(recorded.multiplier);
  const expression = (from: NonNullable<typeof recorded.eventType>) =>
    new Options.FilterOptions.Expression().setRegex(from.regex ?? '').setPrefixList([...(from.prefix ?? [])]);
  if (recorded.eventType) filter.setEventType(expression(recorded.eventType));
  if (recorded.streamIdentifier) filter.setStreamIdentifier(expression(recorded.streamIdentifier));
  if (recorded.max !== undefined) filter.setMax(recorded.max);
  if (recorded.count) filter.setCount(new Empty());
  return filter;
};

export const readRequest = (recorded: RecordedRead): ReadReq => {
  const options = new Options()
    .setReadDirection(recorded.backwards ? Options.ReadDirection.BACKWARDS : Options.ReadDirection.FORWARDS)
    .setResolveLinks(recorded.resolveLinks ?? false)
    .setUuidOption(
      recorded.structured
        ? new Options.UUIDOption().setStructured(new Empty())
        : new Options.UUIDOption().setString(new Empty()),
    );
  const from = recorded.stream === undefined ? new Options.AllOptions() : new Options.StreamOptions();
  if (recorded.from === 'start') from.setStart(new Empty());
  else if (recorded.from === 'end') from.setEnd(new Empty());
  else if (from instanceof Options.StreamOptions && typeof recorded.from === 'string')
    from.setRevision(recorded.from);
  else if (from instanceof Options.AllOptions && typeof recorded.from !== 'string')
    from.setPosition(
      new Options.Position()
        .setCommitPosition(recorded.from.commitPosition)
        .setPreparePosition(recorded.from.preparePosition),
    );
  if (from instanceof Options.StreamOptions)
    options.setStream(from.setStreamIdentifier(identifier(recorded.stream ?? '')));
  else options.setAll(from);
  if (recorded.subscription) options.setSubscription(new Options.SubscriptionOptions());
  else if (recorded.count !== undefined) options.setCount(recorded.count);
  if (recorded.filter) options.setFilter(filterOf(recorded.filter));
  else options.setNoFilter(new Empty());
  if (recorded.compatibility !== undefined)
    options.setControlOption(new Options.ControlOption().setCompatibility(recorded.compatibility));
  return new ReadReq().setOptions(options);
};
