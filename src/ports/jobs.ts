import type { Instant } from '../kernel/instant.ts';

/** A kind of work that is done in the background, and how stubbornly it is tried. */
export interface JobKind {
  /** Small letters and hyphens. */
  readonly name: string;
  /** By any instance, or only by the one that asked: its read models are its own. */
  readonly doneBy: 'anyone' | 'whoAsked';
  /** How often it is tried in all before it has failed. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; doubled before each next, up to the longest. */
  readonly firstPause: number;
  readonly longestPause: number;
}

/**
 * How an attempt ended. Nothing in `why` comes from what the work is about: it is kept where jobs are kept.
 * - `again`: another attempt may do it.
 * - `failed`: no other attempt would.
 */
export type Ended =
  { readonly outcome: 'done' } | { readonly outcome: 'again' | 'failed'; readonly why: string };

export interface Progress {
  readonly done: number;
  readonly of: number;
}

export interface Attempt {
  readonly id: string;
  /** What it is about, by ids. */
  readonly about: readonly string[];
  /** From 1. */
  readonly attempt: number;
  /** The service stops: end soon, with `again`. */
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** What does the jobs of one kind, one at a time. What it throws is tried again, and kept by the name of the error alone. */
export type Work = (attempt: Attempt) => Promise<Ended>;

export interface JobStanding {
  readonly kind: string;
  readonly id: string;
  readonly about: readonly string[];
  readonly state: 'waiting' | 'running' | 'failed';
  /** Attempts that have ended. */
  readonly attempts: number;
  readonly progress?: Progress;
  /** Why the last attempt did not do it. */
  readonly why?: string;
  /** When it failed for good. */
  readonly failedAt?: Instant;
}

/**
 * Work in the background: tried again when it fails, kept and visible when it cannot be done. A job is a kind and ids
 * and nothing else: what it is about is looked up when it is done. Its contract is `test/contracts/jobs.contract.ts`.
 */
export interface Jobs {
  /** The same id is done once: while it waits, runs, has failed or was done lately, asking again changes nothing. */
  add(kind: JobKind, id: string, about?: readonly string[]): Promise<void>;
  /** One for each kind; what came before it is done from then on. */
  work(kind: JobKind, work: Work): void;
  /** All that is not done, the failed ones too. */
  standing(): Promise<readonly JobStanding[]>;
  /** Lets failed jobs (or the one with this id) be tried anew; answers how many. */
  retry(id?: string): Promise<number>;
  close(): Promise<void>;
}

/** Milliseconds to wait after so many attempts. */
export const pauseAfter = (
  { firstPause, longestPause }: Pick<JobKind, 'firstPause' | 'longestPause'>,
  attempts: number,
): number => Math.min(firstPause * 2 ** (attempts - 1), longestPause);

/** What is no id: a name, an address or a text would lie about where jobs are kept. */
export class UnfitJob extends Error {
  override readonly name = 'UnfitJob';
}

const opaque = /^[A-Za-z0-9-]{1,64}$/;

export const assertOpaque = (...ids: readonly string[]): void => {
  if (ids.length > 100) throw new UnfitJob('a job is about at most 99 others');
  // Not repeated: it may be what must not be written down.
  if (!ids.every((id) => opaque.test(id)))
    throw new UnfitJob('a job has ids of 1-64 letters, digits and hyphens, and nothing else');
};

export const nameOfError = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
