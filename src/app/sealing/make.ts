import type {
  FiguresQuery,
  FiguresRefusal,
  FiguresReport,
  ReportName,
  Split,
} from '../../../projections/figures/index.ts';
import { reportNames } from '../../../projections/figures/index.ts';
import type { ReportId } from '../../domain/report/ids.ts';
import { canonical } from '../../engine/canonical.ts';
import { derivedId } from '../../engine/ids.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { uuid } from '../../kernel/message.ts';
import type { EventStore } from '../../ports/event-store.ts';
import type { Hashing } from '../../ports/hashing.ts';
import type { RawLog } from '../../ports/raw-log.ts';
import type { LogReader } from '../figures/log-reader.ts';
import type { PackedFile } from '../stored-zip.ts';
import { sha256 } from './container.ts';
import { besideLineOf, evidenceText, lineOf, namesFor } from './evidence.ts';
import { logUpTo } from './log-up-to.ts';
import { format, type Manifest, type ManifestFigure } from './shapes.ts';

export interface SealQuestion {
  readonly year: number;
  readonly knownOn: CalendarDate;
  /** Absent: the last event that is not a seal. */
  readonly at?: number;
  readonly by?: Split;
  readonly reports: readonly ReportName[];
  /** The definition of each report that is not to be counted by its usual one. */
  readonly definitions: Partial<Readonly<Record<ReportName, string>>>;
}

/** Readable papers of one report, by file name: the same report gives the same bytes. */
export type Papers = (
  report: FiguresReport,
) => Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]>;

export interface Sealing {
  readonly reader: Pick<LogReader, 'catchUp' | 'ordinal' | 'lastBeforeSeals' | 'report' | 'proofs'>;
  readonly log: EventStore & Partial<RawLog>;
  readonly hashing: Hashing;
  readonly version: string;
  readonly papers?: Papers;
}

export type Made =
  | { readonly made: true; readonly manifest: Manifest; readonly files: readonly PackedFile[] }
  | { readonly made: false; readonly report: ReportName; readonly refusal: FiguresRefusal };

/** Namespace of the ids of sealed reports: the same question at the same ordinal, the same id. */
const questions = uuid('5f1e3f1c-0d0a-5b57-9a36-8c8f5c6f6f0e');

export const manifestPath = 'manifest.json';

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

export const queriesOf = (
  { year, knownOn, by, reports, definitions }: SealQuestion,
  at: number,
): readonly FiguresQuery[] =>
  reportNames
    .filter((report) => reports.includes(report))
    .map((report) => {
      const definition = definitions[report];
      return {
        report,
        year,
        knownOn,
        at,
        ...(by === undefined ? {} : { by }),
        ...(definition === undefined ? {} : { definition }),
      };
    });

const typedAs = ({ report, schoolYear, knownOn, ordinal, by, definition }: FiguresReport): string =>
  [
    `wissel report ${report} --year ${schoolYear} --known-on ${knownOn} --at ${ordinal}`,
    ...(by === undefined ? [] : [`--by ${by}`]),
    ...(report === 'twin' ? [] : [`--definition ${definition.id}`]),
    '--format json',
  ].join(' ');

const idOf = (reports: readonly FiguresReport[], { year, knownOn, by }: SealQuestion, at: number): ReportId =>
  derivedId(
    questions,
    canonical({
      schoolYear: year,
      knownOn,
      ordinal: at,
      by,
      figures: reports.map(({ report, definition: { id, version } }) => ({ report, id, version })),
    }),
  ) as ReportId;

/**
 * All files of a bundle. They follow from the log up to the ordinal, from the question and from the school's key
 * alone: no clock, no machine, no order in which anybody read.
 */
export const makeFiles = async (
  { reader, log, hashing, version, papers }: Sealing,
  question: SealQuestion,
): Promise<Made> => {
  await reader.catchUp();
  const at = question.at ?? reader.lastBeforeSeals;
  const parts = [];
  for (const query of queriesOf(question, at)) {
    const answer = await reader.report(query);
    if (!answer.answered) return { made: false, report: query.report, refusal: answer.refusal };
    parts.push({ report: answer.report, proofs: await reader.proofs(query) });
  }
  const reports = parts.map(({ report }) => report);
  const wanted = new Set<string>(
    parts.flatMap(({ proofs: { rows, beside } }) => [...rows, ...beside].flatMap(({ events }) => events)),
  );
  const read = await logUpTo(log, at, question.knownOn, wanted);
  if (!read) throw new Error('the log is shorter than it was a moment ago');
  const id = idOf(reports, question, at);
  const names = namesFor(hashing, id, read.events);

  const figures: ManifestFigure[] = [];
  const counted: PackedFile[] = [];
  const evidence: PackedFile[] = [];
  const readable: PackedFile[] = [];
  for (const { report, proofs } of parts) {
    const of = report.report;
    const paths = { figures: `figures/${of}.json`, evidence: `evidence/${of}.ndjson` };
    const beside = of === 'twin' ? { beside: `evidence/${of}-beside.ndjson` } : {};
    figures.push({
      report: of,
      definition: report.definition,
      parameters: Object.entries(report.parameters).map(([name, value]) => ({ name, value: String(value) })),
      query: typedAs(report),
      rows: proofs.rows.length,
      ...paths,
      ...beside,
    });
    counted.push({ path: paths.figures, bytes: encoded(`${JSON.stringify(report)}\n`) });
    evidence.push({
      path: paths.evidence,
      bytes: encoded(evidenceText(proofs.rows.map((row) => lineOf(row, names)))),
    });
    if (beside.beside !== undefined)
      evidence.push({
        path: beside.beside,
        bytes: encoded(evidenceText(proofs.beside.map((each) => besideLineOf(each, names)))),
      });
    for (const { name, bytes } of (await papers?.(report)) ?? [])
      readable.push({ path: `papers/${name}`, bytes });
  }
  const files = [...counted, ...evidence, ...readable];
  const [first] = reports;
  const manifest: Manifest = {
    format,
    wissel: version,
    question: {
      id,
      schoolYear: question.year,
      peildata: first?.peildata ?? [],
      knownOn: question.knownOn,
      ordinal: at,
      ...(question.by === undefined ? {} : { by: question.by }),
    },
    chain: read.chain,
    brins: read.brins,
    tables: read.tables,
    figures,
    files: files.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256(bytes) })),
  };
  return {
    made: true,
    manifest,
    files: [{ path: manifestPath, bytes: encoded(`${JSON.stringify(manifest, null, 2)}\n`) }, ...files],
  };
};
