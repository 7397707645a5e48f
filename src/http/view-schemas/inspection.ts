import {
  evidenceBoxes,
  nearKinds,
  nearMends,
  outsideCauses,
  registerBoxes,
  splits,
  vsvSteps,
} from '../../../projections/figures/index.ts';
import { countSchema, daySchema, idSchema, listOf, objectOf, oneOf, orNull, textSchema } from '../schemas.ts';
import { definitionSchema, parametersSchema, statusSchema, verdict, vsvSchema } from './figures.ts';
import { ordinal } from './standing.ts';

const peildata = listOf(daySchema);
const ids = listOf(idSchema);
const considered = objectOf({ step: textSchema, says: textSchema });
export const eventNamed = objectOf({
  id: idSchema,
  type: textSchema,
  ordinal: countSchema,
  'on?': daySchema,
  recordedOn: daySchema,
});

export const whySchema = objectOf({
  trajectory: idSchema,
  schoolYear: countSchema,
  peildata,
  knownOn: daySchema,
  ordinal,
  status: statusSchema,
  parameters: parametersSchema,
  definitions: listOf(definitionSchema),
  'reservation?': textSchema,
  figures: listOf(
    objectOf({
      figure: textSchema,
      standing: oneOf(['counted', 'notCounted', 'leftOut', 'unknown']),
      as: orNull(textSchema),
      decidedBy: considered,
      before: listOf(considered),
      events: ids,
    }),
  ),
  events: listOf(eventNamed),
});

export const nearSchema = objectOf({
  schoolYear: countSchema,
  peildata,
  knownOn: daySchema,
  ordinal,
  status: statusSchema,
  parameters: parametersSchema,
  definitions: listOf(definitionSchema),
  'reservation?': textSchema,
  population: countSchema,
  kinds: listOf(objectOf({ kind: oneOf(nearKinds), count: countSchema })),
  mends: listOf(objectOf({ mend: oneOf(nearMends), count: countSchema })),
  vsv: vsvSchema,
  cases: listOf(
    objectOf({
      trajectory: idSchema,
      kind: oneOf(nearKinds),
      'register?': oneOf(registerBoxes),
      'evidence?': oneOf(evidenceBoxes),
      'vsv?': objectOf({ verdict, step: oneOf(vsvSteps), unknowns: listOf(textSchema) }),
      'splits?': objectOf(Object.fromEntries(splits.map((split) => [split, textSchema]))),
      mends: listOf(oneOf(nearMends)),
      events: ids,
    }),
  ),
});

const standing = orNull(
  objectOf({
    register: oneOf(registerBoxes),
    evidence: oneOf(evidenceBoxes),
    verdict,
    step: oneOf(vsvSteps),
  }),
);

export const bridgeSchema = objectOf({
  schoolYear: countSchema,
  peildata,
  from: daySchema,
  to: daySchema,
  ordinal,
  read: listOf(
    objectOf({ status: statusSchema, parameters: parametersSchema, definitions: listOf(definitionSchema) }),
  ),
  'reservation?': textSchema,
  lines: listOf(
    objectOf({
      part: oneOf(['population', 'register', 'evidence', 'verdict']),
      value: textSchema,
      before: countSchema,
      came: countSchema,
      went: countSchema,
      after: countSchema,
    }),
  ),
  steps: listOf(
    objectOf({
      from: standing,
      to: standing,
      count: countSchema,
      moves: listOf(
        objectOf({
          trajectory: idSchema,
          because: listOf(eventNamed),
          'otherwise?': oneOf(outsideCauses),
        }),
      ),
    }),
  ),
  deliveries: listOf(textSchema),
});
