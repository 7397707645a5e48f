import { isMembers, type Members } from '../../kernel/data.ts';
import { canonical } from '../../engine/canonical.ts';
import { trajectoryEvents } from '../../domain/trajectory/events.ts';
import { eventsOf } from '../../imports/log/known-events.ts';
import type { Fields, Shape } from '../../kernel/schema.ts';
import type { RawEvent } from '../../ports/raw-log.ts';

/** A correction holds fields of whatever it corrects: those that may be erased in any event are left out. */
const erasable: ReadonlySet<string> = new Set(
  Object.values(trajectoryEvents).flatMap(({ fields }) =>
    Object.entries<Fields[string]>(fields).flatMap(([name, { classification }]) =>
      classification === 'structural' ? [] : [name],
    ),
  ),
);

const valueOf = ({ kind }: Shape<unknown>, value: unknown): unknown => {
  if (kind.of === 'group' && isMembers(value)) return structuralOf(kind.fields, value);
  if (kind.of === 'list' && Array.isArray(value)) return value.map((each) => valueOf(kind.each, each));
  if (kind.of === 'values' && isMembers(value))
    return Object.fromEntries(Object.entries(value).filter(([name]) => !erasable.has(name)));
  return value;
};

/** What stays of an event's data when a student is erased. */
export const structuralOf = (fields: Fields, data: Members): Members =>
  Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return field?.classification === 'structural' ? [[name, valueOf(field.shape, value)]] : [];
    }),
  );

/**
 * What evidence names an event by: the part of it that is there as long as the log is. Free text, care and names are
 * left out, so that the evidence stays the same when they are erased.
 */
export const structuralText = ({ id, stream, revision, type, version, data, meta }: RawEvent): string => {
  const fields = eventsOf(stream)?.[type]?.fields ?? {};
  const given: unknown = JSON.parse(data);
  const { recordedAt } = JSON.parse(meta) as { readonly recordedAt?: unknown };
  return canonical({
    id,
    stream,
    revision,
    type,
    version,
    data: isMembers(given) ? structuralOf(fields, given) : {},
    recordedAt,
  });
};
