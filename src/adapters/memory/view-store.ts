import type { KeyedRow, Looking, Row, Rows, Value, ViewRows } from '../../kernel/projection.ts';
import type {
  Change,
  Checkpoint,
  Comparison,
  Join,
  Parked,
  Scratch,
  Seen,
  View,
  ViewFile,
  ViewShape,
  ViewStore,
  ViewUnderConstruction,
} from '../../ports/view-store.ts';
import { compareLines, dumpLine, parkedLine } from '../../ports/view-dump.ts';

const ordered = <T>(values: Iterable<T>, by: (value: T) => string): T[] =>
  [...values].sort((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0));

class Held implements ViewRows {
  readonly rows = new Map<string, Rows>();
  readonly parked = new Map<string, Parked>();
  readonly joins = new Map<string, Join>();
  last: Checkpoint | undefined;
  before: Checkpoint | undefined;

  readonly #shape: ViewShape;

  constructor(shape: ViewShape) {
    this.#shape = shape;
  }

  find(table: string, { where = {}, after, limit }: Looking): readonly KeyedRow[] {
    const { columns } = this.#table(table);
    const { key: wanted, ...named } = where;
    const found: KeyedRow[] = [];
    for (const [key, rows] of ordered(this.rows, ([name]) => name)) {
      if ((wanted !== undefined && key !== wanted) || (after !== undefined && key <= after)) continue;
      for (const row of rows[table] ?? [])
        if (Object.entries(named).every(([column, value]) => (row[column] ?? null) === value))
          found.push({ key, ...complete(columns, row) });
    }
    return limit === undefined ? found : found.slice(0, limit);
  }

  count(table: string, where: Readonly<Record<string, Value>>): number {
    return this.find(table, { where }).length;
  }

  upTo(table: string, column: string, most: string | number, limit: number): readonly KeyedRow[] {
    return this.find(table, {})
      .filter((row) => row[column] != null && row[column] <= most)
      .sort((a, b) => ((a[column] ?? '') < (b[column] ?? '') ? -1 : a[column] === b[column] ? 0 : 1))
      .slice(0, limit);
  }

  note({ rows, parked, freed, joins }: Change): void {
    for (const each of rows.values())
      for (const row of Object.values(each).flat())
        for (const value of Object.values(row)) mustBeValue(value);
    for (const [key, each] of rows) this.rows.set(key, each);
    for (const key of freed) this.parked.delete(key);
    for (const each of parked) this.parked.set(each.key, each);
    for (const join of joins) this.joins.set(`${join.from} ${join.into}`, join);
  }

  *lines(): Generator<string> {
    for (const { name, columns } of this.#shape.tables)
      for (const [key, rows] of ordered(this.rows, ([about]) => about))
        for (const [place, row] of (rows[name] ?? []).entries())
          yield dumpLine(name, [key, place, ...columns.map((column) => row[column] ?? null)]);
    for (const parked of ordered(this.parked.values(), ({ key }) => key)) yield parkedLine(parked);
  }

  #table(name: string): ViewShape['tables'][number] {
    const found = this.#shape.tables.find((table) => table.name === name);
    if (!found) throw new Error(`${this.#shape.name} has no table ${name}`);
    return found;
  }
}

/** What no database would take is not taken here either. */
const mustBeValue = (value: Value): void => {
  if (value !== null && typeof value !== 'string' && typeof value !== 'number')
    throw new TypeError(`a row holds text, numbers and null, not ${typeof value}`);
};

const complete = (columns: readonly string[], row: Row): Row =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

class MemoryView implements View {
  readonly name: string;
  readonly version: number;
  readonly file: string;
  readonly #held: Held;

  constructor(held: Held, { name, version, file }: ViewFile) {
    this.name = name;
    this.version = version;
    this.file = file;
    this.#held = held;
  }

  checkpoint(): Checkpoint | undefined {
    return this.#held.last;
  }

  before(): Checkpoint | undefined {
    return this.#held.before;
  }

  commit(expected: Checkpoint | undefined, next: Checkpoint, change: Change): boolean {
    const now = this.#held.last;
    if (now?.position !== expected?.position || now?.hash !== expected?.hash) return false;
    this.#held.note(change);
    if (next.position !== now?.position || next.hash !== now.hash) {
      this.#held.before = now;
      this.#held.last = next;
    }
    return true;
  }

  parked(): readonly Parked[] {
    return ordered(this.#held.parked.values(), ({ key }) => key);
  }

  joins(): readonly Join[] {
    return ordered(this.#held.joins.values(), ({ from, into }) => `${from} ${into}`);
  }

  close(): void {
    // Nothing is held open.
  }
}

/** Read models that end with the process: for tests and simulations. */
class MemoryViewStore implements ViewStore {
  readonly #files = new Map<string, { readonly file: ViewFile; readonly held: Held }>();
  readonly #live = new Map<string, string>();
  #built = 0;

  live(name: string): ViewFile | undefined {
    const file = this.#live.get(name);
    return file === undefined ? undefined : this.#files.get(file)?.file;
  }

  open(_shape: ViewShape, file: ViewFile): View {
    return new MemoryView(this.#held(file), file);
  }

  build(shape: ViewShape): ViewUnderConstruction {
    const held = new Held(shape);
    const file = { name: shape.name, version: shape.version, file: `${shape.name}/${++this.#built}` };
    return {
      put: (key, rows) => {
        held.rows.set(key, rows);
      },
      finish: ({ at, before, parked, joins }) => {
        held.note({ rows: new Map(), parked, freed: [], joins });
        held.last = at;
        held.before = before;
        this.#files.set(file.file, { file, held });
        return file;
      },
      discard: () => undefined,
    };
  }

  scratch(): Scratch {
    const pieces: Uint8Array[] = [];
    return {
      write: (bytes) => ({ at: pieces.push(new Uint8Array(bytes)) - 1, length: bytes.length }),
      read: ({ at }) => pieces[at] ?? new Uint8Array(),
      close: () => undefined,
    };
  }

  swap(to: ViewFile): void {
    this.#held(to);
    this.#live.set(to.name, to.file);
  }

  kept(name: string): readonly ViewFile[] {
    return [...this.#files.values()].map(({ file }) => file).filter((file) => file.name === name);
  }

  remove({ name, file }: ViewFile): void {
    if (this.#live.get(name) === file)
      throw new Error(`${file} is live; another version has to take its place first`);
    this.#files.delete(file);
  }

  read<T>(name: string, work: (rows: ViewRows) => T): Seen<T> | undefined {
    const live = this.live(name);
    if (!live) return undefined;
    const held = this.#held(live);
    return { version: live.version, checkpoint: held.last, value: work(held) };
  }

  dump(_shape: ViewShape, file: ViewFile): Iterable<string> {
    return this.#held(file).lines();
  }

  compare(shape: ViewShape, first: ViewFile, second: ViewFile): Comparison {
    return compareLines(
      shape.tables.map(({ name }) => name),
      this.dump(shape, first),
      this.dump(shape, second),
    );
  }

  close(): void {
    // Nothing is held open.
  }

  #held(file: ViewFile): Held {
    const found = this.#files.get(file.file);
    if (!found) throw new Error(`${file.file} is not a finished view`);
    return found.held;
  }
}

export const memoryViewStore = (): ViewStore => new MemoryViewStore();
