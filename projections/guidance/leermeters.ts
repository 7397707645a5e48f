import type { CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../src/kernel/message.ts';
import type { Projection, Rows, ViewRows } from '../../src/kernel/projection.ts';
import type { StudentId } from '../../src/domain/student/ids.ts';
import type { Rater, TrajectoryData } from '../../src/domain/trajectory/events.ts';
import { knownOfAll, trajectoryStories } from '../trajectory-story.ts';

/** One time that somebody rated, as known now. */
export interface Rating {
  readonly event: Uuid;
  readonly on: CalendarDate;
  readonly rater: Rater;
  /** Version of the Leermeter that it was given by. */
  readonly leermeter: number;
  readonly scores: TrajectoryData['LeermeterRated']['scores'];
  /** The merged trajectory that it comes from. */
  readonly from?: StudentId;
}

const rated = new Set(['LeermeterRated'] as const);

/** Every rating of a student, by the day on which it was given. */
export const leermeters: Projection = {
  name: 'leermeters',
  version: 1,
  stories: trajectoryStories,
  tables: [{ name: 'leermeters', columns: ['ratings'], indexes: [] }],
  rows: (story): Rows => {
    const ratings = knownOfAll(story, rated).map(({ id, key, data }): Rating => ({
      event: id,
      on: data.on,
      rater: data.rater,
      leermeter: data.leermeter,
      scores: data.scores,
      ...(key !== story.key && { from: key as StudentId }),
    }));
    return ratings.length === 0 ? {} : { leermeters: [{ ratings: JSON.stringify(byDay(ratings)) }] };
  },
};

const byDay = (ratings: readonly Rating[]): readonly Rating[] =>
  ratings.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));

export const ratingsOf = (rows: ViewRows, trajectory: StudentId): readonly Rating[] => {
  const [row] = rows.find('leermeters', { where: { key: trajectory } });
  return row ? (JSON.parse(String(row['ratings'])) as Rating[]) : [];
};
