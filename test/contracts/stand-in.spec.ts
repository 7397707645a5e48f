import { beforeAll, describe, expect, it } from '@jest/globals';
import { differences, moved } from '../support/stand-in/replay/compare.ts';
import {
  type Answered,
  type Json,
  type Recording,
  recordings,
} from '../support/stand-in/replay/recording.ts';
import { Replay, type Replayed } from '../support/stand-in/replay/replay.ts';
import { startStandIn } from '../support/stand-in/start.ts';

/**
 * Where the stand-in answers otherwise than the real server did, and why it may. Beside these: it waits a second or less
 * where the real one waits two, HTTP headers among the trailers and words of the transport are not compared, nor are numbers
 * of 64 bits that were read as doubles beyond their 53 bits.
 */
const deviations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '11-subscribe-all': {
    'from start, filter type prefix Odd, max 1, mult 1':
      'The real server searches some records of empty appends as if they were events. The adapter appends nothing empty, and uses no checkpoint but as a place to go on from.',
  },
  '13-concurrent-duplicates': {
    'two identical batches pipelined on one call, any 0':
      'A race: the real server answered as if the first were written here, and with a timeout twice. The stand-in always times out.',
  },
};

/** What was asked at once must meet while it is being written, however slow this machine is. */
const isAtOnce = (step: Recording['steps'][number]): boolean =>
  'together' in step || (step.rpc === 'BatchAppend' && step.requests.length > 1);

/** A server that has just begun is asked everything that was asked of the real one, in that order. */
const replay = async (
  file: Parameters<typeof recordings>[0],
): Promise<ReadonlyMap<string, readonly Replayed[]>> => {
  const server = await startStandIn({ statsEvery: 0, writeTimeoutMs: file === 'duplicates' ? 200 : 2_000 });
  const asking = new Replay(server.port);
  const replayed = new Map<string, readonly Replayed[]>();
  for (const { recording, steps } of recordings(file)) {
    const found: Replayed[] = [];
    for (const step of steps) {
      server.log.commitMs = isAtOnce(step) ? 100 : 1;
      found.push(...(await asking.ask(step)));
    }
    replayed.set(recording, found);
  }
  asking.close();
  await server.close();
  return replayed;
};

/** The position in the first answer that has one. */
const firstPosition = (answers: readonly Json[]): bigint =>
  BigInt(/"commitPosition":"(\d+)"/.exec(JSON.stringify(answers))?.[1] ?? 0);

/** How much earlier the log of the stand-in began. */
const shiftOf = ([first]: readonly Replayed[]): bigint =>
  first ? firstPosition(first.answered.answers) - firstPosition(first.recorded.answers) : 0n;

const isSameTime = ({ recorded }: Replayed): boolean => /^[AB]\d$/.test(recorded.name);

/** Of two calls at the same time either may be the first: who got which answer is not compared. */
const untangled = (replayed: readonly Replayed[]): readonly Replayed[] => {
  const sorted = (answers: readonly Answered[]): readonly Answered[] =>
    answers.toSorted((one, other) => (one.status?.code ?? 0) - (other.status?.code ?? 0));
  const together = replayed.filter(isSameTime);
  const recorded = sorted(together.map((each) => each.recorded));
  const answered = sorted(together.map((each) => each.answered));
  return replayed.map((each) => {
    const at = together.indexOf(each);
    const [was, is] = [recorded[at], answered[at]];
    return was && is
      ? { recorded: { ...each.recorded, ...was, name: each.recorded.name }, answered: is }
      : each;
  });
};

const unlike = (replayed: readonly Replayed[], shift: bigint): readonly (readonly [string, string])[] =>
  replayed.flatMap(({ recorded, answered }) => {
    const expected = { ...recorded, answers: recorded.answers.map((answer) => moved(answer, shift)) };
    const found = differences(expected, answered);
    return found.length === 0 ? [] : [[recorded.name, found.join('\n')] as const];
  });

const unexplained = (recording: string, found: ReturnType<typeof unlike>): readonly string[] =>
  found.flatMap(([name, what]) => (deviations[recording]?.[name] ? [] : [`${name}\n${what}`]));

describe.each<[Parameters<typeof recordings>[0], readonly Recording['recording'][]]>([
  ['one-day', recordings('one-day').map(({ recording }) => recording)],
  ['duplicates', ['13-concurrent-duplicates']],
  ['any', ['16-any-noncontiguous']],
])('a stand-in of EventStoreDB answers as the real server was recorded: %s', (file, names) => {
  let replayed: ReadonlyMap<string, readonly Replayed[]>;
  beforeAll(async () => {
    replayed = await replay(file);
  }, 60_000);

  it.each(names)('%s', (name) => {
    const found = untangled(replayed.get(name) ?? []);
    expect(found.length).toBeGreaterThan(10);
    const differing = unlike(found, file === 'one-day' ? 0n : shiftOf(found));
    expect(unexplained(name, differing)).toEqual([]);
    expect(differing.map(([step]) => step)).toEqual(Object.keys(deviations[name] ?? {}));
  });
});

describe('the comparison with the recordings bites', () => {
  const recorded: Answered = {
    answers: [
      { confirmation: {} },
      { event: { event: { streamRevision: '4', position: '733' }, commitPosition: '733' } },
      { caughtUp: {} },
    ],
    status: {
      code: 9,
      details: "Event stream 't1' is deleted.",
      trailers: { exception: 'stream-deleted', 'stream-name': 't1' },
    },
  };
  const [confirmation, event, caughtUp] = recorded.answers;
  const status = recorded.status ?? { code: 0, details: '', trailers: {} };
  const answers = (...list: readonly (Json | undefined)[]): Answered => ({
    answers: list.flatMap((answer) => (answer === undefined ? [] : [answer])),
    status,
  });

  it('finds nothing in the same answer', () => {
    expect(differences(recorded, JSON.parse(JSON.stringify(recorded)) as Answered)).toEqual([]);
  });

  it.each<[string, Answered]>([
    ['another code', { ...recorded, status: { ...status, code: 5 } }],
    ['other words', { ...recorded, status: { ...status, details: 'Event stream is deleted.' } }],
    ['a missing trailer', { ...recorded, status: { ...status, trailers: { exception: 'stream-deleted' } } }],
    [
      'a trailer too many',
      { ...recorded, status: { ...status, trailers: { ...status.trailers, more: '1' } } },
    ],
    ['no end at all', { answers: recorded.answers }],
    ['another order', answers(confirmation, caughtUp, event)],
    ['an answer of another kind', answers(confirmation, event, { fellBehind: {} })],
    ['a missing answer', answers(confirmation, event)],
    ['an answer too many', answers(confirmation, event, caughtUp, caughtUp)],
    [
      'another position',
      answers(
        confirmation,
        { event: { event: { streamRevision: '4', position: '734' }, commitPosition: '734' } },
        caughtUp,
      ),
    ],
  ])('finds %s', (_what, planted) => {
    expect(differences(recorded, planted)).not.toEqual([]);
  });

  it('finds a server that knows of no tombstone', async () => {
    const server = await startStandIn({ statsEvery: 0 });
    const asking = new Replay(server.port);
    const [deletion] = recordings('one-day').filter(({ recording }) => recording === '06-delete');
    const step = deletion?.steps.find(({ name }) => name === 'read t1 after tombstone');
    const [found] = step ? await asking.ask(step) : [];
    asking.close();
    await server.close();
    expect(found && differences(found.recorded, found.answered).join()).toContain('streamNotFound');
    expect(found && differences(found.recorded, found.answered).join()).toContain(
      '"exception":"stream-deleted"',
    );
  });
});
