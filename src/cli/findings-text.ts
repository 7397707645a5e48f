import type { Rejection, Warning } from '../imports/findings.ts';

const mostShown = 20;

/** What an import warns about, and the lines that it rejected, for people. */
export const findingsText = ({
  warnings,
  rejected,
}: {
  readonly warnings: readonly Warning[];
  readonly rejected: readonly Rejection[];
}): readonly string[] => [
  ...warnings.map(({ text }) => `  ! ${text}`),
  ...(rejected.length > 0 ? [`  rejected lines: ${rejected.length}`] : []),
  ...rejected
    .slice(0, mostShown)
    .map(
      ({ line, record, code, text }) =>
        `    line ${[line, record, code].filter((part) => part !== '').join(' ')}: ${text}`,
    ),
  ...(rejected.length > mostShown
    ? [`    … and ${rejected.length - mostShown} more (--json lists all)`]
    : []),
];
