import { accept, refuse } from '../../src/kernel/decider.ts';
import type { Happening } from '../../src/kernel/message.ts';
import { event, structural, wholeNumber } from '../../src/kernel/schema.ts';
import type { Subject } from '../../src/kernel/subject.ts';

interface Count {
  readonly type: 'Count';
  /** How many events this one command is to write: all or none of them. */
  readonly events: number;
}
type Counted = Happening<'Counted', { readonly number: number; readonly of: number }>;

/** A subject whose commands write batches, and whose state tells when a batch was torn or came twice. */
export const counterSubject: Subject<
  string,
  Count,
  Counted,
  { readonly count: number },
  undefined,
  { readonly code: 'NothingToCount' }
> = {
  name: 'counter',
  stream: (id) => `counter-${id}`,
  initial: { count: 0 },
  evolve: ({ count }) => ({ count: count + 1 }),
  events: {
    Counted: event({
      by: ['Count'],
      says: 'One more.',
      fields: { number: structural(wholeNumber(1, 1_000_000_000)), of: structural(wholeNumber(1, 100)) },
    }),
  },
  gather: () => Promise.resolve(undefined),
  mayAsk: () => undefined,
  decide: ({ events }, { count }) =>
    events < 1
      ? refuse({ code: 'NothingToCount' })
      : accept(
          ...Array.from({ length: events }, (_, index): Counted => ({
            type: 'Counted',
            data: { number: count + index + 1, of: events },
          })),
        ),
};
