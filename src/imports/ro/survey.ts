import type { StudentId } from '../../domain/student/ids.ts';
import { type Line } from './lines.ts';
import { isFactRecord, isPersonRecord, type RoLine, roLine } from './records.ts';
import type { PersonNumber } from '../person-number.ts';

/**
 * Somebody whom a file speaks of, under one number or several: a line with two numbers says that they are one
 * person's, wherever it stands. Once united, only the root counts.
 */
export interface Person {
  /** Where his last line stands: after it he is complete. */
  lastLine: number;
  readonly numbers: PersonNumber[];
  /** The person he turned out to be. */
  same: Person | undefined;
  /** The students who hold his numbers. */
  readonly holders: Set<StudentId>;
  /** Trajectories of his that were merged into the one that goes on. */
  readonly merged: Set<StudentId>;
}

const rootOf = (person: Person): Person => {
  let root = person;
  while (root.same) root = root.same;
  // Shortens the way for the next who asks.
  for (let each = person; each.same && each.same !== root;) {
    const next = each.same;
    each.same = root;
    each = next;
  }
  return root;
};

/** Who is who in a file. Holds a few words per person, never their facts. */
export class Persons {
  /** A BSN is the onderwijsnummer of whoever has one, so the same text in either field is the same person. */
  readonly #byNumber = new Map<string, Person>();

  /** The person of these numbers, who is made known by this line if nobody has named him yet. */
  meet(numbers: readonly PersonNumber[], line: number): Person | undefined {
    let found: Person | undefined;
    for (const each of numbers) {
      const known = this.#byNumber.get(each.number);
      if (known) {
        found = found ? this.unite(found, known) : rootOf(known);
        const at = found.numbers.findIndex(({ number }) => number === each.number);
        // What fails the proof of one field may pass that of the other, and says more then.
        if (each.kind !== 'own' && found.numbers[at]?.kind === 'own') found.numbers[at] = each;
      } else {
        found ??= { lastLine: line, numbers: [], same: undefined, holders: new Set(), merged: new Set() };
        found.numbers.push(each);
        this.#byNumber.set(each.number, found);
      }
    }
    if (found) found.lastLine = Math.max(found.lastLine, line);
    return found;
  }

  find(numbers: readonly PersonNumber[]): Person | undefined {
    for (const { number } of numbers) {
      const known = this.#byNumber.get(number);
      if (known) return rootOf(known);
    }
    return undefined;
  }

  unite(one: Person, other: Person): Person {
    const [root, joining] = [rootOf(one), rootOf(other)];
    if (root === joining) return root;
    joining.same = root;
    root.lastLine = Math.max(root.lastLine, joining.lastLine);
    root.numbers.push(...joining.numbers);
    for (const holder of joining.holders) root.holders.add(holder);
    for (const merged of joining.merged) root.merged.add(merged);
    return root;
  }

  /** How many there are. */
  get size(): number {
    return [...this.all()].length;
  }

  /** Each person once, in the order in which the file first names them. */
  *all(): Generator<Person> {
    for (const person of new Set(this.#byNumber.values())) if (!person.same) yield person;
  }
}

/**
 * Whom a line is about. A fact that names nobody is taken to belong to the person of the line before: he would
 * otherwise go in without it. A PER that names nobody begins somebody new, and is nobody's.
 */
export class Owners {
  readonly #persons: Persons;
  #previous: Person | undefined;

  constructor(persons: Persons) {
    this.#persons = persons;
  }

  /** For the first reading: makes known who is named. */
  meet(line: RoLine): void {
    this.#follow(line, this.#persons.meet(line.numbers, line.line));
  }

  /** For the second: who it was. */
  of(line: RoLine): Person | undefined {
    return this.#follow(line, this.#persons.find(line.numbers));
  }

  #follow(line: RoLine, named: Person | undefined): Person | undefined {
    if (named) {
      this.#previous = named;
      return named;
    }
    if (line.record === 'PER') this.#previous = undefined;
    if (!isFactRecord(line.record) || line.record === 'PER' || !this.#previous) return undefined;
    const person = rootOf(this.#previous);
    person.lastLine = Math.max(person.lastLine, line.line);
    return person;
  }
}

/** What the first reading of a file tells: where its header is, who is in it and where each of them ends. */
export interface Survey {
  readonly vlps: readonly RoLine[];
  readonly slrs: readonly RoLine[];
  readonly persons: Persons;
  /** How many lines begin with the name of each record. */
  readonly counts: ReadonlyMap<string, number>;
}

/** More headers than these say nothing new; they are not kept. */
const mostHeaders = 20;

export const survey = async (lines: AsyncIterable<Line>): Promise<Survey> => {
  const persons = new Persons();
  const owners = new Owners(persons);
  const vlps: RoLine[] = [];
  const slrs: RoLine[] = [];
  const counts = new Map<string, number>();
  for await (const each of lines) {
    const line = roLine(each);
    if (!line) continue;
    if (line.record === 'VLP') {
      if (vlps.length < mostHeaders) vlps.push(line);
    } else if (line.record === 'SLR') {
      if (slrs.length < mostHeaders) slrs.push(line);
    } else {
      owners.meet(line);
    }
    if (isPersonRecord(line.record) || line.record === 'VLP' || line.record === 'SLR')
      counts.set(line.record, (counts.get(line.record) ?? 0) + 1);
  }
  return { vlps, slrs, persons, counts };
};
