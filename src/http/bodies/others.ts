import type { InstitutionCommand } from '../../domain/institution/commands.ts';
import { institutionEvents } from '../../domain/institution/events.ts';
import { staffEvents } from '../../domain/staff/events.ts';
import type { Identity } from '../../domain/student/commands.ts';
import { studentEvents } from '../../domain/student/events.ts';
import { choice, optional, pattern, personal, structural } from '../../kernel/schema.ts';
import { personRoles } from '../headers.ts';
import type { StaffRequest } from '../messages.ts';
import { type BodyClass, bodyOf } from './given.ts';
import type { Exposed } from './exposed.ts';

type BodiesOf<Command extends { readonly type: string }> = {
  readonly [Type in Command['type']]: BodyClass<Omit<Extract<Command, { type: Type }>, 'type'>>;
};

const { version: _counted, ...variant } = institutionEvents.StartProgrammeVariantDefined.fields;
const { version: _countedToo, ...leermeter } = institutionEvents.LeermeterDefined.fields;

/** Tables are adopted by the system. */
export const institutionBodies: BodiesOf<Exposed<InstitutionCommand, 'AdoptTable'>> = {
  DefineLandschap: bodyOf('DefineLandschap', institutionEvents.LandschapDefined.fields),
  DefineStartProgrammeVariant: bodyOf('DefineStartProgrammeVariant', variant),
  DefineProgramme: bodyOf('DefineProgramme', institutionEvents.ProgrammeDefined.fields),
  SetCalendar: bodyOf('SetCalendar', institutionEvents.CalendarSet.fields),
  ChangeSetting: bodyOf('ChangeSetting', institutionEvents.SettingChanged.fields),
  SetNorm: bodyOf('SetNorm', institutionEvents.NormSet.fields),
  DefineLeermeter: bodyOf('DefineLeermeter', leermeter),
  DefineTrainingGroup: bodyOf('DefineTrainingGroup', institutionEvents.TrainingGroupDefined.fields),
};

export const staffBodies: BodiesOf<StaffRequest> = {
  RegisterStaff: bodyOf('RegisterStaff', staffEvents.StaffRegistered.fields),
  AssignRole: bodyOf('AssignRole', {
    ...staffEvents.RoleAssigned.fields,
    role: structural(choice(...personRoles)),
  }),
  RecordStaffAbsence: bodyOf('RecordStaffAbsence', staffEvents.StaffAbsenceRecorded.fields),
  RecordStaffLeft: bodyOf('RecordStaffLeft', staffEvents.StaffLeft.fields),
  IssueCalendarToken: bodyOf('IssueCalendarToken', {}),
  RevokeCalendarToken: bodyOf('RevokeCalendarToken', {}),
};

/** Who the student is, with the numbers themselves: they are claimed, and but for the student number not kept. */
export interface PersonBody extends Omit<Identity, 'birthBand'> {
  readonly bsn?: string;
  readonly onderwijsnummer?: string;
}

const { numbers: _claimed, birthBand: _workedOut, ...identity } = studentEvents.StudentRegistered.fields;
const nineDigits = (name: string) =>
  optional(
    personal(
      pattern(`${name} (9 digits)`, /^[0-9]{9}$/, '999990019'),
      'checked by the elfproef; claimed, not stored',
    ),
  );
const person = { ...identity, bsn: nineDigits('BSN'), onderwijsnummer: nineDigits('onderwijsnummer') };

export const studentBodies: Readonly<Record<'RegisterStudent' | 'CorrectStudent', BodyClass<PersonBody>>> = {
  RegisterStudent: bodyOf('RegisterStudent', person),
  CorrectStudent: bodyOf('CorrectStudent', person),
};
