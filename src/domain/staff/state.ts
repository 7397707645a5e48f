import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { evolveBy } from '../../kernel/decider.ts';
import type { Role } from '../../kernel/message.ts';
import type { Readable } from '../../kernel/subject.ts';
import type { LandschapCode } from '../institution/ids.ts';
import { type StaffData, type StaffEvent, staffEvents } from './events.ts';
import type { StaffId } from './ids.ts';

export type AssignedRole = StaffData['RoleAssigned'];
export type StaffAbsence = StaffData['StaffAbsenceRecorded'];

export interface Staff {
  readonly registered: boolean;
  readonly as?: StaffData['StaffRegistered'];
  readonly leftOn?: CalendarDate;
  /** One for each role and landschap, with the period last recorded. */
  readonly roles: readonly AssignedRole[];
  readonly absences: readonly StaffAbsence[];
  /** The last day of which the digest went out. */
  readonly digestOn?: CalendarDate;
  /** Fingerprint of the token that opens the calendar. */
  readonly calendar?: string;
}

const sameRole = (one: AssignedRole, other: AssignedRole): boolean =>
  one.role === other.role && one.landschap === other.landschap;

export const staffReadable: Readable<Staff, StaffEvent> = {
  initial: { registered: false, roles: [], absences: [] },
  evolve: evolveBy<StaffEvent, Staff>({
    StaffRegistered: (as, { leftOn: _, ...now }) => ({ ...now, registered: true, as }),
    RoleAssigned: (data, now) => ({
      ...now,
      roles: [...now.roles.filter((each) => !sameRole(each, data)), data],
    }),
    StaffAbsenceRecorded: (data, now) => ({ ...now, absences: [...now.absences, data] }),
    // Whoever comes back asks for a token again.
    StaffLeft: ({ on }, { calendar: _, ...now }) => ({ ...now, leftOn: on }),
    DigestSent: ({ on }, now) => ({ ...now, digestOn: on }),
    CalendarTokenIssued: ({ fingerprint }, now) => ({ ...now, calendar: fingerprint }),
    CalendarTokenRevoked: (_, { calendar: __, ...now }) => now,
  }),
  events: staffEvents,
};

/** Whether somebody works here on a day; the day on which he leaves is his last. */
export const worksHere = ({ registered, leftOn }: Staff, on: CalendarDate): boolean =>
  registered && (leftOn === undefined || on <= leftOn);

/** Whether somebody has a role on a day: for a landschap (a role without one holds everywhere), or for any. */
export const hasRole = (staff: Staff, role: Role, on: CalendarDate, landschap?: LandschapCode): boolean =>
  worksHere(staff, on) &&
  staff.roles.some(
    (each) =>
      each.role === role &&
      (landschap === undefined || each.landschap === undefined || each.landschap === landschap) &&
      each.from <= on &&
      (each.until === undefined || on <= each.until),
  );

/** Whether this is the one who is meant, or who stands in for him on one of these days. */
export const isOrStandsIn = (
  who: string,
  meant: StaffId,
  staff: Staff | undefined,
  days: readonly CalendarDate[],
): boolean => who === meant || (staff !== undefined && days.some((day) => deputyOn(staff, day) === who));

/** Who stands in for somebody who is absent on a day; of absences that overlap, the one recorded last says. */
export const deputyOn = (staff: Staff, on: CalendarDate): StaffId | undefined =>
  staff.absences.findLast(({ from, to }) => from <= on && on <= to)?.deputy;
