import { schoolDaysBetween } from '../../../projections/sab/school-days.ts';
import type { TaskShown } from '../../../projections/tasks.ts';
import { taskEventSentence, taskEventTypes, taskSentence } from '../../../projections/worklist/sentences.ts';
import type { SchoolCalendar } from '../../domain/institution/calendar.ts';
import { type CaseId, sabCaseStream } from '../../domain/sab-case/ids.ts';
import { sabCaseReadable } from '../../domain/sab-case/state.ts';
import { type StudentId, studentStream } from '../../domain/student/ids.ts';
import { studentReadable } from '../../domain/student/state.ts';
import type { WorkflowData } from '../../domain/workflow/events.ts';
import { linkOf } from '../../http/views/tasks.ts';
import type { Engine } from '../../engine/execute.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { amsterdamDate } from '../../kernel/instant.ts';
import type { Actor, Recorded } from '../../kernel/message.ts';
import { readingFor } from '../answering/may-read.ts';
import { type Layer, layerOf } from '../sab/case-layers.ts';
import { kindOf } from './whose.ts';

interface Showing {
  readonly engine: Engine;
  readonly calendar: SchoolCalendar;
  readonly today: CalendarDate;
}

const nameOf = async (engine: Engine, id: StudentId) => {
  const { state } = await engine.fold(studentReadable, studentStream(id));
  return { id, ...(state.identity && { name: state.identity.name }) };
};

/** Of a case: who it is about, and from where this one reads it. */
export const caseOfTask = async (
  task: TaskShown,
  actor: Actor,
  { engine, today }: Pick<Showing, 'engine' | 'today'>,
): Promise<{ readonly student: StudentId; readonly layer: Layer | undefined } | undefined> => {
  const { student } = (await engine.fold(sabCaseReadable, sabCaseStream(task.key as CaseId))).state;
  return student === undefined ? undefined : { student, layer: await layerOf(engine, today, student, actor) };
};

/** Who it is about, for those who may read that dossier, or that case. */
const studentOf = async (task: TaskShown, actor: Actor, showing: Showing) => {
  const { engine, today } = showing;
  if (kindOf(task.workflow) === 'trajectory') {
    const { reading } = await readingFor(engine, today, task.key as StudentId, actor);
    return reading === 'guides' ? nameOf(engine, task.key as StudentId) : undefined;
  }
  const found = await caseOfTask(task, actor, showing);
  return found?.layer === undefined ? undefined : nameOf(engine, found.student);
};

/** A task as it is read by somebody, in the role in which it is his. */
export const rowOf = async (task: TaskShown, actor: Actor, showing: Showing) => {
  const { calendar, today } = showing;
  const { task: id, workflow, key, does, step, snoozedUntil, escalations, due, state, ...rest } = task;
  const about = { kind: kindOf(workflow), id: key };
  const student = await studentOf(task, actor, showing);
  const link = linkOf(about, does);
  const days =
    due < today
      ? { late: schoolDaysBetween(calendar, due, today) }
      : { left: schoolDaysBetween(calendar, today, due) };
  return {
    task: id,
    workflow,
    does,
    asks: taskSentence(workflow, does, step),
    about,
    ...(student && { student }),
    ...rest,
    due,
    ...(state === 'open' && rest.standsStill === undefined && days),
    ...(snoozedUntil !== undefined && { followUpOn: snoozedUntil }),
    escalations,
    state,
    ...(link && { link }),
  };
};

/** What became of a task, a line per event; the reason of a withdrawal for those who read what people write. */
export const taskLines = (events: readonly Recorded[], task: TaskShown, readsWords: boolean) => {
  const types: readonly string[] = taskEventTypes;
  const ofStep = events.filter(
    ({ type, data }) => types.includes(type) && (data as { readonly step?: string }).step === task.step,
  );
  const first = ofStep.findIndex(({ id }) => id === task.task);
  const next = ofStep.findIndex(({ type }, index) => index > first && type === 'TaskAsked');
  return ofStep.slice(first, next < 0 ? undefined : next).map(({ id, type, data, meta }) => ({
    event: id,
    on: amsterdamDate(meta.recordedAt),
    recordedAt: meta.recordedAt,
    type,
    sentence: taskEventSentence(type, data) ?? '',
    role: meta.actor.role,
    ...(type === 'TaskWithdrawn' && readsWords && { why: (data as WorkflowData['TaskWithdrawn']).why }),
  }));
};
