import { Query } from '@nestjs/cqrs';
import { type ReportName, splits } from '../../../projections/figures/index.ts';
import { choice, optional, structural, text } from '../../kernel/schema.ts';
import { bodyOf } from '../bodies/given.ts';
import type { ViewAnswer, ViewRoute } from '../query-routes.ts';
import { membersSchema, reportSchema } from '../view-schemas/figures.ts';
import {
  after,
  day,
  fileTypes,
  leaders,
  office,
  takenAway,
  type Typed,
  typed,
  type Viewing,
  viewing,
  withoutNotFound,
} from './asking.ts';

export class ReportOf extends Query<ViewAnswer> {
  constructor(
    readonly report: ReportName,
    readonly typed: Typed,
    readonly viewing: Viewing,
  ) {
    super();
  }
}

export class MembersOf extends Query<ViewAnswer> {
  constructor(
    readonly report: ReportName,
    readonly typed: Typed,
    readonly viewing: Viewing,
  ) {
    super();
  }
}

const figures = {
  year: typed('2025 is the school year 2025-2026; needed'),
  'known-on': day('only what was recorded on or before this day counts; absent: today'),
  by: typed(splits.join(', ')),
  alongside: optional(
    structural(text(300), 'twin: a definition of a switch as a third reading of the same students'),
  ),
  definition: optional(
    structural(
      text(300),
      'switches: D1 D2 D3 D5 D6 D7 all, or own:NAME,… of dimensions, moments and initiatives; vsv: the rule of age',
    ),
  ),
  at: typed('as if the log ended at this ordinal'),
  after,
};
const ReportQuery = bodyOf('ReportQuery', {
  ...figures,
  ...takenAway,
  rows: optional(
    structural(
      choice('true', 'false'),
      'a line per member of the population: NDJSON, or a file for the team',
    ),
  ),
});
const MembersQuery = bodyOf('MembersQuery', {
  ...figures,
  register: typed('box of the register reading'),
  evidence: typed('box of the evidence reading'),
  verdict: typed('no, open or presumed'),
  step: typed('V1 … V9'),
  beside: typed('definitive, placedOnly, gone, schoolOnly or switchBefore'),
  counted: typed('true, false, opstromer, doorstromer or uitstromer; with alongside also out or notKnown'),
  dimension: typed('of a switch'),
  moment: typed('of a switch'),
  initiative: typed('of a switch'),
  school: typed('of D3: the vmbo school, or unknown'),
  value: typed('of the split that `by` names'),
});

export const figureRoutes = (['twin', 'vsv', 'switches'] as const).flatMap((report): ViewRoute[] => {
  const name = `${report[0]?.toUpperCase()}${report.slice(1)}`;
  return [
    {
      name: `${name}Report`,
      tag: 'Reports',
      path: `api/reports/${report}`,
      says: `The report ${report} of a school year, with definition, peildata, population and ordinal`,
      policy: office,
      params: {},
      query: ReportQuery,
      answers: reportSchema(report),
      otherForms: [...fileTypes, 'application/x-ndjson'],
      problems: [...withoutNotFound, 422],
      ask: (_params, query, actor) => new ReportOf(report, query, viewing(query, actor)),
    },
    {
      name: `${name}Members`,
      tag: 'Reports',
      path: `api/reports/${report}/members`,
      says: `Who is in a cell of the report ${report}, with the events that put them there`,
      policy: leaders,
      params: {},
      query: MembersQuery,
      answers: membersSchema,
      problems: [...withoutNotFound, 422],
      ask: (_params, query, actor) => new MembersOf(report, query, viewing(query, actor)),
    },
  ];
});
