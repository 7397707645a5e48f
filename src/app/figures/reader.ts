import type { FollowUp } from '../follow-ups.ts';
import type { Questions } from './log-reader.ts';
import { Thread, threadFile } from '../thread.ts';

/** The reader of the whole log, in a thread of its own. */
export class Reader {
  readonly #thread: Thread<{ readonly followUps: readonly FollowUp[] }>;

  constructor(
    log: string,
    onFollowUps: (followUps: readonly FollowUp[]) => void,
    onDeath: (error: Error) => void,
  ) {
    this.#thread = new Thread(
      threadFile('reader-worker'),
      { log },
      ({ followUps }) => onFollowUps(followUps),
      onDeath,
    );
  }

  /** Reads on to the head; answers the ordinal there. */
  async catchUp(): Promise<number> {
    return (await this.#thread.ask('catchUp')) as number;
  }

  async ask<Kind extends keyof Questions>(
    kind: Kind,
    ask: Questions[Kind]['ask'],
  ): Promise<Questions[Kind]['answer']> {
    return (await this.#thread.ask(kind, ask)) as Questions[Kind]['answer'];
  }

  close(): Promise<void> {
    return this.#thread.close();
  }
}
