import { indicatorIds, outcomeSteps, splits } from '../../../projections/figures/index.ts';
import {
  countSchema,
  daySchema,
  idSchema,
  listOf,
  numberSchema,
  objectOf,
  oneOf,
  orNull,
  textSchema,
  yesNoSchema,
} from '../schemas.ts';
import { parametersSchema, statusSchema } from './figures.ts';
import { ordinal } from './standing.ts';

const counted = { numerator: countSchema, denominator: countSchema, percent: orNull(numberSchema) };
const figure = {
  ...counted,
  notKnown: countSchema,
  overYears: objectOf({ ...counted, years: listOf(countSchema), computable: yesNoSchema }),
};
const norm = objectOf({ percent: numberSchema, source: textSchema, confirmed: yesNoSchema });

export const outcomesSchema = objectOf({
  report: oneOf(['outcomes']),
  schoolYear: countSchema,
  peildata: listOf(daySchema),
  knownOn: daySchema,
  ordinal,
  status: statusSchema,
  indicators: listOf(
    objectOf({
      indicator: objectOf({
        id: oneOf(indicatorIds),
        name: textSchema,
        version: textSchema,
        source: textSchema,
        population: textSchema,
        counts: textSchema,
        average: objectOf({ years: countSchema, atLeast: countSchema }),
        decided: listOf(textSchema),
      }),
      whole: objectOf(figure),
      niveaus: listOf(objectOf({ niveau: textSchema, ...figure, 'norm?': norm })),
      'splits?': listOf(objectOf({ by: oneOf(splits), value: textSchema, ...figure })),
    }),
  ),
  parameters: parametersSchema,
  'by?': oneOf(splits),
});

export const outcomeMembersSchema = objectOf({
  ordinal,
  members: listOf(
    objectOf({
      trajectory: idSchema,
      counted: orNull(yesNoSchema),
      because: orNull(oneOf(outcomeSteps)),
      events: listOf(idSchema),
    }),
  ),
});
