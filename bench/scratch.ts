import { existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stoppedAtExit } from './stopping.ts';

/** `TMPFS_MAGIC` of statfs(2). */
const memoryFileSystem = 0x0102_1994;

/**
 * In memory an fsync costs nothing, and every figure about durable commits would be a lie. What lies in /var/tmp may
 * be another user's, as a PostgreSQL that root starts is.
 */
export const onDisk = (): string => {
  const found = [tmpdir(), '/var/tmp'].find(
    (folder) => existsSync(folder) && statfsSync(folder).type !== memoryFileSystem,
  );
  if (found !== undefined) return found;
  const folder = fileURLToPath(new URL('../node_modules/.cache', import.meta.url));
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** A folder on a disk, gone when the work is done or broken off. */
export const withScratch = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(onDisk(), 'wissel-bench-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const removed = stoppedAtExit(remove);
  try {
    return await work(folder);
  } finally {
    remove();
    removed();
  }
};
