import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type DossierList, dossier, dossierList } from '../../../projections/dossiers.ts';
import { timeline } from '../../../projections/timelines.ts';
import type { LandschapCode } from '../../domain/institution/ids.ts';
import { staffStream, type StaffId } from '../../domain/staff/ids.ts';
import { hasRole, staffReadable } from '../../domain/staff/state.ts';
import { type StudentId, studentStream } from '../../domain/student/ids.ts';
import { studentReadable } from '../../domain/student/state.ts';
import { trajectoryEvents } from '../../domain/trajectory/events.ts';
import { trajectoryStream } from '../../domain/trajectory/ids.ts';
import { etagOf } from '../../http/headers.ts';
import { problem } from '../../http/problem.ts';
import type { ViewAnswer } from '../../http/query-routes.ts';
import { DossierOf, TimelineOf, TrajectoryList } from '../../http/views/trajectories.ts';
import type { Actor, Recorded } from '../../kernel/message.ts';
import type { EventDefinitions } from '../../kernel/schema.ts';
import { type Reading, readingFor } from './may-read.ts';
import { type ReadingRoom, READING_ROOM } from './reading-room.ts';
import { seen, today } from './seen.ts';

const readingOf = async (
  room: ReadingRoom,
  id: StudentId,
  actor: Actor,
): Promise<Exclude<Reading, 'nothing'>> => {
  const { reading, known } = await readingFor(room.engine, today(room), id, actor);
  // Whether another student is known here is no student's business.
  if (!known && (actor.role !== 'student' || actor.id === id)) throw problem('NotFound');
  if (reading === 'nothing') throw problem('NotYours');
  return reading;
};

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

/** What people wrote in an event, by field. */
const saidIn = ({ type, data }: Recorded): Readonly<Record<string, string>> | undefined => {
  const definition = (trajectoryEvents as EventDefinitions)[type];
  const said = Object.entries(data as Readonly<Record<string, unknown>>).filter(
    (entry): entry is [string, string] =>
      definition?.fields[entry[0]]?.classification === 'freeText' && typeof entry[1] === 'string',
  );
  return said.length > 0 ? Object.fromEntries(said) : undefined;
};

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
        const { state } = await this.room.engine.fold(staffReadable, staffStream(id as StaffId));
        const holds = (landschap: LandschapCode | undefined) =>
          hasRole(state, role, today(this.room), landschap);
        const theirs = state.roles.filter((each) => each.role === role).map(({ landschap }) => landschap);
        const everywhere = theirs.includes(undefined) && holds(undefined);
        const only = theirs.length === 1 ? theirs[0] : undefined;
        const landschap = asked.landschap ?? (everywhere ? undefined : only);
        if (landschap === undefined ? !everywhere : !holds(landschap))
          throw problem('NotYours', { landschappen: theirs.filter((each) => each !== undefined) });
        return { ...asked, ...(landschap === undefined ? {} : { landschap }) };
      }
      default:
        throw problem('NotYours');
    }
  }
}
