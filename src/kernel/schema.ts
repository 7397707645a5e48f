import { isMembers } from './data.ts';
import { isCalendarDate, type CalendarDate } from './calendar-date.ts';
import { isInstant, type Instant } from './instant.ts';
import { isUuid, type Uuid } from './message.ts';

/**
 * The shape of a stored value: what it is called in `docs/events.md`, and what is wrong with a value that
 * does not have it. Types are derived from shapes, so an event's type, check and documentation are one text.
 */
export interface Shape<T> {
  readonly name: string;
  readonly kind: ShapeKind;
  /** The first thing wrong, as `path: what`, or nothing. */
  readonly wrong: (value: unknown, path: string) => string | undefined;
  /** Never set; carries the type. */
  readonly type?: T;
}

/** How a shape is built, for whoever generates values or documents from it. */
export type ShapeKind =
  | { readonly of: 'text'; readonly longest: number }
  | { readonly of: 'pattern'; readonly pattern: RegExp; readonly example: string }
  | { readonly of: 'number'; readonly least: number; readonly most: number }
  | { readonly of: 'yesNo' }
  | { readonly of: 'date' }
  | { readonly of: 'instant' }
  | { readonly of: 'uuid' }
  | { readonly of: 'choice'; readonly values: readonly (string | number | boolean)[] }
  | { readonly of: 'list'; readonly each: Shape<unknown>; readonly most: number }
  | { readonly of: 'group'; readonly fields: Fields }
  | { readonly of: 'values' };

/**
 * Who may read a field, and what erasing a student takes away (DESIGN.md §3 of the specification):
 * *structural* stays for ever and is all that rules and figures rest on.
 */
export type Classification = 'structural' | 'personal' | 'special' | 'freeText';

export interface Field<T, Optional extends boolean = boolean> {
  readonly shape: Shape<T>;
  readonly classification: Classification;
  readonly optional: Optional;
  readonly says: string;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

type TypeOf<F> = F extends Field<infer T> ? T : never;
type RequiredKeys<F extends Fields> = {
  [K in keyof F]: F[K]['optional'] extends false ? K : never;
}[keyof F];
type OptionalKeys<F extends Fields> = Exclude<keyof F, RequiredKeys<F>>;

/** The data that a set of fields describes. */
export type DataOf<F extends Fields> = {
  readonly [K in RequiredKeys<F>]: TypeOf<F[K]>;
} & {
  readonly [K in OptionalKeys<F>]?: TypeOf<F[K]>;
};

const field =
  (classification: Classification) =>
  <T>(shape: Shape<T>, says = ''): Field<T, false> => ({
    shape,
    classification,
    optional: false,
    says,
  });

export const structural = field('structural');
export const personal = field('personal');
export const special = field('special');
export const freeText = field('freeText');

export const optional = <T>(given: Field<T, false>): Field<T, true> => ({
  ...given,
  optional: true,
});

const shape = <T>(name: string, kind: ShapeKind, holds: (value: unknown) => boolean): Shape<T> => ({
  name,
  kind,
  wrong: (value, path) => (holds(value) ? undefined : `${path}: is not ${name}`),
});

export const text = (longest = 4_000): Shape<string> =>
  shape(
    `text (at most ${longest} characters)`,
    { of: 'text', longest },
    (value) => typeof value === 'string' && value.length > 0 && value.length <= longest,
  );

export const pattern = <T extends string = string>(name: string, regExp: RegExp, example: string): Shape<T> =>
  shape(
    name,
    { of: 'pattern', pattern: regExp, example },
    (value) => typeof value === 'string' && regExp.test(value),
  );

export const wholeNumber = (least: number, most: number): Shape<number> =>
  shape(
    `whole number ${least}-${most}`,
    { of: 'number', least, most },
    (value) => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most,
  );

export const yesNo: Shape<boolean> = shape(
  'true or false',
  { of: 'yesNo' },
  (value) => typeof value === 'boolean',
);

export const date: Shape<CalendarDate> = shape('date (YYYY-MM-DD)', { of: 'date' }, isCalendarDate);
export const moment: Shape<Instant> = shape('instant (UTC)', { of: 'instant' }, isInstant);
export const uuidOf = <T extends Uuid = Uuid>(): Shape<T> => shape('UUID', { of: 'uuid' }, isUuid);

export const choice = <const V extends readonly (string | number | boolean)[]>(
  ...values: V
): Shape<V[number]> =>
  shape(values.join(' | '), { of: 'choice', values }, (value) => values.includes(value as V[number]));

export const list = <T>(each: Shape<T>, most = 1_000): Shape<readonly T[]> => ({
  name: `list of ${each.name}`,
  kind: { of: 'list', each, most },
  wrong: (value, path) => {
    if (!Array.isArray(value)) return `${path}: is not a list`;
    if (value.length > most) return `${path}: has more than ${most} entries`;
    for (const [index, item] of value.entries()) {
      const found = each.wrong(item, `${path}[${index}]`);
      if (found !== undefined) return found;
    }
    return undefined;
  },
});

/** What is wrong with data for these fields: a field missing, unknown, or of another shape. */
export const wrongFields = (fields: Fields, data: unknown, path: string): string | undefined => {
  if (!isMembers(data)) return `${path}: is not an object`;
  for (const key of Object.keys(data))
    if (!Object.hasOwn(fields, key)) return `${path}.${key}: is not a field of it`;
  for (const [key, { shape: each, optional: mayBeAbsent }] of Object.entries(fields)) {
    const value = data[key];
    if (value === undefined) {
      if (!mayBeAbsent) return `${path}.${key}: is missing`;
      if (Object.hasOwn(data, key)) return `${path}.${key}: is there without a value`;
      continue;
    }
    const found = each.wrong(value, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
};

export const group = <F extends Fields>(name: string, fields: F): Shape<DataOf<F>> => ({
  name,
  kind: { of: 'group', fields },
  wrong: (value, path) => wrongFields(fields, value, path),
});

/** Text that cannot be stored as it came, or that says nothing: what a door refuses beyond the shape. */
export const wrongText = (value: unknown, path: string): string | undefined => {
  if (typeof value === 'string') {
    if (!value.isWellFormed() || value.includes('\0')) return `${path}: holds characters that are no text`;
    if (value.length > 0 && value.trim() === '') return `${path}: is empty`;
    return undefined;
  }
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) {
      const found = wrongText(each, `${path}[${index}]`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) {
      const found = wrongText(each, `${path}.${name}`);
      if (found !== undefined) return found;
    }
  return undefined;
};

/** The new values of a corrected event: checked by the decider against the fields of that event. */
export const valuesOfAnEvent: Shape<Readonly<Record<string, unknown>>> = shape(
  'some fields of the corrected event',
  { of: 'values' },
  isMembers,
);

/** One kind of event: its version, who causes it, what it says and its fields. */
export interface EventDefinition<F extends Fields = Fields> {
  readonly version: number;
  /** The commands that cause it. */
  readonly by: readonly string[];
  readonly says: string;
  readonly fields: F;
}

export const event = <F extends Fields>(
  definition: Omit<EventDefinition<F>, 'version'> & { readonly version?: number },
): EventDefinition<F> => ({ version: 1, ...definition });

export type EventDefinitions = Readonly<Record<string, EventDefinition>>;

/** The map of event names to their data, from their definitions. */
export type DataByType<D extends EventDefinitions> = {
  [Type in keyof D & string]: D[Type] extends EventDefinition<infer F> ? DataOf<F> : never;
};
