import { afterAll } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that goes when the tests of the file are done. */
export const freshFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'wissel-test-'));
  made.push(folder);
  return folder;
};
