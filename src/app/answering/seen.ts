import { guidedYears } from '../../../projections/guidance/guided-years.ts';
import { problem } from '../../http/problem.ts';
import type { Viewing } from '../../http/views/asking.ts';
import { amsterdamDate } from '../../kernel/instant.ts';
import type { ViewRows } from '../../kernel/projection.ts';
import type { Counted } from '../figures/guidance-reader.ts';
import type { ReadingRoom } from './reading-room.ts';

/** How long a question waits for the read models to see what it must. */
const longestWait = 3_000;

export const today = ({ clock }: ReadingRoom) => amsterdamDate(clock.now());

/** Waits until the read models have seen what must be seen; says no when it takes too long. */
const waitFor = async (room: ReadingRoom, position: bigint | undefined): Promise<void> => {
  if (position === undefined || (await room.views.waitFor(position, longestWait))) return;
  throw problem('NotYetReadable', {}, { 'retry-after': '1' });
};

export const headFor = async (
  { store }: ReadingRoom,
  { after }: Pick<Viewing, 'after'>,
): Promise<bigint | undefined> => {
  const head = await store.head();
  if (after !== undefined && after > (head ?? 0n))
    throw problem('InvalidQuery', {
      wrong: [{ path: 'after', what: 'after: no command was answered with this position' }],
    });
  return head;
};

interface Seen<T> {
  readonly ordinal: number;
  readonly behind: boolean;
  readonly value: T;
}

/** Waits until a read model has seen all that was in the log when it was asked, or as far as it comes in time. */
const headSeen = async (
  room: ReadingRoom,
  viewing: Pick<Viewing, 'after'>,
  name: string,
): Promise<bigint | undefined> => {
  const head = await headFor(room, viewing);
  if (head !== undefined && !(await room.views.waitFor(head, longestWait, name)))
    await waitFor(room, viewing.after);
  return head;
};

const seenAt = <T>(found: Counted<T> | undefined, head: bigint | undefined): Seen<T> => {
  if (!found) throw problem('NotYetReadable', {}, { 'retry-after': '1' });
  return {
    ordinal: found.checkpoint?.ordinal ?? 0,
    behind: (found.checkpoint?.position ?? 0n) < (head ?? 0n),
    value: found.value,
  };
};

/** Reads a read model that has seen all that was in the log when it was asked, or as far as it came in time. */
export const seen = async <T>(
  room: ReadingRoom,
  viewing: Pick<Viewing, 'after'>,
  name: string,
  work: (rows: ViewRows) => T,
): Promise<Seen<T>> => {
  const head = await headSeen(room, viewing, name);
  return seenAt(room.views.read(name, work), head);
};

/** As `seen`, of what is counted over a whole school, away from the thread that answers. */
export const counted = async <T>(
  room: ReadingRoom,
  viewing: Viewing,
  count: (reader: ReadingRoom['reader']) => Promise<Counted<T> | undefined>,
): Promise<Seen<T>> => {
  const head = await headSeen(room, viewing, guidedYears.name);
  return seenAt(await count(room.reader), head);
};
