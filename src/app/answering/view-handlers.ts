import { setTimeout as pause } from 'node:timers/promises';
import { Inject, type Provider } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { problem } from '../../http/problem.ts';
import type { ViewAnswer } from '../../http/query-routes.ts';
import { MembersOf, ReportOf } from '../../http/views/figures.ts';
import { Health } from '../../http/views/health.ts';
import { cellOf, figuresQueryOf } from '../figures/query.ts';
import type { DigestsStatus } from '../reminders/digests.ts';
import { DossierHandler, TimelineHandler, TrajectoryListHandler } from './dossier-views.ts';
import { CalendarFeedHandler } from './calendar-view.ts';
import { CaseloadHandler, ContinuityHandler, EvidenceHandler, LobHandler } from './guidance/report-views.ts';
import { LeermeterHandler, PortfolioHandler } from './guidance/trajectory-views.ts';
import { InvitationViewHandler } from './invitation-view.ts';
import { type ReadingRoom, READING_ROOM } from './reading-room.ts';
import { refused } from './refused.ts';
import { sabViewHandlers } from './sab-views.ts';
import {
  InstitutionHandler,
  InstitutionHistoryHandler,
  StaffHandler,
  StaffListHandler,
} from './school-views.ts';
import { inspectionViewHandlers } from './inspection-views.ts';
import { headFor, today } from './seen.ts';
import { takenAway } from './taken-away.ts';
import { taskViewHandlers } from './task-views.ts';

/** Under load read models are always some events behind; from here on they are building or stuck. */
const muchBehind = 500;
/** Whoever asks for health wants to know it now (ms): a log that has not said by then where it ends counts as away. */
const longestLook = 1_500;

@QueryHandler(ReportOf)
class ReportHandler implements IQueryHandler<ReportOf> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ report, typed, viewing }: ReportOf): Promise<ViewAnswer> {
    await headFor(this.room, viewing);
    const query = figuresQueryOf(report, typed, today(this.room));
    if (!query.ok) throw problem('InvalidQuery', { wrong: query.wrong });
    const rows = typed['rows'] === 'true';
    if (rows && !['teamLeader', 'programmeManager', 'quality', 'sabCoordinator'].includes(viewing.actor.role))
      throw problem('NotYours');
    const file = await takenAway(this.room, viewing, typed, {
      what: rows ? 'rows' : 'report',
      query: query.value,
    });
    if (file) return file;
    if (rows) {
      const answer = await this.room.reader.ask('rows', query.value);
      if (!answer.answered) throw refused(answer.refusal);
      return { text: answer.text, type: 'application/x-ndjson' };
    }
    const answer = await this.room.reader.ask('report', query.value);
    if (!answer.answered) throw refused(answer.refusal);
    return { json: answer.report };
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

const digestsShown = (status: DigestsStatus | undefined) =>
  status && {
    status: status.downSince === undefined ? 'ok' : 'down',
    ...(status.downSince !== undefined && { since: status.downSince }),
    waiting: status.waiting,
    refused: status.refused,
  };

const jobsShown = (jobs: ReadingRoom['jobs']) =>
  jobs.standing().then(
    (all) => ({ status: 'ok', failed: all.filter(({ state }) => state === 'failed').length }),
    () => ({ status: 'down' }),
  );

@QueryHandler(Health)
class HealthHandler implements IQueryHandler<Health> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ of }: Health): Promise<ViewAnswer> {
    if (of === 'live') return { json: { status: 'ok' } };
    const state = this.room.state();
    const answers = this.room.store.head().then(() => true);
    if (!(await Promise.race([answers, pause(longestLook, false, { ref: false })]))) throw problem('LogAway');
    const readModels = (await this.room.views.status()).map(({ name, version, ordinal, lag, parked }) => ({
      name,
      version,
      ordinal,
      lag,
      parked,
    }));
    const running = await this.room.workflows.status();
    const workflows = { ...running, parked: running.parked.length };
    const behind =
      this.room.views.fault !== undefined ||
      readModels.some(({ lag }) => lag >= muchBehind) ||
      workflows.lag >= muchBehind ||
      workflows.parked > 0 ||
      !workflows.clockBelieved;
    if (state !== 'open')
      throw problem(state === 'stopping' ? 'Stopping' : 'Starting', { readModels, workflows });
    const digests = digestsShown(this.room.digests?.());
    return {
      json: {
        status: behind ? 'behind' : 'ok',
        readModels,
        workflows,
        jobs: await jobsShown(this.room.jobs),
        ...(digests && { digests }),
      },
    };
  }
}

export const viewHandlers: readonly Provider[] = [
  DossierHandler,
  TimelineHandler,
  LeermeterHandler,
  PortfolioHandler,
  TrajectoryListHandler,
  StaffHandler,
  StaffListHandler,
  InstitutionHandler,
  InstitutionHistoryHandler,
  CalendarFeedHandler,
  ReportHandler,
  MembersHandler,
  CaseloadHandler,
  ContinuityHandler,
  LobHandler,
  EvidenceHandler,
  HealthHandler,
  InvitationViewHandler,
  ...inspectionViewHandlers,
  ...sabViewHandlers,
  ...taskViewHandlers,
];
