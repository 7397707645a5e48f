import {
  type BridgeQuery,
  type CompareQuery,
  type EvidenceQuery,
  type FiguresQuery,
  type FiguresRefusal,
  type FiguresReport,
  isOfPath,
  type NearQuery,
  type OutcomesQuery,
  type ReconciliationQuery,
  type WhyQuery,
} from '../../../projections/figures/index.ts';
import type { LogReader } from '../figures/log-reader.ts';
import type { AnyRefusal } from '../figures/refusals.ts';
import { comparePaper } from './compare-paper.ts';
import { evidencePaper } from './evidence-paper.ts';
import { bridgePaper, nearPaper, whyPaper } from './inspection-papers.ts';
import { outcomesPaper } from './outcomes-paper.ts';
import { accountedFor, type Paper, type PaperFormat } from './paper.ts';
import { reconciliationPaper } from './reconciliation-paper.ts';
import { reportPaper, rowsPaper } from './report-paper.ts';
import { written } from './writing/written.ts';

/** For whom a paper is: outside the team, small numbers are not told. */
export const audiences = ['outside', 'team'] as const;
export type Audience = (typeof audiences)[number];

/** These name students, or set side by side what was decided apart: no paper of them leaves the team. */
export type OfTheTeam =
  | { readonly what: 'why'; readonly query: WhyQuery }
  | { readonly what: 'near'; readonly query: NearQuery }
  | { readonly what: 'bridge'; readonly query: BridgeQuery }
  | { readonly what: 'reconciliation'; readonly query: ReconciliationQuery }
  | { readonly what: 'evidence'; readonly query: EvidenceQuery }
  | { readonly what: 'compare'; readonly query: CompareQuery };

export interface PaperQuestion {
  readonly of:
    | { readonly what: 'report' | 'rows'; readonly query: FiguresQuery }
    | { readonly what: 'outcomes'; readonly query: OutcomesQuery }
    | OfTheTeam;
  readonly format: PaperFormat;
  readonly audience: Audience;
  /** Who made it, when and with what. */
  readonly madeBy: readonly { readonly label: string; readonly value: string }[];
}

export type PaperRefusal =
  | AnyRefusal
  | {
      readonly code: 'StaysInTeam';
      readonly what:
        | 'lines per student'
        | 'switches'
        | 'figures by a rule of age of one’s own'
        | 'figures by cohort, initiative or moment'
        | 'answers about single students'
        | 'figures alongside a definition'
        | 'comparisons';
    };

export type PaperAnswer =
  | { readonly answered: true; readonly bytes: Uint8Array; readonly ordinal: number }
  | { readonly answered: false; readonly refusal: PaperRefusal };

type Told =
  | { readonly answered: true; readonly paper: Paper; readonly ordinal: number }
  | { readonly answered: false; readonly refusal: PaperRefusal };

/** Wherever the answer is, everything it rests on is asked at the same ordinal. */
const at = <Query extends { readonly at?: number }>(query: Query, ordinal: number): Query => ({
  ...query,
  at: ordinal,
});

/** What may be told is decided by the rule in force: by two rules, the few whom they judge otherwise could be reckoned. */
const isByAnotherRule = async (
  reader: LogReader,
  { definition, ...query }: FiguresQuery,
  report: FiguresReport,
): Promise<boolean> => {
  if (definition === undefined) return false;
  const usual = await reader.report(at(query, report.ordinal));
  return usual.answered && usual.report.definition.id !== report.definition.id;
};

/** Who switched when, and on whose initiative, is known of few: decided of none of them. */
const ofThePath: Told = {
  answered: false,
  refusal: { code: 'StaysInTeam', what: 'figures by cohort, initiative or moment' },
};
const isByPath = ({ by }: Pick<FiguresQuery, 'by'>): boolean => by !== undefined && isOfPath(by);

const reportTold = async (reader: LogReader, query: FiguresQuery, audience: Audience): Promise<Told> => {
  const answer = await reader.report(query);
  if (!answer.answered) return answer;
  const { report } = answer;
  const { ordinal } = report;
  if (audience === 'team') return { answered: true, paper: reportPaper(report), ordinal };
  if (isByPath(query)) return ofThePath;
  if (query.alongside !== undefined)
    return { answered: false, refusal: { code: 'StaysInTeam', what: 'figures alongside a definition' } };
  if (report.report === 'switches')
    return { answered: false, refusal: { code: 'StaysInTeam', what: 'switches' } };
  if (await isByAnotherRule(reader, query, report))
    return {
      answered: false,
      refusal: { code: 'StaysInTeam', what: 'figures by a rule of age of one’s own' },
    };
  const telling = await reader.disclosure(at(query, ordinal));
  return 'code' in telling
    ? { answered: false, refusal: telling }
    : { answered: true, paper: reportPaper(report, telling), ordinal };
};

const rowsTold = async (reader: LogReader, query: FiguresQuery, audience: Audience): Promise<Told> => {
  if (audience === 'outside')
    return { answered: false, refusal: { code: 'StaysInTeam', what: 'lines per student' } };
  const answer = await reader.report(query);
  if (!answer.answered) return answer;
  const { report } = answer;
  const rows = await reader.rowsOf(at(query, report.ordinal));
  return { answered: true, paper: rowsPaper(report, rows), ordinal: report.ordinal };
};

const outcomesTold = async (reader: LogReader, query: OutcomesQuery, audience: Audience): Promise<Told> => {
  const answer = await reader.outcomes(query);
  if (!answer.answered) return answer;
  const { report } = answer;
  const { ordinal } = report;
  if (audience === 'team') return { answered: true, paper: outcomesPaper(report), ordinal };
  if (isByPath(query)) return ofThePath;
  const years = new Set(report.indicators.flatMap(({ whole }) => [query.year, ...whole.overYears.years]));
  const tellings = new Map<number, Exclude<Awaited<ReturnType<LogReader['disclosure']>>, FiguresRefusal>>();
  for (const year of years) {
    const telling = await reader.disclosure(at({ ...query, year }, ordinal));
    if ('code' in telling) return { answered: false, refusal: telling };
    tellings.set(year, telling);
  }
  const tellingOf = (year: number) => {
    const telling = tellings.get(year);
    if (!telling) throw new Error(`nothing was decided for ${year}`);
    return telling;
  };
  return { answered: true, paper: outcomesPaper(report, tellingOf), ordinal };
};

const toldAll = <Report extends { readonly ordinal: number }>(
  answer:
    | { readonly answered: true; readonly report: Report }
    | { readonly answered: false; readonly refusal: AnyRefusal },
  paperOf: (report: Report) => Paper,
): Told =>
  answer.answered
    ? { answered: true, paper: paperOf(answer.report), ordinal: answer.report.ordinal }
    : answer;

const toldInTeam = async (reader: LogReader, of: OfTheTeam): Promise<Told> => {
  switch (of.what) {
    case 'why':
      return toldAll(await reader.why(of.query), whyPaper);
    case 'near':
      return toldAll(await reader.near(of.query), nearPaper);
    case 'bridge':
      return toldAll(await reader.bridge(of.query), bridgePaper);
    case 'reconciliation':
      return toldAll(await reader.reconciliation(of.query), reconciliationPaper);
    case 'evidence':
      return toldAll(await reader.evidence(of.query), (report) => evidencePaper(report, of.query.landschap));
    case 'compare':
      return toldAll(await reader.compare(of.query), comparePaper);
  }
};

const toldTo = async (reader: LogReader, of: PaperQuestion['of'], audience: Audience): Promise<Told> => {
  switch (of.what) {
    case 'report':
      return reportTold(reader, of.query, audience);
    case 'rows':
      return rowsTold(reader, of.query, audience);
    case 'outcomes':
      return outcomesTold(reader, of.query, audience);
    default:
      if (audience === 'team') return toldInTeam(reader, of);
      return {
        answered: false,
        refusal: {
          code: 'StaysInTeam',
          what: of.what === 'compare' ? 'comparisons' : 'answers about single students',
        },
      };
  }
};

/** What the question shows, as a file, with what it is figures of. */
export const makePaper = async (
  reader: LogReader,
  { of, format, audience, madeBy }: PaperQuestion,
): Promise<PaperAnswer> => {
  const told = await toldTo(reader, of, audience);
  if (!told.answered) return told;
  return {
    answered: true,
    bytes: await written(accountedFor(told.paper, madeBy), format),
    ordinal: told.ordinal,
  };
};
