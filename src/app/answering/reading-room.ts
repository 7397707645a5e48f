import type { Jobs } from '../../ports/jobs.ts';
import type { Writing } from '../wiring.ts';
import type { ReadModels } from '../read-models.ts';
import type { RunningWorkflows } from '../workflows/running.ts';
import type { Reader } from '../figures/reader.ts';
import type { DigestsStatus } from '../reminders/digests.ts';

/** All that the handlers of views work with. */
export interface ReadingRoom extends Pick<Writing, 'store' | 'engine' | 'hashing' | 'clock'> {
  readonly views: ReadModels;
  readonly reader: Reader;
  /** Where people open Wissel; absent: there are no calendars. */
  readonly baseUrl?: string;
  /** Absent: no mail is sent. */
  readonly digests?: () => DigestsStatus;
  readonly workflows: Pick<RunningWorkflows, 'status' | 'waitFor'>;
  readonly jobs: Pick<Jobs, 'standing'>;
  readonly state: () => 'starting' | 'open' | 'stopping';
}

export const READING_ROOM = Symbol('reading room');
