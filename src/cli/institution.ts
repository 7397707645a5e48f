import { calendarOf, schoolYearOf } from '../domain/institution/calendar.ts';
import { catalogueOf } from '../domain/institution/catalogue.ts';
import type { InstitutionEvent } from '../domain/institution/events.ts';
import { institutionStream } from '../domain/institution/ids.ts';
import { institution } from '../domain/institution/state.ts';
import { told } from '../engine/codec.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { amsterdamDate } from '../kernel/instant.ts';
import type { EventStore } from '../ports/event-store.ts';
import { systemClock } from '../app/wiring.ts';
import { withLog } from './reading.ts';
import { BadUsage, day, type Io, parsed } from './usage.ts';

export const institutionUsage = `wissel institution export --json [--known-on DATE]

  Writes the catalogue (domein, dossier and niveau of each opleidingscode) and the calendar (every day that is no
  school day) as they were known on a day: what the figures rest on.
  --known-on DATE   default: today
`;

/** School years before and after the one of the day asked: more than any report compares. */
const [yearsBefore, yearsAfter] = [12, 4];

export const institutionAsKnown = async (log: Pick<EventStore, 'readStream'>, knownOn: CalendarDate) => {
  const known = (await log.readStream(institutionStream)).filter(
    ({ meta }) => amsterdamDate(meta.recordedAt) <= knownOn,
  );
  const state = known.reduce(
    (now, event) => institution.evolve(now, told<InstitutionEvent>(institution.events, event)),
    institution.initial,
  );
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

export const institutionExport = async (argv: readonly string[], folder: string, io: Io): Promise<number> => {
  const [what, ...rest] = argv;
  if (what !== 'export') throw new BadUsage(`institution: say export, not ${what ?? 'nothing'}`);
  const { values } = parsed(rest, { json: { type: 'boolean' }, 'known-on': { type: 'string' } });
  const asked = values['known-on'];
  const knownOn = asked === undefined ? amsterdamDate(systemClock.now()) : day('--known-on', asked);
  return withLog(folder, async (log) => {
    await io.out(`${JSON.stringify(await institutionAsKnown(log, knownOn))}\n`);
    return 0;
  });
};
