import { memoryEventStore } from '../../../src/adapters/memory/event-store.ts';
import { memoryViewStore } from '../../../src/adapters/memory/view-store.ts';
import { developmentHashing } from '../../../src/adapters/system/hashing.ts';
import { systemRandom } from '../../../src/adapters/system/random.ts';
import type { ReadModels } from '../../../src/app/read-models.ts';
import { institutionStream } from '../../../src/domain/institution/ids.ts';
import type { InstitutionCommand } from '../../../src/domain/institution/commands.ts';
import { institutionSubject } from '../../../src/domain/institution/subject.ts';
import type { StaffCommand } from '../../../src/domain/staff/commands.ts';
import { type StaffId, staffId, staffStream } from '../../../src/domain/staff/ids.ts';
import { staffSubjectWith } from '../../../src/domain/staff/subject.ts';
import type { WorkflowData } from '../../../src/domain/workflow/events.ts';
import { workflowStream } from '../../../src/domain/workflow/ids.ts';
import { buildViews } from '../../../src/engine/build-views.ts';
import { Engine } from '../../../src/engine/execute.ts';
import { ProjectionRunner } from '../../../src/engine/run-projections.ts';
import { calendarDate } from '../../../src/kernel/calendar-date.ts';
import { type Instant, startOfDay } from '../../../src/kernel/instant.ts';
import type { Role, Uuid } from '../../../src/kernel/message.ts';
import type { AskedOf } from '../../../src/kernel/workflow.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { EventStore } from '../../../src/ports/event-store.ts';
import { projections } from '../../../projections/index.ts';

/** Words that nothing outside Wissel may say. */
export const canary = 'Kanarie';

interface Asked {
  readonly of: AskedOf;
  readonly due: string;
  readonly does?: string;
}

/** A school in memory, with people and tasks and a clock that the test turns. */
export class SchoolWithTasks {
  readonly store: EventStore = memoryEventStore();
  readonly #views = memoryViewStore();
  readonly #runner = new ProjectionRunner({ log: this.store, views: this.#views, projections });
  #now = '2026-09-14T04:00:00.000Z' as Instant;
  #elapsed = 0;
  readonly clock: Clock = { now: () => this.#now };
  /** Grows with the clock, unless that is put forward by somebody. */
  readonly monotonic = { elapsed: () => this.#elapsed };
  readonly engine = new Engine({ store: this.store, clock: this.clock, hashing: developmentHashing });
  readonly readModels: Pick<ReadModels, 'read' | 'waitFor'> = {
    waitFor: async () => {
      await this.#runner.catchUp();
      return true;
    },
    read: (name, work) => this.#views.read(name, work),
  };

  async open(): Promise<this> {
    await this.#runner.start();
    return this;
  }

  /** What the clock in the corridor shows. */
  itIs(day: string, time: string): void {
    const before = Date.parse(this.#now);
    this.#setTo(day, time);
    this.#elapsed += Math.max(0, Date.parse(this.#now) - before);
  }

  /** Somebody puts the clock forward, or back. */
  jumpTo(day: string, time: string): void {
    this.#setTo(day, time);
  }

  async ask(person: StaffId, command: StaffCommand, role: Role = 'system'): Promise<void> {
    const subject = staffSubjectWith(async () => []);
    const id = role === 'system' ? 'system' : person;
    const context = { commandId: systemRandom.uuid(), actor: { id, role }, source: 'test' };
    const answer = await this.engine.execute(subject, person, command, context);
    if (answer.outcome !== 'done') throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
  }

  async decide(command: InstitutionCommand): Promise<void> {
    const context = {
      commandId: systemRandom.uuid(),
      actor: { id: 'system', role: 'system' as const },
      source: 'test',
    };
    const answer = await this.engine.execute(institutionSubject, institutionStream, command, context);
    if (answer.outcome !== 'done') throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
  }

  async hire(name: string, email?: string, ...roles: readonly Role[]): Promise<StaffId> {
    const person = staffId(systemRandom.uuid());
    const from = calendarDate('2026-08-01');
    await this.ask(person, {
      type: 'RegisterStaff',
      on: from,
      name: `${canary} ${name}`,
      ...(email !== undefined && { email }),
    });
    for (const role of roles) await this.ask(person, { type: 'AssignRole', role, from });
    return person;
  }

  async absent(person: StaffId, deputy: StaffId, from: string, to: string): Promise<void> {
    const period = { from: calendarDate(from), to: calendarDate(to) };
    await this.ask(person, { type: 'RecordStaffAbsence', ...period, deputy });
  }

  /** Asks something about a student of whom everything is a canary; answers what the task can be told by. */
  async task({
    of,
    due,
    does = `${canary}-do`,
  }: Asked): Promise<{ readonly task: Uuid; readonly stream: string }> {
    const stream = workflowStream({ workflow: canary.toLowerCase(), key: systemRandom.uuid() });
    const task = await this.append<'TaskAsked'>(stream, 'TaskAsked', {
      step: `${canary} step`,
      of: of as WorkflowData['TaskAsked']['of'],
      due: calendarDate(due),
      climbs: 3,
      ladder: [],
      causes: [],
      does,
    });
    return { task, stream };
  }

  /** What became of a task. */
  async becomes<Type extends keyof WorkflowData>(
    { stream }: { readonly stream: string },
    type: Type,
    data: Omit<WorkflowData[Type], 'step'>,
  ): Promise<void> {
    await this.append(stream, type, { step: `${canary} step`, ...data } as WorkflowData[Type]);
  }

  /** All that the log says of somebody, as it is stored. */
  async toldOf(person: StaffId): Promise<readonly { readonly type: string; readonly data: unknown }[]> {
    return (await this.store.readStream(staffStream(person))).map(({ type, data }) => ({ type, data }));
  }

  /** The rows of a read model as they came by following, and as they are when it is built from the beginning. */
  async rowsOf(
    name: string,
  ): Promise<{ readonly followed: readonly string[]; readonly rebuilt: readonly string[] }> {
    await this.#runner.catchUp();
    const anew = memoryViewStore();
    for (const file of await buildViews({ log: this.store, views: anew, projections, chained: true }))
      anew.swap(file);
    const dumped = (views: typeof anew): readonly string[] => {
      const [projection, live] = [projections.find((each) => each.name === name), views.live(name)];
      return projection && live ? [...views.dump(projection, live)] : [];
    };
    return { followed: dumped(this.#views), rebuilt: dumped(anew) };
  }

  async close(): Promise<void> {
    await this.#runner.close();
    await this.store.close();
  }

  private async append<Type extends keyof WorkflowData>(
    stream: string,
    type: Type,
    data: WorkflowData[Type],
  ): Promise<Uuid> {
    const id = systemRandom.uuid();
    const last = (await this.store.readStream(stream)).length - 1;
    const meta = {
      commandId: id,
      commandHash: '0'.repeat(64),
      actor: { id: 'system', role: 'system' as const },
      causationId: id,
      correlationId: id,
      recordedAt: this.#now,
      source: 'test',
    };
    await this.store.append(stream, last < 0 ? 'none' : last, [{ id, type, version: 1, data, meta }]);
    return id;
  }

  #setTo(day: string, time: string): void {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const midnight = Date.parse(startOfDay(calendarDate(day)));
    this.#now = new Date(midnight + (hours * 60 + minutes) * 60_000).toISOString() as Instant;
  }
}
