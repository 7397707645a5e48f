import type { Join } from '../ports/view-store.ts';

/** Which stories ever became part of which others, in both directions. */
export class Joins {
  readonly #into = new Map<string, Set<string>>();
  readonly #from = new Map<string, Set<string>>();

  add({ from, into }: Join): void {
    grow(this.#into, from, into);
    grow(this.#from, into, from);
  }

  all(): Join[] {
    return [...this.#into].flatMap(([from, targets]) => [...targets].map((into) => ({ from, into })));
  }

  /** A key, and those whose stories its story became part of. */
  touchedBy(key: string): readonly string[] {
    return this.#into.has(key) ? [key, ...reach(this.#into, key)] : [key];
  }

  /** The keys whose stories became part of this one’s. */
  partsOf(key: string): readonly string[] {
    return this.#from.has(key) ? [...reach(this.#from, key)].sort() : [];
  }
}

const grow = (map: Map<string, Set<string>>, key: string, value: string): void => {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
};

/** All that can be reached over any number of joins; joins that run in a circle are walked once. */
const reach = (joins: ReadonlyMap<string, ReadonlySet<string>>, from: string): Set<string> => {
  const found = new Set<string>();
  const next = [...(joins.get(from) ?? [])];
  for (let each = next.pop(); each !== undefined; each = next.pop()) {
    if (found.has(each) || each === from) continue;
    found.add(each);
    next.push(...(joins.get(each) ?? []));
  }
  return found;
};
