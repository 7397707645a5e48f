import { parentPort, workerData } from 'node:worker_threads';
import { sqliteViewStore } from '../adapters/sqlite/view-store.ts';
import { GuidanceReader, type GuidanceQuestions } from './figures/guidance-reader.ts';
import { LogReader, type Questions } from './figures/log-reader.ts';
import type { LogPlace } from './log-place.ts';
import { answerWithin, openForReading } from './open-log.ts';
import { makePaper, type PaperQuestion } from './papers/make.ts';
import { sealedPapers } from './papers/sealed.ts';
import type { SealQuestion } from './sealing/make.ts';
import { sealBundle } from './sealing/seal.ts';
import { developmentHashing } from '../adapters/system/hashing.ts';
import { version } from './version.ts';
import { answering } from './thread.ts';

/** Reads the whole log, and whole read models, for figures and lists that no stream holds, away from the thread that answers requests. */
const { log: place, views: folder } = workerData as { readonly log: LogPlace; readonly views: string };
if (!parentPort) throw new Error('this file is run as a thread');

const views = sqliteViewStore(folder);
const guidance = new GuidanceReader(views);
const log = await openForReading(place, answerWithin);
const tell = answering(parentPort, {
  catchUp: async () => {
    await reader.catchUp();
    return reader.ordinal;
  },
  staffOn: (ask: Questions['staffOn']['ask']) => reader.staffOn(ask),
  standsInFor: (ask: Questions['standsInFor']['ask']) => reader.standsInFor(ask),
  report: (ask: Questions['report']['ask']) => reader.report(ask),
  rows: (ask: Questions['rows']['ask']) => reader.rows(ask),
  members: (ask: Questions['members']['ask']) => reader.members(ask),
  evidence: (ask: Questions['evidence']['ask']) => reader.evidence(ask),
  why: (ask: Questions['why']['ask']) => reader.why(ask),
  near: (ask: Questions['near']['ask']) => reader.near(ask),
  bridge: (ask: Questions['bridge']['ask']) => reader.bridge(ask),
  compare: (ask: Questions['compare']['ask']) => reader.compare(ask),
  outcomes: (ask: Questions['outcomes']['ask']) => reader.outcomes(ask),
  outcomeMembers: (ask: Questions['outcomeMembers']['ask']) => reader.outcomeMembers(ask),
  reconciliation: (ask: Questions['reconciliation']['ask']) => reader.reconciliation(ask),
  paper: (question: PaperQuestion) => makePaper(reader, question),
  seal: (question: SealQuestion) =>
    sealBundle({ reader, log, hashing: developmentHashing, version, papers: sealedPapers }, question),
  caseload: (ask: GuidanceQuestions['caseload']['ask']) => guidance.caseload(ask),
  continuity: (ask: GuidanceQuestions['continuity']['ask']) => guidance.continuity(ask),
  lob: (ask: GuidanceQuestions['lob']['ask']) => guidance.lob(ask),
  close: () => {
    views.close();
    return log.close();
  },
});
const reader = new LogReader(log, (followUps) => tell({ followUps }));
