import {
  evidenceSentence,
  type FiguresReport,
  type Flow,
  registerSentence,
  type Row,
} from '../../../projections/figures/index.ts';
import { yearText } from '../figures/text.ts';
import type { Cell, Column, Paper, PaperTable } from './paper.ts';

export const textColumn = (label: string): Column => ({ label, kind: 'text' });
export const numberColumn = (label: string): Column => ({ label, kind: 'number' });
export const percentColumn = (label: string): Column => ({ label, kind: 'percent' });

const titles = { twin: 'Tweelinglezing', vsv: 'VSV, voorlopig', switches: 'Switches' } as const;
const splitNames = {
  landschap: 'Landschap',
  domein: 'Domein',
  niveau: 'Niveau',
  leerweg: 'Leerweg',
  crebo: 'Opleiding',
} as const;
const verdicts = { no: 'geen VSV', open: 'nog niet te zeggen', presumed: 'vermoedelijk VSV' } as const;

/** The whole school, and each value of the split: a part of it has the same figures. */
interface Part<Figures> {
  readonly value: string;
  readonly population: FiguresReport['population'];
  readonly figures: Figures;
}

const wholeSchool = 'hele school';

const partsOf = <Name extends 'twin' | 'vsv'>(
  report: FiguresReport,
  name: Name,
): readonly Part<NonNullable<NonNullable<FiguresReport['splits']>[number][Name]>>[] => {
  type Figures = NonNullable<NonNullable<FiguresReport['splits']>[number][Name]>;
  const whole = report[name] as Figures | undefined;
  return [
    ...(whole ? [{ value: wholeSchool, population: report.population, figures: whole }] : []),
    ...(report.splits ?? []).flatMap((split): Part<Figures>[] => {
      const figures = split[name] as Figures | undefined;
      const value = split.name === undefined ? split.value : `${split.value} ${split.name}`;
      return figures ? [{ value, population: split.population, figures }] : [];
    }),
  ];
};

/** A table over all parts; where there is no split, without the column that says which part. */
const tableOf = <Figures>(
  title: string,
  { by }: FiguresReport,
  parts: readonly Part<Figures>[],
  columns: readonly Column[],
  rowsOf: (part: Part<Figures>) => readonly (readonly Cell[])[],
): PaperTable => ({
  title,
  columns: by === undefined ? columns : [textColumn(splitNames[by]), ...columns],
  rows: parts.flatMap((part) => rowsOf(part).map((row) => (by === undefined ? row : [part.value, ...row]))),
});

const populationTable = <Figures>(
  report: FiguresReport,
  parts: readonly Part<Figures>[],
  columns: readonly Column[] = [],
  more: (figures: Figures) => readonly Cell[] = () => [],
): PaperTable =>
  tableOf(
    'Populatie',
    report,
    parts,
    [numberColumn('Populatie'), numberColumn('Geleverd'), numberColumn('Afgeleid'), ...columns],
    ({ population: { size, delivered, derived }, figures }) => [[size, delivered, derived, ...more(figures)]],
  );

const flowWords = ({ register, evidence }: Pick<Flow, 'register' | 'evidence'>): string =>
  `${registerSentence(register)} ${evidenceSentence(evidence)}`;

const twinTables = (report: FiguresReport): readonly PaperTable[] => {
  const parts = partsOf(report, 'twin');
  const beside = report.twin?.beside;
  return [
    tableOf(
      'Van register naar wat er gebeurde',
      report,
      parts,
      [
        textColumn('Register'),
        textColumn('Wat er gebeurde'),
        numberColumn('Aantal'),
        textColumn('In woorden'),
      ],
      ({ figures }) =>
        figures.flows.map((flow) => [flow.register, flow.evidence, flow.count, flowWords(flow)]),
    ),
    tableOf(
      'Volgens het register',
      report,
      parts,
      [textColumn('Register'), numberColumn('Aantal'), textColumn('In woorden')],
      ({ figures }) =>
        figures.register.map(({ register, count }) => [register, count, registerSentence(register)]),
    ),
    tableOf(
      'Volgens de school',
      report,
      parts,
      [textColumn('Wat er gebeurde'), numberColumn('Aantal'), textColumn('In woorden')],
      ({ figures }) =>
        figures.evidence.map(({ evidence, count }) => [evidence, count, evidenceSentence(evidence)]),
    ),
    populationTable(
      report,
      parts,
      [numberColumn('Vermoedelijk VSV'), numberColumn('Boekhoudingen verschillen')],
      ({ presumed, accountsDiffer }) => [presumed, accountsDiffer],
    ),
    ...(beside
      ? [
          {
            title: 'Naast het register',
            columns: [textColumn('Wat'), numberColumn('Aantal')],
            rows: [
              ['geplaatst en definitief', beside.placedOnly.definitive],
              ['geplaatst, niet ingeschreven', beside.placedOnly.placedOnly],
              ['geplaatst, op de peildatum weg', beside.placedOnly.gone],
              ['alleen bij de school bekend', beside.schoolOnly],
              ['switches voor de eerste peildatum', beside.switchBefore],
            ],
          } satisfies PaperTable,
        ]
      : []),
  ];
};

const vsvTables = (report: FiguresReport): readonly PaperTable[] => {
  const parts = partsOf(report, 'vsv');
  const { unknowns = [], duo = [] } = report.vsv ?? {};
  return [
    tableOf(
      'Oordeel en de stap die besliste',
      report,
      parts,
      [textColumn('Oordeel'), textColumn('Stap'), numberColumn('Aantal')],
      ({ figures }) => figures.verdicts.map(({ verdict, step, count }) => [verdicts[verdict], step, count]),
    ),
    tableOf(
      'Aandeel per niveau',
      report,
      parts,
      [
        textColumn('Niveau'),
        numberColumn('Van'),
        numberColumn('Vermoedelijk VSV'),
        numberColumn('Nog niet te zeggen'),
        percentColumn('VSV (%)'),
        percentColumn('Met open (%)'),
        percentColumn('Norm (%)'),
      ],
      ({ figures }) =>
        figures.shares.map(({ niveau, of, presumed, open, percent, percentWithOpen, norm }) => [
          niveau === 'all' ? 'alle' : niveau,
          of,
          presumed,
          open,
          percent,
          percentWithOpen,
          norm ?? null,
        ]),
    ),
    populationTable(report, parts),
    {
      title: 'Wat niet bekend is',
      columns: [textColumn('Wat'), numberColumn('Aantal')],
      rows: unknowns.map(({ unknown, count }) => [unknown, count]),
    },
    {
      title: 'Naast het oordeel van DUO',
      columns: [
        textColumn('Oordeel van de school'),
        textColumn('DUO'),
        textColumn('Status'),
        numberColumn('Aantal'),
      ],
      rows: duo.map(({ verdict, duo: said, status, count }) => [
        verdicts[verdict],
        said === 'vsv' ? 'VSV' : 'geen VSV',
        status === 'definitive' ? 'definitief' : 'voorlopig',
        count,
      ]),
    },
  ];
};

const switchTables = ({ population, switches }: FiguresReport): readonly PaperTable[] => [
  {
    title: 'Switches',
    columns: [textColumn('Kenmerk'), textColumn('Waarde'), textColumn('Telt'), numberColumn('Aantal')],
    rows: (switches?.counts ?? []).map((counted) => {
      const [[name, value] = ['', '']] = Object.entries(counted).filter(
        ([key]) => key !== 'count' && key !== 'counted',
      );
      const { counted: counts = '' } = counted;
      return [
        name,
        String(value),
        typeof counts === 'boolean' ? (counts ? 'ja' : 'nee') : counts,
        counted.count,
      ];
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

const parameterNames: Readonly<Record<keyof FiguresReport['parameters'], string>> = {
  fundableOnly: 'Alleen bekostigbare inschrijvingen',
  examOnly: 'Examendeelnemers',
  foreignSchool: 'Naar een school in het buitenland',
  ageRule: 'Leeftijdsregel',
  landingTerm: 'Schooldagen tot een switch geland moet zijn',
};

/** What every figure of the answer rests on. */
export const questionLines = ({
  schoolYear,
  peildata,
  knownOn,
  ordinal,
  parameters,
  by,
}: Pick<FiguresReport, 'schoolYear' | 'peildata' | 'knownOn' | 'ordinal' | 'parameters' | 'by'>) => [
  { label: 'Schooljaar', value: yearText(schoolYear) },
  { label: 'Peildata', value: `${peildata[0]} en ${peildata[1]}` },
  { label: 'Zoals bekend op', value: knownOn },
  { label: 'Stand van het logboek', value: `gebeurtenis ${ordinal}` },
  {
    label: 'Uitgesplitst naar',
    value: by === undefined ? 'niet uitgesplitst' : splitNames[by].toLowerCase(),
  },
  ...Object.entries(parameters).map(([name, value]) => ({
    label: parameterNames[name as keyof typeof parameterNames],
    value: value === true ? 'ja' : value === false ? 'nee' : String(value),
  })),
];

const definitionLines = ({ report, definition, switches }: FiguresReport) => [
  { label: 'Rapport', value: `${titles[report]} (${report})` },
  { label: 'Definitie', value: `${definition.id}, versie ${definition.version}` },
  { label: 'Bron van de definitie', value: definition.source },
  ...(switches
    ? [
        { label: 'Populatie', value: switches.population },
        { label: 'Telt', value: switches.counted },
      ]
    : []),
];

export const reportPaper = (report: FiguresReport): Paper => ({
  title: `${titles[report.report]} ${yearText(report.schoolYear)}`,
  tables:
    report.report === 'twin'
      ? twinTables(report)
      : report.report === 'vsv'
        ? vsvTables(report)
        : switchTables(report),
  verantwoording: [...definitionLines(report), ...questionLines(report)],
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
    title: `${titles[report.report]} ${yearText(report.schoolYear)}, per student`,
    tables: [
      {
        title: 'Per student',
        columns: (cells[0] ?? [['trajectory', '']]).map(([name]) => textColumn(name)),
        rows: cells.map((row) => row.map(([, cell]) => cell)),
      },
    ],
    verantwoording: [...definitionLines(report), ...questionLines(report)],
  };
};
