import type { StaffId } from '../../domain/staff/ids.ts';
import { institutionEvents } from '../../domain/institution/events.ts';
import { staffEvents } from '../../domain/staff/events.ts';
import { type DataOf, type Fields, group, list, optional, structural, uuidOf } from '../../kernel/schema.ts';

/** The same fields, these first: the order in which people read, and in which they are written. */
const leading = <F extends Fields>(fields: F, ...names: readonly (keyof F & string)[]): F => ({
  ...(Object.fromEntries(names.map((name) => [name, fields[name]])) as Partial<F>),
  ...fields,
});

const { version: _counted, ...variant } = institutionEvents.StartProgrammeVariantDefined.fields;
const { version: _countedToo, ...leermeter } = institutionEvents.LeermeterDefined.fields;
const { on: since, name, email } = staffEvents.StaffRegistered.fields;

export const leermeterFields = leading(leermeter, 'name', 'least', 'most', 'competences');

/** Somebody who works here. What other formats take `on` for (yes) is why it is called `since`. */
const staffFields = {
  id: structural(uuidOf<StaffId>()),
  name,
  email,
  since,
  roles: optional(
    structural(list(group('role', leading(staffEvents.RoleAssigned.fields, 'role', 'landschap')), 100)),
  ),
  absences: optional(
    structural(list(group('absence', leading(staffEvents.StaffAbsenceRecorded.fields, 'from', 'to')), 1_000)),
  ),
};

/**
 * The lists of the file, in its order: each can be accepted when those before it are. The members are the
 * fields of the events, so that what passes here can be stored; a version is counted, never given.
 */
export const houseSections = {
  variants: leading(variant, 'variant', 'name', 'weeks', 'emphasis', 'lwps'),
  landschappen: leading(institutionEvents.LandschapDefined.fields, 'landschap', 'name', 'variant'),
  programmes: leading(institutionEvents.ProgrammeDefined.fields, 'landschap', 'opleidingscode', 'name'),
  calendars: leading(institutionEvents.CalendarSet.fields, 'schoolYear'),
  settings: leading(institutionEvents.SettingChanged.fields, 'setting', 'landschap'),
  norms: leading(institutionEvents.NormSet.fields, 'norm', 'niveau', 'schoolYear'),
  trainingGroups: leading(institutionEvents.TrainingGroupDefined.fields, 'group', 'training', 'name'),
  staff: staffFields,
};

export type SectionName = keyof typeof houseSections;
export const sectionNames = Object.keys(houseSections) as readonly SectionName[];
/** All that a file holds after its format, in the order in which it is written. */
export const fileOrder = [
  'variants',
  'landschappen',
  'programmes',
  'calendars',
  'settings',
  'norms',
  'leermeter',
  'trainingGroups',
  'staff',
] as const satisfies readonly (SectionName | 'leermeter')[];
/** More than any school has, and few enough that a file of short lines cannot stand for millions. */
export const mostEntries = 20_000;

/** What a house is: everything that an institution says of itself, and who works there. */
export type House = {
  readonly [Name in SectionName]: readonly DataOf<(typeof houseSections)[Name]>[];
} & { readonly leermeter?: DataOf<typeof leermeterFields> };

export type StaffMember = House['staff'][number];

/** What tells one entry from another, by section: twice the same is said twice. */
export const identity: { readonly [Name in SectionName]: readonly string[] } = {
  variants: ['variant'],
  landschappen: ['landschap'],
  programmes: ['landschap', 'opleidingscode'],
  calendars: ['schoolYear'],
  settings: ['setting', 'landschap', 'from'],
  norms: ['norm', 'niveau', 'schoolYear'],
  trainingGroups: ['group'],
  staff: ['id'],
};

/** The first line of every file; another number is another form of file. */
export const houseFormat = '1';
