import { definitiveSequence, type Listed } from '../../domain/delivery/events.ts';
import { type DeliveryId, deliveryStream } from '../../domain/delivery/ids.ts';
import { deliveryReadable } from '../../domain/delivery/state.ts';
import { deliverySubject } from '../../domain/delivery/subject.ts';
import type { StudentId } from '../../domain/student/ids.ts';
import { trajectoryStream } from '../../domain/trajectory/ids.ts';
import { trajectorySubject } from '../../domain/trajectory/subject.ts';
import type { Engine } from '../../engine/execute.ts';
import { derivedId } from '../../engine/ids.ts';
import type { Hashing } from '../../ports/hashing.ts';
import { type Asked, Asking } from '../asking.ts';
import type { Refusal } from '../findings.ts';
import { goesOnAs } from '../goes-on-as.ts';
import { inPages } from '../in-pages.ts';
import type { Problem } from '../problem.ts';
import { type Columns, columnsOf, doubledNames, isMonthly, namesSomebody } from './columns.ts';
import { Matching } from './matching.ts';
import { VsvFindings, type VsvReport } from './report.ts';
import { personsIn, saidByLines } from './rows.ts';
import { type Table, tableIn } from './table.ts';
import { type GivenList, type ListHeader, whichList } from './which-list.ts';

export interface VsvFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of its bytes, in hex. */
  readonly hash: string;
}

/** A list that was imported before, with the trajectories that it names. */
export interface ListKnown extends ListHeader {
  readonly delivery: DeliveryId;
  readonly trajectories: readonly StudentId[];
}

export interface LogKnown {
  readonly lists: readonly ListKnown[];
  /** Of the register's deliveries. */
  readonly brins: readonly string[];
  /** Trajectories of which a merge was ever told; absent: each has to be read. */
  readonly merged?: ReadonlySet<StudentId>;
}

export interface VsvImport {
  readonly file: VsvFile;
  readonly engine: Engine;
  readonly hashing: Hashing;
  /** Decides everything and writes nothing; the report says what would have been. */
  readonly dryRun?: boolean;
  /** What the file does not say of itself. */
  readonly given?: GivenList;
  /** What the log holds already. */
  readonly known?: LogKnown;
  readonly onProgress?: (progress: { readonly persons: number; readonly of: number }) => void;
}

export type VsvAnswer =
  | { readonly accepted: true; readonly report: VsvReport }
  | { readonly accepted: false; readonly refusal: Refusal };

const emptyLog: LogKnown = { lists: [], brins: [] };

/** How many verdicts are under way at once: their appends share commits. */
const verdictsAtOnce = 128;

/** The order in which DUO delivers the columns that are read. */
const order = {
  monthly: ['brin', 'month', 'either', 'opleidingscode', 'leerweg', 'left', 'niveau'],
  yearly: ['bsn', 'onderwijsnummer', 'brin', 'niveau', 'leerweg', 'opleidingscode', 'funded'],
} as const;

const warnAboutTable = (findings: VsvFindings, { latin1, separator }: Table, columns: Columns): void => {
  if (latin1) findings.warn('Latin1');
  if (separator !== ';') findings.warn('OtherSeparator', separator === '\t' ? 'tabs' : 'commas');
  const expected = order[isMonthly(columns) ? 'monthly' : 'yearly'];
  const places = expected.flatMap((column) => columns.get(column)?.[0] ?? []);
  if (places.some((place, index) => place < (places[index - 1] ?? 0))) findings.warn('OtherOrder');
  for (const column of ['opleidingscode', 'leerweg', 'niveau'] as const)
    if (!columns.has(column)) findings.warn('ColumnMissing', column);
};

/**
 * Reads a list of DUO about early leavers and records who is on it; of the VSV'ers by name (NenR) also the verdict of
 * each, and of whoever was named before and is no longer, that it was taken back. A list is no delivery of the
 * register: nobody is enrolled or moved by it, and whoever is not known here stays unknown.
 */
export const importVsv = async (given: VsvImport): Promise<VsvAnswer> => {
  const { file, hashing, dryRun = false, known = emptyLog } = given;
  const engine = dryRun ? given.engine.rehearsal() : given.engine;
  const refused = (code: string, text: string): VsvAnswer => ({
    accepted: false,
    refusal: { file: file.name, code, text },
  });

  const table = tableIn(file.bytes);
  if ('problem' in table) return refused(table.problem.code, table.problem.text);
  const columns = columnsOf(table.header);
  if (!namesSomebody(columns))
    return refused(
      'NoHeader',
      'The first line has no column that names a person (BURGERSERVICENUMMER, ONDERWIJSNUMMER or PERSOONSGEBONDENNUMMER); deliver the file with the header that DUO gave it.',
    );
  const doubled = doubledNames(table.header);
  if (doubled.length > 0)
    return refused(
      'ColumnTwice',
      `Columns that stand in the header twice: ${doubled.join(', ')}; leave one of each.`,
    );

  const findings = new VsvFindings();
  warnAboutTable(findings, table, columns);
  const which = whichList(file.name, given.given ?? {}, columns, saidByLines(table, columns), findings);
  if ('problem' in which) return refused(which.problem.code, which.problem.text);
  const header = which.value;
  if (known.brins.length > 0 && !known.brins.includes(header.brin))
    findings.warn('NotThisSchool', `${header.brin}, and the deliveries are of ${known.brins.join(', ')}`);

  const delivery = file.hash as DeliveryId;
  const asking = new Asking(engine, hashing, delivery, 'import:vsv');
  const persons = personsIn(table, columns, header.brin, findings);
  const listed = await new Matching(asking, hashing, header.brin, findings, known.merged).match(
    persons,
    (done) => given.onProgress?.({ persons: done, of: persons.length }),
  );
  const matched = listed.flatMap(({ trajectory }) => trajectory ?? []);
  if (listed.length > 0 && matched.length === 0) findings.warn('NobodyMatches');

  const list = {
    rows: table.rows.length,
    persons: listed.length,
    rejected: findings.rejected.length,
  };
  const recorded = await record(asking, header, list, listed);
  if (!recorded.ok) return refused(recorded.problem.code, recorded.problem.text);
  const others = known.lists.filter(
    (each) => each.brin === header.brin && each.countYear === header.countYear && each.delivery !== delivery,
  );
  for (const { kind, sequence } of others)
    if (kind === header.kind && sequence > header.sequence)
      findings.warn('NewerKnown', nameOf(kind, sequence));
  const verdicts =
    header.kind === 'NenR'
      ? await judge(asking, header, matched, others, known.merged, findings)
      : { vsv: 0, notVsv: 0, events: 0 };
  return {
    accepted: true,
    report: {
      delivery,
      header,
      rows: list.rows,
      persons: list.persons,
      matched: matched.length,
      unknownHere: listed.length - matched.length,
      verdicts: { vsv: verdicts.vsv, notVsv: verdicts.notVsv },
      events: recorded.events + verdicts.events,
      warnings: findings.warnings,
      rejected: findings.rejected,
      dryRun,
    },
  };
};

const nameOf = (kind: string, sequence: number): string =>
  `${kind} ${sequence === definitiveSequence ? 'definitive' : `number ${sequence} of the cycle`}`;

const alreadyListed: Problem = {
  code: 'AlreadyListed',
  text: 'The same file was imported before as another list; give the same kind, year, month, status and BRIN again.',
};

/** The list first, then its pages; a second run of the file adds whoever was not matched, or not on a page, before. */
const record = async (
  asking: Asking,
  header: ListHeader,
  counts: { readonly rows: number; readonly persons: number; readonly rejected: number },
  listed: readonly Listed[],
): Promise<Asked> => {
  const first = await asking.ask(
    deliverySubject,
    asking.delivery,
    { type: 'RecordVsvList', ...header, ...counts },
    asking.root,
  );
  if (!first.ok)
    return first.problem.code === 'AlreadyListed' ? { ok: false, problem: alreadyListed } : first;
  const { listed: pages } = await asking.fold(deliveryReadable, deliveryStream(asking.delivery));
  const before = [...pages.values()].flat();
  const trajectories = new Set(before.flatMap(({ trajectory }) => trajectory ?? []));
  const unknown = new Set(
    before.flatMap(({ trajectory, person }) => (trajectory === undefined ? (person ?? []) : [])),
  );
  const fresh = listed.flatMap(({ trajectory, person, ...facts }): readonly Listed[] => {
    if (trajectory === undefined)
      return person === undefined || unknown.has(person) ? [] : [{ person, ...facts }];
    if (trajectories.has(trajectory)) return [];
    // Whoever was listed as unknown is told to be the same.
    return [{ trajectory, ...(person !== undefined && unknown.has(person) ? { person } : {}), ...facts }];
  });
  const paged = await inPages(asking, pages.size, fresh, (page, named) => ({
    type: 'NameInVsvList',
    page,
    named,
  }));
  return paged.ok ? { ok: true, events: first.events + paged.events } : paged;
};

/** The verdicts of a list of VSV'ers by name, and those of earlier such lists that it takes back. */
const judge = async (
  asking: Asking,
  { countYear, sequence }: ListHeader,
  named: readonly StudentId[],
  others: readonly ListKnown[],
  merged: ReadonlySet<StudentId> | undefined,
  findings: VsvFindings,
): Promise<{ readonly vsv: number; readonly notVsv: number; readonly events: number }> => {
  const onIt = new Set(named);
  const before = new Set<StudentId>();
  for (const { kind, sequence: earlier, trajectories } of others)
    if (kind === 'NenR' && earlier <= sequence)
      for (const trajectory of trajectories) {
        const [goesOn] = await goesOnAs(asking, trajectory, merged);
        if (goesOn !== undefined && !onIt.has(goesOn)) before.add(goesOn);
      }
  const counts = { vsv: 0, notVsv: 0, events: 0 };
  const verdicts = [
    ...[...onIt].map((trajectory) => ({ trajectory, verdict: 'vsv' as const })),
    ...[...before].map((trajectory) => ({ trajectory, verdict: 'notVsv' as const })),
  ];
  for (let index = 0; index < verdicts.length; index += verdictsAtOnce)
    await Promise.all(
      verdicts.slice(index, index + verdictsAtOnce).map(async ({ trajectory, verdict }) => {
        const stream = trajectoryStream(trajectory);
        const asked = await asking.ask(
          trajectorySubject,
          trajectory,
          {
            type: 'RecordDuoVerdict',
            countYear,
            status: sequence === definitiveSequence ? 'definitive' : 'provisional',
            verdict,
            delivery: asking.delivery,
          },
          derivedId(asking.idOn(stream), verdict),
        );
        if (!asked.ok) findings.warn('NotWritten');
        else if (asked.events > 0) {
          counts[verdict] += 1;
          counts.events += asked.events;
        }
      }),
    );
  return counts;
};
