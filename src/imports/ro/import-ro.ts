import type { DeliveryId } from '../../domain/delivery/ids.ts';
import { catalogueOf } from '../../domain/institution/catalogue.ts';
import { institutionStream } from '../../domain/institution/ids.ts';
import { institution } from '../../domain/institution/state.ts';
import type { Engine } from '../../engine/execute.ts';
import type { Hashing } from '../../ports/hashing.ts';
import type { Random } from '../../ports/random.ts';
import { Applying } from './apply.ts';
import { Asking } from '../asking.ts';
import { type GivenHeader, type HeaderRead, headerOf } from './header.ts';
import { Holders } from './holders.ts';
import { type Chunks, linesOf } from './lines.ts';
import type { Refusal } from '../findings.ts';
import { Findings, type RoReport } from './report.ts';
import { Run } from './run.ts';
import { differences } from './shapes.ts';
import { type Survey, survey } from './survey.ts';

/** A file that can be read more than once. */
export interface RoFile {
  readonly name: string;
  readonly open: () => Chunks;
  /** SHA-256 of its bytes, in hex. */
  readonly hash: string;
}

/** What the log holds already, for whoever imports into it. */
export interface Standing {
  /** BRINs of the deliveries so far. */
  readonly brins: readonly string[];
  readonly anyStudent: boolean;
}

export interface RoProgress {
  /** Persons done so far, of those whom the file names. */
  readonly persons: number;
  readonly of: number;
}

export interface RoImport {
  readonly file: RoFile;
  readonly engine: Engine;
  readonly hashing: Hashing;
  readonly random: Random;
  /** Decides everything and writes nothing; the report says what would have been. */
  readonly dryRun?: boolean;
  /** What the file does not say of itself. */
  readonly options?: GivenHeader;
  readonly standing?: Standing;
  readonly onProgress?: (progress: RoProgress) => void;
}

export type RoAnswer =
  | { readonly accepted: true; readonly report: RoReport }
  | { readonly accepted: false; readonly refusal: Refusal };

/**
 * Reads a registratieoverzicht and records what it says: the register's account, one command per person and
 * delivery. The file is read twice. The first reading finds its header and who is in it (a person's records may
 * stand apart); the second gathers each person and lets go of them at their last line, so that what is held in
 * memory does not grow with the facts.
 */
export const importRo = async (given: RoImport): Promise<RoAnswer> => {
  const { file, random, hashing, dryRun = false, options = {} } = given;
  const engine = dryRun ? given.engine.rehearsal() : given.engine;
  const refused = (code: string, text: string): RoAnswer => ({
    accepted: false,
    refusal: { file: file.name, code, text },
  });

  const seen = await survey(linesOf(file.open()));
  if (seen.counts.size === 0)
    return refused(
      'NotRo',
      'No line begins with a record of a registratieoverzicht (VLP, PER, ISG, …) and a | or ; behind it; deliver it as UTF-8 text, as DUO made it.',
    );
  const read = headerOf(seen.vlps, file.name, options, engine.today());
  if (!read.ok) return refused(read.problem.code, read.problem.text);
  const { header } = read;

  const findings = new Findings();
  warnAboutHeader(findings, read, file.name, options);
  warnAboutCounts(findings, seen);
  for (const { numbers } of seen.persons.all())
    for (const { kind } of numbers) if (kind === 'own') findings.warn('OwnNumbers');
  const { state } = await engine.fold(institution, institutionStream);
  const delivery = file.hash as DeliveryId;
  const asking = new Asking(engine, hashing, delivery, 'import:ro');
  const holders = new Holders(asking, hashing, header.brin);
  await holders.resolve(seen.persons);
  if (given.standing) warnAboutSchool(findings, given.standing, header.brin, seen);
  const run = new Run({
    asking,
    applying: new Applying(asking, holders, random),
    catalogue: catalogueOf(state),
    findings,
    header,
    progress: (persons) => given.onProgress?.({ persons, of: seen.persons.size }),
  });
  const problem = await run.through(linesOf(file.open()), seen);
  if (problem) return refused(problem.code, problem.text);
  return { accepted: true, report: { delivery, ...run.report(), header, dryRun } };
};

const warnAboutHeader = (
  findings: Findings,
  read: Extract<HeaderRead, { ok: true }>,
  name: string,
  options: GivenHeader,
): void => {
  if (read.from === 'name') findings.warn('HeaderMissing', `the file's name`);
  if (read.from === 'given') findings.warn('HeaderMissing', 'what was given with the file');
  if (read.from !== 'VLP') return;
  const named = /^RO_([0-9]{2}[A-Z]{2})_/i.exec(name.split(/[/\\]/).at(-1) ?? '')?.[1]?.toUpperCase();
  for (const other of new Set([named, options.brin]))
    if (other !== undefined && other !== read.header.brin)
      findings.warn('HeaderDiffers', `BRIN ${read.header.brin}, not ${other}`);
};

/** A delivery of another school goes in without complaint, and takes everybody out whom it does not name. */
const warnAboutSchool = (
  findings: Findings,
  { brins, anyStudent }: Standing,
  brin: string,
  { persons }: Survey,
): void => {
  for (const other of brins) if (other !== brin) findings.warn('OtherBrin', other);
  if (anyStudent && persons.size > 0 && [...persons.all()].every(({ holders }) => holders.size === 0))
    findings.warn('NobodyKnown');
};

const warnAboutCounts = (findings: Findings, { slrs, counts }: Survey): void => {
  const slr = slrs.at(-1);
  if (!slr) findings.warn('CountsMissing');
  else for (const difference of differences(slr.cells, counts)) findings.warn('CountsDiffer', difference);
};
