import type { Stored } from './log.ts';

/** What somebody expects of a stream to which he appends. */
export type Expectation =
  | { readonly kind: 'any' }
  | { readonly kind: 'no stream' }
  | { readonly kind: 'stream exists' }
  | { readonly kind: 'revision'; readonly revision: bigint };

export type Appended =
  /** Written, now or before; a revision is missing when there is no stream, a position when its events no longer count. */
  | { readonly kind: 'done'; readonly revision: bigint | undefined; readonly position: bigint | undefined }
  | { readonly kind: 'wrong version'; readonly current: bigint | undefined }
  | { readonly kind: 'deleted' }
  /** The same ids are being written at this moment. */
  | { readonly kind: 'being written' }
  /** The real server stumbles over it and never answers. */
  | { readonly kind: 'never answered' };

type Verdict =
  Appended | { readonly kind: 'write'; readonly current: bigint | undefined; readonly revives: boolean };

interface Asked {
  readonly tombstoned: boolean;
  /** Soft-deleted: there are events, and none counts. */
  readonly emptied: boolean;
  /** The stream has metadata. */
  readonly described: boolean;
  readonly events: readonly Stored[];
  readonly written: ReadonlyMap<string, bigint>;
  readonly isCommitted: (event: Stored) => boolean;
  readonly expected: Expectation;
  readonly ids: readonly string[];
}

/** How a real EventStoreDB judges an append, as far as it was recorded. */
export const appended = (asked: Asked): Verdict => {
  const { tombstoned, emptied, described, events, expected, ids } = asked;
  const current = events.at(-1)?.revision;
  const write: Verdict = { kind: 'write', current, revives: emptied };
  const wrong: Verdict = { kind: 'wrong version', current };
  if (tombstoned) return { kind: 'deleted' };

  const before = (revision: bigint): Appended => {
    const event = events[Number(revision)];
    if (event && !asked.isCommitted(event)) return { kind: 'being written' };
    return { kind: 'done', revision, position: emptied ? undefined : event?.position };
  };

  if (expected.kind === 'any' || expected.kind === 'stream exists') {
    if (expected.kind === 'stream exists') {
      if (emptied) return { kind: 'deleted' };
      if (current === undefined && !described) return wrong;
    }
    const places = ids.map((id) => asked.written.get(id));
    const [first] = places;
    if (first === undefined) return write;
    const last = places.at(-1);
    if (last === undefined || places.includes(undefined)) return wrong;
    return last < first - 1n ? { kind: 'never answered' } : before(last);
  }

  const from = expected.kind === 'no stream' ? -1n : expected.revision;
  const at = current ?? -1n;
  if (from === at) return write;
  if (from > at) return wrong;
  const same = ids.every((id, index) => events[Number(from) + 1 + index]?.id === id);
  if (ids.length === 0) return wrong;
  if (same) return before(from + BigInt(ids.length));
  return expected.kind === 'no stream' && emptied ? write : wrong;
};
