import { randomUUID } from 'node:crypto';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { SubscriptionFault } from '../faults.ts';
import { type Stored, tombstoneRevision } from '../log/log.ts';
import type { Node } from '../node.ts';
import { type ReadOptions, type ReadReq, ReadResp } from '../protocol.ts';
import { type Filter, filterOf } from './filter.ts';
import { eventOf, nameOf } from './messages.ts';
import {
  consumerTooSlow,
  type Refusal,
  serverStops,
  streamDeleted,
  thrownByHandler,
  unavailable,
} from './refusals.ts';
import { Sending } from './sending.ts';

/** How many live events the server keeps for a consumer that is not ready. */
const liveBuffer = 32;
/** How long that consumer may take none of them; a real server has no such patience, but a faster consumer. */
const patienceMs = 100;

/** How often the server looks whether a stream has begun. */
const absentMs = 150;

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const refusalOf: Readonly<Record<Exclude<SubscriptionFault, 'ended'>, () => Refusal>> = {
  unavailable,
  'consumer too slow': consumerTooSlow,
  'server stops': serverStops,
};

const checkpointAt = (commit: bigint, prepare: bigint): ReadResp =>
  new ReadResp().setCheckpoint(
    new ReadResp.Checkpoint().setCommitPosition(String(commit)).setPreparePosition(String(prepare)),
  );

/** What comes after the confirmation. `undefined`: nothing for now, and everything before it was sent. */
interface Source {
  /** Whether the reader has what was there; a stream that does not exist is never caught up with. */
  readonly begun: () => boolean;
  readonly next: (live: boolean) => readonly ReadResp[] | undefined;
  readonly backlog: () => number;
  /** Why the subscription ends after what was sent last. */
  readonly end: () => Refusal | undefined;
}

const ofStream = (node: Node, options: ReadOptions): Source => {
  const from = options.getStream();
  const stream = nameOf(from?.getStreamIdentifier());
  const structured = options.getUuidOption()?.hasStructured() ?? false;
  const everything = (): readonly Stored[] => node.log.everythingOf(stream);
  const atEnd = from?.hasEnd() ?? false;
  let after = atEnd
    ? (everything().at(-1)?.revision ?? -1n)
    : from?.hasStart()
      ? -1n
      : BigInt(from?.getRevision() ?? 0);
  let last: Stored | undefined;
  const following = (): Stored | undefined => {
    const events = everything();
    const tombstone = events.at(-1);
    return events[Number(after) + 1] ?? (tombstone?.revision === tombstoneRevision ? tombstone : undefined);
  };
  return {
    begun: () => atEnd || node.log.read(stream) !== undefined,
    next: (live) => {
      if (last?.revision === tombstoneRevision) return undefined;
      const event = live ? following() : node.log.read(stream)?.find(({ revision }) => revision > after);
      if (!event) return undefined;
      after = event.revision;
      last = event;
      return [eventOf(event, structured)];
    },
    backlog: () => Math.max(0, everything().length - 1 - Number(after)),
    end: () => (last?.revision === tombstoneRevision ? streamDeleted(stream) : undefined),
  };
};

const ofAll = (node: Node, options: ReadOptions, filter: Filter): Source => {
  const all = options.getAll();
  const structured = options.getUuidOption()?.hasStructured() ?? false;
  const interval = filter.window * filter.multiplier;
  const start = BigInt(all?.getPosition()?.getCommitPosition() ?? 0);
  let index = all?.hasEnd() ? node.log.length : node.log.indexAt(start + 1n);
  let page = { commit: start, prepare: BigInt(all?.getPosition()?.getPreparePosition() ?? 0) };
  let searched = 0;

  /** Whether a checkpoint is due after so many more events. */
  const isDue = (events: number): boolean => {
    if (interval === 0) return false;
    searched += events;
    const due = searched >= interval;
    if (due) searched %= interval;
    return due;
  };
  /** Of a page the server tells where it began, or the last event that it gave. */
  const catchUp = (): readonly ReadResp[] | undefined => {
    const found = node.log.committed.slice(index, index + filter.window);
    const last = found.at(-1);
    if (!last) return undefined;
    index += found.length;
    const wanted = found.filter(filter.wants);
    const given = wanted.at(-1)?.position;
    const answers = wanted.map((event) => eventOf(event, structured));
    if (isDue(found.length))
      answers.push(
        given === undefined ? checkpointAt(page.commit, page.prepare) : checkpointAt(given, given),
      );
    page = { commit: last.position, prepare: 0n };
    return answers;
  };
  const follow = (): readonly ReadResp[] | undefined => {
    const event = node.log.at(index);
    if (!event) return undefined;
    index += 1;
    const answers = filter.wants(event) ? [eventOf(event, structured)] : [];
    return isDue(1) ? [...answers, checkpointAt(event.position, event.position)] : answers;
  };
  return {
    begun: () => true,
    next: (live) => (live ? follow() : catchUp()),
    backlog: () => node.log.length - index,
    end: () => undefined,
  };
};

/** Confirmation, what is there, `caught_up`, and then what comes, until one of both ends it. */
export const subscribe = async (
  node: Node,
  call: ServerWritableStream<ReadReq, ReadResp>,
  options: ReadOptions,
): Promise<void> => {
  const refuse = (why: Refusal): void => void call.emit('error', why);
  const filter = filterOf(options.getFilter());
  if ('code' in filter) return refuse(filter);
  if (options.hasFilter() && filter.multiplier === 0) return refuse(thrownByHandler());
  const stream = nameOf(options.getStream()?.getStreamIdentifier());
  if (node.log.isTombstoned(stream)) return refuse(streamDeleted(stream));

  const source = options.hasAll() ? ofAll(node, options, filter) : ofStream(node, options);
  const sending = new Sending(call);
  const forget = [
    node.log.onCommit(() => sending.wake()),
    node.faults.subscribed((fault) => {
      if (fault === 'ended') call.end();
      else refuse(refusalOf[fault]());
    }),
  ];
  let live = false;
  let takenAt = Date.now();
  const watch = setInterval(() => {
    if (live && source.backlog() > liveBuffer && Date.now() - takenAt > patienceMs) refuse(consumerTooSlow());
  }, patienceMs).unref();

  const send = async (answer: ReadResp): Promise<void> => {
    await sending.send(answer);
    takenAt = Date.now();
  };
  await send(
    new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID())),
  );
  while (!sending.over) {
    const answers = source.next(live);
    for (const answer of answers ?? []) await send(answer);
    const end = source.end();
    if (end) {
      refuse(end);
      break;
    }
    if (answers) continue;
    if (!live && source.begun()) {
      live = true;
      await send(new ReadResp().setCaughtUp(new ReadResp.CaughtUp()));
    } else {
      await sending.awoken();
      if (!live) await after(absentMs);
      takenAt = Date.now();
    }
  }
  clearInterval(watch);
  for (const stop of forget) stop();
};
