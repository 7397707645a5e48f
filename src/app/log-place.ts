import { join } from 'node:path';

/** Where the log is: a file of this machine, or servers. It crosses threads as it is. */
export type LogPlace =
  | { readonly kind: 'file'; readonly file: string }
  /** The connection string may hold a password: it is never logged, nor part of a message. */
  | { readonly kind: 'servers'; readonly connectionString: string };

/** Where everything of this instance is. The folder is its own, also where the log is shared. */
export interface Place {
  /** With the read models, the lock and the socket; and the log, where that is a file. */
  readonly folder: string;
  readonly log: LogPlace;
}

export const logFile = (folder: string): string => join(folder, 'log.sqlite');
/** Those of another kind of log stand in another folder: a position means nothing in a log that did not give it. */
export const viewsFolder = ({ folder, log }: Place): string =>
  join(folder, log.kind === 'file' ? 'views' : 'views-of-servers');

/** A log of its own, in its folder. */
export const embedded = (folder: string): Place => ({
  folder,
  log: { kind: 'file', file: logFile(folder) },
});
