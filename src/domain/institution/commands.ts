import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { InstitutionData, settingNames } from './events.ts';
import type { LandschapCode } from './ids.ts';

export type DefineLandschap = { readonly type: 'DefineLandschap' } & InstitutionData['LandschapDefined'];
/** The version is counted by the decider: each definition is the next. */
export type DefineStartProgrammeVariant = {
  readonly type: 'DefineStartProgrammeVariant';
} & Omit<InstitutionData['StartProgrammeVariantDefined'], 'version'>;
export type DefineProgramme = { readonly type: 'DefineProgramme' } & InstitutionData['ProgrammeDefined'];
export type SetCalendar = { readonly type: 'SetCalendar' } & InstitutionData['CalendarSet'];
export interface ChangeSetting {
  readonly type: 'ChangeSetting';
  readonly setting: (typeof settingNames)[number];
  readonly landschap?: LandschapCode;
  readonly value: string;
  readonly from: CalendarDate;
}
export type SetNorm = { readonly type: 'SetNorm' } & InstitutionData['NormSet'];
/** As with a variant: each definition is the next version. */
export type DefineLeermeter = {
  readonly type: 'DefineLeermeter';
} & Omit<InstitutionData['LeermeterDefined'], 'version'>;
export type DefineTrainingGroup = {
  readonly type: 'DefineTrainingGroup';
} & InstitutionData['TrainingGroupDefined'];
/** By `system`, with the first other event of a store. */
export type AdoptTable = { readonly type: 'AdoptTable' } & InstitutionData['TableAdopted'];

export type InstitutionCommand =
  | DefineLandschap
  | DefineStartProgrammeVariant
  | DefineProgramme
  | SetCalendar
  | ChangeSetting
  | SetNorm
  | DefineLeermeter
  | DefineTrainingGroup
  | AdoptTable;
