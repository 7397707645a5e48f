import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../../src/kernel/message.ts';
import { schoolYearOf } from '../../../src/domain/institution/calendar.ts';
import type { LandschapCode, Programme } from '../../../src/domain/institution/ids.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import type { SwitchId } from '../../../src/domain/trajectory/ids.ts';
import type { Knowledge } from '../accounts/knowledge.ts';
import { schoolOn } from '../accounts/school-account.ts';
import type { View } from '../accounts/view.ts';
import {
  type EvidencePiece,
  evidenceOf,
  evidencePieces,
  type PieceMend,
  pieceMends,
  type PieceShown,
} from '../readings/evidence.ts';
import type { DefinitionNamed, FiguresQuery, FiguresRefusal } from './query.ts';

export interface EvidenceQuery extends Pick<FiguresQuery, 'year' | 'knownOn' | 'at'> {
  /** Only switches into this landschap. */
  readonly landschap?: LandschapCode;
}

/** A switch of the school year with its evidence, as known. */
export interface SwitchEvidence {
  readonly trajectory: StudentId;
  readonly switch: SwitchId;
  readonly on: CalendarDate;
  readonly from: Programme;
  readonly to: Programme;
  /** Where the school's account has him on the first day of it. */
  readonly landschap: string;
  readonly pieces: Readonly<Record<EvidencePiece, PieceShown>>;
  readonly missing: readonly EvidencePiece[];
  /** What there is to do for what is missing. */
  readonly mends: readonly PieceMend[];
  readonly complete: boolean;
  /** Up to this day the landing need not be confirmed; absent: it is, or he went on. */
  readonly landingDue?: CalendarDate;
  readonly events: readonly Uuid[];
}

export interface EvidenceTotals {
  readonly switches: number;
  readonly complete: number;
  readonly missing: readonly { readonly piece: EvidencePiece; readonly count: number }[];
}

export interface EvidenceReport {
  readonly schoolYear: number;
  readonly knownOn: CalendarDate;
  readonly ordinal: number;
  readonly definition: DefinitionNamed;
  readonly parameters: { readonly landingTerm: number };
  readonly whole: EvidenceTotals;
  readonly landschappen: readonly (EvidenceTotals & { readonly landschap: string })[];
  readonly switches: readonly SwitchEvidence[];
}

export type EvidenceAnswer =
  | { readonly answered: true; readonly report: EvidenceReport }
  | { readonly answered: false; readonly refusal: FiguresRefusal };

export const evidenceDefinition: DefinitionNamed = {
  id: 'evidence',
  version: '2026.1',
  source: 'the five pieces of evidence of a switch (FIGURES.md §5 of the specification)',
};

/** The switches of one student whose first day falls in the school year. */
export const evidenceOfSwitches = (
  { history, school, switches }: View,
  year: number,
  knownOn: CalendarDate,
  knowledge: Knowledge,
): readonly SwitchEvidence[] =>
  switches
    .filter(({ on }) => schoolYearOf(on) === year)
    .map((made): SwitchEvidence => {
      const { pieces, missing, facts, landingDue } = evidenceOf(made, history, knownOn, knowledge);
      return {
        trajectory: history.id,
        switch: made.id,
        on: made.on,
        from: made.from,
        to: made.to,
        landschap: schoolOn(school, made.on)?.programme?.landschap ?? 'unknown',
        pieces,
        missing,
        mends: missing.map((piece) => pieceMends[piece]),
        complete: missing.length === 0,
        ...(landingDue === undefined ? {} : { landingDue }),
        events: facts.map(({ id }) => id),
      };
    });

const totalsOf = (switches: readonly SwitchEvidence[]): EvidenceTotals => ({
  switches: switches.length,
  complete: switches.filter(({ complete }) => complete).length,
  missing: evidencePieces.map((piece) => ({
    piece,
    count: switches.filter(({ missing }) => missing.includes(piece)).length,
  })),
});

export const evidenceFigures = (
  switches: readonly SwitchEvidence[],
): Pick<EvidenceReport, 'whole' | 'landschappen' | 'switches'> => ({
  whole: totalsOf(switches),
  landschappen: [...Map.groupBy(switches, ({ landschap }) => landschap)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([landschap, of]) => ({ landschap, ...totalsOf(of) })),
  switches,
});
