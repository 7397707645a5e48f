import { type Job, UnrecoverableError } from 'bullmq';
import { instant } from '../../kernel/instant.ts';
import {
  assertOpaque,
  type Attempt,
  type Ended,
  type JobKind,
  type Jobs,
  type JobStanding,
  nameOfError,
  pauseAfter,
  type Progress,
  type Work,
} from '../../ports/jobs.ts';
import { type BullmqParts, WatchedQueue } from './watched-queue.ts';

export interface BullmqJobsParts extends Omit<BullmqParts, 'onFault' | 'onRebuilt'> {
  /** Every kind that there is: what stands of them is shown, whoever does them. */
  readonly kinds: readonly JobKind[];
  readonly instance: string;
  /** What went wrong in the work of a kind, or with Redis. */
  readonly onFault: (kind: string, error: unknown) => void;
  readonly onRebuilt?: (kind: string) => void;
}

interface JobData {
  readonly about: readonly string[];
}

/** Long enough that whoever asks again a day later is told no; failed jobs are kept until somebody has seen them. */
const seconds = { done: 7 * 86_400, failed: 90 * 86_400 };
const mostKept = 1_000;
/** As many as are looked at in one state. */
const mostShown = 1_000;

const states = { waiting: ['waiting', 'delayed'], running: ['active'], failed: ['failed'] } as const;

/** BullMQ takes no id of digits alone. */
const ownId = 'job-';

const progressOf = (said: unknown): Progress | undefined => {
  const { done, of } = (typeof said === 'object' && said !== null ? said : {}) as Partial<Progress>;
  return typeof done === 'number' && typeof of === 'number' ? { done, of } : undefined;
};

const standingOf = (kind: JobKind, state: JobStanding['state'], job: Job): JobStanding => {
  const progress = progressOf(job.progress);
  const why: string | undefined = job.failedReason;
  return {
    kind: kind.name,
    id: (job.id ?? '').slice(ownId.length),
    about: (job.data as JobData).about,
    state,
    attempts: job.attemptsMade,
    ...(progress && { progress }),
    ...(why ? { why } : {}),
    ...(state === 'failed' &&
      job.finishedOn !== undefined && { failedAt: instant(new Date(job.finishedOn).toISOString()) }),
  };
};

/** A failure as BullMQ keeps it: in clear text, so without a stack and without a word of what the work was about. */
const failure = ({ outcome, why }: Exclude<Ended, { outcome: 'done' }>): Error => {
  const error = outcome === 'failed' ? new UnrecoverableError(why) : new Error(why);
  error.stack = '';
  return error;
};

/** Jobs in Redis: they outlive the process, and any instance may do those of anyone. A queue for each kind. */
export const bullmqJobs = ({ kinds, instance, onFault, onRebuilt, ...parts }: BullmqJobsParts): Jobs => {
  const stopping = new AbortController();
  const queues = new Map(
    kinds.map((kind) => [
      kind.name,
      new WatchedQueue({
        ...parts,
        name: kind.doneBy === 'anyone' ? `jobs-${kind.name}` : `jobs-${kind.name}-${instance}`,
        concurrency: 1,
        pauseAfter: (attempts) => pauseAfter(kind, attempts),
        onFault: (error) => onFault(kind.name, error),
        ...(onRebuilt && { onRebuilt: () => onRebuilt(kind.name) }),
      }),
    ]),
  );
  const watchedOf = ({ name }: JobKind): WatchedQueue => {
    const watched = queues.get(name);
    if (!watched) throw new Error(`there is no kind of job called ${name}`);
    return watched;
  };

  const endOf = async (kind: JobKind, work: Work, job: Job): Promise<Ended> => {
    const attempt: Attempt = {
      id: (job.id ?? '').slice(ownId.length),
      about: (job.data as JobData).about,
      attempt: job.attemptsMade + 1,
      signal: stopping.signal,
      // Lost with a connection that broke; the next one tells more.
      progress: (progress) => void job.updateProgress({ ...progress }).catch(() => undefined),
    };
    try {
      return await work(attempt);
    } catch (error) {
      onFault(kind.name, error);
      return { outcome: 'again', why: nameOfError(error) };
    }
  };

  const jobsIn = async (kind: JobKind, state: JobStanding['state']): Promise<readonly Job[]> => {
    const found: readonly (Job | undefined)[] = await watchedOf(kind).queue.getJobs(
      [...states[state]],
      0,
      mostShown - 1,
      true,
    );
    return found.filter((job) => job?.id?.startsWith(ownId) ?? false) as readonly Job[];
  };

  return {
    add: async (kind, id, about = []) => {
      assertOpaque(id, ...about);
      await watchedOf(kind).queue.add(kind.name, { about } satisfies JobData, {
        jobId: `${ownId}${id}`,
        attempts: kind.attempts,
        backoff: { type: 'custom' },
        removeOnComplete: { age: seconds.done, count: mostKept },
        removeOnFail: { age: seconds.failed, count: mostKept },
        stackTraceLimit: 0,
      });
    },
    work: (kind, work) =>
      watchedOf(kind).listen(async (job) => {
        const ended = await endOf(kind, work, job);
        if (ended.outcome !== 'done') throw failure(ended);
      }),
    standing: async () => {
      const all: JobStanding[] = [];
      for (const kind of kinds)
        for (const state of ['running', 'waiting', 'failed'] as const)
          all.push(...(await jobsIn(kind, state)).map((job) => standingOf(kind, state, job)));
      return all;
    },
    retry: async (id) => {
      let retried = 0;
      for (const kind of kinds)
        for (const job of await jobsIn(kind, 'failed')) {
          if (id !== undefined && job.id !== `${ownId}${id}`) continue;
          await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
          retried += 1;
        }
      return retried;
    },
    close: async () => {
      stopping.abort();
      await Promise.all([...queues.values()].map((watched) => watched.close()));
    },
  };
};
