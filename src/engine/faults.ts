import { StoreAway, StoreClosed, StoreFull, UnknownOutcome } from '../ports/event-store.ts';

/** The log holds an event that this build cannot read: made by a later build, or by something else. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
}

/** A decider said something that its own event definitions do not allow: a mistake in the program. */
export class UnstorableEvent extends Error {
  override readonly name = 'UnstorableEvent';
}

/** Whether it is the log that could not do it, and not the one who asked: to be tried again as it is. */
export const isFaultOfStore = (error: unknown): boolean =>
  error instanceof StoreFull ||
  error instanceof UnknownOutcome ||
  error instanceof StoreAway ||
  error instanceof StoreClosed;
