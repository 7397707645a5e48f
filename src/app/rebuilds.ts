import type { Swapped } from '../engine/run-projections.ts';
import type { Jobs } from '../ports/jobs.ts';
import type { Random } from '../ports/random.ts';
import { jobKinds } from './job-kinds.ts';
import type { ReadModels } from './read-models.ts';

interface Asked {
  readonly resolve: (swapped: readonly Swapped[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Read models built anew as a job: what breaks off is tried again, also after a restart where Redis keeps the jobs,
 * and what cannot be done is kept to be seen.
 */
export class Rebuilds {
  readonly #jobs: Jobs;
  readonly #random: Pick<Random, 'uuid'>;
  readonly #asked = new Map<string, Asked>();

  constructor(jobs: Jobs, readModels: Pick<ReadModels, 'rebuild' | 'confirm'>, random: Pick<Random, 'uuid'>) {
    this.#jobs = jobs;
    this.#random = random;
    jobs.work(jobKinds.rebuild, async ({ id, about }) => {
      const asked = this.#asked.get(id);
      this.#asked.delete(id);
      try {
        const swapped = await readModels.rebuild(...about);
        for (const { name } of swapped) await readModels.confirm(name);
        asked?.resolve(swapped);
        return { outcome: 'done' };
      } catch (error) {
        asked?.reject(error);
        throw error;
      }
    });
  }

  /** Answers after the first attempt; when that broke off, the next ones are made all the same. */
  async rebuild(...names: readonly string[]): Promise<readonly Swapped[]> {
    const id = this.#random.uuid();
    const swapped = new Promise<readonly Swapped[]>((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
    });
    // What is never waited for, because the job could not be asked, is nobody's fault.
    swapped.catch(() => undefined);
    await this.#jobs.add(jobKinds.rebuild, id, names);
    return swapped;
  }
}
