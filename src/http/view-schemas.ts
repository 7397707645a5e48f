import { stages } from '../../projections/dossiers.ts';
import {
  evidenceBoxes,
  registerBoxes,
  type ReportName,
  splits,
  vsvSteps,
} from '../../projections/figures/index.ts';
import { programmeFields } from '../domain/institution/ids.ts';
import { staffEvents } from '../domain/staff/events.ts';
import { studentEvents } from '../domain/student/events.ts';
import { destinationFields, dimensions, initiatives, trajectoryEvents } from '../domain/trajectory/events.ts';
import { roles } from '../kernel/message.ts';
import {
  countSchema,
  daySchema,
  fieldsSchema,
  idSchema,
  listOf,
  momentSchema,
  numberSchema,
  objectOf,
  oneOf,
  ordinalSchema as ordinal,
  orNull,
  type Schema,
  textSchema,
  yesNoSchema,
} from './schemas.ts';

const behind: Schema = { ...yesNoSchema, description: 'the log has events that this answer has not seen' };

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
  'lastConversation?': objectOf({ on: daySchema, kind: oneOf(['switch', 'reflection']) }),
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
      'said?': {
        type: 'object',
        additionalProperties: { type: 'string' },
        description: 'what people wrote, by field, to those who guide',
      },
    }),
  ),
});

export const listSchema = objectOf({
  ordinal,
  size: countSchema,
  'next?': { ...idSchema, description: 'give as `from` for the next page' },
  trajectories: listOf(dossier),
});

const staff = {
  id: idSchema,
  registered: yesNoSchema,
  'name?': textSchema,
  'email?': textSchema,
  'leftOn?': daySchema,
  roles: listOf(fieldsSchema('AssignedRole', staffEvents.RoleAssigned.fields)),
  absences: listOf(fieldsSchema('Absence', staffEvents.StaffAbsenceRecorded.fields)),
};
export const staffSchema = objectOf({ ordinal, revision: countSchema, ...staff });
export const staffListSchema = objectOf({ ordinal, staff: listOf(objectOf(staff)) });

const verdict = oneOf(['no', 'open', 'presumed']);
const step = oneOf(vsvSteps);
const flow = { register: oneOf(registerBoxes), evidence: oneOf(evidenceBoxes), count: countSchema };
const population = objectOf({ size: countSchema, delivered: countSchema, derived: countSchema });
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
    }),
  ),
};
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
  vsv: objectOf({
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
  }),
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
    definition: objectOf({ id: textSchema, version: textSchema, source: textSchema }),
    population,
    [report]: figures[report],
    parameters: objectOf({
      fundableOnly: yesNoSchema,
      examOnly: oneOf(['in', 'out']),
      foreignSchool: oneOf(['vsv', 'out']),
      ageRule: textSchema,
      landingTerm: countSchema,
    }),
    'by?': oneOf(splits),
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

export const healthSchema = objectOf({
  status: oneOf(['ok', 'starting', 'behind', 'stopping']),
  'readModels?': listOf(
    objectOf({ name: textSchema, version: countSchema, ordinal, lag: countSchema, parked: countSchema }),
  ),
  'digests?': {
    ...objectOf({
      status: oneOf(['ok', 'down']),
      'since?': momentSchema,
      waiting: countSchema,
      refused: countSchema,
    }),
    description:
      'whether mail goes out, how many people still get one today, and how many addresses took none',
  },
});
