import { describe, expect, it } from '@jest/globals';
import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { systemClock } from '../../src/adapters/system/clock.ts';
import { developmentHashing } from '../../src/adapters/system/hashing.ts';
import { Engine } from '../../src/engine/execute.ts';
import type { Recorded } from '../../src/kernel/message.ts';
import { idOf } from '../contracts/event-store.contract.ts';
import { checkLog, faultsIn, type Known } from './check-log.ts';
import { counterSubject } from './counter.ts';

/** A log of two commands of three events each, as the parent was told of it. */
const soundLog = async () => {
  const store = memoryEventStore();
  const engine = new Engine({ store, clock: systemClock, hashing: developmentHashing });
  const known: Known[] = [];
  for (const number of [1, 2]) {
    const commandId = idOf(number);
    const answer = await engine.execute(
      counterSubject,
      'a',
      { type: 'Count', events: 3 },
      { commandId, actor: { id: 'campaign', role: 'system' }, source: 'campaign' },
    );
    if (answer.outcome !== 'done') throw new Error(answer.outcome);
    const { outcome, stream, revision, position, events } = answer;
    known.push({
      request: { kind: 'count', commandId, counter: 'a', events: 3 },
      acknowledged: {
        outcome,
        stream,
        revision,
        position: String(position),
        events: events.map(({ id }) => id),
      },
      otherwise: [],
    });
  }
  return { log: await store.readAll(undefined, 100), known };
};

const moved = (event: Recorded | undefined, by: number): Recorded[] =>
  event ? [{ ...event, revision: event.revision + by, position: event.position + BigInt(by) }] : [];

describe('holding a log against what was acknowledged', () => {
  it('finds nothing in a sound one', async () => {
    const { log, known } = await soundLog();
    expect(faultsIn(checkLog(log, known))).toBe(0);
  });

  it('finds what was acknowledged and is not there', async () => {
    const { log, known } = await soundLog();
    expect(checkLog(log.slice(0, 3), known).lost).toHaveLength(1);
  });

  it('finds what is there in another place than was said', async () => {
    const { log, known } = await soundLog();
    const shifted = log.flatMap((event, index) => (index < 3 ? [event] : moved(event, 1)));
    expect(checkLog(shifted, known)).toMatchObject({ lost: [expect.any(String)], doubled: [], half: [] });
  });

  it('finds half a batch, acknowledged or not', async () => {
    const { log, known } = await soundLog();
    const unheard = known.map(({ request }) => ({ request, otherwise: [] }));
    expect(checkLog(log.slice(0, 5), unheard)).toMatchObject({ lost: [], half: [expect.any(String)] });
    expect(checkLog(log.slice(0, 5), known)).toMatchObject({
      lost: [expect.any(String)],
      half: [expect.any(String)],
    });
  });

  it('finds a batch that does not stand together', async () => {
    const { log, known } = await soundLog();
    const [first, second, third, fourth, ...rest] = log;
    const torn = [first, second, fourth, third, ...rest].filter((event) => event !== undefined);
    expect(checkLog(torn, known).half).not.toEqual([]);
    expect(checkLog(torn, known).disordered).not.toEqual([]);
  });

  it('finds what is there twice', async () => {
    const { log, known } = await soundLog();
    expect(checkLog([...log, ...moved(log.at(-1), 1)], known).doubled).toHaveLength(2);
  });

  it('finds a repeat that was answered in another way', async () => {
    const { log, known } = await soundLog();
    known[0]?.otherwise.push({ outcome: 'done', revision: 9 });
    expect(checkLog(log, known).answeredOtherwise).toHaveLength(1);
  });
});
