import type { ChangeSetting } from '../../domain/institution/commands.ts';
import { institutionEvents } from '../../domain/institution/events.ts';
import { settingDefinitions } from '../../domain/institution/settings.ts';
import type { Institution } from '../../domain/institution/state.ts';
import { group, list, structural } from '../../kernel/schema.ts';
import { openDocument } from './document.ts';
import type { Place, Problem } from './shaped.ts';

/** Terms as they are to be tried; from which day, is said beside the file. */
export type TermsTried = Omit<ChangeSetting, 'type' | 'from'>;

export interface ReadTerms {
  readonly terms: readonly TermsTried[];
  /** Where the n-th of them stands. */
  readonly placeOf: (index: number) => Place;
  readonly problems: readonly Problem[];
}

const mostTerms = 500;
const { setting, landschap, value } = institutionEvents.SettingChanged.fields;
const shape = list(
  group('setting', { setting, landschap, value: structural(value.shape, 'as an institution sets it') }),
  mostTerms,
);

/** Reads a list of settings with other values, from YAML 1.2: `setting`, `value`, and `landschap` where it is for one. */
export const readTerms = (text: string, institution: Institution): ReadTerms => {
  const document = openDocument(text);
  if (!document.opened)
    return { terms: [], placeOf: () => ({ line: 1, column: 1 }), problems: document.problems };
  const { reading } = document;
  const found = (reading.read(document.contents, shape, '') ?? []) as readonly (
    Partial<TermsTried> | undefined
  )[];
  const seen = new Map<string, number>();
  for (const [index, each] of found.entries()) {
    const at = `[${index}]`;
    if (each?.setting === undefined) continue;
    const { perLandschap, read, allowed } = settingDefinitions[each.setting];
    if (each.landschap !== undefined && !perLandschap)
      reading.problem(`${at}.landschap`, 'this setting holds for the whole school; leave the landschap out');
    else if (each.landschap !== undefined && !institution.landschappen.has(each.landschap))
      reading.problem(
        `${at}.landschap`,
        `${each.landschap} is not known; known are ${[...institution.landschappen.keys()].join(', ')}`,
      );
    if (each.value !== undefined && read(each.value) === undefined)
      reading.problem(`${at}.value`, `${each.value} is not possible; give ${allowed}`);
    const name = `${each.setting} ${each.landschap ?? ''}`.trim();
    const before = seen.get(name);
    if (before !== undefined)
      reading.problem(
        at,
        `${name} is on line ${reading.placeOf(`[${before}]`).line} already; take one of the two out`,
      );
    seen.set(name, index);
  }
  if (found.length === 0 && reading.problems.length === 0) reading.problem('', 'names no setting');
  return {
    terms: found as readonly TermsTried[],
    placeOf: (index) => reading.placeOf(`[${index}]`),
    problems: reading.problems,
  };
};
