import type { JobKind } from '../ports/jobs.ts';

const minute = 60_000;

/** The work that is done in the background. Its id is the day, or one of its own. */
export const jobKinds = {
  /** The digests of one day: tried until six o’clock, which it sees for itself. */
  digest: { name: 'digest', doneBy: 'anyone', attempts: 200, firstPause: minute, longestPause: 15 * minute },
  /** Of the read models of this instance. */
  rebuild: {
    name: 'rebuild',
    doneBy: 'whoAsked',
    attempts: 3,
    firstPause: 5_000,
    longestPause: minute,
  },
} as const satisfies Readonly<Record<string, JobKind>>;
