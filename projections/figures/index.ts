export type { LogEntry } from './known/facts.ts';
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
} from './answers/query.ts';
export type { FiguresReport } from './answers/report.ts';
export {
  type EvidenceBox,
  evidenceBoxes,
  type RegisterBox,
  registerBoxes,
  type Split,
  splits,
} from './readings/twin.ts';
export { switchDefinitions } from './readings/definitions.ts';
export { vsvRules, vsvSteps } from './readings/vsv.ts';
