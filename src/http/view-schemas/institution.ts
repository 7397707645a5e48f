import { institutionEvents } from '../../domain/institution/events.ts';
import { roles } from '../../kernel/message.ts';
import { structural, wholeNumber } from '../../kernel/schema.ts';
import { countSchema, fieldsSchema, idSchema, listOf, momentSchema, objectOf, oneOf } from '../schemas.ts';
import { ordinal } from './standing.ts';

/** The one that ships is version 0, and no event says so. */
const { version: _fromOne, ...rated } = institutionEvents.LeermeterDefined.fields;
const leermeter = fieldsSchema('Leermeter', { version: structural(wholeNumber(0, 9_999)), ...rated });
export const institutionSchema = objectOf({
  ordinal,
  revision: { type: 'integer', minimum: -1 },
  landschappen: listOf(fieldsSchema('Landschap', institutionEvents.LandschapDefined.fields)),
  variants: listOf(fieldsSchema('Variant', institutionEvents.StartProgrammeVariantDefined.fields)),
  programmes: listOf(fieldsSchema('OfferedProgramme', institutionEvents.ProgrammeDefined.fields)),
  calendars: listOf(fieldsSchema('Calendar', institutionEvents.CalendarSet.fields)),
  settings: listOf(fieldsSchema('Setting', institutionEvents.SettingChanged.fields)),
  norms: listOf(fieldsSchema('Norm', institutionEvents.NormSet.fields)),
  leermeter: { ...leermeter, description: 'the one in use; version 0 is the one that ships' },
  earlierLeermeters: {
    ...listOf(leermeter),
    description: 'by which ratings may have been given, the first first',
  },
  trainingGroups: listOf(fieldsSchema('TrainingGroup', institutionEvents.TrainingGroupDefined.fields)),
  tables: listOf(fieldsSchema('Table', institutionEvents.TableAdopted.fields)),
});

export const institutionHistorySchema = objectOf({
  ordinal,
  revision: { type: 'integer', minimum: -1 },
  events: listOf({
    oneOf: Object.entries(institutionEvents).map(([type, { fields }]) =>
      objectOf({
        event: idSchema,
        revision: countSchema,
        recordedAt: momentSchema,
        type: oneOf([type]),
        role: { ...oneOf(roles), description: 'in which it was asked' },
        data: fieldsSchema(type, fields),
      }),
    ),
  }),
});
