import { flushCompileCache } from 'node:module';
import { dirname } from 'node:path';
import { openSqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import { answersBeforeCommit } from './answers-before-commit.ts';
import type { Request } from './load.ts';
import { officeOver, type Reply } from './office.ts';
import { runnerOver } from './views.ts';

/** What the parent tells the process when it starts it. */
export interface Life {
  readonly file: string;
  readonly build: 'honest' | 'answersBeforeCommit';
  /** After so many appends it says so and does nothing more: it waits to be killed there. */
  readonly standStillAfter?: number;
}
export type FromParent = { readonly number: number; readonly ask: Request } | { readonly end: true };
export type FromChild =
  | { readonly ready: true }
  | { readonly standsStill: true }
  | { readonly number: number; readonly reply: Reply };

const tell = (message: FromChild) => process.send?.(message);

/** Lets so many appends through; whoever appends after that waits for ever, and the last one is never answered. */
const standingStill = (store: EventStore, after: number): EventStore => {
  let appends = 0;
  const stop = () => {
    tell({ standsStill: true });
    return new Promise<never>(() => undefined);
  };
  return {
    append: async (...asked) => {
      if (appends >= after) return stop();
      appends++;
      const appended = await store.append(...asked);
      return appends >= after ? stop() : appended;
    },
    readStream: (...asked) => store.readStream(...asked),
    readAll: (...asked) => store.readAll(...asked),
    head: () => store.head(),
    follow: (...asked) => store.follow(...asked),
    close: () => store.close(),
  };
};

const opened = async ({ file, build, standStillAfter }: Life): Promise<EventStore> => {
  const log = await openSqliteEventStore({ file });
  if (standStillAfter !== undefined) return standingStill(log, standStillAfter);
  return build === 'honest' ? log : answersBeforeCommit(log);
};

const life = JSON.parse(process.argv[2] ?? '') as Life;
const store = await opened(life);
const execute = officeOver(store);

const stop = new AbortController();
const { runner, views } = runnerOver(store, dirname(life.file));
const following = runner.start().then(() => runner.run(stop.signal));

const end = async (): Promise<void> => {
  stop.abort();
  await following;
  await runner.close();
  views.close();
  await store.close();
  process.disconnect();
};

process.on('message', (message: FromParent) => {
  if ('end' in message) {
    void end();
    return;
  }
  const { number, ask } = message;
  void execute(ask).then((reply) => tell({ number, reply }));
});
tell({ ready: true });
// A process that is killed would never write down what it compiled.
flushCompileCache();
