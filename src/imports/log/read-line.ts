import { isMembers, type Members } from '../../kernel/data.ts';
import { lineOf } from '../../engine/chain.ts';
import { isInstant } from '../../kernel/instant.ts';
import { isUuid, type Meta, type Recorded, roles } from '../../kernel/message.ts';
import { wrongFields } from '../../kernel/schema.ts';
import { isStreamName } from '../../ports/storable.ts';
import { eventsOf } from './known-events.ts';

/** An event as a line of an export tells it: all but a store's own token. */
export type ToldEvent = Omit<Recorded, 'position'>;

export type LineRead = { readonly event: ToldEvent } | { readonly wrong: string };

/** What each member must be, in the order in which they are written; the words end "… is not". */
type Shape<T> = readonly (readonly [name: keyof T & string, is: (value: unknown) => boolean, what: string])[];

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isWhole =
  (least: number) =>
  (value: unknown): boolean =>
    Number.isSafeInteger(value) && (value as number) >= least;

const eventShape: Shape<ToldEvent> = [
  ['id', isUuid, 'a UUID in lower case'],
  ['stream', (value) => typeof value === 'string' && isStreamName(value), 'the name of a stream'],
  ['revision', isWhole(0), 'a whole number from 0'],
  ['type', isText, 'the name of an event'],
  ['version', isWhole(1), 'a whole number from 1'],
  ['data', isMembers, 'an object'],
  ['meta', isMembers, 'an object'],
];

const metaShape: Shape<Meta> = [
  ['commandId', isUuid, 'a UUID in lower case'],
  [
    'commandHash',
    (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
    '64 hexadecimal digits',
  ],
  ['actor', isMembers, 'an object'],
  ['causationId', isUuid, 'a UUID in lower case'],
  ['correlationId', isUuid, 'a UUID in lower case'],
  ['recordedAt', isInstant, 'an instant'],
  ['source', isText, 'a text'],
];

const actorShape: Shape<Meta['actor']> = [
  ['id', isText, 'a text'],
  ['role', (value) => roles.some((role) => role === value), 'a role'],
];

const wrongShape = <T>(shape: Shape<T>, value: Members, path: string): string | undefined => {
  const names = Object.keys(value);
  if (names.length !== shape.length || shape.some(([name], index) => names[index] !== name))
    return `${path} must have ${shape.map(([name]) => name).join(', ')}, in this order, and nothing else`;
  const unfit = shape.find(([name, is]) => !is(value[name]));
  return unfit && `${path === 'the event' ? '' : `${path}.`}${unfit[0]} is not ${unfit[2]}`;
};

const wrongMeta = (meta: Members): string | undefined =>
  wrongShape(metaShape, meta, 'meta') ?? wrongShape(actorShape, meta['actor'] as Members, 'meta.actor');

const wrongFact = ({ stream, type, version, data }: ToldEvent): string | undefined => {
  const events = eventsOf(stream);
  if (!events) return `${stream} is no stream of Wissel`;
  const definition = Object.hasOwn(events, type) ? events[type] : undefined;
  if (!definition) return `${type} of ${stream} is not known to this build; a later one may have written it`;
  if (version > definition.version)
    return `${type} version ${version} is not known to this build, which knows ${definition.version}; import it with the build that wrote it or a later one`;
  return version === definition.version ? wrongFields(definition.fields, data, type) : undefined;
};

/** Written again, the event must give the same text: whatever else stands in the line would be lost. */
export const readLine = (text: string): LineRead => {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch {
    return { wrong: 'is no JSON: it was changed, or the export was broken off here' };
  }
  if (!isMembers(told)) return { wrong: 'is no event of Wissel' };
  const wrong = wrongShape(eventShape, told, 'the event') ?? wrongMeta(told['meta'] as Members);
  if (wrong !== undefined) return { wrong };
  // What each member is has been looked at above.
  const event = told as unknown as ToldEvent;
  const unknown = wrongFact(event);
  if (unknown !== undefined) return { wrong: unknown };
  return lineOf({ ...event, position: 0n }) === text
    ? { event }
    : { wrong: 'is not written as Wissel writes it: something changed its spaces, signs or line end' };
};
