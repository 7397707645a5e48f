/** What is wrong with a line or a file, and how to mend it. */
export interface Problem {
  readonly code: string;
  readonly text: string;
}
