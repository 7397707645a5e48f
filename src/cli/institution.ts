import { calendarOf, schoolYearOf } from '../domain/institution/calendar.ts';
import { catalogueOf } from '../domain/institution/catalogue.ts';
import { institutionStream } from '../domain/institution/ids.ts';
import { institution } from '../domain/institution/state.ts';
import { type StaffId, staffId, staffStream } from '../domain/staff/ids.ts';
import { type Staff, staffReadable } from '../domain/staff/state.ts';
import { told } from '../engine/codec.ts';
import { houseOf, writeHouse } from '../imports/institution/index.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { amsterdamDate } from '../kernel/instant.ts';
import type { Happening } from '../kernel/message.ts';
import type { Readable } from '../kernel/subject.ts';
import type { EventStore } from '../ports/event-store.ts';
import { rawEventsOf } from '../ports/raw-log.ts';
import type { Place } from '../app/log-place.ts';
import { systemClock } from '../app/wiring.ts';
import { type Log, withLog } from './reading.ts';
import { BadUsage, day, type Io, parsed } from './usage.ts';

export const institutionUsage = `wissel institution export [--json] [--known-on DATE]

  Writes the house as one YAML file: variants of the start programme, landschappen, programmes, calendars, settings, norms,
  Leermeter, training groups, and the staff by name with their roles and absences. wissel institution import reads it.
  --json            instead: the catalogue (domein, dossier and niveau of each opleidingscode) and the calendar (every
                    day that is no school day): what the figures rest on
  --known-on DATE   as it was known on that day; default: today
`;

/** The streams of members of staff begin so. */
const staffPrefix = 'staff-';

/** School years before and after the one of the day asked: more than any report compares. */
const [yearsBefore, yearsAfter] = [12, 4];

/** What a stream came to by what had been recorded on a day. */
const foldAsKnown = async <State, Event extends Happening>(
  log: Pick<EventStore, 'readStream'>,
  readable: Readable<State, Event>,
  stream: string,
  knownOn: CalendarDate,
): Promise<State> =>
  (await log.readStream(stream))
    .filter(({ meta }) => amsterdamDate(meta.recordedAt) <= knownOn)
    .reduce((now, event) => readable.evolve(now, told<Event>(readable.events, event)), readable.initial);

export const institutionAsKnown = async (log: Pick<EventStore, 'readStream'>, knownOn: CalendarDate) => {
  const state = await foldAsKnown(log, institution, institutionStream, knownOn);
  const calendar = calendarOf(state, 'adoptedOnly');
  const adopted = state.tables.has('calendar') || state.calendars.size > 0;
  const year = schoolYearOf(knownOn);
  const years = adopted
    ? Array.from({ length: yearsBefore + yearsAfter + 1 }, (_, index) => year - yearsBefore + index)
    : [];
  return {
    knownOn,
    tables: [...state.tables].map(([table, { version, hash }]) => ({ table, version, hash })),
    catalogue: [...catalogueOf(state, 'adoptedOnly').entries()].map(
      ({ code, name, level, niveau, niveaus, dossier, domein, source }) => ({
        code,
        name,
        level,
        niveau: niveau ?? null,
        ...(niveaus === undefined ? {} : { niveaus }),
        dossier: dossier ?? null,
        domein: domein ?? null,
        source,
      }),
    ),
    calendar: years.map((schoolYear) => ({
      schoolYear,
      assumed: calendar.isAssumed(schoolYear),
      noSchool: calendar.daysOff(schoolYear),
    })),
  };
};

/** The staff have streams of their own, and only the log says which. */
const staffAsKnown = async (log: Log, knownOn: CalendarDate): Promise<ReadonlyMap<StaffId, Staff>> => {
  const ids = new Set<StaffId>();
  for await (const events of rawEventsOf(log))
    for (const { stream } of events)
      if (stream.startsWith(staffPrefix)) ids.add(staffId(stream.slice(staffPrefix.length)));
  const staff = new Map<StaffId, Staff>();
  for (const id of ids) staff.set(id, await foldAsKnown(log, staffReadable, staffStream(id), knownOn));
  return staff;
};

const houseAsKnown = async (log: Log, knownOn: CalendarDate): Promise<string> =>
  writeHouse(
    houseOf(
      await foldAsKnown(log, institution, institutionStream, knownOn),
      await staffAsKnown(log, knownOn),
    ),
  );

export const institutionExport = async (argv: readonly string[], place: Place, io: Io): Promise<number> => {
  const [what, ...rest] = argv;
  if (what !== 'export') throw new BadUsage(`institution: say export or import, not ${what ?? 'nothing'}`);
  const { values } = parsed(rest, { json: { type: 'boolean' }, 'known-on': { type: 'string' } });
  const asked = values['known-on'];
  const knownOn = asked === undefined ? amsterdamDate(systemClock.now()) : day('--known-on', asked);
  return withLog(place, async (log) => {
    await io.out(
      values.json
        ? `${JSON.stringify(await institutionAsKnown(log, knownOn))}\n`
        : await houseAsKnown(log, knownOn),
    );
    return 0;
  });
};
