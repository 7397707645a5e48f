import { type CalendarDate, dateOf } from '../../../src/kernel/calendar-date.ts';
import type { SchoolCalendar } from '../../../src/domain/institution/calendar.ts';
import { calendarOf } from '../../../src/domain/institution/calendar.ts';
import { type Catalogue, catalogueOf } from '../../../src/domain/institution/catalogue.ts';
import type { Niveau } from '../../../src/domain/institution/ids.ts';
import { type Norms, normsOf } from '../../../src/domain/institution/norms.ts';
import { settingOf, type VsvAgeRule } from '../../../src/domain/institution/settings.ts';
import type { Institution } from '../../../src/domain/institution/state.ts';
import type { Deliveries } from '../known/deliveries.ts';
import type { ProgrammeKnown } from './school-account.ts';

/** What in these figures is ours and not a regulation's, so that a school may set it otherwise. */
export interface Parameters {
  /** Only enrolments that the register calls fundable, or says nothing of. */
  readonly fundableOnly: boolean;
  /** Whether enrolments for an exam only (`EX`) are in, as CBS has them. */
  readonly examOnly: 'in' | 'out';
  /** Whether somebody at a school abroad is presumed VSV (MBO Raad) or out of the count. */
  readonly foreignSchool: 'vsv' | 'out';
  readonly ageRule: VsvAgeRule;
  /** School days after a switch within which nobody expects the landing to be confirmed. */
  readonly landingTerm: number;
}

/** All that a figure rests on besides the trajectories, as known on a day. */
export interface Knowledge {
  readonly deliveries: Deliveries;
  readonly catalogue: Catalogue;
  readonly calendar: SchoolCalendar;
  readonly norms: Norms;
  readonly parameters: Parameters;
}

/** The two peildata of a school year. */
export interface Peildata {
  readonly schoolYear: number;
  readonly t: CalendarDate;
  readonly t2: CalendarDate;
}

export const peildataOf = (schoolYear: number): Peildata => ({
  schoolYear,
  t: dateOf(schoolYear, 10, 1),
  t2: dateOf(schoolYear + 1, 10, 1),
});

export const parametersOf = (institution: Institution, { t2 }: Peildata): Parameters => ({
  fundableOnly: settingOf(institution, 'populationFundableOnly', t2),
  examOnly: settingOf(institution, 'populationExamOnly', t2),
  foreignSchool: settingOf(institution, 'vsvForeignSchool', t2),
  ageRule: settingOf(institution, 'vsvAgeRule', t2),
  landingTerm: settingOf(institution, 'landingTerm', t2),
});

export const knowledgeOf = (
  institution: Institution,
  deliveries: Deliveries,
  parameters: Parameters,
): Knowledge => ({
  deliveries,
  catalogue: catalogueOf(institution, 'adoptedOnly'),
  calendar: calendarOf(institution, 'adoptedOnly'),
  norms: normsOf(institution, 'adoptedOnly'),
  parameters,
});

/** A niveau that is not stated is the catalogue's. */
export const niveauOf = (
  { niveau, opleidingscode }: ProgrammeKnown,
  { catalogue }: Knowledge,
): Niveau | undefined =>
  niveau ?? (opleidingscode === undefined ? undefined : catalogue.entry(opleidingscode)?.niveau);

export const domeinOf = ({ opleidingscode }: ProgrammeKnown, { catalogue }: Knowledge): string | undefined =>
  opleidingscode === undefined ? undefined : catalogue.entry(opleidingscode)?.domein;

/** One of the two codes is the dossier or the domein of the other: specified, not switched. */
export const standAsSpecified = (p: ProgrammeKnown, q: ProgrammeKnown, { catalogue }: Knowledge): boolean =>
  p.opleidingscode !== undefined &&
  q.opleidingscode !== undefined &&
  (catalogue.isInside(p.opleidingscode, q.opleidingscode) ||
    catalogue.isInside(q.opleidingscode, p.opleidingscode));

const apart = <Value>(one: Value | undefined, other: Value | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

export const otherCode = (p: ProgrammeKnown, q: ProgrammeKnown): boolean =>
  apart(p.opleidingscode, q.opleidingscode);

export const otherPlace = (p: ProgrammeKnown, q: ProgrammeKnown): boolean =>
  apart(p.leerweg, q.leerweg) || apart(p.landschap, q.landschap);

/** Whole programmes compared: a part that one of them does not have is not. */
export const otherProgramme = (p: ProgrammeKnown, q: ProgrammeKnown, knowledge: Knowledge): boolean =>
  otherCode(p, q) || otherPlace(p, q) || apart(niveauOf(p, knowledge), niveauOf(q, knowledge));
