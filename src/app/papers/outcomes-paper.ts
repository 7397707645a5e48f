import type { OutcomeFigure, OutcomesReport } from '../../../projections/figures/index.ts';
import { yearText } from '../figures/text.ts';
import type { Cell, Paper } from './paper.ts';
import { numberColumn, percentColumn, questionLines, textColumn } from './report-paper.ts';

type Norm = OutcomesReport['indicators'][number]['niveaus'][number]['norm'];

const cells = (
  { numerator, denominator, percent, notKnown, overYears }: OutcomeFigure,
  norm?: Norm,
): Cell[] => [
  numerator,
  denominator,
  percent,
  overYears.numerator,
  overYears.denominator,
  overYears.computable ? overYears.percent : null,
  overYears.years.join(' '),
  notKnown,
  norm?.percent ?? null,
  norm === undefined ? '' : norm.confirmed ? 'ja' : 'norm niet bevestigd',
];

export const outcomesPaper = (report: OutcomesReport): Paper => ({
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
      rows: report.indicators.flatMap(({ indicator: { name }, whole, niveaus, splits = [] }) => [
        [name, 'hele school', '', ...cells(whole)],
        ...niveaus.map(({ niveau, norm, ...figure }) => [name, 'niveau', niveau, ...cells(figure, norm)]),
        ...splits.map(({ by, value, ...figure }) => [name, by, value, ...cells(figure)]),
      ]),
    },
    {
      title: 'Normen',
      columns: [...['Indicator', 'Niveau'].map(textColumn), percentColumn('Norm (%)'), textColumn('Bron')],
      rows: report.indicators.flatMap(({ indicator: { name }, niveaus }) =>
        niveaus.flatMap(({ niveau, norm }) =>
          norm
            ? [[name, niveau, norm.percent, `${norm.confirmed ? '' : 'norm niet bevestigd: '}${norm.source}`]]
            : [],
        ),
      ),
    },
    {
      title: 'Definities',
      columns: ['Indicator', 'Noemer', 'Teller', 'Bron', 'Hier beslist'].map(textColumn),
      rows: report.indicators.map(({ indicator: { name, population, counts, source, version, decided } }) => [
        name,
        population,
        counts,
        `${source} (versie ${version})`,
        decided.join('; '),
      ]),
    },
  ],
  verantwoording: [{ label: 'Rapport', value: 'Studiesucces (outcomes)' }, ...questionLines(report)],
});
