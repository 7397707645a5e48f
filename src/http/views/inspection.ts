import { Query } from '@nestjs/cqrs';
import { indicatorIds, outcomeParts, splits } from '../../../projections/figures/index.ts';
import { bodyOf } from '../bodies/given.ts';
import type { ViewAnswer, ViewRoute } from '../query-routes.ts';
import { compareSchema } from '../view-schemas/figures.ts';
import { bridgeSchema, nearSchema, whySchema } from '../view-schemas/inspection.ts';
import { outcomeMembersSchema, outcomesSchema } from '../view-schemas/outcomes.ts';
import { reconciliationSchema } from '../view-schemas/reconciliation.ts';
import {
  after,
  day,
  fileTypes,
  id,
  leaders,
  office,
  takenAway,
  type Typed,
  typed,
  type Viewing,
  viewing,
  withoutNotFound,
} from './asking.ts';

export type Inspecting =
  'why' | 'near' | 'bridge' | 'reconciliation' | 'outcomes' | 'outcomeMembers' | 'compare';

export class InspectionOf extends Query<ViewAnswer> {
  constructor(
    readonly asked: Inspecting,
    readonly typed: Typed,
    readonly viewing: Viewing,
  ) {
    super();
  }
}

const splitsSaid = splits.join(', ');
const year = typed('2025 is the school year 2025-2026; needed');
const knownOn = day('only what was recorded on or before this day counts; absent: today');
const at = typed('as if the log ended at this ordinal');

const WhyQuery = bodyOf('WhyQuery', { year, 'known-on': knownOn, at, after, ...takenAway });
const NearQuery = bodyOf('NearQuery', { 'known-on': knownOn, at, after, ...takenAway });
const BridgeQuery = bodyOf('BridgeQuery', {
  year,
  from: day('the earlier day as known; needed'),
  to: day('the later day as known; absent: today'),
  at,
  after,
  ...takenAway,
});
const outcomes = {
  year,
  'known-on': knownOn,
  by: typed(splitsSaid),
  at,
  after,
};
const CompareQuery = bodyOf('CompareQuery', {
  report: typed('twin or vsv; absent: twin'),
  year,
  with: typed('the other school year'),
  by: typed(splitsSaid),
  value: typed('of the split that `by` names'),
  other: typed('another value of it; absent: the same, in the other year'),
  'known-on': knownOn,
  at,
  after,
  ...takenAway,
});
const OutcomesQuery = bodyOf('OutcomesQuery', { ...outcomes, ...takenAway });
const OutcomeMembersQuery = bodyOf('OutcomeMembersQuery', {
  ...outcomes,
  indicator: typed(`${indicatorIds.join(', ')}; needed`),
  part: typed(`${outcomeParts.join(', ')}; absent: population`),
  'of-year': typed('the year asked or one of the two before it, which are taken together; absent: the year'),
  value: typed('of the split that `by` names'),
});
const ReconciliationQuery = bodyOf('ReconciliationQuery', {
  year,
  list: typed('SHA-256 of the imported file to compare with; absent: the last list of the year'),
  'known-on': knownOn,
  at,
  after,
  ...takenAway,
});

const route = (asked: Inspecting): Pick<ViewRoute, 'tag' | 'policy' | 'ask'> => ({
  tag: 'Reports',
  policy: leaders,
  ask: ({ id: trajectory }, query, actor) =>
    new InspectionOf(
      asked,
      { ...query, ...(trajectory === undefined ? {} : { trajectory }) },
      viewing(query, actor),
    ),
});

export const inspectionRoutes: readonly ViewRoute[] = [
  {
    ...route('why'),
    name: 'Why',
    path: 'api/reports/why/:id',
    says: 'Of one student and every figure of a school year: the step that decided, or that left them out, and the events',
    params: id,
    query: WhyQuery,
    answers: whySchema,
    otherForms: fileTypes,
    problems: [...withoutNotFound, 404],
  },
  {
    ...route('near'),
    name: 'NearCount',
    path: 'api/reports/near',
    says: 'Who would count as VSV or as a switch on the next peildatum if nothing changed, and what would prevent it',
    params: {},
    query: NearQuery,
    answers: nearSchema,
    otherForms: fileTypes,
    problems: withoutNotFound,
  },
  {
    ...route('bridge'),
    name: 'Bridge',
    path: 'api/reports/bridge',
    says: 'The same school year as known on two days: every step between them with the events that make it',
    params: {},
    query: BridgeQuery,
    answers: bridgeSchema,
    otherForms: fileTypes,
    problems: [...withoutNotFound, 422],
  },
  {
    ...route('reconciliation'),
    name: 'Reconciliation',
    path: 'api/reports/reconciliation',
    says: 'DUO’s lists of one count year beside what the school knows: who is on them, what explains it, and what does not',
    params: {},
    query: ReconciliationQuery,
    answers: reconciliationSchema,
    otherForms: fileTypes,
    problems: [...withoutNotFound, 404],
  },
  {
    ...route('outcomes'),
    policy: office,
    name: 'Outcomes',
    path: 'api/reports/outcomes',
    says: 'The indicators of study success of a school year and of three years together, with their definitions and norms',
    params: {},
    query: OutcomesQuery,
    answers: outcomesSchema,
    otherForms: fileTypes,
    problems: [...withoutNotFound, 422],
  },
  {
    ...route('outcomeMembers'),
    name: 'OutcomeMembers',
    path: 'api/reports/outcomes/members',
    says: 'Who is in a cell of the indicators of study success, with the events that put them there',
    params: {},
    query: OutcomeMembersQuery,
    answers: outcomeMembersSchema,
    problems: [...withoutNotFound, 422],
  },
  {
    ...route('compare'),
    policy: office,
    name: 'Compare',
    path: 'api/reports/compare',
    says: 'Two school years, or two values of a split, side by side: no differences and no ranks',
    params: {},
    query: CompareQuery,
    answers: compareSchema,
    otherForms: fileTypes,
    problems: [...withoutNotFound, 422],
  },
];
