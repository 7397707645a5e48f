import { LRUCache } from 'lru-cache';
import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Knowledge, Peildata } from '../accounts/knowledge.ts';
import { type View, viewOf } from '../accounts/view.ts';
import { type Archive, type Cut, type Filed, isWhole } from '../known/archive.ts';
import { type BesideBox, type Reading, type YearOutcome, yearOutcome } from './twin.ts';

/** One trajectory of which a cut leaves nothing out: valid as long as nothing is added to it. */
interface Memo {
  readonly version: number;
  readonly view: View;
  readonly years: Map<number, YearOutcome>;
}

/** One trajectory as an earlier cut shows it, of so many events: valid as long as no other is known at that cut. */
interface AsThen {
  readonly known: number;
  readonly outcome: YearOutcome;
}

/** What questions with the same knowledge leave behind for the next. */
interface Shelf {
  readonly memos: Map<Filed, Memo>;
  readonly sheets: Map<number, Sheet>;
  readonly earlier: LRUCache<string, Map<Filed, AsThen>>;
}

/** All readings of one year, as long as nothing is added: what a report is counted from. */
export interface Sheet extends Holding {
  readonly changes: number;
  readonly readings: readonly Reading[];
  readonly beside: readonly BesideBox[];
}

/** What a trajectory is read with. */
export interface Reader {
  readonly cut: Cut;
  readonly peildata: Peildata;
  readonly knowledge: Knowledge;
  /** Whether the knowledge leaves out no delivery and nothing of the institution. */
  readonly ofToday: boolean;
}

/** Readings, made when they are asked for and kept for those who ask again. */
export interface KeptReadings {
  readonly viewOf: (filed: Filed, reader: Reader) => View;
  /** Before t' everything goes on as it is, as in the near count. */
  readonly outcomeOf: (filed: Filed, reader: Reader) => YearOutcome;
  readonly sheetOf: (reader: Reader) => Sheet;
}

interface Holding {
  readonly holdsFrom?: CalendarDate;
  readonly holdsUntil?: CalendarDate;
}

/** Of one cut at which something is left out, a year takes some megabytes in a school of 11,000. */
const earlierKept = 3;

/** Whether what was found as known on one day is the same on another, nothing having been recorded in between. */
const stillHolds = ({ holdsFrom, holdsUntil }: Holding, knownOn: CalendarDate): boolean =>
  (holdsFrom === undefined || holdsFrom <= knownOn) && (holdsUntil === undefined || knownOn <= holdsUntil);

const isSettled = (outcome: YearOutcome, knownOn: CalendarDate): boolean =>
  !outcome || !('in' in outcome) || stillHolds(outcome.in, knownOn);

/** The days between which all of them hold. */
const allHold = (readings: readonly Reading[]): Holding => {
  let from: CalendarDate | undefined;
  let until: CalendarDate | undefined;
  for (const { holdsFrom, holdsUntil } of readings) {
    if (holdsFrom !== undefined && (from === undefined || holdsFrom > from)) from = holdsFrom;
    if (holdsUntil !== undefined && (until === undefined || holdsUntil < until)) until = holdsUntil;
  }
  return {
    ...(from === undefined ? {} : { holdsFrom: from }),
    ...(until === undefined ? {} : { holdsUntil: until }),
  };
};

/** What a map has under a key, made when it has nothing yet. */
export const keptIn = <Key, Value extends object>(
  map: { readonly get: (key: Key) => Value | undefined; readonly set: (key: Key, value: Value) => unknown },
  key: Key,
  make: () => Value,
): Value => {
  const known = map.get(key);
  if (known) return known;
  const made = make();
  map.set(key, made);
  return made;
};

const isLasting = (filed: Filed, { cut, ofToday }: Reader): boolean => ofToday && isWhole(filed, cut);

/** Views are large and kept only with the knowledge of today; of an earlier day the readings are, which are small. */
export const keptReadings = (archive: Archive): KeptReadings => {
  const shelves = new WeakMap<Knowledge, Shelf>();
  /** Of the question that is being answered: its own memos, and what its cut showed before. */
  const passing = new WeakMap<Reader, Map<Filed, Memo>>();
  const atHand = new WeakMap<Reader, Map<Filed, AsThen>>();

  const shelfOf = (knowledge: Knowledge): Shelf =>
    keptIn(shelves, knowledge, () => ({
      memos: new Map(),
      sheets: new Map(),
      earlier: new LRUCache({ max: earlierKept }),
    }));

  const memoOf = (filed: Filed, reader: Reader): Memo => {
    const { cut, knowledge } = reader;
    const memos = isLasting(filed, reader)
      ? shelfOf(knowledge).memos
      : keptIn(passing, reader, () => new Map<Filed, Memo>());
    const known = memos.get(filed);
    if (known?.version === filed.version) return known;
    const made: Memo = {
      version: filed.version,
      view: viewOf(archive.historyOf(filed, cut), knowledge),
      years: new Map(),
    };
    memos.set(filed, made);
    return made;
  };

  const readAnew = (filed: Filed, reader: Reader): YearOutcome => {
    const { view, years } = memoOf(filed, reader);
    const { schoolYear, t2 } = reader.peildata;
    const day = reader.cut.knownOn < t2 ? t2 : reader.cut.knownOn;
    const known = years.get(schoolYear);
    if ((known || years.has(schoolYear)) && isSettled(known, day)) return known;
    const outcome = yearOutcome(view, reader.peildata, day, reader.knowledge);
    years.set(schoolYear, outcome);
    return outcome;
  };

  const earlierOf = (reader: Reader): Map<Filed, AsThen> =>
    keptIn(atHand, reader, () => {
      const { cut, peildata, knowledge } = reader;
      const upTo = cut.at === archive.lastOrdinal() ? 'all' : cut.at;
      const key = `${peildata.schoolYear} ${cut.knownOn} ${upTo}`;
      return keptIn(shelfOf(knowledge).earlier, key, () => new Map<Filed, AsThen>());
    });

  const outcomeOf = (filed: Filed, reader: Reader): YearOutcome => {
    if (isLasting(filed, reader)) return readAnew(filed, reader);
    const earlier = earlierOf(reader);
    const known = archive.howMuchIsKnown(filed, reader.cut);
    const then = earlier.get(filed);
    if (then?.known === known) return then.outcome;
    const outcome = readAnew(filed, reader);
    earlier.set(filed, { known, outcome });
    return outcome;
  };

  const sheetOf = (reader: Reader): Sheet => {
    const { cut, knowledge, peildata } = reader;
    const { sheets } = shelfOf(knowledge);
    const whole = archive.isAll(cut);
    const known = sheets.get(peildata.schoolYear);
    if (whole && known?.changes === archive.changes() && stillHolds(known, cut.knownOn)) return known;
    const readings: Reading[] = [];
    const beside: BesideBox[] = [];
    for (const filed of archive.trajectories()) {
      const outcome = outcomeOf(filed, reader);
      if (!outcome) continue;
      if ('in' in outcome) readings.push(outcome.in);
      else beside.push(outcome.beside.where);
    }
    const made: Sheet = { changes: archive.changes(), readings, beside, ...allHold(readings) };
    if (whole) sheets.set(peildata.schoolYear, made);
    return made;
  };

  return { viewOf: (filed, reader) => memoOf(filed, reader).view, outcomeOf, sheetOf };
};
