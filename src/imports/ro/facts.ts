import type { RegisterDiploma, RegisterEnrolment } from '../../domain/trajectory/commands.ts';
import {
  detailProblem,
  type EnrolmentFact,
  type Fact,
  isFactRecord,
  isPersonRecord,
  type PeriodFact,
  readFact,
  type RoLine,
} from './records.ts';
import { shown } from './cells.ts';
import type { Rejection } from '../findings.ts';
import type { Findings } from './report.ts';
import type { Person } from './survey.ts';

type PersonFact = Extract<Fact, { record: 'PER' }>;

interface At<T> {
  readonly line: number;
  readonly fact: T;
}

/** All that a file says of one person, in an order that does not depend on the file's. */
export interface PersonFacts {
  readonly person: Person;
  /** Where his PER stands. */
  readonly line: number;
  readonly birthDate?: string;
  readonly gender?: 'M' | 'V' | 'O';
  readonly enrolments: readonly RegisterEnrolment[];
  readonly diplomas: readonly RegisterDiploma[];
  /** Where each enrolment and diploma stands. */
  readonly lines: { readonly enrolments: readonly number[]; readonly diplomas: readonly number[] };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const equal = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Gathers the records of one person. One rejected line leaves him out whole: half a person would be read as
 * somebody who left, or who never had a diploma.
 */
export class Gathering {
  readonly #person: Person;
  readonly #persons: At<PersonFact>[] = [];
  readonly #enrolments = new Map<string, At<EnrolmentFact>>();
  readonly #periods = new Map<string, Map<string, At<PeriodFact>>>();
  readonly #diplomas = new Map<string, At<RegisterDiploma>>();
  readonly #rejected: Rejection[] = [];
  readonly #details: number[] = [];
  /** What belongs to a rejected PER or ISG is not reported once more. */
  #personIsBroken = false;
  readonly #brokenEnrolments = new Set<string>();
  #someEnrolmentIsBroken = false;

  constructor(person: Person) {
    this.#person = person;
  }

  add(line: RoLine, findings: Findings): void {
    const { record } = line;
    if (isFactRecord(record)) {
      if (line.numbers.length === 0) {
        if (record === 'ISG') this.#someEnrolmentIsBroken = true;
        this.#reject(
          line,
          'IdentityMissing',
          'Fields 2 and 3 name nobody; fill in the BSN or the onderwijsnummer. The person of the line before was left out, as the record may be theirs.',
        );
        return;
      }
      const read = readFact(record, line);
      if (!read.ok) {
        this.#reject(line, read.problem.code, read.problem.text);
        if (record === 'PER') this.#personIsBroken = true;
        if (read.enrolment !== undefined) this.#brokenEnrolments.add(read.enrolment);
        else if (record === 'ISG') this.#someEnrolmentIsBroken = true;
        return;
      }
      if (read.surplus) findings.warn('SurplusFields', line.line);
      this.#keep(line, read.fact, findings);
      return;
    }
    if (isPersonRecord(record)) {
      this.#details.push(line.line);
      if (detailProblem(record, line)) findings.warn('DetailNotRead', line.line);
      return;
    }
    this.#reject(
      line,
      'UnknownRecord',
      `${shown(record)} is no record of the format; correct the name (PER, ISG, ISP, ISE, BPV, DIP, AMO, GEO, KZD) or take the line out.`,
    );
  }

  /** The person when all is well, else nothing; what is wrong goes to the findings either way. */
  close(findings: Findings, madeOn: string): PersonFacts | undefined {
    const lines = this.#lines();
    if (lines.length === 0 && this.#rejected.length === 0) {
      for (const line of this.#details) findings.warn('DetailOfNobody', line);
      return undefined;
    }
    this.#judge(madeOn);
    const [first] = this.#persons;
    if (this.#rejected.length > 0 || !first) {
      for (const rejection of this.#rejected) findings.reject(rejection);
      const isPerson = lines.length > 0 || this.#rejected.some(({ record }) => isFactRecord(record));
      if (isPerson) findings.warn('PersonLeftOut', Math.min(...this.#rejected.map(({ line }) => line)));
      return undefined;
    }
    const enrolments = [...this.#enrolments.values()].toSorted(
      (a, b) => byText(a.fact.from, b.fact.from) || byText(a.fact.enrolment, b.fact.enrolment),
    );
    const diplomas = [...this.#diplomas.values()].toSorted((a, b) => byText(a.fact.result, b.fact.result));
    const { birthDate, gender } = first.fact;
    return {
      person: this.#person,
      line: first.line,
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(gender === undefined ? {} : { gender }),
      enrolments: enrolments.map(({ fact }) => ({ ...fact, periods: this.#periodsOf(fact.enrolment) })),
      diplomas: diplomas.map(({ fact }) => fact),
      lines: {
        enrolments: enrolments.map(({ line }) => line),
        diplomas: diplomas.map(({ line }) => line),
      },
    };
  }

  #keep({ line, cells }: RoLine, fact: Fact, findings: Findings): void {
    switch (fact.record) {
      case 'PER': {
        const [first] = this.#persons;
        this.#persons.push({ line, fact });
        if (!first) return;
        if (equal(first.fact, fact)) findings.warn('Repeated', line);
        else
          this.#twice(
            line,
            'PER',
            first.line,
            'with another birth date or gender; two persons must not share a number, and one person has one PER',
          );
        return;
      }
      case 'ISG': {
        const { enrolment } = fact;
        if ((cells[7] ?? '') !== '' && enrolment.until === undefined) findings.warn('ReasonWithoutEnd', line);
        if (enrolment.plannedUntil !== undefined && enrolment.plannedUntil < enrolment.from)
          findings.warn('PlannedEndBeforeBegin', line);
        this.#once(this.#enrolments, enrolment.enrolment, { line, fact: enrolment }, 'ISG', findings);
        return;
      }
      case 'ISP': {
        const periods = this.#periods.get(fact.enrolment) ?? new Map<string, At<PeriodFact>>();
        this.#periods.set(fact.enrolment, periods);
        this.#once(periods, fact.period.from, { line, fact: fact.period }, 'ISP', findings);
        return;
      }
      case 'DIP':
        this.#once(this.#diplomas, fact.diploma.result, { line, fact: fact.diploma }, 'DIP', findings);
    }
  }

  #once<T extends object>(
    known: Map<string, At<T>>,
    key: string,
    found: At<T>,
    record: string,
    findings: Findings,
  ): void {
    const first = known.get(key);
    if (!first) known.set(key, found);
    else if (equal(first.fact, found.fact)) findings.warn('Repeated', found.line);
    else
      this.#twice(
        found.line,
        record,
        first.line,
        'with the same number or first day and other contents; only one of the two can hold',
      );
  }

  #twice(line: number, record: string, first: number, how: string): void {
    this.#rejected.push({
      line,
      record,
      code: 'Contradicts',
      text: `Line ${first} has the same ${record} ${how}: correct the register, or take out the one that does not hold.`,
    });
  }

  /** What can only be seen when all of a person's records are there. */
  #judge(madeOn: string): void {
    if (this.#persons.length === 0 && !this.#personIsBroken) {
      for (const { line, record } of this.#lines())
        this.#rejected.push({
          line,
          record,
          code: 'PersonMissing',
          text: `${record} of a person without PER record; add the PER, or correct the number of the person.`,
        });
      return;
    }
    for (const { line, fact } of this.#persons)
      if (fact.birthDate !== undefined && fact.birthDate.replaceAll('-00', '-01') > madeOn)
        this.#reject(
          { line, record: 'PER' },
          'WrongDate',
          'Field 4 (birth date) lies after the day on which the file was made; correct it in the register.',
        );
    for (const [number, periods] of this.#periods) {
      const enrolment = this.#enrolments.get(number)?.fact;
      if (!enrolment && (this.#someEnrolmentIsBroken || this.#brokenEnrolments.has(number))) continue;
      for (const { line, fact } of periods.values()) {
        if (!enrolment)
          this.#reject(
            { line, record: 'ISP' },
            'EnrolmentMissing',
            `The period belongs to enrolment ${shown(number)}, of which the person has no ISG record; add it, or correct field 4.`,
          );
        else if (fact.from < enrolment.from)
          this.#reject(
            { line, record: 'ISP' },
            'PeriodBeforeEnrolment',
            `The period begins (field 5: ${fact.from}) before its enrolment (${enrolment.from}); correct one of the two dates in the register.`,
          );
        else if (enrolment.until !== undefined && fact.from > enrolment.until)
          this.#reject(
            { line, record: 'ISP' },
            'PeriodAfterEnrolment',
            `The period begins (field 5: ${fact.from}) after its enrolment has ended (${enrolment.until}); correct one of the two dates in the register.`,
          );
      }
    }
  }

  #periodsOf(enrolment: string): PeriodFact[] {
    return [...(this.#periods.get(enrolment)?.values() ?? [])]
      .map(({ fact }) => fact)
      .toSorted((a, b) => byText(a.from, b.from));
  }

  #lines(): { readonly line: number; readonly record: string }[] {
    return [
      ...this.#persons.map(({ line }) => ({ line, record: 'PER' })),
      ...[...this.#enrolments.values()].map(({ line }) => ({ line, record: 'ISG' })),
      ...[...this.#periods.values()].flatMap((periods) =>
        [...periods.values()].map(({ line }) => ({ line, record: 'ISP' })),
      ),
      ...[...this.#diplomas.values()].map(({ line }) => ({ line, record: 'DIP' })),
    ];
  }

  #reject(
    { line, record }: { readonly line: number; readonly record: string },
    code: string,
    text: string,
  ): void {
    this.#rejected.push({ line, record, code, text });
  }
}
