import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { memoryViewStore } from '../../src/adapters/memory/view-store.ts';
import { buildViews } from '../../src/engine/build-views.ts';
import type { Projection } from '../../src/kernel/projection.ts';
import type { NewEvent } from '../../src/ports/event-store.ts';
import { projections } from '../../projections/index.ts';

/**
 * What the rows of each version of a read model come to, by the history that a release recorded of itself. Whoever
 * changes rows without another version leaves schools with the old ones, because nothing is then built anew.
 */
const recorded: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '0.1.0.ndjson': {
    'dossiers@2': '62c59af3ff4bb46ea5239750807dabb730f2bdc2648e149c784c54cc1af09794',
    'guided-years@1': '57dd24db074ebcd1569a2e43f4b3850b7308b33b0fc82c56c8ba9195141f2017',
    'intervals@1': '45f3408b1ac24c9704a358eca7d72c4b0dcba85c8f80f9c5e765b770c190dfba',
    'leermeters@1': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'portfolios@1': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'sab-cases@2': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'staff@1': 'bdb3a9689c0ee43d90ae87970a7534b21ace7ee889bc74fe06ce855ecbdd8cf5',
    'switches@1': '048b0cb7befc8c9d27ada9d79b769308cfb1cbb8f192ac3038d6d8b453d8774c',
    'tasks@3': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'timelines@1': 'e49527a13de93ed1fb5a42f0ba855cebffce86229445de2cf7b1d4d1c9d294d8',
    'timers@2': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  },
};

const histories = join(import.meta.dirname, '../history');

const logOf = async (file: string) => {
  const log = memoryEventStore();
  const lines = readFileSync(join(histories, file), 'utf8').trimEnd().split('\n');
  for (const line of lines) {
    const { stream, revision, ...event } = JSON.parse(line) as NewEvent & {
      readonly stream: string;
      readonly revision: number;
    };
    await log.append(stream, revision === 0 ? 'none' : revision - 1, [event]);
  }
  return log;
};

const digestsOf = async (file: string, wanted: readonly Projection[]) => {
  const views = memoryViewStore();
  const files = await buildViews({ log: await logOf(file), views, projections: wanted, chained: false });
  return Object.fromEntries(
    wanted.map((projection) => {
      const built = files.find(({ name }) => name === projection.name);
      const hash = createHash('sha256');
      for (const line of built ? views.dump(projection, built) : []) hash.update(`${line}\n`);
      return [`${projection.name}@${projection.version}`, hash.digest('hex')];
    }),
  );
};

describe('the rows of a read model', () => {
  it.each(readdirSync(histories).filter((file) => file.endsWith('.ndjson')))(
    'are those of its version, by the history %s; other rows are another version',
    async (file) => {
      expect(await digestsOf(file, projections)).toEqual(recorded[file]);
    },
  );

  it('are told apart when only a word of them differs', async () => {
    const changed = projections.map((projection): Projection => ({
      ...projection,
      rows: (story) =>
        Object.fromEntries(
          Object.entries(projection.rows(story)).map(([table, rows]) => [
            table,
            rows.map((row) =>
              Object.fromEntries(
                Object.entries(row).map(([column, value]) => [
                  column,
                  typeof value === 'string' ? value.replaceAll('2025', '2035') : value,
                ]),
              ),
            ),
          ]),
        ),
    }));
    const was = recorded['0.1.0.ndjson'] ?? {};
    const is = await digestsOf('0.1.0.ndjson', changed);
    for (const name of ['dossiers@2', 'timelines@1', 'intervals@1', 'switches@1', 'guided-years@1'])
      expect([name, is[name]]).not.toEqual([name, was[name]]);
  });
});
