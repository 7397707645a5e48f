import { isMembers } from '../../kernel/data.ts';
import { type Fields, wrongFields } from '../../kernel/schema.ts';
import { cellsDiffering, cellsOf } from './cells.ts';
import { sha256, sumsOf, sumsPath, unpack } from './container.ts';
import type { Finding } from './findings.ts';
import { manifestPath } from './make.ts';
import {
  besideFields,
  type BesideLine,
  type Manifest,
  type ManifestFigure,
  manifestFields,
  studentFields,
  type StudentLine,
  switchFields,
  type SwitchLine,
} from './shapes.ts';
import { isSumOfRows, type Lines, tally } from './tally.ts';

export interface Checked {
  /** SHA-256 of the whole bundle. */
  readonly bundle: string;
  readonly findings: readonly Finding[];
  /** What it holds, as far as it could be read. */
  readonly manifest?: Manifest;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const decoder = new TextDecoder('utf-8', { fatal: true });
const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};

const jsonOf = (bytes: Uint8Array | undefined): unknown => {
  const text = bytes && textOf(bytes);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const manifestIn = (bytes: Uint8Array): Manifest | { readonly wrong: string } => {
  const found = jsonOf(bytes);
  const wrong = wrongFields(manifestFields, found, 'manifest');
  if (wrong !== undefined) return { wrong };
  const manifest = found as Manifest;
  // Of nothing everything is true.
  return manifest.figures.length > 0 ? manifest : { wrong: 'manifest.figures: is empty' };
};

const filesAgainst = (
  { files: listed }: Manifest,
  files: ReadonlyMap<string, Uint8Array>,
): readonly Finding[] => {
  const known = new Set([manifestPath, sumsPath, ...listed.map(({ path }) => path)]);
  return [
    ...listed.flatMap(({ path, bytes, sha256: sum }): readonly Finding[] => {
      const found = files.get(path);
      if (!found) return [{ code: 'FileMissing', path }];
      return found.length === bytes && sha256(found) === sum ? [] : [{ code: 'FileChanged', path }];
    }),
    ...[...files.keys()]
      .filter((path) => !known.has(path))
      .map((path): Finding => ({ code: 'FileExtra', path })),
  ];
};

const sumsAgainst = (files: ReadonlyMap<string, Uint8Array>): readonly Finding[] => {
  const sums = files.get(sumsPath);
  if (!sums) return [{ code: 'FileMissing', path: sumsPath }];
  const others = [...files].flatMap(([path, bytes]) => (path === sumsPath ? [] : [{ path, bytes }]));
  return textOf(sums) === sumsOf(others) ? [] : [{ code: 'SumsChanged' }];
};

type Read<Line> =
  { readonly ok: true; readonly lines: readonly Line[] } | { readonly ok: false; readonly finding: Finding };

const linesIn = <Line>(path: string, bytes: Uint8Array, fields: Fields): Read<Line> => {
  const lines: Line[] = [];
  const texts = (textOf(bytes) ?? '\n').split('\n').slice(0, -1);
  for (const [index, text] of texts.entries()) {
    const line = jsonOf(Buffer.from(text));
    const wrong = wrongFields(fields, line, 'row');
    if (wrong !== undefined)
      return { ok: false, finding: { code: 'EvidenceUnreadable', path, line: index + 1, why: wrong } };
    lines.push(line as Line);
  }
  return { ok: true, lines };
};

/** What the figure and the manifest both say. */
const contradictions = (
  figure: Readonly<Record<string, unknown>>,
  listed: ManifestFigure,
  { question }: Manifest,
): readonly Finding[] => {
  const said: Readonly<Record<string, unknown>> = {
    report: listed.report,
    definition: listed.definition,
    schoolYear: question.schoolYear,
    peildata: question.peildata,
    knownOn: question.knownOn,
    ordinal: question.ordinal,
    by: question.by,
  };
  const parameters: Readonly<Record<string, unknown>> = Object.fromEntries(
    listed.parameters.map(({ name, value }) => [name, value]),
  );
  const own = Object.fromEntries(
    Object.entries(figure['parameters'] ?? {}).map(([name, value]) => [name, String(value)]),
  );
  return [
    ...Object.entries(said)
      .filter(([name, value]) => JSON.stringify(figure[name]) !== JSON.stringify(value))
      .map(([name]) => name),
    ...(cellsDiffering(cellsOf(own), cellsOf(parameters)).length > 0 ? ['parameters'] : []),
  ].map((what): Finding => ({ code: 'ManifestContradicts', path: listed.figures, what }));
};

const rowsOf = (
  { report, evidence, beside }: ManifestFigure,
  files: ReadonlyMap<string, Uint8Array>,
): Lines | Finding => {
  const none = { students: [], switches: [], beside: [] };
  const rows = files.get(evidence) ?? new Uint8Array();
  if (report === 'switches') {
    const read = linesIn<SwitchLine>(evidence, rows, switchFields);
    return read.ok ? { ...none, switches: read.lines } : read.finding;
  }
  const read = linesIn<StudentLine>(evidence, rows, studentFields);
  if (!read.ok) return read.finding;
  if (beside === undefined) return { ...none, students: read.lines };
  const apart = linesIn<BesideLine>(beside, files.get(beside) ?? new Uint8Array(), besideFields);
  return apart.ok ? { ...none, students: read.lines, beside: apart.lines } : apart.finding;
};

const figureAgainst = (
  listed: ManifestFigure,
  manifest: Manifest,
  files: ReadonlyMap<string, Uint8Array>,
): readonly Finding[] => {
  const figure = jsonOf(files.get(listed.figures));
  if (!isMembers(figure)) return [{ code: 'FigureUnreadable', path: listed.figures }];
  const rows = rowsOf(listed, files);
  if ('code' in rows) return [rows];
  const found: Finding[] = [...contradictions(figure, listed, manifest)];
  const many = rows.students.length + rows.switches.length;
  if (many !== listed.rows)
    found.push({ code: 'ManifestContradicts', path: listed.evidence, what: `rows ${many}, ${listed.rows}` });
  const { by } = manifest.question;
  const head = {
    report: listed.report,
    definition: listed.definition,
    ...(by === undefined ? {} : { by }),
  };
  const cells = cellsDiffering(cellsOf(figure), cellsOf(tally(head, rows))).filter(({ cell }) =>
    isSumOfRows(cell),
  );
  if (cells.length > 0) found.push({ code: 'CountsDiffer', report: listed.report, cells });
  return found;
};

/** Everything that a bundle can be held against without the log: its own sums, and the figures against their rows. */
export const checkBundle = (bytes: Uint8Array, expected?: string): Checked => {
  const bundle = sha256(bytes);
  const found: Finding[] = [];
  if (expected !== undefined && expected !== bundle)
    found.push({ code: 'OtherBundle', expected, found: bundle });
  const unpacked = unpack(bytes);
  if (!unpacked.ok) return { bundle, findings: [...found, { code: 'NotABundle' }], files: new Map() };
  const { files, exact } = unpacked;
  if (!exact) found.push({ code: 'ContainerChanged' });
  const about = files.get(manifestPath);
  if (!about) return { bundle, findings: [...found, { code: 'FileMissing', path: manifestPath }], files };
  const manifest = manifestIn(about);
  if ('wrong' in manifest)
    return { bundle, findings: [...found, { code: 'ManifestUnreadable', why: manifest.wrong }], files };
  const wrong = [...filesAgainst(manifest, files), ...sumsAgainst(files)];
  const there = manifest.figures.filter(({ figures, evidence, beside }) =>
    [figures, evidence, ...(beside === undefined ? [] : [beside])].every((path) => files.has(path)),
  );
  const unlisted = manifest.figures.flatMap(({ figures, evidence, beside }) =>
    [figures, evidence, ...(beside === undefined ? [] : [beside])]
      .filter((path) => !manifest.files.some((file) => file.path === path))
      .map((path): Finding => ({ code: 'ManifestContradicts', path, what: 'not listed' })),
  );
  return {
    bundle,
    findings: [
      ...found,
      ...wrong,
      ...unlisted,
      ...there.flatMap((listed) => figureAgainst(listed, manifest, files)),
    ],
    manifest,
    files,
  };
};
