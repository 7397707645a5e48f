import { type Attribute, type Happening, momentsOf, type Traject } from './happenings.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const element = (kind: 'string' | 'date' | 'int' | 'boolean', key: string, value: string): string =>
  `<${kind} key="${escaped(key)}" value="${escaped(value)}"/>`;

const attribute = ([name, value]: Attribute): string =>
  typeof value === 'number'
    ? element('int', name, String(value))
    : element(typeof value === 'boolean' ? 'boolean' : 'string', name, String(value));

/** Who did it or is responsible by it: the first of the school's people that it names. */
const resource = ({ links }: Happening): readonly string[] => {
  const person = links.find(({ kind }) => kind === 'medewerker');
  return person ? [element('string', 'org:resource', person.id)] : [];
};

const things = ({ links }: Happening): readonly string[] =>
  links.map(({ kind, id, qualifier }) => element('string', `${kind}.${qualifier}`, id));

/**
 * XES (IEEE 1849-2016): a trace per traject, with the extensions Concept, Time and Organizational. In pieces.
 * Activities are the types of the events, as the list in docs/events.md has them.
 */
export function* xesOf(trajects: readonly Traject[]): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<log xes.version="1849.2016" xes.features="">\n';
  for (const [name, prefix] of [
    ['Concept', 'concept'],
    ['Time', 'time'],
    ['Organizational', 'org'],
  ] as const)
    yield `<extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>\n`;
  yield `<global scope="trace">${element('string', 'concept:name', '')}</global>\n`;
  yield `<global scope="event">${element('string', 'concept:name', '')}${element('date', 'time:timestamp', '1970-01-01T00:00:00.000Z')}</global>\n`;
  yield '<classifier name="Activity" keys="concept:name"/>\n';
  for (const traject of trajects) {
    const moments = momentsOf(traject);
    const events = traject.happenings.map((happening, n) =>
      [
        '<event>',
        element('string', 'concept:name', happening.type),
        element('date', 'time:timestamp', moments[n] ?? ''),
        ...resource(happening),
        element('string', 'recordedOn', happening.recordedOn),
        ...things(happening),
        ...happening.attributes.map(attribute),
        '</event>\n',
      ].join(''),
    );
    yield `<trace>${element('string', 'concept:name', traject.id)}\n${events.join('')}</trace>\n`;
  }
  yield '</log>\n';
}
