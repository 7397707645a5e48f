import { isMap } from 'yaml';
import { choice, group, list, optional, structural } from '../../kernel/schema.ts';
import {
  houseFormat,
  houseSections,
  leermeterFields,
  mostEntries,
  type SectionName,
  sectionNames,
} from './house.ts';
import { openDocument } from './document.ts';
import type { Place, Problem } from './shaped.ts';

/** A school of eleven thousand students takes some hundreds of kilobytes. */
export const longestHouse = 1_048_576;

/** The members of an entry that have their shape; undefined: it has none. */
export type Entry = Readonly<Record<string, unknown>> | undefined;

/** What was read, as far as it has its shape: a house when nothing is wrong with it. */
export interface ReadHouse {
  readonly entries: { readonly [Name in SectionName]: readonly Entry[] };
  readonly leermeter: Entry;
  readonly placeOf: (path: string) => Place;
  readonly problems: readonly Problem[];
}

const fileFields = {
  format: structural(choice(houseFormat)),
  leermeter: optional(structural(group('Leermeter', leermeterFields))),
  ...Object.fromEntries(
    sectionNames.map((name) => [
      name,
      optional(structural(list(group(name, houseSections[name]), mostEntries))),
    ]),
  ),
};

const nothingRead: ReadHouse['entries'] = {
  variants: [],
  landschappen: [],
  programmes: [],
  calendars: [],
  settings: [],
  norms: [],
  trainingGroups: [],
  staff: [],
};

const wholeFile = (...problems: readonly Problem[]): ReadHouse => ({
  entries: nothingRead,
  leermeter: undefined,
  placeOf: () => ({ line: 1, column: 1 }),
  problems,
});

/** Reads a house from YAML 1.2. */
export const readHouse = (text: string): ReadHouse => {
  const document = openDocument(text);
  if (!document.opened) return wholeFile(...document.problems);
  const { contents, reading, placeAt } = document;
  if (!isMap(contents))
    return wholeFile({
      ...placeAt(contents?.range[0] ?? 0),
      path: '',
      what: `is no house: begin with format: ${houseFormat} and give ${sectionNames.join(', ')}, or some of them`,
    });

  const found = reading.members(contents, fileFields, '') ?? {};
  const entries = Object.fromEntries(sectionNames.map((name) => [name, found[name] ?? []]));
  return {
    entries: entries as ReadHouse['entries'],
    leermeter: found['leermeter'] as ReadHouse['leermeter'],
    placeOf: (path) => reading.placeOf(path),
    problems: reading.problems,
  };
};
