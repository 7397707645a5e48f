import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { asFault, BadUsage } from './usage.ts';

export interface GivenFile {
  readonly name: string;
  readonly open: () => AsyncIterable<Uint8Array>;
  /** SHA-256 of its bytes, in hex. */
  readonly hash: string;
}

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) hash.update(chunk);
  return hash.digest('hex');
};

/** A file that somebody named, looked at before anything is read; it can be read more than once. */
export const openFile = async (given: string, cwd: string): Promise<GivenFile> => {
  const path = resolve(cwd, given);
  const problem = (() => {
    try {
      return statSync(path).isFile() ? undefined : 'is no file';
    } catch (error) {
      return asFault(error).code === 'ENOENT' ? 'there is no such file' : 'cannot be read';
    }
  })();
  if (problem !== undefined) throw new BadUsage(`${given}: ${problem}`);
  try {
    return { name: basename(path), open: () => createReadStream(path), hash: await hashOf(path) };
  } catch {
    throw new BadUsage(`${given}: cannot be read`);
  }
};
