import type { FiguresReport, Part } from '../../../projections/figures/index.ts';
import { splitNames } from '../figures/texts/names.ts';
import type { Cell, Column, PaperTable } from './paper.ts';

export const textColumn = (label: string): Column => ({ label, kind: 'text' });
export const numberColumn = (label: string): Column => ({ label, kind: 'number' });
export const percentColumn = (label: string): Column => ({ label, kind: 'percent' });

/** A line per event: beside other columns their ids would leave no room for words. */
export const restsOn = (
  what: string,
  lines: readonly { readonly of: string; readonly events: readonly string[] }[],
): PaperTable => ({
  title: 'Waarop dit rust',
  columns: [textColumn(what), textColumn('Gebeurtenis')],
  rows: lines.flatMap(({ of, events }) => events.map((event) => [of, event])),
});

/** The whole school, and each value of the split: a part of it has the same figures. */
export interface ReportPart<Figures> {
  readonly value: string;
  readonly part: Part | undefined;
  readonly population: FiguresReport['population'];
  readonly figures: Figures;
}

export const wholeSchool = 'hele school';

export type FiguresOf<Name extends 'twin' | 'vsv'> = NonNullable<
  NonNullable<FiguresReport['splits']>[number][Name]
>;

export const partsOf = <Name extends 'twin' | 'vsv'>(
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
export const tableOf = <Of extends { readonly value: string }>(
  title: string,
  { by }: Pick<FiguresReport, 'by'>,
  parts: readonly Of[],
  columns: readonly Column[],
  rowsOf: (part: Of) => readonly (readonly Cell[])[],
): PaperTable => ({
  title,
  columns: by === undefined ? columns : [textColumn(splitNames[by]), ...columns],
  rows: parts.flatMap((part) => rowsOf(part).map((row) => (by === undefined ? row : [part.value, ...row]))),
});

/** The lines of the whole school in every part, so that it cannot be seen which of them a part has not. */
export const everyLine = <Line extends { readonly count: number }>(
  whole: readonly Line[],
  mine: readonly Line[],
  same: (one: Line, other: Line) => boolean,
): readonly Line[] => whole.map((line) => mine.find((each) => same(each, line)) ?? { ...line, count: 0 });
