import { staffEvents } from '../../domain/staff/events.ts';
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
});
