import { evidencePieces, pieceMends } from '../../../projections/figures/index.ts';
import { lobChoices, lobSplits } from '../../../projections/guidance/lob.ts';
import { programmeFields } from '../../domain/institution/ids.ts';
import { conversationKinds, portfolioAreas, raters } from '../../domain/trajectory/events.ts';
import {
  countSchema,
  daySchema,
  fieldsSchema,
  idSchema,
  listOf,
  numberSchema,
  objectOf,
  oneOf,
  orNull,
  textSchema,
  yesNoSchema,
} from '../schemas.ts';
import { behind, ordinal } from './standing.ts';

const ids = listOf(idSchema);
const ofCoaches = listOf(objectOf({ coach: idSchema, trajectories: ids }));

export const caseloadSchema = objectOf({
  ordinal,
  behind,
  on: daySchema,
  'landschap?': textSchema,
  silentAfter: {
    ...objectOf({ startProgramme: countSchema, later: countSchema }),
    description: 'school weeks without a conversation after which a student is named',
  },
  students: countSchema,
  coaches: listOf(
    objectOf({
      coach: idSchema,
      students: countSchema,
      inStartProgramme: countSchema,
      switchesAsked: countSchema,
      handoversOffered: countSchema,
      handoversAsked: countSchema,
      silent: ids,
      'leftOn?': daySchema,
      'absent?': objectOf({ until: daySchema, deputy: idSchema, deputyIsHere: yesNoSchema }),
    }),
  ),
  nobody: objectOf({ withoutCoach: ids, coachLeft: ofCoaches, coachAbsentWithoutDeputy: ofCoaches }),
});

export const continuitySchema = objectOf({
  ordinal,
  behind,
  schoolYear: { type: 'integer' },
  'landschap?': textSchema,
  students: countSchema,
  coaches: listOf(objectOf({ coaches: countSchema, students: countSchema })),
  sameCoach: countSchema,
  shareSameCoach: orNull(numberSchema),
  moved: listOf(
    objectOf({
      because: oneOf(['handover', 'switch']),
      count: countSchema,
      students: countSchema,
      days: {
        ...objectOf({ known: countSchema, median: orNull(numberSchema), longest: orNull(numberSchema) }),
        description: 'between the offer and the acceptance',
      },
    }),
  ),
});

const count = { count: countSchema, students: countSchema };
const counted = objectOf(count);
const lobFigures = {
  students: countSchema,
  conversations: listOf(
    objectOf({ kind: oneOf(conversationKinds), ...count, faceToFace: countSchema, inGroup: countSchema }),
  ),
  withoutConversation: countSchema,
  leermeterPerStudent: orNull(numberSchema),
  ratings: listOf(objectOf({ rater: oneOf(raters), ...count })),
  portfolio: listOf(objectOf({ area: oneOf(portfolioAreas), products: counted, reflections: counted })),
  goals: objectOf({ agreed: counted, reached: counted }),
  bpv: objectOf({ started: counted, ended: counted }),
  choices: listOf(objectOf({ choice: oneOf(lobChoices), ...count })),
  sessions: objectOf({ ...count, attendances: countSchema }),
};

export const lobSchema = objectOf({
  ordinal,
  behind,
  schoolYear: { type: 'integer' },
  by: oneOf(lobSplits),
  'landschap?': textSchema,
  groups: listOf(
    objectOf({ of: { ...textSchema, description: 'the landschap or the coach' }, ...lobFigures }),
  ),
  whole: { ...objectOf(lobFigures), description: 'each student once' },
});

const piece = objectOf({
  there: yesNoSchema,
  'on?': daySchema,
  'recordedLate?': { ...countSchema, description: 'days after the day that it is about' },
});
const totals = {
  switches: countSchema,
  complete: countSchema,
  missing: listOf(objectOf({ piece: oneOf(evidencePieces), count: countSchema })),
};
const programme = fieldsSchema('Programme', programmeFields);

export const evidenceSchema = objectOf({
  schoolYear: { type: 'integer' },
  knownOn: daySchema,
  ordinal,
  definition: objectOf({ id: textSchema, version: textSchema, source: textSchema }),
  parameters: objectOf({ landingTerm: countSchema }),
  whole: objectOf(totals),
  landschappen: listOf(objectOf({ landschap: textSchema, ...totals })),
  switches: listOf(
    objectOf({
      trajectory: idSchema,
      switch: idSchema,
      on: daySchema,
      from: programme,
      to: programme,
      landschap: textSchema,
      pieces: objectOf(Object.fromEntries(evidencePieces.map((each) => [each, piece]))),
      missing: listOf(oneOf(evidencePieces)),
      mends: {
        ...listOf(oneOf(Object.values(pieceMends))),
        description: 'what there is to do for what is missing',
      },
      complete: yesNoSchema,
      'landingDue?': { ...daySchema, description: 'until this day the landing need not be confirmed' },
      events: ids,
    }),
  ),
});
