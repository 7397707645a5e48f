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
  '0.2.0.ndjson': {
    'dossiers@2': '25034165d44b9ed83b4a3f3a6424044bd5204ea76831d9fbc7b2811e4f91bc32',
    'guided-years@1': '70072507856f50c48046cd0a941b27784d43a50bd0a5ce78fa0647d024e9d283',
    'intervals@1': 'af9025e79fc6eeb70b81da62d37a24a51e0b3e683263e117b9896996818731da',
    'leermeters@1': '3f56fc052c345420d3a3eab92963bb7d395f186069c935cd5c6f1aed66843731',
    'portfolios@1': 'b966cf1732a50d1e023f09c663ae3363a34c40fd8cbc8b602f8abc52c059449a',
    'sab-cases@2': '08941568643455dfad80f0e9890f3380a7e847ac4e4c93eb509a835d1fbabd54',
    'staff@1': 'd0787817343096c0928efa2ec83ec40e636c7fea3cf45125095080ad9d2d3f84',
    'switches@1': '3d684639475dac6c2557ea6b383748e6c7ea716760e9d6fef3640b6292931da2',
    'tasks@3': 'b5d88cddb76f1fbab552750d425deaa0b797ac3c86412a9f5b401002d08364ff',
    'timelines@1': 'ce62941b0a353a2c36d3d274754cc5f253efacd6889cb1ac8d8bb0bed5267a58',
    'timers@2': '870e9e03987a29128ac7ee96b8059d2b64819548b84100ca460edd683a5a5c71',
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
