import { Query } from '@nestjs/cqrs';
import { lobSplits } from '../../../projections/guidance/lob.ts';
import { landschapCode } from '../../domain/institution/ids.ts';
import { choice, optional, structural } from '../../kernel/schema.ts';
import { bodyOf } from '../bodies/given.ts';
import type { PersonRole } from '../headers.ts';
import type { ViewAnswer, ViewRoute } from '../query-routes.ts';
import { caseloadSchema, continuitySchema, evidenceSchema, lobSchema } from '../view-schemas/practice.ts';
import {
  after,
  day,
  fileTypes,
  takenAway,
  type Typed,
  typed,
  type Viewing,
  viewing,
  withoutNotFound,
} from './asking.ts';

export class CaseloadOf extends Query<ViewAnswer> {
  constructor(
    readonly typed: Typed,
    readonly viewing: Viewing,
  ) {
    super();
  }
}
export class ContinuityOf extends Query<ViewAnswer> {
  constructor(
    readonly typed: Typed,
    readonly viewing: Viewing,
  ) {
    super();
  }
}
export class LobOf extends Query<ViewAnswer> {
  constructor(
    readonly typed: Typed,
    readonly viewing: Viewing,
  ) {
    super();
  }
}
export class EvidenceOf extends Query<ViewAnswer> {
  constructor(
    readonly typed: Typed,
    readonly viewing: Viewing,
  ) {
    super();
  }
}

const year = typed('2025 is the school year 2025-2026; needed');
const landschap = optional(structural(landschapCode, 'absent: all of it that is yours to see'));

const CaseloadQuery = bodyOf('CaseloadQuery', { landschap, on: day('on this day; absent: today'), after });
const ContinuityQuery = bodyOf('ContinuityQuery', { year, landschap, after });
const LobQuery = bodyOf('LobQuery', {
  year,
  by: optional(structural(choice(...lobSplits), 'absent: landschap')),
  landschap,
  after,
});
const EvidenceQuery = bodyOf('EvidenceQuery', {
  year,
  landschap: optional(structural(landschapCode, 'only switches into it')),
  'known-on': day('only what was recorded on or before this day counts; absent: today'),
  at: typed('as if the log ended at this ordinal'),
  after,
  ...takenAway,
});

/** Those who lead, each his own landschap or the school, and who watches over quality. */
const lead: readonly PersonRole[] = ['teamLeader', 'programmeManager', 'quality'];

/** What guidance comes to in practice: for inside the school only, where small cells may be seen. */
export const practiceRoutes: readonly ViewRoute[] = [
  {
    name: 'Caseload',
    tag: 'Reports',
    path: 'api/reports/caseload',
    says: 'Who is responsible for whom on a day, what waits for each coach, and who is without anybody',
    policy: ['coach', ...lead],
    params: {},
    query: CaseloadQuery,
    answers: caseloadSchema,
    problems: withoutNotFound,
    ask: (_params, query, actor) => new CaseloadOf(query, viewing(query, actor)),
  },
  {
    name: 'Continuity',
    tag: 'Reports',
    path: 'api/reports/continuity',
    says: 'How many coaches students of a school year have had since their placement, and how coaches changed',
    policy: lead,
    params: {},
    query: ContinuityQuery,
    answers: continuitySchema,
    problems: withoutNotFound,
    ask: (_params, query, actor) => new ContinuityOf(query, viewing(query, actor)),
  },
  {
    name: 'Lob',
    tag: 'Reports',
    path: 'api/reports/lob',
    says: 'LOB in practice in a school year, per landschap or per coach who was responsible',
    policy: ['coach', ...lead],
    params: {},
    query: LobQuery,
    answers: lobSchema,
    problems: withoutNotFound,
    ask: (_params, query, actor) => new LobOf(query, viewing(query, actor)),
  },
  {
    name: 'Evidence',
    tag: 'Reports',
    path: 'api/reports/evidence',
    says: 'The five pieces of evidence of every switch of a school year, and what is missing',
    policy: lead,
    params: {},
    query: EvidenceQuery,
    answers: evidenceSchema,
    otherForms: fileTypes,
    problems: [...withoutNotFound, 422],
    ask: (_params, query, actor) => new EvidenceOf(query, viewing(query, actor)),
  },
];
