import type { handleUnaryCall } from '@grpc/grpc-js';
import { expectationOf, isFitName, nameOf } from './messages.ts';
import { answersForLeader, type Node } from '../node.ts';
import { type DeleteReq, DeleteResp, type TombstoneReq, TombstoneResp } from '../protocol.ts';
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
  how: 'soft' | 'for ever',
): Promise<bigint | Refusal> => {
  const { log } = node;
  const options = request.getOptions();
  const stream = nameOf(options?.getStreamIdentifier());
  if (!options || !isFitName(stream)) return thrownByHandler();
  const expected = expectationOf(options);
  if (!expected) return invalid('No expected revision is set.');
  if (log.isTombstoned(stream)) return streamDeleted(stream);

  const current = log.lastRevision(stream);
  const fits =
    current === undefined
      ? how === 'for ever' && (expected.kind === 'any' || expected.kind === 'no stream')
      : expected.kind === 'any' ||
        expected.kind === 'stream exists' ||
        (expected.kind === 'revision' && expected.revision === current);
  if (!fits) return deleteConflicts(stream, expected, current);
  const position = how === 'soft' ? log.softDelete(stream) : log.tombstone(stream);
  await log.settled();
  return position;
};

export const deleteBy =
  (node: Node): handleUnaryCall<DeleteReq, DeleteResp> =>
  (call, answer): void => {
    if (!answersForLeader(node, call.metadata)) return answer(notLeader(node.leader()));
    void ended(node, call.request, 'soft').then((at) => {
      if (typeof at !== 'bigint') return answer(at);
      const position = new DeleteResp.Position().setCommitPosition(String(at)).setPreparePosition(String(at));
      answer(null, new DeleteResp().setPosition(position));
    });
  };

export const tombstoneBy =
  (node: Node): handleUnaryCall<TombstoneReq, TombstoneResp> =>
  (call, answer): void => {
    if (!answersForLeader(node, call.metadata)) return answer(notLeader(node.leader()));
    void ended(node, call.request, 'for ever').then((at) => {
      if (typeof at !== 'bigint') return answer(at);
      const position = new TombstoneResp.Position()
        .setCommitPosition(String(at))
        .setPreparePosition(String(at));
      answer(null, new TombstoneResp().setPosition(position));
    });
  };
