import { evidencePieces, type EvidenceReport } from '../../../projections/figures/index.ts';
import { pieceNames } from '../figures/texts/evidence.ts';
import { mendWords } from '../figures/texts/inspection.ts';
import { parameterNames } from '../figures/texts/names.ts';
import { yearText } from '../figures/texts/reports.ts';
import type { Paper } from './paper.ts';
import { numberColumn, restsOn, textColumn } from './report-tables.ts';
import { definitionLines, knownLine, ordinalLine, reportLine } from './verantwoording.ts';

const programmeName = ({
  opleidingscode,
  niveau,
  leerweg,
  landschap,
}: EvidenceReport['switches'][number]['from']): string =>
  `${opleidingscode} ${leerweg}${niveau === undefined ? '' : ` niveau ${niveau}`}, ${landschap}`;

const totals = (name: string, { switches, complete, missing }: EvidenceReport['whole']) => [
  name,
  switches,
  complete,
  ...missing.map(({ count }) => count),
];

/** Of every switch which pieces of evidence are there, what there is to do, and what was recorded late. */
export const evidencePaper = (
  { schoolYear, knownOn, ordinal, definition, parameters, whole, landschappen, switches }: EvidenceReport,
  landschap?: string,
): Paper => ({
  title: `Bewijs van switches ${yearText(schoolYear)}`,
  tables: [
    {
      title: 'Per landschap',
      columns: [
        textColumn('Landschap'),
        numberColumn('Switches'),
        numberColumn('Compleet'),
        ...evidencePieces.map((piece) => numberColumn(`Mist ${pieceNames[piece]}`)),
      ],
      rows: [totals('alle', whole), ...landschappen.map(({ landschap, ...of }) => totals(landschap, of))],
    },
    {
      title: 'Per switch',
      columns: ['Traject', 'Switch', 'Op', 'Landschap', 'Mist', 'Te doen', 'Landing voor'].map(textColumn),
      rows: switches.map((made) => [
        made.trajectory,
        made.switch,
        made.on,
        made.landschap,
        made.missing.map((piece) => pieceNames[piece]).join('; '),
        made.mends.map((mend) => mendWords[mend]).join('; '),
        made.landingDue ?? null,
      ]),
    },
    {
      title: 'Van en naar',
      columns: ['Switch', 'Van', 'Naar'].map(textColumn),
      rows: switches.map(({ switch: of, from, to }) => [of, programmeName(from), programmeName(to)]),
    },
    {
      title: 'Per bewijsstuk',
      columns: [
        textColumn('Switch'),
        ...['Bewijsstuk', 'Er is', 'Op'].map(textColumn),
        numberColumn('Dagen later vastgelegd'),
      ],
      rows: switches.flatMap(({ switch: of, pieces }) =>
        evidencePieces.map((piece) => {
          const { there, on, recordedLate } = pieces[piece];
          return [of, pieceNames[piece], there ? 'ja' : 'nee', on ?? null, recordedLate ?? null];
        }),
      ),
    },
    restsOn(
      'Switch',
      switches.map(({ switch: of, events }) => ({ of, events })),
    ),
  ],
  verantwoording: [
    reportLine('Bewijs van switches', 'evidence'),
    ...definitionLines(definition),
    { label: 'Schooljaar', value: yearText(schoolYear) },
    { label: 'Landschap', value: landschap ?? 'alle' },
    knownLine(knownOn),
    ordinalLine(ordinal),
    { label: parameterNames.landingTerm, value: String(parameters.landingTerm) },
  ],
});
