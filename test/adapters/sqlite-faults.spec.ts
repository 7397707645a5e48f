import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openSqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { openLock } from '../../src/adapters/sqlite/lock.ts';
import { AlreadyOpen } from '../../src/ports/event-store.ts';
import { idOf } from '../contracts/event-store.contract.ts';
import { freshFolder } from './fresh-folder.ts';

const appender = fileURLToPath(new URL('children/append-until-stopped.ts', import.meta.url));

interface Line {
  readonly opened?: boolean;
  readonly acknowledged?: readonly number[];
  readonly failed?: readonly string[];
  readonly next?: string;
  readonly fatal?: number;
  readonly readable?: number;
}

const linesOf = async (child: ReturnType<typeof spawn>, each: (line: Line) => void): Promise<void> => {
  if (!child.stdout) throw new Error('the child has no standard output');
  for await (const line of createInterface({ input: child.stdout })) each(JSON.parse(line) as Line);
};

describe('an I/O error on the log', () => {
  it('leaves all in flight unknown, stops writing, reads on, and a restart finds all that was acknowledged', async () => {
    const folder = freshFolder();
    const file = `${folder}/log.sqlite`;
    // A limit on the size of files makes write(2) fail with EFBIG, which SQLite reports as SQLITE_IOERR_WRITE.
    const child = spawn('sh', ['-c', 'ulimit -f 600 && exec "$0" "$@"', process.execPath, appender, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: Line[] = [];
    await linesOf(child, (line) => lines.push(line));
    const acknowledged = lines.flatMap((line) => line.acknowledged ?? []);
    const last = lines.at(-1);
    expect(last?.failed).toEqual(Array.from({ length: 8 }, () => 'UnknownOutcome'));
    expect(last).toMatchObject({ next: 'StoreClosed', fatal: 1, readable: acknowledged.length });
    expect(acknowledged.length).toBeGreaterThan(0);

    const restarted = await openSqliteEventStore({ file });
    const found = new Set((await restarted.readAll(undefined, 1_000_000)).map(({ id }) => id));
    expect(acknowledged.filter((number) => !found.has(idOf(number)))).toEqual([]);
    await restarted.close();
  });
});

describe('a process that is killed', () => {
  it('gives its folder free, and leaves all that it acknowledged to readers and to the next writer', async () => {
    const folder = freshFolder();
    const file = `${folder}/log.sqlite`;
    const child = spawn(process.execPath, [appender, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    const acknowledged: number[] = [];
    let refused: unknown;
    const reading = linesOf(child, (line) => {
      if (line.opened) {
        try {
          openLock(folder).release();
        } catch (error) {
          refused = error;
        }
      }
      acknowledged.push(...(line.acknowledged ?? []));
      if (acknowledged.length >= 80) child.kill('SIGKILL');
    });
    await Promise.all([reading, once(child, 'exit')]);
    expect(refused).toBeInstanceOf(AlreadyOpen);

    const reader = await openSqliteEventStore({ file, readOnly: true });
    const writer = await openSqliteEventStore({ file });
    for (const store of [reader, writer]) {
      const found = new Set((await store.readAll(undefined, 1_000_000)).map(({ id }) => id));
      expect(acknowledged.filter((number) => !found.has(idOf(number)))).toEqual([]);
      await store.close();
    }
  });
});
