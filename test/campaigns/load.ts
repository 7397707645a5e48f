import type { Person } from '../../src/app/register-student.ts';
import type { SabCaseCommand } from '../../src/domain/sab-case/commands.ts';
import type { CaseId } from '../../src/domain/sab-case/ids.ts';
import { studentId, type StudentId } from '../../src/domain/student/ids.ts';
import type { TrajectoryCommand } from '../../src/domain/trajectory/commands.ts';
import { addDays, calendarDate } from '../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../src/kernel/message.ts';
import type { Random } from '../../src/ports/random.ts';

/** What the parent asks of the process under load; asked again it is the same request. */
export type Request =
  /** A batch: so many events, all or none. */
  | { readonly kind: 'count'; readonly commandId: Uuid; readonly counter: string; readonly events: number }
  /** A number is claimed on a stream of its own first. */
  | {
      readonly kind: 'register';
      readonly commandId: Uuid;
      readonly student: StudentId;
      readonly person: Person;
    }
  /** A merge moves the numbers afterwards, each on its own stream. */
  | {
      readonly kind: 'trajectory';
      readonly commandId: Uuid;
      readonly student: StudentId;
      readonly command: TrajectoryCommand;
    }
  /** The trajectory is told afterwards, or says no. */
  | {
      readonly kind: 'sabCase';
      readonly commandId: Uuid;
      readonly case: CaseId;
      readonly command: SabCaseCommand;
    };

const counters = 40;
const firstDay = calendarDate('2026-08-31');

/**
 * Requests without end: batches on few streams, so that they get in each other's way; students, each with a
 * number; and what happens on their paths, with now and then a duplicate that is merged.
 */
export class Load {
  readonly #random: Random;
  readonly #registered: StudentId[] = [];
  readonly #opened: StudentId[] = [];
  #students = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** What was acknowledged opens the way for what may follow it. */
  acknowledged(request: Request): void {
    if (request.kind === 'register') this.#registered.push(request.student);
    if (request.kind === 'trajectory' && request.command.type === 'OpenTrajectory')
      this.#opened.push(request.student);
  }

  next(): Request {
    const commandId = this.#random.uuid();
    const kind = this.#random.number();
    if (kind < 0.4)
      return {
        kind: 'count',
        commandId,
        counter: String(this.#below(counters)),
        events: 1 + this.#below(5),
      };
    const toOpen = kind < 0.7 ? this.#registered.pop() : undefined;
    if (toOpen !== undefined)
      return {
        kind: 'trajectory',
        commandId,
        student: toOpen,
        command: { type: 'OpenTrajectory', on: firstDay },
      };
    const student = this.#opened[this.#below(this.#opened.length)];
    if (kind < 0.8 && student !== undefined)
      return { kind: 'trajectory', commandId, student, command: this.#step(student) };
    this.#students++;
    return {
      kind: 'register',
      commandId,
      student: studentId(this.#random.uuid()),
      person: {
        name: `Student ${this.#students}`,
        birthDate: '2008-03-09',
        studentNumber: String(this.#students),
      },
    };
  }

  #step(student: StudentId): TrajectoryCommand {
    const on = addDays(firstDay, this.#below(80));
    const other = this.#opened[this.#below(this.#opened.length)];
    const step = this.#random.number();
    if (step < 0.2 && other !== undefined && other !== student) return { type: 'MergeInto', on, into: other };
    if (step < 0.4) return { type: 'StartBuddystage', on, field: 'techniek' };
    if (step < 0.6) return { type: 'EndBuddystage', on };
    return { type: 'RecordInfoshopVisit', on, about: 'which programme', conversation: step < 0.8 };
  }

  #below(limit: number): number {
    return Math.floor(this.#random.number() * limit);
  }
}
