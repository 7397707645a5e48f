import { expect } from '@jest/globals';
import type { Decision } from '../../src/kernel/decider.ts';
import { type Actor, type Happening, type Told, type Uuid, uuid } from '../../src/kernel/message.ts';
import { wrongFields } from '../../src/kernel/schema.ts';
import type { Refused, Subject } from '../../src/kernel/subject.ts';

const numbered = (kind: string, number: number): Uuid =>
  uuid(`${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

/** The id of the n-th fact of a scenario, the first is 1. */
export const factId = (number: number): Uuid => numbered('f', number);

/** Facts as a fold is told them; what is in one list was told by one command. */
export const toldAs = <Event extends Happening>(
  given: readonly (Event | readonly Event[])[],
): readonly Told<Event>[] => {
  let number = 0;
  return given.flatMap((breath, command) =>
    (Array.isArray(breath) ? (breath as readonly Event[]) : [breath as Event]).map((event) => {
      number += 1;
      return { ...event, id: factId(number), commandId: numbered('c', command + 1) };
    }),
  );
};

type Given<Event> = Event | readonly Event[];

/** Given what happened, when this is asked, then these are the facts, or this is the reason to say no. */
export const scenario = <
  Id,
  Command extends { readonly type: string },
  Event extends Happening,
  State,
  Facts,
  Refusal extends Refused,
>(
  subject: Subject<Id, Command, Event, State, Facts, Refusal>,
  facts: Facts,
) => ({
  given: (...happened: readonly Given<Event>[]) => {
    const told = toldAs<Event>(happened);
    const now = told.reduce(subject.evolve, subject.initial);
    return {
      now,
      told,
      when: (command: Command, actor?: Actor) => {
        const refusal = actor && subject.mayAsk(actor, command, now, facts);
        const decision: Decision<Event, Refusal> = refusal
          ? { accepted: false, refusal }
          : subject.decide(command, now, facts);
        return {
          decision,
          then: (...events: readonly Event[]): void => {
            expect(decision).toEqual({ accepted: true, events });
            for (const { type, data } of events)
              expect(wrongFields(subject.events[type]?.fields ?? {}, data, type)).toBeUndefined();
          },
          thenNothing: (): void => {
            expect(decision).toEqual({ accepted: true, events: [] });
          },
          thenRefused: (code: Refusal['code'], about: Readonly<Record<string, unknown>> = {}): void => {
            expect(decision).toEqual({
              accepted: false,
              refusal: expect.objectContaining({ code, ...about }),
            });
          },
        };
      },
    };
  },
});
