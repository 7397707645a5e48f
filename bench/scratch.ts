import { mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `TMPFS_MAGIC` of statfs(2). */
const memoryFileSystem = 0x0102_1994;

/** In memory an fsync costs nothing, and every figure about durable commits would be a lie. */
const onDisk = (): string => {
  if (statfsSync(tmpdir()).type !== memoryFileSystem) return tmpdir();
  const folder = fileURLToPath(new URL('../node_modules/.cache', import.meta.url));
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** A folder on a disk, gone when the work is done. */
export const withScratch = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(onDisk(), 'wissel-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
