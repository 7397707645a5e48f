import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { developmentHashing } from '../../src/adapters/system/hashing.ts';
import { seededRandom } from '../../src/adapters/system/seeded-random.ts';
import { Engine } from '../../src/engine/execute.ts';
import { importRo, type RoAnswer, type RoImport, type RoReport } from '../../src/imports/ro/index.ts';
import { instant } from '../../src/kernel/instant.ts';
import type { Recorded } from '../../src/kernel/message.ts';
import type { EventStore } from '../../src/ports/event-store.ts';

export interface School {
  readonly store: EventStore;
  readonly engine: Engine;
  /** All events but those of the institution, in log order. */
  readonly events: () => Promise<readonly Recorded[]>;
  readonly tryImport: (
    text: string,
    how?: Partial<RoImport> & { readonly name?: string },
  ) => Promise<RoAnswer>;
  readonly import: (text: string, how?: Partial<RoImport> & { readonly name?: string }) => Promise<RoReport>;
}

export const today = '2026-11-22';

/** A school with an empty log, on a fixed day, that draws the same ids every time. */
export const emptySchool = (seed = 'school', store = memoryEventStore()): School => {
  const engine = new Engine({
    store,
    clock: { now: () => instant(`${today}T09:00:00.000Z`) },
    hashing: developmentHashing,
  });
  const random = seededRandom(seed);
  const tryImport: School['tryImport'] = (text, { name = 'delivery.csv', ...how } = {}) =>
    importRo({
      file: {
        name,
        hash: createHash('sha256').update(text).digest('hex'),
        open: () => piecesOf(text),
      },
      engine,
      hashing: developmentHashing,
      random,
      ...how,
    });
  return {
    store,
    engine,
    events: async () =>
      (await store.readAll(undefined, 1_000_000)).filter(({ stream }) => stream !== 'institution'),
    tryImport,
    import: async (text, how) => {
      const answer = await tryImport(text, how);
      if (!answer.accepted) throw new Error(`refused: ${answer.refusal.code} ${answer.refusal.text}`);
      return answer.report;
    },
  };
};

/** The bytes of a text in pieces that are cut in the middle of everything. */
export async function* piecesOf(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, 'utf8');
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

export const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');

export const official = fixture('RO_99ZZ_20250801_20260731.csv');
export const masked = fixture('masked_semicolons.csv');

/** The official fixture with one line changed or, with nothing, left out. */
export const withLine = (text: string, begins: string, instead?: string): string => {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.startsWith(begins));
  if (at < 0) throw new Error(`no line begins with ${begins}`);
  return lines.toSpliced(at, 1, ...(instead === undefined ? [] : [instead])).join('\n');
};
