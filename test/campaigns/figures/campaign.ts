import { type CalendarDate, calendarDate } from '../../../src/kernel/calendar-date.ts';
import { outcomesTwice, readingsTwice, switchesTwice, type TwoComputations } from '../../figures/agreeing.ts';
import { cellsDiffering } from '../../figures/cells.ts';
import { eventsOf, makeSchool, planOf } from '../../simulation/made-school.ts';
import { type Build, ledgerAs } from './builds.ts';

export interface Comparing {
  readonly seed: string;
  readonly students: number;
  readonly years: number;
  readonly build: Build;
}

export interface Compared {
  readonly seed: string;
  readonly events: number;
  /** Lines that both computations gave: a student in a reading, an indicator or a definition. */
  readonly lines: number;
  /** What one said and the other did not, and cells that open to another number than they count. */
  readonly findings: readonly string[];
}

const until = calendarDate('2026-11-22');
/** Enough to see what is wrong. */
const mostTold = 20;

const differences = (what: string, { figures, again }: TwoComputations): readonly string[] => {
  const [one, other] = [new Set(figures), new Set(again)];
  return [
    ...figures.filter((line) => !other.has(line)).map((line) => `${what}, only in the figures: ${line}`),
    ...again.filter((line) => !one.has(line)).map((line) => `${what}, only in the second: ${line}`),
  ];
};

/** One simulated school, whose every figure is computed a second time, and whose every cell is opened. */
export const compareSchool = async ({ seed, students, years, build }: Comparing): Promise<Compared> => {
  const { store } = await makeSchool(planOf(students, years, seed, until));
  const entries = (await eventsOf(store)).map((event, index) => ({ ordinal: index + 1, event }));
  const ledger = ledgerAs(build, entries);
  let lines = 0;
  const findings: string[] = [];
  for (let year = 2026 - years; year < 2026; year += 1) {
    const asked: readonly CalendarDate[] = [calendarDate(`${year + 1}-10-10`), until];
    for (const knownOn of asked)
      for (const [what, twice] of [
        ['readings', readingsTwice],
        ['outcomes', outcomesTwice],
        ['switches', switchesTwice],
      ] as const) {
        const found = twice(ledger, entries, year, knownOn);
        lines += found.again.length;
        findings.push(...differences(`${what} of ${year} as known on ${knownOn}`, found));
      }
    findings.push(...cellsDiffering(ledger, { year, knownOn: until }));
  }
  return { seed, events: entries.length, lines, findings: findings.slice(0, mostTold) };
};
