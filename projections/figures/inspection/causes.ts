import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../../src/kernel/message.ts';
import type { Archive, Cut, Filed } from '../known/archive.ts';
import type { Delivery } from '../known/deliveries.ts';
import type { Fact } from '../known/facts.ts';
import { type EventNamed, named } from './events-named.ts';

/**
 * Why a student stands elsewhere where nothing was recorded on his path: what is known of who he is, another delivery
 * that speaks for a peildatum, the catalogue, a setting or the calendar, or a term that ran out.
 */
export const outsideCauses = ['person', 'delivery', 'institution', 'termOver'] as const;
export type OutsideCause = (typeof outsideCauses)[number];

export interface Cause {
  /** Recorded in between, in log order. */
  readonly because: readonly EventNamed[];
  readonly otherwise?: OutsideCause;
}

/** What takes something back leaves no trace in the reading that no longer rests on it. */
const takesBack: ReadonlySet<Fact['type']> = new Set<Fact['type']>([
  'Corrected',
  'RegisterFactWithdrawn',
  'TrajectoryMerged',
]);

/** Of what was recorded in between, what the readings rest on; all of it when they rest on none. */
export const decisive = (recorded: readonly Fact[], rests: Iterable<Uuid>): readonly EventNamed[] => {
  const ids = new Set(rests);
  const found = recorded.filter(({ id, type }) => ids.has(id) || takesBack.has(type));
  return (found.length > 0 ? found : recorded).map(named);
};

/** All that came between two cuts. */
export interface Between {
  readonly deliveries: readonly Delivery[];
  readonly institutionChanged: boolean;
  /** What makes a student, whose readings rest on these events, stand elsewhere. */
  readonly causeOf: (filed: Filed, rests: Iterable<Uuid>) => Cause;
}

export const between = (archive: Archive, after: Cut, upTo: Cut): Between => {
  const [was, is] = [archive.surroundings(after), archive.surroundings(upTo)];
  const isBetween = ({ day, ordinal }: { readonly day: CalendarDate; readonly ordinal: number }): boolean =>
    day <= upTo.knownOn && ordinal <= upTo.at && !(day <= after.knownOn && ordinal <= after.at);
  const deliveries = is.deliveries.all.filter(isBetween);
  const institutionChanged = was.institutionTold !== is.institutionTold;
  const outside = (filed: Filed): OutsideCause => {
    if (filed.bands.some(isBetween)) return 'person';
    if (deliveries.length > 0) return 'delivery';
    return institutionChanged ? 'institution' : 'termOver';
  };
  return {
    deliveries,
    institutionChanged,
    causeOf: (filed, rests) => {
      const because = decisive(archive.recordedBetween(filed, after, upTo), rests);
      return because.length > 0 ? { because } : { because, otherwise: outside(filed) };
    },
  };
};
