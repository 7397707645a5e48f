import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { asFault, BadUsage, type Io } from './usage.ts';

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

/** A file that somebody named; it can be read more than once. */
const openFile = async (given: string, cwd: string): Promise<GivenFile> => {
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

/** All files are looked at before the first is read, so that a typing error leaves nothing half done. */
export const openFiles = async (given: readonly string[], cwd: string): Promise<readonly GivenFile[]> => {
  const files: GivenFile[] = [];
  for (const each of given) files.push(await openFile(each, cwd));
  return files;
};

/** Tells of a long import every five thousand persons. */
export const tellsProgress = (
  { name }: GivenFile,
  io: Pick<Io, 'err'>,
): ((progress: { readonly persons: number; readonly of: number }) => void) => {
  let shown = 0;
  return ({ persons, of }) => {
    if (persons - shown < 5_000) return;
    shown = persons;
    io.err(`${name}: ${persons} of ${of} persons\n`);
  };
};
