import type { CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { SchoolCalendar } from '../../src/domain/institution/calendar.ts';
import type { LandschapCode } from '../../src/domain/institution/ids.ts';
import type { StaffId } from '../../src/domain/staff/ids.ts';
import { type Page, type PageAsked, pageFrom } from '../pages.ts';
import type { SabCaseShown } from '../sab-cases.ts';
import { type CaseClock, clockOf } from './terms.ts';

export const openStages = ['referred', 'accepted', 'planned'] as const;
export const boardStages = [...openStages, 'returned', 'closed', 'voided'] as const;

/** What the board is asked by; all of it together. */
export interface BoardAsked extends PageAsked {
  readonly adviser?: StaffId;
  readonly landschap?: LandschapCode;
  readonly urgent?: boolean;
  readonly paused?: boolean;
  readonly overdue?: boolean;
}

export interface BoardLine {
  readonly shown: SabCaseShown;
  readonly clock: CaseClock | undefined;
}

export type Board = Page<BoardLine>;

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
  { adviser, landschap, urgent, paused, overdue, ...page }: BoardAsked,
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
    .filter(({ clock }) => isAs(overdue, clock?.overdue === true));
  return pageFrom(all, placeOnBoard, page);
};
