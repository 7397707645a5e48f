import type { LandschapCode } from '../../domain/institution/ids.ts';
import type { StaffEvent } from '../../domain/staff/events.ts';
import type { StaffId } from '../../domain/staff/ids.ts';
import { deputyOn, hasRole, type Staff, staffReadable, worksHere } from '../../domain/staff/state.ts';
import { told } from '../../engine/codec.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Recorded, Role } from '../../kernel/message.ts';

const prefix = 'staff-';

/** Everybody on the staff, folded from the log: whom a landschap has in a role is in no single stream. */
export class Roster {
  readonly #staff = new Map<StaffId, Staff>();

  add(event: Recorded): void {
    if (!event.stream.startsWith(prefix)) return;
    const id = event.stream.slice(prefix.length) as StaffId;
    const now = this.#staff.get(id) ?? staffReadable.initial;
    this.#staff.set(id, staffReadable.evolve(now, told<StaffEvent>(staffReadable.events, event)));
  }

  /** In the order of their ids: everywhere the same. */
  withRole(role: Role, on: CalendarDate, landschap?: LandschapCode): readonly StaffId[] {
    return [...this.#staff]
      .filter(([, staff]) => hasRole(staff, role, on, landschap))
      .map(([id]) => id)
      .sort();
  }

  /** For whom somebody stands in on a day. */
  standsInFor(deputy: StaffId, on: CalendarDate): readonly StaffId[] {
    return [...this.#staff]
      .filter(([, staff]) => worksHere(staff, on) && deputyOn(staff, on) === deputy)
      .map(([id]) => id)
      .sort();
  }

  hereOn(on: CalendarDate): readonly StaffId[] {
    return [...this.#staff]
      .filter(([, staff]) => worksHere(staff, on))
      .map(([id]) => id)
      .sort();
  }
}
