export type { LogEntry } from './known/facts.ts';
export { createLedger, type FiguresAnswer, type Ledger } from './ledger.ts';
export {
  type Cell,
  definitionIds,
  definitionUsage,
  isDefinition,
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
export {
  type EvidenceAnswer,
  evidenceDefinition,
  type EvidenceQuery,
  type EvidenceReport,
  type SwitchEvidence,
} from './answers/evidence.ts';
export {
  type FiguresReport,
  type Flow,
  isOut,
  type Population,
  type SplitFigures,
  type SwitchCount,
  type SwitchFigures,
  type TwinFigures,
  type VsvFigures,
} from './answers/report.ts';
export { goesOnAs } from './known/goes-on-as.ts';
export type { Alongside, StandsBy } from './answers/alongside.ts';
export {
  type BesideBox,
  besideBoxes,
  type EvidenceBox,
  evidenceBoxes,
  type RegisterBox,
  registerBoxes,
} from './readings/twin.ts';
export { isOfPath, pathName, programmeSplits, type Split, splits } from './readings/splits.ts';
export { isOwn, namesIn } from './readings/own-definition.ts';
export { type SwitchDefinition, switchDefinitions } from './readings/definitions.ts';
export { type EvidencePiece, evidencePieces, type PieceMend, pieceMends } from './readings/evidence.ts';
export { type Moment, moments } from './readings/switches.ts';
export { type Unknown, type VsvRule, vsvRules, type VsvStep, vsvSteps } from './readings/vsv.ts';
export {
  type RegisterInterval,
  registerIntervals,
  type SchoolInterval,
  schoolIntervals,
  trackOf,
  type TwoTimes,
} from './accounts/intervals.ts';
export type { ProgrammeKnown } from './accounts/school-account.ts';
export type { Delivery } from './known/deliveries.ts';
export { type Disagreement, disagreementsOf } from './accounts/disagreements.ts';
export { parametersOf, peildataOf } from './accounts/knowledge.ts';
export { type History, historyAsKnown, type Naming, type Track } from './known/history.ts';
export { type SwitchMade, switchesOf } from './readings/switches.ts';
export type { Inspection } from './inspection/inspection.ts';
export type { Explained, WhyAnswer, WhyQuery, WhyReport } from './inspection/why.ts';
export {
  type NearAnswer,
  type NearCase,
  type NearKind,
  nearKinds,
  type NearMend,
  nearMends,
  type NearQuery,
  type NearReport,
} from './inspection/near.ts';
export type {
  BridgeAnswer,
  BridgeLine,
  BridgeMove,
  BridgeQuery,
  BridgeReport,
  BridgeStep,
  DayRead,
  Standing,
} from './inspection/bridge.ts';
export { type OutsideCause, outsideCauses } from './inspection/causes.ts';
export type { EventNamed } from './inspection/events-named.ts';
export type {
  Item,
  ListNamed,
  NotListed,
  Reconciliation,
  ReconciliationAnswer,
  ReconciliationQuery,
} from './inspection/reconciliation.ts';
export { type ListedClass, listedClasses, type Stance, stanceOf } from './inspection/listed-class.ts';
export type { OnlyThere, PopulationItem, PopulationsCompared } from './inspection/start-populations.ts';
export {
  type Indicator,
  type IndicatorId,
  indicatorIds,
  indicators,
  type OutcomeNorm,
  outcomeNorms,
} from './outcomes/indicators.ts';
export {
  type OutcomeCell,
  type OutcomeFigure,
  type OutcomeMemberNamed,
  type OutcomeMembersAnswer,
  outcomeParts,
  type OutcomesAnswer,
  type OutcomesQuery,
  type OutcomesReport,
} from './outcomes/report.ts';
export { type OutcomeStep, outcomeSteps } from './outcomes/reading.ts';
export type { BesideProof, Proof, Proofs } from './proofs/proofs.ts';
export type { Changed, RowChanged } from './proofs/since.ts';
export {
  besideSentence,
  evidenceSentence,
  flowSentence,
  registerSentence,
  verdictSentence,
} from './answers/sentences.ts';
export { type Part, threshold } from './disclosure/classes.ts';
export type { Boxes, OutcomeStanding } from './disclosure/profile.ts';
export type { Disclosure, Whom } from './disclosure/telling.ts';
export {
  compare,
  type CompareAnswer,
  type CompareQuery,
  type CompareReport,
  type SideFigures,
} from './answers/compare.ts';
export { correctedBy, type CorrectionSaid } from './known/corrections.ts';
