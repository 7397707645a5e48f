import {
  type Attribute,
  type Link,
  momentsOf,
  type Traject,
  type ThingKind,
  thingKinds,
} from './happenings.ts';

type AttributeType = 'string' | 'integer' | 'boolean';

const typeOf = (value: Attribute[1]): AttributeType =>
  typeof value === 'boolean' ? 'boolean' : typeof value === 'number' ? 'integer' : 'string';

const objectId = (kind: ThingKind, id: string): string => `${kind} ${id}`;
const trajectId = (id: string): string => `traject ${id}`;

/** What happened with things and not with a traject only: which attributes and types there are, and every thing once. */
const inventory = (trajects: readonly Traject[]) => {
  const types = new Map<string, Map<string, AttributeType>>();
  const things = new Map<string, { readonly kind: ThingKind; readonly of: Set<string> }>();
  for (const traject of trajects)
    for (const { type, attributes, links } of traject.happenings) {
      const mine = types.get(type) ?? new Map<string, AttributeType>();
      types.set(type, mine);
      for (const [name, value] of attributes) mine.set(name, typeOf(value));
      for (const { kind, id } of links) {
        const key = objectId(kind, id);
        const thing = things.get(key) ?? { kind, of: new Set<string>() };
        things.set(key, thing);
        if (kind === 'switch') thing.of.add(trajectId(traject.id));
      }
    }
  return { types, things };
};

const inOrder = <Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] =>
  [...map].sort(([one], [other]) => (one < other ? -1 : 1));

const relationships = (traject: string, links: readonly Link[]) => [
  { objectId: trajectId(traject), qualifier: 'traject' },
  ...links.map(({ kind, id, qualifier }) => ({ objectId: objectId(kind, id), qualifier })),
];

function* joined(values: Iterable<object>): Generator<string> {
  let first = true;
  for (const value of values) {
    yield `${first ? '' : ','}\n${JSON.stringify(value)}`;
    first = false;
  }
}

function* eventsOf(trajects: readonly Traject[]): Generator<object> {
  for (const traject of trajects) {
    const moments = momentsOf(traject);
    for (const [n, { type, recordedOn, attributes, links }] of traject.happenings.entries())
      yield {
        id: `${traject.id}-${n + 1}`,
        type,
        time: moments[n],
        attributes: [
          ...attributes.map(([name, value]) => ({ name, value: String(value) })),
          { name: 'recordedOn', value: recordedOn },
        ],
        relationships: relationships(traject.id, links),
      };
  }
}

/**
 * OCEL 2.0 in JSON (Berti and others, OCEL Object-Centric Event Log 2.0 Specification, 2023, §5): event types with their
 * attributes, object types, objects, and events each with the objects they are about. In pieces.
 */
export function* ocelOf(trajects: readonly Traject[]): Generator<string> {
  const { types, things } = inventory(trajects);
  yield '{"objectTypes":[';
  yield* joined(['traject', ...thingKinds].map((name) => ({ name, attributes: [] })));
  yield '],"eventTypes":[';
  yield* joined(
    inOrder(types).map(([name, attributes]) => ({
      name,
      attributes: [
        ...inOrder(attributes).map(([attribute, type]) => ({ name: attribute, type })),
        { name: 'recordedOn', type: 'string' },
      ],
    })),
  );
  yield '],"objects":[';
  yield* joined([
    ...trajects.map(({ id }) => ({ id: trajectId(id), type: 'traject', attributes: [], relationships: [] })),
    ...inOrder(things).map(([id, { kind, of }]) => ({
      id,
      type: kind,
      attributes: [],
      relationships: [...of].sort().map((traject) => ({ objectId: traject, qualifier: 'van' })),
    })),
  ]);
  yield '],"events":[';
  yield* joined(eventsOf(trajects));
  yield ']}\n';
}
