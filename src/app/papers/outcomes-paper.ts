import {
  type IndicatorId,
  isOfPath,
  type OutcomeFigure,
  type OutcomesReport,
  type OutcomeStanding,
  type Part,
  type Whom,
} from '../../../projections/figures/index.ts';
import { indicatorWords, normSourceText } from '../figures/texts/definitions.ts';
import { splitNames, splitValueName } from '../figures/texts/names.ts';
import { yearText } from '../figures/texts/reports.ts';
import { type Cell, type Paper, withheld } from './paper.ts';
import { numberColumn, percentColumn, textColumn, wholeSchool } from './report-tables.ts';
import { smallNumbersLine, type Telling } from './telling.ts';
import { questionLines, reportLine } from './verantwoording.ts';

type Norm = OutcomesReport['indicators'][number]['niveaus'][number]['norm'];

/** What may be told of each of the years that are taken together. */
export type TellingOfYears = (year: number) => Telling;

interface Where {
  readonly indicator: IndicatorId;
  readonly year: number;
  readonly part: Part | undefined;
}

const those = (indicator: IndicatorId, ...standings: readonly OutcomeStanding[]): Whom => ({
  indicator,
  standings,
});

/** Whether a number of these years may be told: in every one of them. */
const toldIn = (
  tellings: TellingOfYears | undefined,
  years: readonly number[],
  { indicator, part }: Where,
  tells: (telling: Telling) => boolean,
): boolean =>
  tellings === undefined ||
  (years.length > 0 &&
    years.every((year) => {
      const telling = tellings(year);
      return tells(telling) && (indicator !== 'jaarresultaat' || telling.tellsLater(part));
    }));

const populationIsTold = (
  tellings: TellingOfYears | undefined,
  years: readonly number[],
  where: Where,
): boolean =>
  toldIn(tellings, years, where, (telling) =>
    telling.tellsOf(where.part, those(where.indicator, 'counted', 'notCounted')),
  );

const cells = (
  { numerator, denominator, percent, notKnown, overYears }: OutcomeFigure,
  where: Where,
  tellings: TellingOfYears | undefined,
  norm?: Norm,
): Cell[] => {
  const { indicator, part } = where;
  /** Some count and some do not, and of both it may be told how many: neither none nor all of them. */
  const counted = (years: readonly number[]): boolean =>
    toldIn(
      tellings,
      years,
      where,
      (telling) =>
        telling.tells(part, those(indicator, 'counted')) &&
        telling.tells(part, those(indicator, 'notCounted')),
    );
  const all = (years: readonly number[]): boolean => populationIsTold(tellings, years, where);
  const told = (value: number | null, isTold: boolean): Cell => (isTold || value === null ? value : withheld);
  const share = (value: number | null, years: readonly number[]): Cell =>
    told(
      value,
      tellings === undefined || (counted(years) && all(years) && value !== null && value > 0 && value < 100),
    );
  const { years } = overYears;
  return [
    told(numerator, counted([where.year])),
    told(denominator, all([where.year])),
    share(percent, [where.year]),
    told(overYears.numerator, counted(years)),
    told(overYears.denominator, all(years)),
    share(overYears.computable ? overYears.percent : null, years),
    years.join(' '),
    told(
      notKnown,
      toldIn(tellings, [where.year], where, (telling) => telling.tells(part, those(indicator, 'notKnown'))),
    ),
    norm?.percent ?? null,
    norm === undefined ? '' : norm.confirmed ? 'ja' : 'norm niet bevestigd',
  ];
};

/** With `tellings`, only what may leave the team. */
export const outcomesPaper = (report: OutcomesReport, tellings?: TellingOfYears): Paper => ({
  title: `Studiesucces ${yearText(report.schoolYear)}`,
  tables: [
    {
      title: 'Indicatoren',
      columns: [
        textColumn('Indicator'),
        textColumn('Naar'),
        textColumn('Waarde'),
        numberColumn('Teller'),
        numberColumn('Noemer'),
        percentColumn('Aandeel (%)'),
        numberColumn('Teller, jaren samen'),
        numberColumn('Noemer, jaren samen'),
        percentColumn('Aandeel, jaren samen (%)'),
        textColumn('Welke jaren'),
        numberColumn('Niet te zeggen'),
        percentColumn('Norm (%)'),
        textColumn('Norm bevestigd'),
      ],
      rows: report.indicators.flatMap(({ indicator: { id, name }, whole, niveaus, splits = [] }) => {
        const at = (part?: Part): Where => ({ indicator: id, year: report.schoolYear, part });
        // A line that is there or not would say of a small part whether anybody is in it.
        const isTold = (part: Part): boolean => populationIsTold(tellings, [report.schoolYear], at(part));
        const lines = [
          ...niveaus.map(({ niveau, norm, ...figure }) => ({
            part: { by: 'niveau' as const, value: niveau },
            figure,
            norm,
          })),
          ...splits.map(({ by, value, ...figure }) => ({ part: { by, value }, figure, norm: undefined })),
        ];
        return [
          [name, wholeSchool, '', ...cells(whole, at(), tellings)],
          ...lines
            .filter(({ part }) => isTold(part))
            .map(({ part, figure, norm }) => [
              name,
              isOfPath(part.by) ? splitNames[part.by].toLowerCase() : part.by,
              isOfPath(part.by) ? splitValueName(part.value) : part.value,
              ...cells(figure, at(part), tellings, norm),
            ]),
        ];
      }),
    },
    {
      title: 'Normen',
      columns: [...['Indicator', 'Niveau'].map(textColumn), percentColumn('Norm (%)'), textColumn('Bron')],
      rows: report.indicators.flatMap(({ indicator: { name }, niveaus }) =>
        niveaus.flatMap(({ niveau, norm }) =>
          norm ? [[name, niveau, norm.percent, normSourceText(norm)]] : [],
        ),
      ),
    },
    {
      title: 'Definities',
      columns: ['Indicator', 'Noemer', 'Teller', 'Bron', 'Hier beslist'].map(textColumn),
      rows: report.indicators.map(({ indicator: { id, name, source, version } }) => {
        const { population, counts, decided } = indicatorWords[id];
        return [name, population, counts, `${source} (versie ${version})`, decided.join('; ')];
      }),
    },
  ],
  verantwoording: [
    reportLine('Studiesucces', 'outcomes'),
    ...questionLines(report),
    ...smallNumbersLine(tellings?.(report.schoolYear)),
  ],
});
