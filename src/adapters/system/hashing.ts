import { createHmac, createSecretKey } from 'node:crypto';
import type { Hashing } from '../../ports/hashing.ts';

const shortestKey = 32;

export interface HashingKeys {
  readonly command: string | Uint8Array;
  readonly number: string | Uint8Array;
  readonly invitation: string | Uint8Array;
  readonly pseudonym: string | Uint8Array;
}

/** HMAC-SHA-256 (RFC 2104) with a key per purpose; a key shorter than the hash would be its weakest part. */
export const hashingWith = (keys: HashingKeys): Hashing => {
  for (const [purpose, key] of Object.entries(keys) as [keyof HashingKeys, string | Uint8Array][])
    if (Buffer.byteLength(key) < shortestKey)
      throw new RangeError(`the ${purpose} key has fewer than ${shortestKey} bytes`);
  // Prepared once: every command is hashed, and a key given as text is prepared each time.
  const prepared = {
    command: createSecretKey(Buffer.from(keys.command)),
    number: createSecretKey(Buffer.from(keys.number)),
    invitation: createSecretKey(Buffer.from(keys.invitation)),
    pseudonym: createSecretKey(Buffer.from(keys.pseudonym)),
  };
  return { hmac: (purpose, text) => createHmac('sha256', prepared[purpose]).update(text).digest('hex') };
};

/** Keys that everybody may read here: for development and simulated schools, never for real numbers or raters. */
export const developmentHashing: Hashing = hashingWith({
  command: 'wissel development key for commands: not secret',
  number: 'wissel development key for numbers: not secret',
  invitation: 'wissel development key for invitations: not secret',
  pseudonym: 'wissel development key for pseudonyms: not secret',
});
