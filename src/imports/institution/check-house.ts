import type { Institution } from '../../domain/institution/state.ts';
import type { StaffId } from '../../domain/staff/ids.ts';
import type { Staff } from '../../domain/staff/state.ts';
import { identity, type SectionName, sectionNames } from './house.ts';
import type { Entry, ReadHouse } from './read-house.ts';
import type { Problem } from './shaped.ts';

/** What is so already: what the file may refer to without saying it. */
export interface KnownHouse {
  readonly institution: Institution;
  /** Of everybody whom the file names; who is not known here is not among them. */
  readonly staff: ReadonlyMap<string, Staff>;
}

const entriesIn = (value: unknown): readonly Entry[] => (Array.isArray(value) ? (value as Entry[]) : []);

const textsOf = (entries: readonly Entry[], member: string): ReadonlySet<string> =>
  new Set(entries.flatMap((each) => (typeof each?.[member] === 'string' ? [each[member]] : [])));

/** The entry of a section that a path lies in: `staff[3]` of `staff[3].roles[0].from`. */
const entryOf = (path: string): string => /^\w+\[\d+\]/.exec(path)?.[0] ?? path;

/** Everybody whom a file names: who is in it, and their deputies. */
export const peopleIn = ({ entries: { staff } }: ReadHouse): readonly StaffId[] => {
  const deputies = staff.flatMap((each) => [...textsOf(entriesIn(each?.['absences']), 'deputy')]);
  return [...new Set([...textsOf(staff, 'id'), ...deputies])] as StaffId[];
};

/** What is wrong with a file that a look at each value by itself does not show: said twice, or naming nothing. */
export const problemsAgainst = (
  { entries, placeOf, problems: read }: ReadHouse,
  { institution, staff: known }: KnownHouse,
): readonly Problem[] => {
  const problems: Problem[] = [];
  const wrong = new Set(read.map(({ path }) => entryOf(path)));
  const problem = (path: string, what: string): void => {
    problems.push({ ...placeOf(path), path, what });
  };

  const saidTwice = (list: readonly Entry[], path: string, members: readonly string[]): void => {
    const first = new Map<string, number>();
    for (const [index, each] of list.entries()) {
      // Of what could not be read it is not known what it says.
      if (wrong.has(entryOf(`${path}[${index}]`))) continue;
      const said = members.flatMap((name) => {
        const value = each?.[name];
        return typeof value === 'string' || typeof value === 'number' ? [`${name} ${value}`] : [];
      });
      const key = said.join(', ');
      const before = first.get(key);
      if (before === undefined) first.set(key, index);
      else
        problem(
          `${path}[${index}]`,
          `${key} is on line ${placeOf(`${path}[${before}]`).line} already; take one of the two out`,
        );
    }
  };

  /** Whether a section has entries of which the code could not be read: any reference may be to one of these. */
  const isOpen = (section: SectionName): boolean =>
    entries[section].some((each) => each?.[identity[section][0] ?? ''] === undefined) ||
    read.some(({ path }) => path === section);
  const codes = {
    variant: { section: 'variants', isSo: institution.variants },
    landschap: { section: 'landschappen', isSo: institution.landschappen },
  } as const;
  const refersTo = (kind: keyof typeof codes, list: readonly Entry[], path: string): void => {
    const { section, isSo } = codes[kind];
    if (isOpen(section)) return;
    const said = textsOf(entries[section], kind);
    for (const [index, each] of list.entries()) {
      const code = each?.[kind];
      if (typeof code !== 'string' || said.has(code) || (isSo as ReadonlyMap<string, unknown>).has(code))
        continue;
      problem(
        `${path}[${index}].${kind}`,
        `${code} is neither in the file nor known; add it under ${section}, or mend the code`,
      );
    }
  };

  for (const name of sectionNames) saidTwice(entries[name], name, identity[name]);
  refersTo('variant', entries.landschappen, 'landschappen');
  refersTo('landschap', entries.programmes, 'programmes');
  refersTo('landschap', entries.settings, 'settings');

  const here = textsOf(entries.staff, 'id');
  for (const [index, member] of entries.staff.entries()) {
    const path = `staff[${index}]`;
    const roles = entriesIn(member?.['roles']);
    const absences = entriesIn(member?.['absences']);
    saidTwice(roles, `${path}.roles`, ['role', 'landschap']);
    refersTo('landschap', roles, `${path}.roles`);
    saidTwice(absences, `${path}.absences`, ['from', 'to', 'deputy']);
    for (const [at, absence] of absences.entries()) {
      const deputy = absence?.['deputy'];
      if (typeof deputy !== 'string' || here.has(deputy) || isOpen('staff')) continue;
      const standsIn = known.get(deputy);
      if (!standsIn?.registered)
        problem(
          `${path}.absences[${at}].deputy`,
          'is neither in the file nor known; add this person under staff, or name another',
        );
    }
    const was = known.get(String(member?.['id']));
    if (!member || !was?.registered || was.as === undefined) continue;
    if (was.leftOn !== undefined) {
      // An old file would otherwise bring back whoever has left since it was written.
      if (typeof member['since'] === 'string' && member['since'] <= was.leftOn)
        problem(path, `left on ${was.leftOn}; take this person out, or give the day of the return as since`);
      continue;
    }
    for (const [name, recorded] of [
      ['name', was.as.name],
      ['email', was.as.email],
      ['since', was.as.on],
    ] as const)
      if (member[name] !== recorded && (member[name] !== undefined || recorded !== undefined))
        problem(
          `${path}.${name}`,
          `is recorded as ${recorded ?? 'nothing'} and cannot be changed by an import; write it so here`,
        );
  }
  return problems;
};
