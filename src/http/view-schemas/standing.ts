import { countSchema, type Schema, yesNoSchema } from '../schemas.ts';

export const ordinal: Schema = {
  ...countSchema,
  description: 'the event up to which the answer has read: 1 is the first of the log',
};
export const behind: Schema = {
  ...yesNoSchema,
  description: 'the log has events that this answer has not seen',
};

export const said: Schema = {
  type: 'object',
  additionalProperties: { type: 'string' },
  description: 'what people wrote, by field, to those who guide',
};
