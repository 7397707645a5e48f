export type { LogEntry } from './facts.ts';
export { createLedger, type FiguresAnswer, type Ledger } from './ledger.ts';
export {
  type Cell,
  definitionIds,
  type DefinitionNamed,
  type FiguresQuery,
  type FiguresRefusal,
  type Member,
  reportNames,
  type ReportName,
  type Row,
  type SwitchRow,
  type TwinRow,
} from './query.ts';
export type { FiguresReport } from './report.ts';
export {
  type EvidenceBox,
  evidenceBoxes,
  type RegisterBox,
  registerBoxes,
  type Split,
  splits,
} from './readings.ts';
export { switchDefinitions } from './definitions.ts';
export { vsvRules, vsvSteps } from './vsv.ts';
