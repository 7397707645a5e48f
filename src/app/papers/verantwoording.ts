import type { DefinitionNamed, FiguresReport } from '../../../projections/figures/index.ts';
import { sourceText } from '../figures/texts/definitions.ts';
import { parameterNames, parameterValueNames, splitNames } from '../figures/texts/names.ts';
import { statusText, yearText } from '../figures/texts/reports.ts';
import type { Paper } from './paper.ts';

type Lines = Paper['verantwoording'];
type Parameters = FiguresReport['parameters'];

export const reportLine = (title: string, name: string): Lines[number] => ({
  label: 'Rapport',
  value: `${title} (${name})`,
});

/** By what the whole answer is counted. */
export const definitionLines = (definition: DefinitionNamed): Lines => [
  { label: 'Definitie', value: `${definition.id}, versie ${definition.version}` },
  { label: 'Bron van de definitie', value: sourceText(definition) },
];

/** A definition with its source, where one line must do. */
export const definitionSaid = (definition: DefinitionNamed): string =>
  `${definition.id}, versie ${definition.version}: ${sourceText(definition)}`;

/** Of an answer that rests on more than one. */
export const definitionsLines = (definitions: readonly DefinitionNamed[]): Lines =>
  definitions.map((definition) => ({
    label: 'Definitie',
    value: definitionSaid(definition),
  }));

export const knownLine = (knownOn: string): Lines[number] => ({ label: 'Zoals bekend op', value: knownOn });
export const ordinalLine = (ordinal: number): Lines[number] => ({
  label: 'Stand van het logboek',
  value: `gebeurtenis ${ordinal}`,
});
export const splitLine = (by: FiguresReport['by']): Lines[number] => ({
  label: 'Uitgesplitst naar',
  value: by === undefined ? 'niet uitgesplitst' : splitNames[by].toLowerCase(),
});
export const statusLine = (status: FiguresReport['status']): Lines[number] => ({
  label: 'Status',
  value: `${statusText[status]}: de definitieve telling van DUO is ${status === 'definitive' ? '' : 'nog niet '}bekend`,
});
export const reservationLines = (reservation: string | undefined): Lines =>
  reservation === undefined ? [] : [{ label: 'Voorbehoud', value: reservation }];

/** How each is set; `later`: how it is on another day, said where that is otherwise. */
export const parameterLines = (parameters: Parameters, later: Parameters = parameters): Lines => {
  const [now, then] = [parameterValueNames(parameters), parameterValueNames(later)];
  return (Object.keys(parameterNames) as (keyof Parameters)[]).map((name) => ({
    label: parameterNames[name],
    value: now[name] === then[name] ? now[name] : `eerst ${now[name]}, daarna ${then[name]}`,
  }));
};

/** What every figure of the answer rests on. */
export const questionLines = ({
  schoolYear,
  peildata,
  knownOn,
  ordinal,
  status,
  parameters,
  by,
  reservation,
}: Pick<
  FiguresReport,
  'status' | 'schoolYear' | 'peildata' | 'knownOn' | 'ordinal' | 'parameters' | 'by' | 'reservation'
>): Lines => [
  { label: 'Schooljaar', value: yearText(schoolYear) },
  { label: 'Peildata', value: `${peildata[0]} en ${peildata[1]}` },
  knownLine(knownOn),
  statusLine(status),
  ordinalLine(ordinal),
  splitLine(by),
  ...parameterLines(parameters),
  ...reservationLines(reservation),
];
