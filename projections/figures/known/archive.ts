import { LRUCache } from 'lru-cache';
import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import { amsterdamDate } from '../../../src/kernel/instant.ts';
import type { Happening, Told } from '../../../src/kernel/message.ts';
import {
  definitiveSequence,
  type DeliveryEvent,
  deliveryEvents,
  type Listed,
} from '../../../src/domain/delivery/events.ts';
import type { DeliveryId } from '../../../src/domain/delivery/ids.ts';
import type { InstitutionEvent } from '../../../src/domain/institution/events.ts';
import { type Institution, institution } from '../../../src/domain/institution/state.ts';
import { institutionStream } from '../../../src/domain/institution/ids.ts';
import { type BirthBand, type StudentEvent, studentEvents } from '../../../src/domain/student/events.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import { type Deliveries, deliveriesOf, type Delivery } from './deliveries.ts';
import { type VsvList, whoIsListed } from './vsv-lists.ts';
import { type Fact, factOf, isFactType, type LogEntry } from './facts.ts';
import {
  type BandKnown,
  type History,
  historyAsKnown,
  type IsKnown,
  type Naming,
  type Track,
} from './history.ts';

/** One trajectory in the archive. */
export interface Filed extends Track {
  /** The last day on which, and the last ordinal at which, something of it was recorded. */
  readonly lastDay: CalendarDate;
  readonly lastOrdinal: number;
  /** Counts up with whatever is added to it or to a trajectory that may have gone into it. */
  readonly version: number;
}

interface Growing extends Filed {
  readonly facts: Fact[];
  readonly bands: BandKnown[];
  readonly namings: Naming[];
  lastDay: CalendarDate;
  lastOrdinal: number;
  version: number;
}

interface GrowingList extends Omit<VsvList, 'named'> {
  readonly pages: {
    readonly named: readonly Listed[];
    readonly ordinal: number;
    readonly day: CalendarDate;
  }[];
}

interface InstitutionTold {
  readonly told: Told<InstitutionEvent>;
  readonly ordinal: number;
  readonly day: CalendarDate;
}

/** How far a question looks: what is recorded on or before a day, at or before an ordinal. */
export interface Cut {
  readonly knownOn: CalendarDate;
  readonly at: number;
}

/**
 * All that figures need from the log, kept per trajectory, and grown event by event. It answers what is known of
 * one trajectory, of the deliveries and of the institution at a cut; nothing here knows a figure.
 */
export interface Archive {
  readonly add: (entries: readonly LogEntry[]) => void;
  readonly lastOrdinal: () => number;
  /** Counts up with everything added that a figure may rest on. */
  readonly changes: () => number;
  /** Whether a cut leaves out nothing at all. */
  readonly isAll: (cut: Cut) => boolean;
  /** In the order of their ids. */
  readonly trajectories: () => readonly Filed[];
  readonly historyOf: (filed: Filed, cut: Cut) => History;
  /**
   * How much of a trajectory, and of those that may have gone into it, is known at a cut. On the same day and up to the
   * same ordinal or the end of the log, as much is the same.
   */
  readonly howMuchIsKnown: (filed: Filed, cut: Cut) => number;
  /** What was recorded of one trajectory, or of one that went into it, after one cut and up to another; as recorded. */
  readonly recordedBetween: (filed: Filed, after: Cut, upTo: Cut) => readonly Fact[];
  /** DUO's lists of early leavers that are known at a cut, in the order of the log. */
  readonly vsvLists: (cut: Cut) => readonly VsvList[];
  /** Whether DUO’s definitive list of a count year is known at a cut. */
  readonly hasDefinitiveList: (cut: Cut, countYear: number) => boolean;
  /** The institution and the deliveries at a cut: the same objects as long as the cut gives the same. */
  readonly surroundings: (cut: Cut) => Surroundings;
}

export interface Surroundings {
  readonly institution: Institution;
  /** Of how many events that institution is made. */
  readonly institutionTold: number;
  /** Whether, when they were made, they left out nothing of all that was told. */
  readonly ofToday: boolean;
  readonly deliveries: Deliveries;
}

/** Whether a cut leaves out nothing of what is recorded of this trajectory. */
export const isWhole = ({ lastDay, lastOrdinal }: Filed, { knownOn, at }: Cut): boolean =>
  lastDay <= knownOn && lastOrdinal <= at;

/** Of as many days as are asked about by turns. */
const surroundingsKept = 8;

const earliestDay = '0001-01-01' as CalendarDate;

const after = (stream: string, prefix: string): string | undefined =>
  stream.startsWith(prefix) ? stream.slice(prefix.length) : undefined;

export const createArchive = (): Archive => {
  const tracks = new Map<StudentId, Growing>();
  const deliveries: Delivery[] = [];
  const lists: GrowingList[] = [];
  const institutionTold: InstitutionTold[] = [];
  /** Who may have gone into whom, by every merge ever recorded. */
  const comesFrom = new Map<StudentId, Set<StudentId>>();
  const goesInto = new Map<StudentId, Set<StudentId>>();
  let last = 0;
  let changes = 0;
  let lastDay = earliestDay;
  let inOrder: readonly Filed[] | undefined;
  /** Of all that was told: until more is. */
  let today: Surroundings | undefined;
  const earlier = new LRUCache<string, Surroundings>({ max: surroundingsKept });

  const trackOf = (id: StudentId): Growing => {
    const found = tracks.get(id);
    if (found) return found;
    const made: Growing = {
      id,
      facts: [],
      bands: [],
      namings: [],
      lastDay: earliestDay,
      lastOrdinal: 0,
      version: 0,
    };
    tracks.set(id, made);
    inOrder = undefined;
    return made;
  };

  /** All that are reached from one, itself left out. */
  const reached = (
    from: StudentId,
    links: ReadonlyMap<StudentId, ReadonlySet<StudentId>>,
  ): readonly StudentId[] => {
    if (!links.has(from)) return [];
    const found = new Set<StudentId>([from]);
    for (const each of found) for (const next of links.get(each) ?? []) found.add(next);
    found.delete(from);
    return [...found];
  };

  const touchOne = (track: Growing, ordinal: number, day: CalendarDate): void => {
    track.version += 1;
    if (ordinal > track.lastOrdinal) track.lastOrdinal = ordinal;
    if (day > track.lastDay) track.lastDay = day;
  };
  const touch = (track: Growing, ordinal: number, day: CalendarDate): void => {
    changes += 1;
    if (day > lastDay) lastDay = day;
    touchOne(track, ordinal, day);
    for (const into of reached(track.id, goesInto)) touchOne(trackOf(into), ordinal, day);
  };

  const link = (from: StudentId, into: StudentId): void => {
    comesFrom.set(into, (comesFrom.get(into) ?? new Set()).add(from));
    goesInto.set(from, (goesInto.get(from) ?? new Set()).add(into));
    const { lastDay, lastOrdinal } = trackOf(from);
    touch(trackOf(from), lastOrdinal, lastDay);
  };

  const addToTrajectory = (id: StudentId, entry: LogEntry): void => {
    if (!isFactType(entry.event.type)) return;
    const track = trackOf(id);
    const fact = factOf(entry, track.id);
    if (!fact) return;
    track.facts.push(fact);
    touch(track, fact.ordinal, fact.day);
    if (fact.type === 'TrajectoryMerged') link(id, fact.data.into);
    const into = fact.type === 'Corrected' ? fact.data.values?.['into'] : undefined;
    if (typeof into === 'string') link(id, into as StudentId);
  };

  const addToStudent = (id: StudentId, event: StudentEvent, ordinal: number, day: CalendarDate): void => {
    const band: BirthBand | undefined = event.data.birthBand;
    const track = trackOf(id);
    track.bands.push({ band, ordinal, day });
    touch(track, ordinal, day);
  };

  const addToDelivery = (id: DeliveryId, event: DeliveryEvent, ordinal: number, day: CalendarDate): void => {
    switch (event.type) {
      case 'DeliveryRecorded': {
        const { brin, from, to, madeOn } = event.data;
        deliveries.push({ id, brin, from, to, madeOn, ordinal, day });
        today = undefined;
        return;
      }
      case 'DeliveryNamed':
        for (const named of event.data.trajectories) {
          const track = trackOf(named);
          track.namings.push({ delivery: id, ordinal, day });
          touch(track, ordinal, day);
        }
        return;
      case 'VsvListRecorded':
        lists.push({ id, ...event.data, ordinal, day, pages: [] });
        return;
      case 'VsvListNamed':
        lists.find((list) => list.id === id)?.pages.push({ named: event.data.named, ordinal, day });
    }
  };

  const add = (entry: LogEntry): void => {
    const { ordinal, event } = entry;
    if (ordinal <= last) return;
    last = ordinal;
    const trajectory = after(event.stream, 'trajectory-');
    if (trajectory !== undefined) {
      addToTrajectory(trajectory as StudentId, entry);
      return;
    }
    const day = amsterdamDate(event.meta.recordedAt);
    const happened: Happening = { type: event.type, data: event.data };
    const student = after(event.stream, 'student-');
    const delivery = after(event.stream, 'delivery-');
    if (student !== undefined && Object.hasOwn(studentEvents, event.type))
      addToStudent(student as StudentId, happened as StudentEvent, ordinal, day);
    else if (delivery !== undefined && Object.hasOwn(deliveryEvents, event.type))
      addToDelivery(delivery as DeliveryId, happened as DeliveryEvent, ordinal, day);
    else if (event.stream === institutionStream) {
      institutionTold.push({
        told: { ...(happened as InstitutionEvent), id: event.id, commandId: event.meta.commandId },
        ordinal,
        day,
      });
      today = undefined;
    }
  };

  const knownAt =
    ({ knownOn, at }: Cut): IsKnown =>
    ({ ordinal, day }) =>
      day <= knownOn && ordinal <= at;

  return {
    add: (entries) => {
      for (const entry of entries) add(entry);
    },
    lastOrdinal: () => last,
    changes: () => changes,
    isAll: ({ knownOn, at }) => lastDay <= knownOn && last <= at,
    trajectories: () => (inOrder ??= [...tracks.values()].sort((one, other) => (one.id < other.id ? -1 : 1))),
    historyOf: (filed, cut) => historyAsKnown(filed, knownAt(cut), reached(filed.id, comesFrom).map(trackOf)),
    howMuchIsKnown: (filed, cut) => {
      const isKnown = knownAt(cut);
      let much = 0;
      for (const track of [filed, ...reached(filed.id, comesFrom).map(trackOf)])
        for (const recorded of [track.facts, track.bands, track.namings])
          for (const each of recorded) if (isKnown(each)) much += 1;
      return much;
    },
    recordedBetween: (filed, after, upTo) => {
      const [before, now] = [knownAt(after), knownAt(upTo)];
      return [filed.id, ...reached(filed.id, comesFrom)]
        .flatMap((id) => trackOf(id).facts.filter((fact) => now(fact) && !before(fact)))
        .sort((one, other) => one.ordinal - other.ordinal);
    },
    vsvLists: (cut) => {
      const isKnown = knownAt(cut);
      return lists.filter(isKnown).map(({ pages, ...list }) => ({
        ...list,
        named: whoIsListed(pages.filter(isKnown).flatMap(({ named }) => named)),
      }));
    },
    hasDefinitiveList: (cut, countYear) => {
      const isKnown = knownAt(cut);
      return lists.some(
        (list) => list.countYear === countYear && list.sequence === definitiveSequence && isKnown(list),
      );
    },
    surroundings: (cut) => {
      const isKnown = knownAt(cut);
      const knownDeliveries = deliveries.filter(isKnown);
      const told = institutionTold.filter(isKnown);
      const ofToday = knownDeliveries.length === deliveries.length && told.length === institutionTold.length;
      const make = (): Surroundings => ({
        institution: told.reduce((now, each) => institution.evolve(now, each.told), institution.initial),
        institutionTold: told.length,
        ofToday,
        deliveries: deliveriesOf(knownDeliveries),
      });
      if (ofToday) return (today ??= make());
      const key = [knownDeliveries, told].map((each) => each.map(({ ordinal }) => ordinal).join()).join('|');
      const known = earlier.get(key) ?? make();
      earlier.set(key, known);
      return known;
    },
  };
};
