import { latest } from '../../../kernel/calendar-date.ts';
import { accept, nothing, refuse } from '../../../kernel/decider.ts';
import { sameData } from '../../../kernel/data.ts';
import { isUuid } from '../../../kernel/message.ts';
import { type EventDefinitions, wrongFields } from '../../../kernel/schema.ts';
import type { Programme } from '../../institution/ids.ts';
import { leermeterVersion } from '../../institution/leermeter.ts';
import type { StaffId } from '../../staff/ids.ts';
import type { Correct } from '../commands.ts';
import { dimensionsOf } from '../dimensions.ts';
import { type TrajectoryData, type TrajectoryEvent, trajectoryEvents } from '../events.ts';
import { catalogue, type TrajectoryFacts, unknownLandschap, unknownProgramme } from '../facts.ts';
import type { TrajectoryRefusal } from '../refusals.ts';
import { fact, type Said } from '../said.ts';
import { brokenIn } from '../soundness.ts';
import { type Correction, knownHistory, type ToldEvent, type Trajectory } from '../state.ts';
import { wrongScores } from './leermeter.ts';
import { notInGroup } from './trainings.ts';

type Fact = TrajectoryEvent['type'];
type Values = Readonly<Record<string, unknown>>;

const definitions: EventDefinitions = trajectoryEvents;

/**
 * The register's account and DUO's are corrected by them, what is noted of a SAB case follows the case, and a
 * signal its rule; a correction is corrected by another.
 */
const notCorrectable: readonly Fact[] = [
  'Corrected',
  'TrajectoryMerged',
  'SignalRaised',
  'ReferredToSab',
  'SabReferralAccepted',
  'SabReferralReturned',
  'SabPlanAgreed',
  'SabCaseClosed',
  'RegisterEnrolmentRecorded',
  'RegisterPeriodRecorded',
  'RegisterEnrolmentEnded',
  'RegisterDiplomaRecorded',
  'RegisterFactWithdrawn',
  'DuoVerdictRecorded',
];

/** What was told in one breath stands and falls together. */
const companions: { readonly [Type in Fact]?: Fact } = {
  PlacedProvisionally: 'CoachAssigned',
  Applied: 'ScoutAssigned',
  Switched: 'ResponsibilityMoved',
};

/** Says which fact it is; another one is another fact. */
const identity: readonly string[] = [
  'switch',
  'goal',
  'bpv',
  'item',
  'invitation',
  'leermeter',
  'session',
  'training',
];

const otherIdentity = (type: Fact, values: Values, was: Values): string | undefined => {
  const changed = identity.find((name) => name in values && values[name] !== was[name]);
  return changed === undefined ? undefined : `${type}.${changed}: says which fact it is and cannot change`;
};

const mayLieAhead: readonly Fact[] = [
  'PlacedProvisionally',
  'CoachAssigned',
  'EnrolledDefinitively',
  'StartProgrammeStarted',
  'Switched',
  'ResponsibilityMoved',
  'FollowOnStarted',
];

const fieldsThatName = ['coach', 'scout', 'to', 'from', 'by', 'agreedBy', 'exceptionAgreedBy'];

/** The members of staff that new values name, to be looked up before deciding. */
export const staffInValues = ({ change }: Correct): readonly StaffId[] =>
  'values' in change
    ? fieldsThatName.map((name) => change.values[name]).filter((value): value is StaffId => isUuid(value))
    : [];

const isProgramme = (value: unknown): value is Programme =>
  typeof value === 'object' && value !== null && 'opleidingscode' in value;

/** What a training or a rating must be held against is data of the institution, then as now. */
const againstTheInstitution = (
  type: Fact,
  is: Values,
  institution: TrajectoryFacts['institution'],
): TrajectoryRefusal | undefined => {
  if (type === 'TrainingEnrolled') return notInGroup(is as TrajectoryData['TrainingEnrolled'], institution);
  if (type !== 'LeermeterRated') return undefined;
  const { leermeter, scores } = is as TrajectoryData['LeermeterRated'];
  const rated = leermeterVersion(institution, leermeter);
  return rated && wrongScores(scores, rated);
};

/** What is wrong with the whole of the fact as it would be, beside its shape. */
const unknownIn = (
  { id, type }: ToldEvent,
  command: Correct,
  values: Values,
  facts: TrajectoryFacts,
): TrajectoryRefusal | undefined => {
  const stranger = staffInValues(command).find((staff) => facts.staff.get(staff)?.registered !== true);
  if (stranger !== undefined) return { code: 'UnknownStaff', staff: stranger };
  for (const [name, value] of Object.entries(values)) {
    const unknown = isProgramme(value)
      ? unknownProgramme(facts, value)
      : name === 'landschap'
        ? unknownLandschap(facts, value as Programme['landschap'])
        : undefined;
    if (unknown) return unknown;
  }
  const { on } = values;
  return typeof on === 'string' && on > facts.today && !mayLieAhead.includes(type)
    ? { code: 'InvalidValues', event: id, what: `${type}.on: lies after today (${facts.today})` }
    : undefined;
};

/** A correction takes the place of the one before, so it says again what that one said. */
const saidAgain = (now: Trajectory, target: ToldEvent, values: Values): Values => {
  const earlier = now.corrections.get(target.id);
  return earlier?.never ? { ...target.data, ...values } : { ...earlier?.values, ...values };
};

/** How the companion changes with the fact: the same day and landschap, and never responsible before the first day. */
const companionValues = (target: ToldEvent, was: Values, is: Values, companion: ToldEvent): Values => {
  if (target.type === 'Switched' && companion.type === 'ResponsibilityMoved') {
    const [before, after] = [was, is] as unknown as readonly [typeof target.data, typeof target.data];
    const on = latest(after.on, after.acceptedOn);
    const together = latest(before.on, before.acceptedOn) === companion.data.on;
    return together && on !== companion.data.on ? { on } : {};
  }
  const data: Values = companion.data;
  return Object.fromEntries(
    ['on', 'landschap']
      .filter((name) => name in data && sameData(data[name], was[name]) && !sameData(was[name], is[name]))
      .map((name) => [name, is[name]]),
  );
};

/** A switch between other programmes has other dimensions. */
const withDimensions = (type: Fact, is: Values, values: Values, facts: TrajectoryFacts): Values =>
  type === 'Switched' && ('from' in values || 'to' in values) && !('dimensions' in values)
    ? {
        ...values,
        dimensions: dimensionsOf(is['from'] as Programme, is['to'] as Programme, catalogue(facts)),
      }
    : values;

export const correct = (command: Correct, now: Trajectory, facts: TrajectoryFacts): Said => {
  const { event, change, why } = command;
  const target = now.told.find(({ id }) => id === event);
  if (!target) return refuse({ code: 'UnknownEvent', event });
  const { type } = target;
  if (notCorrectable.includes(type)) return refuse({ code: 'NotCorrectable', event, fact: type });

  const stands = now.history.find(({ id }) => id === event);
  const companion = now.told.find(
    (each) => each.commandId === target.commandId && each.type === companions[type],
  );
  const companionStands = now.history.find(({ id }) => id === companion?.id);

  const corrections: Correction[] = [];
  if ('never' in change) {
    if (!stands) return nothing;
    corrections.push({ event, never: true, why });
    if (companionStands) corrections.push({ event: companionStands.id, never: true, why });
  } else {
    const { values } = change;
    const was: Values = (stands ?? target).data;
    const is: Values = { ...was, ...values };
    const fields = definitions[type]?.fields ?? {};
    const wrong =
      (Object.keys(values).length === 0 ? `${type}: no new values` : undefined) ??
      otherIdentity(type, values, was) ??
      wrongFields(fields, is, type);
    if (wrong !== undefined) return refuse({ code: 'InvalidValues', event, what: wrong });
    if (stands && sameData(was, is)) return nothing;
    const unknown =
      unknownIn(target, command, values, facts) ?? againstTheInstitution(type, is, facts.institution);
    if (unknown) return refuse(unknown);
    corrections.push({
      event,
      values: saidAgain(now, target, withDimensions(type, is, values, facts)),
      why,
    });
    if (companion) {
      const moved = companionValues(target, was, is, companionStands ?? companion);
      if (!companionStands || Object.keys(moved).length > 0)
        corrections.push({ event: companion.id, values: saidAgain(now, companion, moved), why });
    }
  }

  const after = new Map([...now.corrections, ...corrections.map((each) => [each.event, each] as const)]);
  const broken = brokenIn(knownHistory(now.told, after));
  return broken
    ? refuse({ code: 'CorrectionBreaks', event, breaks: broken })
    : accept(...corrections.map((each) => fact('Corrected', each)));
};
