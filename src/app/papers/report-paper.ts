import {
  type Boxes,
  evidenceSentence,
  type FiguresReport,
  type Flow,
  type Part,
  registerSentence,
  type Row,
} from '../../../projections/figures/index.ts';
import { statusText, yearText } from '../figures/texts/reports.ts';
import type { Cell, Column, Paper, PaperTable } from './paper.ts';
import { everybody, isPresumed, smallNumbersLine, type Telling, tellingIn } from './telling.ts';

export const textColumn = (label: string): Column => ({ label, kind: 'text' });
export const numberColumn = (label: string): Column => ({ label, kind: 'number' });
export const percentColumn = (label: string): Column => ({ label, kind: 'percent' });

const titles = { twin: 'Tweelinglezing', vsv: 'VSV', switches: 'Switches' } as const;
const splitNames = {
  landschap: 'Landschap',
  domein: 'Domein',
  niveau: 'Niveau',
  leerweg: 'Leerweg',
  crebo: 'Opleiding',
} as const;
const verdicts = { no: 'geen VSV', open: 'nog niet te zeggen', presumed: 'vermoedelijk VSV' } as const;

/** The whole school, and each value of the split: a part of it has the same figures. */
interface ReportPart<Figures> {
  readonly value: string;
  readonly part: Part | undefined;
  readonly population: FiguresReport['population'];
  readonly figures: Figures;
}

export const wholeSchool = 'hele school';

type FiguresOf<Name extends 'twin' | 'vsv'> = NonNullable<NonNullable<FiguresReport['splits']>[number][Name]>;

const partsOf = <Name extends 'twin' | 'vsv'>(
  report: FiguresReport,
  name: Name,
): readonly ReportPart<FiguresOf<Name>>[] => {
  const whole = report[name] as FiguresOf<Name> | undefined;
  return [
    ...(whole
      ? [{ value: wholeSchool, part: undefined, population: report.population, figures: whole }]
      : []),
    ...(report.splits ?? []).flatMap((split): ReportPart<FiguresOf<Name>>[] => {
      const figures = split[name] as FiguresOf<Name> | undefined;
      const value = split.name === undefined ? split.value : `${split.value} ${split.name}`;
      const part = { by: split.by, value: split.value };
      return figures ? [{ value, part, population: split.population, figures }] : [];
    }),
  ];
};

/** A table over all parts; where there is no split, without the column that says which part. */
const tableOf = <Figures>(
  title: string,
  { by }: FiguresReport,
  parts: readonly ReportPart<Figures>[],
  columns: readonly Column[],
  rowsOf: (part: ReportPart<Figures>) => readonly (readonly Cell[])[],
): PaperTable => ({
  title,
  columns: by === undefined ? columns : [textColumn(splitNames[by]), ...columns],
  rows: parts.flatMap((part) => rowsOf(part).map((row) => (by === undefined ? row : [part.value, ...row]))),
});

/** The lines of the whole school in every part, so that it cannot be seen which of them a part has not. */
const everyLine = <Line extends { readonly count: number }>(
  whole: readonly Line[],
  mine: readonly Line[],
  same: (one: Line, other: Line) => boolean,
): readonly Line[] => whole.map((line) => mine.find((each) => same(each, line)) ?? { ...line, count: 0 });

const flowWords = ({ register, evidence }: Pick<Flow, 'register' | 'evidence'>): string =>
  `${registerSentence(register)} ${evidenceSentence(evidence)}`;

const twinTables = (report: FiguresReport, telling: Telling | undefined): readonly PaperTable[] => {
  const parts = partsOf(report, 'twin');
  const [whole] = parts;
  const { told, toldOf } = tellingIn(telling);
  const lines = <Line extends { readonly count: number }>(
    of: (figures: FiguresOf<'twin'>) => readonly Line[],
    mine: FiguresOf<'twin'>,
    same: (one: Line, other: Line) => boolean,
  ): readonly Line[] => (telling && whole ? everyLine(of(whole.figures), of(mine), same) : of(mine));
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
      ({ part, figures }) =>
        lines(
          ({ flows }) => flows,
          figures,
          (one, other) => one.register === other.register && one.evidence === other.evidence,
        ).map((flow) => [
          flow.register,
          flow.evidence,
          told(
            flow.count,
            part,
            (each) => each.register === flow.register && each.evidence === flow.evidence,
          ),
          flowWords(flow),
        ]),
    ),
    tableOf(
      'Volgens het register',
      report,
      parts,
      [textColumn('Register'), numberColumn('Aantal'), textColumn('In woorden')],
      ({ part, figures }) =>
        lines(
          (all) => all.register,
          figures,
          (one, other) => one.register === other.register,
        ).map(({ register, count }) => [
          register,
          told(count, part, (each) => each.register === register),
          registerSentence(register),
        ]),
    ),
    tableOf(
      'Volgens de school',
      report,
      parts,
      [textColumn('Wat er gebeurde'), numberColumn('Aantal'), textColumn('In woorden')],
      ({ part, figures }) =>
        lines(
          (all) => all.evidence,
          figures,
          (one, other) => one.evidence === other.evidence,
        ).map(({ evidence, count }) => [
          evidence,
          told(count, part, (each) => each.evidence === evidence),
          evidenceSentence(evidence),
        ]),
    ),
    tableOf(
      'Populatie',
      report,
      parts,
      [
        numberColumn('Populatie'),
        numberColumn('Vermoedelijk VSV'),
        ...(telling
          ? []
          : [numberColumn('Geleverd'), numberColumn('Afgeleid'), numberColumn('Boekhoudingen verschillen')]),
      ],
      ({ part, population: { size, delivered, derived }, figures }) => [
        [
          toldOf(size, part, everybody),
          told(figures.presumed, part, isPresumed),
          ...(telling ? [] : [delivered, derived, figures.accountsDiffer]),
        ],
      ],
    ),
    ...(report.twin && !telling ? [besideTable(report.twin)] : []),
  ];
};

const besideTable = ({ beside }: NonNullable<FiguresReport['twin']>): PaperTable => ({
  title: 'Naast het register',
  columns: [textColumn('Wat'), numberColumn('Aantal')],
  rows: [
    ['geplaatst en definitief', beside.placedOnly.definitive],
    ['geplaatst, niet ingeschreven', beside.placedOnly.placedOnly],
    ['geplaatst, op de peildatum weg', beside.placedOnly.gone],
    ['alleen bij de school bekend', beside.schoolOnly],
    ['switches voor de eerste peildatum', beside.switchBefore],
  ],
});

const vsvTables = (report: FiguresReport, telling: Telling | undefined): readonly PaperTable[] => {
  const parts = partsOf(report, 'vsv');
  const [whole] = parts;
  const { told, toldOf, share } = tellingIn(telling);
  return [
    tableOf(
      'Oordeel en de stap die besliste',
      report,
      parts,
      [textColumn('Oordeel'), textColumn('Stap'), numberColumn('Aantal')],
      ({ part, figures }) =>
        (telling && whole
          ? everyLine(
              whole.figures.verdicts,
              figures.verdicts,
              (one, other) => one.verdict === other.verdict && one.step === other.step,
            )
          : figures.verdicts
        ).map(({ verdict, step, count }) => [
          verdicts[verdict],
          step,
          told(count, part, (each) => each.verdict === verdict && each.step === step),
        ]),
    ),
    tableOf(
      'Aandeel per niveau',
      report,
      parts,
      [
        textColumn('Studenten van niveau'),
        numberColumn('Van'),
        numberColumn('Vermoedelijk VSV'),
        numberColumn('Nog niet te zeggen'),
        percentColumn('VSV (%)'),
        percentColumn('Met open (%)'),
        percentColumn('Norm (%)'),
      ],
      ({ part, figures }) =>
        figures.shares
          // A niveau within a part is a part of both: that is told inside the team only.
          .filter(({ niveau }) => niveau === 'all' || part === undefined || !telling)
          .map(({ niveau, of, presumed, open, percent, percentWithOpen, norm }) => {
            const place = niveau === 'all' ? part : { by: 'niveau' as const, value: niveau };
            const isOneOf = (each: Boxes): boolean =>
              !(each.verdict === 'no' && (each.step === 'V2' || each.step === 'V3'));
            return [
              niveau === 'all' ? 'alle' : niveau,
              toldOf(of, place, isOneOf),
              told(presumed, place, isPresumed),
              told(open, place, ({ verdict }) => verdict === 'open'),
              share(percent, place, isPresumed, isOneOf),
              share(percentWithOpen, place, ({ verdict }) => verdict !== 'no', isOneOf),
              norm ?? null,
            ];
          }),
    ),
    tableOf(
      'Populatie',
      report,
      parts,
      [numberColumn('Populatie'), ...(telling ? [] : [numberColumn('Geleverd'), numberColumn('Afgeleid')])],
      ({ part, population: { size, delivered, derived } }) => [
        [toldOf(size, part, everybody), ...(telling ? [] : [delivered, derived])],
      ],
    ),
    ...(report.vsv && !telling ? besideVsv(report.vsv) : []),
  ];
};

const besideVsv = ({ unknowns, duo }: NonNullable<FiguresReport['vsv']>): readonly PaperTable[] => [
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
  status,
  parameters,
  by,
}: Pick<
  FiguresReport,
  'status' | 'schoolYear' | 'peildata' | 'knownOn' | 'ordinal' | 'parameters' | 'by'
>) => [
  { label: 'Schooljaar', value: yearText(schoolYear) },
  { label: 'Peildata', value: `${peildata[0]} en ${peildata[1]}` },
  { label: 'Zoals bekend op', value: knownOn },
  {
    label: 'Status',
    value: `${statusText[status]}: de definitieve telling van DUO is ${status === 'definitive' ? '' : 'nog niet '}bekend`,
  },
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

/** Of a report; with `telling`, only what may leave the team. Switches do not leave it: their paper is for the team. */
export const reportPaper = (report: FiguresReport, telling?: Telling): Paper => ({
  title: `${titles[report.report]} ${yearText(report.schoolYear)}`,
  tables:
    report.report === 'twin'
      ? twinTables(report, telling)
      : report.report === 'vsv'
        ? vsvTables(report, telling)
        : switchTables(report),
  verantwoording: [...definitionLines(report), ...questionLines(report), ...smallNumbersLine(telling)],
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
    verantwoording: [...definitionLines(report), ...questionLines(report), ...smallNumbersLine(undefined)],
  };
};
