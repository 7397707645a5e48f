import { type Instant, instant } from '../../kernel/instant.ts';
import type { Clock } from '../../ports/clock.ts';
import {
  assertOpaque,
  type Ended,
  type JobKind,
  type Jobs,
  type JobStanding,
  nameOfError,
  pauseAfter,
  type Progress,
  type Work,
} from '../../ports/jobs.ts';

/** So many that are done or failed are remembered of each kind, the youngest. */
const mostKept = 1_000;
/** A pause is waited for in hops: a clock that is put right meanwhile is looked at again. */
const longestHop = 60_000;
/** How long closing waits for work under way. */
const longestClose = 4_000;

interface Kept {
  readonly kind: JobKind;
  readonly id: string;
  readonly about: readonly string[];
  state: JobStanding['state'] | 'done';
  attempts: number;
  notBefore: Instant;
  progress?: Progress;
  why?: string;
  failedAt?: Instant;
}

export interface InProcessJobs extends Jobs {
  /** Resolves when nothing runs and nothing is due: for tests, which turn the clock. */
  settled(): Promise<void>;
}

const keyOf = (kind: string, id: string): string => `${kind}/${id}`;

/** Jobs in this process, gone with it. */
export const inProcessJobs = (
  clock: Clock,
  onFault: (kind: string, error: unknown) => void = () => undefined,
): InProcessJobs => {
  const all = new Map<string, Kept>();
  const works = new Map<string, Work>();
  const busy = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  let hop: NodeJS.Timeout | undefined;

  const forgetOld = (kind: string): void => {
    const ended = [...all].filter(
      ([, job]) => job.kind.name === kind && (job.state === 'done' || job.state === 'failed'),
    );
    for (const [key] of ended.slice(0, Math.max(0, ended.length - mostKept))) all.delete(key);
  };

  const attempt = async (job: Kept, work: Work): Promise<Ended> => {
    try {
      return await work({
        id: job.id,
        about: job.about,
        attempt: job.attempts + 1,
        signal: stopping.signal,
        progress: (progress) => {
          job.progress = progress;
        },
      });
    } catch (error) {
      onFault(job.kind.name, error);
      return { outcome: 'again', why: nameOfError(error) };
    }
  };

  const run = async (job: Kept, work: Work): Promise<void> => {
    job.state = 'running';
    const ended = await attempt(job, work);
    job.attempts += 1;
    if (ended.outcome === 'done') job.state = 'done';
    else {
      const { kind, attempts } = job;
      job.why = ended.why;
      const over = ended.outcome === 'failed' || attempts >= kind.attempts;
      job.state = over ? 'failed' : 'waiting';
      if (over) job.failedAt = clock.now();
      else
        job.notBefore = instant(new Date(Date.parse(clock.now()) + pauseAfter(kind, attempts)).toISOString());
    }
    forgetOld(job.kind.name);
  };

  const look = (): void => {
    clearTimeout(hop);
    if (stopping.signal.aborted) return;
    const now = clock.now();
    let next = Infinity;
    for (const job of all.values()) {
      const kind = job.kind.name;
      const work = works.get(kind);
      if (job.state !== 'waiting' || !work || busy.has(kind)) continue;
      if (job.notBefore > now) next = Math.min(next, Date.parse(job.notBefore) - Date.parse(now));
      else
        busy.set(
          kind,
          run(job, work).finally(() => {
            busy.delete(kind);
            look();
          }),
        );
    }
    if (next === Infinity) return;
    hop = setTimeout(look, Math.min(next, longestHop));
    hop.unref();
  };

  return {
    add: async (kind, id, about = []) => {
      assertOpaque(id, ...about);
      const key = keyOf(kind.name, id);
      if (!all.has(key))
        all.set(key, { kind, id, about, state: 'waiting', attempts: 0, notBefore: clock.now() });
      look();
    },
    work: (kind, work) => {
      works.set(kind.name, work);
      look();
    },
    standing: async () =>
      [...all.values()].flatMap(({ kind, state, id, about, attempts, progress, why, failedAt }) =>
        state === 'done'
          ? []
          : [
              {
                kind: kind.name,
                id,
                about,
                state,
                attempts,
                ...(progress && { progress }),
                ...(why !== undefined && { why }),
                ...(failedAt !== undefined && { failedAt }),
              },
            ],
      ),
    retry: async (id) => {
      const failed = [...all.values()].filter(
        (job) => job.state === 'failed' && (id === undefined || job.id === id),
      );
      for (const job of failed) {
        job.state = 'waiting';
        job.attempts = 0;
        job.notBefore = clock.now();
        delete job.failedAt;
      }
      look();
      return failed.length;
    },
    settled: async () => {
      look();
      while (busy.size > 0) await Promise.all(busy.values());
    },
    close: async () => {
      stopping.abort();
      clearTimeout(hop);
      let late: NodeJS.Timeout | undefined;
      await Promise.race([
        Promise.all(busy.values()),
        new Promise((resolve) => {
          late = setTimeout(resolve, longestClose);
        }),
      ]);
      clearTimeout(late);
    },
  };
};
