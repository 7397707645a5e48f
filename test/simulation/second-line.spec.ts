import { beforeAll, describe, expect, it } from '@jest/globals';
import { developmentHashing } from '../../src/adapters/system/hashing.ts';
import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { engineOver } from '../../src/app/wiring.ts';
import type { SabCaseEvent } from '../../src/domain/sab-case/events.ts';
import { caseId } from '../../src/domain/sab-case/ids.ts';
import { isOpen, type SabCase, sabCaseReadable } from '../../src/domain/sab-case/state.ts';
import { studentId } from '../../src/domain/student/ids.ts';
import { trajectoryStream } from '../../src/domain/trajectory/ids.ts';
import { sabNoteOf } from '../../src/domain/trajectory/sab-notes.ts';
import { trajectorySubject } from '../../src/domain/trajectory/subject.ts';
import type { CommandContext, Engine } from '../../src/engine/execute.ts';
import { derivedId } from '../../src/engine/ids.ts';
import { daysBetween } from '../../src/kernel/calendar-date.ts';
import { amsterdamDate, instant } from '../../src/kernel/instant.ts';
import type { Recorded, Told } from '../../src/kernel/message.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import { eventsOf, type MadeSchool, makeSchool, planOf } from './made-school.ts';

/** In the spring, when there is work on every desk of the second line. */
const plan = planOf(400, 2, 'second line', '2027-03-18');

interface Case {
  readonly events: readonly Recorded[];
  /** After each of them. */
  readonly states: readonly SabCase[];
}

const told = ({ id, type, data, meta }: Recorded): Told<SabCaseEvent> =>
  ({ id, type, data, commandId: meta.commandId }) as Told<SabCaseEvent>;

const foldCase = (events: readonly Recorded[]): Case => {
  let now = sabCaseReadable.initial;
  return { events, states: events.map((event) => (now = sabCaseReadable.evolve(now, told(event)))) };
};

describe('the second line of a simulated school', () => {
  let school: MadeSchool;
  let events: readonly Recorded[];
  let cases: readonly Case[];
  beforeAll(async () => {
    school = await makeSchool(plan);
    events = await eventsOf(school.store);
    const streams = Map.groupBy(
      events.filter(({ stream }) => stream.startsWith('sabCase-')),
      ({ stream }) => stream,
    );
    cases = [...streams.values()].map(foldCase);
  }, 60_000);

  const atTheEnd = (): readonly SabCase[] => cases.flatMap(({ states }) => states.at(-1) ?? []);
  const typed = (type: string): readonly Recorded[] => events.filter((event) => event.type === type);

  it('is refused nothing', () => {
    expect(school.simulated.refusals).toEqual([]);
  });

  it('is asked for about one student in twenty in a year', () => {
    const inOneYear = typed('CaseOpened').filter(
      ({ meta: { recordedAt } }) => recordedAt >= '2025-10-02' && recordedAt < '2026-10-02',
    );
    expect(inOneYear.length / plan.students).toBeGreaterThan(0.025);
    expect(inOneYear.length / plan.students).toBeLessThan(0.09);
  });

  it('has cases in every stage, open and closed', () => {
    expect(new Set(atTheEnd().map(({ stage }) => stage))).toEqual(
      new Set(['referred', 'returned', 'accepted', 'planned', 'closed']),
    );
  });

  it('has cases that lie still: not taken on for weeks, planned and never begun, passed on higher up', () => {
    const days = ({ openedOn, acceptedOn }: SabCase): number =>
      openedOn === undefined ? 0 : daysBetween(openedOn, acceptedOn ?? plan.until);
    const waited = cases.filter(({ states }) => states.some((state) => days(state) > 14));
    expect(waited.length).toBeGreaterThan(1);
    const neverBegun = atTheEnd().filter((state) => state.plan && state.plan.startedOn === undefined);
    expect(neverBegun.length).toBeGreaterThan(1);
    expect(new Set(typed('CaseEscalated').map(({ data }) => (data as { to: string }).to))).toEqual(
      new Set(['sabCoordinator', 'programmeManager']),
    );
    expect(atTheEnd().filter(isOpen).length).toBeGreaterThan(3);
  });

  it('has plans that were not agreed with at first, pauses, and plans that took another turn', () => {
    expect(typed('ConsultationHeld').some(({ data }) => !(data as { agreed: boolean }).agreed)).toBe(true);
    expect(cases.some(({ states }) => states.some(({ paused }) => paused !== undefined))).toBe(true);
    expect(typed('StepPlanRevised').length).toBeGreaterThan(0);
  });

  it('gives the cases of an adviser who is long away to another, and lets deputies work on the rest', () => {
    expect(typed('CaseAssigned').length).toBeGreaterThan(0);
    const byDeputy = cases.flatMap(({ events: of, states }) =>
      of.filter(({ meta: { actor } }, index) => {
        const adviser = states[index]?.adviser;
        return actor.role === 'adviser' && adviser !== undefined && actor.id !== adviser;
      }),
    );
    expect(byDeputy.length).toBeGreaterThan(0);
  });

  /** Each event of a case with the note that the service would write of it, and the command that it would ask. */
  const notesDue = () =>
    cases.flatMap(({ events: of, states }) =>
      of.flatMap((event) => {
        const note = sabNoteOf(caseId(event.stream.slice('sabCase-'.length)), told(event));
        const student = states[0]?.student;
        if (!note || student === undefined) return [];
        const context: CommandContext = {
          commandId: derivedId(event.id, trajectoryStream(student)),
          actor: { id: 'system', role: 'system' },
          source: 'follow-up',
          causationId: event.id,
          correlationId: event.meta.correlationId,
        };
        return [{ event, student, note, context }];
      }),
    );
  const serviceOver = (store: EventStore): Engine =>
    engineOver(store, { now: () => instant(`${plan.until}T09:00:00.000Z`) }, developmentHashing);

  it('has told the trajectory what follows from each case, as the service would: it finds nothing to do', async () => {
    const service = serviceOver(school.store);
    const byId = new Map(events.map((event) => [event.id, event]));
    const found = new Set<string>();
    for (const { event, student, note, context } of notesDue()) {
      const answer = await service.execute(trajectorySubject, student, note, context);
      // The same command, to its hash, and not asked just now.
      expect(answer).toMatchObject({ outcome: 'done', repeated: true });
      const noted = answer.outcome === 'done' ? byId.get(answer.events[0]?.id ?? event.id) : undefined;
      if (!noted) throw new Error(`no note of ${event.type}`);
      const { commandId: _, ...meta } = context;
      expect(noted.meta).toMatchObject(meta);
      expect(noted.position > event.position).toBe(true);
      expect(amsterdamDate(noted.meta.recordedAt)).toBe(amsterdamDate(event.meta.recordedAt));
      found.add(noted.id);
    }
    expect(await eventsOf(school.store)).toHaveLength(events.length);
    // And there are no others.
    const followed = events.filter(({ meta }) => meta.source === 'follow-up').map(({ id }) => id);
    expect(new Set(followed)).toEqual(found);
  });

  it('would have something to do, were one note missing', async () => {
    const [due] = notesDue().filter(({ note }) => note.step === 'closed');
    if (!due) throw new Error('no case is closed');
    const stream = trajectoryStream(due.student);
    const without = memoryEventStore();
    let gone = false;
    for (const { position: _, revision, ...event } of events) {
      gone ||= event.meta.causationId === due.event.id;
      if (gone && event.stream === stream) continue;
      await without.append(event.stream, revision === 0 ? 'none' : revision - 1, [event]);
    }
    expect(
      await serviceOver(without).execute(trajectorySubject, due.student, due.note, due.context),
    ).toMatchObject({ outcome: 'done', repeated: false });
  });

  it('keeps the words of a case out of every other stream', () => {
    const words = new Set(
      cases.flatMap(({ events: of }) =>
        of.flatMap(({ data }) =>
          ['question', 'tried', 'forCoach', 'confidential', 'why', 'feedback', 'remarks', 'result'].flatMap(
            (field) => (data as Record<string, string | undefined>)[field] ?? [],
          ),
        ),
      ),
    );
    expect(words.size).toBeGreaterThan(20);
    const leaked = events.filter(
      ({ stream, data }) =>
        !stream.startsWith('sabCase-') &&
        Object.values(data as object).some((value) => typeof value === 'string' && words.has(value)),
    );
    expect(leaked).toEqual([]);
  });

  it('trains in groups, each attendance inside an enrolment and on the day of the session', () => {
    const groups = new Map(
      typed('TrainingGroupDefined').map(({ data }) => {
        const group = data as { group: string; training: string; from: string; until: string };
        return [group.group, group];
      }),
    );
    const running = new Map<string, { readonly group: string; readonly sessions: Set<string> }>();
    const dayOf = new Map<string, string>();
    const together = new Map<string, number>();
    const workskills = new Set<boolean>();
    const left = new Set<string>();
    for (const { stream, type, data } of events) {
      const { training, group, session, on } = data as Record<string, string>;
      const key = `${stream} ${training}`;
      if (type === 'Left') left.add(stream);
      if (type === 'TrainingEnrolled') {
        expect(running.has(key)).toBe(false);
        expect(groups.get(group ?? '')?.training).toBe(training);
        running.set(key, { group: group ?? '', sessions: new Set() });
        if (training === 'workskills') workskills.add(left.has(stream));
      }
      if (type === 'TrainingCompleted' || type === 'TrainingLeft') expect(running.delete(key)).toBe(true);
      if (type !== 'TrainingAttendanceRecorded') continue;
      const enrolled = running.get(key);
      const its = groups.get(enrolled?.group ?? '');
      expect(enrolled?.sessions.has(session ?? '')).toBe(false);
      enrolled?.sessions.add(session ?? '');
      expect([its?.from, on, its?.until]).toEqual([its?.from, on, its?.until].sort());
      expect(dayOf.get(session ?? '') ?? on).toBe(on);
      dayOf.set(session ?? '', on ?? '');
      together.set(session ?? '', (together.get(session ?? '') ?? 0) + 1);
    }
    expect(Math.max(...together.values())).toBeGreaterThan(3);
    expect(workskills).toEqual(new Set([true, false]));
  });

  it('knows every student of whom it speaks', () => {
    const students = new Set(school.simulated.lives.map(({ id }) => id));
    for (const { data } of typed('CaseOpened'))
      expect(students.has(studentId((data as { student: string }).student))).toBe(true);
  });
});
