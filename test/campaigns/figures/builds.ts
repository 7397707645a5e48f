import { createLedger, type Ledger, type LogEntry } from '../../../projections/figures/index.ts';

/** The honest one, and those that are broken so that the campaign must find it. */
export const builds = ['honest', 'deafToDiplomas', 'opensOneLess'] as const;
export type Build = (typeof builds)[number];

export const ledgerAs = (build: Build, entries: readonly LogEntry[]): Ledger => {
  const ledger = createLedger();
  ledger.add(
    build === 'deafToDiplomas' ? entries.filter(({ event }) => event.type !== 'DiplomaAwarded') : entries,
  );
  return build === 'opensOneLess'
    ? { ...ledger, members: (query, cell) => ledger.members(query, cell).slice(1) }
    : ledger;
};
