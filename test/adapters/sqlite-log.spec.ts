import { afterEach, describe, expect, it } from '@jest/globals';
import { existsSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { openConnection } from '../../src/adapters/sqlite/connection.ts';
import { openSqliteEventStore, SqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { rawLineOf } from '../../src/engine/chain.ts';
import { openLock } from '../../src/adapters/sqlite/lock.ts';
import { createLog } from '../../src/adapters/sqlite/schema.ts';
import { AlreadyOpen, type EventStore, StoreClosed, StoreFull } from '../../src/ports/event-store.ts';
import { happened, idOf } from '../contracts/event-store.contract.ts';
import { freshFolder } from './fresh-folder.ts';

const open: { close: () => unknown }[] = [];
const opened = <T extends { close: () => unknown }>(each: T): T => {
  open.push(each);
  return each;
};
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});
const freshFile = () => `${freshFolder()}/log.sqlite`;
const idsOf = async (store: EventStore) => (await store.readAll(undefined, 1_000_000)).map(({ id }) => id);

describe('a connection', () => {
  const settings = (file: string) => {
    const connection = openConnection({ file });
    const read = (pragma: string) => Object.values(connection.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
    const found = ['journal_mode', 'synchronous', 'foreign_keys', 'mmap_size'].map(read);
    connection.close();
    return found;
  };

  it('is durable at every commit when the file is new, and when it is opened again', () => {
    const file = freshFile();
    expect(settings(file)).toEqual(['wal', 2, 1, 0]);
    expect(settings(file)).toEqual(['wal', 2, 1, 0]);
  });

  it('is not opened when a setting does not hold', () => {
    expect(() => openConnection({ file: ':memory:' })).toThrow('journal_mode is memory and not wal');
  });
});

describe('a file that is no log of ours', () => {
  it('is refused when another program made it', async () => {
    const file = freshFile();
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE events (a)');
    other.close();
    await expect(openSqliteEventStore({ file })).rejects.toThrow('another program');
    await expect(openSqliteEventStore({ file })).rejects.toThrow('another program');
  });

  it('is refused when a later build made it', async () => {
    const file = freshFile();
    await (await openSqliteEventStore({ file })).close();
    const later = new DatabaseSync(file);
    later.exec('PRAGMA user_version = 2');
    later.close();
    await expect(openSqliteEventStore({ file })).rejects.toThrow('written by a later build (schema 2)');
  });

  it('is refused when it is no database', async () => {
    const file = freshFile();
    writeFileSync(
      file,
      'not a database, but long enough to look at as one would at a header of it'.repeat(20),
    );
    await expect(openSqliteEventStore({ file })).rejects.toThrow('not a database');
  });

  it('is not made by a reader', async () => {
    const file = freshFile();
    await expect(openSqliteEventStore({ file, readOnly: true })).rejects.toThrow();
    expect(existsSync(file)).toBe(false);
  });
});

describe('a data folder', () => {
  it('has one writer; the next is told which file is held and what to do', async () => {
    const folder = freshFolder();
    const store = await openSqliteEventStore({ file: `${folder}/log.sqlite` });
    const second = openSqliteEventStore({ file: `${folder}/log.sqlite` });
    await expect(second).rejects.toThrow(AlreadyOpen);
    await expect(second).rejects.toThrow(
      `Another process writes to ${folder} (it holds ${folder}/lock). Stop it first, or ask through it.`,
    );
    await store.close();
    opened(await openSqliteEventStore({ file: `${folder}/log.sqlite` }));
  });

  it('can be locked before the log is opened under that lock', async () => {
    const folder = freshFolder();
    const lock = openLock(folder);
    const store = await openSqliteEventStore({ file: `${folder}/log.sqlite`, lock });
    await store.close();
    expect(() => openLock(folder)).toThrow(AlreadyOpen);
    lock.release();
    openLock(folder).release();
  });
});

describe('opened again', () => {
  it('holds what was acknowledged, answers repeats as the first time, and gives no position twice', async () => {
    const file = freshFile();
    const before = await openSqliteEventStore({ file });
    const first = await before.append('a', 'none', [happened(1), happened(2)]);
    await before.append('a', 1, [happened(3)]);
    await before.close();
    const after = opened(await openSqliteEventStore({ file }));
    const again = await after.append('a', 'none', [happened(1), happened(2)]);
    expect({ ...again, isNew: true }).toEqual(first);
    expect(again).not.toHaveProperty('isNew');
    expect(await after.append('b', 'none', [happened(4)])).toMatchObject({ revision: 0, position: 4n });
  });
});

describe('a reader beside the writer', () => {
  it('sees each commit within a quarter of a second, and cannot write', async () => {
    const file = freshFile();
    const writer = opened(await openSqliteEventStore({ file }));
    await writer.append('a', 'none', [happened(1)]);
    const reader = opened(await openSqliteEventStore({ file, readOnly: true }));
    await expect(reader.append('a', 0, [happened(2)])).rejects.toThrow(StoreClosed);
    expect(await idsOf(reader)).toEqual([idOf(1)]);

    const stop = new AbortController();
    let written = 0;
    setTimeout(() => {
      written = performance.now();
      void writer.append('a', 0, [happened(2)]);
    }, 50);
    for await (const page of reader.follow(1n, stop.signal)) {
      expect(page.map(({ id }) => id)).toEqual([idOf(2)]);
      expect(performance.now() - written).toBeLessThan(250 + 100);
      stop.abort();
    }
  });
});

describe('the stored text', () => {
  it('is handed out as it is stored, and its line is that of the parsed event', async () => {
    const store = opened(await openSqliteEventStore({ file: freshFile() }));
    await store.append('a', 'none', [
      happened(1, { text: 'é "\\ \u2028 \ud800', 10: 'a', 9: 'b' }, 'With "quotes"'),
    ]);
    await store.append('b-1', 'none', [happened(2, [1.5, -0, 1e21, null])]);
    const lines = [...store.rawEvents()].map(rawLineOf);
    const parsed = (await store.readAll(undefined, 10)).map(
      ({ id, stream, revision, type, version, data, meta }) =>
        JSON.stringify({ id, stream, revision, type, version, data, meta }),
    );
    expect(lines).toEqual(parsed);
    expect([...store.rawEvents(1n)].map(({ id }) => id)).toEqual([idOf(2)]);
  });

  it('is handed out page by page, so that others can write meanwhile', async () => {
    const store = opened(await openSqliteEventStore({ file: freshFile() }));
    const count = 11_000;
    await Promise.all(
      Array.from({ length: count / 100 }, (_, index) =>
        store.append(
          `s-${index}`,
          'none',
          Array.from({ length: 100 }, (_each, n) => happened(index * 100 + n)),
        ),
      ),
    );
    expect([...store.rawEvents()]).toHaveLength(count);
  });
});

describe('a full disk', () => {
  /** SQLite's own limit on pages says the same as a full disk does: SQLITE_FULL. */
  const nearlyFull = async () => {
    const connection = openConnection({ file: freshFile() });
    createLog(connection);
    const pages = (most: number) => connection.exec(`PRAGMA max_page_count = ${most}`);
    pages(40);
    const store = opened(new SqliteEventStore(connection));
    await store.append('a', 'none', [happened(1)]);
    return { store, pages };
  };

  it('writes nothing, reads on, and appends again when there is room', async () => {
    const { store, pages } = await nearlyFull();
    const large = happened(2, 'x'.repeat(500_000));
    await expect(store.append('a', 0, [happened(3), large])).rejects.toThrow(StoreFull);
    expect(await idsOf(store)).toEqual([idOf(1)]);
    expect(await store.append('a', 0, [happened(4)])).toMatchObject({ done: true, revision: 1 });
    pages(4_000);
    expect(await store.append('a', 1, [happened(3), large])).toMatchObject({ done: true, revision: 3 });
    expect(await idsOf(store)).toEqual([1, 4, 3, 2].map(idOf));
  });

  it('tells all who shared the commit, and none of their events is there', async () => {
    const { store } = await nearlyFull();
    const together = await Promise.allSettled([
      store.append('b', 'none', [happened(2)]),
      store.append('c', 'none', [happened(3, 'x'.repeat(500_000))]),
      store.append('d', 'none', [happened(4)]),
    ]);
    expect(
      together.map((each) => (each.status === 'rejected' ? (each.reason as Error).name : 'done')),
    ).toEqual(['StoreFull', 'StoreFull', 'StoreFull']);
    expect(await idsOf(store)).toEqual([idOf(1)]);
  });
});
