/** Keyed hashes, with keys that are kept apart from the log: nobody without the key can try out numbers. */
export interface Hashing {
  /** HMAC-SHA-256 in hex; each purpose has a key of its own. */
  hmac(purpose: 'command' | 'number' | 'invitation' | 'pseudonym', text: string): string;
}
