import type { FollowUp } from '../follow-ups.ts';
import type { GuidanceQuestions } from './guidance-reader.ts';
import type { Questions as LogQuestions } from './log-reader.ts';
import type { PaperAnswer, PaperQuestion } from '../papers/make.ts';
import type { SealQuestion } from '../sealing/make.ts';
import type { Sealed } from '../sealing/seal.ts';
import type { LogPlace } from '../log-place.ts';
import { Thread, threadFile } from '../thread.ts';

/** A bundle is made where the log is read, so that nobody waits for it at the door. */
interface SealingQuestions {
  readonly seal: { readonly ask: SealQuestion; readonly answer: Sealed };
}

/** Papers as well: a large one takes a while. */
interface PaperQuestions {
  readonly paper: { readonly ask: PaperQuestion; readonly answer: PaperAnswer };
}

type Questions = LogQuestions & GuidanceQuestions & SealingQuestions & PaperQuestions;

/** The reader of the whole log and of whole read models, in a thread of its own. */
export class Reader {
  readonly #thread: Thread<{ readonly followUps: readonly FollowUp[] }>;

  constructor(
    places: { readonly log: LogPlace; readonly views: string },
    onFollowUps: (followUps: readonly FollowUp[]) => void,
    onDeath: (error: Error) => void,
  ) {
    this.#thread = new Thread(
      threadFile('reader-worker'),
      places,
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
