import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Actor, Role } from '../../../src/kernel/message.ts';
import type { Fold } from '../../../src/kernel/subject.ts';
import type { LandschapCode } from '../../../src/domain/institution/ids.ts';
import { institution } from '../../../src/domain/institution/state.ts';
import type { StaffCommand } from '../../../src/domain/staff/commands.ts';
import type { StaffEvent } from '../../../src/domain/staff/events.ts';
import { staffId } from '../../../src/domain/staff/ids.ts';
import {
  deputyOn,
  hasRole,
  isOrStandsIn,
  staffReadable,
  worksHere,
} from '../../../src/domain/staff/state.ts';
import { type StaffFacts, staffSubjectWith } from '../../../src/domain/staff/subject.ts';
import { studentId } from '../../../src/domain/student/ids.ts';
import { events, given, refusal } from '../scenario.ts';

const day = calendarDate;
const anna = staffId('a0000000-0000-4000-8000-000000000001');
const bram = staffId('b0000000-0000-4000-8000-000000000002');
const zorg = 'zorg' as LandschapCode;
const groen = 'groen' as LandschapCode;

const dependants = [{ student: studentId('c0000000-0000-4000-8000-000000000003'), as: 'coach' }] as const;
const subject = staffSubjectWith(async () => dependants);

const registered: StaffEvent = { type: 'StaffRegistered', data: { on: day('2025-08-01'), name: 'Anna' } };
const left: StaffEvent = { type: 'StaffLeft', data: { on: day('2026-09-30') } };
const scout: StaffEvent = {
  type: 'RoleAssigned',
  data: { role: 'scout', landschap: zorg, from: day('2025-08-01') },
};
const school = given(institution, [
  {
    type: 'LandschapDefined',
    data: { landschap: zorg, name: 'Zorg', meeloopdag: false, buddystage: false, variant: 'v' },
  },
]);
const facts: StaffFacts = { id: anna, today: day('2026-10-01'), institution: school, dependants: [] };
const when = (command: StaffCommand, before: StaffEvent[], more: Partial<StaffFacts> = {}) =>
  subject.decide(command, given(staffReadable, before), { ...facts, ...more });

describe('somebody on the staff', () => {
  const register = { type: 'RegisterStaff', ...registered.data } as const;

  it('is registered once', () => {
    expect(events(when(register, []))).toEqual([registered]);
    expect(events(when(register, [registered]))).toEqual([]);
    expect(refusal(when({ ...register, name: 'Bram' }, [registered]))).toEqual({ code: 'AlreadyRegistered' });
  });

  it('may come back after leaving', () => {
    const back = { ...register, on: day('2026-10-01') };
    const [again] = events(when(back, [registered, left]));
    expect(again && worksHere(given(staffReadable, [registered, left, again]), day('2026-10-01'))).toBe(true);
  });
});

describe('a role', () => {
  const assign = { type: 'AssignRole', role: 'scout', landschap: zorg, from: day('2025-08-01') } as const;

  it('is given to somebody who works here, for a landschap that exists', () => {
    expect(events(when(assign, [registered]))).toEqual([scout]);
    expect(refusal(when(assign, []))).toEqual({ code: 'UnknownStaff' });
    expect(refusal(when(assign, [registered, left]))).toMatchObject({ code: 'StaffHasLeft' });
    expect(refusal(when({ ...assign, landschap: groen }, [registered]))).toEqual({
      code: 'UnknownLandschap',
      landschap: 'groen',
    });
  });

  it('ends after it begins', () => {
    expect(refusal(when({ ...assign, until: day('2025-07-31') }, [registered]))).toMatchObject({
      code: 'InvalidPeriod',
    });
  });

  it('of a student or of a part of the system is not one of a person on the staff', () => {
    for (const role of ['student', 'system', 'importer', 'simulator'] as const)
      expect(refusal(when({ ...assign, role }, [registered]))).toEqual({ code: 'NotAStaffRole', role });
  });

  it('is given once; given again with another period, it has that one', () => {
    expect(events(when(assign, [registered, scout]))).toEqual([]);
    const shorter = { ...assign, until: day('2026-07-31') };
    const [again] = events(when(shorter, [registered, scout]));
    const now = given(staffReadable, again ? [registered, scout, again] : []);
    expect(now.roles).toHaveLength(1);
    expect(hasRole(now, 'scout', day('2026-08-01'), zorg)).toBe(false);
  });

  it('holds in its landschap, in its period, while somebody works here', () => {
    const now = given(staffReadable, [registered, scout]);
    expect(hasRole(now, 'scout', day('2026-01-01'), zorg)).toBe(true);
    expect(hasRole(now, 'scout', day('2026-01-01'))).toBe(true);
    expect(hasRole(now, 'scout', day('2026-01-01'), groen)).toBe(false);
    expect(hasRole(now, 'coach', day('2026-01-01'), zorg)).toBe(false);
    expect(hasRole(now, 'scout', day('2025-07-31'), zorg)).toBe(false);
    const gone = given(staffReadable, [registered, scout, left]);
    expect(hasRole(gone, 'scout', day('2026-09-30'), zorg)).toBe(true);
    expect(hasRole(gone, 'scout', day('2026-10-01'), zorg)).toBe(false);
  });

  it('without a landschap holds everywhere', () => {
    const everywhere: StaffEvent = { type: 'RoleAssigned', data: { role: 'coach', from: day('2025-08-01') } };
    expect(hasRole(given(staffReadable, [registered, everywhere]), 'coach', day('2026-01-01'), groen)).toBe(
      true,
    );
  });
});

describe('an absence', () => {
  const absent = {
    type: 'RecordStaffAbsence',
    from: day('2026-10-05'),
    to: day('2026-10-16'),
    deputy: bram,
  } as const;
  const deputy = given(staffReadable, [registered]);

  it('has a deputy who works here and is somebody else', () => {
    expect(events(when(absent, [registered], { deputy }))).toHaveLength(1);
    expect(refusal(when({ ...absent, deputy: anna }, [registered], { deputy }))).toEqual({
      code: 'OwnDeputy',
    });
    expect(refusal(when(absent, [registered], { deputy: staffReadable.initial }))).toEqual({
      code: 'UnknownStaff',
      staff: bram,
    });
    const gone = given(staffReadable, [registered, left]);
    expect(refusal(when(absent, [registered], { deputy: gone }))).toMatchObject({
      code: 'StaffHasLeft',
      staff: bram,
    });
  });

  it('is of somebody who works here, and ends after it begins', () => {
    expect(refusal(when(absent, [], { deputy }))).toEqual({ code: 'UnknownStaff' });
    expect(refusal(when(absent, [registered, left], { deputy }))).toMatchObject({ code: 'StaffHasLeft' });
    expect(refusal(when({ ...absent, to: day('2026-10-04') }, [registered], { deputy }))).toMatchObject({
      code: 'InvalidPeriod',
    });
  });

  it('is recorded once, and names the deputy on its days', () => {
    const [recorded] = events(when(absent, [registered], { deputy }));
    if (!recorded) throw new Error('an absence is recorded');
    expect(events(when(absent, [registered, recorded], { deputy }))).toEqual([]);
    const now = given(staffReadable, [registered, recorded]);
    expect(deputyOn(now, day('2026-10-05'))).toBe(bram);
    expect(deputyOn(now, day('2026-10-16'))).toBe(bram);
    expect(deputyOn(now, day('2026-10-17'))).toBeUndefined();
  });

  it('lets the deputy act for whoever is absent, on the day asked about or today', () => {
    const [recorded] = events(when(absent, [registered], { deputy }));
    if (!recorded) throw new Error('an absence is recorded');
    const now = given(staffReadable, [registered, recorded]);
    const [before, within, after] = [day('2026-10-04'), day('2026-10-05'), day('2026-10-17')];
    const standsIn = (...days: (typeof before)[]): boolean => isOrStandsIn(bram, anna, now, days);
    expect([standsIn(within), standsIn(after, within), standsIn(within, after)]).toEqual([true, true, true]);
    expect([standsIn(before), standsIn(before, after), standsIn()]).toEqual([false, false, false]);
    expect(isOrStandsIn(anna, anna, now, [within])).toBe(true);
    expect(isOrStandsIn(anna, anna, undefined, [])).toBe(true);
    expect(isOrStandsIn(bram, anna, undefined, [within])).toBe(false);
    expect(isOrStandsIn(anna, bram, now, [within])).toBe(false);
  });

  it('of absences that overlap, the one recorded last says who stands in', () => {
    const carl = staffId('c0000000-0000-4000-8000-000000000003');
    const [first, second] = [bram, carl].map((deputy, index): StaffEvent => ({
      type: 'StaffAbsenceRecorded',
      data: { from: day(index === 0 ? '2026-10-05' : '2026-10-12'), to: day('2026-10-16'), deputy },
    }));
    if (!first || !second) throw new Error('two absences');
    const now = given(staffReadable, [registered, first, second]);
    expect(deputyOn(now, day('2026-10-05'))).toBe(bram);
    expect(deputyOn(now, day('2026-10-12'))).toBe(carl);
    expect(isOrStandsIn(bram, anna, now, [day('2026-10-12')])).toBe(false);
  });
});

describe('leaving', () => {
  const leave = { type: 'RecordStaffLeft', on: day('2026-09-30') } as const;

  it('is for whoever nobody depends on any more', () => {
    expect(events(when(leave, [registered]))).toEqual([left]);
    expect(refusal(when(leave, [registered], { dependants }))).toEqual({
      code: 'StillResponsible',
      dependants,
    });
  });

  it('is recorded once, of somebody who works here, on a day that has come', () => {
    expect(refusal(when(leave, []))).toEqual({ code: 'UnknownStaff' });
    expect(events(when(leave, [registered, left]))).toEqual([]);
    expect(refusal(when({ ...leave, on: day('2026-09-29') }, [registered, left]))).toMatchObject({
      code: 'StaffHasLeft',
    });
    expect(refusal(when({ ...leave, on: day('2026-10-02') }, [registered]))).toMatchObject({
      code: 'DateInFuture',
    });
  });

  it('asks who depends on somebody only when somebody leaves', async () => {
    const fold: Fold = async (readable) => readable.initial;
    const asking = { actor: { id: 'x', role: 'operator' as Role }, today: day('2026-10-01'), fold };
    const gather = (command: StaffCommand) => subject.gather(command, staffReadable.initial, anna, asking);
    expect((await gather(leave)).dependants).toEqual(dependants);
    expect((await gather({ type: 'RegisterStaff', on: day('2026-10-01'), name: 'A' })).dependants).toEqual(
      [],
    );
  });
});

describe('the digest', () => {
  const record = { type: 'RecordDigest', on: day('2026-09-30') } as const;
  const sent = (on: string): StaffEvent => ({ type: 'DigestSent', data: { on: day(on) } });

  it('is recorded once a day, and never of a day that went before or is to come', () => {
    expect(events(when(record, [registered]))).toEqual([sent('2026-09-30')]);
    expect(events(when(record, [registered, sent('2026-09-30')]))).toEqual([]);
    expect(events(when(record, [registered, sent('2026-10-01')]))).toEqual([]);
    expect(events(when(record, [registered, sent('2026-09-29')]))).toEqual([sent('2026-09-30')]);
    expect(refusal(when({ ...record, on: day('2026-10-02') }, [registered]))).toMatchObject({
      code: 'DateInFuture',
    });
    expect(refusal(when(record, []))).toEqual({ code: 'UnknownStaff' });
  });

  it('of a day stays sent for whoever left and came back', () => {
    const back: StaffEvent = { ...registered, data: { ...registered.data, on: day('2026-10-01') } };
    const now = given(staffReadable, [registered, sent('2026-09-30'), left, back]);
    expect(now.digestOn).toBe('2026-09-30');
  });
});

describe('the token of a calendar', () => {
  const fingerprint = 'a'.repeat(64);
  const issue = { type: 'IssueCalendarToken', fingerprint } as const;
  const revoke = { type: 'RevokeCalendarToken' } as const;
  const issued = (of = fingerprint): StaffEvent => ({
    type: 'CalendarTokenIssued',
    data: { fingerprint: of },
  });
  const revoked: StaffEvent = { type: 'CalendarTokenRevoked', data: {} };
  const opens = (...before: StaffEvent[]) => given(staffReadable, before).calendar;

  it('is issued to who works here; a new one takes the place of the one before', () => {
    expect(events(when(issue, [registered]))).toEqual([issued()]);
    expect(events(when(issue, [registered, issued('b'.repeat(64))]))).toEqual([issued()]);
    expect(events(when(issue, [registered, issued()]))).toEqual([]);
    expect(opens(registered, issued('b'.repeat(64)), issued())).toBe(fingerprint);
    expect(refusal(when(issue, []))).toEqual({ code: 'UnknownStaff' });
    expect(refusal(when(issue, [registered, left]))).toMatchObject({ code: 'StaffHasLeft' });
  });

  it('opens nothing once it is revoked, or its holder left, also when he comes back', () => {
    expect(events(when(revoke, [registered, issued()]))).toEqual([revoked]);
    expect(events(when(revoke, [registered]))).toEqual([]);
    expect(events(when(revoke, [registered, issued(), revoked]))).toEqual([]);
    expect(refusal(when(revoke, []))).toEqual({ code: 'UnknownStaff' });
    expect(opens(registered, issued(), revoked)).toBeUndefined();
    expect(opens(registered, issued(), left)).toBeUndefined();
    expect(opens(registered, issued(), left, registered)).toBeUndefined();
  });
});

describe('who arranges the staff', () => {
  const may = (actor: Actor, command: StaffCommand) =>
    subject.mayAsk(actor, command, staffReadable.initial, facts) === undefined;
  const as = (role: Role, id = 'x'): Actor => ({ id, role });
  const assign = (role: Role): StaffCommand => ({ type: 'AssignRole', role, from: day('2026-08-01') });

  it('is its leaders; a role that sees everything is given by the operator', () => {
    expect(may(as('teamLeader'), assign('coach'))).toBe(true);
    expect(may(as('teamLeader'), assign('inspector'))).toBe(false);
    expect(may(as('operator'), assign('inspector'))).toBe(true);
    expect(may(as('coach'), assign('coach'))).toBe(false);
  });

  it('is everybody for their own absence', () => {
    const absent = {
      type: 'RecordStaffAbsence',
      from: day('2026-10-05'),
      to: day('2026-10-16'),
      deputy: bram,
    } as const;
    expect(may(as('coach', anna), absent)).toBe(true);
    expect(may(as('coach', bram), absent)).toBe(false);
  });

  it('is nobody else for a calendar, and the system alone for the digest', () => {
    const issue = { type: 'IssueCalendarToken', fingerprint: 'a'.repeat(64) } as const;
    for (const command of [issue, { type: 'RevokeCalendarToken' }] as const) {
      expect(may(as('coach', anna), command)).toBe(true);
      expect(may(as('coach', bram), command)).toBe(false);
      expect(may(as('operator', bram), command)).toBe(false);
      expect(may(as('system', 'system'), command)).toBe(false);
    }
    const digest = { type: 'RecordDigest', on: day('2026-10-01') } as const;
    expect(may(as('system', 'system'), digest)).toBe(true);
    expect(may(as('operator'), digest)).toBe(false);
    expect(may(as('coach', anna), digest)).toBe(false);
  });
});
