import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AlreadyOpen } from '../../ports/event-store.ts';
import { isBusy } from './connection.ts';

/** The right to write to a data folder; the kernel takes it back when the process dies, however it dies. */
export interface Lock {
  readonly folder: string;
  release(): void;
}

export const openLock = (folder: string): Lock => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'lock');
  const connection = new DatabaseSync(file, { timeout: 0 });
  try {
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    if (!isBusy(error)) throw error;
    throw new AlreadyOpen(
      `Another process writes to ${folder} (it holds ${file}). Stop it first, or ask through it.`,
      { cause: error },
    );
  }
  let held = true;
  return {
    folder,
    release: () => {
      if (held) connection.close();
      held = false;
    },
  };
};
