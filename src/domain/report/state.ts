import { evolveBy } from '../../kernel/decider.ts';
import type { Readable } from '../../kernel/subject.ts';
import { type ReportData, type ReportEvent, reportEvents } from './events.ts';

export interface Report {
  /** One for each version of the software that sealed it. */
  readonly seals: readonly Pick<ReportData['ReportSealed'], 'bundle' | 'software'>[];
}

export const reportReadable: Readable<Report, ReportEvent> = {
  initial: { seals: [] },
  evolve: evolveBy<ReportEvent, Report>({
    ReportSealed: ({ bundle, software }, { seals }) => ({ seals: [...seals, { bundle, software }] }),
  }),
  events: reportEvents,
};
