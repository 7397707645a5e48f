import type { FiguresReport, Row } from '../../../projections/figures/index.ts';
import { switchDefinitionWords } from '../figures/texts/definitions.ts';
import { attributeOf, countedName, evidenceNames, registerNames } from '../figures/texts/names.ts';
import { reportTitles, yearText } from '../figures/texts/reports.ts';
import type { Cell, Paper, PaperTable } from './paper.ts';
import { numberColumn, textColumn } from './report-tables.ts';
import { smallNumbersLine, type Telling } from './telling.ts';
import { twinTables } from './twin-tables.ts';
import { definitionLines, definitionSaid, questionLines, reportLine } from './verantwoording.ts';
import { vsvTables } from './vsv-tables.ts';

const switchTables = ({ population, switches }: FiguresReport): readonly PaperTable[] => [
  {
    title: 'Switches',
    columns: [textColumn('Kenmerk'), textColumn('Waarde'), textColumn('Telt'), numberColumn('Aantal')],
    rows: (switches?.counts ?? []).map((counted) => {
      const [name, value] = attributeOf(counted);
      const { counted: counts } = counted;
      return [name, value, counts === undefined ? '' : countedName(String(counts)), counted.count];
    }),
  },
  {
    title: 'Populatie',
    columns: [
      numberColumn('Populatie'),
      numberColumn('Geleverd'),
      numberColumn('Afgeleid'),
      numberColumn('Niet bekend'),
    ],
    rows: [[population.size, population.delivered, population.derived, switches?.notKnown ?? null]],
  },
];

const alongsideTables = ({ alongside }: FiguresReport): readonly PaperTable[] =>
  alongside
    ? [
        {
          title: `Naast definitie ${alongside.definition.id}`,
          columns: [...['Register', 'Wat er gebeurde', 'Telt'].map(textColumn), numberColumn('Aantal')],
          rows: alongside.flows.map(({ register, evidence, counted, count }) => [
            registerNames[register],
            evidenceNames[evidence],
            countedName(counted),
            count,
          ]),
        },
      ]
    : [];

const countedByLines = ({ report, definition, switches, alongside }: FiguresReport) => [
  reportLine(reportTitles[report], report),
  ...definitionLines(definition),
  ...(alongside
    ? [
        {
          label: 'Ernaast',
          value: definitionSaid(alongside.definition),
        },
        { label: 'Telt ernaast', value: switchDefinitionWords(alongside.definition.id).counts },
      ]
    : []),
  ...(switches
    ? [
        { label: 'Populatie', value: switchDefinitionWords(definition.id).population },
        { label: 'Telt', value: switchDefinitionWords(definition.id).counts },
      ]
    : []),
];

/** Of a report; with `telling`, only what may leave the team. Switches do not leave it: their paper is for the team. */
export const reportPaper = (report: FiguresReport, telling?: Telling): Paper => ({
  title: `${reportTitles[report.report]} ${yearText(report.schoolYear)}`,
  tables:
    report.report === 'twin'
      ? [...twinTables(report, telling), ...alongsideTables(report)]
      : report.report === 'vsv'
        ? vsvTables(report, telling)
        : switchTables(report),
  verantwoording: [...countedByLines(report), ...questionLines(report), ...smallNumbersLine(telling)],
});

const rowCells = (row: Row): readonly (readonly [string, Cell])[] =>
  'register' in row
    ? [
        ['trajectory', row.trajectory],
        ['register', row.register],
        ['evidence', row.evidence],
        ['accountsDiffer', String(row.accountsDiffer)],
        ['missing', row.missing.join(' ')],
        ['verdict', row.vsv.verdict],
        ['step', row.vsv.step],
        ['unknowns', row.vsv.unknowns.join(' ')],
        ['events', row.events.join(' ')],
      ]
    : [
        ['trajectory', row.trajectory],
        ['switch', row.switch],
        ['counted', String(row.counted)],
        ['dimensions', row.dimensions.join(' ')],
        ['moment', row.moment.join(' ')],
        ['initiative', row.initiative],
      ];

/** A line per member of the population, under the names that the JSON has: for whoever counts again. */
export const rowsPaper = (report: FiguresReport, rows: readonly Row[]): Paper => {
  const cells = rows.map(rowCells);
  return {
    title: `${reportTitles[report.report]} ${yearText(report.schoolYear)}, per student`,
    tables: [
      {
        title: 'Per student',
        columns: (cells[0] ?? [['trajectory', '']]).map(([name]) => textColumn(name)),
        rows: cells.map((row) => row.map(([, cell]) => cell)),
      },
    ],
    verantwoording: [...countedByLines(report), ...questionLines(report), ...smallNumbersLine(undefined)],
  };
};
