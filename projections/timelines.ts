import { type CalendarDate, daysBetween } from '../src/kernel/calendar-date.ts';
import { amsterdamDate, type Instant } from '../src/kernel/instant.ts';
import type { Role, Uuid } from '../src/kernel/message.ts';
import type { Projection, Rows, Story, StoryEvent, ViewRows } from '../src/kernel/projection.ts';
import type { StudentId } from '../src/domain/student/ids.ts';
import type { TrajectoryData } from '../src/domain/trajectory/events.ts';
import { correctionsIn, mergedInto, ownCorrections, trajectoryStories } from './trajectory-story.ts';
import { sentenceOf } from './timeline-sentences.ts';

/** One event of a trajectory, as somebody who opens the dossier reads it. */
export interface TimelineLine {
  readonly event: Uuid;
  readonly revision: number;
  /** The day on which it was true; of a correction and of what a register says: the day on which it was recorded. */
  readonly on: CalendarDate;
  readonly recordedAt: Instant;
  readonly type: keyof TrajectoryData;
  readonly sentence: string;
  readonly role: Role;
  /** Days between when it was true and when it was recorded. */
  readonly late: number;
  /** What later became of it; the sentence is as it is known now, `was` as it was recorded. */
  readonly mark?: 'corrected' | 'never';
  readonly was?: string;
  /** The merged trajectory that it comes from. */
  readonly from?: StudentId;
}

type Correcting = ReturnType<typeof correctionsIn>;

/** A line as it is stored, without the names of its parts: there is one for every event. */
type StoredLine = readonly [
  event: Uuid,
  revision: number,
  on: CalendarDate,
  recordedAt: Instant,
  type: keyof TrajectoryData,
  sentence: string,
  role: Role,
  late: number,
  /** Only of what was corrected, or comes from a merged trajectory. */
  mark?: 'corrected' | 'never' | null,
  was?: string | null,
  from?: StudentId | null,
];

const lineOf = (event: StoryEvent, corrections: Correcting, from: StudentId | null): StoredLine => {
  const type = event.type as keyof TrajectoryData;
  const data = event.data as TrajectoryData[typeof type];
  const correction = corrections.get(event.id);
  const known: typeof data = correction?.values ? { ...data, ...correction.values } : data;
  const recordedOn = amsterdamDate(event.recordedAt);
  const on = dayOf(type, known) ?? recordedOn;
  const sentence = sentenceOf(type, known);
  const was = correction?.values ? sentenceOf(type, data) : sentence;
  const line = [
    event.id,
    event.revision,
    on,
    event.recordedAt,
    type,
    sentence,
    event.role,
    on < recordedOn ? daysBetween(on, recordedOn) : 0,
  ] as const;
  return correction || from !== null
    ? [
        ...line,
        correction ? (correction.never ? 'never' : 'corrected') : null,
        was === sentence ? null : was,
        from,
      ]
    : line;
};

/** What a register says has days of its own, which are no days of the school’s path. */
const dayOf = (type: keyof TrajectoryData, data: object): CalendarDate | undefined =>
  'on' in data && type !== 'RegisterDiplomaRecorded' ? (data.on as CalendarDate) : undefined;

const linesOf = (story: Story): StoredLine[] => {
  const corrections = ownCorrections(story);
  const own = story.events.map((event) => lineOf(event, corrections, null));
  const merged = mergedInto(story);
  if (merged.length === 0) return own;
  const ofOthers = merged.flatMap((id) => {
    const events = story.joined.filter(({ key }) => key === id);
    const theirs = correctionsIn(events);
    return events.map((event) => lineOf(event, theirs, id));
  });
  return [...own, ...ofOthers];
};

/** A line per event of a trajectory, and of those that were merged into it, in order of recording. */
export const timelines: Projection = {
  name: 'timelines',
  version: 1,
  stories: trajectoryStories,
  tables: [{ name: 'timelines', columns: ['lines'], indexes: [] }],
  rows: (story): Rows => ({ timelines: [{ lines: JSON.stringify(linesOf(story)) }] }),
};

const told = ([
  event,
  revision,
  on,
  recordedAt,
  type,
  sentence,
  role,
  late,
  mark,
  was,
  from,
]: StoredLine): TimelineLine => ({
  event,
  revision,
  on,
  recordedAt,
  type,
  sentence,
  role,
  late,
  ...(mark && { mark }),
  ...(was && { was }),
  ...(from && { from }),
});

/** The path as it was walked: by the day on which things were true, then in the order in which they were recorded. */
export const timeline = (rows: ViewRows, trajectory: StudentId): readonly TimelineLine[] => {
  const [row] = rows.find('timelines', { where: { key: trajectory } });
  if (!row) return [];
  return (JSON.parse(String(row['lines'])) as StoredLine[])
    .map(told)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};
