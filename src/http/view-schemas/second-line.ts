import { boardStages } from '../../../projections/sab/board.ts';
import { sabSplits } from '../../../projections/sab/report.ts';
import {
  caseOutcomes,
  consulted,
  escalatedTo,
  sabCaseEvents,
  stepFields,
  waitingFor,
} from '../../domain/sab-case/events.ts';
import { roles } from '../../kernel/message.ts';
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
  type Schema,
  textSchema,
  yesNoSchema,
} from '../schemas.ts';
import { ordinal } from './standing.ts';

const says = (schema: Schema, description: string): Schema => ({ ...schema, description });
const behind = says(yesNoSchema, 'the log has events that this answer has not seen');

const step = fieldsSchema('PlannedStep', stepFields);
const standing = {
  case: idSchema,
  student: objectOf({
    id: idSchema,
    'goesOnAs?': says(idSchema, 'the trajectory that this one was merged into'),
    'name?': textSchema,
  }),
  landschap: says(textSchema, 'in which the student was placed when he was referred'),
  coach: says(idSchema, 'who referred; the trajectory says who is responsible now'),
  'adviser?': idSchema,
  stage: oneOf(boardStages),
  urgent: yesNoSchema,
  openedOn: daySchema,
  'acceptedOn?': daySchema,
  'draftedOn?': says(daySchema, 'of the first draft of a plan'),
  'planStartedOn?': daySchema,
  'closedOn?': says(daySchema, 'closed, returned, or found never to have been a case'),
  'outcome?': oneOf(caseOutcomes),
  'paused?': objectOf({ on: daySchema, waitingFor: oneOf(waitingFor) }),
  pauses: listOf(
    objectOf({
      from: daySchema,
      'to?': says(daySchema, 'the day on which the terms ran again'),
      waitingFor: oneOf(waitingFor),
    }),
  ),
  escalations: listOf(objectOf({ on: daySchema, to: oneOf(escalatedTo) })),
  consultations: listOf(objectOf({ on: daySchema, with: oneOf(consulted), agreed: yesNoSchema })),
  thanks: listOf(objectOf({ on: daySchema, from: oneOf(['adviser', 'coach']) })),
  steps: objectOf({
    done: countSchema,
    open: says(listOf(step), 'of the plan that runs, the first due first'),
  }),
  lastOn: says(daySchema, 'the last day on which anything happened'),
  events: countSchema,
  'clock?': objectOf({
    since: says(daySchema, 'from which the present stage is counted'),
    waited: says(countSchema, 'school days since then, pauses taken out'),
    openFor: says(countSchema, 'school days since the referral, pauses taken out'),
    'due?': objectOf({
      what: oneOf(['answer', 'draft', 'consult', 'step']),
      'on?': says(daySchema, 'last day; absent: the clock stands still'),
      'step?': step,
    }),
    overdue: yesNoSchema,
    review: says(yesNoSchema, 'open so long that the coordinator looks at it'),
  }),
};

export const sabBoardSchema = objectOf({
  ordinal,
  behind,
  today: says(daySchema, 'against which terms are held'),
  size: says(countSchema, 'of all pages together'),
  'next?': says(textSchema, 'give as `from` for the next page'),
  cases: listOf(objectOf(standing)),
});

const said: Schema = {
  type: 'object',
  additionalProperties: { type: 'string' },
  description: 'what people wrote, by field, as far as it is read from this layer',
};

export const sabCaseSchema = objectOf({
  ordinal,
  revision: countSchema,
  layer: says(
    oneOf(['secondLine', 'coach', 'student']),
    'from where it is read: the second line reads everything, the coach and the student what was agreed and what is for them',
  ),
  case: objectOf(standing),
  advisers: says(listOf(objectOf({ on: daySchema, adviser: idSchema })), 'who worked on it, from when'),
  plans: says(
    listOf(
      objectOf({
        version: countSchema,
        on: daySchema,
        made: oneOf(['drafted', 'revised']),
        'why?': textSchema,
        'inForceOn?': says(daySchema, 'absent: it was a draft and no more'),
        steps: listOf(
          objectOf({
            step: countSchema,
            who: { ...oneOf(stepFields.who.shape.name.split(' | ')) },
            by: daySchema,
            'what?': textSchema,
            became: oneOf(['done', 'replaced', 'open']),
            'doneOn?': daySchema,
            'result?': textSchema,
          }),
        ),
      }),
    ),
    'every version of the stappenplan, the first first; outside the second line those that are or were in force',
  ),
  lines: listOf(
    objectOf({
      event: idSchema,
      revision: countSchema,
      on: daySchema,
      recordedAt: momentSchema,
      type: oneOf(Object.keys(sabCaseEvents)),
      sentence: textSchema,
      role: oneOf(roles),
      'present?': listOf(textSchema),
      'said?': said,
    }),
  ),
});

const days = {
  cases: countSchema,
  'median?': says(numberSchema, 'school days; of an even number of cases between the middle two'),
  'p90?': says(numberSchema, 'school days within which nine in ten stay (nearest rank)'),
};
const each = (names: readonly string[], schema: Schema): Schema =>
  objectOf(Object.fromEntries(names.map((name) => [name, schema])));
const pausedFor = { cases: countSchema, schoolDays: countSchema };

const figures = {
  referrals: objectOf({ cases: countSchema, urgent: countSchema, notUrgent: countSchema }),
  accepted: countSchema,
  returned: countSchema,
  unanswered: says(countSchema, 'neither accepted nor returned so far'),
  voided: says(countSchema, 'two referrals crossed, or the student had left: counted nowhere else'),
  untilAcceptance: says(
    objectOf({ ...days, withinTerm: says(countSchema, 'in 5 school days; when urgent in 1') }),
    'from the referral until the second line took it on',
  ),
  untilPlan: says(objectOf(days), 'from the acceptance until a plan ran'),
  duration: says(objectOf(days), 'from the referral until the case was closed'),
  outcomes: each(caseOutcomes, countSchema),
  escalations: says(each(escalatedTo, countSchema), 'cases in which help was asked there'),
  pauses: objectOf({ ...pausedFor, waitingFor: each(waitingFor, objectOf(pausedFor)) }),
  openAtEnd: says(countSchema, 'on 31 July, or today when that is earlier'),
  consultations: each(
    consulted,
    objectOf({ cases: countSchema, agreed: says(countSchema, 'at the last consultation of the case') }),
  ),
  thanks: says(each(['adviser', 'coach'], countSchema), 'cases in which they thanked the other'),
};

export const sabReportSchema = objectOf({
  ordinal,
  behind,
  report: oneOf(['sab']),
  schoolYear: says(
    { type: 'integer' },
    'in which the student was referred (`openedOn`, 1 August to 31 July), whenever the rest of the case happened',
  ),
  today: says(daySchema, 'up to which pauses and open cases are counted'),
  'landschap?': textSchema,
  sab: says(objectOf(figures), 'counts of cases; school days without holidays and without pauses'),
  'by?': oneOf(sabSplits),
  'splits?': listOf(
    objectOf({
      by: oneOf(sabSplits),
      value: says(textSchema, 'a landschap or an adviser; `none`: nobody works on it yet'),
      'name?': textSchema,
      sab: objectOf(figures),
    }),
  ),
});
