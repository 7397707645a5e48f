import { Inject, type Provider } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type DossierList, dossier, dossierList } from '../../projections/dossiers.ts';
import { timeline } from '../../projections/timelines.ts';
import type { FiguresRefusal } from '../../projections/figures/index.ts';
import { institutionStream, type LandschapCode } from '../domain/institution/ids.ts';
import { institution } from '../domain/institution/state.ts';
import { staffStream, type StaffId } from '../domain/staff/ids.ts';
import { hasRole, type Staff, staffReadable } from '../domain/staff/state.ts';
import { type StudentId, studentStream } from '../domain/student/ids.ts';
import { studentReadable } from '../domain/student/state.ts';
import { trajectoryEvents } from '../domain/trajectory/events.ts';
import { trajectoryStream } from '../domain/trajectory/ids.ts';
import { etagOf } from '../http/headers.ts';
import { problem } from '../http/problem.ts';
import type { ViewAnswer } from '../http/query-routes.ts';
import {
  DossierOf,
  Health,
  InstitutionAsIs,
  MembersOf,
  ReportOf,
  StaffList,
  StaffOf,
  TimelineOf,
  TrajectoryList,
  type Viewing,
} from '../http/views.ts';
import { isCalendarDate } from '../kernel/calendar-date.ts';
import { amsterdamDate } from '../kernel/instant.ts';
import { type Actor, type Recorded, roles } from '../kernel/message.ts';
import type { EventDefinitions } from '../kernel/schema.ts';
import type { ViewRows } from '../kernel/projection.ts';
import { cellOf, figuresQueryOf, type WrongMember } from './figures-query.ts';
import { reportCsv } from './figures-text.ts';
import { type Reading, readingFor } from './may-read.ts';
import { type ReadingRoom, READING_ROOM } from './reading-room.ts';

/** How long a question waits for the read models to see what it must. */
const longestWait = 3_000;
/** Under load read models are always some events behind; from here on they are building or stuck. */
const muchBehind = 500;

const today = ({ clock }: ReadingRoom) => amsterdamDate(clock.now());

/** Waits until the read models have seen what must be seen; says no when it takes too long. */
const waitFor = async (room: ReadingRoom, position: bigint | undefined): Promise<void> => {
  if (position === undefined || (await room.views.waitFor(position, longestWait))) return;
  throw problem('NotYetReadable', {}, { 'retry-after': '1' });
};

const headFor = async ({ store }: ReadingRoom, { after }: Viewing): Promise<bigint | undefined> => {
  const head = await store.head();
  if (after !== undefined && after > (head ?? 0n))
    throw problem('InvalidQuery', {
      wrong: [{ path: 'after', what: 'after: no command was answered with this position' }],
    });
  return head;
};

interface Seen<T> {
  readonly ordinal: number;
  readonly behind: boolean;
  readonly value: T;
}

/** Reads a read model that has seen all that was in the log when it was asked, or as far as it came in time. */
const seen = async <T>(
  room: ReadingRoom,
  viewing: Viewing,
  name: string,
  work: (rows: ViewRows) => T,
): Promise<Seen<T>> => {
  const head = await headFor(room, viewing);
  if (head !== undefined && !(await room.views.waitFor(head, longestWait, name)))
    await waitFor(room, viewing.after);
  const found = room.views.read(name, work);
  if (!found) throw problem('NotYetReadable', {}, { 'retry-after': '1' });
  return {
    ordinal: found.checkpoint?.ordinal ?? 0,
    behind: (found.checkpoint?.position ?? 0n) < (head ?? 0n),
    value: found.value,
  };
};

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
class DossierHandler implements IQueryHandler<DossierOf> {
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
class TimelineHandler implements IQueryHandler<TimelineOf> {
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
class TrajectoryListHandler implements IQueryHandler<TrajectoryList> {
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

const staffMember = (id: StaffId, { registered, as, leftOn, roles: held, absences }: Staff) => ({
  id,
  registered,
  ...(as ? { name: as.name, ...(as.email === undefined ? {} : { email: as.email }) } : {}),
  ...(leftOn === undefined ? {} : { leftOn }),
  roles: held,
  absences,
});

@QueryHandler(StaffOf)
class StaffHandler implements IQueryHandler<StaffOf> {
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
class StaffListHandler implements IQueryHandler<StaffList> {
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
class InstitutionHandler implements IQueryHandler<InstitutionAsIs> {
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
        tables: [...state.tables].map(([table, adopted]) => ({ table, ...adopted })),
      },
      ...(revision < 0 ? {} : { etag: etagOf(revision) }),
    };
  }
}

const refused = (refusal: FiguresRefusal): Error => {
  const { code, ...about } = refusal;
  return code === 'PeildatumNotReached'
    ? problem('PeildatumNotReached', about)
    : problem('InvalidQuery', {
        ...about,
        wrong: [{ path: code === 'OrdinalNotReached' ? 'at' : 'definition', what: code }],
      });
};

@QueryHandler(ReportOf)
class ReportHandler implements IQueryHandler<ReportOf> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ report, typed, viewing }: ReportOf): Promise<ViewAnswer> {
    await headFor(this.room, viewing);
    const query = figuresQueryOf(report, typed, today(this.room));
    if (!query.ok) throw problem('InvalidQuery', { wrong: query.wrong });
    const as = typed['format'] ?? 'json';
    if (typed['rows'] === 'true') {
      if (!['teamLeader', 'programmeManager', 'quality', 'sabCoordinator'].includes(viewing.actor.role))
        throw problem('NotYours');
      const rows = await this.room.reader.ask('rows', {
        query: query.value,
        as: as === 'csv' ? 'csv' : 'ndjson',
      });
      if (!rows.answered) throw refused(rows.refusal);
      return { text: rows.text, type: as === 'csv' ? 'text/csv' : 'application/x-ndjson' };
    }
    const answer = await this.room.reader.ask('report', query.value);
    if (!answer.answered) throw refused(answer.refusal);
    return as === 'csv' ? { text: reportCsv(answer.report), type: 'text/csv' } : { json: answer.report };
  }
}

@QueryHandler(MembersOf)
class MembersHandler implements IQueryHandler<MembersOf> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ report, typed, viewing }: MembersOf): Promise<ViewAnswer> {
    await headFor(this.room, viewing);
    const query = figuresQueryOf(report, typed, today(this.room));
    const cell = cellOf(typed);
    if (!query.ok || !cell.ok)
      throw problem('InvalidQuery', {
        wrong: [...(query.ok ? [] : query.wrong), ...(cell.ok ? [] : cell.wrong)],
      });
    const answer = await this.room.reader.ask('members', { query: query.value, cell: cell.value });
    if (!answer.answered) throw refused(answer.refusal);
    return { json: { ordinal: answer.ordinal, members: answer.members } };
  }
}

@QueryHandler(Health)
class HealthHandler implements IQueryHandler<Health> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ of }: Health): Promise<ViewAnswer> {
    if (of === 'live') return { json: { status: 'ok' } };
    const state = this.room.state();
    const readModels = (await this.room.views.status()).map(({ name, version, ordinal, lag, parked }) => ({
      name,
      version,
      ordinal,
      lag,
      parked,
    }));
    const behind = this.room.views.fault !== undefined || readModels.some(({ lag }) => lag >= muchBehind);
    if (state !== 'open') throw problem(state === 'stopping' ? 'Stopping' : 'Starting', { readModels });
    return { json: { status: behind ? 'behind' : 'ok', readModels } };
  }
}

export const viewHandlers: readonly Provider[] = [
  DossierHandler,
  TimelineHandler,
  TrajectoryListHandler,
  StaffHandler,
  StaffListHandler,
  InstitutionHandler,
  ReportHandler,
  MembersHandler,
  HealthHandler,
];
