import { isMembers } from '../../kernel/data.ts';

/** A figure as cells: what stands where, by the names of what it is about and never by its place in a list. */
export type Cells = ReadonlyMap<string, Cell>;
export type Cell = string | number | boolean | null;

export interface CellDiffers {
  readonly cell: string;
  readonly was: Cell | undefined;
  readonly is: Cell | undefined;
}

/** Words beside a count are said of it; all other words and yes or no say what is counted. */
const saidOfIt: ReadonlySet<string> = new Set(['text', 'name', 'normSource']);

const namesIt = ([name, value]: readonly [string, unknown]): boolean =>
  !saidOfIt.has(name) && (typeof value === 'string' || typeof value === 'boolean');

const isCell = (value: unknown): value is Cell =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** Every cell of a figure; where two have the same name, both are there. */
export const cellsOf = (figure: unknown): Cells => {
  const cells = new Map<string, Cell>();
  const put = (path: readonly string[], value: Cell): void => {
    const name = path.join(' ');
    let free = name;
    for (let n = 2; cells.has(free); n++) free = `${name} (${n})`;
    cells.set(free, value);
  };
  const walk = (path: readonly string[], value: unknown): void => {
    if (Array.isArray(value))
      value.forEach((each: unknown, index) => {
        if (!isMembers(each)) {
          walk([...path, String(index + 1)], each);
          return;
        }
        const members = Object.entries(each);
        const names = members.filter(namesIt).map(([name, is]) => `${name}=${String(is)}`);
        for (const member of members)
          if (!namesIt(member))
            walk([...path, ...names, ...(member[0] === 'count' ? [] : [member[0]])], member[1]);
      });
    else if (isMembers(value)) for (const [name, each] of Object.entries(value)) walk([...path, name], each);
    else if (isCell(value)) put(path, value);
  };
  walk([], figure);
  return cells;
};

export const cellsDiffering = (before: Cells, after: Cells): readonly CellDiffers[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((cell) => {
    const [was, is] = [before.get(cell), after.get(cell)];
    return was === is ? [] : [{ cell, was, is }];
  });
