import { schoolYearOf } from '../../../src/domain/institution/calendar.ts';
import { dimensions, initiatives } from '../../../src/domain/trajectory/events.ts';
import type { SwitchDefinition } from './definitions.ts';
import { ofSwitch, some } from './membership.ts';
import { moments, type SwitchMade } from './switches.ts';

const prefix = 'own:';

interface Attribute {
  readonly name: string;
  readonly values: readonly string[];
  readonly of: (made: SwitchMade) => readonly (string | undefined)[];
}

/** No two of their values have the same name, so that a filter is a list of names. */
const attributes: readonly Attribute[] = [
  { name: 'dimension', values: dimensions, of: (made) => made.dimensions },
  { name: 'moment', values: moments, of: (made) => made.moment },
  { name: 'initiative', values: initiatives, of: (made) => [made.initiative] },
];

/** What can be named, for whoever types it. */
export const ownDefinitionUsage = `${prefix}NAME,… with names of ${attributes
  .map(({ name, values }) => `a ${name} (${values.join(', ')})`)
  .join(', ')}`;

export const isOwn = (id: string): boolean => id.startsWith(prefix);

/** What is named in the id of a filter of one’s own. */
export const namesIn = (id: string): readonly string[] =>
  isOwn(id) ? id.slice(prefix.length).split(',') : [];

/**
 * One's own filter over all switches, as `own:domein,insideStartProgramme,student`: one counts that has any of the values
 * named of each attribute of which one is named. No published definition of a switch is law (DOMAIN.md §4.3 of the
 * specification). Undefined when a name is not known, or none is there.
 */
export const ownDefinition = (text: string): SwitchDefinition | undefined => {
  const named = namesIn(text);
  const asked = attributes
    .map(({ values, ...rest }) => ({ ...rest, values: values.filter((value) => named.includes(value)) }))
    .filter(({ values }) => values.length > 0);
  const known = attributes.flatMap(({ values }) => values);
  if (asked.length === 0 || !named.every((name) => known.includes(name))) return undefined;
  return {
    // In one order, so that the same filter has one name.
    id: `${prefix}${asked.flatMap(({ values }) => values).join(',')}`,
    version: '2026.1',
    source: 'a filter of one’s own over the attributes of a switch',
    population: 'every switch made in the school year',
    counts: asked.map(({ name, values }) => `${name} ${values.join(' or ')}`).join(', and '),
    needs: 'nothing',
    members: (view, { schoolYear }) =>
      some(
        view.switches
          .filter(({ on }) => schoolYearOf(on) === schoolYear)
          .map((made) => ({
            ...ofSwitch(made, view, 'switched'),
            counted: asked.every(({ of, values }) =>
              of(made).some((value) => value !== undefined && values.includes(value)),
            ),
          })),
        'noSwitch',
      ),
  };
};
