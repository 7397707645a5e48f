import Table from 'cli-table3';
import { definitionText, switchDefinitionWords } from './definitions.ts';
import { attributeOf, countedName, evidenceNames, registerNames, verdictNames } from './names.ts';
import { type FiguresReport, flowSentence, type Row } from '../../../../projections/figures/index.ts';

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

/** Provisional until DUO’s definitive list of the count year is known. */
export const statusText = { provisional: 'voorlopig', definitive: 'definitief' } as const;

/** What a report is called. */
export const reportTitles = { twin: 'Tweelinglezing', vsv: 'VSV', switches: 'Switches' } as const;

const headOf = ({
  report,
  schoolYear,
  peildata,
  knownOn,
  ordinal,
  status,
  definition,
  population,
}: FiguresReport): string =>
  [
    `${reportTitles[report]} ${yearText(schoolYear)}, ${statusText[status]} (peildata ${peildata[0]} en ${peildata[1]}), zoals bekend op ${knownOn}`,
    `Definitie ${definitionText(definition)}`,
    `Populatie ${population.size} (geleverd ${population.delivered}, afgeleid ${population.derived}); stand van het logboek: ${ordinal}`,
  ].join('\n');

const flowSentences = (flows: NonNullable<FiguresReport['twin']>['flows']): string =>
  flows.map(({ register, evidence, count }) => `  ${flowSentence(register, evidence, count)}`).join('\n');

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
    verdicts.map(({ verdict, step, count }) => [verdictNames[verdict], step, count]),
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
  ...shares.flatMap(({ niveau, normSource }) =>
    normSource === undefined ? [] : [`Norm van niveau ${niveau}: ${normSource}`],
  ),
];

/** For people, in Dutch. */
export const reportTable = (report: FiguresReport): string => {
  const parts = [headOf(report)];
  const { twin, vsv, switches } = report;
  if (twin) {
    parts.push(
      flowsTable(twin.flows),
      flowSentences(twin.flows),
      [
        `Vermoedelijk VSV (alle rijen): ${twin.presumed}. Boekhoudingen verschillen bij ${twin.accountsDiffer}.`,
        ...(twin.besideSentences.length > 0
          ? ['Naast het register:', ...twin.besideSentences.map((text) => `  ${text}`)]
          : []),
      ].join('\n'),
    );
  }
  const { alongside } = report;
  if (alongside)
    parts.push(
      `Naast definitie ${definitionText(alongside.definition)}\n  telt: ${switchDefinitionWords(alongside.definition.id).counts}`,
      table(
        ['register', 'wat er gebeurde', 'telt', 'aantal'],
        alongside.flows.map(({ register, evidence, counted, count }) => [
          registerNames[register],
          evidenceNames[evidence],
          countedName(counted),
          count,
        ]),
      ),
    );
  if (report.reservation !== undefined) parts.push(report.reservation);
  if (vsv) parts.push(...vsvTables(vsv), vsv.sentences.map((text) => `  ${text}`).join('\n'));
  if (switches)
    parts.push(
      `Populatie: ${switchDefinitionWords(report.definition.id).population}\nTelt: ${switchDefinitionWords(report.definition.id).counts}${switches.notKnown > 0 ? `\nVan ${switches.notKnown} is niet bekend of zij erbij horen.` : ''}`,
      table(
        ['kenmerk', 'waarde', 'telt', 'aantal'],
        switches.counts.map((counted) => {
          const [name, value] = attributeOf(counted);
          return [
            name,
            value,
            counted['counted'] === undefined ? '' : countedName(String(counted['counted'])),
            counted.count,
          ];
        }),
      ),
    );
  for (const split of report.splits ?? [])
    parts.push(
      `${split.by}: ${split.value}${split.name === undefined ? '' : ` ${split.name}`} (${split.population.size})`,
      ...(split.twin
        ? [flowsTable(split.twin.flows), flowSentences(split.twin.flows)]
        : split.vsv
          ? vsvTables(split.vsv)
          : []),
    );
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
};
