import type { Fields } from '../kernel/schema.ts';
import { schemaOf } from './bodies/given.ts';

export type Schema = Readonly<Record<string, unknown>>;

export const textSchema: Schema = { type: 'string' };
export const idSchema: Schema = { type: 'string', format: 'uuid' };
export const daySchema: Schema = { type: 'string', format: 'date' };
export const momentSchema: Schema = { type: 'string', format: 'date-time' };
export const countSchema: Schema = { type: 'integer', minimum: 0 };
export const numberSchema: Schema = { type: 'number' };
export const yesNoSchema: Schema = { type: 'boolean' };

export const orNull = (schema: Schema): Schema => ({ ...schema, nullable: true });
export const oneOf = (values: readonly string[]): Schema => ({ type: 'string', enum: [...values] });
export const listOf = (items: Schema): Schema => ({ type: 'array', items });

/** An object that names its members; those behind a `?` may be left out. */
export const objectOf = (members: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    Object.entries(members).map(([name, schema]) => [name.replace(/\?$/, ''), schema]),
  ),
  required: Object.keys(members).filter((name) => !name.endsWith('?')),
});

/** The fields of an event, as they are answered. */
export const fieldsSchema = (title: string, fields: Fields): Schema => ({
  title,
  ...schemaOf({ of: 'group', fields }),
});
