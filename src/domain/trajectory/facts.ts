import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Role } from '../../kernel/message.ts';
import type { DeliveryId } from '../delivery/ids.ts';
import { type Catalogue, catalogueOf } from '../institution/catalogue.ts';
import type { LandschapCode, Niveau, Opleidingscode, Programme } from '../institution/ids.ts';
import type { Institution } from '../institution/state.ts';
import type { StaffId } from '../staff/ids.ts';
import { hasRole, type Staff } from '../staff/state.ts';
import type { StudentId } from '../student/ids.ts';
import type { TrajectoryRefusal } from './refusals.ts';
import type { Trajectory } from './state.ts';

/** What a delivery says of itself. */
export interface Delivered {
  readonly brin: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly madeOn: CalendarDate;
}

/** What decisions about a trajectory rest on beside the trajectory itself. */
export interface TrajectoryFacts {
  readonly today: CalendarDate;
  readonly student: StudentId;
  /** Whether anybody of that id was registered. */
  readonly registered: boolean;
  readonly institution: Institution;
  /** Whoever the command, the trajectory or the asking names. */
  readonly staff: ReadonlyMap<StaffId, Staff>;
  /** The trajectory that `MergeInto` names. */
  readonly other: Trajectory | undefined;
  readonly deliveries: ReadonlyMap<DeliveryId, Delivered>;
  /** The trajectories that `RecordRegisterFacts` names as merged into this one. */
  readonly merged: readonly Trajectory[];
}

export const catalogue = ({ institution }: TrajectoryFacts): Catalogue => catalogueOf(institution);

/** Why this person cannot be the scout, coach or team leader that is meant: unknown, gone, or of another role. */
export const notAs = (
  facts: TrajectoryFacts,
  staff: StaffId,
  role: Role,
  on: CalendarDate,
  landschap?: LandschapCode,
): TrajectoryRefusal | undefined => {
  const found = facts.staff.get(staff);
  if (!found?.registered) return { code: 'UnknownStaff', staff };
  if (found.leftOn !== undefined && found.leftOn < on)
    return { code: 'StaffHasLeft', staff, on: found.leftOn };
  return hasRole(found, role, on, landschap)
    ? undefined
    : { code: 'LacksRole', staff, role, ...(landschap !== undefined && { landschap }) };
};

export const unknownLandschap = (
  { institution }: TrajectoryFacts,
  landschap: LandschapCode,
): TrajectoryRefusal | undefined =>
  institution.landschappen.has(landschap) ? undefined : { code: 'UnknownLandschap', landschap };

interface OfProgramme {
  readonly opleidingscode: Opleidingscode;
  readonly niveau?: Niveau | undefined;
}

/** A code that nobody knows, or a niveau that is not the one known of it. */
export const unknownCode = (
  facts: TrajectoryFacts,
  { opleidingscode, niveau }: OfProgramme,
): TrajectoryRefusal | undefined => {
  const entry = catalogue(facts).entry(opleidingscode);
  if (!entry) return { code: 'UnknownProgramme', opleidingscode };
  const known = entry.niveau !== undefined ? [entry.niveau] : (entry.niveaus ?? []);
  return niveau === undefined || known.length === 0 || known.includes(niveau)
    ? undefined
    : { code: 'NiveauDoesNotFit', opleidingscode, stated: niveau, known };
};

export const unknownProgramme = (
  facts: TrajectoryFacts,
  programme: Programme,
): TrajectoryRefusal | undefined =>
  unknownLandschap(facts, programme.landschap) ?? unknownCode(facts, programme);

/** The same code, niveau, leerweg and landschap; a niveau that is not stated is the catalogue's. */
export const sameProgramme = (facts: TrajectoryFacts, one: Programme, other: Programme): boolean => {
  const niveauOf = ({ niveau, opleidingscode }: Programme) =>
    niveau ?? catalogue(facts).entry(opleidingscode)?.niveau;
  const [first, second] = [niveauOf(one), niveauOf(other)];
  return (
    one.opleidingscode === other.opleidingscode &&
    one.leerweg === other.leerweg &&
    one.landschap === other.landschap &&
    (first === undefined || second === undefined || first === second)
  );
};
