import type { CompareReport, SideFigures } from '../../../../projections/figures/index.ts';
import { definitionText } from './definitions.ts';
import { evidenceNames, registerNames, verdictText } from './names.ts';
import { percentText, reportTitles, statusText, table, yearText } from './reports.ts';

/** A number, and its share in its own population: two sides are seldom of one size. */
const counted = (count: number, { population: { size } }: SideFigures): string =>
  size === 0 ? `${count}` : `${count} (${percentText(Math.round((count / size) * 10_000) / 100)})`;

type Line = readonly [what: string, of: (side: SideFigures) => string];

const present = <Name extends string>(
  sides: readonly SideFigures[],
  of: (side: SideFigures) => readonly Name[],
): Name[] => [...new Set(sides.flatMap(of))];

export const comparedLines = (sides: readonly [SideFigures, SideFigures]): readonly Line[] => [
  ['populatie', ({ population }) => String(population.size)],
  ...present(sides, ({ twin }) => twin?.register.map(({ register }) => register) ?? []).map((box): Line => [
    `register: ${registerNames[box]}`,
    (side) => counted(side.twin?.register.find(({ register }) => register === box)?.count ?? 0, side),
  ]),
  ...present(sides, ({ twin }) => twin?.evidence.map(({ evidence }) => evidence) ?? []).map((box): Line => [
    `wat er gebeurde: ${evidenceNames[box]}`,
    (side) => counted(side.twin?.evidence.find(({ evidence }) => evidence === box)?.count ?? 0, side),
  ]),
  ...(sides.some(({ twin }) => twin)
    ? ([['vermoedelijk VSV', (side) => counted(side.twin?.presumed ?? 0, side)]] satisfies Line[])
    : []),
  ...present(sides, ({ vsv }) => vsv?.verdicts.map(verdictText) ?? []).map((both): Line => [
    `oordeel: ${both}`,
    (side) => counted(side.vsv?.verdicts.find((each) => verdictText(each) === both)?.count ?? 0, side),
  ]),
  ...present(sides, ({ vsv }) => vsv?.shares.map(({ niveau }) => niveau) ?? []).map((of): Line => [
    `VSV, niveau ${of === 'all' ? 'alle' : of}`,
    (side) => percentText(side.vsv?.shares.find(({ niveau }) => niveau === of)?.percent ?? null),
  ]),
];

export const sideName = ({ schoolYear, status, value, name }: SideFigures): string =>
  [`${yearText(schoolYear)} (${statusText[status]})`, ...(value === undefined ? [] : [name ?? value])].join(
    ' ',
  );

/** Two sides in the order asked, without a difference or an order of better and worse. For people, in Dutch. */
export const compareText = ({
  report,
  knownOn,
  ordinal,
  definition,
  sides,
  reservation,
}: CompareReport): string =>
  [
    `${reportTitles[report]}, naast elkaar; zoals bekend op ${knownOn}; stand van het logboek: ${ordinal}`,
    `Definitie ${definitionText(definition)}`,
    ...(reservation === undefined ? [] : [reservation]),
    table(
      ['', ...sides.map(sideName)],
      comparedLines(sides).map(([what, of]) => [what, ...sides.map(of)]),
    ),
    '',
  ].join('\n');
