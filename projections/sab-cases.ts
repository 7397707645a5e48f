import type { CalendarDate } from '../src/kernel/calendar-date.ts';
import type { Projection, Row, Rows, ViewRows } from '../src/kernel/projection.ts';
import { schoolYearOf } from '../src/domain/institution/calendar.ts';
import type { LandschapCode } from '../src/domain/institution/ids.ts';
import type { CaseOutcome, PlannedStep, SabCaseData, WaitingFor } from '../src/domain/sab-case/events.ts';
import type { CaseId } from '../src/domain/sab-case/ids.ts';
import { type CaseStage, isOpen } from '../src/domain/sab-case/state.ts';
import type { StaffId } from '../src/domain/staff/ids.ts';
import type { StudentId } from '../src/domain/student/ids.ts';
import { type CaseEvent, caseOf, sabCaseStories, toldOf } from './sab-case-story.ts';

/** The terms stood still from this day until the day on which they ran again; without that day: they still do. */
export interface Pause {
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
  readonly waitingFor: WaitingFor;
}

/** Where a case of the second line stands, by structural facts alone: what was asked and said stays in its stream. */
export interface SabCaseShown {
  readonly case: CaseId;
  readonly student: StudentId;
  /** In which the student was placed when he was referred. */
  readonly landschap: LandschapCode;
  /** Who referred; who is responsible now is what the trajectory says. */
  readonly coach: StaffId;
  readonly adviser?: StaffId;
  readonly stage: Exclude<CaseStage, 'none'>;
  readonly urgent: boolean;
  readonly openedOn: CalendarDate;
  readonly acceptedOn?: CalendarDate;
  /** Of the first draft. */
  readonly draftedOn?: CalendarDate;
  readonly planStartedOn?: CalendarDate;
  /** Closed, returned, or found never to have been a case. */
  readonly closedOn?: CalendarDate;
  readonly outcome?: CaseOutcome;
  readonly paused?: { readonly on: CalendarDate; readonly waitingFor: WaitingFor };
  readonly pauses: readonly Pause[];
  readonly escalations: readonly Pick<SabCaseData['CaseEscalated'], 'on' | 'to'>[];
  readonly consultations: readonly Pick<SabCaseData['ConsultationHeld'], 'on' | 'with' | 'agreed'>[];
  readonly thanks: readonly Pick<SabCaseData['ThankedForReferral'], 'on' | 'from'>[];
  readonly steps: {
    readonly done: number;
    /** Still to be done in the plan that runs, the first due first; of a draft nothing is due. */
    readonly open: readonly PlannedStep[];
  };
  /** The last day on which anything happened. */
  readonly lastOn: CalendarDate;
  /** How many events its stream has. */
  readonly events: number;
}

/** A pause that nobody ended ends with the case. */
const pausesOf = (told: ReturnType<typeof toldOf>, closedOn: CalendarDate | undefined): readonly Pause[] => {
  const found: Pause[] = [];
  for (const { type, data } of told) {
    const last = found.at(-1);
    if (type === 'ClockPaused') found.push({ from: data.on, waitingFor: data.waitingFor });
    else if (type === 'ClockResumed' && last && last.to === undefined)
      found.splice(-1, 1, { ...last, to: data.on });
  }
  return found.map((pause) =>
    pause.to === undefined && closedOn !== undefined ? { ...pause, to: closedOn } : pause,
  );
};

const byDay = (one: PlannedStep, other: PlannedStep): number =>
  one.by < other.by ? -1 : one.by > other.by ? 1 : one.step - other.step;

/** Undefined for a stream that does not begin with a referral: there is no such case. */
export const sabCaseShown = (id: CaseId, events: readonly CaseEvent[]): SabCaseShown | undefined => {
  const told = toldOf(events);
  const now = caseOf(told);
  const { stage, student, landschap, coach, openedOn, acceptedOn, adviser, plan, paused, closedOn } = now;
  if (
    stage === 'none' ||
    student === undefined ||
    landschap === undefined ||
    coach === undefined ||
    openedOn === undefined
  )
    return undefined;
  const closed = told.find((event) => event.type === 'CaseClosed');
  const drafted = told.find((event) => event.type === 'StepPlanDrafted');
  const steps = [...(plan?.steps.values() ?? [])];
  return {
    case: id,
    student,
    landschap,
    coach,
    ...(adviser !== undefined && { adviser }),
    stage,
    urgent: now.urgent,
    openedOn,
    ...(acceptedOn !== undefined && { acceptedOn }),
    ...(drafted && { draftedOn: drafted.data.on }),
    ...(plan?.startedOn !== undefined && { planStartedOn: plan.startedOn }),
    ...(closedOn !== undefined && { closedOn }),
    ...(closed && { outcome: closed.data.outcome }),
    ...(paused && { paused: { on: paused.on, waitingFor: paused.waitingFor } }),
    pauses: pausesOf(told, closedOn),
    escalations: told.flatMap(({ type, data }) =>
      type === 'CaseEscalated' ? [{ on: data.on, to: data.to }] : [],
    ),
    consultations: told.flatMap(({ type, data }) =>
      type === 'ConsultationHeld' ? [{ on: data.on, with: data.with, agreed: data.agreed }] : [],
    ),
    thanks: told.flatMap(({ type, data }) =>
      type === 'ThankedForReferral' ? [{ on: data.on, from: data.from }] : [],
    ),
    steps: {
      done: steps.filter(({ doneOn }) => doneOn !== undefined).length,
      open:
        stage === 'planned'
          ? steps
              .filter(({ doneOn, replaced }) => doneOn === undefined && !replaced)
              .map(({ step, who, by }) => ({ step, who, by }))
              .sort(byDay)
          : [],
    },
    lastOn: told.reduce((last, { data: { on } }) => (on > last ? on : last), openedOn),
    events: told.length,
  };
};

const rowOf = (shown: SabCaseShown): Row => ({
  stage: shown.stage,
  schoolYear: schoolYearOf(shown.openedOn),
  case: JSON.stringify(shown),
});

/** A line per case of the second line, and who works on it. */
export const sabCases: Projection = {
  name: 'sab-cases',
  version: 2,
  stories: sabCaseStories,
  tables: [
    {
      name: 'cases',
      columns: ['stage', 'schoolYear', 'case'],
      indexes: [['stage'], ['schoolYear']],
    },
    { name: 'referred', columns: ['student'], indexes: [['student']] },
    { name: 'involved', columns: ['adviser'], indexes: [['adviser']] },
  ],
  rows: ({ key, events }): Rows => {
    const shown = sabCaseShown(key as CaseId, events);
    return {
      cases: shown ? [rowOf(shown)] : [],
      referred: shown ? [{ student: shown.student }] : [],
      involved: shown?.adviser !== undefined && isOpen(shown) ? [{ adviser: shown.adviser }] : [],
    };
  },
};

const read = (row: Row): SabCaseShown => JSON.parse(String(row['case'])) as SabCaseShown;

/** Every case that stands so. */
export const casesAtStages = (
  rows: ViewRows,
  stages: readonly SabCaseShown['stage'][],
): readonly SabCaseShown[] => stages.flatMap((stage) => rows.find('cases', { where: { stage } }).map(read));

/** Every case for which a student was referred in this school year. */
export const casesOfYear = (rows: ViewRows, schoolYear: number): readonly SabCaseShown[] =>
  rows.find('cases', { where: { schoolYear } }).map(read);

/** Every case of a student, as whoever he was referred. */
export const casesOfStudent = (rows: ViewRows, student: StudentId): readonly CaseId[] =>
  rows.find('referred', { where: { student } }).map(({ key }) => key as CaseId);

/** Who loses his adviser when this member of staff goes. */
export const advised = (rows: ViewRows, adviser: StaffId): readonly StudentId[] =>
  rows
    .find('involved', { where: { adviser } })
    .flatMap(({ key }) => rows.find('cases', { where: { key } }).map((row) => read(row).student));
