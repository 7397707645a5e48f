import { createHash } from 'node:crypto';
import { uuid } from '../../kernel/message.ts';
import type { Random } from '../../ports/random.ts';

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

/**
 * Chance that is the same every time, for a seed: sfc32 (Chris Doty-Humphrey, PractRand), whose state is the
 * SHA-256 of the seed, so that seeds that look alike give rows that do not. Not for secrets.
 */
export const seededRandom = (seed: string): Random => {
  const digest = createHash('sha256').update(seed).digest();
  let [a, b, c, counter] = [digest.readInt32LE(0), digest.readInt32LE(4), digest.readInt32LE(8), 1];

  const word = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warming = 0; warming < 12; warming++) word();

  return {
    number: () => word() / 4_294_967_296,
    uuid: () => {
      const versioned = hex((word() & 0xffff0fff) | 0x4000);
      const variant = hex((word() & 0x3fffffff) | 0x80000000);
      const first = hex(word());
      return uuid(
        `${first}-${versioned.slice(0, 4)}-${versioned.slice(4)}-${variant.slice(0, 4)}-${variant.slice(4)}${hex(word())}`,
      );
    },
  };
};
