import type { CompareReport } from '../../../projections/figures/index.ts';
import { comparedLines, sideName } from '../figures/texts/compare.ts';
import { reportTitles } from '../figures/texts/reports.ts';
import type { Paper } from './paper.ts';
import { textColumn } from './report-tables.ts';
import {
  definitionLines,
  knownLine,
  ordinalLine,
  reportLine,
  reservationLines,
  splitLine,
} from './verantwoording.ts';

/** Two sides in the order asked, without a difference or an order of better and worse. */
export const comparePaper = ({
  report,
  knownOn,
  ordinal,
  definition,
  by,
  sides,
  reservation,
}: CompareReport): Paper => ({
  title: `${reportTitles[report]}, naast elkaar`,
  tables: [
    {
      title: 'Naast elkaar',
      columns: ['Wat', ...sides.map(sideName)].map(textColumn),
      rows: comparedLines(sides).map(([what, of]) => [what, ...sides.map(of)]),
    },
  ],
  verantwoording: [
    reportLine(`${reportTitles[report]}, naast elkaar`, 'compare'),
    ...definitionLines(definition),
    ...reservationLines(reservation),
    ...sides.map((side) => ({ label: sideName(side), value: `peildata ${side.peildata.join(' en ')}` })),
    knownLine(knownOn),
    ordinalLine(ordinal),
    splitLine(by),
  ],
});
