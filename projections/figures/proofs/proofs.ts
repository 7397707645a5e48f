import type { StudentId } from '../../../src/domain/student/ids.ts';
import type { Uuid } from '../../../src/kernel/message.ts';
import type { Knowledge } from '../accounts/knowledge.ts';
import type { FiguresQuery, Row, SwitchRow, TwinRow } from '../answers/query.ts';
import { memberSplit, type SwitchMemberPlaced } from '../answers/report.ts';
import type { BesideBox, Reading } from '../readings/twin.ts';

/** One row of a report with all that its figures are counted by, and no more. */
export interface Proof {
  readonly trajectory: StudentId;
  readonly row: Row;
  /** Ids of the events that decided. */
  readonly events: readonly Uuid[];
  /** Whether a delivery of the register speaks for the peildatum. */
  readonly delivered: boolean;
  /** The value of the split that was asked for, or of the one that a definition always counts by. */
  readonly group?: string;
  /** Of `twin`: switches before the first peildatum. */
  readonly switchesBefore?: number;
  /** Of `vsv`: the niveau on the first peildatum, by which shares are told, and what DUO said. */
  readonly niveau?: string;
  readonly duo?: Reading['duo'];
}

/** Somebody beside the register, whom `twin` counts apart. */
export interface BesideProof {
  readonly trajectory: StudentId;
  readonly beside: BesideBox;
  readonly events: readonly Uuid[];
}

export interface Proofs {
  readonly rows: readonly Proof[];
  readonly beside: readonly BesideProof[];
}

/** The definitions of a switch that are always told by an attribute. */
const groupOf = (
  member: SwitchMemberPlaced,
  { by, definition }: FiguresQuery,
  knowledge: Knowledge,
): string | undefined => {
  if (by !== undefined) return memberSplit(member, by, knowledge);
  if (definition === 'D1') return memberSplit(member, 'niveau', knowledge);
  if (definition === 'D3') return member.from ?? 'unknown';
  return undefined;
};

export const switchProof = (
  row: SwitchRow,
  member: SwitchMemberPlaced,
  query: FiguresQuery,
  knowledge: Knowledge,
): Proof => {
  const group = groupOf(member, query, knowledge);
  return {
    trajectory: row.trajectory,
    row,
    events: member.events,
    delivered: member.delivered,
    ...(group === undefined ? {} : { group }),
  };
};

export const studentProof = (row: TwinRow, reading: Reading, { report, by }: FiguresQuery): Proof => ({
  trajectory: row.trajectory,
  row,
  events: reading.events,
  delivered: reading.delivered,
  ...(by === undefined ? {} : { group: reading.splits[by] }),
  ...(report === 'twin'
    ? { switchesBefore: reading.switchesBefore }
    : { niveau: reading.splits.niveau, ...(reading.duo === undefined ? {} : { duo: reading.duo }) }),
});
