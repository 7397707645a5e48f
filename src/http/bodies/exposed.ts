/** The commands of a subject that people may ask, without those that only a part of the system gives. */
export type Exposed<Command extends { readonly type: string }, Inside extends Command['type']> = Exclude<
  Command,
  { readonly type: Inside }
>;
