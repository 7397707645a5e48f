import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { accept, decideBy, nothing, refuse } from '../../kernel/decider.ts';
import type { Actor, Role } from '../../kernel/message.ts';
import type { Subject } from '../../kernel/subject.ts';
import { institutionStream } from '../institution/ids.ts';
import { type Institution, institution } from '../institution/state.ts';
import type { RecordStaffLeft, StaffCommand } from './commands.ts';
import type { StaffEvent } from './events.ts';
import { type StaffId, staffStream } from './ids.ts';
import type { Dependant, StaffRefusal } from './refusals.ts';
import { type Staff, staffReadable } from './state.ts';

export interface StaffFacts {
  readonly id: StaffId;
  readonly today: CalendarDate;
  readonly institution: Institution;
  /** Who is to stand in, when the command names somebody. */
  readonly deputy?: Staff;
  readonly dependants: readonly Dependant[];
}

/** Who depends on a member of staff: from a read model as fresh as the log's head, for no stream knows it. */
export type DependantsOf = (staff: StaffId) => Promise<readonly Dependant[]>;

const leaders: readonly Role[] = [
  'operator',
  'quality',
  'sabCoordinator',
  'teamLeader',
  'programmeManager',
  'system',
  'simulator',
];

/** Roles that a person on the staff can have: a student and a rater from outside are none of them, and the last three are no people. */
const noStaff: readonly Role[] = ['student', 'rater', 'system', 'importer', 'simulator'];
/** Whoever could give these to himself would see everything. */
const byOperatorOnly: readonly Role[] = ['operator', 'inspector', 'programmeManager', 'quality'];
const appointers: readonly Role[] = ['operator', 'system', 'simulator'];

const mayAsk = (actor: Actor, command: StaffCommand, { id }: StaffFacts): StaffRefusal | undefined => {
  const own = actor.id === id;
  const may = ((): boolean => {
    switch (command.type) {
      // What opens somebody's calendar is nobody else's, and neither is taking it away.
      case 'IssueCalendarToken':
      case 'RevokeCalendarToken':
        return own;
      case 'RecordDigest':
        return actor.role === 'system';
      case 'RecordStaffAbsence':
        return own || leaders.includes(actor.role);
      case 'AssignRole':
        return (byOperatorOnly.includes(command.role) ? appointers : leaders).includes(actor.role);
      default:
        return leaders.includes(actor.role);
    }
  })();
  return may ? undefined : { code: 'NotYours' };
};

const decide = decideBy<StaffCommand, Staff, StaffFacts, StaffEvent, StaffRefusal>({
  RegisterStaff: ({ type: _, ...data }, now) => {
    const same = now.as?.on === data.on && now.as.name === data.name && now.as.email === data.email;
    if (same && now.leftOn === undefined) return nothing;
    // Whoever left may come back.
    if (now.registered && now.leftOn === undefined) return refuse({ code: 'AlreadyRegistered' });
    return accept({ type: 'StaffRegistered', data });
  },

  AssignRole: ({ type: _, ...data }, now, { institution: { landschappen } }) => {
    const { role, landschap, from, until } = data;
    if (!now.registered) return refuse({ code: 'UnknownStaff' });
    if (now.leftOn !== undefined) return refuse({ code: 'StaffHasLeft', on: now.leftOn });
    if (noStaff.includes(role)) return refuse({ code: 'NotAStaffRole', role });
    if (landschap !== undefined && !landschappen.has(landschap))
      return refuse({ code: 'UnknownLandschap', landschap });
    if (until !== undefined && until < from) return refuse({ code: 'InvalidPeriod', from, until });
    const same = now.roles.some(
      (each) =>
        each.role === role && each.landschap === landschap && each.from === from && each.until === until,
    );
    return same ? nothing : accept({ type: 'RoleAssigned', data });
  },

  RecordStaffAbsence: ({ type: _, ...data }, now, { id, deputy: standsIn }) => {
    const { from, to, deputy } = data;
    if (!now.registered) return refuse({ code: 'UnknownStaff' });
    if (now.leftOn !== undefined) return refuse({ code: 'StaffHasLeft', on: now.leftOn });
    if (to < from) return refuse({ code: 'InvalidPeriod', from, until: to });
    if (deputy === id) return refuse({ code: 'OwnDeputy' });
    if (!standsIn?.registered) return refuse({ code: 'UnknownStaff', staff: deputy });
    if (standsIn.leftOn !== undefined)
      return refuse({ code: 'StaffHasLeft', on: standsIn.leftOn, staff: deputy });
    const same = now.absences.some((each) => each.from === from && each.to === to && each.deputy === deputy);
    return same ? nothing : accept({ type: 'StaffAbsenceRecorded', data });
  },

  RecordStaffLeft: ({ on }, now, { today, dependants }) => {
    if (!now.registered) return refuse({ code: 'UnknownStaff' });
    if (on > today) return refuse({ code: 'DateInFuture', on, today });
    if (now.leftOn === on) return nothing;
    if (now.leftOn !== undefined) return refuse({ code: 'StaffHasLeft', on: now.leftOn });
    if (dependants.length > 0) return refuse({ code: 'StillResponsible', dependants });
    return accept({ type: 'StaffLeft', data: { on } });
  },

  RecordDigest: ({ on }, now, { today }) => {
    if (!now.registered) return refuse({ code: 'UnknownStaff' });
    if (on > today) return refuse({ code: 'DateInFuture', on, today });
    if (now.digestOn !== undefined && on <= now.digestOn) return nothing;
    return accept({ type: 'DigestSent', data: { on } });
  },

  IssueCalendarToken: ({ fingerprint }, now) => {
    if (!now.registered) return refuse({ code: 'UnknownStaff' });
    if (now.leftOn !== undefined) return refuse({ code: 'StaffHasLeft', on: now.leftOn });
    if (now.calendar === fingerprint) return nothing;
    return accept({ type: 'CalendarTokenIssued', data: { fingerprint } });
  },

  RevokeCalendarToken: (_, now) => {
    if (!now.registered) return refuse({ code: 'UnknownStaff' });
    return now.calendar === undefined ? nothing : accept({ type: 'CalendarTokenRevoked', data: {} });
  },
});

type StaffSubject<Command extends StaffCommand> = Subject<
  StaffId,
  Command,
  StaffEvent,
  Staff,
  StaffFacts,
  StaffRefusal
>;

/** The whole subject; who depends on somebody is handed in, because only a read model knows. */
export const staffSubjectWith = (dependantsOf: DependantsOf): StaffSubject<StaffCommand> => ({
  ...staffReadable,
  name: 'staff',
  stream: staffStream,
  gather: async (command, _now, id, { today, fold }) => ({
    id,
    today,
    institution: await fold(institution, institutionStream),
    ...(command.type === 'RecordStaffAbsence'
      ? { deputy: await fold(staffReadable, staffStream(command.deputy)) }
      : {}),
    dependants: command.type === 'RecordStaffLeft' ? await dependantsOf(id) : [],
  }),
  mayAsk: (actor, command, _now, facts) => mayAsk(actor, command, facts),
  decide,
});

/** Everything but leaving, for which one must know who depends on somebody. */
export const staffSubject: StaffSubject<Exclude<StaffCommand, RecordStaffLeft>> = staffSubjectWith(
  async () => [],
);
