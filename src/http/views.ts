import { Query } from '@nestjs/cqrs';
import { stages } from '../../projections/dossiers.ts';
import type { ReportName } from '../../projections/figures/index.ts';
import { landschapCode } from '../domain/institution/ids.ts';
import { staffId, type StaffId } from '../domain/staff/ids.ts';
import { studentId, type StudentId } from '../domain/student/ids.ts';
import type { Actor } from '../kernel/message.ts';
import { choice, optional, pattern, structural, text, uuidOf } from '../kernel/schema.ts';
import { queryProblems } from './answers.ts';
import { bodyOf } from './bodies/given.ts';
import { pathId } from './commands.ts';
import type { PersonRole } from './headers.ts';
import { viewController, type ViewAnswer, type ViewRoute } from './query-routes.ts';
import { institutionHistorySchema, institutionSchema } from './institution-schemas.ts';
import {
  dossierSchema,
  healthSchema,
  listSchema,
  membersSchema,
  reportSchema,
  staffListSchema,
  staffSchema,
  timelineSchema,
} from './view-schemas.ts';
import { sabRoutes } from './sab-views.ts';
import { idSchema, textSchema } from './schemas.ts';

type Typed = Readonly<Record<string, string | undefined>>;
export interface Viewing {
  readonly actor: Actor;
  /** The position that the answer must have seen. */
  readonly after: bigint | undefined;
}

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
export class TrajectoryList extends Query<ViewAnswer> {
  constructor(
    readonly typed: Typed,
    readonly viewing: Viewing,
  ) {
    super();
  }
}
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
/** Whoever has the token is whoever it was issued to. */
export class CalendarFeed extends Query<ViewAnswer> {
  constructor(readonly token: string) {
    super();
  }
}
export class Health extends Query<ViewAnswer> {
  constructor(readonly of: 'live' | 'ready') {
    super();
  }
}

const after = optional(
  structural(
    pattern('position (as a command answered it)', /^[0-9]{1,18}$/, '42'),
    'the answer has seen this position, or says that it cannot',
  ),
);
const day = (says: string) => optional(structural(text(10), says));
const typed = (says: string) => optional(structural(text(80), says));
const AfterQuery = bodyOf('AfterQuery', { after });
const ListQuery = bodyOf('ListQuery', {
  stage: optional(structural(choice(...stages))),
  landschap: optional(structural(landschapCode)),
  coach: optional(structural(uuidOf())),
  from: optional(structural(uuidOf(), 'only trajectories after this one: `next` of the page before')),
  limit: optional(structural(pattern('whole number 1-500', /^([1-9]|[1-9][0-9]|[1-4][0-9]{2}|500)$/, '100'))),
  after,
});
const StaffListQuery = bodyOf('StaffListQuery', {
  role: typed('only who has this role'),
  landschap: optional(structural(landschapCode, 'for this landschap')),
  on: day('on this day; absent: today'),
  after,
});
const figures = {
  year: typed('2025 is the school year 2025-2026; needed'),
  'known-on': day('only what was recorded on or before this day counts; absent: today'),
  by: typed('landschap, domein, niveau, leerweg or crebo'),
  definition: typed('switches: D1 D2 D3 D5 D6 D7 all; vsv: the rule of age'),
  at: typed('as if the log ended at this ordinal'),
  after,
};
const ReportQuery = bodyOf('ReportQuery', {
  ...figures,
  format: optional(structural(choice('json', 'csv'), 'absent: json')),
  rows: optional(structural(choice('true', 'false'), 'a line per member of the population: NDJSON or CSV')),
});
const MembersQuery = bodyOf('MembersQuery', {
  ...figures,
  register: typed('box of the register reading'),
  evidence: typed('box of the evidence reading'),
  verdict: typed('no, open or presumed'),
  step: typed('V1 … V9'),
  beside: typed('definitive, placedOnly, gone, schoolOnly or switchBefore'),
  counted: typed('true, false, opstromer, doorstromer or uitstromer'),
  dimension: typed('of a switch'),
  moment: typed('of a switch'),
  initiative: typed('of a switch'),
  value: typed('of the split that `by` names'),
});

/** Whoever works here, but not who runs the system and not who reads sealed evidence only. */
const office: readonly PersonRole[] = [
  'infoshop',
  'scout',
  'coach',
  'adviser',
  'sabCoordinator',
  'teamLeader',
  'programmeManager',
  'quality',
];
/** Names of students behind a figure: who leads, and who watches over quality. */
const leaders: readonly PersonRole[] = ['sabCoordinator', 'teamLeader', 'programmeManager', 'quality'];
const everybodyHere: readonly PersonRole[] = [...office, 'operator'];

const viewing = (query: Typed, actor: Actor | undefined): Viewing => {
  if (!actor) throw new Error('a view that judges who asks was reached by nobody');
  return { actor, after: query['after'] === undefined ? undefined : BigInt(query['after']) };
};
const id = { id: idSchema };
const pathIdOf = ({ id: given }: Typed) => pathId(given ?? '');

const reports = (['twin', 'vsv', 'switches'] as const).flatMap((report): ViewRoute[] => {
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
      otherForms: ['text/csv', 'application/x-ndjson'],
      problems: [...queryProblems.filter((status) => status !== 404), 422],
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
      problems: [...queryProblems.filter((status) => status !== 404), 422],
      ask: (_params, query, actor) => new MembersOf(report, query, viewing(query, actor)),
    },
  ];
});

export const viewRoutes: readonly ViewRoute[] = [
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
    name: 'TrajectoryList',
    tag: 'Trajectories',
    path: 'api/trajectories',
    says: 'Trajectories by stage, landschap or coach: yours, those of your landschap, or all, as your role has it',
    policy: office.filter((role) => role !== 'adviser' && role !== 'sabCoordinator'),
    params: {},
    query: ListQuery,
    answers: listSchema,
    problems: queryProblems.filter((status) => status !== 404),
    ask: (_params, query, actor) => new TrajectoryList(query, viewing(query, actor)),
  },
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
    problems: queryProblems.filter((status) => status !== 404),
    ask: (_params, query, actor) => new StaffList(query, viewing(query, actor)),
  },
  {
    name: 'InstitutionAsIs',
    tag: 'Institution',
    path: 'api/institution',
    says: 'Landschappen, variants, programmes, calendars, settings, Leermeter, training groups and adopted tables',
    policy: everybodyHere,
    params: {},
    query: AfterQuery,
    answers: institutionSchema,
    problems: queryProblems.filter((status) => status !== 404),
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
    problems: queryProblems.filter((status) => status !== 404),
    ask: (_params, query, actor) => new InstitutionHistory(viewing(query, actor)),
  },
  ...reports,
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
  ...sabRoutes,
  ...(['live', 'ready'] as const).map((of): ViewRoute => ({
    name: of === 'live' ? 'Live' : 'Ready',
    tag: 'Health',
    path: `health/${of}`,
    says:
      of === 'live'
        ? 'Whether the process runs'
        : 'Whether requests are taken, and how far the read models are',
    policy: 'public',
    params: {},
    answers: healthSchema,
    problems: of === 'live' ? [] : [503],
    ask: () => new Health(of),
  })),
];

export const viewControllers = [viewController(viewRoutes)];
