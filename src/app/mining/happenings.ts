import { isMembers, type Members } from '../../kernel/data.ts';
import { correctedBy, type CorrectionSaid, goesOnAs } from '../../../projections/figures/index.ts';
import { landschapCode, opleidingscode } from '../../domain/institution/ids.ts';
import { trajectoryEvents } from '../../domain/trajectory/events.ts';
import { type CalendarDate, isCalendarDate } from '../../kernel/calendar-date.ts';
import { amsterdamDate } from '../../kernel/instant.ts';
import type { Recorded } from '../../kernel/message.ts';
import type { Pseudonyms } from '../pseudonyms.ts';
import type { Fields, Shape } from '../../kernel/schema.ts';

/** Things that happenings are about, besides the traject itself. */
export const thingKinds = ['medewerker', 'landschap', 'opleiding', 'switch'] as const;
export type ThingKind = (typeof thingKinds)[number];

export interface Link {
  readonly kind: ThingKind;
  /** A pseudonym, or a code that the school publishes. */
  readonly id: string;
  /** Which part it has in it: the name of the field. */
  readonly qualifier: string;
}

export type Attribute = readonly [name: string, value: string | number | boolean];

/** Something that happened on a traject, under names that hold in one export. */
export interface Happening {
  readonly type: string;
  /** The day it was true; where the event names none, the day it was recorded. */
  readonly on: CalendarDate;
  readonly recordedOn: CalendarDate;
  readonly attributes: readonly Attribute[];
  readonly links: readonly Link[];
}

export interface Traject {
  readonly id: string;
  readonly happenings: readonly Happening[];
}

/** What the register told, and what puts other events right, is no step of a traject. */
const isStep = (type: string): boolean =>
  !type.startsWith('Register') && !['Corrected', 'TrajectoryMerged', 'DuoVerdictRecorded'].includes(type);

/** Texts that are codes of the school; whatever else somebody typed stays at home. */
const codes: ReadonlySet<string> = new Set(['variant', 'lwp']);

interface Told {
  readonly attributes: Attribute[];
  readonly links: Link[];
}

const tell = (
  name: string,
  shape: Shape<unknown>,
  value: unknown,
  told: Told,
  names: Pseudonyms,
  staff: ReadonlySet<string>,
): void => {
  const link = (kind: ThingKind, id: string): void => {
    told.links.push({ kind, id, qualifier: name });
  };
  const { kind } = shape;
  if (kind.of === 'group') {
    if (isMembers(value)) tellAll(name, kind.fields, value, told, names, staff);
  } else if (typeof value === 'string' && kind.of === 'uuid') {
    if (staff.has(value)) link('medewerker', names.of('medewerker', value));
    else if (name === 'switch') link('switch', names.of('switch', value));
  } else if (shape === landschapCode && typeof value === 'string') link('landschap', value);
  else if (shape === opleidingscode && typeof value === 'string') link('opleiding', value);
  else if (
    (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') &&
    (['number', 'yesNo', 'date', 'choice'].includes(kind.of) || codes.has(name))
  )
    told.attributes.push([name, value]);
};

const tellAll = (
  within: string | undefined,
  fields: Fields,
  data: Members,
  told: Told,
  names: Pseudonyms,
  staff: ReadonlySet<string>,
): void => {
  for (const [name, { classification, shape }] of Object.entries<Fields[string]>(fields)) {
    const value = data[name];
    if (classification !== 'structural' || value === undefined) continue;
    if (within === undefined && name === 'on') continue;
    tell(within === undefined ? name : `${within}.${name}`, shape, value, told, names, staff);
  }
};

const fieldsOf = (type: string): Fields | undefined =>
  (trajectoryEvents as Readonly<Record<string, { readonly fields: Fields }>>)[type]?.fields;

const prefix = 'trajectory-';

/**
 * The trajects as they are known: corrected, what never was left out, a duplicate's steps with the traject that goes on.
 * Only fields that stay for ever, and of those no text that somebody typed: dates, codes, choices, numbers. `events` in log order.
 */
export const trajectsOf = (events: readonly Recorded[], names: Pseudonyms): readonly Traject[] => {
  const staff = new Set(
    events.flatMap(({ stream }) => (stream.startsWith('staff-') ? [stream.slice('staff-'.length)] : [])),
  );
  const corrections = new Map<string, CorrectionSaid[]>();
  const into = new Map<string, string>();
  for (const { stream, type, data } of events) {
    const said = data as Members;
    if (!stream.startsWith(prefix)) continue;
    if (type === 'TrajectoryMerged') into.set(stream.slice(prefix.length), String(said['into']));
    if (type !== 'Corrected') continue;
    const event = String(said['event']);
    corrections.set(event, [...(corrections.get(event) ?? []), said]);
  }
  const steps = new Map<string, Happening[]>();
  for (const { id, stream, type, data, meta } of events) {
    const fields = stream.startsWith(prefix) && isStep(type) ? fieldsOf(type) : undefined;
    if (!fields) continue;
    const { never, values } = correctedBy(corrections.get(id) ?? []);
    if (never) continue;
    const now = { ...(data as Members), ...values };
    const told: Told = { attributes: [], links: [] };
    tellAll(undefined, fields, now, told, names, staff);
    const recordedOn = amsterdamDate(meta.recordedAt);
    const { on } = now as { readonly on?: unknown };
    const traject = goesOnAs(stream.slice(prefix.length), (id) => into.get(id));
    const mine = steps.get(traject) ?? [];
    steps.set(traject, mine);
    mine.push({
      type,
      on: typeof on === 'string' && isCalendarDate(on) ? on : recordedOn,
      recordedOn,
      ...told,
    });
  }
  return [...steps]
    .map(([id, happenings]): Traject => ({
      id: names.of('traject', id),
      // Of one day, in the order in which they were recorded.
      happenings: happenings.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)),
    }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
};

/** Days have no hours: the milliseconds keep what happened on one day in its order. */
export const momentsOf = ({ happenings }: Traject): readonly string[] => {
  let day = '';
  let nth = 0;
  return happenings.map(({ on }) => {
    nth = on === day ? nth + 1 : 0;
    day = on;
    return `${on}T00:00:${String(Math.floor(nth / 1000)).padStart(2, '0')}.${String(nth % 1000).padStart(3, '0')}Z`;
  });
};
