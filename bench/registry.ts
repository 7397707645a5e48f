import type { Bench } from './measure.ts';

export interface Entry {
  readonly name: string;
  readonly says: string;
  /** Runs only when it is named: it needs a server or an installation. */
  readonly onlyByName?: boolean;
  readonly load: () => Promise<Bench>;
}

/** Every benchmark; a new one is a file that exports `measures`, and a line here. */
export const registry: readonly Entry[] = [
  {
    name: 'append',
    says: 'durable append by 64 callers, against bare inserts and against one by one',
    load: () => import('./append.ts'),
  },
];
