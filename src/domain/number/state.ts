import { evolveBy } from '../../kernel/decider.ts';
import type { Readable } from '../../kernel/subject.ts';
import type { StudentId } from '../student/ids.ts';
import { type NumberEvent, numberEvents } from './events.ts';

/** Whose number it is; nobody's when it was never claimed or was released. */
export interface ClaimedNumber {
  readonly holder?: StudentId;
  /** Whose it was before it was moved, latest first: trajectories that were merged are found by it. */
  readonly earlier?: readonly StudentId[];
}

export const numberReadable: Readable<ClaimedNumber, NumberEvent> = {
  initial: {},
  evolve: evolveBy<NumberEvent, ClaimedNumber>({
    NumberClaimed: ({ student }, { holder, earlier = [] }) => {
      const others = (holder === undefined ? earlier : [holder, ...earlier]).filter(
        (each) => each !== student,
      );
      return others.length === 0 ? { holder: student } : { holder: student, earlier: others };
    },
    NumberReleased: () => ({}),
  }),
  events: numberEvents,
};
