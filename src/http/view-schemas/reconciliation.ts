import { listedClasses } from '../../../projections/figures/index.ts';
import { vsvListKinds } from '../../domain/delivery/events.ts';
import { countSchema, daySchema, idSchema, listOf, objectOf, oneOf, orNull, textSchema } from '../schemas.ts';
import { definitionSchema, parametersSchema, statusSchema } from './figures.ts';
import { eventNamed } from './inspection.ts';
import { ordinal } from './standing.ts';

const hash = textSchema;

export const reconciliationSchema = objectOf({
  schoolYear: countSchema,
  peildata: listOf(daySchema),
  knownOn: daySchema,
  ordinal,
  status: statusSchema,
  parameters: parametersSchema,
  definitions: listOf(definitionSchema),
  'reservation?': textSchema,
  lists: listOf(
    objectOf({
      delivery: hash,
      kind: oneOf(vsvListKinds),
      sequence: countSchema,
      recordedOn: daySchema,
      rows: countSchema,
      persons: countSchema,
      rejected: countSchema,
    }),
  ),
  compared: orNull(hash),
  vsv: objectOf({ duo: countSchema, school: countSchema, both: countSchema }),
  classes: listOf(
    objectOf({
      as: oneOf(listedClasses),
      stance: oneOf(['agrees', 'explains', 'contradicts', 'unknown']),
      count: countSchema,
    }),
  ),
  items: listOf(
    objectOf({
      side: oneOf(['duo', 'school']),
      'trajectory?': idSchema,
      'person?': hash,
      as: oneOf([...listedClasses, 'notInDuosPopulation', 'accountsDiffer', 'duoKnowsMore']),
      state: oneOf(['agrees', 'explained', 'open', 'ended']),
      since: daySchema,
      ageInDays: countSchema,
      'endedBy?': {
        oneOf: [objectOf({ delivery: hash }), objectOf({ events: listOf(eventNamed) })],
      },
    }),
  ),
  populations: orNull(
    objectOf({
      list: hash,
      duo: countSchema,
      school: countSchema,
      both: countSchema,
      onlyDuo: listOf(objectOf({ why: textSchema, count: countSchema })),
      onlySchool: countSchema,
      differs: objectOf({ opleidingscode: countSchema, leerweg: countSchema, niveau: countSchema }),
      items: listOf(
        objectOf({
          side: oneOf(['duo', 'school']),
          'trajectory?': idSchema,
          'person?': hash,
          why: textSchema,
        }),
      ),
    }),
  ),
});
