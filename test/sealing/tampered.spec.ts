import { beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync, zipSync } from 'fflate';
import { checkBundle } from '../../src/app/sealing/check.ts';
import { pack, sha256 } from '../../src/app/sealing/container.ts';
import { findingText } from '../../src/app/sealing/findings.ts';
import type { Manifest } from '../../src/app/sealing/shapes.ts';
import { makeSchool, planOf } from '../simulation/made-school.ts';
import { day } from '../figures/history.ts';
import { aMixedSchool, codes, eventsOf, seal, storeOf } from './a-sealed-school.ts';

let bundle: Uint8Array;
beforeAll(async () => {
  ({ bytes: bundle } = await seal(await storeOf(eventsOf(aMixedSchool()))));
});

type Files = Record<string, string>;

const filesOf = (bytes: Uint8Array): Files =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, file]) => [path, Buffer.from(file).toString('utf8')]),
  );

/** Packed by somebody who knows how it is done: with sums that fit. */
const packed = ({ SHA256SUMS: _, ...files }: Files): Uint8Array =>
  pack(Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) })));

/** So too the manifest: its hashes are those of the changed files. */
const cunningly = (change: (files: Files) => Files): Uint8Array => {
  const files = change(filesOf(bundle));
  const manifest = JSON.parse(files['manifest.json'] ?? '') as Manifest;
  const listed = manifest.files.map(({ path }) => {
    const bytes = Buffer.from(files[path] ?? '');
    return { path, bytes: bytes.length, sha256: sha256(bytes) };
  });
  return packed({
    ...files,
    'manifest.json': `${JSON.stringify({ ...manifest, files: listed }, null, 2)}\n`,
  });
};

const replaced =
  (path: string, from: string | RegExp, to: string) =>
  (files: Files): Files => {
    const text = files[path] ?? '';
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${path} does not hold ${String(from)}`);
    return { ...files, [path]: changed };
  };

const found = (bytes: Uint8Array, expected?: string) => codes(checkBundle(bytes, expected));

describe('a bundle without the log', () => {
  it('is what was sealed when nothing was done to it', () => {
    expect(found(bundle)).toEqual([]);
    expect(found(bundle, sha256(bundle))).toEqual([]);
  });

  it('is not, whichever byte is changed', () => {
    for (let at = 0; at < bundle.length; at += 97) {
      const changed = Uint8Array.from(bundle);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect([at, found(changed).length > 0]).toEqual([at, true]);
    }
  });

  it.each<[string, (files: Files) => Files, readonly string[]]>([
    [
      'a file that was changed',
      replaced('figures/twin.json', '"count":1', '"count":2'),
      ['FileChanged', 'CountsDiffer'],
    ],
    [
      'a row that was changed',
      replaced('evidence/vsv.ndjson', '"step":"V4"', '"step":"V9"'),
      ['FileChanged', 'CountsDiffer'],
    ],
    ['a file that is gone', ({ 'figures/vsv.json': _, ...files }) => files, ['FileMissing']],
    ['a manifest that is gone', ({ 'manifest.json': _, ...files }) => files, ['FileMissing']],
    ['a file too many', (files) => ({ ...files, 'papers/extra.txt': 'x' }), ['FileExtra']],
    [
      'a manifest that is no manifest',
      (files) => ({ ...files, 'manifest.json': '{}' }),
      ['ManifestUnreadable'],
    ],
  ])('%s is found', (_what, change, expected) => {
    expect(found(packed(change(filesOf(bundle))))).toEqual(expected);
  });

  it.each<[string, (files: Files) => Files, readonly string[]]>([
    [
      'a cell',
      replaced('figures/twin.json', /"evidence":"stayed","count":\d+/, '"evidence":"stayed","count":99'),
      ['CountsDiffer'],
    ],
    ['a share', replaced('figures/vsv.json', /"percent":[\d.]+/, '"percent":0.01'), ['CountsDiffer']],
    [
      'a sentence',
      replaced('figures/twin.json', /"text":"[^"]*"/, '"text":"Niemand is uitgevallen."'),
      ['CountsDiffer'],
    ],
    ['a count of switches', replaced('figures/switches.json', /"count":\d+/, '"count":77'), ['CountsDiffer']],
    [
      'who is beside the register',
      replaced('figures/twin.json', /"placedOnly":\d+/, '"placedOnly":12'),
      ['CountsDiffer'],
    ],
    [
      'a verdict in a row',
      replaced('evidence/vsv.ndjson', '"verdict":"presumed"', '"verdict":"no"'),
      ['CountsDiffer'],
    ],
    [
      'a row left out',
      replaced('evidence/twin.ndjson', /^.*\n/, ''),
      ['ManifestContradicts', 'CountsDiffer'],
    ],
    [
      'a row that is no row',
      replaced('evidence/twin.ndjson', '"delivered"', '"geleverd"'),
      ['EvidenceUnreadable'],
    ],
    ['a figure that is no figure', (files) => ({ ...files, 'figures/twin.json': 'x' }), ['FigureUnreadable']],
    [
      'a manifest of nothing',
      (files) => ({
        'manifest.json': (files['manifest.json'] ?? '')
          .replace(/"figures": \[.*\],\n {2}"files"/s, '"figures": [],\n  "files"')
          .replace(/"files": \[.*\]/s, '"files": []'),
      }),
      ['ManifestUnreadable'],
    ],
    [
      'another day as known in a figure',
      replaced('figures/vsv.json', '"knownOn":"2025-12-01"', '"knownOn":"2025-11-01"'),
      ['ManifestContradicts'],
    ],
    [
      'another parameter in the manifest',
      replaced('manifest.json', '"value": "vsv"', '"value": "out"'),
      ['ManifestContradicts'],
    ],
    [
      'another definition in the manifest',
      replaced('manifest.json', '"id": "twin"', '"id": "other"'),
      ['ManifestContradicts'],
    ],
  ])('%s is found, though all hashes were made to fit', (_what, change, expected) => {
    expect(found(cunningly(change))).toEqual(expected);
  });

  it('is not when it was packed anew, or something lies behind it', () => {
    const files = unzipSync(bundle);
    expect(found(zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) }))).toEqual(['NotABundle']);
    expect(found(zipSync(files, { level: 0, mtime: new Date(2026, 0, 1) }))).toEqual(['ContainerChanged']);
    expect(found(Buffer.concat([Buffer.from('hidden'), bundle]))).not.toEqual([]);
    expect(
      found(packed({ ...filesOf(bundle), 'manifest.json': filesOf(bundle)['manifest.json'] ?? '' })),
    ).toEqual([]);
    expect(found(Buffer.from('no bundle'))).toEqual(['NotABundle']);
    expect(found(bundle, 'ab'.repeat(32))).toEqual(['OtherBundle']);
    const sums = { ...filesOf(bundle), SHA256SUMS: 'nothing' };
    const texts = Object.entries(sums).map(([path, text]) => [path, Buffer.from(text)] as const);
    expect(found(zipSync(Object.fromEntries(texts), { level: 0, mtime: new Date(1980, 0, 1) }))).toEqual([
      'SumsChanged',
    ]);
  });

  it('says in a sentence what is wrong, and which cells', () => {
    const [finding] = checkBundle(
      cunningly(replaced('figures/twin.json', /"placedOnly":\d+/, '"placedOnly":12')),
    ).findings;
    expect(finding && findingText(finding)).toMatch(/twin beside placedOnly placedOnly: 12 → 1/);
  });
});

describe('the sums of a bundle', () => {
  it('are those of the rows where the institution said where a norm comes from', async () => {
    const school = aMixedSchool();
    const norm = { norm: 'vsv', niveau: 4, schoolYear: 2024, percent: '2.75' } as const;
    school.institution('NormSet', { ...norm, source: 'Stcrt. 2025, 1: niveau 4 of hoger' }, '2025-01-10');
    const { bytes } = await seal(await storeOf(eventsOf(school)));
    expect(checkBundle(bytes).findings).toEqual([]);
  });

  it('are those of the rows, in every report by every split and definition of a simulated school', async () => {
    const { store } = await makeSchool(planOf(60, 2, 'sums', '2026-10-20'));
    const asked = { year: 2025, knownOn: day('2026-10-20') };
    for (const more of [
      {},
      { by: 'landschap' },
      { by: 'domein', definitions: { switches: 'D5' } },
      { by: 'leerweg', definitions: { switches: 'D6' } },
      { by: 'cohort', definitions: { switches: 'own:domein,insideStartProgramme,student' } },
      { by: 'moment' },
      { by: 'initiative', definitions: { switches: 'D7' } },
      { by: 'crebo', definitions: { switches: 'D1' } },
      { definitions: { switches: 'D1' } },
      { definitions: { switches: 'D2' } },
      { definitions: { switches: 'D3' } },
      { definitions: { switches: 'D7' } },
    ] as const) {
      const { bytes } = await seal(store, { ...asked, ...more });
      expect(checkBundle(bytes).findings).toEqual([]);
    }
  });
});
