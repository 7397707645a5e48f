import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import type { Stored } from '../log/log.ts';
import { answersForLeader, type Node } from '../node.ts';
import { ReadReq, type ReadOptions, ReadResp } from '../protocol.ts';
import { filterOf } from './filter.ts';
import { eventOf, identifierOf, nameOf } from './messages.ts';
import {
  invalid,
  notLeader,
  type Refusal,
  streamDeleted,
  thrownByHandler,
  unavailable,
  unknownResult,
} from './refusals.ts';
import { Sending } from './sending.ts';
import { subscribe } from './subscribe.ts';

type Answers = readonly ReadResp[] | Refusal;

/** A number without a limit above, as "the end" and as a count. */
const largest = 18446744073709551615n;

const isBackwards = (options: ReadOptions): boolean =>
  options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;

/** The four choices of a request, in the words in which the server refuses those that do not go together. */
const combination = (options: ReadOptions): string => {
  const of = options.hasAll() ? 'All' : options.hasStream() ? 'Stream' : 'None';
  const amount = options.hasSubscription() ? 'Subscription' : options.hasCount() ? 'Count' : 'None';
  const filter = options.hasFilter() ? 'Filter' : options.hasNoFilter() ? 'NoFilter' : 'None';
  return `${of}, ${amount}, ${isBackwards(options) ? 'Backwards' : 'Forwards'}, ${filter}`;
};

const combinations =
  /^(Stream, Count, (For|Back)wards, NoFilter|Stream, Subscription, Forwards, NoFilter|All, Count, (For|Back)wards, (No)?Filter|All, Subscription, Forwards, (No)?Filter)$/;

const limited = <T>(all: readonly T[], count: bigint): readonly T[] =>
  count >= BigInt(all.length) ? all : all.slice(0, Number(count));

const answerOf = (options: ReadOptions, event: Stored): ReadResp =>
  eventOf(event, options.getUuidOption()?.hasStructured() ?? false);

const readStream = (node: Node, options: ReadOptions): Answers => {
  const from = options.getStream();
  const stream = nameOf(from?.getStreamIdentifier());
  const count = BigInt(options.getCount());
  const backwards = isBackwards(options);
  const start = from?.hasEnd() ? largest : from?.hasStart() ? 0n : BigInt(from?.getRevision() ?? 0);
  if (node.log.isTombstoned(stream)) return streamDeleted(stream);
  if (count === 0n || (!backwards && start === largest)) return unknownResult('Stream');
  const events = node.log.read(stream);
  if (!events)
    return [
      new ReadResp().setStreamNotFound(
        new ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream)),
      ),
    ];

  const last = events.at(-1)?.revision ?? -1n;
  const wanted = backwards
    ? events.filter(({ revision }) => revision <= start).toReversed()
    : events.filter(({ revision }) => revision >= start);
  const answers = limited(wanted, count).map((event) => answerOf(options, event));
  if ((options.getControlOption()?.getCompatibility() ?? 0) < 1) return answers;
  const beyond = !backwards && start > last + 1n;
  return [
    ...(beyond ? [new ReadResp().setFirstStreamPosition(String(last + 1n))] : []),
    ...answers,
    new ReadResp().setLastStreamPosition(String(last)),
  ];
};

/** Nothing when the server would search for ever. */
const readAll = (node: Node, options: ReadOptions): Answers | undefined => {
  const events = node.log.committed;
  const all = options.getAll();
  const position = all?.getPosition();
  const [commit, prepare] = [position?.getCommitPosition(), position?.getPreparePosition()].map((at) =>
    BigInt(at ?? 0),
  );
  const backwards = isBackwards(options);
  const count = BigInt(options.getCount());
  const filter = filterOf(options.getFilter());
  if ('code' in filter) return filter;
  if (position && commit !== undefined && prepare !== undefined && prepare > commit) return thrownByHandler();
  if (count === 0n) return undefined;

  const start = all?.hasEnd() ? largest : all?.hasStart() ? 0n : (commit ?? 0n);
  const at = node.log.indexAt(start);
  if (start > 0n && events[at] && events[at].position !== start) return unknownResult('All');
  const wanted = backwards ? events.slice(0, at).toReversed() : events.slice(at);
  return limited(wanted.filter(filter.wants), count).map((event) => answerOf(options, event));
};

export const readBy =
  (node: Node): handleServerStreamingCall<ReadReq, ReadResp> =>
  (call: ServerWritableStream<ReadReq, ReadResp>): void => {
    const refuse = (why: Refusal): void => void call.emit('error', why);
    const options = call.request.getOptions();
    if (!options) return refuse(thrownByHandler());
    if (!answersForLeader(node, call.metadata)) return refuse(notLeader(node.leader()));
    const fault = node.faults.take(options.hasSubscription() ? 'subscribe' : 'read');
    if (fault === 'not leader') return refuse(notLeader(node.leader()));
    if (fault === 'unavailable') return refuse(unavailable());
    if (fault === 'no answer') return;
    const chosen = combination(options);
    if (!combinations.test(chosen)) return refuse(invalid(`The combination of (${chosen}) is invalid.`));
    if (options.hasSubscription()) {
      void subscribe(node, call, options);
      if (fault === 'broken half-way') setImmediate(() => node.breakConnections());
      return;
    }

    const answers = options.hasAll() ? readAll(node, options) : readStream(node, options);
    if (!answers) return;
    if ('code' in answers) return refuse(answers);
    const half = fault === 'broken half-way' ? Math.floor(answers.length / 2) : undefined;
    void (async () => {
      const sending = new Sending(call);
      for (const answer of answers.slice(0, half)) await sending.send(answer);
      if (sending.over) return;
      if (half === undefined) call.end();
      else node.breakConnections();
    })();
  };
