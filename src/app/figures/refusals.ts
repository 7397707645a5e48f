import type {
  BridgeAnswer,
  CompareAnswer,
  EvidenceAnswer,
  FiguresAnswer,
  NearAnswer,
  OutcomeMembersAnswer,
  OutcomesAnswer,
  ReconciliationAnswer,
  WhyAnswer,
} from '../../../projections/figures/index.ts';

type RefusalOf<Answer> = Answer extends { readonly answered: false; readonly refusal: infer Refusal }
  ? Refusal
  : never;

/** Why a question about figures, whichever it is, is not answered. */
export type AnyRefusal = RefusalOf<
  | FiguresAnswer
  | EvidenceAnswer
  | WhyAnswer
  | NearAnswer
  | BridgeAnswer
  | CompareAnswer
  | OutcomesAnswer
  | OutcomeMembersAnswer
  | ReconciliationAnswer
>;
