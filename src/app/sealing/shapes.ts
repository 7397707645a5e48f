import {
  besideBoxes,
  evidenceBoxes,
  evidencePieces,
  moments,
  registerBoxes,
  reportNames,
  splits,
  vsvSteps,
} from '../../../projections/figures/index.ts';
import { brin } from '../../domain/institution/ids.ts';
import { dimensions, initiatives } from '../../domain/trajectory/events.ts';
import {
  choice,
  type DataOf,
  date,
  group,
  list,
  optional,
  pattern,
  structural,
  text,
  uuidOf,
  wholeNumber,
  yesNo,
} from '../../kernel/schema.ts';
import type { ReportId } from '../../domain/report/ids.ts';

const most = Number.MAX_SAFE_INTEGER;
const sum = pattern('SHA-256 in hex', /^[0-9a-f]{64}$/, 'e3b0…');
const pseudonym = pattern('pseudonym', /^[0-9a-f]{32}$/, '9f86…');
const named = structural(text(40));
const count = structural(wholeNumber(0, most));

export const format = 'wissel sealed report 1';

/** What a bundle says of itself: what was asked of which log, how it was counted, and what is in it. */
export const manifestFields = {
  format: structural(choice(format)),
  wissel: named,
  question: structural(
    group('question', {
      id: structural(uuidOf<ReportId>()),
      schoolYear: structural(wholeNumber(2000, 2100)),
      peildata: structural(list(date, 2)),
      knownOn: structural(date),
      ordinal: count,
      by: optional(structural(choice(...splits))),
    }),
  ),
  /** Of the log up to the ordinal. */
  chain: structural(sum),
  /** Of whom the register's deliveries were. */
  brins: structural(list(brin)),
  tables: structural(list(group('table', { table: named, version: named, hash: structural(sum) }))),
  figures: structural(
    list(
      group('figure', {
        report: structural(choice(...reportNames)),
        definition: structural(
          group('definition', { id: structural(text(300)), version: named, source: structural(text(1_000)) }),
        ),
        parameters: structural(list(group('parameter', { name: named, value: named }))),
        /** Gives the same figure again, typed where the log is. */
        query: structural(text(400)),
        rows: count,
        figures: structural(text(200)),
        evidence: structural(text(200)),
        beside: optional(structural(text(200))),
      }),
      reportNames.length,
    ),
  ),
  /** All but this one and the sums. */
  files: structural(
    list(group('file', { path: structural(text(200)), bytes: count, sha256: structural(sum) })),
  ),
};
export type Manifest = DataOf<typeof manifestFields>;
export type ManifestFigure = Manifest['figures'][number];

const hashes = structural(list(sum, 10_000));
const grouped = optional(structural(text(200)));

const vsv = structural(
  group('verdict', {
    verdict: structural(choice('no', 'open', 'presumed')),
    step: structural(choice(...vsvSteps)),
    unknowns: structural(list(text(40))),
  }),
);

/** A line of evidence: one student of the population, under a name that holds in this bundle only. */
export const studentFields = {
  student: structural(pseudonym),
  register: structural(choice(...registerBoxes)),
  evidence: structural(choice(...evidenceBoxes)),
  accountsDiffer: structural(yesNo),
  missing: structural(list(choice(...evidencePieces))),
  vsv,
  delivered: structural(yesNo),
  group: grouped,
  switchesBefore: optional(count),
  niveau: optional(structural(text(20))),
  duo: optional(
    structural(
      group('duo', {
        verdict: structural(choice('vsv', 'notVsv')),
        status: structural(choice('provisional', 'definitive')),
      }),
    ),
  ),
  events: hashes,
};
export type StudentLine = DataOf<typeof studentFields>;

export const switchFields = {
  student: structural(pseudonym),
  switch: optional(structural(pseudonym)),
  counted: structural(choice(true, false, 'opstromer', 'doorstromer', 'uitstromer')),
  dimensions: structural(list(choice(...dimensions))),
  moment: structural(list(choice(...moments))),
  initiative: optional(structural(choice(...initiatives))),
  delivered: structural(yesNo),
  group: grouped,
  events: hashes,
};
export type SwitchLine = DataOf<typeof switchFields>;

export const besideFields = {
  student: structural(pseudonym),
  beside: structural(choice(...besideBoxes)),
  events: hashes,
};
export type BesideLine = DataOf<typeof besideFields>;
