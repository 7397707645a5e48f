import type { StaffId } from '../../../domain/staff/ids.ts';
import type { SabCaseCommand } from '../../../domain/sab-case/commands.ts';
import { type CaseId, caseId, sabCaseStream } from '../../../domain/sab-case/ids.ts';
import { sabCaseReadable } from '../../../domain/sab-case/state.ts';
import { sabCaseSubject } from '../../../domain/sab-case/subject.ts';
import type { StudentId } from '../../../domain/student/ids.ts';
import { trajectoryStream } from '../../../domain/trajectory/ids.ts';
import { sabNoteOf } from '../../../domain/trajectory/sab-notes.ts';
import { trajectorySubject } from '../../../domain/trajectory/subject.ts';
import { derivedId, eventId } from '../../../engine/ids.ts';
import type { Actor, Uuid } from '../../../kernel/message.ts';
import { nothingToName, type Step, step } from '../../diary.ts';
import { absenceOn, as } from '../../school/school.ts';
import { adviserOn } from '../../school/second-line.ts';
import { dated } from '../life.ts';
import type { Care } from '../care.ts';

/** For so many days somebody stands in; the cases of an adviser who stays away longer go to somebody else. */
const standsIn = 14;

/**
 * The note on the trajectory, to the byte as the service writes it when it finds the event of the case: a
 * service that is started on a simulated store has nothing to do.
 */
const noteOf = (student: StudentId, id: CaseId, cause: Uuid, correlationId: Uuid): Step => ({
  lane: trajectoryStream(student),
  actor: { id: 'system', role: 'system' },
  type: 'NoteSab',
  commandId: derivedId(cause, trajectoryStream(student)),
  door: { source: 'follow-up', causationId: cause, correlationId },
  ask: async (engine, context) => {
    const { state } = await engine.fold(sabCaseReadable, sabCaseStream(id));
    const event = state.told.find((each) => each.id === cause);
    const note = event && sabNoteOf(id, event);
    return note ? engine.execute(trajectorySubject, student, note, context) : nothingToName;
  },
});

const noted: ReadonlySet<SabCaseCommand['type']> = new Set([
  'ReferToSab',
  'AcceptReferral',
  'ReturnReferral',
  'StartStepPlan',
  'CloseCase',
] as const);

/** A case of the second line, worked on in the lane of the student's trajectory: the two never race. */
export class SabCase {
  readonly id: CaseId;
  readonly #care: Care;
  #adviser: StaffId | undefined;
  /** The number of the last step that was given in any plan. */
  lastStep = 0;
  over = false;

  constructor(care: Care) {
    this.#care = care;
    this.id = caseId(care.chance.uuid());
  }

  get accepted(): boolean {
    return this.#adviser !== undefined;
  }

  get coordinator(): Actor {
    return as('sabCoordinator', this.#care.life.world.school.secondLine.coordinator);
  }

  ask(on: number, actor: Actor, command: SabCaseCommand): void {
    const { chance, life } = this.#care;
    const { diary } = life.world;
    const commandId = chance.uuid();
    const lane = trajectoryStream(life.id);
    diary.note(on, step(sabCaseSubject, this.id, command, actor, { lane, commandId }));
    if (noted.has(command.type))
      diary.note(on, noteOf(life.id, this.id, eventId(commandId, sabCaseStream(this.id), 0), commandId));
  }

  accept(on: number): void {
    const { chance, life } = this.#care;
    const { school } = life.world;
    const { advisers } = school.secondLine;
    const there = advisers.filter((each) => !absenceOn(school, each, on));
    const adviser = chance.pick(there.length > 0 ? there : advisers);
    const actor = chance.happens(0.7) ? as('adviser', adviser) : this.coordinator;
    this.ask(on, actor, { type: 'AcceptReferral', ...dated(on), adviser });
    this.#adviser = adviser;
  }

  /** Who works on it on that day: the adviser, who stands in for him, or to whom it goes when he is away for long. */
  adviser(on: number): Actor {
    const { school } = this.#care.life.world;
    if (this.#adviser === undefined) throw new Error('nobody took this case on');
    const absence = absenceOn(school, this.#adviser, on);
    if (absence && !this.over && on - absence.from > standsIn) {
      this.#adviser = absence.deputy;
      this.ask(on, this.coordinator, { type: 'AssignCase', ...dated(on), adviser: absence.deputy });
    }
    return adviserOn(school, this.#adviser, on);
  }

  /** Whoever is to thank for a referral; nobody, when the student has no coach any more. */
  coach(on: number): Actor | undefined {
    const placed = this.#care.placed(on);
    return placed && this.#care.coach(placed, on);
  }
}
