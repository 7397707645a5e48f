import { deliveryReadable } from '../../../src/domain/delivery/state.ts';
import { institution } from '../../../src/domain/institution/state.ts';
import { sabCaseReadable } from '../../../src/domain/sab-case/state.ts';
import { staffReadable } from '../../../src/domain/staff/state.ts';
import { studentReadable } from '../../../src/domain/student/state.ts';
import { trajectoryReadable } from '../../../src/domain/trajectory/state.ts';
import { told } from '../../../src/engine/codec.ts';
import type { Happening, Recorded } from '../../../src/kernel/message.ts';
import type { Fold, Readable } from '../../../src/kernel/subject.ts';

interface Folded {
  state: unknown;
  waiting: Recorded[];
}

const readables = [
  deliveryReadable,
  institution,
  sabCaseReadable,
  staffReadable,
  studentReadable,
  trajectoryReadable,
];

/** The domain's streams as they were told so far, folded when somebody asks. */
export class KnownSoFar {
  readonly #streams = new Map<string, Folded>();

  tell(event: Recorded): void {
    const known = this.#streams.get(event.stream);
    if (known) known.waiting.push(event);
    else this.#streams.set(event.stream, { state: undefined, waiting: [event] });
  }

  readonly fold: Fold = <State, Event extends Happening>(
    readable: Readable<State, Event>,
    stream: string,
  ) => {
    if (!readables.some((each) => (each as unknown) === readable))
      throw new Error(`${stream} is no stream of the domain`);
    const known = this.#streams.get(stream);
    if (!known) return Promise.resolve(readable.initial);
    for (const event of known.waiting)
      known.state = readable.evolve(
        (known.state ?? readable.initial) as State,
        told<Event>(readable.events, event),
      );
    known.waiting = [];
    return Promise.resolve((known.state ?? readable.initial) as State);
  };
}
