import { calendarDate } from '../../../src/kernel/calendar-date.ts';
import { type Actor, type Role, uuid } from '../../../src/kernel/message.ts';
import type { SabCaseData, SabCaseEvent } from '../../../src/domain/sab-case/events.ts';
import type { SabCaseFacts } from '../../../src/domain/sab-case/facts.ts';
import { type CaseId, caseId } from '../../../src/domain/sab-case/ids.ts';
import type { StaffEvent } from '../../../src/domain/staff/events.ts';
import { type StaffId, staffId } from '../../../src/domain/staff/ids.ts';
import { type Staff, staffReadable } from '../../../src/domain/staff/state.ts';
import type { TrajectoryData, TrajectoryEvent } from '../../../src/domain/trajectory/events.ts';
import { type Trajectory, trajectoryReadable } from '../../../src/domain/trajectory/state.ts';
import {
  bouw,
  carla,
  d,
  fact as ofTrajectory,
  mila,
  staffOfTheSchool,
  today,
  uptoPlaced,
} from '../people.ts';
import { toldAs } from '../scenario.ts';

const numbered = (kind: string, number: number): string =>
  `${kind}000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const staff = (number: number): StaffId => staffId(numbered('5a', number));

/** The second line of the small school. */
export const anna = staff(1); // adviser, absent in November, Bram stands in
export const bram = staff(2); // adviser
export const fatma = staff(3); // coordinator
export const ruud = staff(4); // adviser until 30 September
export const rosa = staff(5); // adviser of the next school year

export const cases: readonly CaseId[] = [1, 2, 3, 4, 5, 6, 7, 8].map((each) => caseId(numbered('ca', each)));
export const firstCase = caseId(numbered('ca', 1));
export const secondCase = caseId(numbered('ca', 2));

const told = (event: StaffEvent) => ({
  ...event,
  id: uuid(numbered('5b', 1)),
  commandId: uuid(numbered('5b', 2)),
});
const member = (role: Role, ...events: readonly StaffEvent[]): Staff =>
  [
    { type: 'StaffRegistered', data: { on: calendarDate('2020-08-01'), name: 'somebody' } } as const,
    { type: 'RoleAssigned', data: { role, from: calendarDate('2020-08-01') } } as const,
    ...events,
  ]
    .map(told)
    .reduce(staffReadable.evolve, staffReadable.initial);

const secondLine: ReadonlyMap<StaffId, Staff> = new Map([
  [
    anna,
    member('adviser', {
      type: 'StaffAbsenceRecorded',
      data: { from: d('11-01'), to: d('11-30'), deputy: bram },
    }),
  ],
  [bram, member('adviser')],
  [fatma, member('sabCoordinator')],
  [ruud, member('adviser', { type: 'StaffLeft', data: { on: d('09-30') } })],
  [rosa, member('coach', { type: 'RoleAssigned', data: { role: 'adviser', from: d('07-01') } })],
]);

export const staffWithSecondLine: ReadonlyMap<StaffId, Staff> = new Map([...staffOfTheSchool, ...secondLine]);

export type Path = readonly (TrajectoryEvent | readonly TrajectoryEvent[])[];
export const trajectoryAfter = (...happened: Path): Trajectory =>
  toldAs<TrajectoryEvent>(happened).reduce<Trajectory>(trajectoryReadable.evolve, trajectoryReadable.initial);

export const talkedWith = (kind: TrajectoryData['ConversationHeld']['kind']): TrajectoryEvent =>
  ofTrajectory('ConversationHeld', {
    on: d('10-01'),
    kind,
    faceToFace: true,
    present: ['student', 'coach'],
  });
export const supported = talkedWith('support');

const placedAndSupported = trajectoryAfter(...uptoPlaced, supported);

/** Mila is placed in bouw; Carla is her coach and has talked with her about support. */
export const caseFacts = (more: Partial<SabCaseFacts> = {}): SabCaseFacts => ({
  today,
  case: firstCase,
  student: mila,
  trajectory: placedAndSupported,
  staff: staffWithSecondLine,
  ...more,
});

export const asAdviser = (id: StaffId): Actor => ({ id, role: 'adviser' });
export const asCoordinator = (id: StaffId): Actor => ({ id, role: 'sabCoordinator' });

export const fact = <Type extends SabCaseEvent['type']>(type: Type, data: SabCaseData[Type]): SabCaseEvent =>
  ({ type, data }) as SabCaseEvent;

/** Stretches of a case: Carla asks, Anna takes it on, a plan is drafted, talked over and started. */
export const opening: SabCaseData['CaseOpened'] = {
  on: d('10-06'),
  student: mila,
  coach: carla,
  landschap: bouw,
  urgent: false,
  question: 'Ze komt niet meer.',
  tried: 'Gebeld en thuis geweest.',
};
export const caseOpened = fact('CaseOpened', opening);
export const accepted = fact('ReferralAccepted', { on: d('10-08'), adviser: anna });
export const drafted = fact('StepPlanDrafted', {
  on: d('10-10'),
  version: 1,
  steps: [
    { step: 1, who: 'student', by: d('10-24') },
    { step: 2, who: 'coach', by: d('10-31') },
    { step: 3, who: 'adviser', by: d('11-14') },
  ],
  whats: ['Elke ochtend komen.', 'Iedere week bellen.', 'Met de huisarts overleggen.'],
});
export const consultation = (
  whom: SabCaseData['ConsultationHeld']['with'],
  more: Partial<SabCaseData['ConsultationHeld']> = {},
): SabCaseEvent =>
  fact('ConsultationHeld', { on: d('10-13'), with: whom, agreed: true, under16: false, ...more });
export const agreed = [consultation('student'), consultation('coach')];
export const started = fact('StepPlanStarted', { on: d('10-14'), version: 1 });
export const closed = fact('CaseClosed', { on: d('11-20'), outcome: 'goesOn', feedback: 'Ze is er weer.' });
export const returned = fact('ReferralReturned', { on: d('10-08'), why: 'Dit kan de coach zelf.' });

export const uptoAccepted = [caseOpened, accepted];
export const uptoDrafted = [...uptoAccepted, drafted];
export const uptoStarted = [...uptoDrafted, ...agreed, started];
