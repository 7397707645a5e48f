import { describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { pack, sha256 } from '../../src/app/sealing/container.ts';
import { checkBundle } from '../../src/app/sealing/check.ts';
import { reportStream } from '../../src/domain/report/ids.ts';
import { developmentHashing } from '../../src/app/wiring.ts';
import { instant } from '../../src/kernel/instant.ts';
import { type Recorded, uuid } from '../../src/kernel/message.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import { day, programmes, student } from '../figures/history.ts';
import { aMixedSchool, against, codes, eventsOf, seal, storeOf } from './a-sealed-school.ts';

const mixed = eventsOf(aMixedSchool());

const recordSeal = async (store: EventStore, bytes: Uint8Array, bundle?: string): Promise<void> => {
  const { manifest, bundle: own } = checkBundle(bytes);
  if (!manifest) throw new Error('unreadable');
  const { question, chain } = manifest;
  const id = uuid('aaaaaaaa-0000-4000-8000-00000000000a');
  await store.append(reportStream(question.id), 'none', [
    {
      id,
      type: 'ReportSealed',
      version: 1,
      data: {
        bundle: bundle ?? own,
        schoolYear: question.schoolYear,
        knownOn: question.knownOn,
        ordinal: question.ordinal,
        chain,
        figures: [],
        software: '0.2.0',
      },
      meta: {
        commandId: id,
        commandHash: '',
        actor: { id: 'q', role: 'quality' },
        causationId: id,
        correlationId: id,
        recordedAt: instant('2026-01-20T10:00:00.000Z'),
        source: 'test',
      },
    },
  ]);
};

describe('a bundle against the log it was sealed over', () => {
  it('is counted once more and is the same', async () => {
    const store = await storeOf(mixed);
    const { bytes } = await seal(store);
    expect(await against(store, bytes)).toMatchObject({ findings: [], recorded: false });
    await recordSeal(store, bytes);
    expect(await against(store, bytes)).toEqual({
      findings: [],
      figures: [
        { report: 'twin', same: true },
        { report: 'vsv', same: true },
        { report: 'switches', same: true },
      ],
      recorded: true,
      corrections: [],
      deliveries: [],
      correctedUpTo: { knownOn: '2026-02-01', ordinal: mixed.length + 1 },
    });
  });

  it('stays true when a date is corrected afterwards; who stands elsewhere now, and by which event, is said', async () => {
    const { bytes } = await seal(await storeOf(mixed));
    const school = aMixedSchool();
    const story = school.student(5).left('2025-09-15', { kind: 'unknown' }, '2026-01-05');
    const left = story.last('Left');
    school.student(9).born({ year: 2006, part: 'later' }, '2026-01-06');
    const store = await storeOf(eventsOf(school));
    const answer = await against(store, bytes);
    expect(answer.findings).toEqual([]);
    expect(answer.figures.every(({ same }) => same)).toBe(true);
    expect(answer.corrections.map(({ report, trajectory }) => [report, trajectory])).toEqual([
      ['twin', student(5)],
      ['vsv', student(5)],
    ]);
    const [twin] = answer.corrections;
    expect(twin?.from.join()).toMatch(/^same \/ stayed; vsv no V4/);
    expect(twin?.to.join()).toMatch(/presumed V9|open V8/);
    expect(twin?.because).toEqual([
      expect.objectContaining({ id: left, type: 'Left', on: '2025-09-15', recordedOn: '2026-01-05' }),
    ]);
    expect(Buffer.from(bytes).toString('latin1')).toContain(twin?.student ?? 'nobody');

    // The day is corrected to one that makes no difference: the row is what it was.
    story.corrected(left, { on: day('2025-10-20') }, '2026-01-20');
    expect(
      (await against(await storeOf(eventsOf(school)), bytes)).corrections.map(({ report }) => report),
    ).toEqual([]);
  });

  it('names a delivery of the register that came since, and who stands elsewhere by it or by his birth date', async () => {
    const { bytes } = await seal(await storeOf(mixed));
    const school = aMixedSchool();
    school.delivered(2, { from: day('2024-08-01'), to: day('2025-12-31'), madeOn: day('2026-01-02') }, [
      student(6),
    ]);
    const delivered = await against(await storeOf(eventsOf(school)), bytes);
    expect(delivered.findings).toEqual([]);
    expect(delivered.deliveries).toMatchObject([{ madeOn: '2026-01-02', recordedOn: '2026-01-02' }]);
    expect(delivered.corrections).toContainEqual(
      expect.objectContaining({ trajectory: student(5), to: [], because: [], otherwise: 'delivery' }),
    );

    const older = aMixedSchool();
    older.student(3).born({ year: 1990, part: 'later' }, '2026-01-03');
    expect((await against(await storeOf(eventsOf(older)), bytes)).corrections).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ report: 'vsv', trajectory: student(3), otherwise: 'person' }),
      ]),
    );
  });

  it('shows a switch that was entered later, and one that never was', async () => {
    const school = aMixedSchool();
    const second = school.student(6).switched(6, '2025-05-01', programmes.verpleegkunde, programmes.kok);
    const made = second.last('Switched');
    const sealed = eventsOf(school);
    const { bytes } = await seal(await storeOf(sealed));
    second.neverWas(made, '2026-01-08');
    const answer = await against(await storeOf(eventsOf(school)), bytes);
    expect(answer.findings).toEqual([]);
    const gone = answer.corrections.find(({ report }) => report === 'switches');
    expect(gone).toMatchObject({ trajectory: student(6), to: [] });
    expect(gone?.because).toEqual([expect.objectContaining({ type: 'Corrected', recordedOn: '2026-01-08' })]);
  });
});

describe('a bundle against another log', () => {
  it('was sealed over a history that this log does not have', async () => {
    const { bytes } = await seal(await storeOf(mixed));
    const other = mixed.map((event): Recorded =>
      event.type === 'CoachAssigned' ? { ...event, meta: { ...event.meta, source: 'elsewhere' } } : event,
    );
    const answer = await against(await storeOf(other), bytes);
    expect(codes(answer)).toEqual(['OtherChain']);
    expect(answer.figures.every(({ same }) => same)).toBe(true);
  });

  it('comes out otherwise, and says in which cells', async () => {
    const { bytes } = await seal(await storeOf(mixed));
    const other = mixed.map((event): Recorded =>
      event.type === 'Left' && event.stream.endsWith(student(3))
        ? { ...event, data: { ...(event.data as object), on: '2025-10-30' } }
        : event,
    );
    const answer = await against(await storeOf(other), bytes);
    expect(codes(answer)).toEqual([
      'OtherChain',
      'FigureDiffers',
      'EvidenceDiffers',
      'FigureDiffers',
      'EvidenceDiffers',
    ]);
    expect(answer.findings).toContainEqual(
      expect.objectContaining({
        code: 'FigureDiffers',
        report: 'twin',
        cells: expect.arrayContaining([{ cell: 'twin presumed', was: 1, is: 0 }]),
      }),
    );
    expect(answer.figures.find(({ report }) => report === 'twin')).toEqual({ report: 'twin', same: false });
  });

  it('was sealed at an event that this log does not reach', async () => {
    const { bytes } = await seal(await storeOf(mixed));
    const answer = await against(await storeOf(mixed.slice(0, -1)), bytes);
    expect(answer.findings).toEqual([
      { code: 'OrdinalBeyondLog', ordinal: mixed.length, last: mixed.length - 1 },
    ]);
  });

  it('says the same under names made with another key', async () => {
    const store = await storeOf(mixed);
    const elsewhere = { hmac: (_: string, text: string) => developmentHashing.hmac('number', text) };
    const { bytes } = await seal(store, {}, elsewhere);
    expect(new Set(codes(await against(store, bytes)))).toEqual(new Set(['OtherKey']));
  });

  it('is another bundle than the one that this log says was sealed', async () => {
    const store = await storeOf(mixed);
    const { bytes } = await seal(store);
    await recordSeal(store, bytes, 'ab'.repeat(32));
    expect(codes(await against(store, bytes))).toEqual(['SealedOtherwise']);
  });

  it('cannot be a true one with a cell changed, a row to fit it and every hash made anew', async () => {
    const store = await storeOf(mixed);
    const { bytes } = await seal(store, { reports: ['vsv'] });
    const files = Object.entries(unzipSync(bytes)).filter(([path]) => path !== 'SHA256SUMS');
    const changed = files.map(([path, file]) => ({
      path,
      bytes: Buffer.from(
        Buffer.from(file)
          .toString('utf8')
          .replace(/"brins": \[[^\]]*\]/, '"brins": []'),
      ),
    }));
    const bundle = pack(changed);
    expect(codes(checkBundle(bundle))).toEqual([]);
    expect(codes(await against(store, bundle))).toEqual(['ManifestDiffers']);
  });

  it('was counted by a definition that nobody here knows', async () => {
    const store = await storeOf(mixed);
    const { bytes } = await seal(store, { reports: ['switches'] });
    const unknown = (text: string): string =>
      text.replace('"id":"all"', '"id":"D9"').replace('"id": "all"', '"id": "D9"');
    const sealed = unzipSync(bytes);
    const figure = Buffer.from(unknown(Buffer.from(sealed['figures/switches.json'] ?? []).toString('utf8')));
    const listed = checkBundle(bytes).manifest?.files.find(({ path }) => path === 'figures/switches.json');
    const files = Object.entries(sealed)
      .filter(([path]) => path !== 'SHA256SUMS')
      .map(([path, file]) => ({
        path,
        bytes:
          path === 'figures/switches.json'
            ? figure
            : path === 'manifest.json'
              ? Buffer.from(
                  unknown(Buffer.from(file).toString('utf8'))
                    .replace(listed?.sha256 ?? '?', sha256(figure))
                    .replace(`"bytes": ${listed?.bytes ?? 0},`, `"bytes": ${figure.length},`),
                )
              : file,
      }));
    expect(await against(store, pack(files))).toMatchObject({
      findings: [{ code: 'CannotRecompute', report: 'switches', refusal: 'UnknownDefinition' }],
      figures: [],
    });
  });
});
