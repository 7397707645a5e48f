import {
  type EvidencePiece,
  evidencePieces,
  type EvidenceReport,
  type SwitchEvidence,
} from '../../../../projections/figures/index.ts';
import { definitionText } from './definitions.ts';
import { mendWords } from './inspection.ts';
import { table, yearText } from './reports.ts';

export const pieceNames: Readonly<Record<EvidencePiece, string>> = {
  conversation: 'gesprek',
  motive: 'motief',
  place: 'plaats',
  acceptance: 'ja van de coach',
  landing: 'landing',
};

const line = (
  name: string,
  { switches, complete, missing }: EvidenceReport['whole'],
): readonly (string | number)[] => [name, switches, complete, ...missing.map(({ count }) => count)];

/** Late is late and still evidence: it is said of each piece by how many days. */
export const lateOf = ({ pieces }: SwitchEvidence): readonly string[] =>
  evidencePieces.flatMap((piece) => {
    const { recordedLate } = pieces[piece];
    return recordedLate === undefined ? [] : [`${pieceNames[piece]} ${recordedLate} dagen later vastgelegd`];
  });

const toldOf = (made: SwitchEvidence): readonly string[] => {
  const late = lateOf(made);
  if (made.complete && late.length === 0) return [];
  return [
    `${made.trajectory}  switch van ${made.on}, ${made.landschap}: ${made.complete ? 'compleet' : `mist ${made.missing.map((piece) => pieceNames[piece]).join(', ')}`}`,
    ...made.mends.map((mend) => `    te doen: ${mendWords[mend]}`),
    ...late.map((text) => `    ${text}`),
  ];
};

/** For people, in Dutch. */
export const evidenceText = ({
  schoolYear,
  knownOn,
  ordinal,
  definition,
  whole,
  landschappen,
  switches,
}: EvidenceReport): string =>
  [
    `Bewijs van switches ${yearText(schoolYear)}, zoals bekend op ${knownOn}; stand van het logboek: ${ordinal}`,
    `Definitie ${definitionText(definition)}`,
    table(
      ['landschap', 'switches', 'compleet', ...evidencePieces.map((piece) => `mist ${pieceNames[piece]}`)],
      [line('alle', whole), ...landschappen.map(({ landschap, ...of }) => line(landschap, of))],
    ),
    ...switches.flatMap(toldOf),
  ]
    .map((part) => `${part}\n`)
    .join('');
