import {
  createLedger,
  type FiguresQuery,
  type FiguresReport,
  type Ledger,
  type SwitchRow,
  type TwinRow,
} from '../../projections/figures/index.ts';
import { aSchool, day, type School, type Story, student } from './history.ts';

/** The school year 2024-2025: peildata 1 October 2024 and 2025. */
export const year = 2024;
/** Long after everything was recorded that these histories tell of. */
export const later = day('2026-02-01');

export const ledgerOf = (school: Pick<School, 'entries'>): Ledger => {
  const ledger = createLedger();
  ledger.add(school.entries());
  return ledger;
};

export const reportOn = (ledger: Ledger, query: Partial<FiguresQuery> = {}): FiguresReport => {
  const answer = ledger.report({ report: 'twin', year, knownOn: later, ...query });
  if (!answer.answered) throw new Error(JSON.stringify(answer.refusal));
  return answer.report;
};

export const rowsOn = (ledger: Ledger, query: Partial<FiguresQuery> = {}): readonly TwinRow[] =>
  [...ledger.rows({ report: 'twin', year, knownOn: later, ...query })].map((row) => row as TwinRow);

export const switchRowsOn = (
  ledger: Ledger,
  definition: string,
  query: Partial<FiguresQuery> = {},
): readonly SwitchRow[] =>
  [...ledger.rows({ report: 'switches', definition, year, knownOn: later, ...query })].map(
    (row) => row as SwitchRow,
  );

export type Tell = (story: Story, school: School) => unknown;

/** A school with one student, of whom this is told. */
export const schoolWith = (tell: Tell, adopted?: string): School => {
  const school = aSchool(adopted);
  tell(school.student(1).born({ year: 2006, part: 'later' }), school);
  return school;
};

/** The row of that student; nothing when he is not in the population. */
export const rowOf = (tell: Tell, query: Partial<FiguresQuery> = {}): TwinRow | undefined =>
  rowsOn(ledgerOf(schoolWith(tell)), query).find(({ trajectory }) => trajectory === student(1));
