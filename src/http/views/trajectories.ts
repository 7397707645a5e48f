import { Query } from '@nestjs/cqrs';
import { stages } from '../../../projections/dossiers.ts';
import { landschapCode } from '../../domain/institution/ids.ts';
import { studentId, type StudentId } from '../../domain/student/ids.ts';
import { choice, optional, pattern, structural, uuidOf } from '../../kernel/schema.ts';
import { queryProblems } from '../answers.ts';
import { bodyOf } from '../bodies/given.ts';
import type { ViewAnswer, ViewRoute } from '../query-routes.ts';
import { dossierSchema, listSchema, timelineSchema } from '../view-schemas/dossier.ts';
import { leermeterSchema, portfolioSchema } from '../view-schemas/guidance.ts';
import {
  after,
  AfterQuery,
  id,
  office,
  pathIdOf,
  type Typed,
  type Viewing,
  viewing,
  withoutNotFound,
} from './asking.ts';

export class DossierOf extends Query<ViewAnswer> {
  constructor(
    readonly id: StudentId,
    readonly viewing: Viewing,
  ) {
    super();
  }
}

export class TimelineOf extends Query<ViewAnswer> {
  constructor(
    readonly id: StudentId,
    readonly viewing: Viewing,
  ) {
    super();
  }
}

export class LeermeterOf extends Query<ViewAnswer> {
  constructor(
    readonly id: StudentId,
    readonly viewing: Viewing,
  ) {
    super();
  }
}
export class PortfolioOf extends Query<ViewAnswer> {
  constructor(
    readonly id: StudentId,
    readonly viewing: Viewing,
  ) {
    super();
  }
}
export class TrajectoryList extends Query<ViewAnswer> {
  constructor(
    readonly typed: Typed,
    readonly viewing: Viewing,
  ) {
    super();
  }
}

const ListQuery = bodyOf('ListQuery', {
  stage: optional(structural(choice(...stages))),
  landschap: optional(structural(landschapCode)),
  coach: optional(structural(uuidOf())),
  from: optional(structural(uuidOf(), 'only trajectories after this one: `next` of the page before')),
  limit: optional(structural(pattern('whole number 1-500', /^([1-9]|[1-9][0-9]|[1-4][0-9]{2}|500)$/, '100'))),
  after,
});

export const trajectoryRoutes: readonly ViewRoute[] = [
  {
    name: 'Dossier',
    tag: 'Trajectories',
    path: 'api/trajectories/:id',
    says: 'Where a trajectory stands now, and who it is of to those who guide',
    policy: 'judgedInside',
    params: id,
    query: AfterQuery,
    answers: dossierSchema,
    problems: queryProblems,
    ask: (params, query, actor) => new DossierOf(studentId(pathIdOf(params)), viewing(query, actor)),
  },
  {
    name: 'Timeline',
    tag: 'Trajectories',
    path: 'api/trajectories/:id/timeline',
    says: 'The path as it was walked, a line per event',
    policy: 'judgedInside',
    params: id,
    query: AfterQuery,
    answers: timelineSchema,
    problems: queryProblems,
    ask: (params, query, actor) => new TimelineOf(studentId(pathIdOf(params)), viewing(query, actor)),
  },
  {
    name: 'Leermeter',
    tag: 'Trajectories',
    path: 'api/trajectories/:id/leermeter',
    says: 'Growth by the Leermeter: every rating, per competence, with what was remarked to those who guide',
    policy: 'judgedInside',
    params: id,
    query: AfterQuery,
    answers: leermeterSchema,
    problems: queryProblems,
    ask: (params, query, actor) => new LeermeterOf(studentId(pathIdOf(params)), viewing(query, actor)),
  },
  {
    name: 'Portfolio',
    tag: 'Trajectories',
    path: 'api/trajectories/:id/portfolio',
    says: 'What is in the portfolio, by area, with its words to those who guide',
    policy: 'judgedInside',
    params: id,
    query: AfterQuery,
    answers: portfolioSchema,
    problems: queryProblems,
    ask: (params, query, actor) => new PortfolioOf(studentId(pathIdOf(params)), viewing(query, actor)),
  },
  {
    name: 'TrajectoryList',
    tag: 'Trajectories',
    path: 'api/trajectories',
    says: 'Trajectories by stage, landschap or coach: yours, those of your landschap, or all, as your role has it',
    policy: office.filter((role) => role !== 'adviser' && role !== 'sabCoordinator'),
    params: {},
    query: ListQuery,
    answers: listSchema,
    problems: withoutNotFound,
    ask: (_params, query, actor) => new TrajectoryList(query, viewing(query, actor)),
  },
];
