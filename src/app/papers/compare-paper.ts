import type { CompareReport } from '../../../projections/figures/index.ts';
import { sourceText } from '../figures/texts/definitions.ts';
import { comparedLines, sideName } from '../figures/texts/compare.ts';
import { reportTitles } from '../figures/texts/reports.ts';
import type { Paper } from './paper.ts';
import { splitNames, textColumn } from './report-tables.ts';

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
    { label: 'Rapport', value: `${reportTitles[report]}, naast elkaar (compare)` },
    { label: 'Definitie', value: `${definition.id}, versie ${definition.version}` },
    { label: 'Bron van de definitie', value: sourceText(definition) },
    ...(reservation === undefined ? [] : [{ label: 'Voorbehoud', value: reservation }]),
    ...sides.map((side) => ({ label: sideName(side), value: `peildata ${side.peildata.join(' en ')}` })),
    { label: 'Zoals bekend op', value: knownOn },
    { label: 'Stand van het logboek', value: `gebeurtenis ${ordinal}` },
    {
      label: 'Uitgesplitst naar',
      value: by === undefined ? 'niet uitgesplitst' : splitNames[by].toLowerCase(),
    },
  ],
});
