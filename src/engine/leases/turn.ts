import type { LeasePage, Share } from '../../ports/leases.ts';

/** What an instance comes to the page with. */
export interface Coming {
  readonly me: string;
  /** Never the same twice, also of one who left and came back: the others would think that it stood still. */
  readonly beat: number;
  /** All that is to be shared among the instances. */
  readonly names: readonly string[];
  /** Members whose counter stood still for longer than a lease lasts, by the clock of this instance. */
  readonly silent: ReadonlySet<string>;
  /** How far this instance has done what it holds. */
  readonly reached: ReadonlyMap<string, bigint>;
}

export const emptyPage: LeasePage = { members: {}, shares: {} };

const further = ({ reached }: Share, to: bigint | undefined): Pick<Share, 'reached'> => {
  if (to !== undefined && (reached === undefined || to > BigInt(reached))) return { reached: String(to) };
  return reached === undefined ? {} : { reached };
};

const freed = ({ token, reached }: Share): Share => ({
  token,
  ...(reached !== undefined && { reached }),
});

/** In the order of the names; who gives up gives up the last, who takes takes the first. */
const balanced = (
  shares: ReadonlyMap<string, Share>,
  members: readonly string[],
  me: string,
): ReadonlyMap<string, Share> => {
  const fair = Math.ceil(shares.size / members.length);
  const next = new Map(shares);
  const mine = [...shares].filter(([, { holder }]) => holder === me);
  for (const [name, share] of mine.slice(fair)) next.set(name, freed(share));
  let room = fair - mine.length;
  for (const [name, share] of shares) {
    if (room <= 0) break;
    if (share.holder !== undefined) continue;
    next.set(name, { ...share, holder: me, token: share.token + 1 });
    room -= 1;
  }
  return next;
};

/**
 * The page after an instance came by: it is a member, whoever was silent is none, what a member that is gone held is
 * free, and the one who came holds no more than its fair part of all there is. What was free goes to whoever comes
 * first. What somebody else made of it by other names stays as it is.
 */
export const turn = (page: LeasePage, { me, beat, names, silent, reached }: Coming): LeasePage => {
  const members = Object.fromEntries(
    Object.entries(page.members).filter(([member]) => member === me || !silent.has(member)),
  );
  members[me] = beat;
  const standing = ({ holder, ...share }: Share): Share =>
    holder !== undefined && Object.hasOwn(members, holder) ? { holder, ...share } : share;
  const shares = new Map(
    names.map((name) => {
      const share = standing(page.shares[name] ?? { token: 0 });
      const to = share.holder === me ? reached.get(name) : undefined;
      return [
        name,
        { ...freed(share), ...further(share, to), ...(share.holder && { holder: share.holder }) },
      ];
    }),
  );
  const others = Object.entries(page.shares).filter(([name]) => !shares.has(name));
  return {
    members,
    shares: Object.fromEntries([
      ...others.map(([name, share]) => [name, standing(share)] as const),
      ...balanced(shares, Object.keys(members), me),
    ]),
  };
};

/** The page without an instance that stops: what it held is free at once. */
export const withoutMe = (page: LeasePage, me: string, reached: ReadonlyMap<string, bigint>): LeasePage => ({
  members: Object.fromEntries(Object.entries(page.members).filter(([member]) => member !== me)),
  shares: Object.fromEntries(
    Object.entries(page.shares).map(([name, share]) => [
      name,
      share.holder === me ? { ...freed(share), ...further(share, reached.get(name)) } : share,
    ]),
  ),
});
