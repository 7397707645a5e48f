import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { institutionStream, type LandschapCode } from '../../domain/institution/ids.ts';
import { earlierLeermeters, leermeterOf } from '../../domain/institution/leermeter.ts';
import { institution } from '../../domain/institution/state.ts';
import { staffStream, type StaffId } from '../../domain/staff/ids.ts';
import { type Staff, staffReadable } from '../../domain/staff/state.ts';
import { etagOf } from '../../http/headers.ts';
import { problem } from '../../http/problem.ts';
import type { ViewAnswer } from '../../http/query-routes.ts';
import { InstitutionAsIs, InstitutionHistory, StaffList, StaffOf } from '../../http/views/school.ts';
import { isCalendarDate } from '../../kernel/calendar-date.ts';
import { roles } from '../../kernel/message.ts';
import type { WrongMember } from '../figures/query.ts';
import { type ReadingRoom, READING_ROOM } from './reading-room.ts';
import { headFor, today } from './seen.ts';

const staffMember = (id: StaffId, { registered, as, leftOn, roles: held, absences }: Staff) => ({
  id,
  registered,
  ...(as ? { name: as.name, ...(as.email === undefined ? {} : { email: as.email }) } : {}),
  ...(leftOn === undefined ? {} : { leftOn }),
  roles: held,
  absences,
});

@QueryHandler(StaffOf)
export class StaffHandler implements IQueryHandler<StaffOf> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ id, viewing }: StaffOf): Promise<ViewAnswer> {
    await headFor(this.room, viewing);
    const { state, revision } = await this.room.engine.fold(staffReadable, staffStream(id));
    if (revision < 0) throw problem('NotFound');
    const ordinal = await this.room.reader.catchUp();
    return { json: { ordinal, revision, ...staffMember(id, state) }, etag: etagOf(revision) };
  }
}

@QueryHandler(StaffList)
export class StaffListHandler implements IQueryHandler<StaffList> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ typed, viewing }: StaffList): Promise<ViewAnswer> {
    await headFor(this.room, viewing);
    const { role: asked, landschap, on = today(this.room) } = typed;
    const wrong: WrongMember[] = [];
    const role = roles.find((each) => each === asked);
    if (asked !== undefined && role === undefined) wrong.push({ path: 'role', what: 'role: is not a role' });
    if (landschap !== undefined && role === undefined)
      wrong.push({ path: 'role', what: 'role: say which role the landschap is about' });
    if (!isCalendarDate(on)) wrong.push({ path: 'on', what: 'on: give a day that exists, as YYYY-MM-DD' });
    if (wrong.length > 0 || !isCalendarDate(on)) throw problem('InvalidQuery', { wrong });
    const { engine, reader } = this.room;
    const ids = await reader.ask('staffOn', {
      on,
      ...(role === undefined ? {} : { role }),
      ...(landschap === undefined ? {} : { landschap: landschap as LandschapCode }),
    });
    const ordinal = await reader.catchUp();
    const staff = await Promise.all(
      ids.map(async (id) => staffMember(id, (await engine.fold(staffReadable, staffStream(id))).state)),
    );
    return { json: { ordinal, staff } };
  }
}

@QueryHandler(InstitutionAsIs)
export class InstitutionHandler implements IQueryHandler<InstitutionAsIs> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ viewing }: InstitutionAsIs): Promise<ViewAnswer> {
    await headFor(this.room, viewing);
    const { state, revision } = await this.room.engine.fold(institution, institutionStream);
    return {
      json: {
        ordinal: await this.room.reader.catchUp(),
        revision,
        landschappen: [...state.landschappen.values()],
        variants: [...state.variants.values()].flat(),
        programmes: state.programmes,
        calendars: [...state.calendars].map(([schoolYear, holidays]) => ({ schoolYear, holidays })),
        settings: state.settings,
        norms: [...state.norms.values()],
        leermeter: leermeterOf(state),
        earlierLeermeters: earlierLeermeters(state),
        trainingGroups: [...state.trainingGroups.values()],
        tables: [...state.tables].map(([table, adopted]) => ({ table, ...adopted })),
      },
      ...(revision < 0 ? {} : { etag: etagOf(revision) }),
    };
  }
}

@QueryHandler(InstitutionHistory)
export class InstitutionHistoryHandler implements IQueryHandler<InstitutionHistory> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ viewing }: InstitutionHistory): Promise<ViewAnswer> {
    await headFor(this.room, viewing);
    const written = await this.room.store.readStream(institutionStream);
    const revision = written.length - 1;
    return {
      json: {
        ordinal: await this.room.reader.catchUp(),
        revision,
        events: written.map(({ id, revision: at, type, data, meta }) => ({
          event: id,
          revision: at,
          recordedAt: meta.recordedAt,
          type,
          role: meta.actor.role,
          data,
        })),
      },
      ...(revision < 0 ? {} : { etag: etagOf(revision) }),
    };
  }
}
