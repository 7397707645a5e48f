import type { CalendarDate } from '../src/kernel/calendar-date.ts';
import type { Projection, Row, Rows, Story, ViewRows } from '../src/kernel/projection.ts';
import type { LandschapCode, Niveau, Opleidingscode, Programme } from '../src/domain/institution/ids.ts';
import type { StaffId } from '../src/domain/staff/ids.ts';
import type { StudentId } from '../src/domain/student/ids.ts';
import type { Destination, TrajectoryData } from '../src/domain/trajectory/events.ts';
import type { SwitchId } from '../src/domain/trajectory/ids.ts';
import type {
  Placement,
  Responsible,
  Scoutgesprek,
  Switch,
  Trajectory,
} from '../src/domain/trajectory/state.ts';
import { dossierGuidance, type DossierGuidance, guidanceTypes } from './dossier-guidance.ts';
import { knownOf, mergedInto, trajectoryOf, trajectoryStories } from './trajectory-story.ts';

/** Where somebody stands; the first that holds. */
export const stages = [
  'merged',
  'left',
  'enrolled',
  'placed',
  'applied',
  'orientation',
  'registerOnly',
] as const;
export type Stage = (typeof stages)[number];

/** The present state of a trajectory, by structural facts alone: who the student is and what was said stays in the streams. */
export interface Dossier extends DossierGuidance {
  readonly trajectory: StudentId;
  readonly stage: Stage;
  readonly openedOn?: CalendarDate;
  readonly placement?: Placement;
  readonly lastPlacement?: Placement;
  readonly landschap?: LandschapCode;
  readonly coach?: Responsible;
  readonly lastCoach?: StaffId;
  /** Asked to take over, or asked by a place that was offered; the responsible coach is who he was. */
  readonly askedCoach?: StaffId;
  readonly startProgramme?: {
    readonly on: CalendarDate;
    readonly endsOn: CalendarDate;
    readonly variant: string;
    readonly completed?: { readonly on: CalendarDate; readonly choice: 'stay' | 'switch' | 'stop' };
  };
  readonly applications: readonly {
    readonly landschap: LandschapCode;
    readonly on: CalendarDate;
    readonly scout?: StaffId;
    readonly open: boolean;
    readonly scoutgesprek?: Scoutgesprek;
  }[];
  readonly openSwitch?: SwitchId;
  readonly switches: readonly Switch[];
  readonly diplomas: readonly {
    readonly on: CalendarDate;
    readonly opleidingscode: Opleidingscode;
    readonly niveau?: Niveau;
  }[];
  readonly left?: { readonly on: CalendarDate; readonly destination: Destination };
  /** The last part of the present programme has begun. */
  readonly finalPhaseOn?: CalendarDate;
  readonly mergedInto?: StudentId;
  readonly mergedFrom: readonly StudentId[];
  /** How many events its stream has. */
  readonly events: number;
}

/** Why somebody or some landschap has to do with a trajectory now. */
export type Involvement =
  | { readonly kind: 'staff'; readonly who: StaffId; readonly as: 'coach' | 'askedCoach' | 'scout' }
  | {
      readonly kind: 'landschap';
      readonly who: LandschapCode;
      readonly as: 'programme' | 'application' | 'switchTo';
    };

const stageOf = (now: Trajectory): Stage => {
  if (now.mergedInto !== undefined) return 'merged';
  if (now.left) return 'left';
  if (now.placement) return now.placement.enrolledOn === undefined ? 'placed' : 'enrolled';
  if ([...now.applications.values()].some(({ open }) => open)) return 'applied';
  return now.openedOn === undefined && now.firstPlacedOn === undefined && now.register.size > 0
    ? 'registerOnly'
    : 'orientation';
};

const askedCoachOf = (now: Trajectory): StaffId | undefined => {
  const open = now.openSwitch === undefined ? undefined : now.switches.get(now.openSwitch);
  return (open?.stage === 'offered' ? open.offer?.coach : undefined) ?? now.offer?.to;
};

const programmeOf = (now: Trajectory): Programme | undefined =>
  (now.placement ?? now.lastPlacement)?.programme;

/**
 * Events that leave where somebody stands as it was; there are many of them, and folding them takes the most time.
 * What guidance has come to is counted apart.
 */
const quiet: ReadonlySet<string> = new Set<keyof TrajectoryData>([
  'PriorEducationRecorded',
  'ExemptionRecorded',
  'InfoshopVisited',
  'MeeloopdagAttended',
  'MeeloopdagMissed',
  'ScoutgesprekPlanned',
  'ScoutgesprekMissed',
  'LwpHandedIn',
  'LwpAssessed',
  'MboVerklaringIssued',
  'DuoVerdictRecorded',
  'AbsenceReportRecorded',
  'ConcernRaised',
  'SignalRaised',
  'LoopbaanboxSessionAttended',
  ...guidanceTypes,
]);

const dossierOf = (story: Story): Dossier => {
  const now = trajectoryOf(story.events.filter(({ type }) => !quiet.has(type)));
  const { openedOn, placement, lastPlacement, coach, lastCoach, startProgramme, openSwitch, left } = now;
  const askedCoach = askedCoachOf(now);
  const landschap = programmeOf(now)?.landschap;
  const { finalPhaseOn } = now.guidance;
  return {
    trajectory: story.key as StudentId,
    stage: stageOf(now),
    ...(openedOn !== undefined && { openedOn }),
    ...(placement && { placement }),
    ...(lastPlacement && { lastPlacement }),
    ...(landschap !== undefined && { landschap }),
    ...(coach && { coach }),
    ...(lastCoach !== undefined && { lastCoach }),
    ...(askedCoach !== undefined && { askedCoach }),
    ...(startProgramme && {
      startProgramme: {
        on: startProgramme.on,
        endsOn: startProgramme.endsOn,
        variant: startProgramme.variant,
        ...(startProgramme.completed && { completed: startProgramme.completed }),
      },
    }),
    applications: [...now.applications].map(([in_, { on, scout, open }]) => {
      const scoutgesprek = now.scoutgesprekken.get(in_);
      return {
        landschap: in_,
        on,
        ...(scout !== undefined && { scout }),
        open,
        ...(scoutgesprek && { scoutgesprek }),
      };
    }),
    ...(openSwitch !== undefined && { openSwitch }),
    switches: [...now.switches.values()],
    diplomas: now.history.flatMap((event) =>
      event.type === 'DiplomaAwarded'
        ? [
            {
              on: event.data.on,
              opleidingscode: event.data.opleidingscode,
              ...(event.data.niveau !== undefined && { niveau: event.data.niveau }),
            },
          ]
        : [],
    ),
    ...(left && { left }),
    ...(finalPhaseOn !== undefined && { finalPhaseOn }),
    ...dossierGuidance(knownOf(story, guidanceTypes)),
    ...(now.mergedInto !== undefined && { mergedInto: now.mergedInto }),
    mergedFrom: mergedInto(story),
    events: story.events.length,
  };
};

const involvementsOf = (dossier: Dossier): readonly Involvement[] => {
  const found: Involvement[] = [];
  const { coach, askedCoach, placement, openSwitch } = dossier;
  if (coach) found.push({ kind: 'staff', who: coach.id, as: 'coach' });
  if (askedCoach !== undefined) found.push({ kind: 'staff', who: askedCoach, as: 'askedCoach' });
  if (placement) found.push({ kind: 'landschap', who: placement.programme.landschap, as: 'programme' });
  for (const { landschap, scout, open } of dossier.applications) {
    if (!open) continue;
    if (scout !== undefined) found.push({ kind: 'staff', who: scout, as: 'scout' });
    found.push({ kind: 'landschap', who: landschap, as: 'application' });
  }
  const asked = dossier.switches.find(({ id }) => id === openSwitch);
  if (asked) found.push({ kind: 'landschap', who: asked.to.landschap, as: 'switchTo' });
  return found;
};

const rowOf = (dossier: Dossier): Row => ({
  stage: dossier.stage,
  landschap: dossier.landschap ?? null,
  coach: dossier.coach?.id ?? null,
  dossier: JSON.stringify(dossier),
});

/** A line per trajectory: where it stands now; and who has to do with it. */
export const dossiers: Projection = {
  name: 'dossiers',
  version: 2,
  stories: trajectoryStories,
  tables: [
    {
      name: 'dossiers',
      columns: ['stage', 'landschap', 'coach', 'dossier'],
      indexes: [['landschap', 'stage'], ['coach'], ['stage']],
    },
    { name: 'involved', columns: ['kind', 'who', 'as'], indexes: [['who', 'kind']] },
  ],
  rows: (story): Rows => {
    const dossier = dossierOf(story);
    return {
      dossiers: [rowOf(dossier)],
      involved: involvementsOf(dossier).map(({ kind, who, as }) => ({ kind, who, as })),
    };
  },
};

const read = (row: Row): Dossier => JSON.parse(String(row['dossier'])) as Dossier;

export const dossier = (rows: ViewRows, trajectory: StudentId): Dossier | undefined => {
  const [row] = rows.find('dossiers', { where: { key: trajectory } });
  return row && read(row);
};

/** What a list is asked by; all of it together. */
export interface DossierList {
  readonly stage?: Stage;
  readonly landschap?: LandschapCode;
  readonly coach?: StaffId;
  /** Only trajectories after this one, in order of their ids. */
  readonly after?: StudentId;
  readonly limit?: number;
}

export const dossierList = (
  rows: ViewRows,
  { stage, landschap, coach, after, limit = 100 }: DossierList,
): { readonly size: number; readonly dossiers: readonly Dossier[] } => {
  const where = {
    ...(stage !== undefined && { stage }),
    ...(landschap !== undefined && { landschap }),
    ...(coach !== undefined && { coach }),
  };
  return {
    size: rows.count('dossiers', where),
    dossiers: rows.find('dossiers', { where, limit, ...(after !== undefined && { after }) }).map(read),
  };
};

/** Who depends on a member of staff now: what has to be handed over before he can leave. */
export const dependants = (
  rows: ViewRows,
  staff: StaffId,
): readonly { readonly trajectory: StudentId; readonly as: 'coach' | 'askedCoach' | 'scout' }[] =>
  rows.find('involved', { where: { kind: 'staff', who: staff } }).map((row) => ({
    trajectory: row.key as StudentId,
    as: row['as'] as 'coach' | 'askedCoach' | 'scout',
  }));

/** Trajectories that a landschap has to do with: its students, its applicants, and who asks to switch to it. */
export const ofLandschap = (
  rows: ViewRows,
  landschap: LandschapCode,
): readonly { readonly trajectory: StudentId; readonly as: 'programme' | 'application' | 'switchTo' }[] =>
  rows.find('involved', { where: { kind: 'landschap', who: landschap } }).map((row) => ({
    trajectory: row.key as StudentId,
    as: row['as'] as 'programme' | 'application' | 'switchTo',
  }));
