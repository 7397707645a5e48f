import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Rows, ViewRows } from '../../kernel/projection.ts';
import type {
  Change,
  Checkpoint,
  Comparison,
  Filled,
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
import { dumpLine, parkedLine } from '../../ports/view-dump.ts';
import { type Connection, openConnection } from './connection.ts';
import { compareFiles } from './compare-files.ts';
import { ScratchFile } from './scratch-file.ts';
import { Bookkeeping, createIndexes, createTables, everyRow, RowReader, RowWriter } from './view-file.ts';

const nameOf = /^([a-z][a-z0-9-]*)\.v(\d+)\.(\d+)\.sqlite$/;

const describe = (file: string): (ViewFile & { readonly number: number }) | undefined => {
  const parts = nameOf.exec(file);
  return parts?.[1] === undefined
    ? undefined
    : { name: parts[1], version: Number(parts[2]), file, number: Number(parts[3]) };
};

const sync = (path: string): void => {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

const inOneTransaction = <T>(connection: Connection, work: () => T): T => {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    connection.exec('COMMIT');
    return value;
  } catch (error) {
    if (connection.isTransaction) connection.exec('ROLLBACK');
    throw error;
  }
};

class SqliteView implements View {
  readonly name: string;
  readonly version: number;
  readonly file: string;
  readonly #connection: Connection;
  readonly #books: Bookkeeping;
  readonly #rows: RowWriter;

  constructor(connection: Connection, shape: ViewShape, { name, version, file }: ViewFile) {
    this.name = name;
    this.version = version;
    this.file = file;
    this.#connection = connection;
    this.#books = new Bookkeeping(connection);
    this.#rows = new RowWriter(connection, shape);
  }

  checkpoint(): Checkpoint | undefined {
    return this.#books.checkpoint();
  }

  before(): Checkpoint | undefined {
    return this.#books.checkpoint('before');
  }

  commit(expected: Checkpoint | undefined, next: Checkpoint, change: Change): boolean {
    return inOneTransaction(this.#connection, () => {
      const now = this.#books.checkpoint();
      if (now?.position !== expected?.position || now?.hash !== expected?.hash) return false;
      for (const [key, rows] of change.rows) this.#rows.replace(key, rows);
      this.#books.note(change);
      if (next.position !== now?.position || next.hash !== now.hash) this.#books.move(now, next);
      return true;
    });
  }

  parked(): readonly Parked[] {
    return this.#books.parked();
  }

  joins(): readonly Join[] {
    return this.#books.joins();
  }

  close(): void {
    this.#connection.close();
  }
}

/** A fresh file without a journal: when it breaks off, it is thrown away. */
class SqliteViewUnderConstruction implements ViewUnderConstruction {
  readonly #connection: Connection;
  readonly #path: string;
  readonly #shape: ViewShape;
  readonly #rows: RowWriter;
  readonly #finished: () => ViewFile;

  constructor(path: string, shape: ViewShape, finished: () => ViewFile) {
    this.#path = path;
    this.#shape = shape;
    this.#finished = finished;
    this.#connection = new DatabaseSync(path);
    this.#connection.exec(`
      PRAGMA page_size = 16384;
      PRAGMA journal_mode = OFF;
      PRAGMA synchronous = OFF;
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA cache_size = -4096;
      PRAGMA temp_store = FILE;
    `);
    createTables(this.#connection, shape);
    this.#connection.exec('BEGIN');
    this.#rows = new RowWriter(this.#connection, shape);
  }

  put(key: string, rows: Rows): void {
    this.#rows.add(key, rows);
  }

  finish({ at, before, parked, joins }: Filled): ViewFile {
    const books = new Bookkeeping(this.#connection);
    books.note({ parked, freed: [], joins });
    if (at) books.move(before, at);
    createIndexes(this.#connection, this.#shape);
    this.#connection.exec('COMMIT');
    // From now on it is read while it is written.
    this.#connection.exec('PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL;');
    this.#connection.close();
    sync(this.#path);
    return this.#finished();
  }

  discard(): void {
    this.#connection.close();
    rmSync(this.#path, { force: true });
  }
}

interface Open {
  readonly connection: Connection;
  readonly file: ViewFile;
  readonly rows: RowReader;
  readonly books: Bookkeeping;
}

/** A folder with a file per version of a read model, and beside them a small file that says which ones are live. */
class SqliteViewStore implements ViewStore {
  readonly #folder: string;
  readonly #open = new Map<string, Open>();
  #live: Readonly<Record<string, string>> = {};
  #liveSeen = '';
  #scratches = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  live(name: string): ViewFile | undefined {
    const file = this.#pointers()[name];
    const found = file === undefined ? undefined : describe(file);
    return found && existsSync(this.#path(found.file)) ? plain(found) : undefined;
  }

  open(shape: ViewShape, file: ViewFile): View {
    const connection = openView(this.#path(file.file), false);
    return new SqliteView(connection, shape, file);
  }

  build(shape: ViewShape): ViewUnderConstruction {
    mkdirSync(this.#folder, { recursive: true });
    const number = 1 + Math.max(0, ...this.#numbers(shape.name));
    const file = `${shape.name}.v${shape.version}.${number}.sqlite`;
    for (const left of readdirSync(this.#folder))
      if (left.startsWith(`${shape.name}.v`) && left.endsWith('.unfinished'))
        rmSync(this.#path(left), { force: true });
    const unfinished = this.#path(`${file}.unfinished`);
    return new SqliteViewUnderConstruction(unfinished, shape, () => {
      renameSync(unfinished, this.#path(file));
      sync(this.#folder);
      return { name: shape.name, version: shape.version, file };
    });
  }

  scratch(): Scratch {
    mkdirSync(this.#folder, { recursive: true });
    return new ScratchFile(this.#path(`scratch.${process.pid}.${this.#scratches++}.unfinished`));
  }

  swap(to: ViewFile): void {
    if (!existsSync(this.#path(to.file))) throw new Error(`${to.file} is not a finished view`);
    const pointers = { ...this.#pointers(), [to.name]: to.file };
    const written = this.#path('live.json.unfinished');
    writeFileSync(written, JSON.stringify(pointers, null, 2));
    sync(written);
    renameSync(written, this.#path('live.json'));
    sync(this.#folder);
  }

  kept(name: string): readonly ViewFile[] {
    if (!existsSync(this.#folder)) return [];
    return readdirSync(this.#folder)
      .map(describe)
      .filter((found) => found?.name === name)
      .filter((found) => found !== undefined)
      .sort((a, b) => a.number - b.number)
      .map(plain);
  }

  remove(file: ViewFile): void {
    if (this.live(file.name)?.file === file.file)
      throw new Error(`${file.file} is live; another version has to take its place first`);
    for (const ending of ['', '-wal', '-shm']) rmSync(`${this.#path(file.file)}${ending}`, { force: true });
  }

  read<T>(name: string, work: (rows: ViewRows) => T): Seen<T> | undefined {
    const open = this.#reader(name);
    if (!open) return undefined;
    open.connection.exec('BEGIN');
    try {
      const checkpoint = open.books.checkpoint();
      return { version: open.file.version, checkpoint, value: work(open.rows) };
    } finally {
      open.connection.exec('COMMIT');
    }
  }

  *dump(shape: ViewShape, file: ViewFile): Generator<string> {
    const connection = openView(this.#path(file.file), true);
    try {
      for (const table of shape.tables)
        for (const values of everyRow(connection, table)) yield dumpLine(table.name, values);
      for (const parked of new Bookkeeping(connection).parked()) yield parkedLine(parked);
    } finally {
      connection.close();
    }
  }

  compare(_shape: ViewShape, first: ViewFile, second: ViewFile): Comparison {
    const connection = openView(this.#path(first.file), true);
    try {
      return compareFiles(connection, this.#path(second.file));
    } finally {
      connection.close();
    }
  }

  close(): void {
    for (const { connection } of this.#open.values()) connection.close();
    this.#open.clear();
  }

  #path(file: string): string {
    return join(this.#folder, file);
  }

  #numbers(name: string): number[] {
    return this.kept(name).map(({ file }) => describe(file)?.number ?? 0);
  }

  /** Another thread or process may have swapped: the small file is looked at each time, and read when it is another one. */
  #pointers(): Readonly<Record<string, string>> {
    const path = this.#path('live.json');
    const seen = statSync(path, { throwIfNoEntry: false });
    const mark = seen ? `${seen.ino}/${seen.mtimeMs}/${seen.size}` : '';
    if (mark !== this.#liveSeen) {
      this.#live = seen ? parsed(readFileSync(path, 'utf8')) : {};
      this.#liveSeen = mark;
    }
    return this.#live;
  }

  #reader(name: string): Open | undefined {
    const live = this.live(name);
    const known = this.#open.get(name);
    if (known && known.file.file === live?.file) return known;
    known?.connection.close();
    this.#open.delete(name);
    if (!live) return undefined;
    const connection = openView(this.#path(live.file), true);
    const open = {
      connection,
      file: live,
      rows: new RowReader(connection),
      books: new Bookkeeping(connection),
    };
    this.#open.set(name, open);
    return open;
  }
}

/** Read models are small and there are many of them: a little cache each, or together they fill the memory. */
const openView = (file: string, readOnly: boolean): Connection => {
  const connection = openConnection({ file, readOnly, durability: 'NORMAL' });
  connection.exec('PRAGMA cache_size = -4096');
  return connection;
};

const plain = ({ name, version, file }: ViewFile): ViewFile => ({ name, version, file });

/** Unreadable pointers are no pointers: the read models are then built again. */
const parsed = (text: string): Readonly<Record<string, string>> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
        )
      : {};
  } catch {
    return {};
  }
};

export const sqliteViewStore = (folder: string): ViewStore => new SqliteViewStore(folder);
