import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type DossierList, dossier, dossierList } from '../../../projections/dossiers.ts';
import { timeline } from '../../../projections/timelines.ts';
import type { StaffId } from '../../domain/staff/ids.ts';
import { studentStream } from '../../domain/student/ids.ts';
import { studentReadable } from '../../domain/student/state.ts';
import { trajectoryStream } from '../../domain/trajectory/ids.ts';
import { etagOf } from '../../http/headers.ts';
import { problem } from '../../http/problem.ts';
import type { ViewAnswer } from '../../http/query-routes.ts';
import { DossierOf, TimelineOf, TrajectoryList } from '../../http/views/trajectories.ts';
import type { Actor } from '../../kernel/message.ts';
import { readingOf, saidIn } from './reading.ts';
import { type ReadingRoom, READING_ROOM } from './reading-room.ts';
import { seen } from './seen.ts';
import { landschapWithin } from './within.ts';

@QueryHandler(DossierOf)
export class DossierHandler implements IQueryHandler<DossierOf> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ id, viewing }: DossierOf): Promise<ViewAnswer> {
    const reading = await readingOf(this.room, id, viewing.actor);
    const found = await seen(this.room, viewing, 'dossiers', (rows) => dossier(rows, id));
    if (!found.value) throw problem('NotYetReadable', {}, { 'retry-after': '1' });
    const { state: student } = await this.room.engine.fold(studentReadable, studentStream(id));
    const { numbers: _claims, ...identity } = student.identity ?? { numbers: [] };
    return {
      json: {
        ordinal: found.ordinal,
        behind: found.behind,
        dossier: found.value,
        ...(reading === 'guides' && student.registered ? { student: identity } : {}),
      },
      // Of what is shown: whoever asks for a change by it has seen this and no more.
      etag: etagOf(found.value.events - 1),
    };
  }
}

@QueryHandler(TimelineOf)
export class TimelineHandler implements IQueryHandler<TimelineOf> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ id, viewing }: TimelineOf): Promise<ViewAnswer> {
    const reading = await readingOf(this.room, id, viewing.actor);
    const found = await seen(this.room, viewing, 'timelines', (rows) => timeline(rows, id));
    const said = new Map(
      reading === 'guides'
        ? (await this.room.store.readStream(trajectoryStream(id))).map((event) => [event.id, saidIn(event)])
        : [],
    );
    return {
      json: {
        ordinal: found.ordinal,
        behind: found.behind,
        trajectory: id,
        lines: found.value.map((line) => {
          const words = said.get(line.event);
          return words ? { ...line, said: words } : line;
        }),
      },
    };
  }
}

@QueryHandler(TrajectoryList)
export class TrajectoryListHandler implements IQueryHandler<TrajectoryList> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ typed, viewing }: TrajectoryList): Promise<ViewAnswer> {
    const { stage, landschap, coach, from, limit } = typed;
    const asked = {
      ...(stage === undefined ? {} : { stage }),
      ...(landschap === undefined ? {} : { landschap }),
      ...(coach === undefined ? {} : { coach }),
      ...(from === undefined ? {} : { after: from }),
      limit: Number(limit ?? 100),
    } as DossierList;
    const allowed = await this.#within(asked, viewing.actor);
    const { ordinal, value } = await seen(this.room, viewing, 'dossiers', (rows) =>
      dossierList(rows, allowed),
    );
    const last = value.dossiers.at(-1);
    return {
      json: {
        ordinal,
        size: value.size,
        ...(last && value.dossiers.length === asked.limit ? { next: last.trajectory } : {}),
        trajectories: value.dossiers,
      },
    };
  }

  /** What is asked, inside what somebody may see; outside it the answer is no, not less. */
  async #within(asked: DossierList, { id, role }: Actor): Promise<DossierList> {
    switch (role) {
      case 'programmeManager':
      case 'quality':
        return asked;
      case 'coach':
        if (asked.coach !== undefined && asked.coach !== id) throw problem('NotYours', { coach: id });
        return { ...asked, coach: id as StaffId };
      case 'infoshop':
        if (asked.stage !== undefined && asked.stage !== 'orientation' && asked.stage !== 'applied')
          throw problem('NotYours', { stages: ['orientation', 'applied'] });
        return { ...asked, stage: asked.stage ?? 'orientation' };
      case 'scout':
      case 'teamLeader': {
        const landschap = await landschapWithin(this.room, { id, role }, asked.landschap);
        return { ...asked, ...(landschap === undefined ? {} : { landschap }) };
      }
      default:
        throw problem('NotYours');
    }
  }
}
