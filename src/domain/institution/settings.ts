import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { settingNames } from './events.ts';
import type { LandschapCode } from './ids.ts';
import type { Institution } from './state.ts';
import { termDefaults, type TermName } from './terms.ts';

export type SettingName = (typeof settingNames)[number];

export const regions = ['noord', 'midden', 'zuid'] as const;
export type Region = (typeof regions)[number];
/** On which day of the school year, from which age, somebody no longer counts as VSV. */
export type VsvAgeRule = `${'1aug' | '1oct'}-${number}`;

export const isVsvAgeRule = (text: string | undefined): text is VsvAgeRule =>
  text !== undefined && /^1(aug|oct)-(1[89]|2[0-7])$/.test(text);

export const vsvAgeRuleUsage = '1aug-AGE or 1oct-AGE with an age from 18 to 27';

export interface SettingValues extends Readonly<Record<TermName, number>> {
  readonly calendarRegion: Region;
  /** How the weeks of the start programme are counted. */
  readonly startProgrammeWeeks: 'school' | 'calendar';
  /** School days after a switch within which the landing is to be confirmed. */
  readonly landingTerm: number;
  /** On which day of the school year, from which age, somebody no longer counts as VSV. */
  readonly vsvAgeRule: VsvAgeRule;
  /** Whether somebody at a school abroad is presumed VSV or is out of the count. */
  readonly vsvForeignSchool: 'vsv' | 'out';
  /** Whether only fundable enrolments are in the population. */
  readonly populationFundableOnly: boolean;
  /** Whether enrolments for an exam only (`EX`) are in the population. */
  readonly populationExamOnly: 'in' | 'out';
  /** From when on a school day the digest goes out, in Europe/Amsterdam. */
  readonly digestHour: string;
}

interface SettingDefinition<Value> {
  readonly standard: Value;
  /** The value that a text stands for, if it stands for one. */
  readonly read: (text: string) => Value | undefined;
  /** The values that may be given, for whoever gave another. */
  readonly allowed: string;
  /** Whether one landschap may have a value of its own; figures over the whole school cannot differ per landschap. */
  readonly perLandschap: boolean;
}

const oneOf = <const Value extends string>(
  standard: Value,
  others: readonly Value[],
  perLandschap = false,
): SettingDefinition<Value> => ({
  standard,
  read: (text) => [standard, ...others].find((value) => value === text),
  allowed: [standard, ...others].join(', '),
  perLandschap,
});

const upTo999 = (standard: number): SettingDefinition<number> => ({
  standard,
  read: (text) => (/^[1-9]\d{0,2}$/.test(text) ? Number(text) : undefined),
  allowed: 'a whole number from 1 to 999',
  perLandschap: true,
});

const yesOrNo = (standard: boolean): SettingDefinition<boolean> => ({
  standard,
  read: (text) => (text === 'yes' ? true : text === 'no' ? false : undefined),
  allowed: 'yes, no',
  perLandschap: false,
});

/** Not at night, and before the hour after which no mail goes out any more. */
const hourOfDay = (standard: string): SettingDefinition<string> => ({
  standard,
  read: (text) => (/^(0[6-9]|1[0-7]):[0-5]\d$/.test(text) ? text : undefined),
  allowed: 'a time from 06:00 to 17:59, as HH:MM',
  perLandschap: false,
});

const terms = Object.fromEntries(
  Object.entries(termDefaults).map(([name, standard]) => [name, upTo999(standard)]),
) as { readonly [Name in TermName]: SettingDefinition<number> };

export const settingDefinitions: {
  readonly [Name in SettingName]: SettingDefinition<SettingValues[Name]>;
} = {
  calendarRegion: oneOf<Region>('noord', ['midden', 'zuid']),
  startProgrammeWeeks: oneOf<'school' | 'calendar'>('school', ['calendar'], true),
  landingTerm: upTo999(20),
  vsvAgeRule: {
    standard: '1aug-23',
    read: (text) => (isVsvAgeRule(text) ? text : undefined),
    allowed: vsvAgeRuleUsage,
    perLandschap: false,
  },
  vsvForeignSchool: oneOf<'vsv' | 'out'>('vsv', ['out']),
  populationFundableOnly: yesOrNo(true),
  populationExamOnly: oneOf<'in' | 'out'>('in', ['out']),
  digestHour: hourOfDay('07:30'),
  ...terms,
};

/** The text that holds on a day: of those that began by then the one that began last, of the same day the one said last. */
const textOn = (
  institution: Institution,
  name: SettingName,
  on: CalendarDate,
  landschap: LandschapCode | undefined,
): string | undefined =>
  institution.settings
    .filter((each) => each.setting === name && each.landschap === landschap && each.from <= on)
    .reduce<Institution['settings'][number] | undefined>(
      (latest, each) => (latest === undefined || each.from >= latest.from ? each : latest),
      undefined,
    )?.value;

/** The value of a setting on a day. A landschap's own goes before the school's, and that before the default. */
export const settingOf = <Name extends SettingName>(
  institution: Institution,
  name: Name,
  on: CalendarDate,
  landschap?: LandschapCode,
): SettingValues[Name] => {
  const definition: SettingDefinition<SettingValues[Name]> = settingDefinitions[name];
  const own = landschap === undefined ? undefined : textOn(institution, name, on, landschap);
  const text = own ?? textOn(institution, name, on, undefined);
  return (text === undefined ? undefined : definition.read(text)) ?? definition.standard;
};
