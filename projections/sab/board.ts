import type { CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { SchoolCalendar } from '../../src/domain/institution/calendar.ts';
import type { LandschapCode } from '../../src/domain/institution/ids.ts';
import type { StaffId } from '../../src/domain/staff/ids.ts';
import type { SabCaseShown } from '../sab-cases.ts';
import { type CaseClock, clockOf } from './terms.ts';

export const openStages = ['referred', 'accepted', 'planned'] as const;
export const boardStages = [...openStages, 'returned', 'closed', 'voided'] as const;

/** What the board is asked by; all of it together. */
export interface BoardAsked {
  readonly adviser?: StaffId;
  readonly landschap?: LandschapCode;
  readonly urgent?: boolean;
  readonly paused?: boolean;
  readonly overdue?: boolean;
  /** Only cases after this place on the board. */
  readonly from?: string;
  readonly limit: number;
}

export interface BoardLine {
  readonly shown: SabCaseShown;
  readonly clock: CaseClock | undefined;
}

export interface Board {
  readonly size: number;
  readonly lines: readonly BoardLine[];
  /** The place from which the next page goes on; absent: this was the last. */
  readonly next?: string;
}

const undated = '9999-12-31';

/** What is due first comes first; what nobody can date comes last, the oldest first. */
export const placeOnBoard = ({ shown, clock }: BoardLine): string =>
  `${clock?.due?.on ?? undated}_${shown.openedOn}_${shown.case}`;
/** As {@link placeOnBoard} writes it. */
export const placeShape = /^\d{4}-\d{2}-\d{2}_\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/;

const isAs = (asked: boolean | undefined, found: boolean): boolean => asked === undefined || asked === found;

/** The cases of the second line as it works through them. */
export const boardOf = (
  cases: readonly SabCaseShown[],
  { adviser, landschap, urgent, paused, overdue, from, limit }: BoardAsked,
  calendar: SchoolCalendar,
  today: CalendarDate,
): Board => {
  const all = cases
    .filter(
      (each) =>
        (adviser === undefined || each.adviser === adviser) &&
        (landschap === undefined || each.landschap === landschap) &&
        isAs(urgent, each.urgent) &&
        isAs(paused, each.paused !== undefined),
    )
    .map((shown): BoardLine => ({ shown, clock: clockOf(shown, calendar, today) }))
    .filter(({ clock }) => isAs(overdue, clock?.overdue === true))
    .map((line) => ({ line, place: placeOnBoard(line) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1));
  const after = all.filter(({ place }) => from === undefined || place > from);
  const page = after.slice(0, limit);
  const last = page.at(-1);
  return {
    size: all.length,
    lines: page.map(({ line }) => line),
    ...(last && after.length > page.length && { next: last.place }),
  };
};
