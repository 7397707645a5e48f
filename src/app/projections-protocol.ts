import type { Standing, Swapped } from '../engine/run-projections.ts';
import type { LogPlace } from './log-place.ts';
import type { ViewFile } from '../ports/view-store.ts';

/** What a worker is started with: where the log is, where the read models are, and whether it follows or builds once. */
export interface WorkerStart {
  readonly log: LogPlace;
  readonly viewsFolder: string;
  readonly work:
    | { readonly kind: 'follow' }
    /** `live`: there is nothing to compare with, so that what was built is live at once. */
    | { readonly kind: 'build'; readonly names: readonly string[]; readonly live: boolean };
  readonly mostHeld?: number;
}

/** What can be asked of a worker that follows, with what it answers. */
export interface Asks {
  readonly retry: {
    readonly ask: readonly [name: string | undefined, key: string | undefined];
    readonly answer: number;
  };
  readonly adopt: { readonly ask: readonly [file: ViewFile]; readonly answer: Swapped };
  readonly confirm: { readonly ask: readonly [name: string]; readonly answer: readonly ViewFile[] };
  readonly stop: { readonly ask: readonly []; readonly answer: null };
}

export type ToWorker =
  /** Something was written; `hurry`: and somebody waits for it. */
  | { readonly kind: 'nudge'; readonly hurry: boolean }
  | {
      readonly [Name in keyof Asks]: {
        readonly kind: 'ask';
        readonly id: number;
        readonly name: Name;
        readonly ask: Asks[Name]['ask'];
      };
    }[keyof Asks];

/** A standing as it crosses threads: of very many parked keys only the first. */
export interface ToldStanding extends Standing {
  readonly parkedInAll: number;
}

export const mostParkedTold = 100;

export type FromWorker =
  | { readonly kind: 'building'; readonly ordinal: number }
  | { readonly kind: 'standing'; readonly standing: ToldStanding }
  | { readonly kind: 'started' }
  | { readonly kind: 'built'; readonly files: readonly ViewFile[] }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Asks[keyof Asks]['answer'] }
  | { readonly kind: 'refusal'; readonly id: number; readonly error: string };
