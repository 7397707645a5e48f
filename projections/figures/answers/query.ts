import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../../src/kernel/message.ts';
import { isVsvAgeRule, type VsvAgeRule, vsvAgeRuleUsage } from '../../../src/domain/institution/settings.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import type { Dimension, Initiative } from '../../../src/domain/trajectory/events.ts';
import type { SwitchId } from '../../../src/domain/trajectory/ids.ts';
import { type SwitchDefinition, switchDefinitions } from '../readings/definitions.ts';
import type { EvidencePiece } from '../readings/evidence.ts';
import type { Parameters } from '../accounts/knowledge.ts';
import type { StandsBy } from './alongside.ts';
import { ownDefinition, ownDefinitionUsage } from '../readings/own-definition.ts';
import type { Split } from '../readings/splits.ts';
import type { BesideBox, EvidenceBox, RegisterBox } from '../readings/twin.ts';
import type { Moment } from '../readings/switches.ts';
import { vsvRule, vsvRules, type VsvStep, type VsvVerdict } from '../readings/vsv.ts';

export const reportNames = ['twin', 'vsv', 'switches'] as const;
export type ReportName = (typeof reportNames)[number];

/**
 * `definitive` once DUO’s definitive list of the count year is known: until then DUO counts again, and provisional figures
 * are replaced in November (reference/domain.md §1.2 of the specification).
 */
export type FiguresStatus = 'provisional' | 'definitive';

export interface FiguresQuery {
  readonly report: ReportName;
  /** y of the school year y-(y+1). */
  readonly year: number;
  /** Only what was recorded on or before this day counts. */
  readonly knownOn: CalendarDate;
  /** Answers as if the log ended at this ordinal. */
  readonly at?: number;
  readonly by?: Split;
  /** Of `switches`: D1 … all, or `own:` and names; of `vsv`: the rule of age; of `twin`: `twin`. */
  readonly definition?: string;
  /** Of `twin`: a definition of a switch, as a third reading of the same students. */
  readonly alongside?: string;
  readonly parameters?: Partial<Parameters>;
}

/** Why a question is not answered. */
export type FiguresRefusal =
  | { readonly code: 'PeildatumNotReached'; readonly peildatum: CalendarDate; readonly knownOn: CalendarDate }
  | { readonly code: 'UnknownDefinition'; readonly definition: string; readonly known: readonly string[] }
  | { readonly code: 'OrdinalNotReached'; readonly at: number; readonly last: number };

/** What a figure is counted by, named beside it. */
export interface DefinitionNamed {
  readonly id: string;
  readonly version: string;
  readonly source: string;
}

/** Of a definition, what names it and no more. */
export const nameOf = ({ id, version, source }: DefinitionNamed): DefinitionNamed => ({
  id,
  version,
  source,
});

const twinDefinition: DefinitionNamed = {
  id: 'twin',
  version: '2026.1',
  source:
    'the register on two peildata beside the school’s own events (after MBO Raad, Instellingsverlater; CBS)',
};

export const definitionIds: Readonly<Record<ReportName, readonly string[]>> = {
  twin: [twinDefinition.id],
  vsv: vsvRules.map(({ id }) => id),
  switches: switchDefinitions.map(({ id }) => id),
};

export const switchDefinition = (id = 'all'): SwitchDefinition | undefined =>
  switchDefinitions.find((each) => each.id === id) ?? ownDefinition(id);

/** Whether a report can be counted by it. */
export const isDefinition = (report: ReportName, id: string): boolean =>
  definitionIds[report].includes(id) ||
  (report === 'switches' && ownDefinition(id) !== undefined) ||
  (report === 'vsv' && isVsvAgeRule(id));

/** What else than the ids may be given. */
export const definitionUsage = (report: ReportName): string =>
  ({ twin: '', vsv: `, or ${vsvAgeRuleUsage}`, switches: `, or ${ownDefinitionUsage}` })[report];

/** The definition that a query is answered by; `ageRule` is the one in force where it names none. */
export const definitionOf = (
  { report, definition }: Pick<FiguresQuery, 'report' | 'definition'>,
  ageRule: VsvAgeRule,
): DefinitionNamed | undefined => {
  const named = ((): DefinitionNamed | undefined => {
    switch (report) {
      case 'twin':
        return definition === undefined || definition === twinDefinition.id ? twinDefinition : undefined;
      case 'vsv':
        return definition === undefined || isVsvAgeRule(definition)
          ? vsvRule(definition ?? ageRule)
          : undefined;
      case 'switches':
        return switchDefinition(definition);
    }
  })();
  return named && nameOf(named);
};

/** What the inspection reads everybody by, by a rule of age. */
export const readBy = (ageRule: VsvAgeRule): readonly DefinitionNamed[] =>
  (['twin', 'vsv'] as const).flatMap((report) => definitionOf({ report }, ageRule) ?? []);

/** One student of the population of `twin` or `vsv`; the order of the members is that of the export. */
export interface TwinRow {
  readonly trajectory: StudentId;
  readonly register: RegisterBox;
  readonly evidence: EvidenceBox;
  readonly accountsDiffer: boolean;
  readonly missing: readonly EvidencePiece[];
  readonly vsv: VsvVerdict;
  readonly events: readonly Uuid[];
}

/** One member of the population of a switch definition. */
export interface SwitchRow {
  readonly trajectory: StudentId;
  readonly switch: SwitchId | null;
  readonly counted: boolean | 'opstromer' | 'doorstromer' | 'uitstromer';
  readonly dimensions: readonly Dimension[];
  readonly moment: readonly Moment[];
  readonly initiative: Initiative | null;
}
export type Row = TwinRow | SwitchRow;

/** A cell of a report: all that is named must hold. */
export interface Cell {
  readonly register?: RegisterBox;
  readonly evidence?: EvidenceBox;
  readonly verdict?: VsvVerdict['verdict'];
  readonly step?: VsvStep;
  readonly beside?: BesideBox | 'switchBefore';
  /** Of `switches`, or of the definition alongside `twin`. */
  readonly counted?: StandsBy;
  readonly dimension?: Dimension;
  readonly moment?: Moment;
  readonly initiative?: Initiative;
  /** Of D3: the vmbo school that students came from. */
  readonly school?: string;
  readonly split?: { readonly by: Split; readonly value: string };
}

/** Who is in a cell, and the events that put him there. */
export interface Member {
  readonly trajectory: StudentId;
  readonly events: readonly Uuid[];
  readonly row?: Row;
}
