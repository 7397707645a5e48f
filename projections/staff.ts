import type { CalendarDate } from '../src/kernel/calendar-date.ts';
import type { Told } from '../src/kernel/message.ts';
import type { Projection, Rows, StoryEvent, StorySource, ViewRows } from '../src/kernel/projection.ts';
import { type StaffEvent, staffEvents } from '../src/domain/staff/events.ts';
import type { StaffId } from '../src/domain/staff/ids.ts';
import {
  type AssignedRole,
  deputyOn,
  type Staff,
  type StaffAbsence,
  staffReadable,
} from '../src/domain/staff/state.ts';

const staffStories: StorySource = {
  prefix: 'staff-',
  events: staffEvents,
  joining: new Set<string>(),
  joins: () => undefined,
};

const toldOf = ({ type, data, id, commandId }: StoryEvent): Told<StaffEvent> =>
  ({ type, data, id, commandId }) as Told<StaffEvent>;

/** Who works here and who stands in for whom, and whose calendar a token opens. Without names and addresses. */
export const staff: Projection = {
  name: 'staff',
  version: 1,
  stories: staffStories,
  tables: [
    { name: 'staff', columns: ['roles', 'absences'], indexes: [] },
    { name: 'calendars', columns: ['fingerprint'], indexes: [['fingerprint']] },
  ],
  rows: ({ events }): Rows => {
    const now = events.map(toldOf).reduce(staffReadable.evolve, staffReadable.initial);
    if (!now.registered || now.leftOn !== undefined) return { staff: [], calendars: [] };
    return {
      staff: [{ roles: JSON.stringify(now.roles), absences: JSON.stringify(now.absences) }],
      calendars: now.calendar === undefined ? [] : [{ fingerprint: now.calendar }],
    };
  },
};

/** Whose calendar it is that a token with this fingerprint opens. */
export const holderOf = (rows: ViewRows, fingerprint: string): StaffId | undefined =>
  rows.find('calendars', { where: { fingerprint } })[0]?.key as StaffId | undefined;

/** Everybody who works here, and with whom the work of each lies on a day. */
export interface StaffOnDay {
  readonly on: CalendarDate;
  readonly roles: ReadonlyMap<StaffId, readonly AssignedRole[]>;
  /** For whom somebody does the work: himself, unless somebody stands in for him, and those for whom he stands in. */
  readonly worksFor: ReadonlyMap<StaffId, readonly StaffId[]>;
}

type Known = Pick<Staff, 'roles' | 'absences'>;

const heldOn = ({ roles }: Known, on: CalendarDate): readonly AssignedRole[] =>
  roles.filter(({ from, until }) => from <= on && (until === undefined || on <= until));

export const staffOnDay = (rows: ViewRows, on: CalendarDate): StaffOnDay => {
  const all = new Map(
    rows.find('staff', {}).map(({ key, roles, absences }): [StaffId, Known] => [
      key as StaffId,
      {
        roles: JSON.parse(String(roles)) as readonly AssignedRole[],
        absences: JSON.parse(String(absences)) as readonly StaffAbsence[],
      },
    ]),
  );
  /** A deputy may be absent too; among people who stand in for each other the last one has it, so that somebody does. */
  const doerFor = (id: StaffId): StaffId => {
    const seen = new Set<StaffId>();
    let doer = id;
    for (;;) {
      seen.add(doer);
      const known = all.get(doer);
      const deputy = known && deputyOn({ registered: true, ...known }, on);
      if (deputy === undefined || seen.has(deputy) || !all.has(deputy)) return doer;
      doer = deputy;
    }
  };
  const worksFor = new Map<StaffId, StaffId[]>();
  for (const id of all.keys()) {
    const doer = doerFor(id);
    worksFor.set(doer, [...(worksFor.get(doer) ?? []), id]);
  }
  return { on, roles: new Map([...all].map(([id, known]) => [id, heldOn(known, on)])), worksFor };
};
