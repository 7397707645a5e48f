import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import type { Appended, Expectation } from '../log/appended.ts';
import type { Proposed } from '../log/log.ts';
import { answersForLeader, type Node } from '../node.ts';
import { type AppendReq, AppendResp } from '../protocol.ts';
import { bytesOf, empty, expectationOf, isFitName, nameOf, proposedOf } from './messages.ts';
import {
  appendTooLarge,
  commitPhaseTimeout,
  invalid,
  maximumAppendBytes,
  notLeader,
  type Refusal,
  streamDeleted,
  thrownByHandler,
  unavailable,
} from './refusals.ts';

interface Asked {
  readonly stream: string;
  readonly expected: Expectation;
  readonly events: readonly Proposed[];
}

const askedIn = (messages: readonly AppendReq[]): Asked | Refusal => {
  const options = messages[0]?.getOptions();
  const stream = nameOf(options?.getStreamIdentifier());
  if (!options || !isFitName(stream)) return thrownByHandler();
  const expected = expectationOf(options);
  if (!expected)
    return invalid(
      "'None' is not a valid EventStore.Client.Streams.AppendReq+Types+Options+ExpectedStreamRevisionOneofCase",
    );
  const proposed = proposedOf(messages.slice(1).flatMap((message) => message.getProposedMessage() ?? []));
  if ('alone' in proposed) return proposed.alone;
  return bytesOf(proposed) > maximumAppendBytes ? appendTooLarge() : { stream, expected, events: proposed };
};

const successOf = ({ revision, position }: Extract<Appended, { kind: 'done' }>): AppendResp => {
  const success = new AppendResp.Success();
  if (revision === undefined) success.setNoStream(empty());
  else success.setCurrentRevision(String(revision));
  if (position === undefined) success.setNoPosition(empty());
  else
    success.setPosition(
      new AppendResp.Position().setCommitPosition(String(position)).setPreparePosition(String(position)),
    );
  return new AppendResp().setSuccess(success);
};

/** The largest number below 2^64 that is one in JavaScript; the real server says 2^64 - 1. */
const largestNumber = 2 ** 64 - 2_048;

/** The conflict is told twice: in the words of today and in those of server 20.6. */
const conflictOf = (expected: Expectation, current: bigint | undefined): AppendResp => {
  const wrong = new AppendResp.WrongExpectedVersion();
  if (current === undefined) wrong.setNoStream2060(empty()).setCurrentNoStream(empty());
  else wrong.setCurrentRevision2060(Number(current)).setCurrentRevision(String(current));
  switch (expected.kind) {
    case 'any':
      wrong.setAny2060(empty()).setExpectedAny(empty());
      break;
    case 'stream exists':
      wrong.setStreamExists2060(empty()).setExpectedStreamExists(empty());
      break;
    case 'no stream':
      wrong.setExpectedRevision2060(largestNumber).setExpectedNoStream(empty());
      break;
    case 'revision':
      wrong.setExpectedRevision2060(Number(expected.revision)).setExpectedRevision(String(expected.revision));
  }
  return new AppendResp().setWrongExpectedVersion(wrong);
};

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds).unref());

/** An append by a call of its own. */
export const appendBy =
  (node: Node) =>
  (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void => {
    const messages: AppendReq[] = [];
    call.on('data', (message: AppendReq) => messages.push(message));
    call.on('error', () => undefined);
    // A connection that breaks half-way ends what is read too, a moment before the call is known to be cancelled.
    call.on('end', () =>
      setImmediate(() => {
        if (!call.cancelled) void judge(messages);
      }),
    );

    const refuse = (why: Refusal): void => answer(why);

    const judge = async (received: readonly AppendReq[]): Promise<void> => {
      if (!answersForLeader(node, call.metadata)) return refuse(notLeader(node.leader()));
      const fault = node.faults.take('append');
      if (fault === 'not leader') return refuse(notLeader(node.leader()));
      if (fault === 'unavailable') return refuse(unavailable());
      if (fault === 'broken before') return node.breakConnections();
      if (fault === 'commit phase timeout') return refuse(commitPhaseTimeout());

      const asked = askedIn(received);
      if ('code' in asked) return refuse(asked);
      const done = node.log.append(asked.stream, asked.expected, asked.events);
      switch (done.kind) {
        case 'deleted':
          return refuse(streamDeleted(asked.stream));
        case 'wrong version':
          return answer(null, conflictOf(asked.expected, done.current));
        case 'never answered':
          return;
        case 'being written':
          await after(node.timings.writeTimeoutMs);
          return refuse(commitPhaseTimeout());
        case 'done':
          await node.log.settled();
          if (fault === 'commit phase timeout, but written') return refuse(commitPhaseTimeout());
          if (fault === 'lost acknowledgement') return node.breakConnections();
          if (fault === 'no acknowledgement') return;
          if (fault === 'late acknowledgement') await node.faults.late(node.timings.lateMs);
          return answer(null, successOf(done));
      }
    };
  };
