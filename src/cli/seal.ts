import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  definitionIds,
  isDefinition,
  type ReportName,
  reportNames,
  splits,
} from '../../projections/figures/index.ts';
import { figuresQueryOf, isReport } from '../app/figures/query.ts';
import type { Sealed } from '../app/sealing/seal.ts';
import type { SealQuestion } from '../app/sealing/make.ts';
import { systemClock, type Writing } from '../app/wiring.ts';
import type { ReportData } from '../domain/report/events.ts';
import type { ReportId } from '../domain/report/ids.ts';
import { reportSubject } from '../domain/report/subject.ts';
import { canonical } from '../engine/canonical.ts';
import { derivedId } from '../engine/ids.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { amsterdamDate } from '../kernel/instant.ts';
import { uuid } from '../kernel/message.ts';
import { placeFor } from './out-file.ts';
import { askedRight, refusalText } from './refusal-text.ts';
import { asFault, BadUsage, type Io, parsed } from './usage.ts';

export const sealUsage = `wissel seal --year YEAR --out FILE [--known-on DATE] [--at ORDINAL] [--report NAME,…] [--definition ID]… [--by SPLIT] [--why TEXT] [--json]

  Puts the figures of a school year with their evidence into one file (a ZIP) that does not change, and records that
  it did. The same question at the same ordinal gives the same bytes, and is recorded once.
  --year YEAR        2025 is the school year 2025-2026 (peildata 1 October 2025 and 2026)
  --out FILE         where the bundle goes; a file that is there already and is another one stays as it is
  --known-on DATE    only what was recorded on or before this day counts (default: today)
  --at ORDINAL       as if the log ended at this event (default: the last one that is not itself a seal)
  --report NAME,…    ${reportNames.join(', ')} (default: all)
  --definition ID    switches: ${definitionIds.switches.join(' ')} or own:NAME,…; vsv: the rule of age; once for each report
  --by SPLIT         ${splits.join(', ')}
  --why TEXT         for whom or what; stays in the log and is not in the bundle
  --json             the answer as one object
`;

/** Namespace of the ids under which seals are recorded. */
const seals = uuid('c1a7b7c4-9d2f-5f43-8d7e-4f0f5f4d2a61');

export interface SealingTools {
  readonly writing: () => Promise<Writing>;
  /** Makes a bundle where the log is read for figures. */
  readonly seal: (question: SealQuestion) => Promise<Sealed>;
}

const reportsOf = (text: string | undefined): readonly ReportName[] => {
  if (text === undefined) return reportNames;
  const names = text.split(',');
  const found = names.filter(isReport);
  if (found.length < names.length || new Set(names).size < names.length)
    throw new BadUsage(`--report: give each of ${reportNames.join(', ')} at most once, with commas between`);
  return found;
};

const definitionsOf = (
  given: readonly string[],
  reports: readonly ReportName[],
): SealQuestion['definitions'] => {
  const chosen: Partial<Record<ReportName, string>> = {};
  for (const id of given) {
    const report = reports.find((name) => isDefinition(name, id));
    if (report === undefined) {
      const known = reports.flatMap((name) => definitionIds[name]);
      throw new BadUsage(`--definition: ${id} is none of these reports’; give one of ${known.join(', ')}`);
    }
    if (chosen[report] !== undefined) throw new BadUsage(`--definition: ${report} has two; give it one`);
    chosen[report] = id;
  }
  return chosen;
};

const longestWhy = 2_000;

const whyOf = (text: string | undefined): { readonly why?: string } => {
  if (text === undefined) return {};
  if (text.trim() === '' || text.length > longestWhy || !text.isWellFormed() || text.includes('\0'))
    throw new BadUsage(`--why: give a text of at most ${longestWhy} characters`);
  return { why: text };
};

const there = (path: string): Uint8Array | undefined => {
  try {
    return readFileSync(path);
  } catch (error) {
    if (asFault(error).code === 'ENOENT') return undefined;
    throw new BadUsage(`--out: ${basename(path)} is there and cannot be read`);
  }
};

/** What came of recording it; nothing when the log would not have it. */
type Recorded = { readonly isNew: boolean } | { readonly refused: string };

const recorded = async (
  engine: Writing['engine'],
  id: ReportId,
  sealed: ReportData['ReportSealed'],
): Promise<Recorded> => {
  const answer = await engine.execute(
    reportSubject,
    id,
    { type: 'SealReport', sealed },
    {
      commandId: derivedId(seals, canonical({ id, sealed })),
      actor: { id: 'seal', role: 'operator' },
      source: 'cli',
    },
  );
  if (answer.outcome === 'done') return { isNew: answer.events.length > 0 && !answer.repeated };
  return {
    refused:
      answer.outcome === 'refused'
        ? `${refusalWords[answer.refusal.code].en} (${answer.refusal.code})`
        : 'Somebody else was writing at the same time; seal again. (Busy)',
  };
};

/** The whole file or none, and never over another one. */
const putInPlace = async (
  path: string,
  bytes: Uint8Array,
  record: () => Promise<Recorded>,
): Promise<Recorded> => {
  if (there(path) !== undefined) return record();
  const beside = join(dirname(path), `.${basename(path)}.sealing`);
  try {
    writeFileSync(beside, bytes, { mode: 0o600, flush: true });
    const answer = await record();
    if ('isNew' in answer) renameSync(beside, path);
    return answer;
  } finally {
    rmSync(beside, { force: true });
  }
};

export const sealCommand = async (
  argv: readonly string[],
  { writing, seal }: SealingTools,
  io: Io,
): Promise<number> => {
  const text = { type: 'string' } as const;
  const { values } = parsed(argv, {
    year: text,
    out: text,
    'known-on': text,
    at: text,
    report: text,
    definition: { type: 'string', multiple: true },
    by: text,
    why: text,
    json: { type: 'boolean' },
  });
  const { report: named, definition = [], out, why, json, ...typed } = values;
  const path = placeFor(out, io.cwd, 'the bundle');
  const reports = reportsOf(named);
  const definitions = definitionsOf(definition, reports);
  const given = whyOf(why);
  const query = askedRight(figuresQueryOf('twin', typed, amsterdamDate(systemClock.now())));
  const { year, knownOn, at, by } = query;

  const answer = await seal({
    year,
    knownOn,
    reports,
    definitions,
    ...(at === undefined ? {} : { at }),
    ...(by === undefined ? {} : { by }),
  });
  if (!answer.made) throw new BadUsage(refusalText(answer.refusal));
  const { id, bytes, sealed } = answer;
  const before = there(path);
  if (before && Buffer.compare(before, bytes) !== 0)
    throw new BadUsage(`--out: ${out ?? ''} is there already and is another file; name a new one`);
  const { engine } = await writing();
  const came = await putInPlace(path, bytes, () => recorded(engine, id, { ...sealed, ...given }));
  if ('refused' in came) {
    io.err(`${came.refused}\n`);
    return 1;
  }
  const { isNew } = came;
  const { bundle, ordinal, chain, figures } = sealed;
  await io.out(
    json
      ? `${JSON.stringify({ report: id, bundle, bytes: bytes.length, schoolYear: year, knownOn, ordinal, chain, figures, recorded: isNew })}\n`
      : [
          `${out ?? ''}: ${figures.map(({ report, definition: by }) => `${report} (${by})`).join(', ')}, schooljaar ${year}-${year + 1}`,
          `  zoals bekend op ${knownOn}, bij gebeurtenis ${ordinal}, keten ${chain}`,
          `  SHA-256 ${bundle} (${bytes.length} bytes)`,
          `  ${isNew ? 'vastgelegd in het logboek' : 'was al zo vastgelegd'} als report-${id}`,
          '',
        ].join('\n'),
  );
  return 0;
};
