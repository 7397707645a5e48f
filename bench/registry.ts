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
  {
    name: 'http',
    says: 'commands over HTTP by 64 connections, against a bare route that inserts',
    load: () => import('./http.ts'),
  },
  {
    name: 'rebuild',
    says: 'all read models from a million events, against reading and parsing them, with commands meanwhile',
    load: () => import('./rebuild.ts'),
  },
  {
    name: 'reports',
    says: 'every report of a school of 11,000 students and five years, over HTTP',
    load: () => import('./reports.ts'),
  },
  {
    name: 'imports',
    says: 'DUO’s start population of some 15,000 students into the log of their school',
    load: () => import('./imports.ts'),
  },
  {
    name: 'large',
    says: 'figures over half a million students, in a process with 12 GB of memory',
    onlyByName: true,
    load: () => import('./large.ts'),
  },
  {
    name: 'workflows',
    says: 'durable timers started and fired, workflows of two steps, and the sweep over a million timers',
    load: () => import('./workflows.ts'),
  },
  {
    name: 'hints',
    says: 'hints of timers over BullMQ on a Redis of its own, against bare BullMQ',
    load: () => import('./hints.ts'),
  },
  {
    name: 'servers',
    says: 'our adapters beside the bare clients of the servers at EVENTSTORE_URL',
    onlyByName: true,
    load: () => import('./servers.ts'),
  },
  {
    name: 'peers',
    says: 'the same work on Emmett and DBOS with PostgreSQL and on Restate, installed on demand',
    onlyByName: true,
    load: () => import('./peers/measures.ts'),
  },
];
