import type { Changed, FiguresQuery, ReportName, RowChanged } from '../../../projections/figures/index.ts';
import { reportReadable } from '../../domain/report/state.ts';
import { reportStream } from '../../domain/report/ids.ts';
import type { StudentId } from '../../domain/student/ids.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { told } from '../../engine/codec.ts';
import type { LogReader } from '../figures/log-reader.ts';
import { cellsDiffering, cellsOf } from './cells.ts';
import type { Checked } from './check.ts';
import { namesFor } from './evidence.ts';
import type { Finding } from './findings.ts';
import { logUpTo } from './log-up-to.ts';
import { makeFiles, queriesOf, type Sealing, type SealQuestion } from './make.ts';
import type { Manifest, ManifestFigure } from './shapes.ts';

/** A figure that was counted once more from the log. */
export interface Recomputed {
  readonly report: ReportName;
  readonly same: boolean;
}

/** A student who stands elsewhere in a sealed figure now, and what was recorded since. */
export interface Correction {
  readonly report: ReportName;
  readonly trajectory: StudentId;
  /** Under which name he is in the bundle. */
  readonly student: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly because: RowChanged['because'];
  readonly otherwise?: RowChanged['otherwise'];
}

export interface AgainstLog {
  readonly findings: readonly Finding[];
  readonly figures: readonly Recomputed[];
  /** Whether this log says that this bundle was sealed. */
  readonly recorded: boolean;
  readonly corrections: readonly Correction[];
  /** Deliveries of the register recorded since. */
  readonly deliveries: Changed['deliveries'];
  /** Up to which day and event was looked for corrections. */
  readonly correctedUpTo: { readonly knownOn: CalendarDate; readonly ordinal: number };
}

export interface Verifying extends Omit<Sealing, 'reader' | 'papers'> {
  readonly reader: LogReader;
}

const questionOf = ({ question, figures }: Manifest): SealQuestion => ({
  year: question.schoolYear,
  knownOn: question.knownOn,
  at: question.ordinal,
  ...(question.by === undefined ? {} : { by: question.by }),
  reports: figures.map(({ report }) => report),
  definitions: Object.fromEntries(figures.map(({ report, definition }) => [report, definition.id])),
});

const decoder = new TextDecoder();
const textIn = (files: ReadonlyMap<string, Uint8Array>, path: string): string =>
  decoder.decode(files.get(path) ?? new Uint8Array());

const parsedOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

/** What a line says, whoever and whichever event it says it of. */
const unnamed = (text: string): string =>
  linesOf(text)
    .map((line) => line.replaceAll(/"[0-9a-f]{32}(?:[0-9a-f]{32})?"/g, '""'))
    .sort()
    .join('\n');

/** Of how many lines of the one text the other has none. */
const notIn = (text: string, of: string): number => {
  const known = new Set(linesOf(text));
  return linesOf(of).filter((line) => !known.has(line)).length;
};

const evidenceAgainst = (path: string, sealed: string, found: string): readonly Finding[] => {
  if (sealed === found) return [];
  if (unnamed(sealed) === unnamed(found)) return [{ code: 'OtherKey', path }];
  return [{ code: 'EvidenceDiffers', path, gone: notIn(found, sealed), come: notIn(sealed, found) }];
};

const figureAgainst = (
  { report, figures, evidence, beside }: ManifestFigure,
  sealed: ReadonlyMap<string, Uint8Array>,
  made: ReadonlyMap<string, Uint8Array>,
): readonly Finding[] => {
  const [was, is] = [textIn(sealed, figures), textIn(made, figures)];
  return [
    ...(was === is
      ? []
      : [
          {
            code: 'FigureDiffers' as const,
            report,
            cells: cellsDiffering(cellsOf(parsedOf(was)), cellsOf(parsedOf(is))),
          },
        ]),
    ...[evidence, ...(beside === undefined ? [] : [beside])].flatMap((path) =>
      evidenceAgainst(path, textIn(sealed, path), textIn(made, path)),
    ),
  ];
};

/** Of the files it has its own findings; a later version of the software may have verified it. */
const manifestAgainst = (sealed: Manifest, made: Manifest): readonly Finding[] => {
  const told = ({ files: _, wissel: __, chain: ___, figures, ...rest }: Manifest) => ({
    ...rest,
    figures: figures.map(({ rows: ____, ...figure }) => figure),
  });
  const cells = cellsDiffering(cellsOf(told(sealed)), cellsOf(told(made)));
  return cells.length === 0 ? [] : [{ code: 'ManifestDiffers', cells }];
};

const standing = ({ row, group }: RowChanged['before'][number]): string => {
  const within = group === undefined ? '' : ` (${group})`;
  if ('register' in row) {
    const { register, evidence, missing, vsv, accountsDiffer } = row;
    const marks = [
      `vsv ${vsv.verdict} ${vsv.step}`,
      ...(missing.length > 0 ? [`missing ${missing.join(' ')}`] : []),
      ...(vsv.unknowns.length > 0 ? [`unknown ${vsv.unknowns.join(' ')}`] : []),
      ...(accountsDiffer ? ['accounts differ'] : []),
    ];
    return `${register} / ${evidence}; ${marks.join('; ')}${within}`;
  }
  const { counted, dimensions, moment, initiative } = row;
  return `counted ${String(counted)}; ${[...dimensions, ...moment, initiative ?? ''].filter((each) => each !== '').join(' ')}${within}`;
};

const correctionsOf = async (
  { reader, hashing }: Verifying,
  { question, figures }: Manifest,
  queries: readonly FiguresQuery[],
  knownOn: CalendarDate,
): Promise<Pick<AgainstLog, 'corrections' | 'deliveries'>> => {
  const names = namesFor(hashing, question.id, new Map());
  const found: Correction[] = [];
  let deliveries: Changed['deliveries'] = [];
  for (const query of queries) {
    const listed = figures.find(({ report }) => report === query.report);
    if (!listed) continue;
    const { at: _, ...now } = query;
    const changed = await reader.changed(query, { ...now, knownOn });
    ({ deliveries } = changed);
    for (const { trajectory, before, after, because, otherwise } of changed.rows)
      found.push({
        report: query.report,
        trajectory,
        student: names.student(trajectory),
        from: before.map(standing),
        to: after.map(standing),
        because,
        ...(otherwise === undefined ? {} : { otherwise }),
      });
  }
  return { corrections: found, deliveries };
};

const sealsOf = async ({ log }: Verifying, { question }: Manifest): Promise<readonly string[]> => {
  const events = await log.readStream(reportStream(question.id));
  return events
    .reduce(
      (now, event) => reportReadable.evolve(now, told(reportReadable.events, event)),
      reportReadable.initial,
    )
    .seals.map(({ bundle }) => bundle);
};

/**
 * Holds a bundle against the log: the same history, the same figures and rows at the sealed ordinal; and what became
 * known since. A correction is no fault of the seal: what was sealed was so known then.
 */
export const againstLog = async (
  verifying: Verifying,
  { manifest, files, bundle }: Checked & { readonly manifest: Manifest },
  knownOn: CalendarDate,
): Promise<AgainstLog> => {
  const { reader, log } = verifying;
  await reader.catchUp();
  const correctedUpTo = { knownOn, ordinal: reader.ordinal };
  const { ordinal } = manifest.question;
  const nothing = { figures: [], recorded: false, corrections: [], deliveries: [], correctedUpTo };
  if (ordinal > reader.ordinal)
    return { ...nothing, findings: [{ code: 'OrdinalBeyondLog', ordinal, last: reader.ordinal }] };
  const question = questionOf(manifest);
  const queries = queriesOf(question, ordinal);
  const made = await makeFiles(verifying, question);
  if (!made.made) {
    const chain = (await logUpTo(log, ordinal, question.knownOn, new Set()))?.chain ?? '';
    return {
      ...nothing,
      findings: [
        ...chainAgainst(manifest, chain),
        { code: 'CannotRecompute', report: made.report, refusal: made.refusal.code },
      ],
    };
  }
  const again = new Map(made.files.map(({ path, bytes }) => [path, bytes]));
  const figures = manifest.figures.map((figure) => ({
    report: figure.report,
    findings: figureAgainst(figure, files, again),
  }));
  const recorded = await sealsOf(verifying, manifest);
  return {
    findings: [
      ...chainAgainst(manifest, made.manifest.chain),
      ...manifestAgainst(manifest, made.manifest),
      ...figures.flatMap(({ findings }) => findings),
      ...(recorded.length > 0 && !recorded.includes(bundle)
        ? [{ code: 'SealedOtherwise' as const, recorded }]
        : []),
    ],
    figures: figures.map(({ report, findings }) => ({ report, same: findings.length === 0 })),
    recorded: recorded.includes(bundle),
    ...(await correctionsOf(verifying, manifest, queries, knownOn)),
    correctedUpTo,
  };
};

const chainAgainst = ({ chain, question }: Manifest, found: string): readonly Finding[] =>
  chain === found ? [] : [{ code: 'OtherChain', ordinal: question.ordinal, sealed: chain, found }];
