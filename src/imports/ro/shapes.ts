import type { Catalogue } from '../../domain/institution/catalogue.ts';
import type { RegisterEnrolment } from '../../domain/trajectory/commands.ts';
import type { PersonFacts } from './facts.ts';
import type { Findings } from './report.ts';

export interface Counts {
  enrolments: number;
  periods: number;
  diplomas: number;
  withinEnrolment: number;
  newEnrolment: number;
}

/** From a domein or dossier to a code inside it (or back) is no switch: that is why one may enrol on a domein. */
const isAnother = (catalogue: Catalogue, one: string, other: string): boolean =>
  one !== other && !catalogue.isInside(one, other) && !catalogue.isInside(other, one);

/** A change of opleidingscode between two ISPs of one ISG. */
const changesWithin = (catalogue: Catalogue, { periods }: RegisterEnrolment): number =>
  periods.filter((period, index) => {
    const before = periods[index - 1];
    return before !== undefined && isAnother(catalogue, before.opleidingscode, period.opleidingscode);
  }).length;

/** An ISG closed and another, under another code, that goes on after it; after a diploma it is no switch. */
const changesBetween = (catalogue: Catalogue, { enrolments, diplomas }: PersonFacts): number =>
  enrolments.filter((next, index) => {
    const before = enrolments[index - 1];
    if (before?.until === undefined) return false;
    const { until } = before;
    if (next.until !== undefined && next.until <= until) return false;
    const withDiploma = diplomas.some(({ enrolment, on }) =>
      enrolment === undefined ? on >= before.from && on <= next.from : enrolment === before.enrolment,
    );
    const [from, to] = [before.periods.at(-1)?.opleidingscode, next.periods[0]?.opleidingscode];
    return !withDiploma && from !== undefined && to !== undefined && isAnother(catalogue, from, to);
  }).length;

export const countIn = (counts: Counts, catalogue: Catalogue, facts: PersonFacts): void => {
  counts.enrolments += facts.enrolments.length;
  counts.diplomas += facts.diplomas.length;
  for (const enrolment of facts.enrolments) {
    counts.periods += enrolment.periods.length;
    counts.withinEnrolment += changesWithin(catalogue, enrolment);
  }
  counts.newEnrolment += changesBetween(catalogue, facts);
};

/** What is odd about a person and goes in all the same. */
export const warnAbout = (
  findings: Findings,
  catalogue: Catalogue,
  { enrolments, diplomas, lines, line, birthDate }: PersonFacts,
  madeOn: string,
): void => {
  if (birthDate === undefined) findings.warn('BirthDateMissing', line);
  if (enrolments.length === 0 && diplomas.length === 0) findings.warn('PersonWithoutFacts', line);
  for (const [index, { from, periods }] of enrolments.entries()) {
    const at = lines.enrolments[index];
    const [first] = periods;
    if (!first) findings.warn('EnrolmentWithoutPeriod', at);
    else if (first.from > from) findings.warn('PeriodGap', at);
    if (enrolments.slice(0, index).some(({ until }) => until === undefined || until >= from))
      findings.warn('Overlap', at);
    for (const { opleidingscode, niveau } of periods) {
      const entry = catalogue.entry(opleidingscode);
      if (!entry) findings.warn('UnknownOpleidingscode', opleidingscode);
      else if (niveau !== undefined && entry.niveau !== undefined && niveau !== entry.niveau)
        findings.warn('NiveauDiffers', opleidingscode);
    }
  }
  for (const [index, { opleidingscode, enrolment, on }] of diplomas.entries()) {
    if (!catalogue.entry(opleidingscode)) findings.warn('UnknownOpleidingscode', opleidingscode);
    if (enrolment !== undefined && !enrolments.some((each) => each.enrolment === enrolment))
      findings.warn('DiplomaWithoutEnrolment', lines.diplomas[index]);
    if (on > madeOn) findings.warn('DiplomaAfterDelivery', lines.diplomas[index]);
  }
};

const countNames = ['PER', 'ISG', 'ISP', 'ISE', 'BPV', 'DIP', 'AMO', 'GEO', 'KZD'] as const;

/** `SLR` against what was read: `PER 636 instead of 4`. */
export const differences = (slr: readonly string[], read: ReadonlyMap<string, number>): readonly string[] =>
  countNames.flatMap((name, index) => {
    const [stated, found] = [slr[index + 1] ?? '', read.get(name) ?? 0];
    // A count that is not there says nothing; leading zeroes say nothing either.
    if (stated === '' || (/^\d+$/.test(stated) && Number(stated) === found)) return [];
    return [`${name} ${stated.slice(0, 12)} against ${found}`];
  });
