import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { FiguresAnswer } from '../../projections/figures/index.ts';
import { LogReader } from '../../src/app/figures/log-reader.ts';
import { embedded } from '../../src/app/log-place.ts';
import { checkBundle } from '../../src/app/sealing/check.ts';
import { pack } from '../../src/app/sealing/container.ts';
import { sealBundle } from '../../src/app/sealing/seal.ts';
import { structuralOf } from '../../src/app/sealing/structural.ts';
import { developmentHashing, openWriting } from '../../src/app/wiring.ts';
import { reportSubject } from '../../src/domain/report/subject.ts';
import { Engine } from '../../src/engine/execute.ts';
import { eventsOf as definitionsOf } from '../../src/imports/log/known-events.ts';
import { instant } from '../../src/kernel/instant.ts';
import { type Recorded, uuid } from '../../src/kernel/message.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import { makeSchool, planOf } from '../simulation/made-school.ts';
import { day } from '../figures/history.ts';
import { against, aMixedSchool, eventsOf, fill, question, seal, storeOf } from './a-sealed-school.ts';

const textOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, file]) => [path, Buffer.from(file).toString('utf8')]),
  );

/** The same log in pages of another length. */
const inPagesOf = (size: number, store: EventStore): EventStore => ({
  append: (stream, expected, events) => store.append(stream, expected, events),
  readStream: (stream, from) => store.readStream(stream, from),
  readAll: (after, limit) => store.readAll(after, Math.min(size, limit)),
  head: () => store.head(),
  follow: (after, signal) => store.follow(after, signal),
  close: () => store.close(),
});

/** What an erasure leaves: everything that may be taken away is gone. */
const erased = (event: Recorded): Recorded => ({
  ...event,
  data: structuralOf(
    definitionsOf(event.stream)?.[event.type]?.fields ?? {},
    event.data as Readonly<Record<string, unknown>>,
  ),
});

/** A report without the ordinal at which it was asked. */
const textAt = async (asked: Promise<FiguresAnswer> | undefined): Promise<string> => {
  const answer = await asked;
  if (!answer?.answered) throw new Error('refused');
  return JSON.stringify({ ...answer.report, ordinal: 0 });
};

const simulated = { year: 2025, knownOn: day('2026-10-20') };

describe('the same question at the same ordinal', () => {
  it('gives the same bytes from a file, from memory, and however the log is read', async () => {
    const { store } = await makeSchool(planOf(40, 2, 'sealed', '2026-10-20'));
    const events = await store.readAll(undefined, 1_000_000);
    const folder = mkdtempSync(join(tmpdir(), 'wissel-seal-'));
    const file = await openWriting(embedded(folder), {
      onFatal: (error) => {
        throw error;
      },
    });
    try {
      await fill(file.store, events);
      const asked = { ...simulated, by: 'niveau', definitions: { switches: 'D1' } } as const;
      const { bytes, sealed } = await seal(store, asked);
      expect(sealed.ordinal).toBe(events.length);
      for (const other of [file.store, inPagesOf(7, store), inPagesOf(501, file.store)])
        expect((await seal(other, asked)).sealed.bundle).toBe(sealed.bundle);
      expect(Object.keys(textOf(bytes))).toEqual([
        'manifest.json',
        'figures/twin.json',
        'figures/vsv.json',
        'figures/switches.json',
        'evidence/twin.ndjson',
        'evidence/twin-beside.ndjson',
        'evidence/vsv.ndjson',
        'evidence/switches.ndjson',
        'SHA256SUMS',
      ]);
    } finally {
      await file.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('gives the same bytes whatever was recorded after it', async () => {
    const events = eventsOf(aMixedSchool());
    const at = events.length - 6;
    const before = await seal(await storeOf(events.slice(0, at)));
    const { bytes, id } = await seal(await storeOf(events), { at });
    expect(Buffer.compare(bytes, before.bytes)).toBe(0);
    expect(id).toBe(before.id);
    expect((await seal(await storeOf(events))).sealed.bundle).not.toBe(before.sealed.bundle);
  });

  it('is asked at the last event that is no seal: sealing twice is one seal, and no figure hears of it', async () => {
    const store = await storeOf(eventsOf(aMixedSchool()));
    const { id, sealed } = await seal(store);
    const engine = new Engine({
      store,
      clock: { now: () => instant('2026-01-10T10:00:00.000Z') },
      hashing: developmentHashing,
    });
    const record = () =>
      engine.execute(
        reportSubject,
        id,
        { type: 'SealReport', sealed },
        {
          commandId: uuid('0d5c9f5e-1111-4222-8333-444455556666'),
          actor: { id: 'q', role: 'quality' },
          source: 'test',
        },
      );
    expect(await record()).toMatchObject({ outcome: 'done', events: [{ type: 'ReportSealed' }] });
    // No figure hears of it: but for the ordinal that it names, everything is what it was.
    const reader = new LogReader(store);
    for (const report of ['twin', 'vsv', 'switches'] as const) {
      const [before, after] = [sealed.ordinal, sealed.ordinal + 1].map((at) =>
        reader.report({ report, year: question.year, knownOn: day('2026-02-01'), at }),
      );
      expect(await textAt(after)).toEqual(await textAt(before));
    }
    const again = await seal(store);
    expect(again.sealed).toEqual(sealed);
    expect(await record()).toMatchObject({ repeated: true });
    expect(await store.readStream(`report-${id}`)).toHaveLength(1);
  });

  it('says the same when everything that may be erased is gone, but for the chain over what is stored', async () => {
    const { store } = await makeSchool(planOf(40, 2, 'erased', '2026-10-20'));
    const events = await store.readAll(undefined, 1_000_000);
    const blank = events.map(erased);
    expect(JSON.stringify(blank, bigAsText).length).toBeLessThan(JSON.stringify(events, bigAsText).length);
    const reader = new LogReader({ readAll: async (after) => (after === undefined ? blank : []) });
    const log = inPagesOf(1_000, {
      ...inPagesOf(1_000, store),
      readAll: async (after) => (after === undefined ? blank : []),
    });
    const whole = await seal(store, simulated);
    const left = await sealBundle(
      { reader, log, hashing: developmentHashing, version: '0.2.0' },
      { ...question, ...simulated },
    );
    if (!left.made) throw new Error('refused');
    const { 'manifest.json': was = '', SHA256SUMS: _, ...files } = textOf(whole.bytes);
    const { 'manifest.json': is = '', SHA256SUMS: __, ...filesLeft } = textOf(left.bytes);
    expect(filesLeft).toEqual(files);
    expect(is.replace(left.sealed.chain, whole.sealed.chain)).toBe(was);
    // What is stored stays stored, so with the chain over that nothing differs at all.
    const kept = await sealBundle(
      { reader, log: store, hashing: developmentHashing, version: '0.2.0' },
      { ...question, ...simulated },
    );
    expect(kept.made && Buffer.compare(kept.bytes, whole.bytes)).toBe(0);
  });
});

const bigAsText = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;

describe('readable papers', () => {
  const papers = async ({ report }: { readonly report: string }) => [
    { name: `${report}.txt`, bytes: Buffer.from(`leesbaar: ${report}`) },
  ];

  it('are listed and held against their hashes like everything else, and a bundle is whole without', async () => {
    const store = await storeOf(eventsOf(aMixedSchool()));
    const parts = { reader: new LogReader(store), log: store, hashing: developmentHashing, version: '0.2.0' };
    const made = await sealBundle({ ...parts, papers }, question);
    if (!made.made) throw new Error('refused');
    const { manifest, findings, files } = checkBundle(made.bytes);
    expect(findings).toEqual([]);
    expect(manifest?.files.map(({ path }) => path)).toContain('papers/vsv.txt');
    expect((await against(store, made.bytes)).findings).toEqual([]);
    const forged = [...files].flatMap(([path, bytes]) =>
      path === 'SHA256SUMS' ? [] : [{ path, bytes: path === 'papers/vsv.txt' ? Buffer.from('x') : bytes }],
    );
    expect(checkBundle(pack(forged)).findings).toEqual([{ code: 'FileChanged', path: 'papers/vsv.txt' }]);
  });
});

describe('what a bundle tells of a student', () => {
  it('names nobody, and nothing that the log names', async () => {
    const events = eventsOf(aMixedSchool());
    const { bytes } = await seal(await storeOf(events));
    const all = Object.entries(textOf(bytes));
    const ids = new Set(events.flatMap(({ id, stream }) => [id, stream.replace(/^[a-z]+-/, '')]));
    for (const [path, text] of all)
      for (const id of ids) expect([path, text.includes(id)]).toEqual([path, false]);
    // The check would see one: the id of the report is there.
    expect(all.some(([, text]) => /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-/.test(text))).toBe(true);
  });

  it('cannot be laid beside another bundle: no name and no event of the one is in the other, nor is the order', async () => {
    const events = eventsOf(aMixedSchool());
    const store = await storeOf(events);
    const namesIn = (bytes: Uint8Array): Set<string> =>
      new Set(
        Object.entries(textOf(bytes))
          .filter(([path]) => path.startsWith('evidence/'))
          .flatMap(([, text]) => text.match(/[0-9a-f]{32,64}/g) ?? []),
      );
    const one = namesIn((await seal(store)).bytes);
    const other = namesIn((await seal(store, { knownOn: day('2025-12-02') })).bytes);
    expect(one.size).toBeGreaterThan(20);
    expect(other.size).toBe(one.size);
    expect([...one].filter((name) => other.has(name))).toEqual([]);
    for (const [path, text] of Object.entries(textOf((await seal(store)).bytes)))
      if (path.startsWith('evidence/'))
        expect(text.split('\n').slice(0, -1)).toEqual(text.split('\n').slice(0, -1).sort());
    // Another school's key gives other names to the same rows.
    const elsewhere = { hmac: (_: string, text: string) => developmentHashing.hmac('number', text) };
    expect([...namesIn((await seal(store, {}, elsewhere)).bytes)].filter((name) => one.has(name))).toEqual(
      [],
    );
  });
});
