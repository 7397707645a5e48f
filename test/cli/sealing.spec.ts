import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { openLog } from '../../src/app/log.ts';
import { embedded } from '../../src/app/log-place.ts';
import { type Service, startService } from '../../src/app/service.ts';
import { pack, sha256 } from '../../src/app/sealing/container.ts';
import type { Manifest } from '../../src/app/sealing/shapes.ts';
import { openWriting } from '../../src/app/wiring.ts';
import { trajectorySubject } from '../../src/domain/trajectory/subject.ts';
import type { TrajectoryData } from '../../src/domain/trajectory/events.ts';
import { studentId } from '../../src/domain/student/ids.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { uuid } from '../../src/kernel/message.ts';
import { Keyboard } from './at-the-keyboard.ts';

const recorded = readFileSync(join(import.meta.dirname, '../history/0.2.0.ndjson'), 'utf8');
/** Before the register had its say. */
const history = recorded.slice(
  0,
  recorded.lastIndexOf('\n', recorded.indexOf('"recordedAt":"2026-11-24')) + 1,
);

interface Verified {
  readonly verified: boolean;
  readonly recorded?: boolean;
  readonly findings: readonly { readonly code: string }[];
  readonly figures: readonly { readonly report: string; readonly outcome?: string }[];
  readonly corrections?: readonly {
    readonly report: string;
    readonly trajectory: string;
    readonly because: readonly { readonly type: string; readonly on?: string }[];
  }[];
}

describe('a sealed report at the keyboard', () => {
  const keyboard = new Keyboard();
  const stranger = new Keyboard();
  afterAll(() => {
    keyboard.remove();
    stranger.remove();
  });
  const ask = ['seal', '--year', '2025', '--known-on', '2026-11-22'];
  const inFolder = (name: string): string => join(keyboard.folder, name);
  const sealsIn = async (): Promise<number> =>
    (await keyboard.type('events', 'export')).out.split('"type":"ReportSealed"').length - 1;

  beforeAll(async () => {
    writeFileSync(inFolder('log.ndjson'), history);
    await keyboard.type('events', 'import', 'log.ndjson');
  });

  test('is one file and one event, however often it is asked', async () => {
    const first = await keyboard.type(...ask, '--out', 'a.zip', '--why', 'voor het onderzoek', '--json');
    expect(first).toMatchObject({ exit: 0, err: '' });
    const told = JSON.parse(first.out) as Record<string, unknown>;
    expect(told).toMatchObject({
      schoolYear: 2025,
      knownOn: '2026-11-22',
      ordinal: history.trimEnd().split('\n').length,
      recorded: true,
      figures: [{ report: 'twin' }, { report: 'vsv' }, { report: 'switches' }],
    });
    const chain = await keyboard.type('events', 'chain', '--at', String(told['ordinal']));
    expect(chain.out.trim().split(' ')[1]).toBe(told['chain']);
    expect(statSync(inFolder('a.zip')).mode & 0o777).toBe(0o600);

    const again = await keyboard.type(...ask, '--out', 'b.zip', '--json');
    expect(JSON.parse(again.out)).toEqual({ ...told, recorded: false });
    expect(Buffer.compare(readFileSync(inFolder('a.zip')), readFileSync(inFolder('b.zip')))).toBe(0);
    expect((await keyboard.type(...ask, '--out', 'a.zip')).exit).toBe(0);
    expect(await sealsIn()).toBe(1);
    expect(readdirSync(keyboard.folder).filter((name) => name.includes('sealing'))).toEqual([]);
  });

  test('holds exactly what the report says, by the query that is in its manifest', async () => {
    const files = unzipSync(readFileSync(inFolder('a.zip')));
    const textOf = (path: string): string => Buffer.from(files[path] ?? []).toString('utf8');
    const manifest = JSON.parse(textOf('manifest.json')) as {
      readonly figures: readonly { readonly query: string; readonly figures: string }[];
    };
    expect(manifest.figures).toHaveLength(3);
    for (const { query, figures } of manifest.figures)
      expect((await keyboard.type(...query.split(' ').slice(1))).out).toBe(textOf(figures));
  });

  test('does not take the place of another file', async () => {
    writeFileSync(inFolder('mine.zip'), 'mine');
    const said = await keyboard.type(...ask, '--out', 'mine.zip');
    expect(said.exit).toBe(2);
    expect(said.err).toContain('mine.zip is there already and is another file');
    expect(readFileSync(inFolder('mine.zip'), 'utf8')).toBe('mine');
    expect(
      (await keyboard.type('seal', '--year', '2026', '--known-on', '2026-11-22', '--out', 'c.zip')).err,
    ).toContain('PeildatumNotReached');
    expect(existsSync(inFolder('c.zip'))).toBe(false);
    expect(await sealsIn()).toBe(1);
  });

  test('is verified with the log, without it, and by whoever has no log at all', async () => {
    const withLog = await keyboard.type('verify', 'a.zip', '--json');
    expect(withLog).toMatchObject({ exit: 0, err: '' });
    expect(JSON.parse(withLog.out)).toMatchObject({
      verified: true,
      recorded: true,
      findings: [],
      figures: [
        { report: 'twin', outcome: 'same' },
        { report: 'vsv', outcome: 'same' },
        { report: 'switches', outcome: 'same' },
      ],
      corrections: [],
    });
    expect((await keyboard.type('verify', 'a.zip')).out).toMatch(/klopt \(nagerekend.*twin .*: hetzelfde/s);
    expect((await keyboard.type('verify', 'a.zip', '--without-log')).out).toContain('klopt (zonder logboek');
    copyFileSync(inFolder('a.zip'), join(stranger.folder, 'a.zip'));
    const alone = await stranger.type('verify', 'a.zip', '--json');
    expect(alone).toMatchObject({ exit: 0 });
    expect(alone.err).toContain('checked without it');
    expect(JSON.parse(alone.out)).toMatchObject({ verified: true, withLog: false });
    expect(existsSync(stranger.data)).toBe(false);
  });

  test('is not verified when a byte was changed, and says what', async () => {
    const bytes = readFileSync(inFolder('a.zip'));
    const at = bytes.indexOf('"presumed":');
    bytes.writeUInt8(bytes.readUInt8(at + 11) === 0x39 ? 0x38 : 0x39, at + 11);
    writeFileSync(inFolder('changed.zip'), bytes);
    const said = await keyboard.type('verify', 'changed.zip');
    expect(said.exit).toBe(1);
    expect(said.out).toContain('klopt NIET');
    expect(said.out).toContain('figures/twin.json is veranderd');
    expect(said.out).toContain('In dit logboek staat bij deze vraag een andere bundel');
  });

  test('holds papers to read, and a paper that says something else is found, however well its sums fit', async () => {
    const files = unzipSync(readFileSync(inFolder('a.zip')));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['papers/twin.pdf', 'papers/twin.xlsx', 'papers/vsv.pdf']),
    );
    const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString()) as Manifest;
    const other = Buffer.from(files['papers/vsv.pdf'] ?? []);
    other.write('5', other.lastIndexOf('0'));
    const listed = manifest.files.map((file) =>
      file.path === 'papers/vsv.pdf' ? { ...file, sha256: sha256(other) } : file,
    );
    const { SHA256SUMS: _, ...rest } = files;
    const forged = pack(
      Object.entries({
        ...rest,
        'papers/vsv.pdf': other,
        'manifest.json': Buffer.from(`${JSON.stringify({ ...manifest, files: listed }, null, 2)}\n`),
      }).map(([path, bytes]) => ({ path, bytes })),
    );
    writeFileSync(inFolder('forged.zip'), forged);
    const told = await keyboard.type('verify', 'forged.zip', '--without-log', '--json');
    expect(told.exit).toBe(1);
    expect((JSON.parse(told.out) as Verified).findings).toEqual([
      expect.objectContaining({ code: 'PaperDiffers', path: 'papers/vsv.pdf' }),
    ]);
    expect((await keyboard.type('verify', 'a.zip', '--without-log')).exit).toBe(0);
  });

  test('stays true when a date is corrected; verify says who stands elsewhere now, and by what', async () => {
    const lines = history
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Told);
    const left = lines.findLast(
      ({ type, data }) =>
        type === 'Left' &&
        (data as TrajectoryData['Left']).on > '2025-10-01' &&
        (data as TrajectoryData['Left']).on < '2026-09-01',
    );
    if (!left) throw new Error('nobody left');
    const writing = await openWriting(embedded(keyboard.data), {
      onFatal: (error) => {
        throw error;
      },
    });
    const corrected = await writing.engine.execute(
      trajectorySubject,
      studentId(left.stream.replace('trajectory-', '')),
      {
        type: 'Correct',
        event: left.id,
        change: { values: { on: calendarDate('2026-10-05') } },
        why: 'verkeerde datum',
      },
      {
        commandId: uuid('0d5c9f5e-1111-4222-8333-444455556666'),
        actor: { id: '11111111-1111-4111-8111-111111111111', role: 'quality' },
        source: 'test',
      },
    );
    expect(corrected).toMatchObject({ outcome: 'done' });
    await writing.close();
    const said = await keyboard.type('verify', 'a.zip', '--json');
    const answer = JSON.parse(said.out) as Verified;
    expect([said.exit, answer.verified, answer.findings]).toEqual([0, true, []]);
    expect(answer.corrections).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          report: 'twin',
          trajectory: left.stream.replace('trajectory-', ''),
          because: [expect.objectContaining({ type: 'Corrected' })],
        }),
      ]),
    );
    expect((await keyboard.type('verify', 'a.zip')).out).toMatch(
      /Sinds de verzegeling veranderd.*twin: .* → .*Corrected, vastgelegd/s,
    );
    // The same question, sealed once more at the same ordinal, is the same bundle.
    const { ordinal } = (
      JSON.parse((await keyboard.type('verify', 'a.zip', '--without-log', '--json')).out) as {
        readonly question: { readonly ordinal: number };
      }
    ).question;
    expect((await keyboard.type(...ask, '--at', String(ordinal), '--out', 'a.zip')).exit).toBe(0);
    expect(await sealsIn()).toBe(1);
  });

  describe('while a service runs', () => {
    let service: Service;
    beforeAll(async () => {
      service = await startService(
        {
          place: embedded(keyboard.data),
          leaseLasts: 30_000,
          port: 0,
          host: '127.0.0.1',
          auth: 'dev',
          production: false,
          logLevel: 'silent',
        },
        openLog('silent'),
      );
      service.open();
    });
    afterAll(() => service.stop());

    test('is made by the service that has the log, into the folder of whoever asks, and verified beside it', async () => {
      const before = await sealsIn();
      const said = await keyboard.type(...ask, '--report', 'vsv', '--out', 'served.zip');
      expect(said).toMatchObject({ exit: 0 });
      expect(await sealsIn()).toBe(before + 1);
      expect((await keyboard.type('verify', 'served.zip')).exit).toBe(0);
    });
  });
});

interface Told {
  readonly id: ReturnType<typeof uuid>;
  readonly stream: string;
  readonly type: string;
  readonly data: unknown;
}
