import type { Writing } from '../wiring.ts';
import type { ReadModels } from '../read-models.ts';
import type { Reader } from '../figures/reader.ts';

/** All that the handlers of views work with. */
export interface ReadingRoom extends Pick<Writing, 'store' | 'engine' | 'hashing' | 'clock'> {
  readonly views: ReadModels;
  readonly reader: Reader;
  readonly state: () => 'starting' | 'open' | 'stopping';
}

export const READING_ROOM = Symbol('reading room');
