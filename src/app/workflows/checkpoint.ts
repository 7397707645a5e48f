import type { Checkpoint, View, ViewShape, ViewStore } from '../../ports/view-store.ts';
import { memoryViewStore } from '../wiring.ts';

/** The checkpoint of the workflows is kept as that of a read model without rows. */
const shape: ViewShape = { name: 'run-workflows', version: 1, tables: [] };

const begun = (views: ViewStore, at: Checkpoint | undefined): View => {
  const file = views.build(shape).finish({ at, before: undefined, parked: [], joins: [] });
  views.swap(file);
  return views.open(shape, file);
};

export const checkpointIn = (views: ViewStore): View => {
  const live = views.live(shape.name);
  return live?.version === shape.version ? views.open(shape, live) : begun(views, undefined);
};

/** Where there are several, how far each part was heard stands in their book; here only how far this one has read. */
export const checkpointAt = (position: bigint | undefined): View =>
  begun(memoryViewStore(), position === undefined ? undefined : { position, ordinal: 0, hash: '' });
