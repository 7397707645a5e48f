import { evolveBy } from '../../kernel/decider.ts';
import type { Readable } from '../../kernel/subject.ts';
import { type InstitutionData, type InstitutionEvent, institutionEvents } from './events.ts';
import type { LandschapCode } from './ids.ts';
import type { TableName } from './tables/shipped.ts';

export type LandschapData = InstitutionData['LandschapDefined'];
export type VariantData = InstitutionData['StartProgrammeVariantDefined'];
export type ProgrammeData = InstitutionData['ProgrammeDefined'];
export type CalendarData = InstitutionData['CalendarSet'];
export type SettingData = InstitutionData['SettingChanged'];
export type NormData = InstitutionData['NormSet'];
export type LeermeterData = InstitutionData['LeermeterDefined'];
export type TrainingGroupData = InstitutionData['TrainingGroupDefined'];
export type AdoptedTable = Omit<InstitutionData['TableAdopted'], 'table'>;

export interface Institution {
  readonly landschappen: ReadonlyMap<LandschapCode, LandschapData>;
  /** All versions of each variant of the start programme, the first first. */
  readonly variants: ReadonlyMap<string, readonly VariantData[]>;
  /** What each landschap offers, as last defined, in the order of definition. */
  readonly programmes: readonly ProgrammeData[];
  /** The institution's own holidays by school year. */
  readonly calendars: ReadonlyMap<number, CalendarData['holidays']>;
  readonly settings: readonly SettingData[];
  /** The institution's own norms by `normKey`, as last set. */
  readonly norms: ReadonlyMap<string, NormData>;
  /** All versions, the first first; none: the one that ships (`leermeter.ts`). */
  readonly leermeters: readonly LeermeterData[];
  readonly trainingGroups: ReadonlyMap<string, TrainingGroupData>;
  readonly tables: ReadonlyMap<TableName, AdoptedTable>;
}

const initial: Institution = {
  landschappen: new Map(),
  variants: new Map(),
  programmes: [],
  calendars: new Map(),
  settings: [],
  norms: new Map(),
  leermeters: [],
  trainingGroups: new Map(),
  tables: new Map(),
};

const evolve = evolveBy<InstitutionEvent, Institution>({
  LandschapDefined: (data, now) => ({
    ...now,
    landschappen: new Map(now.landschappen).set(data.landschap, data),
  }),
  StartProgrammeVariantDefined: (data, now) => ({
    ...now,
    variants: new Map(now.variants).set(data.variant, [...(now.variants.get(data.variant) ?? []), data]),
  }),
  ProgrammeDefined: (data, now) => ({
    ...now,
    programmes: [...now.programmes.filter((each) => !sameProgramme(each, data)), data],
  }),
  CalendarSet: (data, now) => ({
    ...now,
    calendars: new Map(now.calendars).set(data.schoolYear, data.holidays),
  }),
  SettingChanged: (data, now) => ({ ...now, settings: [...now.settings, data] }),
  NormSet: (data, now) => ({ ...now, norms: new Map(now.norms).set(normKey(data), data) }),
  LeermeterDefined: (data, now) => ({ ...now, leermeters: [...now.leermeters, data] }),
  TrainingGroupDefined: (data, now) => ({
    ...now,
    trainingGroups: new Map(now.trainingGroups).set(data.group, data),
  }),
  TableAdopted: ({ table, version, hash }, now) => ({
    ...now,
    tables: new Map(now.tables).set(table, { version, hash }),
  }),
});

/** What a norm is of, and from when: set again, it is replaced. */
export const normKey = ({
  norm,
  niveau,
  schoolYear,
}: Pick<NormData, 'norm' | 'niveau' | 'schoolYear'>): string => `${norm} ${niveau} ${schoolYear}`;

const sameProgramme = (one: ProgrammeData, other: ProgrammeData): boolean =>
  one.landschap === other.landschap && one.opleidingscode === other.opleidingscode;

export const institution: Readable<Institution, InstitutionEvent> = {
  initial,
  evolve,
  events: institutionEvents,
};

/** The version of a variant that a start programme beginning now gets. */
export const currentVariant = (now: Institution, variant: string): VariantData | undefined =>
  now.variants.get(variant)?.at(-1);

/** What a landschap itself says of a programme that it offers. */
export const offeredProgramme = (
  now: Institution,
  landschap: string,
  opleidingscode: string,
): ProgrammeData | undefined =>
  now.programmes.find((each) => each.landschap === landschap && each.opleidingscode === opleidingscode);
