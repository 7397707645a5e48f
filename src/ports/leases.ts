/** One thing that one instance at a time does, and how far it is done. */
export interface Share {
  /** The instance that does it now; absent: nobody. */
  readonly holder?: string;
  /** Counts its holders: whoever comes with an older one was overtaken. */
  readonly token: number;
  /** How far it is done, as a position of the log in decimals; absent: nothing of it. */
  readonly reached?: string;
}

/** Who is there, and who does what. Names, counters and positions only: nothing in it tells of anybody. */
export interface LeasePage {
  /** The instances, by id, with a counter that moves as long as they live. */
  readonly members: Readonly<Record<string, number>>;
  readonly shares: Readonly<Record<string, Share>>;
}

/** A page with the edition that whoever replaces it must name. */
export interface LeaseEdition {
  readonly page: LeasePage;
  readonly edition: number;
}

/**
 * One page that all instances see, replaced by whoever knows its last edition. Its contract is
 * `test/contracts/leases.contract.ts`. It holds no time: each instance measures by its own clock how long another has
 * been silent.
 */
export interface LeaseBook {
  /** The last edition; `undefined` when there is none, or when it was lost. */
  read(): Promise<LeaseEdition | undefined>;
  /**
   * The next edition, in place of this one (`undefined`: the first); false, and nothing changed, when somebody else
   * was there first. A rejection means that it is not known.
   */
  write(page: LeasePage, instead: number | undefined): Promise<boolean>;
  close(): Promise<void>;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What was kept as JSON, by this build or another one; `undefined` when it is no page. */
export const leasePageIn = (value: unknown): LeasePage | undefined =>
  isObject(value) &&
  'members' in value &&
  isObject(value.members) &&
  'shares' in value &&
  isObject(value.shares)
    ? (value as LeasePage)
    : undefined;
