import { addDays, type CalendarDate, latest } from '../../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../../src/kernel/message.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import { deliveriesOf, type Delivery } from '../known/deliveries.ts';
import { factOf, idsOf, type LogEntry } from '../known/facts.ts';
import { type History, historyAsKnown, type Naming, type Track } from '../known/history.ts';
import { toldBy } from './register-account.ts';
import { type ProgrammeKnown, schoolAccountOf } from './school-account.ts';

/** When it was so, and when it was known to be so: in both, the first and the last day belong to it. */
export interface TwoTimes {
  readonly from: CalendarDate;
  /** Absent: until further notice. */
  readonly until?: CalendarDate;
  readonly recordedFrom: CalendarDate;
  /** The last day on which it was known so; absent: it still is. */
  readonly recordedUntil?: CalendarDate;
}

export interface SchoolInterval extends TwoTimes {
  readonly programme: ProgrammeKnown;
  readonly definitive: boolean;
  readonly events: readonly Uuid[];
}

export interface RegisterInterval extends TwoTimes {
  readonly brin: string;
  readonly enrolment: string;
  readonly programme: ProgrammeKnown;
  readonly fundable?: boolean;
  readonly events: readonly Uuid[];
}

/** The events of one trajectory, and who is named in which delivery, as a track that histories are cut from. */
export const trackOf = (
  id: StudentId,
  entries: readonly LogEntry[],
  namings: readonly Naming[] = [],
): Track => ({
  id,
  facts: entries.flatMap((entry) => factOf(entry, id) ?? []),
  bands: [],
  namings,
});

/** Of intervals as known day after day: each once, with the days between which it was known so. */
const overTime = <Interval extends object>(
  days: readonly CalendarDate[],
  knownOn: (day: CalendarDate) => readonly Interval[],
): readonly (Interval & Pick<TwoTimes, 'recordedFrom' | 'recordedUntil'>)[] => {
  const done: (Interval & Pick<TwoTimes, 'recordedFrom' | 'recordedUntil'>)[] = [];
  let standing = new Map<string, Interval & { readonly recordedFrom: CalendarDate }>();
  for (const day of days) {
    const now = new Map<string, Interval & { readonly recordedFrom: CalendarDate }>();
    for (const interval of knownOn(day)) {
      const key = JSON.stringify(interval);
      now.set(key, standing.get(key) ?? { ...interval, recordedFrom: day });
    }
    for (const [key, interval] of standing)
      if (!now.has(key)) done.push({ ...interval, recordedUntil: addDays(day, -1) });
    standing = now;
  }
  return [...done, ...standing.values()];
};

const daysOf = (recorded: readonly { readonly day: CalendarDate }[]): readonly CalendarDate[] =>
  [...new Set(recorded.map(({ day }) => day))].sort();

const asKnownOn = (track: Track, merged: readonly Track[], knownOn: CalendarDate): History =>
  historyAsKnown(track, ({ day }) => day <= knownOn, merged);

/** The school's account in two times. `merged`: trajectories that may have gone into this one. */
export const schoolIntervals = (track: Track, merged: readonly Track[] = []): readonly SchoolInterval[] =>
  overTime(daysOf([track, ...merged].flatMap(({ facts }) => facts)), (knownOn) => {
    const history = asKnownOn(track, merged, knownOn);
    if (history.mergedInto !== undefined) return [];
    return schoolAccountOf(history).stretches.map(({ from, until, programme, definitive, facts }) => ({
      from,
      ...(until === undefined ? {} : { until }),
      programme: programme ?? {},
      definitive,
      events: idsOf(facts),
    }));
  });

/** What the deliveries that name him say last, in two times. */
export const registerIntervals = (
  track: Track,
  deliveries: readonly Delivery[],
  merged: readonly Track[] = [],
): readonly RegisterInterval[] => {
  const tracks = [track, ...merged];
  const facts = tracks.flatMap((each) => [...each.facts, ...each.namings]);
  return overTime(daysOf([...facts, ...deliveries]), (knownOn) => {
    const history = asKnownOn(track, merged, knownOn);
    if (history.mergedInto !== undefined) return [];
    const known = deliveriesOf(deliveries.filter(({ day }) => day <= knownOn));
    const naming = known.all.filter(({ id }) => history.namedIn.has(id));
    return [...Map.groupBy(naming, ({ brin }) => brin)].flatMap(([brin, ofSchool]) => {
      const last = ofSchool.at(-1);
      if (!last) return [];
      return toldBy(history, last, known).enrolments.flatMap((enrolment) =>
        enrolment.periods.flatMap((period, index) => {
          const next = enrolment.periods[index + 1]?.data.from;
          const from = latest(enrolment.from, period.data.from);
          const ends = [enrolment.until, next === undefined ? undefined : addDays(next, -1)];
          const until = ends.filter((day) => day !== undefined).toSorted()[0];
          if (until !== undefined && until < from) return [];
          const { opleidingscode, leertraject, niveau, fundable } = period.data;
          return [
            {
              from,
              ...(until === undefined ? {} : { until }),
              brin,
              enrolment: enrolment.number,
              programme: {
                opleidingscode,
                leerweg: leertraject,
                ...(niveau === undefined ? {} : { niveau }),
              },
              ...(fundable === undefined ? {} : { fundable }),
              events: idsOf([...enrolment.facts, period]),
            },
          ];
        }),
      );
    });
  });
};
