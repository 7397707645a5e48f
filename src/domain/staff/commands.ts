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
export type StaffCommand = RegisterStaff | AssignRole | RecordStaffAbsence | RecordStaffLeft;
