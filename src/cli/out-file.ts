import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { BadUsage } from './usage.ts';

/** Where a file goes that is asked for with --out, looked at before anything is computed. */
export const placeFor = (given: string | undefined, cwd: string, what: string): string => {
  if (given === undefined || given === '') throw new BadUsage(`--out: name the file for ${what}`);
  const path = resolve(cwd, given);
  const folder = dirname(path);
  if (!(statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false))
    throw new BadUsage(`--out: there is no folder ${dirname(given)}; make it first`);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)
    throw new BadUsage(`--out: ${given} is a folder; name a file in it`);
  return path;
};

/** A place where nothing is yet: what was taken away once is not written over. */
export const newPlaceFor = (given: string | undefined, cwd: string, what: string): string => {
  const path = placeFor(given, cwd, what);
  if (statSync(path, { throwIfNoEntry: false }))
    throw new BadUsage(`--out: ${given ?? ''} is there already; name another file`);
  return path;
};

const fewBytes = 1_000_000;

/** Small pieces together, so that not each is written by itself. */
function* gathered(pieces: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece !== 'string') yield piece;
    else if ((text += piece).length > fewBytes) {
      yield text;
      text = '';
    }
  }
  yield text;
}

/** The whole file or none, from pieces; readable by who wrote it only. */
export const putPieces = (path: string, pieces: Iterable<string | Uint8Array>): void => {
  const beside = join(dirname(path), `.${basename(path)}.writing`);
  try {
    const file = openSync(beside, 'w', 0o600);
    try {
      for (const bytes of gathered(pieces)) writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
};

/** The whole file or none; readable by who wrote it only. */
export const putFile = (path: string, bytes: Uint8Array): void => {
  putPieces(path, [bytes]);
};
