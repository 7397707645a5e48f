import { Inject, type Provider } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type BoardAsked, boardOf, boardStages, openStages } from '../../../projections/sab/board.ts';
import { noAdviser, sabFigures, splitOf, sabSplits, type SabSplit } from '../../../projections/sab/report.ts';
import { type CaseClock, clockOf } from '../../../projections/sab/terms.ts';
import {
  casesAtStages,
  casesOfYear,
  type SabCaseShown,
  sabCaseShown,
} from '../../../projections/sab-cases.ts';
import { calendarOf } from '../../domain/institution/calendar.ts';
import { institutionStream, type LandschapCode } from '../../domain/institution/ids.ts';
import { institution } from '../../domain/institution/state.ts';
import { sabCaseStream } from '../../domain/sab-case/ids.ts';
import { type StaffId, staffStream } from '../../domain/staff/ids.ts';
import { staffReadable } from '../../domain/staff/state.ts';
import { type StudentId, studentStream } from '../../domain/student/ids.ts';
import { studentReadable } from '../../domain/student/state.ts';
import { etagOf } from '../../http/headers.ts';
import { problem } from '../../http/problem.ts';
import type { ViewAnswer } from '../../http/query-routes.ts';
import { SabBoard, SabCaseOf, SabReport } from '../../http/views/second-line.ts';
import { advisersIn, caseLines, plansIn } from '../sab/case-document.ts';
import { goesOnAs, holdsRole, layerOf } from '../sab/case-layers.ts';
import { type ReadingRoom, READING_ROOM } from './reading-room.ts';
import { headFor, seen, today } from './seen.ts';

const schoolOf = async ({ engine }: ReadingRoom) => (await engine.fold(institution, institutionStream)).state;

/** Who it is. The name stands with the student who goes on, or with the one who was referred. */
const studentOf = async ({ engine }: ReadingRoom, id: StudentId) => {
  const { id: same } = await goesOnAs(engine, id);
  const nameOf = async (who: StudentId) =>
    (await engine.fold(studentReadable, studentStream(who))).state.identity?.name;
  const name = (await nameOf(same)) ?? (same === id ? undefined : await nameOf(id));
  return { id, ...(same !== id && { goesOnAs: same }), ...(name !== undefined && { name }) };
};

const standingOf = async (room: ReadingRoom, shown: SabCaseShown, clock: CaseClock | undefined) => ({
  ...shown,
  student: await studentOf(room, shown.student),
  ...(clock && { clock }),
});

const yesNo = (typed: string | undefined): boolean | undefined =>
  typed === undefined ? undefined : typed === 'true';

@QueryHandler(SabBoard)
class SabBoardHandler implements IQueryHandler<SabBoard> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ typed, viewing }: SabBoard): Promise<ViewAnswer> {
    const { room } = this;
    const { actor } = viewing;
    const day = today(room);
    if (!(await holdsRole(room.engine, actor, day))) throw problem('NotYours');
    const stage = boardStages.find((each) => each === typed['stage']);
    const stages = stage === undefined ? openStages : [stage];
    const found = await seen(room, viewing, 'sab-cases', (rows) =>
      casesAtStages(
        rows,
        stages.filter((each) => typed['waiting'] !== 'true' || each === 'referred'),
      ),
    );
    const mine = typed['mine'] === 'true' ? actor.id : undefined;
    const asked = Object.fromEntries(
      Object.entries({
        adviser: typed['adviser'] ?? mine,
        landschap: typed['landschap'],
        urgent: yesNo(typed['urgent']),
        paused: yesNo(typed['paused']),
        overdue: yesNo(typed['overdue']),
        from: typed['from'],
        limit: Number(typed['limit'] ?? 100),
      }).filter(([, value]) => value !== undefined),
    ) as unknown as BoardAsked;
    const own = found.value.filter(({ adviser }) => mine === undefined || adviser === mine);
    const { size, lines, next } = boardOf(own, asked, calendarOf(await schoolOf(room)), day);
    return {
      json: {
        ordinal: found.ordinal,
        behind: found.behind,
        today: day,
        size,
        ...(next !== undefined && { next }),
        cases: await Promise.all(lines.map(({ shown, clock }) => standingOf(room, shown, clock))),
      },
    };
  }
}

@QueryHandler(SabCaseOf)
class SabCaseHandler implements IQueryHandler<SabCaseOf> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ id, viewing }: SabCaseOf): Promise<ViewAnswer> {
    const { room } = this;
    const { actor } = viewing;
    await headFor(room, viewing);
    const events = await room.store.readStream(sabCaseStream(id));
    const shown = sabCaseShown(
      id,
      events.map((event) => ({ ...event, commandId: event.meta.commandId })),
    );
    const day = today(room);
    if (!shown) {
      // That a student has no case, or has one, is told to nobody else.
      const inside = actor.role === 'adviser' || actor.role === 'sabCoordinator';
      throw problem(inside && (await holdsRole(room.engine, actor, day)) ? 'NotFound' : 'NotYours');
    }
    const layer = await layerOf(room.engine, day, shown.student, actor);
    if (!layer) throw problem('NotYours');
    const clock = layer === 'student' ? undefined : clockOf(shown, calendarOf(await schoolOf(room)), day);
    const revision = events.length - 1;
    return {
      json: {
        ordinal: await room.reader.catchUp(),
        revision,
        layer,
        case: await standingOf(room, shown, clock),
        advisers: advisersIn(events),
        plans: plansIn(events, layer),
        lines: caseLines(events, layer),
      },
      etag: etagOf(revision),
    };
  }
}

@QueryHandler(SabReport)
class SabReportHandler implements IQueryHandler<SabReport> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ typed, viewing }: SabReport): Promise<ViewAnswer> {
    const { room } = this;
    const day = today(room);
    if (!(await holdsRole(room.engine, viewing.actor, day))) throw problem('NotYours');
    const schoolYear = Number(typed['year']);
    const found = await seen(room, viewing, 'sab-cases', (rows) => casesOfYear(rows, schoolYear));
    const { landschap } = typed;
    const cases = found.value.filter((each) => landschap === undefined || each.landschap === landschap);
    const asked = { schoolYear, calendar: calendarOf(await schoolOf(room)), today: day };
    const by = sabSplits.find((each) => each === typed['by']);
    return {
      json: {
        ordinal: found.ordinal,
        behind: found.behind,
        report: 'sab',
        schoolYear,
        today: day,
        ...(landschap !== undefined && { landschap }),
        sab: sabFigures(cases, asked),
        ...(by && {
          by,
          splits: await Promise.all(
            [...Map.groupBy(cases, (each) => splitOf(each, by))]
              .sort(([one], [other]) => (one < other ? -1 : 1))
              .map(async ([value, theirs]) => {
                const name = await this.#nameOf(by, value);
                return {
                  by,
                  value,
                  ...(name !== undefined && { name }),
                  sab: sabFigures(theirs, asked),
                };
              }),
          ),
        }),
      },
    };
  }

  async #nameOf(by: SabSplit, value: string): Promise<string | undefined> {
    if (value === noAdviser) return undefined;
    return by === 'landschap'
      ? (await schoolOf(this.room)).landschappen.get(value as LandschapCode)?.name
      : (await this.room.engine.fold(staffReadable, staffStream(value as StaffId))).state.as?.name;
  }
}

export const sabViewHandlers: readonly Provider[] = [SabBoardHandler, SabCaseHandler, SabReportHandler];
