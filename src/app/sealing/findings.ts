import type { CellDiffers } from './cells.ts';

/** What is not as it was sealed. */
export type Finding =
  | { readonly code: 'NotABundle' }
  | { readonly code: 'ContainerChanged' }
  | { readonly code: 'OtherBundle'; readonly expected: string; readonly found: string }
  | { readonly code: 'ManifestUnreadable'; readonly why: string }
  | { readonly code: 'FileMissing' | 'FileExtra' | 'FileChanged'; readonly path: string }
  | { readonly code: 'SumsChanged' }
  | {
      readonly code: 'EvidenceUnreadable';
      readonly path: string;
      readonly line: number;
      readonly why: string;
    }
  | { readonly code: 'FigureUnreadable'; readonly path: string }
  | { readonly code: 'ManifestContradicts'; readonly path: string; readonly what: string }
  | { readonly code: 'CountsDiffer'; readonly report: string; readonly cells: readonly CellDiffers[] }
  | { readonly code: 'PaperDiffers'; readonly path: string }
  | { readonly code: 'OrdinalBeyondLog'; readonly ordinal: number; readonly last: number }
  | { readonly code: 'OtherChain'; readonly ordinal: number; readonly sealed: string; readonly found: string }
  | { readonly code: 'CannotRecompute'; readonly report: string; readonly refusal: string }
  | { readonly code: 'FigureDiffers'; readonly report: string; readonly cells: readonly CellDiffers[] }
  | { readonly code: 'EvidenceDiffers'; readonly path: string; readonly gone: number; readonly come: number }
  | { readonly code: 'OtherKey'; readonly path: string }
  | { readonly code: 'ManifestDiffers'; readonly cells: readonly CellDiffers[] }
  | { readonly code: 'SealedOtherwise'; readonly recorded: readonly string[] };

const shown = 20;

const valueText = (value: CellDiffers['was']): string => (value === undefined ? '–' : String(value));

const cellsText = (cells: readonly CellDiffers[]): string =>
  [
    ...cells
      .slice(0, shown)
      .map(({ cell, was, is }) => `\n      ${cell}: ${valueText(was)} → ${valueText(is)}`),
    ...(cells.length > shown ? [`\n      … en nog ${cells.length - shown} (--json geeft ze alle)`] : []),
  ].join('');

/** In a sentence, for whoever has to say what is wrong with a bundle. */
export const findingText = (finding: Finding): string => {
  switch (finding.code) {
    case 'NotABundle':
      return 'Dit is geen bundel: er is geen ZIP met bestanden in te lezen, of hij is opnieuw ingepakt en gecomprimeerd.';
    case 'ContainerChanged':
      return 'Het omhulsel is niet zoals het verzegeld werd: er is iets aan toegevoegd, opnieuw ingepakt of veranderd.';
    case 'OtherBundle':
      return `Dit is een andere bundel dan genoemd: SHA-256 ${finding.found}, genoemd ${finding.expected}.`;
    case 'ManifestUnreadable':
      return `manifest.json is niet te lezen: ${finding.why}`;
    case 'FileMissing':
      return `${finding.path} ontbreekt.`;
    case 'FileExtra':
      return `${finding.path} hoort er niet in.`;
    case 'FileChanged':
      return `${finding.path} is veranderd: lengte of SHA-256 is niet die van het manifest.`;
    case 'SumsChanged':
      return 'SHA256SUMS klopt niet met de bestanden.';
    case 'EvidenceUnreadable':
      return `${finding.path}, regel ${finding.line}: ${finding.why}`;
    case 'FigureUnreadable':
      return `${finding.path} is geen cijfer dat te lezen is.`;
    case 'ManifestContradicts':
      return `${finding.path} en het manifest spreken elkaar tegen: ${finding.what}.`;
    case 'CountsDiffer':
      return `${finding.report}: het cijfer is niet de som van zijn rijen (cijfer → som):${cellsText(finding.cells)}`;
    case 'PaperDiffers':
      return `${finding.path} is niet wat van deze cijfers geschreven wordt.`;
    case 'OrdinalBeyondLog':
      return `Verzegeld bij gebeurtenis ${finding.ordinal}, maar dit logboek eindigt bij ${finding.last}.`;
    case 'OtherChain':
      return `Dit logboek heeft een andere geschiedenis: de keten tot en met gebeurtenis ${finding.ordinal} is ${finding.found}, verzegeld is ${finding.sealed}.`;
    case 'CannotRecompute':
      return `${finding.report} is hier niet na te rekenen: ${finding.refusal}`;
    case 'FigureDiffers':
      return `${finding.report} komt nu anders uit (verzegeld → nagerekend):${cellsText(finding.cells)}`;
    case 'EvidenceDiffers':
      return `${finding.path}: ${finding.gone} regels volgen niet uit dit logboek, ${finding.come} ontbreken.`;
    case 'OtherKey':
      return `${finding.path} zegt hetzelfde onder andere pseudoniemen: dit is niet de sleutel waarmee verzegeld is.`;
    case 'ManifestDiffers':
      return `Het manifest volgt niet uit dit logboek (verzegeld → nagerekend):${cellsText(finding.cells)}`;
    case 'SealedOtherwise':
      return `In dit logboek staat bij deze vraag een andere bundel: SHA-256 ${finding.recorded.join(', ')}.`;
  }
};
