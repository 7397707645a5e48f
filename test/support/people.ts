import { calendarDate, type CalendarDate } from '../../src/kernel/calendar-date.ts';
import { type Actor, type Role, uuid, type Uuid } from '../../src/kernel/message.ts';
import type { DeliveryId } from '../../src/domain/delivery/ids.ts';
import type { InstitutionEvent } from '../../src/domain/institution/events.ts';
import type {
  LandschapCode,
  Niveau,
  Opleidingscode,
  Programme,
  Training,
} from '../../src/domain/institution/ids.ts';
import { type Institution, institution } from '../../src/domain/institution/state.ts';
import type { CaseId } from '../../src/domain/sab-case/ids.ts';
import type { StaffEvent } from '../../src/domain/staff/events.ts';
import { type StaffId, staffId } from '../../src/domain/staff/ids.ts';
import { type Staff, staffReadable } from '../../src/domain/staff/state.ts';
import { type StudentId, studentId } from '../../src/domain/student/ids.ts';
import type {
  ConversationKind,
  TrajectoryData,
  TrajectoryEvent,
} from '../../src/domain/trajectory/events.ts';
import type { TrajectoryFacts } from '../../src/domain/trajectory/facts.ts';
import {
  type BpvId,
  type GoalId,
  type InvitationId,
  type PortfolioItemId,
  type SessionId,
  type SignalId,
  switchId,
} from '../../src/domain/trajectory/ids.ts';
import { trajectoryReadable } from '../../src/domain/trajectory/state.ts';

/** `d('10-01')` is a day of the school year 2025-2026. */
export const d = (monthAndDay: string): CalendarDate =>
  calendarDate(`${monthAndDay >= '08' ? 2025 : 2026}-${monthAndDay}`);

export const today = d('12-01');

const personId = (number: number): string => `a0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const staff = (number: number): StaffId => staffId(personId(number));

/** The staff of a small school. */
export const ilse = staff(1); // infoshop
export const sanne = staff(2); // scout of bouw
export const samir = staff(3); // scout of uiterlijk
export const carla = staff(4); // coach, absent in November, Dirk stands in
export const cem = staff(5); // coach
export const dirk = staff(6); // coach
export const gea = staff(7); // coach until 30 September
export const tineke = staff(8); // team leader of bouw
export const teun = staff(9); // team leader of uiterlijk
export const ada = staff(10); // adviser
export const sofie = staff(11); // coordinator of the second line
export const karin = staff(12); // coach in uiterlijk only
export const kees = staff(13); // coach in bouw only
export const nobody = staff(99);

export const mila = studentId(personId(101));
export const milaAgain = studentId(personId(102));
export const unknownStudent = studentId(personId(199));

export const bouw = 'bouw' as LandschapCode;
export const uiterlijk = 'uiterlijk' as LandschapCode;
export const nowhere = 'nowhere' as LandschapCode;

const programme = (
  landschap: LandschapCode,
  opleidingscode: string,
  niveau?: Niveau,
  leerweg: Programme['leerweg'] = 'BOL',
): Programme => ({
  opleidingscode: opleidingscode as Opleidingscode,
  ...(niveau !== undefined && { niveau }),
  leerweg,
  landschap,
});
export const code = (text: string): Opleidingscode => text as Opleidingscode;
export const timmerman = programme(bouw, '25128', 2);
export const timmermanBbl = programme(bouw, '25128', 2, 'BBL');
export const allroundTimmerman = programme(bouw, '25118', 3);
export const dossierTimmeren = programme(bouw, '23057');
export const domeinBouw = programme(bouw, '79000');
export const kapper = programme(uiterlijk, '25400', 2);
export const unknownProgramme = programme(bouw, '99999');

export const firstSwitch = switchId(personId(201));
export const secondSwitch = switchId(personId(202));

const named = (number: number): Uuid => uuid(personId(number));
export const firstCase = named(211) as CaseId;
export const secondCase = named(212) as CaseId;
export const goalToArriveOnTime = named(221) as GoalId;
export const bpvAtTheJoinery = named(231) as BpvId;
export const stool = named(241) as PortfolioItemId;
export const invitation = named(251) as InvitationId;
export const otherInvitation = named(252) as InvitationId;
export const session = named(261) as SessionId;
export const nextSession = named(262) as SessionId;
export const signal = named(271) as SignalId;

const opening: readonly InstitutionEvent[] = [
  {
    type: 'StartProgrammeVariantDefined',
    data: { variant: 'tien', version: 1, name: 'Tien weken', weeks: 10, lwps: [], emphasis: 'oriëntatie' },
  },
  {
    type: 'LandschapDefined',
    data: { landschap: bouw, name: 'Bouw', meeloopdag: true, buddystage: true, variant: 'tien' },
  },
  {
    type: 'LandschapDefined',
    data: {
      landschap: uiterlijk,
      name: 'Uiterlijke verzorging',
      meeloopdag: false,
      buddystage: false,
      variant: 'tien',
    },
  },
  {
    type: 'TrainingGroupDefined',
    data: { group: 'werk-1', training: 'workskills', name: 'Workskills, dinsdag', from: d('09-01') },
  },
  {
    type: 'TrainingGroupDefined',
    data: {
      group: 'werk-0',
      training: 'workskills',
      name: 'Workskills, vorig blok',
      from: d('09-01'),
      until: d('10-17'),
    },
  },
  {
    type: 'TrainingGroupDefined',
    data: { group: 'deur-1', training: 'leerdoor', name: 'Leerdoor', from: d('09-01') },
  },
];
const told = <Event>(event: Event) => ({ ...event, id: uuid(personId(900)), commandId: uuid(personId(901)) });
/** The school after these events too. */
export const schoolWith = (...events: readonly InstitutionEvent[]): Institution =>
  [...opening, ...events].map(told).reduce(institution.evolve, institution.initial);
export const school = schoolWith();
/** It rates two competences of its own, from 1 to 10. */
export const schoolWithItsOwnLeermeter = schoolWith({
  type: 'LeermeterDefined',
  data: {
    version: 1,
    name: 'Vakmanschap',
    least: 1,
    most: 10,
    competences: [
      { code: 'samenwerken', name: 'Samenwerken' },
      { code: 'netwerken', name: 'Netwerken' },
    ],
  },
});

const member = (...events: readonly StaffEvent[]): Staff =>
  [
    { type: 'StaffRegistered', data: { on: calendarDate('2020-08-01'), name: 'somebody' } } as const,
    ...events,
  ]
    .map(told)
    .reduce(staffReadable.evolve, staffReadable.initial);
const as = (role: Role, landschap?: LandschapCode): StaffEvent => ({
  type: 'RoleAssigned',
  data: { role, from: calendarDate('2020-08-01'), ...(landschap && { landschap }) },
});

export const staffOfTheSchool: ReadonlyMap<StaffId, Staff> = new Map([
  [ilse, member(as('infoshop'))],
  [sanne, member(as('scout', bouw))],
  [samir, member(as('scout', uiterlijk))],
  [
    carla,
    member(as('coach'), {
      type: 'StaffAbsenceRecorded',
      data: { from: d('11-01'), to: d('11-30'), deputy: dirk },
    }),
  ],
  [cem, member(as('coach'))],
  [dirk, member(as('coach'))],
  [gea, member(as('coach'), { type: 'StaffLeft', data: { on: d('09-30') } })],
  [tineke, member(as('teamLeader', bouw))],
  [teun, member(as('teamLeader', uiterlijk))],
  [ada, member(as('adviser'))],
  [sofie, member(as('sabCoordinator'))],
  [karin, member(as('coach', uiterlijk))],
  [kees, member(as('coach', bouw))],
]);

export const deliveryId = (name: string): DeliveryId => name.repeat(64).slice(0, 64) as DeliveryId;

/** What everybody at this school can look up, on 1 December 2025 unless another day is given. */
export const factsOf = (more: Partial<TrajectoryFacts> = {}): TrajectoryFacts => ({
  today,
  student: mila,
  registered: true,
  institution: school,
  staff: staffOfTheSchool,
  other: undefined,
  deliveries: new Map(),
  merged: [],
  ...more,
});

export const actor = (id: StaffId | StudentId, role: Role): Actor => ({ id, role });

export const fact = <Type extends TrajectoryEvent['type']>(
  type: Type,
  data: TrajectoryData[Type],
): TrajectoryEvent => ({ type, data }) as TrajectoryEvent;

/** The trajectory of another student who has come no further than the door. */
export const justOpened = [fact('TrajectoryOpened', { on: d('08-20') })]
  .map(told)
  .reduce(trajectoryReadable.evolve, trajectoryReadable.initial);

/** One that points on to yet another. */
export const merged = [
  fact('TrajectoryOpened', { on: d('08-20') }),
  fact('TrajectoryMerged', { on: d('08-21'), into: mila }),
]
  .map(told)
  .reduce(trajectoryReadable.evolve, trajectoryReadable.initial);

/** Stretches of a path, each told in one breath. */
export const opened = [fact('TrajectoryOpened', { on: d('08-20') })];
export const applied = [
  fact('Applied', { on: d('08-21'), landschap: bouw, wish: 'Ik wil timmeren.' }),
  fact('ScoutAssigned', { on: d('08-21'), landschap: bouw, scout: sanne }),
];
export const welcomed = [
  fact('ScoutgesprekHeld', { on: d('08-25'), landschap: bouw, outcome: 'place', reasons: 'Weet het zeker.' }),
];
export const placedIn = (
  at: Programme = timmerman,
  coach: StaffId = carla,
  on = d('09-01'),
): readonly TrajectoryEvent[] => [
  fact('PlacedProvisionally', { on, programme: at }),
  fact('CoachAssigned', { on, coach }),
];
export const placed = placedIn();
export const enrolled = [fact('EnrolledDefinitively', { on: d('09-15') })];
export const startProgramme = [
  fact('StartProgrammeStarted', {
    on: d('09-01'),
    endsOn: d('11-16'),
    variant: 'tien',
    variantVersion: 1,
    weeks: 'school',
  }),
];
export const talked = (kind: ConversationKind, on = d('10-06')): readonly TrajectoryEvent[] => [
  fact('ConversationHeld', { on, kind, faceToFace: true, present: ['student', 'coach'] }),
];
export const talkedAbout = talked('switch');
export const requested = [
  fact('SwitchRequested', {
    on: d('10-08'),
    switch: firstSwitch,
    to: kapper,
    initiative: 'student',
    motiveGiven: true,
    motive: 'Liever met mensen.',
  }),
];
export const offered = [
  fact('PlaceOffered', { on: d('10-10'), switch: firstSwitch, from: d('10-27'), coach: cem }),
];
export const switched = [
  fact('Switched', {
    on: d('10-27'),
    switch: firstSwitch,
    from: timmerman,
    to: kapper,
    dimensions: ['crebo', 'kwalificatiedossier', 'domein', 'landschap'],
    acceptedOn: d('10-13'),
  }),
  fact('ResponsibilityMoved', { on: d('10-27'), from: carla, to: cem, because: 'switch' }),
];
export const inFinalPhase = [fact('FinalPhaseEntered', { on: d('10-01') })];
export const referred = [fact('ReferredToSab', { on: d('10-09'), case: firstCase, urgent: false })];
export const signalled = [
  fact('SignalRaised', {
    on: d('10-09'),
    signal,
    rule: 'noConversation',
    ruleVersion: 1,
    events: [uuid(personId(999))],
  }),
];
export const inTraining = (
  training: Training = 'workskills',
  on = d('10-13'),
): readonly TrajectoryEvent[] => [fact('TrainingEnrolled', { on, training })];
export const left = [
  fact('Left', { on: d('11-14'), reason: '4', destination: { kind: 'unknown', confirmed: false } }),
];
export const returned = [fact('Returned', { on: d('11-20') })];

/** From the door to a placement with Carla. */
export const uptoPlaced = [opened, applied, welcomed, placed];
export const uptoRequested = [...uptoPlaced, startProgramme, talkedAbout, requested];
export const uptoSwitched = [...uptoRequested, offered, switched];
