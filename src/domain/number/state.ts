import { evolveBy } from '../../kernel/decider.ts';
import type { Readable } from '../../kernel/subject.ts';
import type { StudentId } from '../student/ids.ts';
import { type NumberEvent, numberEvents } from './events.ts';

/** Whose number it is; nobody's when it was never claimed or was released. */
export interface ClaimedNumber {
  readonly holder?: StudentId;
}

export const numberReadable: Readable<ClaimedNumber, NumberEvent> = {
  initial: {},
  evolve: evolveBy<NumberEvent, ClaimedNumber>({
    NumberClaimed: ({ student }) => ({ holder: student }),
    NumberReleased: () => ({}),
  }),
  events: numberEvents,
};
