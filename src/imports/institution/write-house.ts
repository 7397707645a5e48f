import { Document, isCollection, isMap, isPair, isSeq, visit } from 'yaml';
import { leermeterOf } from '../../domain/institution/leermeter.ts';
import { type Institution, institution } from '../../domain/institution/state.ts';
import type { StaffId } from '../../domain/staff/ids.ts';
import type { Staff } from '../../domain/staff/state.ts';
import type { Fields } from '../../kernel/schema.ts';
import {
  fileOrder,
  type House,
  houseFormat,
  houseSections,
  leermeterFields,
  type StaffMember,
} from './house.ts';

/** By what the characters are, in no language: on every machine the same. */
const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Sorted by these texts, the first that differs deciding; what is absent comes first. */
const sortedBy = <T>(
  values: Iterable<T>,
  ...texts: readonly ((each: T) => string | undefined)[]
): readonly T[] =>
  [...values].sort((one, other) => {
    for (const text of texts) {
      const order = byText(text(one) ?? '', text(other) ?? '');
      if (order !== 0) return order;
    }
    return 0;
  });

/** The members of data in the order of its fields, and so inside it. */
const ordered = (fields: Fields, data: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { shape }]): [string, unknown][] => {
      const value = data[name];
      if (value === undefined) return [];
      const inner = shape.kind.of === 'list' ? shape.kind.each.kind : shape.kind;
      if (inner.of !== 'group') return [[name, value]];
      const group = inner.fields;
      return Array.isArray(value)
        ? [[name, value.map((each) => ordered(group, each as Record<string, unknown>))]]
        : [[name, ordered(group, value as Record<string, unknown>)]];
    }),
  );

/** What ships need not be said: an institution that defines just that has nothing of its own. */
const isOwn = (now: Institution): boolean => {
  const [own, ships] = [now, institution.initial].map((each) =>
    JSON.stringify(ordered(leermeterFields, { ...leermeterOf(each) })),
  );
  return own !== ships;
};

/** Of settings for the same day the one that was said last; the earlier ones are history. */
const settingsIn = ({ settings }: Institution): House['settings'] =>
  sortedBy(
    new Map(settings.map((each) => [`${each.setting} ${each.landschap ?? ''} ${each.from}`, each])).values(),
    (each) => each.setting,
    (each) => each.landschap,
    (each) => each.from,
  );

/** Whoever has left belongs to the past; so do absences in which somebody who left was to stand in. */
const staffIn = (staff: ReadonlyMap<StaffId, Staff>): readonly StaffMember[] => {
  const here = new Map([...staff].filter(([, each]) => each.registered && each.leftOn === undefined));
  const members = [...here].flatMap(([id, { as, roles, absences }]): StaffMember[] => {
    if (!as) return [];
    const present = absences.filter(({ deputy }) => here.has(deputy));
    return [
      {
        id,
        name: as.name,
        ...(as.email === undefined ? {} : { email: as.email }),
        since: as.on,
        ...(roles.length === 0
          ? {}
          : {
              roles: sortedBy(
                roles,
                (each) => each.role,
                (each) => each.landschap,
              ),
            }),
        ...(present.length === 0
          ? {}
          : {
              absences: sortedBy(
                present,
                (each) => each.from,
                (each) => each.to,
                (each) => each.deputy,
              ),
            }),
      },
    ];
  });
  return sortedBy(
    members,
    // Medewerker 9 before Medewerker 10, as people count.
    (each) => each.name.replaceAll(/\d+/g, (digits) => digits.padStart(15, '0')),
    (each) => each.name,
    (each) => each.id,
  );
};

/** The house as these states have it: the present definitions, not how they became so. */
export const houseOf = (now: Institution, staff: ReadonlyMap<StaffId, Staff>): House => {
  const { version: _counted, ...leermeter } = leermeterOf(now);
  return {
    variants: sortedBy(
      [...now.variants.values()].flatMap((versions) =>
        versions.slice(-1).map(({ version: _last, ...content }) => content),
      ),
      (each) => each.variant,
    ),
    landschappen: sortedBy(now.landschappen.values(), (each) => each.landschap),
    programmes: sortedBy(
      now.programmes,
      (each) => each.landschap,
      (each) => each.opleidingscode,
    ),
    calendars: sortedBy(
      [...now.calendars].map(([schoolYear, holidays]) => ({ schoolYear, holidays })),
      (each) => String(each.schoolYear),
    ),
    settings: settingsIn(now),
    norms: sortedBy(
      now.norms.values(),
      (each) => each.norm,
      (each) => String(each.niveau),
      (each) => String(each.schoolYear),
    ),
    ...(isOwn(now) ? { leermeter } : {}),
    trainingGroups: sortedBy(now.trainingGroups.values(), (each) => each.group),
    staff: staffIn(staff),
  };
};

const heading = ` The house of a school. "wissel institution import" reads this file and records what differs;
 what is not in it stays as it is. Everything is as it was on the day of the export, without its history.`;

/** Entries of one line, as in a table: nothing in them has members of its own. */
const isLine = (value: unknown): boolean =>
  isMap(value) &&
  value.items.every(
    ({ value: each }) =>
      !isMap(each) && !(isSeq(each) && (each.items.length === 0 || each.items.some(isCollection))),
  );

/** A house as YAML: the same house, the same bytes. What another reader would take for a number or a date is quoted. */
export const writeHouse = (house: House): string => {
  const parts = fileOrder.flatMap((name): [string, unknown][] => {
    if (name === 'leermeter')
      return house.leermeter ? [[name, ordered(leermeterFields, house.leermeter)]] : [];
    const entries = house[name] as readonly Record<string, unknown>[];
    return entries.length === 0 ? [] : [[name, entries.map((each) => ordered(houseSections[name], each))]];
  });
  const document = new Document(Object.fromEntries([['format', Number(houseFormat)], ...parts]), {
    version: '1.2',
    schema: 'core',
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
  });
  document.commentBefore = heading;
  visit(document, {
    Pair: (_key, { key, value }, path) => {
      if (path.length !== 2 || typeof key !== 'object' || key === null) return;
      if (isSeq(value) || isMap(value)) Object.assign(key, { spaceBefore: true });
    },
    Seq: (_key, seq, path) => {
      const owner = path.at(-1);
      if (isPair(owner)) seq.flow = seq.items.length === 0 || !seq.items.some(isCollection);
    },
    Map: (_key, map, path) => {
      if (isSeq(path.at(-1))) map.flow = isLine(map);
    },
  });
  return document.toString({ lineWidth: 0, blockQuote: false });
};
