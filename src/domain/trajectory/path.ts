import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { evolveBy } from '../../kernel/decider.ts';
import type { DeliveryId } from '../delivery/ids.ts';
import type { LandschapCode, Programme } from '../institution/ids.ts';
import type { StaffId } from '../staff/ids.ts';
import type { StudentId } from '../student/ids.ts';
import type { ConversationKind, Destination, TrajectoryData, TrajectoryEvent } from './events.ts';
import type { SwitchId } from './ids.ts';
import {
  type Guidance,
  guidanceAfter,
  type GuidanceEvent,
  inAnotherProgramme,
  noGuidance,
} from './guidance.ts';
import { registerAfter, type RegisterEntry } from './register-entries.ts';
import { noSecondLine, type SecondLine, secondLineAfter, type SecondLineEvent } from './second-line.ts';

export interface Application {
  readonly on: CalendarDate;
  readonly wish: string | undefined;
  readonly scout: StaffId | undefined;
  /** Fulfilled by a placement, or overtaken by leaving; its scoutgesprek still counts. */
  readonly open: boolean;
}
export interface Scoutgesprek {
  readonly on: CalendarDate;
  readonly outcome: TrajectoryData['ScoutgesprekHeld']['outcome'];
}
export interface Placement {
  readonly on: CalendarDate;
  readonly programme: Programme;
  /** The first day of the programme that holds now. */
  readonly since: CalendarDate;
  readonly enrolledOn: CalendarDate | undefined;
}
export interface Responsible {
  readonly id: StaffId;
  readonly since: CalendarDate;
}
export interface StartProgramme {
  readonly on: CalendarDate;
  /** Its last day, extensions included. */
  readonly endsOn: CalendarDate;
  readonly variant: string;
  readonly handedIn: ReadonlyMap<string, CalendarDate>;
  readonly completed: { readonly on: CalendarDate; readonly choice: 'stay' | 'switch' | 'stop' } | undefined;
}
export interface Switch {
  readonly id: SwitchId;
  readonly to: Programme;
  readonly requestedOn: CalendarDate;
  readonly stage: 'requested' | 'offered' | 'declined' | 'switched' | 'refused' | 'withdrawn' | 'overtaken';
  /** The last place offered; stays when the switch is made. */
  readonly offer:
    { readonly on: CalendarDate; readonly from: CalendarDate; readonly coach: StaffId } | undefined;
  readonly declinedBy: readonly StaffId[];
  readonly switchedOn: CalendarDate | undefined;
  readonly landedOn: CalendarDate | undefined;
}

/** Where the student stands on the path, by the school's own account and by the register's. */
export interface Path {
  readonly openedOn: CalendarDate | undefined;
  readonly mergedInto: StudentId | undefined;
  readonly buddystage: { readonly on: CalendarDate; readonly field: string } | undefined;
  readonly applications: ReadonlyMap<LandschapCode, Application>;
  /** The latest scoutgesprek per landschap, by the day it was held. */
  readonly scoutgesprekken: ReadonlyMap<LandschapCode, Scoutgesprek>;
  /** Landschappen of which a scout ever said `place`: enough for somebody who returns. */
  readonly everWelcome: ReadonlySet<LandschapCode>;
  readonly placement: Placement | undefined;
  readonly coach: Responsible | undefined;
  /** Stay after the placement ended: of whom is asked where the student went. */
  readonly lastPlacement: Placement | undefined;
  readonly lastCoach: StaffId | undefined;
  readonly firstPlacedOn: CalendarDate | undefined;
  readonly offer: { readonly to: StaffId; readonly on: CalendarDate } | undefined;
  readonly startProgramme: StartProgramme | undefined;
  readonly switches: ReadonlyMap<SwitchId, Switch>;
  readonly openSwitch: SwitchId | undefined;
  /** Days of conversations that a switch may rest on, since the present placement was recorded. */
  readonly conversations: readonly CalendarDate[];
  readonly guidance: Guidance;
  readonly secondLine: SecondLine;
  /** Days of diplomas that no follow-on programme has built on yet. */
  readonly diplomas: readonly CalendarDate[];
  readonly left: { readonly on: CalendarDate; readonly destination: Destination } | undefined;
  readonly everLeft: boolean;
  readonly returnedOn: CalendarDate | undefined;
  readonly register: ReadonlyMap<string, RegisterEntry>;
  /** Deliveries that changed something here. */
  readonly deliveries: ReadonlySet<DeliveryId>;
}

export const startOfPath: Path = {
  openedOn: undefined,
  mergedInto: undefined,
  buddystage: undefined,
  applications: new Map(),
  scoutgesprekken: new Map(),
  everWelcome: new Set(),
  placement: undefined,
  coach: undefined,
  lastPlacement: undefined,
  lastCoach: undefined,
  firstPlacedOn: undefined,
  offer: undefined,
  startProgramme: undefined,
  switches: new Map(),
  openSwitch: undefined,
  conversations: [],
  guidance: noGuidance,
  secondLine: noSecondLine,
  diplomas: [],
  left: undefined,
  everLeft: false,
  returnedOn: undefined,
  register: new Map(),
  deliveries: new Set(),
};

const withEntry = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
  new Map(map).set(key, value);

const without = <K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> => {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
};

const placed = (now: Path, placement: Placement): Path => ({ ...now, placement, lastPlacement: placement });

const inProgramme = (now: Path, programme: Programme, since: CalendarDate): Path =>
  now.placement ? placed(now, { ...now.placement, programme, since }) : now;

const inNewProgramme = (now: Path, programme: Programme, since: CalendarDate): Path =>
  inProgramme({ ...now, guidance: inAnotherProgramme(now.guidance) }, programme, since);

const responsible = (now: Path, coach: Responsible): Path => ({
  ...now,
  coach,
  lastCoach: coach.id,
});

const inSwitch = (now: Path, id: SwitchId, change: Partial<Switch>): Path => {
  const found = now.switches.get(id);
  return found ? { ...now, switches: withEntry(now.switches, id, { ...found, ...change }) } : now;
};

const closed = (now: Path): Path => ({ ...now, openSwitch: undefined });

const overtaken = (now: Path): Path =>
  now.openSwitch === undefined ? now : closed(inSwitch(now, now.openSwitch, { stage: 'overtaken' }));

/** Nobody is placed any more: no coach, no start programme, nothing open. */
const unplaced = (now: Path): Path => ({
  ...overtaken(now),
  placement: undefined,
  coach: undefined,
  offer: undefined,
  startProgramme: undefined,
  guidance: inAnotherProgramme(now.guidance),
});

type Registered = Parameters<typeof registerAfter>[1];

const registered =
  <Type extends Registered['type']>(type: Type) =>
  (data: Extract<Registered, { readonly type: Type }>['data'], now: Path): Path => ({
    ...now,
    register: registerAfter(now.register, { type, data } as Registered),
    deliveries: new Set(now.deliveries).add(data.delivery),
  });

const guided =
  <Type extends GuidanceEvent['type']>(type: Type) =>
  (data: Extract<GuidanceEvent, { readonly type: Type }>['data'], now: Path): Path => ({
    ...now,
    guidance: guidanceAfter(now.guidance, { type, data } as GuidanceEvent),
  });

const cared =
  <Type extends SecondLineEvent['type']>(type: Type) =>
  (data: Extract<SecondLineEvent, { readonly type: Type }>['data'], now: Path): Path => ({
    ...now,
    secondLine: secondLineAfter(now.secondLine, { type, data } as SecondLineEvent),
  });

/** Of these a switch can come. */
const aboutTheChoice: readonly ConversationKind[] = ['switch', 'reflection'];

const unchanged = (_data: unknown, now: Path): Path => now;

export const walk = evolveBy<TrajectoryEvent, Path>({
  PriorEducationRecorded: unchanged,
  ExemptionRecorded: unchanged,
  TrajectoryOpened: ({ on }, now) => ({ ...now, openedOn: on }),
  InfoshopVisited: unchanged,
  MeeloopdagAttended: unchanged,
  MeeloopdagMissed: unchanged,
  BuddystageStarted: ({ on, field }, now) => ({ ...now, buddystage: { on, field } }),
  BuddystageEnded: (_, now) => ({ ...now, buddystage: undefined }),
  TrajectoryMerged: ({ into }, now) => ({ ...unplaced(now), mergedInto: into }),

  Applied: ({ on, landschap, wish }, now) => ({
    ...now,
    applications: withEntry(now.applications, landschap, { on, wish, scout: undefined, open: true }),
  }),
  ScoutAssigned: ({ landschap, scout }, now) => {
    const application = now.applications.get(landschap);
    return application
      ? { ...now, applications: withEntry(now.applications, landschap, { ...application, scout }) }
      : now;
  },
  ScoutgesprekPlanned: unchanged,
  ScoutgesprekMissed: unchanged,
  ScoutgesprekHeld: ({ on, landschap, outcome }, now) => {
    const latest = now.scoutgesprekken.get(landschap);
    return {
      ...now,
      scoutgesprekken:
        latest && latest.on > on
          ? now.scoutgesprekken
          : withEntry(now.scoutgesprekken, landschap, { on, outcome }),
      everWelcome: outcome === 'place' ? new Set(now.everWelcome).add(landschap) : now.everWelcome,
    };
  },
  ApplicationRedirected: ({ on, from, to, scout }, now) => ({
    ...now,
    applications: withEntry(without(now.applications, from), to, {
      on,
      wish: now.applications.get(from)?.wish,
      scout,
      open: true,
    }),
  }),
  ApplicationWithdrawn: ({ landschap }, now) => ({
    ...now,
    applications: without(now.applications, landschap),
  }),

  PlacedProvisionally: ({ on, programme }, now) => {
    const application = now.applications.get(programme.landschap);
    return placed(
      {
        ...now,
        applications: application
          ? withEntry(now.applications, programme.landschap, { ...application, open: false })
          : now.applications,
        firstPlacedOn: now.firstPlacedOn ?? on,
        conversations: [],
        secondLine: { ...now.secondLine, signalled: false },
      },
      { on, programme, since: on, enrolledOn: undefined },
    );
  },
  CoachAssigned: ({ on, coach }, now) => responsible(now, { id: coach, since: on }),
  EnrolledDefinitively: ({ on }, now) =>
    now.placement ? placed(now, { ...now.placement, enrolledOn: on }) : now,
  ProgrammeSpecified: ({ on, opleidingscode, niveau }, now) =>
    now.placement
      ? inProgramme(
          now,
          { ...now.placement.programme, opleidingscode, ...(niveau !== undefined && { niveau }) },
          on,
        )
      : now,
  PlacementCancelled: (_, now) => unplaced(now),
  ResponsibilityOffered: ({ on, to }, now) => ({ ...now, offer: { to, on } }),
  ResponsibilityMoved: ({ on, to }, now) => responsible({ ...now, offer: undefined }, { id: to, since: on }),
  ResponsibilityDeclined: (_, now) => ({ ...now, offer: undefined }),

  StartProgrammeStarted: ({ on, endsOn, variant }, now) => ({
    ...now,
    startProgramme: { on, endsOn, variant, handedIn: new Map(), completed: undefined },
  }),
  LwpHandedIn: ({ on, lwp }, now) =>
    now.startProgramme
      ? {
          ...now,
          startProgramme: {
            ...now.startProgramme,
            handedIn: withEntry(now.startProgramme.handedIn, lwp, on),
          },
        }
      : now,
  LwpAssessed: unchanged,
  StartProgrammeExtended: ({ endsOn }, now) =>
    now.startProgramme ? { ...now, startProgramme: { ...now.startProgramme, endsOn } } : now,
  StartProgrammeCompleted: ({ on, choice }, now) =>
    now.startProgramme
      ? { ...now, startProgramme: { ...now.startProgramme, completed: { on, choice } } }
      : now,

  SwitchRequested: ({ on, switch: id, to }, now) => ({
    ...now,
    openSwitch: id,
    switches: withEntry(now.switches, id, {
      id,
      to,
      requestedOn: on,
      stage: 'requested',
      offer: undefined,
      declinedBy: [],
      switchedOn: undefined,
      landedOn: undefined,
    }),
  }),
  PlaceOffered: ({ on, switch: id, from, coach }, now) =>
    inSwitch(now, id, { stage: 'offered', offer: { on, from, coach } }),
  PlaceRefused: ({ switch: id }, now) => closed(inSwitch(now, id, { stage: 'refused' })),
  StudentDeclined: ({ switch: id }, now) => {
    const found = now.switches.get(id);
    const declinedBy = found?.offer ? [...found.declinedBy, found.offer.coach] : [];
    return inSwitch(now, id, { stage: 'declined', declinedBy });
  },
  Switched: ({ on, switch: id, to }, now) =>
    closed(inSwitch(inNewProgramme(now, to, on), id, { stage: 'switched', switchedOn: on })),
  LandingConfirmed: ({ on, switch: id }, now) => inSwitch(now, id, { landedOn: on }),
  SwitchWithdrawn: ({ switch: id }, now) => closed(inSwitch(now, id, { stage: 'withdrawn' })),

  ConversationHeld: ({ on, kind }, now) =>
    aboutTheChoice.includes(kind)
      ? { ...now, conversations: [...now.conversations, on] }
      : kind === 'support'
        ? { ...now, secondLine: { ...now.secondLine, support: [...now.secondLine.support, on] } }
        : now,
  RaterInvited: guided('RaterInvited'),
  LeermeterRated: guided('LeermeterRated'),
  PortfolioItemAdded: guided('PortfolioItemAdded'),
  GoalAgreed: guided('GoalAgreed'),
  GoalReached: guided('GoalReached'),
  BpvStarted: guided('BpvStarted'),
  BpvEnded: guided('BpvEnded'),
  FinalPhaseEntered: guided('FinalPhaseEntered'),

  AbsenceReportRecorded: unchanged,
  BsaWarningRecorded: unchanged,
  BsaRecorded: unchanged,
  ConcernRaised: unchanged,
  SignalRaised: cared('SignalRaised'),
  ReferredToSab: cared('ReferredToSab'),
  SabReferralAccepted: unchanged,
  SabReferralReturned: cared('SabReferralReturned'),
  SabPlanAgreed: unchanged,
  SabCaseClosed: cared('SabCaseClosed'),
  LoopbaanboxSessionAttended: unchanged,
  TrainingEnrolled: cared('TrainingEnrolled'),
  TrainingAttendanceRecorded: cared('TrainingAttendanceRecorded'),
  TrainingCompleted: cared('TrainingCompleted'),
  TrainingLeft: cared('TrainingLeft'),

  DiplomaAwarded: ({ on }, now) => ({ ...now, diplomas: [...now.diplomas, on] }),
  MboVerklaringIssued: unchanged,
  FollowOnStarted: ({ on, programme }, now) => ({ ...inNewProgramme(now, programme, on), diplomas: [] }),
  Left: ({ on, destination }, now) => ({
    ...unplaced(now),
    applications: new Map(
      [...now.applications].map(([landschap, each]) => [landschap, { ...each, open: false }]),
    ),
    left: { on, destination },
    everLeft: true,
  }),
  DestinationRecorded: ({ destination }, now) =>
    now.left ? { ...now, left: { ...now.left, destination } } : now,
  Returned: ({ on }, now) => ({ ...now, left: undefined, returnedOn: on }),

  Corrected: unchanged,

  RegisterEnrolmentRecorded: registered('RegisterEnrolmentRecorded'),
  RegisterPeriodRecorded: registered('RegisterPeriodRecorded'),
  RegisterEnrolmentEnded: registered('RegisterEnrolmentEnded'),
  RegisterDiplomaRecorded: registered('RegisterDiplomaRecorded'),
  RegisterFactWithdrawn: registered('RegisterFactWithdrawn'),
  DuoVerdictRecorded: unchanged,
});
