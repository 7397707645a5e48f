import ical, { ICalEventClass, ICalEventTransparency } from 'ical-generator';
import type { OwnTask } from '../../../projections/own-worklist.ts';
import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { startOfDay } from '../../kernel/instant.ts';
import { worklistLink } from './letter.ts';

/**
 * Due dates as a calendar (RFC 5545): an all-day entry per task, that says neither what it is nor about whom. The
 * id of a task is that of its entry; the stamp comes from the log, so that what has not changed is the same text.
 */
export const calendarFeed = (tasks: readonly OwnTask[], on: CalendarDate, baseUrl: string): string => {
  const link = worklistLink(baseUrl);
  const calendar = ical({
    name: 'Wissel',
    prodId: { company: 'Wissel', product: 'Wissel', language: 'NL' },
    ttl: 3_600,
  });
  for (const {
    task: { task, due, changedAt },
  } of tasks) {
    const late = due < on;
    const becameLate = startOfDay(addDays(due, 1));
    calendar.createEvent({
      id: task,
      stamp: new Date(late && becameLate > changedAt ? becameLate : changedAt),
      start: due,
      allDay: true,
      summary: late ? 'Taak in Wissel (te laat)' : 'Taak in Wissel',
      description: link,
      // A URL is no text and is not escaped (3.3.13), but the library does; so nothing in it may need it.
      url: link.replaceAll(',', '%2C').replaceAll(';', '%3B'),
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  // The last line ends as every line does; the library leaves that out.
  return `${calendar.toString()}\r\n`;
};
