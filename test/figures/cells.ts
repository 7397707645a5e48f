import {
  type Cell,
  type FiguresQuery,
  type FiguresReport,
  type Ledger,
  type OutcomeCell,
  type OutcomeFigure,
  type OutcomesReport,
  splits,
  switchDefinitions,
  type TwinFigures,
  type VsvFigures,
} from '../../projections/figures/index.ts';

/** The cells whose drill-down has another total than the report, of every report of a year; nothing when all agree. */
type Query = Pick<FiguresQuery, 'year' | 'knownOn'>;
type Split = NonNullable<Cell['split']>;
/** A cell and what the report counts in it. */
type Counted = readonly [cell: Cell, count: number];

const bys = [undefined, ...splits];

const reportOf = (ledger: Ledger, query: FiguresQuery): FiguresReport => {
  const answer = ledger.report(query);
  if (!answer.answered) throw new Error(answer.refusal.code);
  return answer.report;
};

const differing = (ledger: Ledger, query: FiguresQuery, counted: readonly Counted[]): readonly string[] => {
  const { by: _, ...question } = query;
  return counted.flatMap(([cell, count]) => {
    const opened = ledger.members(question, cell).length;
    return opened === count
      ? []
      : [
          `${query.report} ${query.definition ?? ''} ${query.year} ${JSON.stringify(cell)}: ${count}, opens to ${opened}`,
        ];
  });
};

const twinCells = (
  { register, evidence, flows, presumed }: Pick<TwinFigures, 'register' | 'evidence' | 'flows' | 'presumed'>,
  split: Split | undefined,
): readonly Counted[] =>
  [
    ...register.map(({ count, ...cell }): Counted => [cell, count]),
    ...evidence.map(({ count, ...cell }): Counted => [cell, count]),
    ...flows.map(({ count, ...cell }): Counted => [cell, count]),
    [{ verdict: 'presumed' }, presumed] as const,
  ].map(([cell, count]) => [split ? { ...cell, split } : cell, count]);

/** How a definition alongside has the same students, from which box to which. */
const alongsideDiffering = (ledger: Ledger, query: Query): readonly string[] =>
  switchDefinitions.flatMap(({ id }) => {
    const question: FiguresQuery = { ...query, report: 'twin', alongside: id };
    const { alongside, population } = reportOf(ledger, question);
    const flows = alongside?.flows ?? [];
    const sum = flows.reduce((all, { count }) => all + count, 0);
    return [
      ...(sum === population.size ? [] : [`alongside ${id}: ${sum} of ${population.size}`]),
      ...differing(
        ledger,
        question,
        flows.map(({ count, ...cell }): Counted => [cell, count]),
      ),
    ];
  });

const besideCells = ({ beside }: TwinFigures): readonly Counted[] => [
  ...(['definitive', 'placedOnly', 'gone'] as const).map((where): Counted => [
    { beside: where },
    beside.placedOnly[where],
  ]),
  [{ beside: 'schoolOnly' }, beside.schoolOnly],
  [{ beside: 'switchBefore' }, beside.switchBefore],
];

const vsvCells = (
  { verdicts, shares }: Pick<VsvFigures, 'verdicts' | 'shares'>,
  split: Split | undefined,
): readonly Counted[] => [
  ...verdicts.map(({ count, ...cell }): Counted => [split ? { ...cell, split } : cell, count]),
  // The niveaus of a split are of two attributes at once: only those of the whole school are cells.
  ...(split === undefined
    ? shares.flatMap(({ niveau, presumed, open }): readonly Counted[] => {
        const of = niveau === 'all' ? {} : { split: { by: 'niveau' as const, value: niveau } };
        return [
          [{ verdict: 'presumed', ...of }, presumed],
          [{ verdict: 'open', ...of }, open],
        ];
      })
    : []),
];

const studentsDiffering = (ledger: Ledger, query: Query, report: 'twin' | 'vsv'): readonly string[] =>
  bys.flatMap((by) => {
    const question: FiguresQuery = { ...query, report, ...(by === undefined ? {} : { by }) };
    const { population, twin, vsv, splits: of = [] } = reportOf(ledger, question);
    return differing(ledger, question, [
      ...(by === undefined ? [[{}, population.size] as const] : []),
      ...(by === undefined && twin ? [...twinCells(twin, undefined), ...besideCells(twin)] : []),
      ...(by === undefined && vsv ? vsvCells(vsv, undefined) : []),
      ...of.flatMap(({ by: split, value, population: { size }, ...figures }): readonly Counted[] => [
        [{ split: { by: split, value } }, size],
        ...(figures.twin ? twinCells(figures.twin, { by: split, value }) : []),
        ...(figures.vsv ? vsvCells(figures.vsv, { by: split, value }) : []),
      ]),
    ]);
  });

/** What a count names besides the attributes of a cell is the value of a split; D1 counts by niveau whatever is asked. */
const switchCell = (named: Readonly<Record<string, unknown>>, by: FiguresQuery['by']): Cell => {
  const split = by ?? (Object.hasOwn(named, 'niveau') ? 'niveau' : undefined);
  if (split === undefined) return named;
  const { [split]: value, ...cell } = named;
  return { ...cell, split: { by: split, value: String(value) } };
};

const switchesDiffering = (ledger: Ledger, query: Query): readonly string[] =>
  switchDefinitions.flatMap(({ id }) =>
    bys.flatMap((by) => {
      const question: FiguresQuery = {
        ...query,
        report: 'switches',
        definition: id,
        ...(by === undefined ? {} : { by }),
      };
      const { switches, population } = reportOf(ledger, question);
      return differing(ledger, question, [
        [{}, population.size],
        ...(switches?.counts ?? []).map(({ count, ...named }): Counted => [switchCell(named, by), count]),
      ]);
    }),
  );

/** The cells of one answer of the indicators. */
export const outcomesDiffering = (
  ledger: Ledger,
  { schoolYear: year, knownOn, indicators }: OutcomesReport,
): readonly string[] => {
  const size = (cell: OutcomeCell): number => {
    const answer = ledger.outcomeMembers({ year, knownOn }, cell);
    if (!answer.answered) throw new Error(answer.refusal.code);
    return answer.members.length;
  };
  return indicators.flatMap(({ indicator: { id: indicator }, whole, niveaus, splits: of = [] }) => {
    const wrong = (figure: OutcomeFigure, split?: Split): readonly string[] => {
      const cell = { indicator, ...(split === undefined ? {} : { split }) };
      const over = (part: OutcomeCell['part'], years: readonly number[]): number =>
        years.reduce((sum, each) => sum + size({ ...cell, part, year: each }), 0);
      const { overYears } = figure;
      return [
        over('population', [year]) === figure.denominator,
        over('counted', [year]) === figure.numerator,
        over('population', overYears.years) === overYears.denominator,
        over('counted', overYears.years) === overYears.numerator,
        split !== undefined || over('notKnown', [year]) === figure.notKnown,
      ].every((holds) => holds)
        ? []
        : [`outcomes ${year} ${indicator} ${split ? `${split.by} ${split.value}` : 'all'}`];
    };
    return [
      ...wrong(whole),
      ...niveaus.flatMap(({ niveau, ...figure }) => wrong(figure, { by: 'niveau', value: niveau })),
      ...of.flatMap(({ by, value, ...figure }) => wrong(figure, { by, value })),
    ];
  });
};

export const cellsDiffering = (ledger: Ledger, query: Query): readonly string[] => [
  ...studentsDiffering(ledger, query, 'twin'),
  ...studentsDiffering(ledger, query, 'vsv'),
  ...alongsideDiffering(ledger, query),
  ...switchesDiffering(ledger, query),
  ...bys.flatMap((by) => {
    const answer = ledger.outcomes({ ...query, ...(by === undefined ? {} : { by }) });
    if (!answer.answered) throw new Error(answer.refusal.code);
    return outcomesDiffering(ledger, answer.report);
  }),
];
