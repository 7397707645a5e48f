import { developmentHashing, systemClock } from '../app/wiring.ts';
import type { Place } from '../app/log-place.ts';
import { trajectsOf } from '../app/mining/happenings.ts';
import { ocelOf } from '../app/mining/ocel.ts';
import { pseudonymsOf } from '../app/pseudonyms.ts';
import { xesOf } from '../app/mining/xes.ts';
import { isOurs } from '../engine/chain.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { amsterdamDate } from '../kernel/instant.ts';
import type { Recorded } from '../kernel/message.ts';
import type { EventStore } from '../ports/event-store.ts';
import { newPlaceFor, putPieces } from './out-file.ts';
import { withLog } from './reading.ts';
import { BadUsage, day, type Io, oneOf, parsed, wholeNumber } from './usage.ts';

export const exportUsage = `wissel export ocel|xes --out FILE [--known-on DATE] [--at ORDINAL]

  All trajects for process mining: OCEL 2.0 (JSON) or XES (IEEE 1849). Students, staff and switches stand under names
  that hold in that file only; of what was typed nothing is in it. One line per student: for whoever may see that.
`;

const pageSize = 2_000;

interface Read {
  readonly events: readonly Recorded[];
  readonly ordinal: number;
}

const readUpTo = async (
  log: Pick<EventStore, 'readAll'>,
  at: number,
  knownOn: CalendarDate,
): Promise<Read> => {
  const events: Recorded[] = [];
  let ordinal = 0;
  let position: bigint | undefined;
  for (;;) {
    const page = await log.readAll(position, pageSize);
    for (const event of page) {
      if (!isOurs(event.stream)) continue;
      if (ordinal === at) return { events, ordinal };
      ordinal += 1;
      if (amsterdamDate(event.meta.recordedAt) <= knownOn) events.push(event);
    }
    const last = page.at(-1);
    if (!last) return { events, ordinal };
    position = last.position;
  }
};

export const exportMining = async (argv: readonly string[], place: Place, io: Io): Promise<number> => {
  const [name, ...rest] = argv;
  const form = oneOf('export', name ?? '', ['ocel', 'xes']);
  const text = { type: 'string' } as const;
  const { values } = parsed(rest, { out: text, 'known-on': text, at: text });
  const path = newPlaceFor(values.out, io.cwd, 'the export');
  const knownOn =
    values['known-on'] === undefined
      ? amsterdamDate(systemClock.now())
      : day('--known-on', values['known-on']);
  const at =
    values.at === undefined
      ? Number.POSITIVE_INFINITY
      : wholeNumber('--at', values.at, 1, Number.MAX_SAFE_INTEGER);
  return withLog(place, async (log) => {
    const { events, ordinal } = await readUpTo(log, at, knownOn);
    if (Number.isFinite(at) && ordinal < at) throw new BadUsage(`--at: the log ends at ${ordinal}`);
    const trajects = trajectsOf(
      events,
      pseudonymsOf(developmentHashing, `mining, known on ${knownOn}, at ${ordinal}`),
    );
    putPieces(path, form === 'ocel' ? ocelOf(trajects) : xesOf(trajects));
    io.err(
      `${trajects.length} trajects, ${trajects.reduce((sum, { happenings }) => sum + happenings.length, 0)} events\n`,
    );
    return 0;
  });
};
