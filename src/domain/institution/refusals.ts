import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Training } from './ids.ts';
import type { SettingName } from './settings.ts';
import type { TableName } from './tables/shipped.ts';

/** Why the institution's stream says no. */
export type InstitutionRefusal =
  | { readonly code: 'NotYours' }
  | { readonly code: 'UnknownLandschap'; readonly landschap: string }
  | { readonly code: 'UnknownVariant'; readonly variant: string }
  | { readonly code: 'UnknownDomein'; readonly domein: string }
  | { readonly code: 'NoLeerweg' }
  | { readonly code: 'LwpTwice'; readonly lwp: string }
  | { readonly code: 'CompetenceTwice'; readonly competence: string }
  | { readonly code: 'NoCompetences' }
  | { readonly code: 'InvalidScale'; readonly least: number; readonly most: number }
  | {
      readonly code: 'GroupIsForAnotherTraining';
      readonly group: string;
      readonly training: Training;
    }
  | { readonly code: 'InvalidPeriod'; readonly from: CalendarDate; readonly until: CalendarDate }
  | {
      readonly code: 'OutsideSchoolYear';
      readonly schoolYear: number;
      readonly holiday: string;
      readonly from: CalendarDate;
    }
  | {
      readonly code: 'InvalidSetting';
      readonly setting: SettingName;
      readonly value: string;
      readonly allowed: string;
    }
  | { readonly code: 'NotPerLandschap'; readonly setting: SettingName }
  | { readonly code: 'UnknownTable'; readonly table: TableName; readonly version: string };
