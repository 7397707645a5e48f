export interface PageAsked {
  /** Only lines after this place in the list. */
  readonly from?: string;
  readonly limit: number;
}

export interface Page<Line> {
  /** Of the whole list. */
  readonly size: number;
  readonly lines: readonly Line[];
  /** The place from which the next page goes on; absent: this was the last. */
  readonly next?: string;
}

/** A page of a list in the order of its places, which are different for each line and sort as text. */
export const pageFrom = <Line>(
  all: readonly Line[],
  placeOf: (line: Line) => string,
  { from, limit }: PageAsked,
): Page<Line> => {
  const placed = all
    .map((line) => ({ line, place: placeOf(line) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1));
  const after = placed.filter(({ place }) => from === undefined || place > from);
  const page = after.slice(0, limit);
  const last = page.at(-1);
  return {
    size: all.length,
    lines: page.map(({ line }) => line),
    ...(last && after.length > page.length && { next: last.place }),
  };
};
