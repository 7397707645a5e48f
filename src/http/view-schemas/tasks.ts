import { taskStates } from '../../../projections/tasks.ts';
import { taskEventTypes } from '../../../projections/worklist/sentences.ts';
import { roles } from '../../kernel/message.ts';
import {
  countSchema,
  daySchema,
  idSchema,
  listOf,
  momentSchema,
  objectOf,
  oneOf,
  type Schema,
  textSchema,
  yesNoSchema,
} from '../schemas.ts';
import { ordinal } from './standing.ts';

const says = (schema: Schema, description: string): Schema => ({ ...schema, description });
const behind = says(yesNoSchema, 'the log has events that this answer, or a workflow, has not seen');

const askedOf = objectOf({
  role: oneOf(roles),
  'person?': says(idSchema, 'absent: whoever has the role'),
  'landschap?': textSchema,
});
const task = {
  task: says(idSchema, 'the id of the event by which it was asked'),
  workflow: says(textSchema, 'which rule asks it'),
  does: says(textSchema, 'the command that ends it'),
  asks: says(textSchema, 'what is asked, a Dutch sentence'),
  about: objectOf({ kind: oneOf(['trajectory', 'sabCase']), id: idSchema }),
  'student?': says(
    objectOf({ id: idSchema, 'name?': textSchema }),
    'to those who may read that dossier or that case',
  ),
  of: askedOf,
  'reassignedTo?': says(askedOf, 'of whom a person asked it instead'),
  'claimedBy?': idSchema,
  askedOn: daySchema,
  due: says(daySchema, 'the last day on which it is in time'),
  'standsStill?': says(yesNoSchema, 'its clock is paused: it does not climb'),
  'left?': says(countSchema, 'school days after today up to the due date'),
  'late?': says(countSchema, 'school days since the due date'),
  'followUpOn?': says(daySchema, 'put off until then; the due date stays'),
  escalations: listOf(
    objectOf({
      on: daySchema,
      rung: countSchema,
      to: askedOf,
      shouldHaveActed: askedOf,
      'deputy?': says(idSchema, 'who stood in for an absent one that day'),
    }),
  ),
  causes: says(listOf(idSchema), 'the events from which it follows'),
  changedAt: says(momentSchema, 'when something last became of it'),
  state: oneOf(taskStates),
  'endedOn?': daySchema,
  'endedBy?': says(idSchema, 'the event after which it was done or moot'),
  'link?': says(objectOf({ method: oneOf(['POST']), path: textSchema }), 'where what is asked can be done'),
};

export const taskListSchema = objectOf({
  ordinal,
  behind,
  today: says(daySchema, 'against which due dates are held'),
  size: says(countSchema, 'of all pages together'),
  'next?': says(textSchema, 'give as `from` for the next page'),
  tasks: listOf(
    objectOf({ ...task, 'climbed?': says(yesNoSchema, 'it lies with the asker because others did not act') }),
  ),
});

export const tasksOfTrajectorySchema = objectOf({
  ordinal,
  behind,
  today: daySchema,
  trajectory: idSchema,
  tasks: listOf(objectOf(task)),
});

export const taskSchema = objectOf({
  ordinal,
  behind,
  today: daySchema,
  ...task,
  lines: says(
    listOf(
      objectOf({
        event: idSchema,
        on: daySchema,
        recordedAt: momentSchema,
        type: oneOf(taskEventTypes),
        sentence: textSchema,
        role: oneOf(roles),
        'why?': says(textSchema, 'of a withdrawal, to those who read what people write'),
      }),
    ),
    'what became of it, a line per event',
  ),
});

export const taskLoadSchema = objectOf({
  ordinal,
  behind,
  today: daySchema,
  load: listOf(
    objectOf({
      role: oneOf(roles),
      'landschap?': textSchema,
      open: countSchema,
      overdue: countSchema,
      escalated: countSchema,
      oldest: says(daySchema, 'the first due date of all'),
    }),
  ),
});
