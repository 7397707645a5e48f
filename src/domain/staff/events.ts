import { type HappeningsOf, roles } from '../../kernel/message.ts';
import {
  choice,
  type DataByType,
  date,
  event,
  optional,
  pattern,
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
  DigestSent: event({
    by: ['RecordDigest'],
    says: 'The mail of a school day that says how much there is to do went out: at most one a day.',
    fields: { on: structural(date) },
  }),
  CalendarTokenIssued: event({
    by: ['IssueCalendarToken'],
    says: 'Whoever holds a new token reads a calendar of due dates; an earlier token opens nothing any more.',
    fields: {
      fingerprint: structural(
        pattern('SHA-256 in hex', /^[0-9a-f]{64}$/, 'e3b0…'),
        'of the token, which is not kept',
      ),
    },
  }),
  CalendarTokenRevoked: event({
    by: ['RevokeCalendarToken'],
    says: 'No token opens the calendar any more.',
    fields: {},
  }),
};

export type StaffData = DataByType<typeof staffEvents>;
export type StaffEvent = HappeningsOf<StaffData>;
