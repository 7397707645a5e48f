import type { IndicatorId, LogEntry } from '../../projections/figures/index.ts';
import { readAgain } from './recomputed.ts';

/**
 * The indicators of study success once more, per student and by the published sentences, from exported events alone:
 * written apart from the figures, so that a slip in one of the two shows.
 */
type Said = 'counts' | 'does not' | 'cannot be said';

export interface SaidAgain {
  readonly trajectory: string;
  readonly indicator: IndicatorId;
  readonly said: Said;
}

const expected: Readonly<Record<string, readonly [withDiploma: number, without: number]>> = {
  pro: [1, 1],
  vso: [2, 2],
  'vmbo-b': [2, 2],
  'vmbo-k': [3, 2],
  'vmbo-g': [4, 2],
  'vmbo-t': [4, 2],
  havo: [4, 4],
  vwo: [4, 4],
  'mbo-1': [2, 2],
  'mbo-2': [3, 2],
  'mbo-3': [4, 2],
  'mbo-4': [4, 2],
};

export const outcomesAgain = (
  entries: readonly LogEntry[],
  year: number,
  knownOn: string,
): readonly SaidAgain[] => {
  const [before, t, next] = [year - 1, year, year + 1].map((each) => `${each}-10-01`) as [
    string,
    string,
    string,
  ];
  const { ids, studentOf } = readAgain(entries, knownOn);
  return ids.flatMap((id): SaidAgain[] => {
    const student = studentOf(id);
    if (!student) return [];
    const { inRegister, registerPapers, niveau, dated, on } = student;
    const first = inRegister(t);
    const second = inRegister(next);
    const low = first && niveau(first);
    const papers = registerPapers.map((paper) => ({
      on: paper.on,
      niveau: niveau({ code: paper.code, niveau: paper.niveau }),
    }));
    const success = papers.filter((paper) => paper.niveau !== undefined && paper.niveau >= 2);
    const inYear = success.some((paper) => paper.on >= t && paper.on < next);
    const prior = dated('PriorEducationRecorded')
      .filter((line) => on(line) <= t)
      .at(-1)?.d as { kind: string; diploma?: string } | undefined;
    const [withDiploma, without] = expected[prior?.kind ?? ''] ?? [2, 2];
    const atLeast = prior?.diploma === 'no' ? without : withDiploma;
    const five = papers.filter((paper) => paper.on >= `${year - 5}-10-01` && paper.on < next);
    const enough = five.some((paper) => (paper.niveau ?? 0) >= atLeast);
    const vague = five.some((paper) => paper.niveau === undefined);

    const of = (indicator: IndicatorId, population: boolean, counts: boolean, unsaid = false): SaidAgain[] =>
      unsaid
        ? [{ trajectory: id, indicator, said: 'cannot be said' }]
        : population
          ? [{ trajectory: id, indicator, said: counts ? 'counts' : 'does not' }]
          : [];
    const leaver = first !== undefined && second === undefined;
    const noNiveau = first !== undefined && low === undefined;
    const mbo2up = low !== undefined && low >= 2;
    const starter = first !== undefined && inRegister(before) === undefined;
    return [
      ...of('instellingsverlater', first !== undefined, second === undefined),
      ...of(
        'jaarresultaat',
        first === undefined ? inYear : mbo2up && (inYear || leaver),
        inYear,
        noNiveau && (inYear || leaver),
      ),
      ...of(
        'diplomaresultaat',
        leaver && mbo2up,
        success.some((paper) => paper.on < next),
        leaver && noNiveau,
      ),
      ...of(
        'startersresultaat',
        starter,
        second !== undefined || papers.some((paper) => paper.on >= t && paper.on < next),
      ),
      ...of(
        'opstroom',
        low === 2 || low === 3,
        second !== undefined && (niveau(second) ?? 0) > (low ?? 0),
        noNiveau || ((low === 2 || low === 3) && second !== undefined && niveau(second) === undefined),
      ),
      ...of('passendDiploma', leaver, enough, leaver && !enough && vague),
      ...of(
        'kwalificatiewinst',
        leaver && five.length > 0 && prior !== undefined && prior.kind !== 'other',
        enough,
        leaver &&
          prior !== undefined &&
          prior.kind !== 'other' &&
          five.length > 0 &&
          five.every((paper) => paper.niveau === undefined),
      ),
    ];
  });
};
