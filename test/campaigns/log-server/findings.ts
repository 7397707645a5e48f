import { Chain } from '../../../src/engine/chain.ts';
import type { Recorded } from '../../../src/kernel/message.ts';
import type { Checkpoint } from '../../../src/ports/view-store.ts';
import type { Account } from '../account.ts';
import { checkLog, type Findings as OfTheLog } from '../check-log.ts';
import type { Request } from '../load.ts';
import { askedBecauseOf, isRegistration } from './readers.ts';

/** Everything that must not be; each a list of what was found, in words. */
export interface Findings extends OfTheLog {
  /** Told that it was refused, and in the log. */
  readonly refusedAndThere: readonly string[];
  /** Heard by the workflows otherwise than once. */
  readonly notHeardOnce: readonly string[];
  /** Read otherwise than it stands there. */
  readonly readOtherwise: readonly string[];
  /** Commands or readers that did not come back with the servers. */
  readonly notBack: readonly string[];
}

export interface Told {
  /** All of the log, as somebody reads it who was not there. */
  readonly events: readonly Recorded[];
  readonly account: Account;
  readonly refused: readonly Request[];
  /** How readers had read it in the end. */
  readonly read: readonly { readonly name: string; readonly chain: Checkpoint | undefined }[];
  readonly notBack: readonly string[];
}

const inWords = (at: Checkpoint | undefined): string =>
  `${at?.ordinal ?? 0} events, hash ${at?.hash ?? 'none'}`;

export const findingsIn = ({ events, account, refused, read, notBack }: Told): Findings => {
  const perCommand = new Map<string, number>();
  const chain = new Chain();
  for (const event of events) {
    chain.add(event);
    perCommand.set(event.meta.commandId, (perCommand.get(event.meta.commandId) ?? 0) + 1);
  }
  const last = events.at(-1);
  const stands = last && chain.at(last.position);
  return {
    ...checkLog(events, account.known),
    refusedAndThere: refused
      .map(({ commandId }) => commandId)
      .filter((commandId) => perCommand.has(commandId)),
    notHeardOnce: events
      .filter((event) => isRegistration(event) && perCommand.get(askedBecauseOf(event)) !== 1)
      .map(({ stream }) => stream),
    readOtherwise: read
      .filter(({ chain: theirs }) => theirs?.ordinal !== stands?.ordinal || theirs?.hash !== stands?.hash)
      .map(({ name, chain: theirs }) => `${name}: ${inWords(theirs)}; there are ${inWords(stands)}`),
    notBack,
  };
};
