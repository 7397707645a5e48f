import { type CalendarDate, dateOf } from '../../src/kernel/calendar-date.ts';
import type { Projection, Rows, Story, ViewRows } from '../../src/kernel/projection.ts';
import { schoolYearOf } from '../../src/domain/institution/calendar.ts';
import type { StudentId } from '../../src/domain/student/ids.ts';
import type {
  ConversationKind,
  PortfolioArea,
  Rater,
  TrajectoryData,
} from '../../src/domain/trajectory/events.ts';
import type { BpvId, SessionId } from '../../src/domain/trajectory/ids.ts';
import { type KnownEvent, knownOfAll, trajectoryStories } from '../trajectory-story.ts';
import { type Ask, askingTypes, asksOf, type Move } from './asks.ts';
import { responsibilityTypes, type Stretch, stretchesOf } from './stretches.ts';

export interface Talk {
  readonly on: CalendarDate;
  readonly kind: ConversationKind;
  readonly faceToFace: boolean;
  /** Of a group. */
  readonly session?: SessionId;
}
export interface Bpv {
  readonly on: CalendarDate;
  readonly endedOn?: CalendarDate;
}
export interface StartProgrammeRun {
  readonly on: CalendarDate;
  /** As extended. */
  readonly endsOn: CalendarDate;
  readonly completed?: Pick<TrajectoryData['StartProgrammeCompleted'], 'on' | 'choice'>;
}

/** All that guidance is counted by, of one student in one school year: what happened in it, and what reached into it. */
export interface GuidedYear {
  /** Of the placements that reach into the year, from their first day on. */
  readonly stretches: readonly Stretch[];
  readonly talks: readonly Talk[];
  /** The last conversation of the years before. */
  readonly talkedBefore?: CalendarDate;
  readonly ratings: readonly { readonly on: CalendarDate; readonly rater: Rater }[];
  readonly portfolio: readonly {
    readonly on: CalendarDate;
    readonly area: PortfolioArea;
    readonly kind: TrajectoryData['PortfolioItemAdded']['kind'];
  }[];
  readonly goalsAgreed: readonly CalendarDate[];
  readonly goalsReached: readonly CalendarDate[];
  readonly bpvs: readonly Bpv[];
  readonly startProgrammes: readonly StartProgrammeRun[];
  readonly loopbaanbox: readonly { readonly on: CalendarDate; readonly session: SessionId }[];
  readonly asks: readonly Ask[];
  readonly moves: readonly Move[];
}
export interface Guided extends GuidedYear {
  readonly trajectory: StudentId;
}

const types = new Set([
  ...responsibilityTypes,
  ...askingTypes,
  'StartProgrammeStarted',
  'StartProgrammeExtended',
  'StartProgrammeCompleted',
  'ConversationHeld',
  'LeermeterRated',
  'PortfolioItemAdded',
  'GoalAgreed',
  'GoalReached',
  'BpvStarted',
  'BpvEnded',
  'LoopbaanboxSessionAttended',
] as const);
type Counted = KnownEvent<typeof types extends Set<infer Type> ? Type : never>;

const isOf = <Type extends Counted['type']>(wanted: readonly Type[]) => {
  const set: ReadonlySet<string> = new Set(wanted);
  return (event: Counted): event is Extract<Counted, { readonly type: Type }> => set.has(event.type);
};
const isResponsibility = isOf(responsibilityTypes);
const isAsking = isOf(askingTypes);

/** A life, not yet cut into years. */
type Whole = Omit<GuidedYear, 'talkedBefore'>;

const wholeOf = (story: Story, events: readonly Counted[]): Whole => {
  const talks: Talk[] = [];
  const ratings: GuidedYear['ratings'][number][] = [];
  const portfolio: GuidedYear['portfolio'][number][] = [];
  const goalsAgreed: CalendarDate[] = [];
  const goalsReached: CalendarDate[] = [];
  const bpvs = new Map<BpvId, Bpv>();
  const startProgrammes: StartProgrammeRun[] = [];
  const loopbaanbox: GuidedYear['loopbaanbox'][number][] = [];
  const lastRun = (change: Partial<StartProgrammeRun>): void => {
    const last = startProgrammes.pop();
    if (last) startProgrammes.push({ ...last, ...change });
  };
  for (const event of events) {
    if (isResponsibility(event) || isAsking(event)) continue;
    const { type, data } = event;
    switch (type) {
      case 'ConversationHeld': {
        const { on, kind, faceToFace, session } = data;
        talks.push({ on, kind, faceToFace, ...(session !== undefined && { session }) });
        break;
      }
      case 'LeermeterRated':
        ratings.push({ on: data.on, rater: data.rater });
        break;
      case 'PortfolioItemAdded':
        portfolio.push({ on: data.on, area: data.area, kind: data.kind });
        break;
      case 'GoalAgreed':
        goalsAgreed.push(data.on);
        break;
      case 'GoalReached':
        goalsReached.push(data.on);
        break;
      case 'BpvStarted':
        bpvs.set(data.bpv, { on: data.on });
        break;
      case 'BpvEnded': {
        const begun = bpvs.get(data.bpv);
        if (begun) bpvs.set(data.bpv, { ...begun, endedOn: data.on });
        break;
      }
      case 'StartProgrammeStarted':
        startProgrammes.push({ on: data.on, endsOn: data.endsOn });
        break;
      case 'StartProgrammeExtended':
        lastRun({ endsOn: data.endsOn });
        break;
      case 'StartProgrammeCompleted':
        lastRun({ completed: { on: data.on, choice: data.choice } });
        break;
      case 'LoopbaanboxSessionAttended':
        loopbaanbox.push({ on: data.on, session: data.session });
        break;
    }
  }
  return {
    stretches: stretchesOf(story, events.filter(isResponsibility)),
    talks,
    ratings,
    portfolio,
    goalsAgreed,
    goalsReached,
    bpvs: [...bpvs.values()],
    startProgrammes,
    loopbaanbox,
    ...asksOf(events.filter(isAsking)),
  };
};

interface Bounds {
  readonly year: number;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

const known = new Map<number, Bounds>();
/** First and last day; there are few years and many students. */
const boundsOf = (year: number): Bounds => {
  const found = known.get(year) ?? { year, from: dateOf(year, 8, 1), until: dateOf(year + 1, 7, 31) };
  known.set(year, found);
  return found;
};

/** The school years that something falls in or reaches into; without an end it is carried to the last of them. */
const yearsOf = (whole: Whole): readonly Bounds[] => {
  const days = new Set<CalendarDate>();
  for (const all of [whole.talks, whole.ratings, whole.portfolio, whole.loopbaanbox, whole.moves, whole.bpvs])
    for (const { on } of all) days.add(on);
  for (const { endedOn } of whole.bpvs) if (endedOn !== undefined) days.add(endedOn);
  for (const on of whole.goalsAgreed) days.add(on);
  for (const on of whole.goalsReached) days.add(on);
  for (const { from, until } of whole.stretches) days.add(from).add(until ?? from);
  const sorted = [...days].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: Bounds[] = [];
  const end = schoolYearOf(last);
  for (let year = schoolYearOf(first); year <= end; year++) {
    const bounds = boundsOf(year);
    const { from, until } = bounds;
    const falls = sorted.some((day) => from <= day && day <= until);
    if (falls || whole.stretches.some((each) => each.from <= until && (each.until ?? until) >= from))
      all.push(bounds);
  }
  return all;
};

type Mutable<T> = { -readonly [Key in keyof T]?: T[Key] };

const yearOf = (whole: Whole, { from, until }: Bounds): Partial<GuidedYear> => {
  const inYear = (on: CalendarDate): boolean => from <= on && on <= until;
  const reaches = (first: CalendarDate, last: CalendarDate | undefined): boolean =>
    first <= until && (last === undefined || last >= from);
  const year: Mutable<GuidedYear> = {};
  /** What is not there is not written: very many of these are. */
  const put = <Name extends keyof Whole>(
    name: Name,
    belongs: (each: Whole[Name][number]) => boolean,
  ): void => {
    const all: readonly Whole[Name][number][] = whole[name];
    const found = all.filter(belongs);
    if (found.length > 0) year[name] = found as unknown as GuidedYear[Name];
  };
  const placements = whole.stretches.flatMap((each) =>
    reaches(each.from, each.until) ? [each.placedOn] : [],
  );
  put('stretches', (each) => each.from <= until && placements.includes(each.placedOn));
  put('talks', ({ on }) => inYear(on));
  for (const { on } of whole.talks)
    if (on < from && (year.talkedBefore === undefined || on > year.talkedBefore)) year.talkedBefore = on;
  put('ratings', ({ on }) => inYear(on));
  put('portfolio', ({ on }) => inYear(on));
  put('goalsAgreed', inYear);
  put('goalsReached', inYear);
  put('bpvs', ({ on, endedOn }) => inYear(on) || (endedOn !== undefined && inYear(endedOn)));
  put('startProgrammes', ({ on, endsOn, completed }) =>
    reaches(on, completed && completed.on > endsOn ? completed.on : endsOn),
  );
  put('loopbaanbox', ({ on }) => inYear(on));
  put('asks', ({ on, until: answered }) => reaches(on, answered));
  put('moves', ({ on }) => inYear(on));
  return year;
};

const nothing: GuidedYear = {
  stretches: [],
  talks: [],
  ratings: [],
  portfolio: [],
  goalsAgreed: [],
  goalsReached: [],
  bpvs: [],
  startProgrammes: [],
  loopbaanbox: [],
  asks: [],
  moves: [],
};

/**
 * A line per student and school year: what caseload, continuity and LOB are counted by. No clock tells a read model
 * which year it is, so the last line of somebody who is still placed is marked: it stands for the years after it.
 */
export const guidedYears: Projection = {
  name: 'guided-years',
  version: 1,
  stories: trajectoryStories,
  tables: [
    { name: 'years', columns: ['year', 'placedSince', 'facts'], indexes: [['year'], ['placedSince']] },
  ],
  rows: (story): Rows => {
    const events = knownOfAll(story, types);
    const whole = wholeOf(story, events);
    if (whole.stretches.length === 0 && events.every((event) => isResponsibility(event) || isAsking(event)))
      return {};
    const years = yearsOf(whole);
    const last = years.at(-1);
    const placed = whole.stretches.some(({ until }) => until === undefined);
    return {
      years: years.map((bounds) => ({
        year: bounds.year,
        placedSince: placed && bounds === last ? bounds.year : null,
        facts: JSON.stringify(yearOf(whole, bounds)),
      })),
    };
  },
};

/** Before this no school year is asked about. */
const firstYear = 2_000;

/** Everybody of whom something is to be counted in a school year. */
export const guidedIn = (rows: ViewRows, year: number): readonly Guided[] => {
  const found = [...rows.find('years', { where: { year } })];
  for (let earlier = firstYear; earlier < year; earlier++)
    found.push(...rows.find('years', { where: { placedSince: earlier } }));
  return found.map((row) => {
    const facts = JSON.parse(String(row['facts'])) as Partial<GuidedYear>;
    const { year: of } = row;
    return {
      trajectory: row.key as StudentId,
      ...nothing,
      ...(of === year ? facts : carried(facts)),
    };
  });
};

/** Of an earlier year: what stood at its end stands still, and what happened in it happened before. */
const carried = ({
  stretches = [],
  talks = [],
  talkedBefore,
  startProgrammes = [],
  asks = [],
}: Partial<GuidedYear>): Partial<GuidedYear> => {
  const last = talks.reduce(
    (latest, { on }) => (latest === undefined || on > latest ? on : latest),
    talkedBefore,
  );
  return {
    stretches,
    ...(last !== undefined && { talkedBefore: last }),
    startProgrammes,
    asks: asks.filter(({ until }) => until === undefined),
  };
};
