import { readFileSync } from 'node:fs';

/** Bytes: as text where they are text, and long runs of one letter as how many. */
export type Bytes = string | { readonly base64: string } | { readonly letters: number; readonly of: string };

export interface RecordedProposal {
  readonly id?: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly customMetadata?: Bytes;
  readonly data: Bytes;
}

export interface RecordedOptions {
  readonly streamIdentifier?: Bytes;
  /** `any`, `noStream`, `streamExists` or a revision. */
  readonly expected?: string;
  /** From the moment of asking; recorded as a moment. */
  readonly deadlineMs?: number;
}

export interface RecordedAppend {
  readonly options?: RecordedOptions;
  readonly proposedMessage?: RecordedProposal;
}

export interface RecordedBatchAppend {
  readonly correlationId: string;
  readonly options?: RecordedOptions;
  readonly proposedMessages: readonly RecordedProposal[];
  readonly isFinal: boolean;
}

interface RecordedExpression {
  readonly regex?: string;
  readonly prefix?: readonly string[];
}

export interface RecordedRead {
  readonly stream?: Bytes;
  readonly all?: true;
  readonly from: string | { readonly commitPosition: string; readonly preparePosition: string };
  readonly backwards?: true;
  readonly resolveLinks?: true;
  readonly subscription?: true;
  readonly count?: string;
  readonly filter?: {
    readonly eventType?: RecordedExpression;
    readonly streamIdentifier?: RecordedExpression;
    readonly max?: number;
    readonly count?: true;
    readonly multiplier: number;
  };
  readonly structured?: true;
  readonly compatibility?: number;
}

/** Whatever JSON holds. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface RecordedStatus {
  readonly code: number;
  readonly details: string;
  readonly trailers: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly answers: readonly Json[];
  /** Missing where the one who asked ended the call. */
  readonly status?: RecordedStatus;
}

interface Common extends Answered {
  readonly name: string;
  readonly requiresLeader?: true;
  /** Asked while a subscription was open: when so many of its answers had come. */
  readonly after?: number;
  /** The one who asked hung up before all had come: what is recorded is a beginning. */
  readonly cut?: true;
}

export type RecordedCall = Common &
  (
    | { readonly rpc: 'Append'; readonly requests: readonly RecordedAppend[] }
    | { readonly rpc: 'BatchAppend'; readonly requests: readonly RecordedBatchAppend[] }
    | {
        readonly rpc: 'Read';
        readonly requests: readonly [RecordedRead];
        /** What was done while a subscription was open. */
        readonly during?: readonly RecordedCall[];
      }
    | { readonly rpc: 'Delete' | 'Tombstone'; readonly requests: readonly [RecordedOptions] }
  );

/** Calls made at the same time. */
export interface RecordedTogether {
  readonly name: string;
  readonly together: readonly RecordedCall[];
}

export interface Recording {
  readonly recording: string;
  readonly steps: readonly (RecordedCall | RecordedTogether)[];
}

export const recordings = (file: 'one-day' | 'duplicates' | 'any'): readonly Recording[] =>
  JSON.parse(
    readFileSync(new URL(`../recordings/${file}.json`, import.meta.url), 'utf8'),
  ) as readonly Recording[];
