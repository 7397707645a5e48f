import { hash } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';

export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes);

/** As `sha256sum -c` reads it, so that the files can be checked without this software. */
export const sumsPath = 'SHA256SUMS';

/** The first moment that a ZIP can name, the same wherever it is packed: the format knows local time only. */
const noMoment = new Date(1980, 0, 1);

const zipped = (files: readonly PackedFile[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), {
    // Stored, not deflated: what a later compressor makes of the same bytes is nobody's promise.
    level: 0,
    mtime: noMoment,
  });

export const sumsOf = (files: readonly PackedFile[]): string =>
  files.map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`).join('');

/** A ZIP with these files in this order and their sums behind them: the same files give the same bytes. */
export const pack = (files: readonly PackedFile[]): Uint8Array =>
  zipped([...files, { path: sumsPath, bytes: new TextEncoder().encode(sumsOf(files)) }]);

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
    const again = zipped([...files].map(([path, bytes]) => ({ path, bytes })));
    return { ok: true, files, exact: folded.length === 0 && Buffer.compare(again, bundle) === 0 };
  } catch {
    return { ok: false };
  }
};
