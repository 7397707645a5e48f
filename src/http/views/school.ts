import { Query } from '@nestjs/cqrs';
import { landschapCode } from '../../domain/institution/ids.ts';
import { staffId, type StaffId } from '../../domain/staff/ids.ts';
import { optional, structural } from '../../kernel/schema.ts';
import { queryProblems } from '../answers.ts';
import { bodyOf } from '../bodies/given.ts';
import type { ViewAnswer, ViewRoute } from '../query-routes.ts';
import { textSchema } from '../schemas.ts';
import { institutionHistorySchema, institutionSchema } from '../view-schemas/institution.ts';
import { staffListSchema, staffSchema } from '../view-schemas/school.ts';
import {
  after,
  AfterQuery,
  day,
  everybodyHere,
  id,
  pathIdOf,
  type Typed,
  typed,
  type Viewing,
  viewing,
  withoutNotFound,
} from './asking.ts';

export class StaffOf extends Query<ViewAnswer> {
  constructor(
    readonly id: StaffId,
    readonly viewing: Viewing,
  ) {
    super();
  }
}

export class StaffList extends Query<ViewAnswer> {
  constructor(
    readonly typed: Typed,
    readonly viewing: Viewing,
  ) {
    super();
  }
}

export class InstitutionAsIs extends Query<ViewAnswer> {
  constructor(readonly viewing: Viewing) {
    super();
  }
}

export class InstitutionHistory extends Query<ViewAnswer> {
  constructor(readonly viewing: Viewing) {
    super();
  }
}

/** Whoever has the token is whoever it was issued to. */
export class CalendarFeed extends Query<ViewAnswer> {
  constructor(readonly token: string) {
    super();
  }
}

const StaffListQuery = bodyOf('StaffListQuery', {
  role: typed('only who has this role'),
  landschap: optional(structural(landschapCode, 'for this landschap')),
  on: day('on this day; absent: today'),
  after,
});

export const schoolRoutes: readonly ViewRoute[] = [
  {
    name: 'StaffMember',
    tag: 'Staff',
    path: 'api/staff/:id',
    says: 'Somebody on the staff: roles and absences',
    policy: everybodyHere,
    params: id,
    query: AfterQuery,
    answers: staffSchema,
    problems: queryProblems,
    ask: (params, query, actor) => new StaffOf(staffId(pathIdOf(params)), viewing(query, actor)),
  },
  {
    name: 'StaffList',
    tag: 'Staff',
    path: 'api/staff',
    says: 'Who works here on a day, by role and landschap',
    policy: everybodyHere,
    params: {},
    query: StaffListQuery,
    answers: staffListSchema,
    problems: withoutNotFound,
    ask: (_params, query, actor) => new StaffList(query, viewing(query, actor)),
  },
  {
    name: 'InstitutionAsIs',
    tag: 'Institution',
    path: 'api/institution',
    says: 'Landschappen, variants, programmes, calendars, settings, norms, Leermeter, training groups and adopted tables',
    policy: everybodyHere,
    params: {},
    query: AfterQuery,
    answers: institutionSchema,
    problems: withoutNotFound,
    ask: (_params, query, actor) => new InstitutionAsIs(viewing(query, actor)),
  },
  {
    name: 'InstitutionHistory',
    tag: 'Institution',
    path: 'api/institution/history',
    says: 'How the institution became as it is: every event, the first first',
    policy: everybodyHere,
    params: {},
    query: AfterQuery,
    answers: institutionHistorySchema,
    problems: withoutNotFound,
    ask: (_params, query, actor) => new InstitutionHistory(viewing(query, actor)),
  },
  {
    name: 'CalendarFeed',
    tag: 'Staff',
    path: 'api/calendars/:token.ics',
    says: 'Due dates of somebody’s tasks as a calendar (iCalendar), without saying what they are',
    policy: 'public',
    params: { token: { ...textSchema, description: 'as IssueCalendarToken answered it' } },
    otherForms: ['text/calendar'],
    problems: [404, 500, 503],
    ask: ({ token = '' }) => new CalendarFeed(token),
  },
];
