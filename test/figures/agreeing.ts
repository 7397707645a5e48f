import {
  indicatorIds,
  type Ledger,
  type LogEntry,
  type OutcomeCell,
  type SwitchRow,
  switchDefinitions,
} from '../../projections/figures/index.ts';
import type { CalendarDate } from '../../src/kernel/calendar-date.ts';
import { rowsOn } from './asking.ts';
import { outcomesAgain, type SaidAgain } from './outcomes-again.ts';
import { type Recomputed, recomputed } from './recomputed.ts';
import { type SwitchAgain, switchesAgain } from './switches-again.ts';

/** A line per student and figure, in one order, so that two computations can be laid side by side. */
const outcomeLines = (said: readonly SaidAgain[]): readonly string[] =>
  said.map(({ indicator, trajectory, said: how }) => `${indicator} ${trajectory} ${how}`).toSorted();

const switchLines = (said: readonly SwitchAgain[]): readonly string[] =>
  said
    .map(
      ({ definition, trajectory, switch: made, counted }) =>
        `${definition} ${trajectory} ${String(made)} ${String(counted)}`,
    )
    .toSorted();

const outcomesOf = (ledger: Ledger, year: number, knownOn: CalendarDate): readonly SaidAgain[] => {
  const membersOf = (cell: OutcomeCell) => {
    const answer = ledger.outcomeMembers({ year, knownOn }, cell);
    if (!answer.answered) throw new Error(answer.refusal.code);
    return answer.members;
  };
  return indicatorIds.flatMap((indicator) =>
    (['population', 'notKnown'] as const).flatMap((part) =>
      membersOf({ indicator, part }).map(({ trajectory, counted }): SaidAgain => ({
        trajectory,
        indicator,
        said: counted === null ? 'cannot be said' : counted ? 'counts' : 'does not',
      })),
    ),
  );
};

const switchesOf = (ledger: Ledger, year: number, knownOn: CalendarDate): readonly SwitchAgain[] =>
  switchDefinitions.flatMap(({ id: definition }) =>
    [...ledger.rows({ report: 'switches', definition, year, knownOn })]
      .map((row) => row as SwitchRow)
      .map(({ trajectory, switch: made, counted }) => ({ definition, trajectory, switch: made, counted })),
  );

/** What the figures say of everybody, and what the second computation says. */
export interface TwoComputations {
  readonly figures: readonly string[];
  readonly again: readonly string[];
}

type Twice = (
  ledger: Ledger,
  entries: readonly LogEntry[],
  year: number,
  knownOn: CalendarDate,
) => TwoComputations;

const twice =
  <Said>(
    figures: (ledger: Ledger, year: number, knownOn: CalendarDate) => readonly Said[],
    again: (entries: readonly LogEntry[], year: number, knownOn: CalendarDate) => readonly Said[],
    linesOf: (said: readonly Said[]) => readonly string[],
  ): Twice =>
  (ledger, entries, year, knownOn) => ({
    figures: linesOf(figures(ledger, year, knownOn)),
    again: linesOf(again(entries, year, knownOn)),
  });

export const outcomesTwice = twice(outcomesOf, outcomesAgain, outcomeLines);
export const switchesTwice = twice(switchesOf, switchesAgain, switchLines);

/** The rows of the twin reading with the VSV verdict, but for the events that they rest on. */
export const readingsTwice = twice(
  (ledger, year, knownOn) =>
    rowsOn(ledger, { year, knownOn }).map(({ events: _, ...row }): Recomputed => row),
  recomputed,
  (rows) => rows.map((row) => JSON.stringify(row)),
);
