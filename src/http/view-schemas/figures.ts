import {
  evidenceBoxes,
  registerBoxes,
  type ReportName,
  splits,
  vsvSteps,
} from '../../../projections/figures/index.ts';
import { dimensions, initiatives } from '../../domain/trajectory/events.ts';
import {
  countSchema,
  daySchema,
  idSchema,
  listOf,
  numberSchema,
  objectOf,
  oneOf,
  orNull,
  type Schema,
  textSchema,
  yesNoSchema,
} from '../schemas.ts';
import { ordinal } from './standing.ts';

export const verdict = oneOf(['no', 'open', 'presumed']);
const step = oneOf(vsvSteps);
const flow = { register: oneOf(registerBoxes), evidence: oneOf(evidenceBoxes), count: countSchema };
const population = objectOf({ size: countSchema, delivered: countSchema, derived: countSchema });
const standsBySchema = {
  oneOf: [yesNoSchema, oneOf(['opstromer', 'doorstromer', 'uitstromer', 'out', 'notKnown'])],
};
const twinCounts = {
  register: listOf(objectOf({ register: oneOf(registerBoxes), count: countSchema })),
  evidence: listOf(objectOf({ evidence: oneOf(evidenceBoxes), count: countSchema })),
  flows: listOf(objectOf(flow)),
  presumed: countSchema,
  accountsDiffer: countSchema,
};
const vsvCounts = {
  verdicts: listOf(objectOf({ verdict, step, count: countSchema })),
  shares: listOf(
    objectOf({
      niveau: textSchema,
      of: countSchema,
      presumed: countSchema,
      open: countSchema,
      percent: orNull(numberSchema),
      percentWithOpen: orNull(numberSchema),
      'norm?': numberSchema,
      'normSource?': textSchema,
    }),
  ),
};
export const statusSchema = {
  ...oneOf(['provisional', 'definitive']),
  description: 'definitive once DUO’s definitive list of the count year is known',
};
export const definitionSchema = objectOf({ id: textSchema, version: textSchema, source: textSchema });

export const parametersSchema = objectOf({
  fundableOnly: yesNoSchema,
  examOnly: oneOf(['in', 'out']),
  foreignSchool: oneOf(['vsv', 'out']),
  ageRule: textSchema,
  landingTerm: countSchema,
});
export const vsvSchema = objectOf({
  ...vsvCounts,
  unknowns: listOf(objectOf({ unknown: textSchema, count: countSchema })),
  duo: listOf(
    objectOf({
      verdict,
      duo: oneOf(['vsv', 'notVsv']),
      status: oneOf(['provisional', 'definitive']),
      count: countSchema,
    }),
  ),
  sentences: listOf(textSchema),
});
const figures: Readonly<Record<ReportName, Schema>> = {
  twin: objectOf({
    ...twinCounts,
    beside: objectOf({
      placedOnly: objectOf({ definitive: countSchema, placedOnly: countSchema, gone: countSchema }),
      switchBefore: countSchema,
      schoolOnly: countSchema,
    }),
    sentences: listOf(objectOf({ ...flow, text: textSchema })),
    besideSentences: listOf(textSchema),
  }),
  vsv: vsvSchema,
  switches: objectOf({
    counts: listOf({
      type: 'object',
      properties: {
        count: countSchema,
        counted: { oneOf: [yesNoSchema, oneOf(['opstromer', 'doorstromer', 'uitstromer'])] },
      },
      required: ['count'],
      additionalProperties: { type: 'string' },
      description:
        'a dimension, a moment, an initiative or the value of a split, by its name, beside its count',
    }),
    population: textSchema,
    counted: textSchema,
    notKnown: countSchema,
  }),
};

export const reportSchema = (report: ReportName): Schema =>
  objectOf({
    report: oneOf([report]),
    schoolYear: { type: 'integer' },
    peildata: { ...listOf(daySchema), minItems: 2, maxItems: 2 },
    knownOn: daySchema,
    ordinal,
    definition: definitionSchema,
    population,
    [report]: figures[report],
    parameters: parametersSchema,
    status: statusSchema,
    'by?': oneOf(splits),
    ...(report === 'twin'
      ? {
          'alongside?': objectOf({
            definition: definitionSchema,
            flows: listOf(objectOf({ ...flow, counted: standsBySchema })),
          }),
        }
      : {}),
    ...(report === 'vsv' ? { 'reservation?': textSchema } : {}),
    ...(report === 'switches'
      ? {}
      : {
          'splits?': listOf(
            objectOf({
              by: oneOf(splits),
              value: textSchema,
              'name?': textSchema,
              population,
              [report]: objectOf(report === 'twin' ? twinCounts : vsvCounts),
            }),
          ),
        }),
  });

export const compareSchema = objectOf({
  report: oneOf(['twin', 'vsv']),
  definition: definitionSchema,
  knownOn: daySchema,
  ordinal,
  'reservation?': textSchema,
  'by?': oneOf(splits),
  sides: {
    ...listOf(
      objectOf({
        schoolYear: { type: 'integer' },
        peildata: { ...listOf(daySchema), minItems: 2, maxItems: 2 },
        status: statusSchema,
        'value?': textSchema,
        'name?': textSchema,
        population,
        'twin?': objectOf(twinCounts),
        'vsv?': objectOf(vsvCounts),
      }),
    ),
    minItems: 2,
    maxItems: 2,
  },
});

export const membersSchema = objectOf({
  ordinal,
  members: listOf(
    objectOf({
      trajectory: idSchema,
      events: listOf(idSchema),
      'row?': {
        oneOf: [
          objectOf({
            trajectory: idSchema,
            register: oneOf(registerBoxes),
            evidence: oneOf(evidenceBoxes),
            accountsDiffer: yesNoSchema,
            missing: listOf(textSchema),
            vsv: objectOf({ verdict, step, unknowns: listOf(textSchema) }),
            events: listOf(idSchema),
          }),
          objectOf({
            trajectory: idSchema,
            switch: orNull(idSchema),
            counted: { oneOf: [yesNoSchema, oneOf(['opstromer', 'doorstromer', 'uitstromer'])] },
            dimensions: listOf(oneOf(dimensions)),
            moment: listOf(textSchema),
            initiative: orNull(oneOf(initiatives)),
          }),
        ],
      },
    }),
  ),
});
