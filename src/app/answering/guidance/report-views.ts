import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { lobSplits } from '../../../../projections/guidance/lob.ts';
import { type Silence, type Standing, standingOn } from '../../../../projections/guidance/caseload.ts';
import { calendarOf, type SchoolCalendar, schoolYearOf } from '../../../domain/institution/calendar.ts';
import { institutionStream, type LandschapCode } from '../../../domain/institution/ids.ts';
import { institution } from '../../../domain/institution/state.ts';
import { type StaffId, staffStream } from '../../../domain/staff/ids.ts';
import { type Staff, staffReadable } from '../../../domain/staff/state.ts';
import { problem } from '../../../http/problem.ts';
import type { ViewAnswer } from '../../../http/query-routes.ts';
import { CaseloadOf, ContinuityOf, EvidenceOf, LobOf } from '../../../http/views/practice.ts';
import {
  addDays,
  type CalendarDate,
  dateOf,
  earliest,
  isCalendarDate,
} from '../../../kernel/calendar-date.ts';
import { evidenceQueryOf, schoolYearIn, type Typed } from '../../figures/query.ts';
import { type ReadingRoom, READING_ROOM } from '../reading-room.ts';
import { counted, headFor, today } from '../seen.ts';
import { whoseWithin } from '../within.ts';
import { refused } from '../refused.ts';
import { takenAway } from '../taken-away.ts';

/** School weeks without a conversation after which a student is named (DOMAIN.md §4 of the specification). */
const silentAfter = { startProgramme: 4, later: 10 } as const;

const yearIn = (typed: Typed): number => {
  const year = schoolYearIn(typed);
  if (!year.ok) throw problem('InvalidQuery', { wrong: year.wrong });
  return year.value;
};

const landschapIn = ({ landschap }: Typed): LandschapCode | undefined =>
  landschap as LandschapCode | undefined;

/** The days of a school year that are over, or under way. */
const daysOf = (year: number, now: CalendarDate) => ({
  from: dateOf(year, 8, 1),
  until: earliest(dateOf(year + 1, 7, 31), now),
});

/** The last day since which so many school weeks have gone by. */
const weeksBefore = ({ endOfWeeks }: SchoolCalendar, on: CalendarDate, weeks: number): CalendarDate => {
  let since = addDays(on, -7 * weeks);
  while (endOfWeeks(since, weeks, 'school') >= on) since = addDays(since, -1);
  return since;
};

@QueryHandler(CaseloadOf)
export class CaseloadHandler implements IQueryHandler<CaseloadOf> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ typed, viewing }: CaseloadOf): Promise<ViewAnswer> {
    const { on = today(this.room) } = typed;
    if (!isCalendarDate(on))
      throw problem('InvalidQuery', {
        wrong: [{ path: 'on', what: 'on: give a day that exists, as YYYY-MM-DD' }],
      });
    const whose = await whoseWithin(this.room, viewing.actor, landschapIn(typed));
    const { engine } = this.room;
    const calendar = calendarOf((await engine.fold(institution, institutionStream)).state);
    const silence: Silence = {
      startProgramme: weeksBefore(calendar, on, silentAfter.startProgramme),
      later: weeksBefore(calendar, on, silentAfter.later),
    };
    const { ordinal, behind, value } = await counted(this.room, viewing, (reader) =>
      reader.ask('caseload', { year: schoolYearOf(on), asked: { on, ...whose, silence } }),
    );
    const standings = await this.#standings(
      value.coaches.map(({ coach }) => coach),
      on,
    );
    const away = (isAway: (standing: Standing) => boolean) =>
      [...value.byCoach].flatMap(([coach, trajectories]) =>
        isAway(standings.get(coach) ?? {}) ? [{ coach, trajectories }] : [],
      );
    return {
      json: {
        ordinal,
        behind,
        on,
        ...('landschap' in whose ? { landschap: whose.landschap } : {}),
        silentAfter,
        students: value.students,
        coaches: value.coaches.map((load) => ({ ...load, ...standings.get(load.coach) })),
        nobody: {
          withoutCoach: value.withoutCoach,
          coachLeft: away(({ leftOn }) => leftOn !== undefined),
          coachAbsentWithoutDeputy: away(({ absent }) => absent?.deputyIsHere === false),
        },
      },
    };
  }

  /** From the streams of the staff: whether a coach is there does not wait for a read model. */
  async #standings(coaches: readonly StaffId[], on: CalendarDate): Promise<ReadonlyMap<StaffId, Standing>> {
    const staff = new Map<StaffId, Staff>();
    const lookUp = async (ids: readonly StaffId[]): Promise<void> => {
      for (const id of ids)
        if (!staff.has(id))
          staff.set(id, (await this.room.engine.fold(staffReadable, staffStream(id))).state);
    };
    await lookUp(coaches);
    await lookUp(
      [...staff.values()].flatMap(({ absences }) =>
        absences.filter(({ from, to }) => from <= on && on <= to).map(({ deputy }) => deputy),
      ),
    );
    return new Map(
      coaches.map((coach) => [
        coach,
        standingOn(staff.get(coach) ?? staffReadable.initial, on, (id) => staff.get(id)),
      ]),
    );
  }
}

@QueryHandler(ContinuityOf)
export class ContinuityHandler implements IQueryHandler<ContinuityOf> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ typed, viewing }: ContinuityOf): Promise<ViewAnswer> {
    const year = yearIn(typed);
    const whose = await whoseWithin(this.room, viewing.actor, landschapIn(typed));
    const { ordinal, behind, value } = await counted(this.room, viewing, (reader) =>
      reader.ask('continuity', { year, asked: { ...daysOf(year, today(this.room)), ...whose } }),
    );
    return {
      json: {
        ordinal,
        behind,
        schoolYear: year,
        ...('landschap' in whose ? { landschap: whose.landschap } : {}),
        ...value,
      },
    };
  }
}

@QueryHandler(LobOf)
export class LobHandler implements IQueryHandler<LobOf> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ typed, viewing }: LobOf): Promise<ViewAnswer> {
    const year = yearIn(typed);
    const by = lobSplits.find((each) => each === typed['by']) ?? 'landschap';
    const whose = await whoseWithin(this.room, viewing.actor, landschapIn(typed));
    const { ordinal, behind, value } = await counted(this.room, viewing, (reader) =>
      reader.ask('lob', { year, asked: { ...daysOf(year, today(this.room)), by, ...whose } }),
    );
    return {
      json: {
        ordinal,
        behind,
        schoolYear: year,
        by,
        ...('landschap' in whose ? { landschap: whose.landschap } : {}),
        ...value,
      },
    };
  }
}

@QueryHandler(EvidenceOf)
export class EvidenceHandler implements IQueryHandler<EvidenceOf> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ typed, viewing }: EvidenceOf): Promise<ViewAnswer> {
    await headFor(this.room, viewing);
    const query = evidenceQueryOf(typed, today(this.room));
    if (!query.ok) throw problem('InvalidQuery', { wrong: query.wrong });
    const { landschap } = await whoseWithin(this.room, viewing.actor, landschapIn(typed));
    const asked = { ...query.value, ...(landschap === undefined ? {} : { landschap }) };
    const file = await takenAway(this.room, viewing, typed, { what: 'evidence', query: asked });
    if (file) return file;
    const answer = await this.room.reader.ask('evidence', asked);
    if (!answer.answered) throw refused(answer.refusal);
    return { json: answer.report };
  }
}
