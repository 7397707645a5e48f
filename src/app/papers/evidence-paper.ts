import { evidencePieces, type EvidenceReport } from '../../../projections/figures/index.ts';
import { sourceText } from '../figures/texts/definitions.ts';
import { lateOf, pieceNames } from '../figures/texts/evidence.ts';
import { mendWords } from '../figures/texts/inspection.ts';
import { yearText } from '../figures/texts/reports.ts';
import type { Paper } from './paper.ts';
import { numberColumn, restsOn, textColumn } from './report-tables.ts';

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
      columns: ['Traject', 'Switch', 'Op', 'Landschap', 'Mist', 'Te doen', 'Later vastgelegd'].map(
        textColumn,
      ),
      rows: switches.map((made) => [
        made.trajectory,
        made.switch,
        made.on,
        made.landschap,
        made.missing.map((piece) => pieceNames[piece]).join('; '),
        made.mends.map((mend) => mendWords[mend]).join('; '),
        lateOf(made).join('; '),
      ]),
    },
    restsOn(
      'Switch',
      switches.map(({ switch: of, events }) => ({ of, events })),
    ),
  ],
  verantwoording: [
    { label: 'Rapport', value: 'Bewijs van switches (evidence)' },
    { label: 'Definitie', value: `${definition.id}, versie ${definition.version}` },
    { label: 'Bron van de definitie', value: sourceText(definition) },
    { label: 'Schooljaar', value: yearText(schoolYear) },
    { label: 'Landschap', value: landschap ?? 'alle' },
    { label: 'Zoals bekend op', value: knownOn },
    { label: 'Stand van het logboek', value: `gebeurtenis ${ordinal}` },
    { label: 'Schooldagen tot een switch geland moet zijn', value: String(parameters.landingTerm) },
  ],
});
