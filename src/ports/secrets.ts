/** Where secrets come from that nobody can guess. */
export interface Secrets {
  /** 256 bits of chance, in letters that can stand in a path. */
  fresh(): string;
}
