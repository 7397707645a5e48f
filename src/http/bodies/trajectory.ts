import { choice, date, group, optional, type Shape, structural, text, uuidOf } from '../../kernel/schema.ts';
import { landschapCode, programme } from '../../domain/institution/ids.ts';
import type { StaffId } from '../../domain/staff/ids.ts';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.ts';
import { trajectoryEvents } from '../../domain/trajectory/events.ts';
import type { Exposed } from './exposed.ts';
import { type BodyClass, bodyOf } from './given.ts';
import { guidanceBodies } from './guidance.ts';

const { fields: priorEducation } = trajectoryEvents.PriorEducationRecorded;
const { fields: exemption } = trajectoryEvents.ExemptionRecorded;
const { fields: visit } = trajectoryEvents.InfoshopVisited;
const { fields: applied } = trajectoryEvents.Applied;
const { fields: planned } = trajectoryEvents.ScoutgesprekPlanned;
const { fields: held } = trajectoryEvents.ScoutgesprekHeld;
const { fields: withdrawn } = trajectoryEvents.ApplicationWithdrawn;
const { fields: cancelled } = trajectoryEvents.PlacementCancelled;
const { fields: assessed } = trajectoryEvents.LwpAssessed;
const { fields: extended } = trajectoryEvents.StartProgrammeExtended;
const { fields: completed } = trajectoryEvents.StartProgrammeCompleted;
const { fields: requested } = trajectoryEvents.SwitchRequested;
const { fields: offered } = trajectoryEvents.PlaceOffered;
const { fields: landing } = trajectoryEvents.LandingConfirmed;
const { fields: diploma } = trajectoryEvents.DiplomaAwarded;
const { fields: left } = trajectoryEvents.Left;
const { fields: destination } = trajectoryEvents.DestinationRecorded;
const { fields: corrected } = trajectoryEvents.Corrected;
const { fields: verdict } = trajectoryEvents.DuoVerdictRecorded;

const on = structural(date, 'when it was true (Europe/Amsterdam)');
const landschap = structural(landschapCode);
const staff = (says: string) => structural(uuidOf<StaffId>(), says);
const scout = optional(
  staff('absent: yourself if you are scout there, else the scout with the fewest open applications'),
);
const ofSwitch = { on, switch: offered.switch };
const withReason = { ...ofSwitch, reason: structural(text()) };

/** Either what the event should have said, or that it never was. */
const change: Shape<{ readonly values: Readonly<Record<string, unknown>> } | { readonly never: true }> = {
  name: 'either values or never',
  kind: {
    of: 'group',
    fields: {
      values: corrected.values,
      never: optional(structural(choice(true), 'the event never was')),
    },
  },
  wrong: (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return `${path}: is not an object`;
    const [name, ...more] = Object.keys(value);
    const given = Object.values(value)[0] as unknown;
    if (more.length > 0 || (name !== 'values' && name !== 'never'))
      return `${path}: give either values or never: true`;
    return name === 'never'
      ? given === true
        ? undefined
        : `${path}.never: is not true`
      : corrected.values.shape.wrong(given, `${path}.values`);
  },
};

/** What the importer or a workflow says, what follows from a SAB case and what only a group does, come by no request here. */
type OverHttp = Exposed<
  TrajectoryCommand,
  'RecordRegisterFacts' | 'RaiseSignal' | 'NoteSab' | 'RecordLoopbaanboxSession'
>;
type FilledAtTheEdge = 'Apply' | 'RedirectApplication';
/** What another door fills in: that of a group session, and that of an invitation. */
type ByAnotherDoor = { readonly RecordConversation: 'session'; readonly RateLeermeter: 'invitation' };

/** The commands of a trajectory, one line each; a command without a line does not compile. */
export const trajectoryBodies: {
  readonly [Type in OverHttp['type']]: BodyClass<
    Type extends FilledAtTheEdge
      ? Omit<Extract<OverHttp, { type: Type }>, 'type' | 'scout'> & { readonly scout?: StaffId }
      : Omit<
          Extract<OverHttp, { type: Type }>,
          'type' | (Type extends keyof ByAnotherDoor ? ByAnotherDoor[Type] : never)
        >
  >;
} = {
  RecordPriorEducation: bodyOf('RecordPriorEducation', priorEducation),
  RecordExemption: bodyOf('RecordExemption', exemption),

  OpenTrajectory: bodyOf('OpenTrajectory', { on }),
  RecordInfoshopVisit: bodyOf('RecordInfoshopVisit', visit),
  RecordMeeloopdag: bodyOf('RecordMeeloopdag', { on, landschap, attended: visit.conversation }),
  StartBuddystage: bodyOf('StartBuddystage', trajectoryEvents.BuddystageStarted.fields),
  EndBuddystage: bodyOf('EndBuddystage', { on }),
  MergeInto: bodyOf('MergeInto', trajectoryEvents.TrajectoryMerged.fields),

  Apply: bodyOf('Apply', { ...applied, scout }),
  PlanScoutgesprek: bodyOf('PlanScoutgesprek', planned),
  RecordScoutgesprekNoShow: bodyOf('RecordScoutgesprekNoShow', { on, landschap }),
  RecordScoutgesprek: bodyOf('RecordScoutgesprek', held),
  RedirectApplication: bodyOf('RedirectApplication', { on, from: landschap, to: landschap, scout }),
  WithdrawApplication: bodyOf('WithdrawApplication', withdrawn),

  Place: bodyOf('Place', { on, programme: structural(programme), coach: staff('the responsible coach') }),
  EnrolDefinitively: bodyOf('EnrolDefinitively', { on }),
  SpecifyProgramme: bodyOf('SpecifyProgramme', { on, opleidingscode: diploma.opleidingscode }),
  CancelPlacement: bodyOf('CancelPlacement', cancelled),
  OfferResponsibility: bodyOf('OfferResponsibility', { on, to: staff('the coach who is asked') }),
  AcceptResponsibility: bodyOf('AcceptResponsibility', { on }),
  DeclineResponsibility: bodyOf('DeclineResponsibility', { on, reason: structural(text()) }),

  StartStartProgramme: bodyOf('StartStartProgramme', {
    on,
    variant: optional(structural(text(80), 'code of a variant; absent: that of the landschap')),
  }),
  HandInLwp: bodyOf('HandInLwp', trajectoryEvents.LwpHandedIn.fields),
  AssessLwp: bodyOf('AssessLwp', assessed),
  ExtendStartProgramme: bodyOf('ExtendStartProgramme', extended),
  CompleteStartProgramme: bodyOf('CompleteStartProgramme', completed),

  RequestSwitch: bodyOf('RequestSwitch', {
    on,
    switch: structural(requested.switch.shape, 'a new UUID that names this switch'),
    to: requested.to,
    initiative: requested.initiative,
    motive: requested.motive,
    exception: optional(
      structural(
        group('exception', { agreedBy: staff('the team leader who agreed') }),
        'needed after the start programme',
      ),
    ),
  }),
  OfferPlace: bodyOf('OfferPlace', offered),
  RefusePlace: bodyOf('RefusePlace', withReason),
  AcceptStudent: bodyOf('AcceptStudent', ofSwitch),
  DeclineStudent: bodyOf('DeclineStudent', withReason),
  ConfirmLanding: bodyOf('ConfirmLanding', landing),
  WithdrawSwitch: bodyOf('WithdrawSwitch', withReason),

  ...guidanceBodies,

  AwardDiploma: bodyOf('AwardDiploma', {
    ...diploma,
    leavesOn: optional(structural(date, 'with it, the student leaves on that day')),
  }),
  IssueMboVerklaring: bodyOf('IssueMboVerklaring', { on }),
  StartFollowOn: bodyOf('StartFollowOn', trajectoryEvents.FollowOnStarted.fields),
  Leave: bodyOf('Leave', left),
  RecordDestination: bodyOf('RecordDestination', destination),
  Return: bodyOf('Return', { on }),

  Correct: bodyOf('Correct', {
    event: corrected.event,
    change: structural(change, 'either {values: …} or {never: true}'),
    why: corrected.why,
  }),
  RecordDuoVerdict: bodyOf('RecordDuoVerdict', verdict),
};
