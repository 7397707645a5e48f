import { setTimeout as pause } from 'node:timers/promises';
import { memoryViewStore } from '../../../src/adapters/memory/view-store.ts';
import { systemClock } from '../../../src/adapters/system/clock.ts';
import { developmentHashing } from '../../../src/adapters/system/hashing.ts';
import { Chain } from '../../../src/engine/chain.ts';
import { Engine } from '../../../src/engine/execute.ts';
import { isFaultOfStore } from '../../../src/engine/faults.ts';
import { derivedId } from '../../../src/engine/ids.ts';
import { ProjectionRunner } from '../../../src/engine/run-projections.ts';
import { type Hearer, RunWorkflows } from '../../../src/engine/run-workflows.ts';
import { isUuid, type Recorded, type Uuid } from '../../../src/kernel/message.ts';
import type { EventStore } from '../../../src/ports/event-store.ts';
import type { Checkpoint } from '../../../src/ports/view-store.ts';
import { projections } from '../../../projections/index.ts';
import { checkpointOf } from '../../support/pupils.ts';
import { counterSubject } from '../counter.ts';

/** Somebody who reads the log as it grows. */
export interface Reader {
  readonly name: string;
  /** How far it has come. */
  position(): bigint | undefined;
  /** What it computed on the way, if it does. */
  chain?(): Checkpoint | undefined;
  stop(): Promise<void>;
}

const hearAgainAfter = 50;

/** Meanwhile it may have been told to stop. */
const isOver = ({ aborted }: AbortSignal): boolean => aborted;

const follower = (log: EventStore): Reader => {
  const stopping = new AbortController();
  const chain = new Chain();
  let at: bigint | undefined;
  const following = (async () => {
    for await (const page of log.follow(undefined, stopping.signal))
      for (const event of page) {
        chain.add(event);
        at = event.position;
      }
  })();
  return {
    name: 'follower',
    position: () => at,
    chain: () => (at === undefined ? undefined : chain.at(at)),
    stop: async () => {
      stopping.abort();
      await following;
    },
  };
};

/** The read models, which stand where the last of them stands. */
const readModels = (log: EventStore): Reader => {
  const stopping = new AbortController();
  const runner = new ProjectionRunner({ log, views: memoryViewStore(), projections });
  const { signal } = stopping;
  const running = (async () => {
    await runner.start(signal);
    await runner.run(signal);
  })();
  const last = (): Checkpoint | undefined => {
    const checkpoints = runner.standings().map(({ checkpoint }) => checkpoint);
    return checkpoints.length < projections.length
      ? undefined
      : checkpoints.reduce((one, other) =>
          (one?.position ?? -1n) <= (other?.position ?? -1n) ? one : other,
        );
  };
  return {
    name: 'read models',
    position: () => last()?.position,
    chain: last,
    stop: async () => {
      stopping.abort();
      await running;
      await runner.close();
    },
  };
};

const prefix = 'student-';
const heardStream = (student: Uuid): string => counterSubject.stream(`heard-${student}`);
export const isRegistration = ({ type, stream }: Recorded): boolean =>
  type === 'StudentRegistered' && stream.startsWith(prefix);
/** What is asked because a registration was heard. */
export const askedBecauseOf = ({ id, stream }: Recorded): Uuid => derivedId(id, stream);

/** Counts once on a stream of its own for each registration that it hears. */
const counting = (engine: Engine): Hearer => ({
  name: 'counts-registrations',
  types: ['StudentRegistered'],
  each: true,
  concerns: (event) => {
    const key = event.stream.slice(prefix.length);
    return isRegistration(event) && isUuid(key) ? [key] : [];
  },
  hear: async (key, cause) => {
    const answer = await engine.execute(
      counterSubject,
      `heard-${key}`,
      { type: 'Count', events: 1 },
      {
        commandId: askedBecauseOf(cause),
        actor: { id: 'system', role: 'system' },
        source: 'workflow',
        causationId: cause.id,
      },
    );
    if (answer.outcome !== 'done') throw new Error(`${heardStream(key)}: ${answer.outcome}`);
  },
});

/** Hears the log as the workflows do, and as they do goes on after what the log could not do. */
const hearing = (log: EventStore, pauseAfterFault: number): Reader => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const engine = new Engine({ store: log, clock: systemClock, hashing: developmentHashing });
  const run = new RunWorkflows({
    log,
    view: checkpointOf(memoryViewStore()),
    hearers: [counting(engine)],
  });
  const running = (async () => {
    while (!signal.aborted) {
      let wait = hearAgainAfter;
      try {
        await run.catchUp(signal);
      } catch (error) {
        if (isOver(signal)) return;
        if (!isFaultOfStore(error)) throw error;
        wait = pauseAfterFault;
      }
      await pause(wait);
    }
  })();
  return {
    name: 'workflows',
    position: () => (run.parked().length > 0 ? undefined : run.position),
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
};

/** All who read: two that only follow, over a log that waits as long as it takes, and one that also acts. */
export const readersOver = (
  following: EventStore,
  acting: EventStore,
  pauseAfterFault: number,
): readonly Reader[] => [follower(following), readModels(following), hearing(acting, pauseAfterFault)];
