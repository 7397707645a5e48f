import { Query } from '@nestjs/cqrs';
import { boardStages, placeShape } from '../../../projections/sab/board.ts';
import { sabSplits } from '../../../projections/sab/report.ts';
import { landschapCode } from '../../domain/institution/ids.ts';
import { type CaseId, caseId } from '../../domain/sab-case/ids.ts';
import { choice, optional, pattern, structural, uuidOf } from '../../kernel/schema.ts';
import { queryProblems } from '../answers.ts';
import { bodyOf } from '../bodies/given.ts';
import type { ViewAnswer, ViewRoute } from '../query-routes.ts';
import { sabBoardSchema, sabCaseSchema, sabReportSchema } from '../view-schemas/second-line.ts';
import {
  after,
  AfterQuery,
  id,
  pathIdOf,
  type Typed,
  type Viewing,
  viewing,
  withoutNotFound,
} from './asking.ts';

export class SabBoard extends Query<ViewAnswer> {
  constructor(
    readonly typed: Typed,
    readonly viewing: Viewing,
  ) {
    super();
  }
}
export class SabCaseOf extends Query<ViewAnswer> {
  constructor(
    readonly id: CaseId,
    readonly viewing: Viewing,
  ) {
    super();
  }
}
export class SabReport extends Query<ViewAnswer> {
  constructor(
    readonly typed: Typed,
    readonly viewing: Viewing,
  ) {
    super();
  }
}

const yesOrNo = choice('true', 'false');
const BoardQuery = bodyOf('SabBoardQuery', {
  stage: optional(structural(choice(...boardStages), 'absent: every case that is open')),
  mine: optional(structural(choice('true'), 'only cases that the asker works on')),
  adviser: optional(structural(uuidOf(), 'only cases that this adviser works on')),
  landschap: optional(structural(landschapCode)),
  urgent: optional(structural(yesOrNo)),
  waiting: optional(structural(choice('true'), 'only what nobody accepted or returned yet')),
  paused: optional(structural(yesOrNo)),
  overdue: optional(structural(yesOrNo)),
  from: optional(
    structural(
      pattern('place on the board', placeShape, '2026-09-01_2026-08-25_0b0f4c3e-4a53-4d0c-9a43-6f1f3c0f9a11'),
      'only cases after this place: `next` of the page before',
    ),
  ),
  limit: optional(structural(pattern('whole number 1-500', /^([1-9]|[1-9][0-9]|[1-4][0-9]{2}|500)$/, '100'))),
  after,
});
const ReportQuery = bodyOf('SabReportQuery', {
  year: structural(pattern('school year', /^20\d{2}$/, '2026'), '2026 is the school year 2026-2027'),
  by: optional(structural(choice(...sabSplits))),
  landschap: optional(structural(landschapCode, 'only referrals from there')),
  after,
});

/** What the second line looks at. Who reads what of a case: `docs/decisions/0016-who-reads-a-case.md`. */
export const sabRoutes: readonly ViewRoute[] = [
  {
    name: 'SabBoard',
    tag: 'Second line',
    path: 'api/sab-cases',
    says: 'The cases of the second line, what is due first; for those who work there',
    policy: ['adviser', 'sabCoordinator'],
    params: {},
    query: BoardQuery,
    answers: sabBoardSchema,
    problems: withoutNotFound,
    ask: (_params, query, actor) => new SabBoard(query, viewing(query, actor)),
  },
  {
    name: 'SabCase',
    tag: 'Second line',
    path: 'api/sab-cases/:id',
    says: 'A case: all of it for the second line, and for the responsible coach and the student what is theirs to read',
    policy: ['student', 'coach', 'adviser', 'sabCoordinator'],
    params: id,
    query: AfterQuery,
    answers: sabCaseSchema,
    problems: queryProblems,
    ask: (params, query, actor) => new SabCaseOf(caseId(pathIdOf(params)), viewing(query, actor)),
  },
  {
    name: 'SabReport',
    tag: 'Reports',
    path: 'api/reports/sab',
    says: 'The second line in a school year: referrals, waiting, outcomes and escalations, counted by case',
    policy: ['sabCoordinator', 'programmeManager', 'quality'],
    params: {},
    query: ReportQuery,
    answers: sabReportSchema,
    problems: withoutNotFound,
    ask: (_params, query, actor) => new SabReport(query, viewing(query, actor)),
  },
];
