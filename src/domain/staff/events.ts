import { type HappeningsOf, roles } from '../../kernel/message.ts';
import {
  choice,
  type DataByType,
  date,
  event,
  optional,
  personal,
  structural,
  text,
  uuidOf,
} from '../../kernel/schema.ts';
import { landschapCode } from '../institution/ids.ts';
import type { StaffId } from './ids.ts';

export const staffEvents = {
  StaffRegistered: event({
    by: ['RegisterStaff'],
    says: 'Somebody works here.',
    fields: { on: structural(date), name: personal(text(200)), email: optional(personal(text(200))) },
  }),
  RoleAssigned: event({
    by: ['AssignRole'],
    says: 'Has this role, for this landschap or (absent) for the whole school. The same role and landschap again replaces the period.',
    fields: {
      role: structural(choice(...roles)),
      landschap: optional(structural(landschapCode)),
      from: structural(date),
      until: optional(structural(date, 'last day')),
    },
  }),
  StaffAbsenceRecorded: event({
    by: ['RecordStaffAbsence'],
    says: 'Absent for a period, with a deputy.',
    fields: {
      from: structural(date),
      to: structural(date, 'last day'),
      deputy: structural(uuidOf<StaffId>()),
    },
  }),
  StaffLeft: event({
    by: ['RecordStaffLeft'],
    says: 'Works here no more.',
    fields: { on: structural(date, 'last day') },
  }),
};

export type StaffData = DataByType<typeof staffEvents>;
export type StaffEvent = HappeningsOf<StaffData>;
