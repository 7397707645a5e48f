import type { handleUnaryCall } from '@grpc/grpc-js';
import type { Expectation } from '../log/appended.ts';
import { answersForLeader, type Node } from '../node.ts';
import { type DeleteReq, DeleteResp, type TombstoneReq, TombstoneResp } from '../protocol.ts';
import { expectationOf, isFitName, nameOf } from './messages.ts';
import {
  deleteConflicts,
  invalid,
  notLeader,
  type Refusal,
  streamDeleted,
  thrownByHandler,
} from './refusals.ts';

/** The position at which a stream was ended, or why it was not. */
const ended = async (
  node: Node,
  request: DeleteReq | TombstoneReq,
  how: 'Delete' | 'Tombstone',
): Promise<bigint | Refusal> => {
  const { log } = node;
  const options = request.getOptions();
  const stream = nameOf(options?.getStreamIdentifier());
  if (!options || !isFitName(stream)) return thrownByHandler();
  const expected = expectationOf(options);
  if (!expected)
    return invalid(
      `'None' is not a valid EventStore.Client.Streams.${how}Req+Types+Options+ExpectedStreamRevisionOneofCase`,
    );
  const current = log.lastRevision(stream);
  if (log.isTombstoned(stream)) return streamDeleted(stream);
  if (log.isEmptied(stream) && expected.kind === 'stream exists') return streamDeleted(stream);
  if (!fits(expected, current, log.isEmptied(stream), how)) return deleteConflicts(stream, expected, current);
  const position = how === 'Delete' ? log.softDelete(stream) : log.tombstone(stream);
  await log.settled();
  return position;
};

/** A stream that never was can be ended for ever, and not for a while. */
const fits = (
  expected: Expectation,
  current: bigint | undefined,
  emptied: boolean,
  how: 'Delete' | 'Tombstone',
): boolean => {
  const isThere = current !== undefined;
  switch (expected.kind) {
    case 'any':
      return isThere || how === 'Tombstone';
    case 'stream exists':
      return isThere;
    case 'no stream':
      return emptied || (!isThere && how === 'Tombstone');
    case 'revision':
      return expected.revision === current;
  }
};

export const deleteBy =
  (node: Node): handleUnaryCall<DeleteReq, DeleteResp> =>
  (call, answer): void => {
    if (!answersForLeader(node, call.metadata)) return answer(notLeader(node.leader()));
    void ended(node, call.request, 'Delete').then((at) => {
      if (typeof at !== 'bigint') return answer(at);
      const position = new DeleteResp.Position().setCommitPosition(String(at)).setPreparePosition(String(at));
      answer(null, new DeleteResp().setPosition(position));
    });
  };

export const tombstoneBy =
  (node: Node): handleUnaryCall<TombstoneReq, TombstoneResp> =>
  (call, answer): void => {
    if (!answersForLeader(node, call.metadata)) return answer(notLeader(node.leader()));
    void ended(node, call.request, 'Tombstone').then((at) => {
      if (typeof at !== 'bigint') return answer(at);
      const position = new TombstoneResp.Position()
        .setCommitPosition(String(at))
        .setPreparePosition(String(at));
      answer(null, new TombstoneResp().setPosition(position));
    });
  };
