import { setImmediate as breath } from 'node:timers/promises';
import { Chain, isOurs } from '../../engine/chain.ts';
import { institutionStream } from '../../domain/institution/ids.ts';
import { type CalendarDate } from '../../kernel/calendar-date.ts';
import { amsterdamDate, type Instant } from '../../kernel/instant.ts';
import type { EventStore } from '../../ports/event-store.ts';
import { type RawEvent, type RawLog, rawEventsOf } from '../../ports/raw-log.ts';
import { structuralText } from './structural.ts';

/** So many events between two looks whether anybody else wants the processor. */
const stretch = 10_000;

export interface LogUpTo {
  readonly chain: string;
  /** Those that were asked for, by id, as text that survives an erasure. */
  readonly events: ReadonlyMap<string, string>;
  readonly brins: readonly string[];
  readonly tables: readonly { readonly table: string; readonly version: string; readonly hash: string }[];
}

const dayOf = ({ meta }: RawEvent): CalendarDate =>
  amsterdamDate((JSON.parse(meta) as { readonly recordedAt: Instant }).recordedAt);

/** All that a bundle says of the log itself, in one reading; undefined when it does not reach so far. */
export const logUpTo = async (
  log: EventStore & Partial<RawLog>,
  ordinal: number,
  knownOn: CalendarDate,
  wanted: ReadonlySet<string>,
): Promise<LogUpTo | undefined> => {
  const chain = new Chain();
  const events = new Map<string, string>();
  const brins = new Set<string>();
  const tables = new Map<string, LogUpTo['tables'][number]>();
  const answer = (): LogUpTo => ({
    chain: chain.hash,
    events,
    brins: [...brins].sort(),
    tables: [...tables.values()].sort((one, other) => (one.table < other.table ? -1 : 1)),
  });
  if (ordinal === 0) return answer();
  for await (const page of rawEventsOf(log))
    for (const event of page) {
      if (!isOurs(event.stream)) continue;
      chain.addRaw(event);
      if (wanted.has(event.id)) events.set(event.id, structuralText(event));
      if (event.type === 'DeliveryRecorded' && dayOf(event) <= knownOn)
        brins.add((JSON.parse(event.data) as { readonly brin: string }).brin);
      if (event.type === 'TableAdopted' && event.stream === institutionStream && dayOf(event) <= knownOn) {
        const { table, version, hash } = JSON.parse(event.data) as LogUpTo['tables'][number];
        tables.set(table, { table, version, hash });
      }
      if (chain.ordinal === ordinal) return answer();
      if (chain.ordinal % stretch === 0) await breath();
    }
  return undefined;
};
