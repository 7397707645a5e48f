import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { tasksInCalendar } from '../../../projections/own-worklist.ts';
import { holderOf, staffOnDay } from '../../../projections/staff.ts';
import { staffStream } from '../../domain/staff/ids.ts';
import { staffReadable } from '../../domain/staff/state.ts';
import { problem } from '../../http/problem.ts';
import type { ViewAnswer } from '../../http/query-routes.ts';
import { CalendarFeed } from '../../http/views/school.ts';
import { calendarFeed } from '../reminders/calendar-feed.ts';
import { fingerprintOf, isToken } from '../reminders/calendar-token.ts';
import { type ReadingRoom, READING_ROOM } from './reading-room.ts';
import { seen, today } from './seen.ts';

@QueryHandler(CalendarFeed)
export class CalendarFeedHandler implements IQueryHandler<CalendarFeed> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ token }: CalendarFeed): Promise<ViewAnswer> {
    const { baseUrl, engine } = this.room;
    if (baseUrl === undefined || !isToken(token)) throw problem('NotFound');
    const on = today(this.room);
    const fingerprint = fingerprintOf(token);
    const { holder, staff } = (
      await seen(this.room, { after: undefined }, 'staff', (rows) => {
        const found = holderOf(rows, fingerprint);
        return { holder: found, staff: found && staffOnDay(rows, on) };
      })
    ).value;
    // An unknown token and one that was taken away have come the same way up to here: neither has a row.
    if (!holder || !staff) throw problem('NotFound');
    // What was taken away a moment ago may have its row still; the log has not.
    const { state } = await engine.fold(staffReadable, staffStream(holder));
    if (state.calendar !== fingerprint) throw problem('NotFound');
    const tasks = await seen(this.room, { after: undefined }, 'tasks', (rows) =>
      tasksInCalendar(rows, holder, staff),
    );
    return { text: calendarFeed(tasks.value, on, baseUrl), type: 'text/calendar', uncached: true };
  }
}
