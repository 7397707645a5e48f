import type { Measure, Progress } from './measure.ts';
import { beside } from './servers/eventstoredb.ts';

/** Each server that there is; of the others it is said aloud that they are skipped. */
export const measures = async function* (progress: Progress): AsyncGenerator<Measure> {
  const eventStore = process.env['EVENTSTORE_URL'];
  if (eventStore) yield* beside(eventStore, progress);
  else progress('SKIPPED EventStoreDB: no server at EVENTSTORE_URL');
};
