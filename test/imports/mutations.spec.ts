import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { developmentHashing } from '../../src/adapters/system/hashing.ts';
import { numberKey } from '../../src/engine/number-key.ts';
import type { Recorded } from '../../src/kernel/message.ts';
import { emptySchool, masked, official } from './school.ts';

type Mutation = (lines: readonly string[]) => readonly string[];

const texts = fc.constantFrom(
  ...['', 'x', '0', '1', '2', '5', '8', '08', '2026-02-30', '2024-08-01', '1-8-2025', '2027-01-01', '25656'],
  ...[
    '123456782',
    '111222333',
    '100000004',
    'BSN3',
    '000000000',
    'PER',
    'ISG',
    'ISP',
    'VLP',
    'é\u0000"',
    '|',
    ';',
  ],
);
const place = fc.nat({ max: 40 });

const replaceField = fc.tuple(place, fc.nat({ max: 9 }), texts).map(
  ([at, field, text]): Mutation =>
    (lines) =>
      lines.map((line, index) => {
        if (index !== at % lines.length) return line;
        const separator = line.includes('|') ? '|' : ';';
        const cells = line.split(/[|;]/);
        return cells.toSpliced(field, 1, text).join(separator);
      }),
);
const cutLine = fc.tuple(place, fc.nat({ max: 60 })).map(
  ([at, length]): Mutation =>
    (lines) =>
      lines.map((line, index) => (index === at % lines.length ? line.slice(0, length) : line)),
);
const dropLine = place.map(
  (at): Mutation =>
    (lines) =>
      lines.toSpliced(at % Math.max(1, lines.length), 1),
);
const moveLine = fc.tuple(place, place).map(([from, to]): Mutation => (lines) => {
  const [moved] = lines.slice(from % Math.max(1, lines.length));
  const rest = lines.toSpliced(from % Math.max(1, lines.length), 1);
  return moved === undefined ? lines : rest.toSpliced(to % (rest.length + 1), 0, moved);
});
const repeatLine = fc.tuple(place, place).map(([from, to]): Mutation => (lines) => {
  const again = lines[from % Math.max(1, lines.length)];
  return again === undefined ? lines : lines.toSpliced(to % (lines.length + 1), 0, again);
});
const garble = fc.tuple(place, fc.string({ unit: 'binary', maxLength: 30 })).map(
  ([at, text]): Mutation =>
    (lines) =>
      lines.toSpliced(at % (lines.length + 1), 0, text),
);

const mutated = fc
  .tuple(
    fc.constantFrom(official, masked),
    fc.array(fc.oneof(replaceField, replaceField, cutLine, dropLine, moveLine, repeatLine, garble), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([text, mutations]) =>
    mutations.reduce<readonly string[]>((lines, mutate) => mutate(lines), text.split('\n')).join('\n'),
  );

const name = 'RO_99ZZ_20250801_20260731.csv';

/** The trajectories of whoever has a number, told apart as the importer must: by the stream of the claim. */
const trajectoriesIn = (events: readonly Recorded[]): ((number: string) => string | undefined) => {
  const claims = new Map(
    events
      .filter(({ type }) => type === 'NumberClaimed')
      .map(({ stream, data }) => [stream, `trajectory-${(data as { student: string }).student}`]),
  );
  return (number) =>
    ['bsn', 'onderwijsnummer', 'brin:99ZZ']
      .map((kind) => claims.get(`number-${numberKey(developmentHashing, kind, number)}`))
      .find((found) => found !== undefined);
};

/** The facts that a text states of each number, told apart by a reader that knows nothing of the importer. */
const statedIn = (text: string): Map<string, Set<string>> => {
  const stated = new Map<string, Set<string>>();
  for (const raw of text.split('\n')) {
    const line = raw.trim().replace(/^\uFEFF/, '');
    const cells = line.split(/[|;]/);
    const [record = '', bsn = '', other = '', ...rest] = cells.map((cell) => cell.trim());
    if (!['ISG', 'ISP', 'DIP'].includes(record)) continue;
    const key = record === 'ISP' ? `${rest[0]} ${rest[1]}` : String(rest[0]);
    for (const number of [bsn, other].filter((each) => !/^0*$/.test(each)))
      stated.set(number, (stated.get(number) ?? new Set()).add(`${record} ${key}`));
  }
  return stated;
};

describe('A file that was damaged on the way', () => {
  it('never stops the import, never goes in for half a person, and adds nothing the second time', async () => {
    const seen = { accepted: 0, refused: 0, rejections: 0 };
    await fc.assert(
      fc.asyncProperty(mutated, async (text) => {
        const school = emptySchool();
        const answer = await school.tryImport(text, { name });
        seen[answer.accepted ? 'accepted' : 'refused'] += 1;
        const events = await school.events();
        if (!answer.accepted) {
          expect(events).toEqual([]);
          return;
        }
        const { report } = answer;
        expect(report.events).toBe(events.length);
        seen.rejections += report.rejected.length;
        const lines = text.split('\n');
        const trajectoryOf = trajectoriesIn(events);
        const named = events
          .filter(({ type }) => type === 'DeliveryNamed')
          .flatMap(({ data }) => (data as { trajectories: readonly string[] }).trajectories);
        expect(named).toHaveLength(report.persons);

        for (const { line } of report.rejected) {
          const cells = (lines[line - 1] ?? '').split(/[|;]/).map((cell) => cell.trim());
          for (const number of cells.slice(1, 3)) expect(trajectoryOf(number)).toBeUndefined();
        }
        for (const [number, facts] of statedIn(text)) {
          const trajectory = trajectoryOf(number);
          if (trajectory === undefined) continue;
          expect(named).toContain(trajectory.slice('trajectory-'.length));
          const recorded = events.filter(
            ({ stream, type }) => stream === trajectory && type !== 'RegisterEnrolmentEnded',
          );
          expect(recorded.length).toBeGreaterThanOrEqual(facts.size);
        }
        expect(await school.import(text, { name })).toEqual({ ...report, events: 0 });
        expect(await school.events()).toHaveLength(events.length);
      }),
      { numRuns: 150, seed: 20260731 },
    );
    // Otherwise the damage was too small or too great to say anything.
    expect(seen.accepted).toBeGreaterThan(100);
    expect(seen.refused).toBeGreaterThan(1);
    expect(seen.rejections).toBeGreaterThan(50);
  });

  it('says the same in whatever order its lines stand', async () => {
    const facts = async (text: string) => {
      const school = emptySchool();
      await school.import(text, { name });
      return (await school.events())
        .filter(({ type }) => type.startsWith('Register'))
        .map(({ type, data }) => JSON.stringify([type, { ...(data as object), delivery: '' }]))
        .toSorted();
    };
    for (const text of [official, masked]) {
      const inOrder = await facts(text);
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray(text.split('\n'), { minLength: text.split('\n').length }),
          async (lines) => {
            // A BOM belongs to the first line of a file, whichever that is.
            expect(await facts(lines.map((line) => line.replace('\uFEFF', '')).join('\n'))).toEqual(inOrder);
          },
        ),
        { numRuns: 30, seed: 1 },
      );
    }
  });
});
