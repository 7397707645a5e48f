import type { HappeningsOf } from '../../kernel/message.ts';
import {
  choice,
  type DataByType,
  type DataOf,
  date,
  event,
  freeText,
  group,
  list,
  optional,
  pattern,
  structural,
  text,
  uuidOf,
  valuesOfAnEvent,
  wholeNumber,
  yesNo,
} from '../../kernel/schema.ts';
import { deliveryShape, type DeliveryId } from '../delivery/ids.ts';
import { brin, landschapCode, leerweg, niveau, opleidingscode, programme } from '../institution/ids.ts';
import type { StaffId } from '../staff/ids.ts';
import type { StudentId } from '../student/ids.ts';
import { guidanceEvents } from './events/guidance.ts';
import { secondLineEvents } from './events/second-line.ts';
import type { SwitchId } from './ids.ts';

export {
  type ConversationKind,
  conversationKinds,
  type PortfolioArea,
  portfolioAreas,
  type Rater,
  raters,
  scoreFields,
} from './events/guidance.ts';
export {
  type AbsenceKind,
  absenceKinds,
  type Attendance,
  attendances,
  type SignalRule,
  signalRules,
} from './events/second-line.ts';

const staff = uuidOf<StaffId>();
const student = uuidOf<StudentId>();
const switching = uuidOf<SwitchId>();
const delivery = pattern<DeliveryId>('id of a delivery (64 hex)', deliveryShape, 'e3b0…');
const on = structural(date, 'when it was true');
const inLandschap = structural(landschapCode);
const theSwitch = structural(switching, 'the switch it belongs to');

/** Kinds of prior education that a scout asks for. */
export const priorEducationKinds = [
  'pro',
  'vso',
  'vmbo-b',
  'vmbo-k',
  'vmbo-g',
  'vmbo-t',
  'havo',
  'vwo',
  'mbo-1',
  'mbo-2',
  'mbo-3',
  'mbo-4',
  'other',
] as const;

export const destinationKinds = [
  'vo',
  'vavo',
  'mbo',
  'hbo',
  'wo',
  'pro',
  'vso',
  'schoolAbroad',
  'otherSchool',
  'work',
  'emigrated',
  'care',
  'unknown',
  'deceased',
] as const;

export const destinationFields = {
  kind: structural(choice(...destinationKinds), 'work with bbl is kind mbo'),
  brin: optional(structural(brin, 'of the other school')),
  from: optional(structural(date, 'enrolled, working or gone from this day')),
  outOfBrp: optional(structural(yesNo, 'out of the population register')),
  paid: optional(structural(yesNo, 'of work: a paid job')),
  confirmed: structural(yesNo),
  confirmedBy: optional(structural(text(200), 'who or what confirmed it, not a person’s name')),
};
const destination = group('destination', destinationFields);
export type Destination = DataOf<typeof destinationFields>;

/** What of a programme changed by a switch (DOMAIN.md §3.5 of the specification). */
export const dimensions = [
  'crebo',
  'kwalificatiedossier',
  'domein',
  'niveauUp',
  'niveauDown',
  'leerweg',
  'landschap',
] as const;
export type Dimension = (typeof dimensions)[number];

/** Who took the initiative to a switch. */
export const initiatives = ['student', 'coach', 'sab', 'bsa', 'fixus'] as const;
export type Initiative = (typeof initiatives)[number];

/** The four outcomes of a scoutgesprek; only `place` opens the way to a placement. */
export const scoutgesprekOutcomes = ['place', 'orientFurther', 'otherLandschap', 'notYet'] as const;

/** The names are the storage format: an event is never renamed, a new shape is a new version. */
export const trajectoryEvents = {
  PriorEducationRecorded: event({
    by: ['RecordPriorEducation'],
    says: 'What the student did before, and whether with a diploma.',
    fields: {
      on: structural(date, 'the last day of it, or the day of the diploma'),
      kind: structural(choice(...priorEducationKinds)),
      diploma: structural(choice('yes', 'no', 'unknown')),
      school: optional(structural(text(200), 'name or BRIN of the school')),
      source: structural(text(200), 'where the fact comes from'),
    },
  }),
  ExemptionRecorded: event({
    by: ['RecordExemption'],
    says: 'The student is exempt from compulsory education (leerplichtvrijstelling).',
    fields: {
      on,
      kind: structural(choice('leerplicht', 'other'), 'only leerplicht decides VSV step V3'),
      from: structural(date),
      to: optional(structural(date, 'last day; absent: until further notice')),
      confirmed: structural(yesNo),
    },
  }),
  TrajectoryOpened: event({
    by: ['OpenTrajectory'],
    says: 'The first contact.',
    fields: { on },
  }),
  InfoshopVisited: event({
    by: ['RecordInfoshopVisit'],
    says: 'A visit to the infoshop.',
    fields: { on, about: freeText(text()), conversation: structural(yesNo) },
  }),
  MeeloopdagAttended: event({
    by: ['RecordMeeloopdag'],
    says: 'Spent a day along with students of a landschap.',
    fields: { on, landschap: inLandschap },
  }),
  MeeloopdagMissed: event({
    by: ['RecordMeeloopdag'],
    says: 'Was expected for a meeloopdag and did not come.',
    fields: { on, landschap: inLandschap },
  }),
  BuddystageStarted: event({
    by: ['StartBuddystage'],
    says: 'Began to explore a field of work beside a buddy.',
    fields: { on, field: structural(text(200), 'the field of work') },
  }),
  BuddystageEnded: event({
    by: ['EndBuddystage'],
    says: 'The buddystage is over.',
    fields: { on },
  }),
  TrajectoryMerged: event({
    by: ['MergeInto'],
    says: 'A duplicate: the path goes on under another id.',
    fields: { on, into: structural(student, 'the trajectory that goes on') },
  }),

  Applied: event({
    by: ['Apply'],
    says: 'Applied to a landschap.',
    fields: { on, landschap: inLandschap, wish: freeText(text()) },
  }),
  ScoutAssigned: event({
    by: ['Apply'],
    says: 'A scout of the landschap receives the applicant.',
    fields: { on, landschap: inLandschap, scout: structural(staff) },
  }),
  ScoutgesprekPlanned: event({
    by: ['PlanScoutgesprek'],
    says: 'A scoutgesprek has a date.',
    fields: { on, landschap: inLandschap, plannedFor: structural(date, 'may lie ahead') },
  }),
  ScoutgesprekMissed: event({
    by: ['RecordScoutgesprekNoShow'],
    says: 'The applicant did not come; a no-show is not a failure.',
    fields: { on, landschap: inLandschap },
  }),
  ScoutgesprekHeld: event({
    by: ['RecordScoutgesprek'],
    says: 'The scoutgesprek was held, with this outcome.',
    fields: {
      on,
      landschap: inLandschap,
      outcome: structural(choice(...scoutgesprekOutcomes)),
      reasons: freeText(text()),
      promised: optional(freeText(text(), 'what was promised')),
    },
  }),
  ApplicationRedirected: event({
    by: ['RedirectApplication'],
    says: 'The application goes on in another landschap, with a scout of it.',
    fields: {
      on,
      from: structural(landschapCode),
      to: structural(landschapCode),
      scout: structural(staff),
    },
  }),
  ApplicationWithdrawn: event({
    by: ['WithdrawApplication'],
    says: 'The application was withdrawn.',
    fields: { on, landschap: inLandschap, reason: optional(freeText(text())) },
  }),

  PlacedProvisionally: event({
    by: ['Place'],
    says: 'Placed in a programme; not yet enrolled.',
    fields: { on, programme: structural(programme) },
  }),
  CoachAssigned: event({
    by: ['Place'],
    says: 'This coach is responsible from now on.',
    fields: { on, coach: structural(staff) },
  }),
  EnrolledDefinitively: event({
    by: ['EnrolDefinitively'],
    says: 'Definitively enrolled, from this day.',
    fields: { on },
  }),
  ProgrammeSpecified: event({
    by: ['SpecifyProgramme'],
    says: 'From a domein or dossier to a dossier or kwalificatie inside it; no switch.',
    fields: {
      on: structural(date, 'the first day under the new code'),
      opleidingscode: structural(opleidingscode, 'the new code; leerweg and landschap stay'),
      niveau: optional(structural(niveau, 'the niveau it rested on')),
    },
  }),
  PlacementCancelled: event({
    by: ['CancelPlacement'],
    says: 'The placement is off, before definitive enrolment.',
    fields: { on, reason: optional(freeText(text())) },
  }),
  ResponsibilityOffered: event({
    by: ['OfferResponsibility'],
    says: 'Another coach was asked to take over; nobody has moved.',
    fields: { on, to: structural(staff) },
  }),
  ResponsibilityMoved: event({
    by: ['AcceptResponsibility', 'AcceptStudent'],
    says: 'The responsibility went from one coach to the next.',
    fields: {
      on,
      from: structural(staff),
      to: structural(staff),
      because: structural(choice('handover', 'switch')),
    },
  }),
  ResponsibilityDeclined: event({
    by: ['DeclineResponsibility'],
    says: 'The asked coach does not take over.',
    fields: { on, by: structural(staff), reason: freeText(text()) },
  }),

  StartProgrammeStarted: event({
    by: ['StartStartProgramme'],
    says: 'The ten-week start programme runs.',
    fields: {
      on,
      endsOn: structural(date, 'its last day, by the calendar known then'),
      variant: structural(text(80), 'code of the variant of the landschap'),
      variantVersion: structural(wholeNumber(1, 9_999)),
      weeks: structural(choice('school', 'calendar'), 'how the weeks were counted'),
    },
  }),
  LwpHandedIn: event({
    by: ['HandInLwp'],
    says: 'A leerwerkprestatie was handed in.',
    fields: { on, lwp: structural(text(80), 'code of the LWP') },
  }),
  LwpAssessed: event({
    by: ['AssessLwp'],
    says: 'A leerwerkprestatie was assessed.',
    fields: {
      on,
      lwp: structural(text(80), 'code of the LWP'),
      verdict: structural(choice('sufficient', 'insufficient')),
      remarks: optional(freeText(text())),
    },
  }),
  StartProgrammeExtended: event({
    by: ['ExtendStartProgramme'],
    says: 'The start programme ends later, with the team leader’s agreement.',
    fields: {
      on,
      endsOn: structural(date, 'the new last day'),
      reason: freeText(text()),
      agreedBy: structural(staff, 'the team leader'),
    },
  }),
  StartProgrammeCompleted: event({
    by: ['CompleteStartProgramme'],
    says: 'The student chose: stay, switch or stop.',
    fields: {
      on,
      choice: structural(choice('stay', 'switch', 'stop')),
      reasons: freeText(text()),
    },
  }),

  SwitchRequested: event({
    by: ['RequestSwitch'],
    says: 'A switch was asked for; nobody has moved.',
    fields: {
      on,
      switch: theSwitch,
      to: structural(programme),
      initiative: structural(choice(...initiatives)),
      motiveGiven: structural(yesNo, 'whether there is a motive'),
      motive: optional(freeText(text())),
      exceptionAgreedBy: optional(
        structural(staff, 'the team leader who agreed to a switch after the start programme'),
      ),
    },
  }),
  PlaceOffered: event({
    by: ['OfferPlace'],
    says: 'The receiving landschap has a place and asks a coach.',
    fields: {
      on,
      switch: theSwitch,
      from: structural(date, 'the first day there; may lie ahead'),
      coach: structural(staff, 'the coach who is asked'),
    },
  }),
  PlaceRefused: event({
    by: ['RefusePlace'],
    says: 'The receiving landschap has no place; the switch ends.',
    fields: { on, switch: theSwitch, reason: freeText(text()) },
  }),
  StudentDeclined: event({
    by: ['DeclineStudent'],
    says: 'The asked coach said no; the place must be offered again with another coach.',
    fields: { on, switch: theSwitch, reason: freeText(text()) },
  }),
  Switched: event({
    by: ['AcceptStudent', 'OfferPlace'],
    says: 'The switch is made: the new programme holds from this day.',
    fields: {
      on: structural(date, 'the first day of the new state'),
      switch: theSwitch,
      from: structural(programme),
      to: structural(programme),
      dimensions: structural(list(choice(...dimensions), 7), 'what changed'),
      acceptedOn: structural(date, 'when the asked coach accepted, or the place was offered'),
    },
  }),
  LandingConfirmed: event({
    by: ['ConfirmLanding'],
    says: 'How the student was received, good or not.',
    fields: {
      on,
      switch: theSwitch,
      wellReceived: structural(yesNo),
      remarks: optional(freeText(text())),
    },
  }),
  SwitchWithdrawn: event({
    by: ['WithdrawSwitch'],
    says: 'The switch is off.',
    fields: { on, switch: theSwitch, reason: freeText(text()) },
  }),

  ...guidanceEvents,
  ...secondLineEvents,

  DiplomaAwarded: event({
    by: ['AwardDiploma'],
    says: 'A diploma of this school.',
    fields: {
      on,
      opleidingscode: structural(opleidingscode),
      niveau: optional(structural(niveau, 'absent: the catalogue’s')),
    },
  }),
  MboVerklaringIssued: event({
    by: ['IssueMboVerklaring'],
    says: 'An mbo-verklaring was issued.',
    fields: { on },
  }),
  FollowOnStarted: event({
    by: ['StartFollowOn'],
    says: 'Another programme after a diploma; no switch.',
    fields: { on: structural(date, 'the first day of it'), programme: structural(programme) },
  }),
  Left: event({
    by: ['Leave', 'AwardDiploma'],
    says: 'The last day at school.',
    fields: {
      on: structural(date, 'the last day at school'),
      reason: structural(text(10), 'code of the reason (reference data, not a closed list)'),
      destination: structural(destination),
    },
  }),
  DestinationRecorded: event({
    by: ['RecordDestination'],
    says: 'Where the student went, found out later or confirmed; replaces the earlier one.',
    fields: { on, destination: structural(destination), source: structural(text(200)) },
  }),
  Returned: event({
    by: ['Return'],
    says: 'Came back; the path goes on with a placement.',
    fields: { on },
  }),

  Corrected: event({
    by: ['Correct'],
    says: 'An earlier event was otherwise, or never was. The old fact stays in the log.',
    fields: {
      event: structural(uuidOf(), 'id of the corrected event'),
      values: optional(structural(valuesOfAnEvent, 'new values, each classified as the field it replaces')),
      never: optional(structural(choice(true), 'it never was')),
      why: freeText(text()),
    },
  }),

  RegisterEnrolmentRecorded: event({
    by: ['RecordRegisterFacts'],
    says: 'The register knows this enrolment (ISG).',
    fields: {
      delivery: structural(delivery),
      brin: structural(brin),
      enrolment: structural(text(20), 'its number'),
      from: structural(date, 'first day'),
      plannedUntil: optional(structural(date)),
    },
  }),
  RegisterPeriodRecorded: event({
    by: ['RecordRegisterFacts'],
    says: 'The register knows this period of an enrolment (ISP), until the next one begins.',
    fields: {
      delivery: structural(delivery),
      brin: structural(brin),
      enrolment: structural(text(20)),
      from: structural(date, 'first day'),
      opleidingscode: structural(opleidingscode),
      leertraject: structural(leerweg),
      niveau: optional(structural(niveau)),
      fundable: optional(structural(yesNo, 'absent: not stated')),
    },
  }),
  RegisterEnrolmentEnded: event({
    by: ['RecordRegisterFacts'],
    says: 'The register knows a real end of this enrolment.',
    fields: {
      delivery: structural(delivery),
      brin: structural(brin),
      enrolment: structural(text(20)),
      until: structural(date, 'last day'),
      reason: optional(structural(text(10), 'code')),
    },
  }),
  RegisterDiplomaRecorded: event({
    by: ['RecordRegisterFacts'],
    says: 'The register knows this diploma (DIP).',
    fields: {
      delivery: structural(delivery),
      brin: structural(brin),
      result: structural(text(20), 'number of the result'),
      opleidingscode: structural(opleidingscode),
      on: structural(date),
      enrolment: optional(structural(text(20))),
      fundable: optional(structural(yesNo)),
    },
  }),
  RegisterFactWithdrawn: event({
    by: ['RecordRegisterFacts'],
    says: 'A later delivery names the person and no longer has this fact.',
    fields: {
      delivery: structural(delivery),
      brin: structural(brin),
      fact: structural(choice('enrolment', 'period', 'end', 'diploma')),
      enrolment: optional(structural(text(20), 'of an enrolment, a period or an end')),
      from: optional(structural(date, 'of a period: its first day')),
      result: optional(structural(text(20), 'of a diploma: number of the result')),
    },
  }),
  DuoVerdictRecorded: event({
    by: ['RecordDuoVerdict'],
    says: 'DUO’s verdict; stands beside the provisional one and never replaces it.',
    fields: {
      countYear: structural(wholeNumber(2000, 2100), 'school year y of the count'),
      status: structural(choice('provisional', 'definitive')),
      verdict: structural(choice('vsv', 'notVsv')),
      delivery: structural(text(80), 'the file it came in'),
    },
  }),
};

export type TrajectoryData = DataByType<typeof trajectoryEvents>;
export type TrajectoryEvent = HappeningsOf<TrajectoryData>;
