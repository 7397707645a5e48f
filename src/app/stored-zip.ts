import { zipSync } from 'fflate';

export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The first moment that a ZIP can name, the same wherever it is packed: the format knows local time only. */
const noMoment = new Date(1980, 0, 1);

/** A ZIP of these files in this order: the same files give the same bytes, on any machine. */
export const storedZip = (files: readonly PackedFile[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), {
    // Stored, not deflated: what a later compressor makes of the same bytes is nobody's promise.
    level: 0,
    mtime: noMoment,
  });
