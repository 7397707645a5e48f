import type { HappeningsOf } from '../../kernel/message.ts';
import {
  choice,
  type DataByType,
  date,
  event,
  group,
  list,
  optional,
  pattern,
  structural,
  text,
  wholeNumber,
  yesNo,
} from '../../kernel/schema.ts';
import { termNames } from './terms.ts';
import { landschapCode, leerweg, niveau, opleidingscode, trainings } from './ids.ts';

const lwp = group('LWP', {
  code: structural(text(80)),
  name: structural(text(200)),
});

const competence = group('competence', {
  code: structural(text(80)),
  name: structural(text(200)),
});

export const holidayFields = {
  name: structural(text(80)),
  from: structural(date),
  until: structural(date, 'last day'),
};

/** The settings that exist, each with its default in `settings.ts`. */
export const settingNames = [
  'calendarRegion',
  'startProgrammeWeeks',
  'landingTerm',
  'vsvAgeRule',
  'vsvForeignSchool',
  'populationFundableOnly',
  'populationExamOnly',
  'digestHour',
  ...termNames,
] as const;

/** What has a norm: VSV, and the indicators of study success that the Inspectorate judges by. */
export const normNames = ['vsv', 'jaarresultaat', 'diplomaresultaat', 'startersresultaat'] as const;

export const institutionEvents = {
  LandschapDefined: event({
    by: ['DefineLandschap'],
    says: 'A landschap and what it offers; defined again, it is so from then on.',
    fields: {
      landschap: structural(landschapCode),
      name: structural(text(200)),
      meeloopdag: structural(yesNo, 'offers meeloopdagen'),
      buddystage: structural(yesNo, 'offers buddystages'),
      variant: structural(text(80), 'code of its variant of the start programme'),
    },
  }),
  StartProgrammeVariantDefined: event({
    by: ['DefineStartProgrammeVariant'],
    says: 'A variant of the start programme; each definition is its next version.',
    fields: {
      variant: structural(text(80), 'code'),
      version: structural(wholeNumber(1, 9_999)),
      name: structural(text(200)),
      weeks: structural(wholeNumber(1, 40)),
      lwps: structural(list(lwp, 60)),
      emphasis: structural(text(200)),
    },
  }),
  ProgrammeDefined: event({
    by: ['DefineProgramme'],
    says: 'A landschap offers a programme; what it states goes before the catalogue.',
    fields: {
      opleidingscode: structural(opleidingscode),
      landschap: structural(landschapCode),
      leerwegen: structural(list(leerweg, 6)),
      name: optional(structural(text(200))),
      niveau: optional(structural(niveau)),
      dossier: optional(structural(opleidingscode)),
      domein: optional(structural(opleidingscode, 'code 79xxx of the domein')),
    },
  }),
  CalendarSet: event({
    by: ['SetCalendar'],
    says: 'The institution’s own holidays of a school year; they go before the table.',
    fields: {
      schoolYear: structural(wholeNumber(2000, 2100), 'y of y-(y+1)'),
      holidays: structural(list(group('holiday', holidayFields), 60)),
    },
  }),
  SettingChanged: event({
    by: ['ChangeSetting'],
    says: 'A setting has another value, for the school or one landschap, from a day.',
    fields: {
      setting: structural(choice(...settingNames)),
      landschap: optional(structural(landschapCode)),
      value: structural(text(80)),
      from: structural(date),
    },
  }),
  NormSet: event({
    by: ['SetNorm'],
    says: 'The institution confirms a norm, with its source, from a school year on; it goes before what ships.',
    fields: {
      norm: structural(choice(...normNames)),
      niveau: structural(niveau),
      schoolYear: structural(wholeNumber(2000, 2100), 'y of y-(y+1), the first for which it holds'),
      percent: structural(
        pattern('percent (0-100, at most two decimals)', /^(100|[1-9]?[0-9](\.[0-9]{1,2})?)$/, '67.5'),
      ),
      source: structural(text(300), 'where it is published'),
    },
  }),
  LeermeterDefined: event({
    by: ['DefineLeermeter'],
    says: 'The competences that are rated and the scale; each definition is the next version.',
    fields: {
      version: structural(wholeNumber(1, 9_999)),
      name: structural(text(200)),
      least: structural(wholeNumber(0, 100), 'lowest score'),
      most: structural(wholeNumber(0, 100), 'highest score'),
      competences: structural(list(competence, 60)),
    },
  }),
  TrainingGroupDefined: event({
    by: ['DefineTrainingGroup'],
    says: 'A group that follows a training together; defined again, it is so from then on.',
    fields: {
      group: structural(text(80), 'code'),
      training: structural(choice(...trainings)),
      name: structural(text(200)),
      from: structural(date, 'first day'),
      until: optional(structural(date, 'last day; absent: goes on')),
    },
  }),
  TableAdopted: event({
    by: ['AdoptTable'],
    says: 'A table that ships with the software takes effect.',
    fields: {
      table: structural(choice('catalogue', 'calendar', 'norms')),
      version: structural(text(40)),
      hash: structural(pattern('SHA-256 in hex', /^[0-9a-f]{64}$/, 'e3b0…')),
    },
  }),
};

export type InstitutionData = DataByType<typeof institutionEvents>;
export type InstitutionEvent = HappeningsOf<InstitutionData>;
