import { stages } from '../../../projections/dossiers.ts';
import { programmeFields } from '../../domain/institution/ids.ts';
import { studentEvents } from '../../domain/student/events.ts';
import { destinationFields, trajectoryEvents } from '../../domain/trajectory/events.ts';
import { roles } from '../../kernel/message.ts';
import {
  countSchema,
  daySchema,
  fieldsSchema,
  idSchema,
  listOf,
  momentSchema,
  objectOf,
  oneOf,
  textSchema,
  yesNoSchema,
} from '../schemas.ts';
import { guidanceMembers } from './guidance.ts';
import { behind, ordinal, said } from './standing.ts';

const programme = fieldsSchema('Programme', programmeFields);
const destination = fieldsSchema('Destination', destinationFields);
const placement = objectOf({
  on: daySchema,
  programme,
  since: daySchema,
  'enrolledOn?': daySchema,
});
const coach = objectOf({ id: idSchema, since: daySchema });
const madeSwitch = objectOf({
  id: idSchema,
  to: programme,
  requestedOn: daySchema,
  stage: oneOf(['requested', 'offered', 'declined', 'switched', 'refused', 'withdrawn', 'overtaken']),
  'offer?': objectOf({ on: daySchema, from: daySchema, coach: idSchema }),
  declinedBy: listOf(idSchema),
  'switchedOn?': daySchema,
  'landedOn?': daySchema,
});
const dossier = objectOf({
  trajectory: idSchema,
  stage: oneOf(stages),
  'openedOn?': daySchema,
  'placement?': placement,
  'lastPlacement?': placement,
  'landschap?': textSchema,
  'coach?': coach,
  'lastCoach?': idSchema,
  'askedCoach?': idSchema,
  'startProgramme?': objectOf({
    on: daySchema,
    endsOn: daySchema,
    variant: textSchema,
    'completed?': objectOf({ on: daySchema, choice: oneOf(['stay', 'switch', 'stop']) }),
  }),
  applications: listOf(
    objectOf({
      landschap: textSchema,
      on: daySchema,
      'scout?': idSchema,
      open: yesNoSchema,
      'scoutgesprek?': objectOf({
        on: daySchema,
        outcome: oneOf(trajectoryEvents.ScoutgesprekHeld.fields.outcome.shape.name.split(' | ')),
      }),
    }),
  ),
  'openSwitch?': idSchema,
  switches: listOf(madeSwitch),
  diplomas: listOf(objectOf({ on: daySchema, opleidingscode: textSchema, 'niveau?': countSchema })),
  'left?': objectOf({ on: daySchema, destination }),
  'finalPhaseOn?': daySchema,
  ...guidanceMembers,
  'mergedInto?': idSchema,
  mergedFrom: listOf(idSchema),
  events: countSchema,
});

const { numbers: _numbers, ...identity } = studentEvents.StudentRegistered.fields;

export const dossierSchema = objectOf({
  ordinal,
  behind,
  dossier,
  'student?': { ...fieldsSchema('Student', identity), description: 'who it is, to those who guide' },
});

export const timelineSchema = objectOf({
  ordinal,
  behind,
  trajectory: idSchema,
  lines: listOf(
    objectOf({
      event: idSchema,
      revision: countSchema,
      on: daySchema,
      recordedAt: momentSchema,
      type: oneOf(Object.keys(trajectoryEvents)),
      sentence: textSchema,
      role: oneOf(roles),
      late: { ...countSchema, description: 'days between when it was true and when it was recorded' },
      'mark?': oneOf(['corrected', 'never']),
      'was?': textSchema,
      'from?': idSchema,
      'said?': said,
    }),
  ),
});

export const listSchema = objectOf({
  ordinal,
  size: countSchema,
  'next?': { ...idSchema, description: 'give as `from` for the next page' },
  trajectories: listOf(dossier),
});
