import { describe, expect, it } from '@jest/globals';
import {
  switchesOf,
  trackOf,
  historyAsKnown,
  schoolIntervals,
  registerIntervals,
} from '../../projections/figures/index.ts';
import { catalogueOf } from '../../src/domain/institution/catalogue.ts';
import { institution } from '../../src/domain/institution/state.ts';
import { ledgerOf, reportOn, switchRowsOn } from './asking.ts';
import {
  aSchool,
  day,
  delivery,
  programme,
  programmes,
  type School,
  type Story,
  student,
  switching,
} from './history.ts';

const { verpleegkunde, apotheek, software, kok, entree, zorgDomein } = programmes;
const begun = (story: Story, into = verpleegkunde): Story =>
  story.placed('2024-08-20', into).enrolled('2024-09-01');

const counted = (school: School, definition: string) =>
  switchRowsOn(ledgerOf(school), definition).map(({ trajectory, counted: is }) => [
    Number(trajectory.slice(-2)),
    is,
  ]);
const notKnown = (school: School, definition: string) =>
  reportOn(ledgerOf(school), { report: 'switches', definition }).switches?.notKnown;

describe('D1: another domein in the first year, straight from vo', () => {
  const school = aSchool();
  const fromVo = (n: number): Story => school.student(n).prior('vmbo-t', 'yes');
  begun(fromVo(1)).switched(1, '2024-11-11', verpleegkunde, software);
  begun(fromVo(2)).switched(2, '2024-11-11', verpleegkunde, apotheek);
  begun(fromVo(3)).left('2025-02-01');
  begun(fromVo(4), entree);
  begun(fromVo(5), programme('25655', 'zorg', 'BBL'));
  begun(school.student(6));
  begun(school.student(7).prior('vmbo-t', 'yes', '2023-07-10'));
  begun(school.student(8).prior('mbo-2', 'yes', '2024-07-10'));
  school.student(9).prior('havo', 'no').placed('2023-08-20', verpleegkunde).enrolled('2023-09-01');
  begun(fromVo(10).prior('mbo-1', 'no', '2023-02-01'));

  it('counts who went to another domein, and has only who is in its population', () => {
    expect(counted(school, 'D1')).toEqual([
      [1, true],
      [2, false],
      [3, false],
    ]);
  });
  it('says of how many nobody can say', () => {
    expect(notKnown(school, 'D1')).toBe(1);
  });
  it('does not say so of whoever came from the mbo: he is out, whatever else is not known', () => {
    const other = aSchool();
    begun(other.student(1).prior('mbo-2', 'yes', '2024-07-10'));
    expect([counted(other, 'D1'), notKnown(other, 'D1')]).toEqual([[], 0]);
  });
  it('knows of an earlier enrolment that only the register told of, also when no delivery speaks for t', () => {
    const other = aSchool();
    const story = other.student(1).prior('vmbo-t', 'yes');
    other.delivered(1, { from: day('2022-08-01'), to: day('2023-01-31'), madeOn: day('2023-02-01') }, [
      story.id,
    ]);
    begun(story.register(1, { from: '2022-08-01', until: '2022-12-31', periods: [['2022-08-01', '25604']] }));
    expect(counted(other, 'D1')).toEqual([]);
  });
  it('attributes to the niveau on t', () => {
    const counts = reportOn(ledgerOf(school), { report: 'switches', definition: 'D1' }).switches?.counts;
    expect(counts).toEqual([
      { niveau: '4', counted: false, count: 2 },
      { niveau: '4', counted: true, count: 1 },
    ]);
  });
});

describe('D2: ever another domein, of niveau 4 with a vmbo diploma', () => {
  const school = aSchool();
  begun(school.student(1).prior('vmbo-t', 'yes')).switched(1, '2025-11-10', verpleegkunde, software);
  begun(school.student(2).prior('vmbo-t', 'yes'));
  begun(school.student(3).prior('vmbo-t', 'no'));
  begun(school.student(4));
  begun(school.student(5).prior('vmbo-k', 'yes'), kok);
  school.student(6).prior('vmbo-t', 'yes').placed('2023-08-20', verpleegkunde).enrolled('2023-09-01');
  it('looks up to the day of knowing, whatever the year', () => {
    expect(counted(school, 'D2')).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(switchRowsOn(ledgerOf(school), 'D2', { knownOn: day('2025-11-02') })[0]?.counted).toBe(false);
    expect(notKnown(school, 'D2')).toBe(1);
  });
  it('sees a switch that comes to light when a delivery stops speaking', () => {
    const other = aSchool();
    const story = begun(other.student(1).prior('vmbo-t', 'yes'));
    other.delivered(1, { from: day('2024-08-01'), to: day('2024-11-30'), madeOn: day('2024-12-01') }, [
      story.id,
    ]);
    story
      .register(1, { from: '2024-09-01', periods: [['2024-09-01', '25655']] })
      .switched(1, '2024-11-20', verpleegkunde, software);
    expect(counted(other, 'D2')).toEqual([[1, true]]);
  });
});

describe('D3: first mbo year, per vmbo school', () => {
  const school = aSchool();
  begun(school.student(1).prior('vmbo-k', 'yes', '2024-07-10', 'De Schakel')).switched(
    1,
    '2024-11-11',
    verpleegkunde,
    apotheek,
  );
  begun(school.student(2).prior('vmbo-k', 'yes', '2024-07-10', 'De Schakel')).left('2025-02-01');
  begun(school.student(3).prior('vmbo-k', 'yes', '2024-07-10', 'Het Lyceum'));
  begun(school.student(4).prior('vmbo-k', 'yes'));
  begun(school.student(5).prior('havo', 'yes'));
  it('counts who is in another opleiding or gone', () => {
    expect(counted(school, 'D3')).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
    expect(reportOn(ledgerOf(school), { report: 'switches', definition: 'D3' }).switches).toMatchObject({
      counts: [
        { school: 'De Schakel', counted: true, count: 2 },
        { school: 'Het Lyceum', counted: false, count: 1 },
      ],
      notKnown: 1,
    });
  });

  it('has nobody whose enrolment goes on from a year before, even when a delivery said nothing of its beginning', () => {
    const school = aSchool();
    const story = begun(school.student(1).prior('vmbo-t', 'yes', '2024-07-10', 'De Schakel')).placed(
      '2024-10-02',
      verpleegkunde,
    );
    school.delivered(1, { from: day('2024-12-13'), madeOn: day('2024-12-17') }, [story.id]);
    expect(switchRowsOn(ledgerOf(school), 'D3', { year: 2025, knownOn: day('2027-06-01') })).toEqual([]);
    expect(switchRowsOn(ledgerOf(school), 'D5', { year: 2025, knownOn: day('2027-06-01') })).toHaveLength(1);
  });
});

describe('D5 and D6: how CBS and DUO see the flow', () => {
  const school = aSchool();
  begun(school.student(1), kok).switched(1, '2025-08-25', kok, verpleegkunde);
  begun(school.student(2)).switched(2, '2025-08-25', verpleegkunde, kok);
  begun(school.student(3)).left('2025-02-01');
  begun(school.student(4));
  school.student(5).placed('2025-08-20', software).enrolled('2025-09-01');
  it('D5: at a higher niveau, still here, or gone', () => {
    expect(counted(school, 'D5')).toEqual([
      [1, 'opstromer'],
      [2, 'doorstromer'],
      [3, 'uitstromer'],
      [4, 'doorstromer'],
    ]);
  });
  it('D6: new in the opleiding on t’', () => {
    expect(counted(school, 'D6')).toEqual([
      [1, true],
      [2, true],
      [4, false],
      [5, true],
    ]);
  });
});

describe('D7: the school’s own definition', () => {
  const school = aSchool();
  const started = (n: number): Story => begun(school.student(n)).startProgramme('2024-08-26', '2024-11-08');
  started(1).switched(1, '2024-11-08', verpleegkunde, software);
  started(2).switched(2, '2024-11-09', verpleegkunde, software);
  started(3).switched(3, '2024-11-04', verpleegkunde, apotheek, {
    dimensions: ['crebo', 'kwalificatiedossier'],
  });
  begun(school.student(4))
    .startProgramme('2024-08-26', '2024-11-08', '2024-11-22')
    .switched(4, '2024-11-22', verpleegkunde, software);
  begun(school.student(5));
  it('counts a switch to another domein up to the extended end', () => {
    expect(counted(school, 'D7')).toEqual([
      [1, true],
      [2, false],
      [3, false],
      [4, true],
    ]);
    expect(switchRowsOn(ledgerOf(school), 'D7').map((row) => row.switch)).toEqual([
      switching(1),
      null,
      null,
      switching(4),
    ]);
  });
});

describe('a filter of one’s own', () => {
  const school = aSchool();
  begun(school.student(1))
    .startProgramme('2024-08-26', '2024-11-08')
    .switched(1, '2024-09-23', verpleegkunde, software, { initiative: 'coach' })
    .switched(2, '2024-11-11', software, verpleegkunde, { initiative: 'student' });
  begun(school.student(2)).switched(3, '2024-12-02', verpleegkunde, apotheek, { dimensions: ['crebo'] });
  const ledger = ledgerOf(school);
  const countedBy = (definition: string) =>
    switchRowsOn(ledger, definition)
      .filter(({ counted: is }) => is === true)
      .map((row) => row.switch);
  it('counts a switch that has any of the values named, of each attribute of which one is named', () => {
    expect(countedBy('own:domein')).toEqual([switching(1), switching(2)]);
    expect(countedBy('own:domein,insideStartProgramme')).toEqual([switching(1)]);
    expect(countedBy('own:insideStartProgramme,later,firstYear,domein,student')).toEqual([switching(2)]);
    expect(countedBy('own:crebo,student,coach')).toEqual([switching(1), switching(2), switching(3)]);
  });
  it('has every switch of the school year in its population, and says what it counts', () => {
    expect(reportOn(ledger, { report: 'switches', definition: 'own:student,domein' })).toMatchObject({
      definition: { id: 'own:domein,student' },
      population: { size: 3 },
      switches: {
        counts: [
          { counted: false, count: 2 },
          { counted: true, count: 1 },
        ],
        counted: 'dimension domein, and initiative student',
      },
    });
  });
  it.each(['own:', 'own:domain', 'own:domein,', 'own'])(
    'is refused when it names what is not there: %s',
    (definition) => {
      expect(
        ledger.refusal({ report: 'switches', year: 2024, knownOn: day('2026-02-01'), definition }),
      ).toMatchObject({
        code: 'UnknownDefinition',
        definition,
      });
    },
  );
});

describe('a definition alongside the twin', () => {
  const school = aSchool();
  begun(school.student(1)).switched(1, '2024-11-11', verpleegkunde, software);
  begun(school.student(2));
  school
    .student(3)
    .placed('2024-08-20', { ...verpleegkunde, leerweg: 'BBL' })
    .enrolled('2024-09-01');
  const ledger = ledgerOf(school);
  it('has each student of the twin once: counted, not, out of its population, or unsaid', () => {
    expect(reportOn(ledger, { alongside: 'D1' }).alongside).toMatchObject({
      definition: { id: 'D1' },
      flows: [
        { register: 'same', evidence: 'stayed', counted: 'notKnown', count: 1 },
        { register: 'same', evidence: 'stayed', counted: 'out', count: 1 },
        { register: 'otherDomain', evidence: 'guidedSwitch', counted: 'notKnown', count: 1 },
      ],
    });
    expect(reportOn(ledger, { alongside: 'own:domein' }).alongside?.flows).toMatchObject([
      { register: 'same', counted: 'out', count: 2 },
      { register: 'otherDomain', counted: true, count: 1 },
    ]);
  });
  it('opens to who they are', () => {
    const query = {
      report: 'twin',
      year: 2024,
      knownOn: day('2026-02-01'),
      alongside: 'own:domein',
    } as const;
    expect(ledger.members(query, { counted: true }).map(({ trajectory }) => trajectory)).toEqual([
      student(1),
    ]);
  });
  it('is refused when it is not known', () => {
    expect(
      ledger.refusal({ report: 'twin', year: 2024, knownOn: day('2026-02-01'), alongside: 'D9' }),
    ).toMatchObject({ code: 'UnknownDefinition', definition: 'D9' });
  });
});

describe('all switches', () => {
  const school = aSchool();
  begun(school.student(1))
    .startProgramme('2024-08-26', '2024-11-08')
    .switched(1, '2024-09-23', verpleegkunde, software, { initiative: 'coach' })
    .switched(2, '2024-11-11', software, verpleegkunde, { initiative: 'bsa' });
  school
    .student(2)
    .placed('2023-08-20', verpleegkunde)
    .switched(3, '2024-10-02', verpleegkunde, apotheek, { dimensions: ['crebo'] });
  const { switches } = reportOn(ledgerOf(school), { report: 'switches' });
  it('are counted by dimension, moment and initiative', () => {
    expect(switches?.counts).toEqual([
      { dimension: 'crebo', count: 3 },
      { dimension: 'kwalificatiedossier', count: 2 },
      { dimension: 'domein', count: 2 },
      { dimension: 'landschap', count: 2 },
      { moment: 'beforeDefinitive', count: 1 },
      { moment: 'insideStartProgramme', count: 1 },
      { moment: 'onOrBefore1Oct', count: 1 },
      { moment: 'after1Oct', count: 2 },
      { moment: 'firstYear', count: 2 },
      { moment: 'later', count: 1 },
      { initiative: 'student', count: 1 },
      { initiative: 'coach', count: 1 },
      { initiative: 'bsa', count: 1 },
    ]);
  });
  it('of the first year are those of who enrolled since the 1 October before, however early he was placed', () => {
    const early = aSchool();
    early
      .student(1)
      .placed('2024-05-13', verpleegkunde)
      .enrolled('2024-08-01')
      .switched(1, '2024-11-11', verpleegkunde, software)
      .switched(2, '2025-09-15', software, apotheek);
    const moments = [2024, 2025].map((year) => switchRowsOn(ledgerOf(early), 'all', { year })[0]?.moment);
    expect(moments).toEqual([
      ['after1Oct', 'firstYear'],
      ['onOrBefore1Oct', 'later'],
    ]);
  });
  it('open to the switches themselves', () => {
    const members = ledgerOf(school).members(
      { report: 'switches', year: 2024, knownOn: day('2026-02-01') },
      { moment: 'insideStartProgramme' },
    );
    expect(members).toMatchObject([{ trajectory: student(1), row: { switch: switching(1) } }]);
  });
  it('are answered before t’ is reached: they are no question about it', () => {
    const ledger = ledgerOf(school);
    expect(ledger.refusal({ report: 'switches', year: 2024, knownOn: day('2025-01-01') })).toBeUndefined();
    expect(
      ledger.refusal({ report: 'switches', definition: 'D1', year: 2024, knownOn: day('2025-01-01') })?.code,
    ).toBe('PeildatumNotReached');
  });
  it('are refused by a definition that nobody published', () => {
    expect(
      ledgerOf(school).refusal({
        report: 'switches',
        definition: 'D4',
        year: 2024,
        knownOn: day('2026-01-01'),
      }),
    ).toEqual({
      code: 'UnknownDefinition',
      definition: 'D4',
      known: ['all', 'D1', 'D2', 'D3', 'D5', 'D6', 'D7'],
    });
  });
  it('have their dimensions worked out again when their programmes were corrected', () => {
    const corrected = aSchool();
    const story = begun(corrected.student(1)).switched(1, '2024-11-11', verpleegkunde, software);
    story.corrected(story.last('Switched'), { to: { ...verpleegkunde, leerweg: 'BBL' } }, '2025-01-01');
    expect(switchRowsOn(ledgerOf(corrected), 'all')[0]?.dimensions).toEqual(['leerweg']);
    expect(switchRowsOn(ledgerOf(corrected), 'all', { knownOn: day('2024-12-31') })[0]?.dimensions).toContain(
      'domein',
    );
  });
});

describe('splits', () => {
  const school = aSchool();
  begun(school.student(1));
  begun(school.student(2), zorgDomein).switched(1, '2024-11-11', zorgDomein, software);
  begun(school.student(3), entree);
  school.delivered(1, { madeOn: day('2025-11-01'), from: day('2024-08-01') }, [1, 2, 3, 4].map(student));
  for (const n of [1, 2, 3, 4])
    school
      .student(n)
      .register(1, { from: '2024-08-01', periods: [['2024-08-01', '25180', { leertraject: 'BBL' }]] });
  const values = (by: 'landschap' | 'domein' | 'niveau' | 'leerweg' | 'crebo') =>
    reportOn(ledgerOf(school), { by }).splits?.map(({ value, name, population }) => [
      value,
      name,
      population.size,
    ]);
  it('are by the register’s programme on t, and the landschap by the school’s', () => {
    expect(values('crebo')).toEqual([['25180', 'Kok', 4]]);
    expect(values('domein')?.map(([value]) => value)).toEqual(['79120']);
    expect(values('niveau')).toEqual([['2', undefined, 4]]);
    expect(values('leerweg')).toEqual([['BBL', undefined, 4]]);
    expect(values('landschap')).toEqual([
      ['zorg', undefined, 3],
      ['unknown', undefined, 1],
    ]);
  });
});

describe('what others show of a trajectory', () => {
  const school = aSchool();
  const story = begun(school.student(1)).switched(1, '2024-11-11', verpleegkunde, software);
  story.corrected(story.last('EnrolledDefinitively'), { on: '2024-09-16' }, '2024-12-01');
  school.delivered(1, { madeOn: day('2025-11-01'), from: day('2024-08-01') }, [story.id]);
  story.register(1, {
    from: '2024-08-01',
    until: '2025-07-31',
    periods: [
      ['2024-08-01', '25655'],
      ['2024-11-11', '25604'],
    ],
  });
  const entries = school.entries().filter(({ event }) => event.stream === `trajectory-${story.id}`);
  const naming = { delivery: delivery(1), ordinal: 1, day: day('2025-11-01') };
  const track = trackOf(story.id, entries, [naming]);

  it('are the stretches of the school’s account, and when each was known', () => {
    const told = schoolIntervals(track).map(({ from, until, definitive, recordedFrom, recordedUntil }) =>
      [from, until ?? 'on', definitive ? 'enrolled' : 'placed', recordedFrom, recordedUntil ?? 'now'].join(
        ' ',
      ),
    );
    expect(told.sort()).toEqual([
      '2024-08-20 2024-08-31 placed 2024-09-01 2024-11-30',
      '2024-08-20 2024-09-15 placed 2024-12-01 now',
      '2024-08-20 on placed 2024-08-20 2024-08-31',
      '2024-09-01 2024-11-10 enrolled 2024-11-04 2024-11-30',
      '2024-09-01 on enrolled 2024-09-01 2024-11-03',
      '2024-09-16 2024-11-10 enrolled 2024-12-01 now',
      '2024-11-11 on enrolled 2024-11-04 now',
    ]);
  });
  it('are the periods that a delivery tells', () => {
    const told = {
      id: delivery(1),
      brin: '21CY',
      from: day('2024-08-01'),
      to: day('2025-11-01'),
      madeOn: day('2025-11-01'),
      ordinal: 1,
      day: day('2025-11-01'),
    };
    expect(registerIntervals(track, [told])).toMatchObject([
      {
        from: '2024-08-01',
        until: '2024-11-10',
        programme: { opleidingscode: '25655' },
        recordedFrom: '2026-01-15',
      },
      {
        from: '2024-11-11',
        until: '2025-07-31',
        programme: { opleidingscode: '25604' },
        recordedFrom: '2026-01-15',
      },
    ]);
  });
  it('are its switches', () => {
    const history = historyAsKnown(track, () => true);
    expect(switchesOf(history, catalogueOf(institution.initial))).toMatchObject([
      { id: switching(1), on: '2024-11-11', moment: ['after1Oct', 'firstYear'], initiative: 'student' },
    ]);
  });
});
