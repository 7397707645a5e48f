import { staffEvents } from '../../domain/staff/events.ts';
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
import { ordinal } from './standing.ts';

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

export const healthSchema = objectOf({
  status: oneOf(['ok', 'starting', 'behind', 'stopping']),
  'readModels?': listOf(
    objectOf({ name: textSchema, version: countSchema, ordinal, lag: countSchema, parked: countSchema }),
  ),
  'workflows?': objectOf({
    lag: { ...countSchema, description: 'events that the workflows have not heard yet, counted up to 500' },
    parked: { ...countSchema, description: 'keys that stand still until they are retried' },
    clockBelieved: {
      ...yesNoSchema,
      description: 'false: the clock jumped, and no timer fires until it is steady again',
    },
    'parts?': {
      ...countSchema,
      description:
        'of the sixteen parts of all keys, how many this instance hears and reminds for; absent: it is the only one',
    },
  }),
  'jobs?': {
    ...objectOf({ status: oneOf(['ok', 'down']), 'failed?': countSchema }),
    description:
      'work in the background: how much has failed and waits for somebody to look; down: that cannot be asked now',
  },
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
