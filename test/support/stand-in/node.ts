import type { Metadata } from '@grpc/grpc-js';
import type { Faults } from './faults.ts';
import type { StandInLog } from './log/log.ts';

export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

export interface Timings {
  /** How long an append waits for what cannot come; 2,000 on a real server. */
  readonly writeTimeoutMs: number;
  /** How late a late acknowledgement is. */
  readonly lateMs: number;
}

/** One server of the stand-in, as those who answer calls see it. */
export interface Node {
  readonly log: StandInLog;
  readonly faults: Faults;
  readonly timings: Timings;
  isLeader(): boolean;
  leader(): Endpoint;
  /** Everyone in the cluster, the leader marked. */
  members(): readonly (Endpoint & { readonly leads: boolean; readonly alive: boolean })[];
  breakConnections(): void;
}

/** A follower passes calls on to the leader, unless they insist on the leader himself. */
export const answersForLeader = (node: Node, headers: Metadata): boolean =>
  node.isLeader() || !headers.get('requires-leader').includes('true');
