import { describe, expect, it } from '@jest/globals';
import { emptySchool, masked, official, withLine } from './school.ts';

const codes = (warnings: readonly { readonly code: string }[]) => warnings.map(({ code }) => code);

describe('Importing a registratieoverzicht', () => {
  it('records the delivery, then each person with what the register says, then who is named', async () => {
    const school = emptySchool();
    const report = await school.import(official);
    expect(report).toMatchObject({
      persons: 3,
      enrolments: 4,
      periods: 5,
      diplomas: 1,
      switches: 2,
      switchShapes: { withinEnrolment: 1, newEnrolment: 1 },
      warnings: [],
      rejected: [],
      header: { brin: '99ZZ', from: '2025-08-01', to: '2026-07-31', madeOn: '2026-08-03' },
    });
    const events = await school.events();
    expect(report.events).toBe(events.length);
    expect(events[0]).toMatchObject({
      type: 'DeliveryRecorded',
      stream: `delivery-${report.delivery}`,
      meta: { actor: { role: 'importer' }, source: 'import:ro' },
    });
    const named = events.at(-1);
    expect(named).toMatchObject({ type: 'DeliveryNamed', data: { page: 0 } });
    const { trajectories } = named?.data as { trajectories: readonly string[] };
    expect(trajectories).toHaveLength(3);
    expect(events.filter(({ stream }) => stream === `trajectory-${trajectories[1]}`)).toMatchObject([
      { type: 'RegisterEnrolmentRecorded', data: { brin: '99ZZ', enrolment: '1', from: '2024-08-01' } },
      { type: 'RegisterPeriodRecorded', data: { opleidingscode: '25655', leertraject: 'BBL', niveau: 4 } },
      { type: 'RegisterEnrolmentEnded', data: { until: '2025-12-19', reason: '08' } },
      { type: 'RegisterEnrolmentRecorded', data: { enrolment: '2', from: '2025-12-20' } },
      { type: 'RegisterPeriodRecorded', data: { opleidingscode: '25180', fundable: true } },
    ]);
    expect(events.filter(({ stream }) => stream === `student-${trajectories[1]}`)).toMatchObject([
      {
        type: 'StudentRegistered',
        data: { birthDate: '2006-00-00', gender: 'M', birthBand: { year: 2006, part: 'later' } },
      },
    ]);
  });

  it('never writes down a BSN or an onderwijsnummer', async () => {
    const school = emptySchool();
    await school.import(official);
    const log = JSON.stringify(await school.events(), (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    for (const number of ['123456782', '111222333', '100000004']) expect(log).not.toContain(number);
  });

  it('reads the same of a file that a spreadsheet has saved, in any order, with masks for numbers', async () => {
    const school = emptySchool();
    const report = await school.import(masked);
    expect(report).toMatchObject({ persons: 3, enrolments: 3, periods: 3, diplomas: 1, rejected: [] });
    expect(codes(report.warnings)).toEqual(['OwnNumbers']);
    const ended = (await school.events()).filter(({ type }) => type === 'RegisterEnrolmentEnded');
    expect(ended).toMatchObject([{ data: { until: '2026-07-31', reason: '07' } }]);
  });

  it('adds nothing when the same file comes again, and says the same of it', async () => {
    for (const text of [official, masked]) {
      const school = emptySchool();
      const first = await school.import(text);
      const size = (await school.events()).length;
      expect(await school.import(text)).toEqual({ ...first, events: 0 });
      expect(await school.events()).toHaveLength(size);
    }
  });

  it('tells beforehand what it would do, and does nothing', async () => {
    const school = emptySchool();
    const rehearsed = await school.import(official, { dryRun: true });
    expect(await school.events()).toEqual([]);
    const done = await school.import(official);
    expect(rehearsed).toEqual({ ...done, dryRun: true });
    expect(await school.import(official, { dryRun: true })).toEqual({ ...done, events: 0, dryRun: true });
  });

  it('of a newer file records the differences alone, and withdraws what is no longer said', async () => {
    const school = emptySchool();
    await school.import(official);
    const size = (await school.events()).length;
    const newer = withLine(
      withLine(official.replace('2026-08-03', '2026-09-01'), 'DIP'),
      'ISG|123456782',
      'ISG|123456782||1|2025-08-01|2028-07-31|2026-06-30|4',
    );
    const report = await school.import(newer);
    expect((await school.events()).slice(size)).toMatchObject([
      { type: 'DeliveryRecorded' },
      { type: 'RegisterEnrolmentEnded', data: { until: '2026-06-30', reason: '04' } },
      { type: 'RegisterFactWithdrawn', data: { fact: 'diploma', result: '7001' } },
      { type: 'DeliveryNamed' },
    ]);
    expect(report.events).toBe(4);
  });

  it('takes the same mask in the files of two schools for two people, and the same BSN for one', async () => {
    const school = emptySchool();
    await school.import(masked);
    await school.import(masked.replaceAll('99ZZ', '98YY'));
    const students = async () => (await school.events()).filter(({ type }) => type === 'StudentRegistered');
    expect(await students()).toHaveLength(6);
    await school.import(official);
    await school.import(official.replaceAll('99ZZ', '98YY'));
    expect(await students()).toHaveLength(9);
  });

  it('names in pages of at most 500', async () => {
    const school = emptySchool();
    const many = Array.from({ length: 1_201 }, (_, index) => `PER|p${index}||2007-05-14|V`);
    await school.import(['VLP|99ZZ|2025-08-01|2026-07-31|2026-08-03', ...many].join('\n'));
    const pages = (await school.events()).filter(({ type }) => type === 'DeliveryNamed');
    expect(pages.map(({ data }) => (data as { trajectories: unknown[] }).trajectories.length)).toEqual([
      500, 500, 201,
    ]);
  });

  it('finishes what a crash between claim and student left behind', async () => {
    const school = emptySchool();
    const store = school.store;
    let left = 4;
    const crashing = emptySchool('crash', {
      ...store,
      readStream: (stream, from) => store.readStream(stream, from),
      readAll: (after, limit) => store.readAll(after, limit),
      append: async (stream, expected, events) => {
        left -= 1;
        if (left < 0) throw new Error('crashed');
        return store.append(stream, expected, events);
      },
    });
    await expect(crashing.import(official)).rejects.toThrow('crashed');
    expect((await school.events()).map(({ type }) => type)).toContain('NumberClaimed');
    await school.import(official);
    const events = await school.events();
    const claimed = events.filter(({ type }) => type === 'NumberClaimed');
    const registered = events.filter(({ type }) => type === 'StudentRegistered');
    expect(claimed).toHaveLength(3);
    expect(registered.map(({ stream }) => stream).toSorted()).toEqual(
      claimed.map(({ data }) => `student-${(data as { student: string }).student}`).toSorted(),
    );
  });
});
