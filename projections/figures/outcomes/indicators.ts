import { normNames } from '../../../src/domain/institution/events.ts';
import type { Niveau } from '../../../src/domain/institution/ids.ts';
import type { Norms } from '../../../src/domain/institution/norms.ts';

export const indicatorIds = [
  'instellingsverlater',
  'jaarresultaat',
  'diplomaresultaat',
  'startersresultaat',
  'opstroom',
  'passendDiploma',
  'kwalificatiewinst',
] as const;
export type IndicatorId = (typeof indicatorIds)[number];

/** What an indicator counts, in words; the function beside it says the same to a machine. */
export interface Indicator {
  readonly id: IndicatorId;
  readonly name: string;
  readonly version: string;
  readonly source: string;
  readonly population: string;
  readonly counts: string;
  /** School years that are taken together beside the year itself, and of how many there must be somebody. */
  readonly average: { readonly years: number; readonly atLeast: number };
  /** What the published definition leaves open, and was decided here. */
  readonly decided: readonly string[];
}

const version = '2026.1';
const threeYears = { years: 3, atLeast: 2 };
const pooled =
  'the average over years adds up numerators and denominators, so that each student weighs the same';
const niveaus =
  'students of niveau 2, 3 and 4: only diplomas of these niveaus are success, and Entree has no norm';

/** Of the Inspectorate and the MBO Raad (reference/domain.md §2 of the specification). */
export const indicators: readonly Indicator[] = [
  {
    id: 'instellingsverlater',
    name: 'Instellingsverlaters',
    version,
    source: 'MBO Raad, Informatie-encyclopedie, Instellingsverlater',
    population: 'enrolled on 1 October (t)',
    counts: 'not enrolled on the next 1 October (t’)',
    average: threeYears,
    decided: [pooled],
  },
  {
    id: 'jaarresultaat',
    name: 'Jaarresultaat',
    version,
    source: 'Inspectie van het Onderwijs, studiesucces; MBO Raad, Populatie studiesucces',
    population:
      'whoever obtained a diploma of niveau 2-4 here from t to the day before t’, also when enrolled after t; and whoever left without one',
    counts: 'whoever obtained the diploma, leaving or going on',
    average: threeYears,
    decided: [pooled, niveaus, 'a leaver whose diploma is of an earlier year left this year without one'],
  },
  {
    id: 'diplomaresultaat',
    name: 'Diplomaresultaat',
    version,
    source: 'Inspectie van het Onderwijs, studiesucces',
    population: 'enrolled on t, not enrolled on t’',
    counts: 'has a diploma of niveau 2-4 of this school, of whatever year up to the day before t’',
    average: threeYears,
    decided: [pooled, niveaus],
  },
  {
    id: 'startersresultaat',
    name: 'Startersresultaat',
    version,
    source: 'MBO Raad, Informatie-encyclopedie, Startersresultaat',
    population: 'new on t: enrolled on t and not on the 1 October before',
    counts: 'enrolled on t’, or left with a diploma from t to the day before t’',
    average: threeYears,
    decided: [pooled, 'students of Entree and its diplomas count as well, though it has no norm'],
  },
  {
    id: 'opstroom',
    name: 'Opstroom',
    version,
    source: 'MBO Raad, Informatie-encyclopedie, Opstroom',
    population: 'enrolled on t in niveau 2 or 3',
    counts: 'enrolled on t’ at a higher niveau',
    average: threeYears,
    decided: [pooled],
  },
  {
    id: 'passendDiploma',
    name: 'Passend diploma',
    version,
    source: 'MBO Raad, Informatie-encyclopedie, Passend diploma',
    population: 'enrolled on t, not enrolled on t’',
    counts:
      'has a diploma of this school, of the year or the five before it, at or above the niveau expected from prior education',
    average: threeYears,
    decided: [pooled, 'prior education is the last one recorded up to t'],
  },
  {
    id: 'kwalificatiewinst',
    name: 'Kwalificatiewinst',
    version,
    source: 'MBO Raad, Informatie-encyclopedie, Kwalificatiewinst',
    population:
      'enrolled on t, not enrolled on t’, with a diploma of this school of the year or the five before it, and known prior education',
    counts: 'the diploma is at or above the niveau expected from prior education',
    average: threeYears,
    decided: [pooled, 'prior education is the last one recorded up to t'],
  },
];

/** A norm of the Inspectorate. What no source confirms is marked so wherever it is shown. */
export interface OutcomeNorm {
  readonly indicator: IndicatorId;
  readonly niveau: Niveau;
  readonly percent: number;
  readonly fromSchoolYear: number;
  readonly source: string;
  readonly confirmed: boolean;
}

const unconfirmed = (
  indicator: IndicatorId,
  percents: Readonly<Record<2 | 3 | 4, number>>,
): readonly OutcomeNorm[] =>
  ([2, 3, 4] as const).map((niveau) => ({
    indicator,
    niveau,
    percent: percents[niveau],
    fromSchoolYear: 2017,
    source:
      'an example, from no published source that was found; the Onderzoekskader 2021 (Stcrt. 2021, 34766) sets them',
    confirmed: false,
  }));

export const outcomeNorms: readonly OutcomeNorm[] = [
  ...unconfirmed('jaarresultaat', { 2: 67, 3: 68, 4: 68 }),
  ...unconfirmed('diplomaresultaat', { 2: 61, 3: 70, 4: 70 }),
  ...unconfirmed('startersresultaat', { 2: 79, 3: 82, 4: 82 }),
];

/** The institution's own norm goes before an example, and is confirmed by being its own. */
export const outcomeNorm = (
  indicator: IndicatorId,
  niveau: string,
  schoolYear: number,
  norms: Norms,
): Pick<OutcomeNorm, 'percent' | 'source' | 'confirmed'> | undefined => {
  const name = normNames.find((each) => each === indicator);
  const of = niveauOf(niveau);
  const said = name && of && norms.own(name, schoolYear, of);
  return said ? { ...said, confirmed: true } : exampleOf(indicator, niveau, schoolYear);
};

const niveauOf = (text: string): Niveau | undefined =>
  ([1, 2, 3, 4] as const).find((each) => String(each) === text);

const exampleOf = (indicator: IndicatorId, niveau: string, schoolYear: number): OutcomeNorm | undefined =>
  outcomeNorms
    .filter((norm) => norm.indicator === indicator && String(norm.niveau) === niveau)
    .findLast(({ fromSchoolYear }) => fromSchoolYear <= schoolYear);
