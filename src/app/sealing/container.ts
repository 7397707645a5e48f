import { hash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { type PackedFile, storedZip } from '../stored-zip.ts';

export const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes);

/** As `sha256sum -c` reads it, so that the files can be checked without this software. */
export const sumsPath = 'SHA256SUMS';

export const sumsOf = (files: readonly PackedFile[]): string =>
  files.map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`).join('');

/** A ZIP with these files in this order and their sums behind them: the same files give the same bytes. */
export const pack = (files: readonly PackedFile[]): Uint8Array =>
  storedZip([...files, { path: sumsPath, bytes: new TextEncoder().encode(sumsOf(files)) }]);

export type Unpacked =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Uint8Array>; readonly exact: boolean }
  | { readonly ok: false };

/** What is in a bundle, and whether it is to the byte what packing that would give: nothing hidden, nothing changed. */
export const unpack = (bundle: Uint8Array): Unpacked => {
  try {
    const folded: string[] = [];
    const found = unzipSync(bundle, {
      // What was packed is not compressed; whatever is may unfold to more than there is room for.
      filter: ({ name, compression }) => {
        if (compression !== 0) folded.push(name);
        return compression === 0;
      },
    });
    const files = new Map(Object.entries(found));
    if (files.size === 0) return { ok: false };
    const again = storedZip([...files].map(([path, bytes]) => ({ path, bytes })));
    return { ok: true, files, exact: folded.length === 0 && Buffer.compare(again, bundle) === 0 };
  } catch {
    return { ok: false };
  }
};
