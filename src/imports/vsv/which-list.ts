import {
  definitiveSequence,
  provisionalSequence,
  type VsvListKind,
  vsvListKinds,
} from '../../domain/delivery/events.ts';
import type { Problem } from '../problem.ts';
import { type Columns, isMonthly } from './columns.ts';
import { isYearly, type VsvFindings } from './report.ts';

/** Which list a file is. */
export interface ListHeader {
  readonly kind: VsvListKind;
  readonly brin: string;
  /** School year y of the count. */
  readonly countYear: number;
  readonly sequence: number;
}

/** What was said beside the file. */
export interface GivenList {
  readonly kind?: VsvListKind;
  readonly brin?: string;
  /** School year y of the count. */
  readonly year?: number;
  /** Month reported on, yyyymm. */
  readonly month?: string;
  readonly status?: 'provisional' | 'definitive';
}

interface Named {
  readonly kind?: VsvListKind;
  readonly brin?: string;
  readonly year?: number;
  readonly month?: string;
  readonly status?: 'provisional' | 'definitive';
}

/** `202310A04I27GZ.csv`, `NRSP2023VI27GZ.csv`: DUO's names; the year of the second is the one in which the count ends. */
const named = (file: string): Named => {
  const name = file.split(/[/\\]/).at(-1) ?? '';
  const kindOf = (text: string | undefined): VsvListKind | undefined =>
    vsvListKinds.find((kind) => kind.toUpperCase() === text?.toUpperCase());
  const monthly = /^(\d{4}(?:0[1-9]|1[0-2]))(A04|A05|A14)I?(\d{2}[A-Z]{2})(?![0-9A-Z])/i.exec(name);
  const yearly = /^(NRSP|NENR)(\d{4})([VD])I?(\d{2}[A-Z]{2})(?![0-9A-Z])/i.exec(name);
  const kind = kindOf(monthly?.[2] ?? yearly?.[1]);
  const brin = (monthly?.[3] ?? yearly?.[4])?.toUpperCase();
  if (kind === undefined || brin === undefined) return {};
  return yearly
    ? {
        kind,
        brin,
        year: Number(yearly[2]) - 1,
        status: yearly[3]?.toUpperCase() === 'D' ? 'definitive' : 'provisional',
      }
    : { kind, brin, ...(monthly?.[1] === undefined ? {} : { month: monthly[1] }) };
};

type Found<T> = { readonly value: T } | { readonly problem: Problem };
const problem = (code: string, text: string): { readonly problem: Problem } => ({ problem: { code, text } });

const kindOf = (
  name: Named,
  given: GivenList,
  columns: Columns,
  findings: VsvFindings,
): Found<VsvListKind> => {
  const kind = given.kind ?? name.kind;
  if (kind === undefined)
    return problem(
      'KindUnknown',
      `Neither the file's name nor --kind says which list this is; DUO's names are like 202310A04I27GZ.csv and NRSP2023VI27GZ.csv. Give --kind ${vsvListKinds.join(', ')}.`,
    );
  if (name.kind !== undefined && name.kind !== kind)
    findings.warn('KindDiffers', `${name.kind}, read as ${kind}`);
  if (isYearly(kind) === isMonthly(columns))
    return problem(
      'HeaderOfAnotherKind',
      `The header is that of a ${isMonthly(columns) ? 'monthly list (A04, A05, A14)' : 'yearly list (NRSP, NenR)'}, and not of ${kind}; give the right --kind.`,
    );
  if (kind === 'NRSP' && columns.has('funded'))
    findings.warn('LooksLikeOther', 'IND_BEKOSTIGING stands in NenR');
  if (kind === 'NenR' && !columns.has('funded'))
    findings.warn('LooksLikeOther', 'NenR has a column IND_BEKOSTIGING, and this file has not');
  if (kind === 'A05' && columns.has('left'))
    findings.warn('LooksLikeOther', 'DATUM_UITSCHRIJVING stands in A04 and A14');
  return { value: kind };
};

interface Counted {
  readonly countYear: number;
  readonly sequence: number;
}

/** The teljaar runs from October to September; A14 goes on for three months while it runs out. */
export const countedIn = (kind: VsvListKind, month: string): Counted | undefined => {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(4))];
  if (!/^\d{6}$/.test(month) || number < 1 || number > 12) return undefined;
  if (kind === 'A14') return number < 10 ? undefined : { countYear: year - 1, sequence: number + 3 };
  return number >= 10
    ? { countYear: year, sequence: number - 9 }
    : { countYear: year - 1, sequence: number + 3 };
};

const ofMonth = (
  kind: VsvListKind,
  name: Named,
  given: GivenList,
  months: readonly string[],
  findings: VsvFindings,
): Found<Counted> => {
  const ofLines = months.at(-1);
  if (ofLines !== undefined && given.month !== undefined && ofLines !== given.month)
    return problem('MonthDiffers', `--month says ${given.month}, and the lines report on ${ofLines}.`);
  const month = ofLines ?? given.month;
  if (month === undefined)
    return problem(
      'MonthUnknown',
      'The lines do not say on which month they report (RAPPORTAGEMAAND); give --month yyyymm. The name does not tell it: DUO writes the teljaar there.',
    );
  const counted = countedIn(kind, month);
  if (!counted)
    return problem(
      'MonthOutOfCycle',
      `${month} is no month of ${kind}${kind === 'A14' ? ', which comes over October, November and December' : ''}.`,
    );
  const years = new Set(months.map((each) => countedIn(kind, each)?.countYear));
  if (years.size > 1)
    return problem(
      'SeveralYears',
      `The lines report on months of several teljaren (${months[0] ?? ''} to ${month}); deliver one file a teljaar.`,
    );
  if (months.length > 1) findings.warn('SeveralMonths', `${months[0] ?? ''} to ${month}`);
  if (name.month !== undefined && name.month !== month)
    findings.warn('MonthDiffers', `${name.month} in the name, ${month} in the lines`);
  return { value: counted };
};

const ofYear = (name: Named, given: GivenList, findings: VsvFindings): Found<Counted> => {
  const countYear = given.year ?? name.year;
  const status = given.status ?? name.status;
  if (countYear === undefined)
    return problem(
      'YearUnknown',
      "The file's name does not say of which count it is; give --year (2022 is the school year 2022-2023, which DUO calls 2023).",
    );
  if (status === undefined)
    return problem(
      'StatusUnknown',
      "The file's name does not say whether it is provisional or definitive; give --status.",
    );
  if (name.year !== undefined && name.year !== countYear)
    findings.warn('YearDiffers', `${name.year}-${name.year + 1}, read as ${countYear}-${countYear + 1}`);
  return {
    value: { countYear, sequence: status === 'definitive' ? definitiveSequence : provisionalSequence },
  };
};

/** Which list a file is, by its name, its header, its lines and what was given; refused where they do not tell. */
export const whichList = (
  file: string,
  given: GivenList,
  columns: Columns,
  lines: { readonly months: readonly string[]; readonly brins: readonly string[] },
  findings: VsvFindings,
): Found<ListHeader> => {
  const name = named(file);
  const kind = kindOf(name, given, columns, findings);
  if ('problem' in kind) return kind;
  const counted = isYearly(kind.value)
    ? ofYear(name, given, findings)
    : ofMonth(kind.value, name, given, lines.months, findings);
  if ('problem' in counted) return counted;
  const brin = given.brin ?? name.brin ?? (lines.brins.length === 1 ? lines.brins[0] : undefined);
  if (brin === undefined)
    return problem(
      'BrinUnknown',
      "Neither the file's name nor its lines say of which school it is; give --brin.",
    );
  return { value: { kind: kind.value, brin, ...counted.value } };
};
