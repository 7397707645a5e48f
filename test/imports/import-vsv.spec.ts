import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DeliveryData } from '../../src/domain/delivery/events.ts';
import { a04, list, nenr, nrsp, type Somebody, tryList, written } from './lists.ts';
import { emptySchool, official, type School } from './school.ts';

/** Two of the people in the register's fixture, and one whom nobody here knows. */
const [anna, bram, stranger] = ['123456782', '111222333', '100000009'] as const;
const nrspName = 'NRSP2026VI99ZZ.csv';
const nenrName = (status: 'V' | 'D') => `NenR2026${status}I99ZZ.csv`;

const schoolWithRegister = async (): Promise<School> => {
  const school = emptySchool();
  await school.import(official, { name: 'RO_99ZZ_20250801_20260731.csv' });
  return school;
};

const codes = ({ warnings }: { readonly warnings: readonly { readonly code: string }[] }) =>
  warnings.map(({ code }) => code);

/** What is recorded of lists, without the names of the files. */
const recorded = async (school: School) =>
  (await school.events())
    .filter(({ type }) => type.startsWith('VsvList') || type === 'DuoVerdictRecorded')
    .map(({ type, data }) => ({ type, data: { ...(data as object), delivery: undefined } }));

const verdictsOf = async (school: School) =>
  (await school.events())
    .filter(({ type }) => type === 'DuoVerdictRecorded')
    .map(({ stream, data }) => {
      const { verdict, status } = data as { verdict: string; status: string };
      return `${stream.slice(-4)} ${status} ${verdict}`;
    });

describe('a list of DUO', () => {
  it('is recorded as what it is, with whom it names: a trajectory, or the key of a number', async () => {
    const school = await schoolWithRegister();
    const before = (await school.events()).length;
    const report = await list(
      school,
      nrspName,
      written(nrsp([{ bsn: anna }, { bsn: stranger, niveau: 'HAVO/VWO bovenbouw' }])),
    );
    expect(report).toMatchObject({
      header: { kind: 'NRSP', brin: '99ZZ', countYear: 2025, sequence: 16 },
      rows: 2,
      persons: 2,
      matched: 1,
      unknownHere: 1,
      events: 2,
      rejected: [],
    });
    expect(codes(report)).toEqual(['NotMbo']);
    const events = (await school.events()).slice(before);
    expect(events.map(({ type }) => type)).toEqual(['VsvListRecorded', 'VsvListNamed']);
    const { named } = events[1]?.data as DeliveryData['VsvListNamed'];
    expect(named[0]).toEqual({
      trajectory: expect.stringMatching(/^[0-9a-f-]{36}$/),
      opleidingscode: '25655',
      leerweg: 'BOL',
      niveau: 4,
    });
    expect(named[1]).toEqual({
      person: expect.stringMatching(/^[0-9a-f]{64}$/),
      opleidingscode: '25655',
      leerweg: 'BOL',
    });
  });

  it('keeps no number and no name, in no event and in no answer', async () => {
    const school = await schoolWithRegister();
    const report = await list(school, nenrName('V'), written(nenr([{ bsn: anna }, { bsn: stranger }])));
    const all = JSON.stringify([
      report,
      (await school.events())
        .filter(({ meta }) => meta.source === 'import:vsv')
        .map(({ stream, data, meta }) => ({ stream, data, meta })),
    ]);
    for (const secret of [anna, stranger, 'Jansen', '14-05-2007', '2007-05-14'])
      expect(all).not.toContain(secret);
    expect(all).toContain('import:vsv');
  });

  it('says the same however it is written: order of columns, BOM, line ends, latin-1, quotes, doubled lines, 129.0', async () => {
    const people: readonly Somebody[] = [
      { bsn: anna },
      { onderwijsnummer: bram, crebo: '25180', leerweg: 'BBL', niveau: 'Mbo2 opleidingen' },
      { bsn: stranger },
    ];
    const plain = await schoolWithRegister();
    await list(plain, nenrName('V'), written(nenr(people)));
    const expected = await recorded(plain);
    const columns = Object.keys(nenr(people)[0] ?? {});
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(columns, { minLength: columns.length }),
        fc.record({
          bom: fc.boolean(),
          latin1: fc.boolean(),
          quoted: fc.boolean(),
          end: fc.constantFrom('\n' as const, '\r\n' as const),
          separator: fc.constantFrom(';', '\t', ','),
        }),
        fc.boolean(),
        fc.boolean(),
        async (order, how, doubled, points) => {
          const lines = nenr(people).map((line) =>
            points
              ? { ...line, CREBO: `${line['CREBO'] ?? ''}.0`, ONDERWIJSLOCATIE_HUISNUMMER: '129.0' }
              : line,
          );
          const school = await schoolWithRegister();
          const bytes = written(doubled ? [...lines, ...lines] : lines, {
            ...how,
            bom: how.bom && !how.latin1,
            columns: order,
          });
          const report = await list(school, nenrName('V'), bytes);
          const found = (await recorded(school)).map((each) =>
            each.type === 'VsvListRecorded' ? { ...each, data: { ...each.data, rows: people.length } } : each,
          );
          expect(found).toEqual(expected);
          expect(report.rows).toBe(doubled ? 6 : 3);
          const said = codes(report);
          expect(said.includes('DoubledRow')).toBe(doubled);
          expect(said.includes('NumberWithPoint')).toBe(points);
          expect(said.includes('Latin1')).toBe(how.latin1);
          expect(said.includes('OtherSeparator')).toBe(how.separator !== ';');
        },
      ),
      { numRuns: 25 },
    );
  });

  it('says that the columns stand in another order, and that nobody matches', async () => {
    const school = emptySchool();
    const lines = nrsp([{ bsn: anna }]);
    const report = await list(
      school,
      nrspName,
      written(lines, { columns: Object.keys(lines[0] ?? {}).toReversed() }),
    );
    expect(codes(report)).toEqual(['NobodyMatches', 'OtherOrder']);
  });

  it('gives a BSN back the zero that a spreadsheet took', async () => {
    const school = emptySchool();
    const long = await list(school, nrspName, written(nrsp([{ bsn: '010000021' }])));
    const short = await list(school, nrspName, written(nrsp([{ bsn: '10000021' }])));
    expect(codes(long)).not.toContain('LeadingZero');
    expect(codes(short)).toContain('LeadingZero');
    const persons = (await school.events())
      .filter(({ type }) => type === 'VsvListNamed')
      .flatMap(({ data }) => (data as DeliveryData['VsvListNamed']).named.map(({ person }) => person));
    expect(new Set(persons).size).toBe(1);
  });

  it('changes nothing when it comes again, and goes on where it was broken off', async () => {
    const school = await schoolWithRegister();
    const bytes = written(nenr([{ bsn: anna }, { bsn: bram }, { bsn: stranger }]));
    expect((await list(school, nenrName('V'), bytes)).events).toBe(4);
    expect((await list(school, nenrName('V'), bytes)).events).toBe(0);
    expect((await list(school, nenrName('V'), bytes, {}, true)).events).toBe(0);
  });

  it('writes nothing in a dry run, and says what would be', async () => {
    const school = await schoolWithRegister();
    const before = (await school.events()).length;
    const report = await list(school, nenrName('V'), written(nenr([{ bsn: anna }])), {}, true);
    expect(report).toMatchObject({ events: 3, verdicts: { vsv: 1, notVsv: 0 }, dryRun: true });
    expect((await school.events()).length).toBe(before);
  });

  it('names again, with the trajectory, whoever became known since', async () => {
    const school = emptySchool();
    const bytes = written(nenr([{ bsn: anna }]));
    expect((await list(school, nenrName('V'), bytes)).matched).toBe(0);
    await school.import(official, { name: 'RO_99ZZ_20250801_20260731.csv' });
    expect(await list(school, nenrName('V'), bytes)).toMatchObject({ matched: 1, events: 2 });
    const pages = (await school.events())
      .filter(({ type }) => type === 'VsvListNamed')
      .map(({ data }) => (data as DeliveryData['VsvListNamed']).named);
    expect(pages[1]?.[0]?.person).toBe(pages[0]?.[0]?.person);
    expect(pages[1]?.[0]?.trajectory).toBeDefined();
  });
});

describe('DUO’s verdicts', () => {
  it('come with the VSV’ers by name, and are taken back when a later list names somebody no longer', async () => {
    const school = await schoolWithRegister();
    const first = await list(school, nenrName('V'), written(nenr([{ bsn: anna }, { bsn: bram }])));
    expect(first.verdicts).toEqual({ vsv: 2, notVsv: 0 });
    const second = await list(school, nenrName('D'), written(nenr([{ bsn: anna }])));
    expect(second.verdicts).toEqual({ vsv: 1, notVsv: 1 });
    expect((await verdictsOf(school)).map((each) => each.slice(5)).sort()).toEqual([
      'definitive notVsv',
      'definitive vsv',
      'provisional vsv',
      'provisional vsv',
    ]);
  });

  it('of an older list that comes late do not undo those of a newer one', async () => {
    const school = await schoolWithRegister();
    await list(school, nenrName('D'), written(nenr([{ bsn: anna }])));
    const late = await list(school, nenrName('V'), written(nenr([{ bsn: bram }])));
    expect(late.verdicts).toEqual({ vsv: 1, notVsv: 0 });
    expect(codes(late)).toContain('NewerKnown');
  });

  it('do not come with a start population or a monthly list', async () => {
    const school = await schoolWithRegister();
    await list(school, nrspName, written(nrsp([{ bsn: anna }])));
    await list(school, '202601A04I99ZZ.csv', written(a04([{ bsn: anna, month: '202601' }])));
    expect(await verdictsOf(school)).toEqual([]);
  });
});

describe('which list a file is', () => {
  const cases: readonly [string, string, string, number, number][] = [
    ['October is the first month of the teljaar', '202510A04I99ZZ.csv', '202510', 2025, 1],
    ['September is the last', '202609A04I99ZZ.csv', '202609', 2025, 12],
    ['A14 goes on after it', '202610A14I99ZZ.csv', '202610', 2025, 13],
  ];
  it.each(cases)('%s', async (_, name, month, countYear, sequence) => {
    const report = await list(emptySchool(), name, written(a04([{ bsn: anna, month }])));
    expect(report.header).toMatchObject({ countYear, sequence });
    expect(codes(report)).not.toContain('MonthDiffers');
  });

  it('is told by its lines where its name says another month, aloud', async () => {
    const report = await list(
      emptySchool(),
      '202610A04I99ZZ.csv',
      written(
        a04([
          { bsn: anna, month: '202510', left: '31-12-2025', reason: 'GEEN INSCHRIJVING' },
          { bsn: bram, month: '202511' },
        ]),
      ),
    );
    expect(report.header).toMatchObject({ countYear: 2025, sequence: 2 });
    expect(codes(report)).toEqual(expect.arrayContaining(['MonthDiffers', 'SeveralMonths']));
  });

  it.each<[string, string, Uint8Array, string]>([
    ['no name that says anything', 'list.csv', written(nrsp([{ bsn: anna }])), 'KindUnknown'],
    [
      'a yearly name over a monthly header',
      nrspName,
      written(a04([{ bsn: anna, month: '202510' }])),
      'HeaderOfAnotherKind',
    ],
    [
      'months of two teljaren',
      '202510A04I99ZZ.csv',
      written(
        a04([
          { bsn: anna, month: '202509' },
          { bsn: bram, month: '202510' },
        ]),
      ),
      'SeveralYears',
    ],
    [
      'A14 in spring',
      '202603A14I99ZZ.csv',
      written(a04([{ bsn: anna, month: '202603' }])),
      'MonthOutOfCycle',
    ],
    ['no month at all', '202510A05I99ZZ.csv', written(a04([{ bsn: anna, month: '' }])), 'MonthUnknown'],
    ['no header', nrspName, Buffer.from('123456782;;14-05-2007\r\n'), 'NoHeader'],
    ['nothing', nrspName, Buffer.from(''), 'Empty'],
    [
      'a quotation mark that is never closed',
      nrspName,
      Buffer.from('#BURGERSERVICENUMMER;CREBO\r\n"123456782;25655\r\n111222333;25655\r\n'),
      'Unreadable',
    ],
    [
      'a column twice',
      nrspName,
      Buffer.from('#BURGERSERVICENUMMER;CREBO;CREBO\r\n123456782;25655;25180\r\n'),
      'ColumnTwice',
    ],
    ['a count that lies ahead', 'NRSP2028VI99ZZ.csv', written(nrsp([{ bsn: anna }])), 'CountYearAhead'],
  ])('is refused, with nothing written: %s', async (_, name, bytes, code) => {
    const school = emptySchool();
    const answer = await tryList(school, name, bytes);
    expect(answer).toMatchObject({ accepted: false, refusal: { code, file: name } });
    expect(await school.events()).toEqual([]);
  });

  it('may be given beside the file', async () => {
    const report = await list(emptySchool(), 'list.csv', written(nrsp([{ bsn: anna }])), {
      kind: 'NRSP',
      year: 2025,
      status: 'definitive',
      brin: '99ZZ',
    });
    expect(report.header).toEqual({ kind: 'NRSP', brin: '99ZZ', countYear: 2025, sequence: 17 });
  });

  it('is the same for the same file, or refused', async () => {
    const school = emptySchool();
    const bytes = written(nrsp([{ bsn: anna }]));
    await list(school, nrspName, bytes);
    expect(await tryList(school, nrspName, bytes, { status: 'definitive' })).toMatchObject({
      accepted: false,
      refusal: { code: 'AlreadyListed' },
    });
  });
});

describe('lines that cannot go in', () => {
  it('are rejected by number, and the others go in', async () => {
    const report = await list(
      emptySchool(),
      nrspName,
      written(nrsp([{ bsn: anna }, {}, { bsn: bram, brin: '21CY' }])),
    );
    expect(report).toMatchObject({ persons: 1, rows: 3 });
    expect(report.rejected.map(({ line, code }) => [line, code])).toEqual([
      [3, 'NumberMissing'],
      [4, 'OtherBrin'],
    ]);
  });

  it('of somebody named before with something else count by the first', async () => {
    const report = await list(
      emptySchool(),
      nrspName,
      written(nrsp([{ bsn: anna }, { bsn: anna, crebo: '25180' }])),
    );
    expect(report.persons).toBe(1);
    expect(codes(report)).toContain('NamedTwice');
  });
});
