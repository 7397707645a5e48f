import { addDays, type CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { AbsenceKind } from '../../src/domain/trajectory/events.ts';
import type { TrajectoryKnown, TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { days, nothingToAsk, type Sign, signalling } from '../asking.ts';
import { changesOfGuidance, type Fact, factsOf, guided, type Guided } from '../standing.ts';

/** What these report is sixteen hours in four weeks by itself, under 18 and from 18 on. */
const sixteenHours: readonly AbsenceKind[] = ['V3', 'V4'];

type Report = Fact<'AbsenceReportRecorded'>;

const fourWeeksFrom = (from: CalendarDate): CalendarDate => addDays(from, 27);

/**
 * In the order in which they were told, so that a late report never changes what was found before: the hours that
 * made one signal are spent, and the next one needs as many again.
 */
const sumsOf = (
  reports: readonly Report[],
  known: TrajectoryKnown,
  { landschap }: Guided,
): readonly Sign[] => {
  const signs: Sign[] = [];
  let unspent: readonly Report[] = [];
  for (const report of reports) {
    if (report.data.hours === undefined || sixteenHours.includes(report.data.kind)) continue;
    unspent = [...unspent, report];
    const limit = days(known, 'signalAbsenceHours', report.data.on, landschap);
    const together = unspent
      .map(({ data: { from } }) =>
        unspent.filter(({ data }) => data.from >= from && data.from <= fourWeeksFrom(from)),
      )
      .find(
        (window) =>
          window.includes(report) && window.reduce((sum, { data }) => sum + (data.hours ?? 0), 0) >= limit,
      );
    if (!together) continue;
    signs.push({ on: report.data.on, step: `hours/${report.id}`, events: together });
    unspent = unspent.filter((each) => !together.includes(each));
  }
  return signs;
};

/** Unauthorised absence of so many hours in four weeks: as one report says, or as several come to. */
export const muchAbsenceIsASignal: TrajectoryWorkflow = {
  name: 'much-absence-is-a-signal',
  about: 'trajectory',
  hears: [...changesOfGuidance, 'AbsenceReportRecorded'],
  versions: {
    1: (known) => {
      const now = guided(known);
      if (!now) return nothingToAsk;
      const reports = factsOf(now.stay, 'AbsenceReportRecorded');
      return signalling('absence16Hours', 1, known, [
        ...reports
          .filter(({ data }) => sixteenHours.includes(data.kind))
          .map((report): Sign => ({ on: report.data.on, step: `report/${report.id}`, events: [report] })),
        ...sumsOf(reports, known, now),
      ]);
    },
  },
};
