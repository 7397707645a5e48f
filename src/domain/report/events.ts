import type { HappeningsOf } from '../../kernel/message.ts';
import {
  type DataByType,
  date,
  event,
  freeText,
  group,
  list,
  optional,
  pattern,
  structural,
  text,
  wholeNumber,
} from '../../kernel/schema.ts';

const sha256 = pattern('SHA-256 in hex', /^[0-9a-f]{64}$/, 'e3b0…');

/** More than there are kinds of reports. */
export const mostSealed = 50;

export const sealedFigure = group('figure', {
  report: structural(text(40)),
  definition: structural(text(40)),
  version: structural(text(40)),
});

export const reportEvents = {
  ReportSealed: event({
    by: ['SealReport'],
    says: 'The figures of a school year were put in one file that does not change.',
    fields: {
      bundle: structural(sha256, 'of the file'),
      schoolYear: structural(wholeNumber(2000, 2100), '2025: 2025-2026'),
      knownOn: structural(date, 'only what was recorded on or before this day counts'),
      ordinal: structural(wholeNumber(0, Number.MAX_SAFE_INTEGER), 'the event at which the log was read'),
      chain: structural(sha256, 'of the log up to there'),
      figures: structural(list(sealedFigure, mostSealed), 'by which definition each was counted'),
      by: optional(structural(text(40), 'by what it was split')),
      software: structural(text(40), 'the version of Wissel that sealed it'),
      why: optional(freeText(text(2_000), 'for whom or what')),
    },
  }),
};

export type ReportData = DataByType<typeof reportEvents>;
export type ReportEvent = HappeningsOf<ReportData>;
