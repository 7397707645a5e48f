import Table from 'cli-table3';
import type { FiguresReport, Row } from '../../../projections/figures/index.ts';

type CsvValue = string | number | boolean | null;

const csvCell = (value: CsvValue): string => {
  const text = value === null ? '' : String(value);
  // A cell that begins like a formula is one to a spreadsheet; the quote keeps it text.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const csv = (rows: readonly (readonly CsvValue[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');

type Part = readonly [part: string, first: string, second: string, count: number | null];

const twinParts = (
  twin: Pick<NonNullable<FiguresReport['twin']>, 'register' | 'evidence' | 'flows' | 'presumed'>,
): Part[] => [
  ...twin.register.map(({ register, count }): Part => ['register', register, '', count]),
  ...twin.evidence.map(({ evidence, count }): Part => ['evidence', '', evidence, count]),
  ...twin.flows.map(({ register, evidence, count }): Part => ['flow', register, evidence, count]),
  ['presumed', '', '', twin.presumed],
];

const vsvParts = ({
  verdicts,
  shares,
}: Pick<NonNullable<FiguresReport['vsv']>, 'verdicts' | 'shares'>): Part[] => [
  ...verdicts.map(({ verdict, step, count }): Part => ['verdict', verdict, step, count]),
  ...shares.flatMap(({ niveau, of, presumed, percent, norm }): Part[] => [
    ['share', niveau, 'of', of],
    ['share', niveau, 'presumed', presumed],
    ['share', niveau, 'percent', percent],
    ...(norm === undefined ? [] : [['share', niveau, 'norm', norm] as const]),
  ]),
];

const partsOf = ({ twin, vsv, switches }: FiguresReport): Part[] => {
  if (twin) {
    const { placedOnly, switchBefore, schoolOnly } = twin.beside;
    return [
      ...twinParts(twin),
      ...Object.entries(placedOnly).map(([where, count]): Part => ['beside', 'placedOnly', where, count]),
      ['beside', 'switchBefore', '', switchBefore],
      ['beside', 'schoolOnly', '', schoolOnly],
    ];
  }
  if (vsv) return vsvParts(vsv);
  return (switches?.counts ?? []).map((counted): Part => {
    const [[name, value] = ['', '']] = Object.entries(counted).filter(
      ([key]) => key !== 'count' && key !== 'counted',
    );
    return [
      'switches',
      name === '' ? '' : `${name}=${String(value)}`,
      String(counted['counted'] ?? ''),
      counted.count,
    ];
  });
};

/** A figure per line, with what it is a figure of on the same line: a line that is cut out can still be read. */
export const reportCsv = (report: FiguresReport): string => {
  const { schoolYear, peildata, knownOn, ordinal, definition, population } = report;
  const said = [
    report.report,
    schoolYear,
    peildata[0],
    peildata[1],
    knownOn,
    ordinal,
    definition.id,
    definition.version,
  ];
  const lines = (by: string, value: string, size: number, parts: readonly Part[]) =>
    parts.map((part) => [...said, size, by, value, ...part]);
  return csv([
    [
      'report',
      'schoolYear',
      't',
      't2',
      'knownOn',
      'ordinal',
      'definition',
      'version',
      'population',
      'by',
      'value',
      'part',
      'first',
      'second',
      'count',
    ],
    ...lines('', '', population.size, partsOf(report)),
    ...(report.splits ?? []).flatMap(({ by, value, population: { size }, twin, vsv }) =>
      lines(by, value, size, twin ? twinParts(twin) : vsv ? vsvParts(vsv) : []),
    ),
  ]);
};

const rowCells = (row: Row): readonly (readonly [string, CsvValue])[] =>
  'register' in row
    ? [
        ['trajectory', row.trajectory],
        ['register', row.register],
        ['evidence', row.evidence],
        ['accountsDiffer', row.accountsDiffer],
        ['missing', row.missing.join(' ')],
        ['verdict', row.vsv.verdict],
        ['step', row.vsv.step],
        ['unknowns', row.vsv.unknowns.join(' ')],
        ['events', row.events.join(' ')],
      ]
    : [
        ['trajectory', row.trajectory],
        ['switch', row.switch],
        ['counted', row.counted],
        ['dimensions', row.dimensions.join(' ')],
        ['moment', row.moment.join(' ')],
        ['initiative', row.initiative],
      ];

export const rowsCsv = (rows: readonly Row[]): string => {
  const [first] = rows;
  if (!first) return '';
  return csv([
    rowCells(first).map(([name]) => name),
    ...rows.map((row) => rowCells(row).map(([, value]) => value)),
  ]);
};

export const rowsNdjson = (rows: readonly Row[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const plain = {
  chars: {
    top: '─',
    'top-mid': '─',
    'top-left': '',
    'top-right': '',
    bottom: '─',
    'bottom-mid': '─',
    'bottom-left': '',
    'bottom-right': '',
    left: '',
    'left-mid': '',
    mid: '',
    'mid-mid': '',
    right: '',
    'right-mid': '',
    middle: ' ',
  },
  style: { head: [], border: [], 'padding-left': 0, 'padding-right': 1 },
};

/** Columns of text to the left, of numbers to the right. */
export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string => {
  const made = new Table({
    ...plain,
    head: [...head],
    colAligns: head.map((_, index) =>
      index === 0 || typeof rows[0]?.[index] === 'string' ? 'left' : 'right',
    ),
  });
  for (const row of rows) made.push([...row]);
  return made.toString();
};

export const yearText = (schoolYear: number): string => `${schoolYear}-${schoolYear + 1}`;

const heads = { twin: 'Tweelinglezing', vsv: 'VSV, voorlopig', switches: 'Switches' } as const;

const headOf = ({
  report,
  schoolYear,
  peildata,
  knownOn,
  ordinal,
  definition,
  population,
}: FiguresReport): string =>
  [
    `${heads[report]} ${yearText(schoolYear)} (peildata ${peildata[0]} en ${peildata[1]}), zoals bekend op ${knownOn}`,
    `Definitie ${definition.id} ${definition.version}: ${definition.source}`,
    `Populatie ${population.size} (geleverd ${population.delivered}, afgeleid ${population.derived}); stand van het logboek: ${ordinal}`,
  ].join('\n');

const flowsTable = (flows: NonNullable<FiguresReport['twin']>['flows']): string => {
  const registers = [...new Set(flows.map(({ register }) => register))];
  const evidences = [...new Set(flows.map(({ evidence }) => evidence))];
  return table(
    ['wat er gebeurde ↓  register →', ...registers, 'totaal'],
    [
      ...evidences.map((evidence) => {
        const counts = registers.map(
          (register) =>
            flows.find((flow) => flow.register === register && flow.evidence === evidence)?.count ?? 0,
        );
        return [evidence, ...counts, counts.reduce((sum, count) => sum + count, 0)];
      }),
      [
        'totaal',
        ...registers.map((register) =>
          flows.reduce((sum, flow) => (flow.register === register ? sum + flow.count : sum), 0),
        ),
        flows.reduce((sum, { count }) => sum + count, 0),
      ],
    ],
  );
};

export const percentText = (percent: number | null): string =>
  percent === null ? '–' : `${percent.toFixed(2).replace('.', ',')} %`;

const vsvTables = ({
  verdicts,
  shares,
}: Pick<NonNullable<FiguresReport['vsv']>, 'verdicts' | 'shares'>): string[] => [
  table(
    ['oordeel', 'stap', 'aantal'],
    verdicts.map(({ verdict, step, count }) => [verdict, step, count]),
  ),
  table(
    ['niveau', 'van', 'vermoedelijk', 'open', 'VSV', 'met open', 'norm'],
    shares.map(({ niveau, of, presumed, open, percent, percentWithOpen, norm }) => [
      niveau === 'all' ? 'alle' : niveau,
      of,
      presumed,
      open,
      percentText(percent),
      percentText(percentWithOpen),
      norm === undefined ? '' : percentText(norm),
    ]),
  ),
];

/** For people, in Dutch. */
export const reportTable = (report: FiguresReport): string => {
  const parts = [headOf(report)];
  const { twin, vsv, switches } = report;
  if (twin) {
    parts.push(
      flowsTable(twin.flows),
      [...twin.sentences.map(({ text }) => `  ${text}`)].join('\n'),
      [
        `Vermoedelijk VSV (alle rijen): ${twin.presumed}. Boekhoudingen verschillen bij ${twin.accountsDiffer}.`,
        ...(twin.besideSentences.length > 0
          ? ['Naast het register:', ...twin.besideSentences.map((text) => `  ${text}`)]
          : []),
      ].join('\n'),
    );
  }
  if (vsv) parts.push(...vsvTables(vsv), vsv.sentences.map((text) => `  ${text}`).join('\n'));
  if (switches)
    parts.push(
      `Populatie: ${switches.population}\nTelt: ${switches.counted}${switches.notKnown > 0 ? `\nVan ${switches.notKnown} is niet bekend of zij erbij horen.` : ''}`,
      table(
        ['kenmerk', 'waarde', 'telt', 'aantal'],
        switches.counts.map((counted) => {
          const [[name, value] = ['', '']] = Object.entries(counted).filter(
            ([key]) => key !== 'count' && key !== 'counted',
          );
          return [name, String(value), String(counted['counted'] ?? ''), counted.count];
        }),
      ),
    );
  for (const split of report.splits ?? [])
    parts.push(
      `${split.by}: ${split.value}${split.name === undefined ? '' : ` ${split.name}`} (${split.population.size})`,
      ...(split.twin ? [flowsTable(split.twin.flows)] : split.vsv ? vsvTables(split.vsv) : []),
    );
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
};
