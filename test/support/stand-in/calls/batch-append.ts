import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Appended, Expectation } from '../log/appended.ts';
import type { Proposed } from '../log/log.ts';
import { answersForLeader, type Node } from '../node.ts';
import {
  AllStreamPosition,
  Any,
  BadRequest,
  type BatchAppendReq,
  BatchAppendResp,
  type BatchOptions,
  Code,
  GoogleEmpty,
  MaximumAppendSizeExceeded,
  Status,
  StreamDeleted,
  type StreamIdentifier,
  Timeout,
  type UUID,
  WrongExpectedVersion,
} from '../protocol.ts';
import { bytesOf, expectationOf, idOf, isFitName, nameOf, proposedOf, structuredUuidOf } from './messages.ts';
import { maximumAppendBytes, notLeader, type Refusal, unavailable } from './refusals.ts';

/** An append whose last message has not come. */
interface Open {
  readonly correlation: UUID;
  readonly identifier: StreamIdentifier;
  readonly expected: Expectation;
  readonly events: Proposed[];
  readonly expiry: NodeJS.Timeout;
}

const errorOf = (
  code: Parameters<Status['setCode']>[0],
  name: string,
  details: { serializeBinary(): Uint8Array },
): Status => {
  const any = new Any();
  any.pack(details.serializeBinary(), `event_store.client.${name}`);
  return new Status().setCode(code).setMessage(name).setDetails(any);
};

const badRequest = (message: string): Status =>
  errorOf(Code.INVALID_ARGUMENT, 'BadRequest', new BadRequest().setMessage(message));
const timedOut = (): Status => errorOf(Code.DEADLINE_EXCEEDED, 'Timeout', new Timeout());
const tooLarge = (): Status =>
  errorOf(
    Code.INVALID_ARGUMENT,
    'MaximumAppendSizeExceeded',
    new MaximumAppendSizeExceeded().setMaxappendsize(maximumAppendBytes),
  );

const conflictOf = (expected: Expectation, current: bigint | undefined): Status => {
  const wrong = new WrongExpectedVersion();
  if (current === undefined) wrong.setCurrentNoStream(new GoogleEmpty());
  else wrong.setCurrentStreamRevision(String(current));
  switch (expected.kind) {
    case 'any':
      wrong.setExpectedAny(new GoogleEmpty());
      break;
    case 'stream exists':
      wrong.setExpectedStreamExists(new GoogleEmpty());
      break;
    case 'no stream':
      wrong.setExpectedNoStream(new GoogleEmpty());
      break;
    case 'revision':
      wrong.setExpectedStreamPosition(String(expected.revision));
  }
  return errorOf(Code.ALREADY_EXISTS, 'WrongExpectedVersion', wrong);
};

const successOf = ({ revision, position }: Extract<Appended, { kind: 'done' }>): BatchAppendResp => {
  const success = new BatchAppendResp.Success();
  if (revision === undefined) success.setNoStream(new GoogleEmpty());
  else success.setCurrentRevision(String(revision));
  if (position === undefined) success.setNoPosition(new GoogleEmpty());
  else
    success.setPosition(
      new AllStreamPosition().setCommitPosition(String(position)).setPreparePosition(String(position)),
    );
  return new BatchAppendResp().setSuccess(success);
};

const millisecondsLeft = (options: BatchOptions): number => {
  const deadline = options.getDeadline();
  return deadline ? deadline.toDate().getTime() - Date.now() : Infinity;
};

/** Appends of everybody who shares this call. */
export const batchAppendBy =
  (node: Node) =>
  (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void => {
    const open = new Map<string, Open>();
    let owed = 0;
    let ending = false;

    const send = (
      answer: BatchAppendResp,
      correlation: UUID | undefined,
      identifier?: StreamIdentifier,
    ): void => {
      call.write(answer.setCorrelationId(correlation).setStreamIdentifier(identifier));
    };
    const fail = (error: Status, correlation: UUID | undefined, identifier?: StreamIdentifier): void =>
      send(new BatchAppendResp().setError(error), correlation, identifier);
    /** A call that the client has half-closed goes on until what it is still owed has been paid. */
    const paid = (): void => {
      owed -= 1;
      if (ending && owed === 0) call.end();
    };
    const end = (refusal: Refusal): void => {
      for (const { expiry } of open.values()) clearTimeout(expiry);
      open.clear();
      call.emit('error', refusal);
    };

    call.on('data', (message: BatchAppendReq) => take(message));
    call.on('error', () => undefined);
    call.on('end', () => {
      ending = owed > 0;
    });
    call.on('cancelled', () => {
      for (const { expiry } of open.values()) clearTimeout(expiry);
    });

    const take = (message: BatchAppendReq): void => {
      const correlation = message.getCorrelationId();
      const id = idOf(correlation);
      const options = message.getOptions();
      if (correlation === undefined || id === undefined)
        return fail(badRequest('Unrecognized Guid format.'), correlation, options?.getStreamIdentifier());
      if (options && !begin(id, correlation, options)) return;
      const append = open.get(id);
      if (!append) return;

      const proposed = proposedOf(message.getProposedMessagesList());
      // It stays open: a Timeout will come under the same correlation id.
      if ('inBatch' in proposed) return fail(badRequest(proposed.inBatch), correlation, append.identifier);
      append.events.push(...proposed);
      const isTooLarge = bytesOf(append.events) > maximumAppendBytes;
      if (!isTooLarge && !message.getIsFinal()) return;
      clearTimeout(append.expiry);
      open.delete(id);
      if (isTooLarge) return fail(tooLarge(), correlation, append.identifier);
      void judge(id, append);
    };

    const begin = (id: string, correlation: UUID, options: BatchOptions): boolean => {
      const identifier = options.getStreamIdentifier();
      const expected = expectationOf(options);
      const left = millisecondsLeft(options);
      const refused = !identifier
        ? badRequest('Object reference not set to an instance of an object.')
        : !isFitName(nameOf(identifier))
          ? badRequest("Value cannot be null. (Parameter 'value')")
          : !expected
            ? badRequest(
                `Status(StatusCode="InvalidArgument", Detail="'None' is not a valid EventStore.Client.Streams.BatchAppendReq+Types+Options+ExpectedStreamPositionOneofCase")`,
              )
            : left <= 0
              ? timedOut()
              : undefined;
      if (refused) fail(refused, correlation, identifier);
      if (refused || !identifier || !expected) return false;
      const expiry = setTimeout(
        () => {
          open.delete(id);
          fail(timedOut(), structuredUuidOf(id), identifier);
        },
        Math.min(left, node.timings.writeTimeoutMs),
      );
      open.set(id, { correlation, identifier, expected, events: [], expiry });
      return true;
    };

    const judge = async (id: string, { correlation, identifier, expected, events }: Open): Promise<void> => {
      if (!answersForLeader(node, call.metadata)) return end(notLeader(node.leader()));
      const fault = node.faults.take('append');
      if (fault === 'not leader') return end(notLeader(node.leader()));
      if (fault === 'unavailable') return end(unavailable());
      if (fault === 'broken before') return node.breakConnections();
      owed += 1;
      const timeOut = (): NodeJS.Timeout =>
        setTimeout(() => {
          fail(timedOut(), correlation, identifier);
          paid();
        }, node.timings.writeTimeoutMs).unref();
      if (fault === 'commit phase timeout') return void timeOut();

      const done = node.log.append(nameOf(identifier), expected, events);
      switch (done.kind) {
        case 'deleted':
          fail(
            errorOf(Code.NOT_FOUND, 'StreamDeleted', new StreamDeleted().setStreamIdentifier(identifier)),
            correlation,
            identifier,
          );
          return paid();
        case 'wrong version':
          fail(conflictOf(expected, done.current), correlation, identifier);
          return paid();
        case 'never answered':
          return;
        case 'being written':
          return void timeOut();
        case 'done':
          await node.log.settled();
          if (fault === 'commit phase timeout, but written') return void timeOut();
          if (fault === 'lost acknowledgement') return node.breakConnections();
          if (fault === 'no acknowledgement') return;
          if (fault === 'late acknowledgement') await node.faults.late(node.timings.lateMs);
          send(successOf(done), correlation, identifier);
          if (fault === 'second answer') fail(timedOut(), structuredUuidOf(id), identifier);
          return paid();
      }
    };
  };
