import { describe, expect, it } from '@jest/globals';
import { emptySchool, official, withLine } from './school.ts';

const lineOf = (text: string, begins: string): number =>
  text.split('\n').findIndex((line) => line.startsWith(begins)) + 1;

const vera = '123456782';
const imran = '111222333';

/** The students in the log, by the year in which they were born. */
const bornIn = async (school: ReturnType<typeof emptySchool>): Promise<readonly number[]> =>
  (await school.events())
    .filter(({ type }) => type === 'StudentRegistered')
    .map(({ data }) => Number((data as { birthDate?: string }).birthDate?.slice(0, 4)));

describe('A rejected line', () => {
  it.each([
    ['a date that does not exist', 'ISG', `ISG|${vera}||1|2025-02-30|2028-07-31`, 'WrongDate'],
    ['a year that is a typing mistake', 'ISG', `ISG|${vera}||1|0202-08-01`, 'WrongDate'],
    ['no day of enrolment', 'ISG', `ISG|${vera}||1`, 'MissingField'],
    ['an end before the begin', 'ISG', `ISG|${vera}||1|2025-08-01||2025-07-31|4`, 'EndBeforeBegin'],
    ['a reason that is none', 'ISG', `ISG|${vera}||1|2025-08-01||2026-07-31|verhuisd`, 'WrongReason'],
    ['no number of the enrolment', 'ISP', `ISP|${vera}|||2025-08-01|25655|BOL`, 'MissingField'],
    ['an unknown leertraject', 'ISP', `ISP|${vera}||1|2025-08-01|25655|BLO|4`, 'UnknownValue'],
    ['no leertraject', 'ISP', `ISP|${vera}||1|2025-08-01|25655`, 'MissingField'],
    ['a niveau outside 1-4', 'ISP', `ISP|${vera}||1|2025-08-01|25655|BOL|5|J`, 'WrongNiveau'],
    ['a code that is none', 'ISP', `ISP|${vera}||1|2025-08-01|25 655|BOL|4|J`, 'WrongOpleidingscode'],
    ['something else than J or N', 'ISP', `ISP|${vera}||1|2025-08-01|25655|BOL|4|Y`, 'UnknownValue'],
    ['a period of no enrolment', 'ISP', `ISP|${vera}||9|2025-08-01|25655|BOL|4|J`, 'EnrolmentMissing'],
    ['a period that is too early', 'ISP', `ISP|${vera}||1|2025-07-31|25655|BOL`, 'PeriodBeforeEnrolment'],
    ['an unknown gender', 'PER', `PER|${vera}||2007-05-14|X`, 'UnknownValue'],
    ['a birth date that is none', 'PER', `PER|${vera}||2007-13-14|V`, 'WrongDate'],
    ['a birth date to come', 'PER', `PER|${vera}||2026-09-01|V`, 'WrongDate'],
    ['a record that nobody knows', 'ISE', `ISX|${vera}||1|2025-08-01`, 'UnknownRecord'],
    ['no person', 'ISP', 'ISP|||1|2025-08-01|25655|BOL|4|J', 'IdentityMissing'],
    ['nothing but zeroes for a person', 'ISP', 'ISP|000000000||1|2025-08-01|25655|BOL', 'IdentityMissing'],
    ['no fields at all', 'ISG', 'ISG', 'IdentityMissing'],
    ['both separators', 'ISG', `ISG;${vera}||1|2025-08-01|2028-07-31`, 'TwoSeparators'],
    ['no line break', 'ISG', `ISG|${vera}||1|2025-08-01${'|'.repeat(5_000)}`, 'LineTooLong'],
  ])('with %s leaves its person out whole, and nobody else', async (_what, record, instead, code) => {
    const school = emptySchool();
    const text = withLine(official, `${record}|${vera}`, instead);
    const report = await school.import(text);
    const line = lineOf(official, `${record}|${vera}`);
    expect(report.rejected).toEqual([
      { line, record: instead.slice(0, 3), code, text: expect.stringMatching(/^[A-Z"].*\.$/) },
    ]);
    expect(report).toMatchObject({ persons: 2, enrolments: 3 });
    expect(report.warnings.map((warning) => warning.code)).toContain('PersonLeftOut');
    expect(await bornIn(school)).toEqual([2006, 2005]);
    const named = (await school.events()).findLast(({ type }) => type === 'DeliveryNamed');
    expect((named?.data as { trajectories: unknown[] }).trajectories).toHaveLength(2);
  });

  it('is each line of a person without PER', async () => {
    const school = emptySchool();
    const report = await school.import(withLine(official, `PER|${vera}`));
    expect(report.rejected.map(({ record, code }) => `${record} ${code}`)).toEqual([
      'ISG PersonMissing',
      'ISP PersonMissing',
      'ISP PersonMissing',
    ]);
    expect(await bornIn(school)).toEqual([2006, 2005]);
  });

  it('is not reported again for what belongs to it', async () => {
    const school = emptySchool();
    const report = await school.import(
      withLine(official, `ISG|${imran}`, `ISG|${imran}||1|2024-08-01|2026-07-31|19 december|8`),
    );
    expect(report.rejected).toMatchObject([{ record: 'ISG', code: 'WrongDate' }]);
  });

  it('is one that says otherwise what was said before; the same said twice counts once', async () => {
    const again = `ISP|${vera}||1|2025-08-01|25655|BOL|4|J||101A741|100X974`;
    const twice = await emptySchool().import(withLine(official, `ISE|${vera}`, again));
    expect(twice).toMatchObject({ persons: 3, periods: 5, rejected: [] });
    expect(twice.warnings.map(({ code }) => code)).toContain('Repeated');
    for (const other of [
      again.replace('25655', '25180'),
      `ISG|${vera}||1|2025-09-01|2028-07-31`,
      `PER|${vera}||2007-05-15|V`,
    ]) {
      const report = await emptySchool().import(withLine(official, `ISE|${vera}`, other));
      expect(report.rejected).toMatchObject([{ line: 6, code: 'Contradicts' }]);
      expect(report.persons).toBe(2);
    }
  });

  it('may stand far from the other lines of its person', async () => {
    const school = emptySchool();
    const report = await school.import(
      official.replace('SLR', `ISP|${vera}||1|2026-02-30|25655|BOL|4|J\nSLR`),
    );
    expect(report).toMatchObject({ persons: 2, rejected: [{ line: 20, code: 'WrongDate' }] });
    expect(await bornIn(school)).toEqual([2006, 2005]);
  });

  it('tells nobody’s number', async () => {
    const { rejected } = await emptySchool().import(official.replaceAll('|BOL|', '|LOB|'));
    expect(rejected).toHaveLength(4);
    expect(JSON.stringify(rejected)).not.toMatch(/\d{9}/);
  });

  it('when nobody is left, keeps the delivery itself out: it would empty the school', async () => {
    const school = emptySchool();
    const report = await school.import(official.replaceAll('PER|', 'PEER|'));
    expect(report).toMatchObject({ persons: 0, events: 0 });
    expect(report.warnings.map(({ code }) => code)).toContain('NothingRecorded');
    expect(await school.events()).toEqual([]);
  });
});

describe('What is odd and goes in all the same', () => {
  it.each([
    ['a broken detail', `ISE|${vera}`, `ISE|${vera}||1|2025-02-30|2026-07-14`, 'DetailNotRead'],
    ['a detail of nobody', `ISE|${vera}`, 'ISE|BSN9||1|2025-09-14', 'DetailOfNobody'],
    ['more fields than the format has', `PER|${vera}`, `PER|${vera}||2007-05-14|V|9999`, 'SurplusFields'],
    ['no birth date', `PER|${vera}`, `PER|${vera}|||V`, 'BirthDateMissing'],
    ['an unknown code', `ISP|${vera}`, `ISP|${vera}||1|2025-08-01|99999|BOL|4|J`, 'UnknownOpleidingscode'],
    ['another niveau', `ISP|${vera}`, `ISP|${vera}||1|2025-08-01|25655|BOL|2|J`, 'NiveauDiffers'],
    ['a late first period', `ISP|${vera}`, `ISP|${vera}||1|2025-08-05|25655|BOL|4|J`, 'PeriodGap'],
    [
      'a planned end too early',
      `ISG|${vera}`,
      `ISG|${vera}||1|2025-08-01|2025-07-31`,
      'PlannedEndBeforeBegin',
    ],
    ['a reason for no end', `ISG|${vera}`, `ISG|${vera}||1|2025-08-01|2028-07-31||4`, 'ReasonWithoutEnd'],
    [
      'a diploma of another year',
      'DIP',
      'DIP||100000004|7001|25180|2026-07-01||J|7',
      'DiplomaWithoutEnrolment',
    ],
    ['a diploma to come', 'DIP', 'DIP||100000004|7001|25180|2026-08-04||J|1', 'DiplomaAfterDelivery'],
    ['an enrolment beside it', `ISG|${imran}||2`, `ISG|${imran}||2|2025-12-19|2028-07-31`, 'Overlap'],
    ['a wrong count', 'SLR', 'SLR|3|4|6|1|1|1|1|1|1', 'CountsDiffer'],
    ['no counts', 'SLR', '', 'CountsMissing'],
  ])('%s', async (_what, begins, instead, code) => {
    const school = emptySchool();
    const report = await school.import(withLine(official, begins, instead));
    expect(report.warnings.map((warning) => warning.code)).toContain(code);
    expect(report.persons).toBe(3);
    expect((await bornIn(school)).slice(1)).toEqual([2006, 2005]);
  });

  it('a garbled line of nobody', async () => {
    const report = await emptySchool().import(official.replace('PER|111', 'zo maar wat\nPER|111'));
    expect(report).toMatchObject({ persons: 3, rejected: [{ line: 9, code: 'UnknownRecord' }] });
  });

  it('a step from a domein or dossier to a code inside it is no switch', async () => {
    for (const wider of ['79140', '23085']) {
      const inside = await emptySchool().import(official.replaceAll('|25655|', `|${wider}|`));
      expect(inside.switches).toBe(wider === '23085' ? 0 : 2);
    }
  });
});

describe('A file as a whole', () => {
  it.each([
    ['that holds nothing', '', 'NotRo'],
    ['that is something else', 'naam,klas\nVera,1a\n', 'NotRo'],
    ['that nobody says the school of', withLine(official, 'VLP'), 'HeaderIncomplete'],
    ['with a BRIN that is none', official.replace('VLP|99ZZ', 'VLP|99'), 'WrongBrin'],
    ['with a date that is none', official.replace('|2026-08-03', '|2026-02-30'), 'WrongDate'],
    ['made after today', official.replace('|2026-08-03', '|2026-11-23'), 'MadeInFuture'],
  ])('%s is refused, and nothing is written', async (_what, text, code) => {
    const school = emptySchool();
    const answer = await school.tryImport(text);
    expect(answer).toMatchObject({ accepted: false, refusal: { file: 'delivery.csv', code } });
    expect(await school.events()).toEqual([]);
  });

  it('that says another school than its name goes by VLP, and the report says so', async () => {
    const { header, warnings } = await emptySchool().import(official, {
      name: 'RO_98YY_20250801_20260731.csv',
    });
    expect(header.brin).toBe('99ZZ');
    expect(warnings.map(({ code }) => code)).toEqual(['HeaderDiffers']);
  });

  it('that came before is not taken for another delivery', async () => {
    const school = emptySchool();
    const text = withLine(official, 'VLP');
    const name = 'RO_99ZZ_20250801_20260731.csv';
    const { warnings } = await school.import(text, { name });
    expect(warnings.map(({ code }) => code)).toContain('HeaderMissing');
    expect(await school.tryImport(text, { name, options: { madeOn: '2026-08-03' } })).toMatchObject({
      accepted: false,
      refusal: { code: 'AlreadyRecorded' },
    });
  });
});
