import type { Catalogue } from '../../domain/institution/catalogue.ts';
import type { StudentId } from '../../domain/student/ids.ts';
import { type Applying, batchSize } from './apply.ts';
import type { Asking } from '../asking.ts';
import type { Problem } from '../problem.ts';
import { Gathering, type PersonFacts } from './facts.ts';
import type { RoHeader } from './header.ts';
import type { Line } from './lines.ts';
import { isPersonRecord, type RoLine, roLine } from './records.ts';
import { nameStudents, recordDelivery } from './recording.ts';
import type { Findings, RoReport } from './report.ts';
import { countIn, type Counts, warnAbout } from './shapes.ts';
import { Owners, type Person, type Survey } from './survey.ts';

interface RunParts {
  readonly asking: Asking;
  readonly applying: Applying;
  readonly catalogue: Catalogue;
  readonly findings: Findings;
  readonly header: RoHeader;
  readonly progress: (persons: number) => void;
}

/** The second reading of a file: gathers its persons, hands them in by the batch, and keeps the tally. */
export class Run {
  readonly #parts: RunParts;
  readonly #counts: Counts = { enrolments: 0, periods: 0, diplomas: 0, withinEnrolment: 0, newEnrolment: 0 };
  readonly #gathering = new Map<Person, Gathering>();
  readonly #students: StudentId[] = [];
  #waiting: PersonFacts[] = [];
  #done = 0;
  #events = 0;
  #recorded = false;

  constructor(parts: RunParts) {
    this.#parts = parts;
  }

  /** A problem means that the delivery itself was refused, before anything was written. */
  async through(lines: AsyncIterable<Line>, { persons }: Survey): Promise<Problem | undefined> {
    const { findings } = this.#parts;
    const owners = new Owners(persons);
    for await (const each of lines) {
      const line = roLine(each);
      if (!line || line.record === 'VLP' || line.record === 'SLR') continue;
      const person = owners.of(line);
      if (!person) {
        this.#ofNobody(line);
        continue;
      }
      const gathering = this.#gathering.get(person) ?? new Gathering(person);
      gathering.add(line, findings);
      if (line.line < person.lastLine) {
        this.#gathering.set(person, gathering);
        continue;
      }
      this.#gathering.delete(person);
      const problem = await this.#close(gathering);
      if (problem) return problem;
    }
    return this.#finish();
  }

  report(): Omit<RoReport, 'delivery' | 'header' | 'dryRun'> {
    const { enrolments, periods, diplomas, withinEnrolment, newEnrolment } = this.#counts;
    return {
      persons: this.#students.length,
      enrolments,
      periods,
      switches: withinEnrolment + newEnrolment,
      diplomas,
      events: this.#events,
      warnings: this.#parts.findings.warnings,
      rejected: this.#parts.findings.rejected,
      switchShapes: { withinEnrolment, newEnrolment },
    };
  }

  #ofNobody({ line, record }: RoLine): void {
    const { findings } = this.#parts;
    if (!isPersonRecord(record))
      findings.reject({
        line,
        record: record.slice(0, 20),
        code: 'UnknownRecord',
        text: 'The line is no record of the format; correct its first field, or take the line out.',
      });
    else if (record === 'PER' || record === 'ISG' || record === 'ISP' || record === 'DIP')
      findings.reject({
        line,
        record,
        code: 'IdentityMissing',
        text: 'Fields 2 and 3 name nobody; fill in the BSN or the onderwijsnummer.',
      });
    else findings.warn('DetailOfNobody', line);
  }

  async #close(gathering: Gathering): Promise<Problem | undefined> {
    const { findings, header } = this.#parts;
    this.#done += 1;
    const facts = gathering.close(findings, header.madeOn);
    if (!facts) return undefined;
    this.#waiting.push(facts);
    return this.#waiting.length < batchSize ? undefined : this.#apply();
  }

  async #finish(): Promise<Problem | undefined> {
    const { asking, findings } = this.#parts;
    // Only of a file that changed between the two readings.
    for (const gathering of this.#gathering.values()) await this.#close(gathering);
    const problem = await this.#apply();
    if (problem) return problem;
    if (!this.#recorded) {
      if (findings.rejected.length > 0) {
        findings.warn('NothingRecorded');
        return undefined;
      }
      const refused = await this.#record();
      if (refused) return refused;
    }
    const named = await nameStudents(asking, this.#students);
    if (named.ok) this.#events += named.events;
    else findings.warn('NotNamed');
    return undefined;
  }

  /** The delivery goes first, but not before somebody can go in: a delivery that names nobody empties the school. */
  async #record(): Promise<Problem | undefined> {
    if (this.#recorded) return undefined;
    const recorded = await recordDelivery(this.#parts.asking, this.#parts.header);
    if (!recorded.ok) return recorded.problem;
    this.#recorded = true;
    this.#events += recorded.events;
    return undefined;
  }

  async #apply(): Promise<Problem | undefined> {
    const { applying, catalogue, findings, header, progress } = this.#parts;
    const batch = this.#waiting;
    if (batch.length === 0) return undefined;
    this.#waiting = [];
    const problem = await this.#record();
    if (problem) return problem;
    const applied = await applying.apply(batch);
    for (const [index, facts] of batch.entries()) {
      const answer = applied[index];
      if (!answer) continue;
      if (!answer.ok) {
        findings.reject({ line: facts.line, record: 'PER', ...answer.problem });
        findings.warn('PersonLeftOut', facts.line);
        continue;
      }
      this.#students.push(answer.student);
      this.#events += answer.events;
      if (answer.birthDateDiffers) findings.warn('IdentityDiffers', facts.line);
      countIn(this.#counts, catalogue, facts);
      warnAbout(findings, catalogue, facts, header.madeOn);
    }
    progress(this.#done);
    return undefined;
  }
}
