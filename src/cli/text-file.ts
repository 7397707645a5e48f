import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { houseText, longestHouse } from '../imports/institution/index.ts';
import { asFault, BadUsage } from './usage.ts';

/** The text of a file that somebody named, from the folder in which he named it. */
export const textOf = (given: string, cwd: string, tooLong: string): string => {
  const path = resolve(cwd, given);
  const bytes = ((): Uint8Array => {
    try {
      const found = statSync(path);
      if (!found.isFile()) throw new BadUsage(`${given}: is no file`);
      if (found.size > longestHouse)
        throw new BadUsage(`${given}: is larger than ${longestHouse / 1_024} KiB; ${tooLong}`);
      return readFileSync(path);
    } catch (error) {
      if (error instanceof BadUsage) throw error;
      throw new BadUsage(
        `${given}: ${asFault(error).code === 'ENOENT' ? 'there is no such file' : 'cannot be read'}`,
      );
    }
  })();
  const text = houseText(bytes);
  if (text === undefined) throw new BadUsage(`${given}: is no text in UTF-8; save it as UTF-8`);
  return text;
};
