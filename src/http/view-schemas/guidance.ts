import { sabStages } from '../../../projections/dossier-guidance.ts';
import { trainings } from '../../domain/institution/ids.ts';
import {
  attendances,
  conversationKinds,
  portfolioAreas,
  raters,
  scoreFields,
  trajectoryEvents,
} from '../../domain/trajectory/events.ts';
import {
  countSchema,
  daySchema,
  fieldsSchema,
  idSchema,
  listOf,
  objectOf,
  oneOf,
  textSchema,
  yesNoSchema,
} from '../schemas.ts';
import { behind, ordinal, said } from './standing.ts';

const training = objectOf({
  training: oneOf(trainings),
  on: daySchema,
  'group?': textSchema,
  sessions: objectOf(Object.fromEntries(attendances.map((each) => [each, countSchema]))),
  'completedOn?': daySchema,
  'leftOn?': daySchema,
});

/** What a dossier says of guidance and of the second line. */
export const guidanceMembers = {
  'lastConversation?': objectOf({ on: daySchema, kind: oneOf(conversationKinds) }),
  conversations: listOf(objectOf({ kind: oneOf(conversationKinds), count: countSchema, lastOn: daySchema })),
  openGoals: listOf(objectOf({ goal: idSchema, on: daySchema, 'by?': daySchema })),
  portfolio: listOf(
    objectOf({ area: oneOf(portfolioAreas), products: countSchema, reflections: countSchema }),
  ),
  runningBpvs: listOf(
    objectOf({ bpv: idSchema, on: daySchema, international: yesNoSchema, 'plannedEnd?': daySchema }),
  ),
  openInvitations: listOf(
    objectOf({ invitation: idSchema, rater: oneOf(raters), on: daySchema, expiresOn: daySchema }),
  ),
  trainings: listOf(training),
  sab: objectOf({
    'open?': objectOf({ case: idSchema, stage: oneOf(sabStages), since: daySchema }),
    earlier: { ...countSchema, description: 'cases that were closed or returned' },
  }),
  bsa: objectOf({
    'warnedOn?': daySchema,
    'advised?': fieldsSchema('Advice', trajectoryEvents.BsaRecorded.fields),
  }),
};

const score = { on: daySchema, rater: oneOf(raters), leermeter: countSchema, score: countSchema };

export const leermeterSchema = objectOf({
  ordinal,
  behind,
  trajectory: idSchema,
  leermeters: listOf(
    objectOf({ version: countSchema, name: textSchema, least: countSchema, most: countSchema }),
  ),
  competences: listOf(
    objectOf({
      competence: textSchema,
      name: textSchema,
      scores: listOf(objectOf(score)),
      latest: listOf(
        objectOf({
          ...score,
          'change?': {
            type: 'integer',
            description: 'since what such a rater said first on the same scale',
          },
        }),
      ),
    }),
  ),
  ratings: listOf(
    objectOf({
      event: idSchema,
      on: daySchema,
      rater: oneOf(raters),
      leermeter: countSchema,
      scores: listOf(fieldsSchema('Score', scoreFields)),
      'from?': idSchema,
      'said?': said,
    }),
  ),
});

export const portfolioSchema = objectOf({
  ordinal,
  behind,
  trajectory: idSchema,
  items: listOf(
    objectOf({
      event: idSchema,
      on: daySchema,
      item: idSchema,
      area: oneOf(portfolioAreas),
      kind: oneOf(trajectoryEvents.PortfolioItemAdded.fields.kind.shape.name.split(' | ')),
      'from?': idSchema,
      'said?': said,
    }),
  ),
});
