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
import { recomputed } from './recomputed.ts';
import { type SwitchAgain, switchesAgain } from './switches-again.ts';

/** A line per student and figure, so that two computations can be laid side by side. */
const inOrder = (lines: readonly string[]): readonly string[] => lines.toSorted();

const outcomeLines = (said: readonly SaidAgain[]): readonly string[] =>
  inOrder(said.map(({ indicator, trajectory, said: how }) => `${indicator} ${trajectory} ${how}`));

const switchLines = (said: readonly SwitchAgain[]): readonly string[] =>
  inOrder(
    said.map(
      ({ definition, trajectory, switch: made, counted }) =>
        `${definition} ${trajectory} ${String(made)} ${String(counted)}`,
    ),
  );

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

export const outcomesTwice = (
  ledger: Ledger,
  entries: readonly LogEntry[],
  year: number,
  knownOn: CalendarDate,
): TwoComputations => ({
  figures: outcomeLines(outcomesOf(ledger, year, knownOn)),
  again: outcomeLines(outcomesAgain(entries, year, knownOn)),
});

export const switchesTwice = (
  ledger: Ledger,
  entries: readonly LogEntry[],
  year: number,
  knownOn: CalendarDate,
): TwoComputations => ({
  figures: switchLines(switchesOf(ledger, year, knownOn)),
  again: switchLines(switchesAgain(entries, year, knownOn)),
});

/** The rows of the twin reading with the VSV verdict, but for the events that they rest on. */
export const readingsTwice = (
  ledger: Ledger,
  entries: readonly LogEntry[],
  year: number,
  knownOn: CalendarDate,
): TwoComputations => ({
  figures: rowsOn(ledger, { year, knownOn }).map(({ events: _, ...row }) => JSON.stringify(row)),
  again: recomputed(entries, year, knownOn).map((row) => JSON.stringify(row)),
});
