/** Milliseconds that only grow, whatever is done to the clock on the wall. */
export interface Monotonic {
  elapsed(): number;
}
