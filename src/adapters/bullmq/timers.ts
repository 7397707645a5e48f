import { createHash } from 'node:crypto';
import { type Instant, instant } from '../../kernel/instant.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Timers } from '../../ports/timers.ts';
import { type BullmqParts, WatchedQueue } from './watched-queue.ts';

export interface BullmqTimersParts extends BullmqParts {
  readonly clock: Clock;
  /** Hints are an instance's own: it is the one that sweeps when they come. */
  readonly instance: string;
}

interface Wanted {
  readonly key: string;
  readonly at: Instant;
}

interface HintData {
  readonly hint: string;
  readonly at: string;
}

/** As many hints as go over in one message. */
const batch = 500;
const pauseAfterFault = 1_000;
const concurrency = 16;

/** A key names workflows and whom they are about: in Redis stands its hash, by which nobody finds it again. */
const hintOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

/**
 * Hints by delayed jobs in Redis. What this process still waits for it also knows itself: by that a hint whose place was taken
 * is told from the one that counts, and what Redis lost is given again when it comes back.
 */
export const bullmqTimers = ({ clock, instance, ...parts }: BullmqTimersParts): Timers => {
  const wanted = new Map<string, Wanted>();
  const toSend = new Set<string>();
  let wake: ((key: string) => void) | undefined;
  let closed = false;
  let sending = false;
  let soon = false;
  const hints = new WatchedQueue({
    ...parts,
    name: `hints-${instance}`,
    concurrency,
    // What it had not sent on is lost with a connection that stood still.
    onRebuilt: () => {
      parts.onRebuilt?.();
      sendAgain();
    },
  });

  const jobOf = (hint: string, at: Instant) => ({
    name: 'hint',
    data: { hint, at } satisfies HintData,
    opts: {
      delay: Math.max(0, Date.parse(at) - Date.parse(clock.now())),
      deduplication: { id: hint, replace: true, keepLastIfActive: true },
      removeOnComplete: true,
      removeOnFail: true,
    },
  });

  const send = async (): Promise<void> => {
    if (sending) return;
    sending = true;
    while (toSend.size > 0 && !closed) {
      const some = [...toSend].slice(0, batch);
      for (const hint of some) toSend.delete(hint);
      const jobs = some.flatMap((hint) => {
        const at = wanted.get(hint)?.at;
        return at === undefined ? [] : [jobOf(hint, at)];
      });
      try {
        await hints.queue.waitUntilReady();
        await hints.queue.addBulk(jobs);
        hints.well();
      } catch (error) {
        hints.fault(error);
        for (const hint of some) toSend.add(hint);
        await new Promise((resolve) => setTimeout(resolve, pauseAfterFault).unref());
      }
    }
    sending = false;
  };
  const sendSoon = (hint: string): void => {
    toSend.add(hint);
    if (soon) return;
    soon = true;
    // What is asked in one turn of the event loop goes over together.
    setImmediate(() => {
      soon = false;
      void send();
    });
  };
  const sendAgain = (): void => {
    for (const hint of wanted.keys()) sendSoon(hint);
  };

  const heard = ({ hint, at }: HintData): void => {
    if (closed) return;
    const mine = wanted.get(hint) ?? { key: hint, at: instant(at) };
    // Its place was taken, or a clock was put back: it is still to come.
    if (mine.at !== at || clock.now() < mine.at) {
      wanted.set(hint, mine);
      sendSoon(hint);
      return;
    }
    wanted.delete(hint);
    wake?.(mine.key);
  };

  return {
    wakeAt: (key, at) => {
      const hint = hintOf(key);
      wanted.set(hint, { key, at });
      sendSoon(hint);
    },
    listen: (listener) => {
      wake = listener;
      hints.listen(async (job) => heard(job.data as HintData));
    },
    close: async () => {
      closed = true;
      wanted.clear();
      toSend.clear();
      await hints.close();
    },
  };
};
