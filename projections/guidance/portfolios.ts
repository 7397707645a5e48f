import type { CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../src/kernel/message.ts';
import type { Projection, Rows, ViewRows } from '../../src/kernel/projection.ts';
import type { StudentId } from '../../src/domain/student/ids.ts';
import type { PortfolioArea, TrajectoryData } from '../../src/domain/trajectory/events.ts';
import type { PortfolioItemId } from '../../src/domain/trajectory/ids.ts';
import { knownOfAll, trajectoryStories } from '../trajectory-story.ts';

/** Something in a portfolio, without what it says. */
export interface PortfolioItem {
  readonly event: Uuid;
  readonly on: CalendarDate;
  readonly item: PortfolioItemId;
  readonly area: PortfolioArea;
  readonly kind: TrajectoryData['PortfolioItemAdded']['kind'];
  /** The merged trajectory that it comes from. */
  readonly from?: StudentId;
}

const added = new Set(['PortfolioItemAdded'] as const);

/** What is in a portfolio, by the day on which it was added. */
export const portfolios: Projection = {
  name: 'portfolios',
  version: 1,
  stories: trajectoryStories,
  tables: [{ name: 'portfolios', columns: ['items'], indexes: [] }],
  rows: (story): Rows => {
    const items = knownOfAll(story, added).map(
      ({ id, key, data: { on, item, area, kind } }): PortfolioItem => ({
        event: id,
        on,
        item,
        area,
        kind,
        ...(key !== story.key && { from: key as StudentId }),
      }),
    );
    return items.length === 0 ? {} : { portfolios: [{ items: JSON.stringify(byDay(items)) }] };
  },
};

const byDay = (items: readonly PortfolioItem[]): readonly PortfolioItem[] =>
  items.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));

export const portfolioOf = (rows: ViewRows, trajectory: StudentId): readonly PortfolioItem[] => {
  const [row] = rows.find('portfolios', { where: { key: trajectory } });
  return row ? (JSON.parse(String(row['items'])) as PortfolioItem[]) : [];
};
