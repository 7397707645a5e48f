import type { Random } from '../../src/ports/random.ts';
import type { Known } from './check-log.ts';
import { Load, type Request } from './load.ts';
import type { Reply } from './office.ts';

/** How often an acknowledged request is asked again, to hear the same answer. */
const repeats = 0.05;

/** What was asked and what was heard of it, kept by whoever asks alone. */
export class Account {
  readonly #known = new Map<string, Known>();
  readonly #acknowledged: Request[] = [];
  readonly #again: Request[] = [];
  readonly #random: Random;
  readonly #load: Load;
  askedAgain = 0;
  unanswered = 0;

  constructor(random: Random) {
    this.#random = random;
    this.#load = new Load(random);
  }

  get known(): Iterable<Known> {
    return this.#known.values();
  }
  get acknowledged(): number {
    return this.#acknowledged.length;
  }

  /** What was never answered goes first; then something new, or something that was answered before. */
  toAsk(): Request {
    const before = this.leftOver();
    if (before) return before;
    if (this.#random.number() < repeats) {
      const repeated = this.#acknowledged[Math.floor(this.#random.number() * this.#acknowledged.length)];
      if (repeated) return repeated;
    }
    const request = this.#load.next();
    this.#known.set(request.commandId, { request, otherwise: [] });
    return request;
  }

  /** In the last life nothing new is begun: only what is open, until there is none. */
  leftOver(): Request | undefined {
    return this.#again.shift();
  }

  heard(request: Request, reply: Reply | undefined): void {
    const known = this.#known.get(request.commandId);
    if (!known) throw new Error('an answer to what was never asked');
    if (reply === undefined) {
      this.unanswered++;
      if (!known.acknowledged) this.#again.push(request);
      return;
    }
    const { acknowledged } = known;
    if (acknowledged) {
      this.askedAgain++;
      if (!sameAnswer(acknowledged, reply)) known.otherwise.push(reply);
    } else if (reply.outcome === 'done') {
      // It was so already: nothing was written, so nothing is remembered of it.
      if (reply.events?.length === 0) return;
      known.acknowledged = reply;
      this.#acknowledged.push(request);
      this.#load.acknowledged(request);
    } else if (reply.outcome === 'conflict') {
      this.#again.push(request);
    } else if (reply.outcome !== 'refused') {
      throw new Error(`${request.commandId}: ${reply.outcome}: ${reply.why ?? ''}`);
    }
  }
}

const sameAnswer = (first: Reply, later: Reply): boolean =>
  later.outcome === 'done' &&
  later.repeated === true &&
  first.stream === later.stream &&
  first.revision === later.revision &&
  first.position === later.position &&
  first.events?.join() === later.events?.join();
