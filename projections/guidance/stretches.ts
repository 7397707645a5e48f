import { addDays, type CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { Story } from '../../src/kernel/projection.ts';
import type { LandschapCode } from '../../src/domain/institution/ids.ts';
import type { StaffId } from '../../src/domain/staff/ids.ts';
import { schoolAccount } from '../story-history.ts';
import type { KnownEvent } from '../trajectory-story.ts';

/** Days on which somebody was placed in a landschap under the same coach; both ends belong to it. */
export interface Stretch {
  readonly from: CalendarDate;
  /** Absent: until further notice. */
  readonly until?: CalendarDate;
  /** First day of the placement that it belongs to. */
  readonly placedOn: CalendarDate;
  readonly landschap?: LandschapCode;
  /** Absent: nobody is responsible. */
  readonly coach?: StaffId;
}

export const covers = ({ from, until }: Pick<Stretch, 'from' | 'until'>, day: CalendarDate): boolean =>
  from <= day && (until === undefined || day <= until);

export const responsibilityTypes = [
  'CoachAssigned',
  'ResponsibilityMoved',
  'PlacementCancelled',
  'Left',
  'TrajectoryMerged',
] as const;
type Responsibility = KnownEvent<(typeof responsibilityTypes)[number]>;

interface Held {
  readonly from: CalendarDate;
  readonly coach: StaffId | undefined;
}

/**
 * Who was responsible from which day on, by one trajectory alone. What lay ahead when somebody left, or the
 * placement was cancelled, never came.
 */
const heldIn = (events: readonly Responsibility[]): readonly Held[] => {
  let held: Held[] = [];
  for (const event of events) {
    const { on } = event.data;
    switch (event.type) {
      case 'CoachAssigned':
        held.push({ from: on, coach: event.data.coach });
        break;
      case 'ResponsibilityMoved':
        held.push({ from: on, coach: event.data.to });
        break;
      case 'Left':
      case 'PlacementCancelled':
      case 'TrajectoryMerged':
        held = held.filter(({ from }) => from <= on);
        // The last day at school is one of the coach's days still.
        held.push({ from: event.type === 'Left' ? addDays(on, 1) : on, coach: undefined });
        break;
    }
  }
  return held.sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
};

const coachAt = (held: readonly Held[], day: CalendarDate): StaffId | undefined =>
  held.findLast(({ from }) => from <= day)?.coach;

const same = (one: Stretch, other: Stretch): boolean =>
  one.until !== undefined &&
  addDays(one.until, 1) === other.from &&
  one.placedOn === other.placedOn &&
  one.landschap === other.landschap &&
  one.coach === other.coach;

/**
 * Where somebody was placed by the school's own account, cut where the responsibility moved. What a coach of a
 * merged duplicate was responsible for ended with the merge.
 */
export const stretchesOf = (story: Story, responsibility: readonly Responsibility[]): readonly Stretch[] => {
  const placed = schoolAccount(story).stretches;
  if (placed.length === 0) return [];
  const own = heldIn(responsibility.filter(({ key }) => key === story.key));
  const theirs =
    own.length === responsibility.length
      ? []
      : [...Map.groupBy(responsibility, ({ key }) => key)].flatMap(([key, events]) =>
          key === story.key ? [] : [heldIn(events)],
        );
  const coachOn = (day: CalendarDate): StaffId | undefined => {
    for (const held of [own, ...theirs]) {
      const coach = coachAt(held, day);
      if (coach !== undefined) return coach;
    }
    return undefined;
  };
  const moments = [...new Set([own, ...theirs].flat().map(({ from }) => from))].sort();

  const stretches: Stretch[] = [];
  for (const { from, until, programme, facts } of placed) {
    const placement = facts.find(({ type }) => type === 'PlacedProvisionally');
    const placedOn = (placement?.data as { readonly on: CalendarDate } | undefined)?.on ?? from;
    const cuts = moments.filter((day) => day > from && (until === undefined || day <= until));
    for (const [index, begins] of [from, ...cuts].entries()) {
      const next = cuts[index];
      const ends = next === undefined ? until : addDays(next, -1);
      const coach = coachOn(begins);
      const stretch: Stretch = {
        from: begins,
        ...(ends !== undefined && { until: ends }),
        placedOn,
        ...(programme?.landschap !== undefined && { landschap: programme.landschap }),
        ...(coach !== undefined && { coach }),
      };
      const before = stretches.at(-1);
      if (before && same(before, stretch)) {
        const { until: _, ...goesOn } = before;
        stretches[stretches.length - 1] = { ...goesOn, ...(ends !== undefined && { until: ends }) };
      } else stretches.push(stretch);
    }
  }
  return stretches;
};
