import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Role } from '../../kernel/message.ts';
import type { LandschapCode } from '../institution/ids.ts';
import type { StaffId } from './ids.ts';

export interface RegisterStaff {
  readonly type: 'RegisterStaff';
  readonly on: CalendarDate;
  readonly name: string;
  readonly email?: string;
}
export interface AssignRole {
  readonly type: 'AssignRole';
  readonly role: Role;
  readonly landschap?: LandschapCode;
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
}
export interface RecordStaffAbsence {
  readonly type: 'RecordStaffAbsence';
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly deputy: StaffId;
}
export interface RecordStaffLeft {
  readonly type: 'RecordStaffLeft';
  readonly on: CalendarDate;
}
/** Given by the system after the mail went out. */
export interface RecordDigest {
  readonly type: 'RecordDigest';
  readonly on: CalendarDate;
}
/** A new token takes the place of the one before. */
export interface IssueCalendarToken {
  readonly type: 'IssueCalendarToken';
  /** Made by the door from a secret that only its answer carries. */
  readonly fingerprint: string;
}
export interface RevokeCalendarToken {
  readonly type: 'RevokeCalendarToken';
}
export type StaffCommand =
  | RegisterStaff
  | AssignRole
  | RecordStaffAbsence
  | RecordStaffLeft
  | RecordDigest
  | IssueCalendarToken
  | RevokeCalendarToken;
