import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy, ValidateIf, type ValidationArguments } from 'class-validator';
import { type DataOf, type Fields, type Shape, type ShapeKind, wrongText } from '../../kernel/schema.ts';

type JsonSchema = Exclude<ApiPropertyOptions, undefined> & Record<string, unknown>;

const objectSchema = (fields: Fields): Record<string, unknown> => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    Object.entries(fields).map(([name, { shape, says }]) => [
      name,
      { ...schemaOf(shape.kind), ...(says === '' ? {} : { description: says }) },
    ]),
  ),
  required: Object.entries(fields)
    .filter(([, each]) => !each.optional)
    .map(([name]) => name),
});

/** A shape as OpenAPI says it. */
export const schemaOf = (kind: ShapeKind): Record<string, unknown> => {
  switch (kind.of) {
    case 'text':
      return { type: 'string', minLength: 1, maxLength: kind.longest };
    case 'pattern':
      return { type: 'string', pattern: kind.pattern.source, example: kind.example };
    case 'number':
      return { type: 'integer', minimum: kind.least, maximum: kind.most };
    case 'yesNo':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', format: 'date', example: '2026-09-01' };
    case 'instant':
      return { type: 'string', format: 'date-time', example: '2026-09-01T08:30:00.000Z' };
    case 'uuid':
      return { type: 'string', format: 'uuid', example: '0b0f4c3e-4a53-4d0c-9a43-6f1f3c0f9a11' };
    case 'choice':
      return {
        type: typeof kind.values[0] === 'number' ? 'integer' : typeof kind.values[0],
        enum: [...kind.values],
      };
    case 'list':
      return { type: 'array', items: schemaOf(kind.each.kind), maxItems: kind.most };
    case 'group':
      return objectSchema(kind.fields);
    case 'values':
      return { type: 'object', additionalProperties: true };
  }
};

const wrongFor = (shape: Shape<unknown>, { value, property }: ValidationArguments): string | undefined => {
  if (value === undefined) return `${property}: is missing`;
  return shape.wrong(value, property) ?? wrongText(value, property);
};

const hasShape = (shape: Shape<unknown>): PropertyDecorator =>
  ValidateBy({
    name: 'shape',
    validator: {
      validate: (_value, args) => args !== undefined && wrongFor(shape, args) === undefined,
      defaultMessage: (args) => (args && wrongFor(shape, args)) ?? 'is wrong',
    },
  });

const described = (shape: Shape<unknown>, says: string, required: boolean): PropertyDecorator =>
  ApiProperty({
    ...(schemaOf(shape.kind) as JsonSchema),
    ...(says === '' ? {} : { description: says }),
    required,
  } as ApiPropertyOptions);

/**
 * A member of a body: checked and documented by the same shape as the event that it becomes, so that what
 * passes here can be stored.
 */
export const Given = (shape: Shape<unknown>, says = ''): PropertyDecorator =>
  applyDecorators(hasShape(shape), described(shape, says, true));

/** A member that may be left out. `null` is a value, and a wrong one: leaving out is the way to leave out. */
export const MayGive = (shape: Shape<unknown>, says = ''): PropertyDecorator =>
  applyDecorators(
    ValidateIf((_body, value) => value !== undefined),
    hasShape(shape),
    described(shape, says, false),
  );

/** A request body whose instances have passed every check of its fields. */
export type BodyClass<T extends object> = new () => T;

const bodiesWithoutMembers = new WeakSet<object>();

/** Whether a command has nothing to say beyond its name; class-validator takes such a class for one that it does not know. */
export const hasNoMembers = (body: object): boolean => bodiesWithoutMembers.has(body);

/** The body class of a command, from the fields that it has. */
export const bodyOf = <F extends Fields>(name: string, fields: F): BodyClass<DataOf<F>> => {
  const body = { [name]: class extends Object {} }[name] as unknown as BodyClass<DataOf<F>>;
  const prototype = body.prototype as object;
  for (const [property, { shape, optional, says }] of Object.entries(fields)) {
    Reflect.defineMetadata('design:type', Object, prototype, property);
    (optional ? MayGive : Given)(shape, says)(prototype, property);
  }
  if (Object.keys(fields).length === 0) bodiesWithoutMembers.add(body);
  return body;
};

/** The members that were given. */
export const givenIn = <T extends object>(body: T): T =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as T;
