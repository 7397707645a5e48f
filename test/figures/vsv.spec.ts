import { describe, expect, it } from '@jest/globals';
import { type VsvStep, vsvSteps } from '../../projections/figures/index.ts';
import type { Destination } from '../../src/domain/trajectory/events.ts';
import { ledgerOf, reportOn, rowOf, schoolWith, type Tell } from './asking.ts';
import { day, programmes, type Story } from './history.ts';

const { verpleegkunde, entree, software, kok, dakdekker } = programmes;

const begun = (story: Story, into = verpleegkunde): Story =>
  story.placed('2024-08-20', into).enrolled('2024-09-01');
const leaver =
  (destination: Partial<Destination> = {}, before: (story: Story) => Story = (story) => story): Tell =>
  (story) =>
    begun(before(story)).left('2025-02-01', destination);

const from = day('2025-03-01');

describe('each step of the VSV verdict', () => {
  const cases: readonly [
    name: string,
    step: VsvStep,
    verdict: string,
    unknowns: readonly string[],
    tell: Tell,
  ][] = [
    ['23 on 1 August', 'V2', 'no', [], leaver({}, (story) => story.born({ year: 2001, part: 'to1Aug' }))],
    [
      '22 on 1 August, 23 on 1 October',
      'V9',
      'presumed',
      [],
      leaver({}, (story) => story.born({ year: 2001, part: 'to1Oct' })),
    ],
    ['age not known', 'V9', 'presumed', ['age'], leaver({}, (story) => story.born(undefined))],
    ['deceased', 'V3', 'no', [], leaver({ kind: 'deceased', confirmed: true })],
    ['deceased, not confirmed', 'V3', 'no', [], leaver({ kind: 'deceased', from })],
    [
      'deceased after t’',
      'V9',
      'presumed',
      [],
      leaver({ kind: 'deceased', confirmed: true, from: day('2025-11-01') }),
    ],
    [
      'out of the population register, confirmed',
      'V3',
      'no',
      [],
      leaver({ kind: 'schoolAbroad', outOfBrp: true, confirmed: true, from }),
    ],
    [
      'out of it, not confirmed',
      'V8',
      'open',
      ['brp'],
      leaver({ kind: 'schoolAbroad', outOfBrp: true, from }),
    ],
    ['emigrated, confirmed', 'V3', 'no', [], leaver({ kind: 'emigrated', confirmed: true, from })],
    [
      'emigrated, from when is not known',
      'V8',
      'open',
      ['brp'],
      leaver({ kind: 'emigrated', confirmed: true }),
    ],
    ['exempt on t’, confirmed', 'V3', 'no', [], leaver({}, (story) => story.exempt('2025-01-01', true))],
    [
      'exempt up to the day before t’',
      'V9',
      'presumed',
      [],
      leaver({}, (story) => story.exempt('2025-01-01', true, '2025-09-30')),
    ],
    [
      'exempt, not confirmed',
      'V8',
      'open',
      ['exemption'],
      leaver({}, (story) => story.exempt('2025-01-01', false)),
    ],
    ['at vso, confirmed', 'V3', 'no', [], leaver({ kind: 'vso', confirmed: true, from })],
    ['at pro, not confirmed', 'V8', 'open', ['enrolmentElsewhere'], leaver({ kind: 'pro', from })],
    ['enrolled here on t’', 'V4', 'no', [], (story) => begun(story)],
    ['at another school on t’, confirmed', 'V5', 'no', [], leaver({ kind: 'vavo', confirmed: true, from })],
    [
      'at another school after t’',
      'V9',
      'presumed',
      [],
      leaver({ kind: 'mbo', confirmed: true, from: day('2025-10-02') }),
    ],
    ['at another school, not confirmed', 'V8', 'open', ['enrolmentElsewhere'], leaver({ kind: 'mbo', from })],
    [
      'confirmed later',
      'V5',
      'no',
      [],
      (story) =>
        begun(story)
          .left('2025-02-01', { kind: 'mbo', from })
          .wentTo('2025-05-01', { kind: 'mbo', from, confirmed: true }),
    ],
    [
      'found to be elsewhere than was thought',
      'V9',
      'presumed',
      [],
      (story) =>
        begun(story)
          .left('2025-02-01', { kind: 'mbo', from, confirmed: true })
          .wentTo('2025-05-01', { kind: 'unknown' }),
    ],
    ['havo from before', 'V6', 'no', [], leaver({}, (story) => story.prior('havo', 'yes'))],
    ['mbo-2 from before', 'V6', 'no', [], leaver({}, (story) => story.prior('mbo-2', 'yes'))],
    ['vmbo from before is none', 'V9', 'presumed', [], leaver({}, (story) => story.prior('vmbo-t', 'yes'))],
    ['havo without the diploma', 'V9', 'presumed', [], leaver({}, (story) => story.prior('havo', 'no'))],
    [
      'havo, diploma or not unknown',
      'V8',
      'open',
      ['diploma'],
      leaver({}, (story) => story.prior('havo', 'unknown')),
    ],
    [
      'a diploma of this school by 31 December',
      'V6',
      'no',
      [],
      (story) => begun(story, kok).left('2025-02-01').diploma('2025-12-31', '25180'),
    ],
    [
      'a day later',
      'V9',
      'presumed',
      [],
      (story) => begun(story, kok).left('2025-02-01').diploma('2026-01-01', '25180'),
    ],
    [
      'a diploma of which the niveau is not known',
      'V8',
      'open',
      ['niveau'],
      (story) => begun(story, dakdekker).diploma('2025-01-31', '27050').left('2025-02-01'),
    ],
    [
      'the niveau stated with it',
      'V6',
      'no',
      [],
      (story) => begun(story, dakdekker).diploma('2025-01-31', '27050', 2).left('2025-02-01'),
    ],
    [
      'a diploma that only the register knows',
      'V6',
      'no',
      [],
      (story, school) => {
        school.delivered(1, { madeOn: day('2025-11-01'), from: day('2024-08-01') }, [story.id]);
        begun(story).left('2025-02-01');
        story.register(1, { from: '2024-08-01', until: '2025-02-01', periods: [['2024-08-01', '25655']] });
        story.registerDiploma(1, '1', '25180', '2025-02-01');
      },
    ],
    [
      'mbo-1 and a paid job, confirmed',
      'V7',
      'no',
      [],
      (story) =>
        begun(story, entree)
          .diploma('2025-01-31', '25251')
          .left('2025-02-01', { kind: 'work', paid: true, confirmed: true, from }),
    ],
    [
      'mbo-1 and a paid job, not confirmed',
      'V8',
      'open',
      ['job'],
      (story) =>
        begun(story, entree)
          .diploma('2025-01-31', '25251')
          .left('2025-02-01', { kind: 'work', paid: true, from }),
    ],
    [
      'mbo-1 and no paid job',
      'V9',
      'presumed',
      [],
      (story) =>
        begun(story, entree)
          .diploma('2025-01-31', '25251')
          .left('2025-02-01', { kind: 'work', paid: false, confirmed: true, from }),
    ],
    [
      'a paid job without mbo-1',
      'V9',
      'presumed',
      [],
      leaver({ kind: 'work', paid: true, confirmed: true, from }),
    ],
    [
      'enrolled on t’ in the school’s account only',
      'V8',
      'open',
      [],
      (story, school) => {
        school.delivered(1, { madeOn: day('2025-11-01'), from: day('2024-08-01') }, [story.id]);
        begun(story);
        story.register(1, { from: '2024-08-01', until: '2025-02-01', periods: [['2024-08-01', '25655']] });
      },
    ],
    ['at a school abroad', 'V9', 'presumed', [], leaver({ kind: 'schoolAbroad', confirmed: true, from })],
    ['nothing is known', 'V9', 'presumed', [], leaver()],
  ];
  it.each(cases)('%s: %s', (_, step, verdict, unknowns, tell) => {
    expect(rowOf(tell)?.vsv).toEqual({ verdict, step, unknowns });
  });
  /** V1 is being in the population at all; who is not, has no row. */
  it('is in the table', () => {
    expect(new Set(['V1', ...cases.map(([, step]) => step)])).toEqual(new Set(vsvSteps));
    expect(rowOf((story) => story.placed('2024-08-20', verpleegkunde))).toBeUndefined();
  });
});

describe('what a school may set otherwise', () => {
  const abroad = leaver({ kind: 'schoolAbroad', confirmed: true, from });
  it('counts a school abroad, or does not', () => {
    expect(rowOf(abroad, { parameters: { foreignSchool: 'out' } })?.vsv).toEqual({
      verdict: 'no',
      step: 'V9',
      unknowns: [],
    });
  });
  const born = leaver({}, (story) => story.born({ year: 2001, part: 'to1Oct' }));
  it.each([
    ['1aug-23', 'V9'],
    ['1oct-23', 'V2'],
    ['1oct-22', 'V2'],
    ['1oct-27', 'V9'],
  ])('reads the age by the rule %s: %s', (definition, step) => {
    expect(rowOf(born, { report: 'vsv', definition })?.vsv.step).toBe(step);
  });
  it('names the rule that it counted by', () => {
    const report = reportOn(ledgerOf(schoolWith(born)), { report: 'vsv', definition: '1oct-22' });
    expect(report.definition).toMatchObject({ id: '1oct-22', version: '2026.1' });
  });
  it('takes the rule that the institution set', () => {
    const school = schoolWith(born);
    school.institution(
      'SettingChanged',
      { setting: 'vsvAgeRule', value: '1oct-22', from: day('2024-08-01') },
      '2024-08-01',
    );
    expect(reportOn(ledgerOf(school), { report: 'vsv' }).definition.id).toBe('1oct-22');
  });
  it('takes a rule from the school year on for which it was set: another bound can come without a release', () => {
    const school = schoolWith(born);
    school.institution(
      'SettingChanged',
      { setting: 'vsvAgeRule', value: '1oct-27', from: day('2026-01-01') },
      '2025-12-20',
    );
    const idOf = (year: number) =>
      reportOn(ledgerOf(school), { report: 'vsv', year, knownOn: day('2026-11-01') }).definition.id;
    expect([2024, 2025].map(idOf)).toEqual(['1aug-23', '1oct-27']);
  });
  it('says of a year under the regulation of 2026 that its definition is not confirmed, and of none before', () => {
    const ledger = ledgerOf(schoolWith(born));
    const saidOf = (year: number) =>
      reportOn(ledger, { report: 'vsv', year, knownOn: day('2026-11-01') }).reservation;
    expect(saidOf(2025)).toMatch(/^Sinds 1 januari 2026 geldt een andere regeling .* niet bevestigd/);
    expect(saidOf(2024)).toBeUndefined();
  });
});

describe('the share of VSV', () => {
  const school = schoolWith(leaver());
  const tell = (n: number, band: 'later' | 'to1Aug', year: number) =>
    school.student(n).born({ year, part: band });
  begun(tell(2, 'later', 2006)).left('2025-02-01', { kind: 'mbo', from });
  begun(tell(3, 'to1Aug', 2000)).left('2025-02-01');
  begun(tell(4, 'later', 2006));
  begun(tell(5, 'later', 2006), kok)
    .left('2025-02-01')
    .tell(
      'DuoVerdictRecorded',
      { countYear: 2024, status: 'provisional', verdict: 'vsv', delivery: 'NenR2025V' },
      day('2026-01-20'),
    );
  const { vsv } = reportOn(ledgerOf(school), { report: 'vsv' });

  it('is of those who are not out by age or otherwise, with what is open as a range', () => {
    expect(vsv?.shares).toEqual([
      { niveau: 'all', of: 4, presumed: 2, open: 1, percent: 50, percentWithOpen: 75 },
      { niveau: '2', of: 1, presumed: 1, open: 0, percent: 100, percentWithOpen: 100, norm: 9.2 },
      { niveau: '4', of: 3, presumed: 1, open: 1, percent: 33.33, percentWithOpen: 66.67, norm: 3 },
    ]);
  });
  it('counts by verdict and step', () => {
    expect(vsv?.verdicts).toEqual([
      { verdict: 'no', step: 'V2', count: 1 },
      { verdict: 'no', step: 'V4', count: 1 },
      { verdict: 'open', step: 'V8', count: 1 },
      { verdict: 'presumed', step: 'V9', count: 2 },
    ]);
  });
  it('has DUO’s verdict beside it', () => {
    expect(vsv?.duo).toEqual([{ verdict: 'presumed', duo: 'vsv', status: 'provisional', count: 1 }]);
  });
});

/** Column “VSV?” of the classification matrix in `reference/domain.md` §3.4 of the specification. */
describe('the case matrix', () => {
  const cases: readonly [name: string, isVsv: 'no' | 'yes' | 'not in the population', tell: Tell][] = [
    [
      'internal switch before 1 October',
      'no',
      (story) => begun(story).switched(1, '2024-09-23', verpleegkunde, software),
    ],
    [
      'internal switch after 1 October',
      'no',
      (story) => begun(story).switched(1, '2024-11-11', verpleegkunde, software),
    ],
    [
      'external switch, enrolled there on the next 1 October',
      'no',
      leaver({ kind: 'mbo', confirmed: true, from }),
    ],
    [
      'external switch with a gap over 1 October',
      'yes',
      leaver({ kind: 'mbo', confirmed: true, from: day('2025-10-20') }),
    ],
    [
      'leaves with a diploma of mbo-2 or higher',
      'no',
      (story) => begun(story, kok).diploma('2025-07-04', '25180').left('2025-07-04'),
    ],
    [
      'leaves with mbo-1 and a paid job',
      'no',
      (story) =>
        begun(story, entree)
          .diploma('2025-07-04', '25251')
          .left('2025-07-04', { kind: 'work', paid: true, confirmed: true, from: day('2025-08-01') }),
    ],
    [
      'leaves with mbo-1, no job',
      'yes',
      (story) => begun(story, entree).diploma('2025-07-04', '25251').left('2025-07-04'),
    ],
    [
      'diploma between 1 October and 31 December after leaving',
      'no',
      (story) => begun(story).left('2025-07-04').diploma('2025-11-20', '25655'),
    ],
    [
      'leaves undiplomaed, 23 or older',
      'no',
      leaver({}, (story) => story.born({ year: 2000, part: 'later' })),
    ],
    ['moves to a foreign school', 'yes', leaver({ kind: 'schoolAbroad', confirmed: true, from })],
    [
      'moves to a foreign school and out of the population register',
      'no',
      leaver({ kind: 'schoolAbroad', outOfBrp: true, confirmed: true, from }),
    ],
    ['dies', 'no', leaver({ kind: 'deceased', confirmed: true })],
    ['emigrates', 'no', leaver({ kind: 'emigrated', outOfBrp: true, confirmed: true, from })],
    ['moves to pro', 'no', leaver({ kind: 'pro', confirmed: true, from })],
    ['moves to vso', 'no', leaver({ kind: 'vso', confirmed: true, from })],
    ['gets leerplichtvrijstelling', 'no', leaver({}, (story) => story.exempt('2025-02-02', true))],
    [
      'under orientation, never enrolled on 1 October',
      'not in the population',
      (story) => story.placed('2024-08-20', verpleegkunde).enrolled('2024-10-07').left('2025-02-01'),
    ],
    [
      'agreed result without a diploma',
      'yes',
      (story) => {
        begun(story).left('2025-07-04');
        story.corrected(story.last('Left'), { reason: '6' }, '2025-07-05');
      },
    ],
    [
      'agreed result without a diploma, with a startkwalificatie',
      'no',
      (story) => {
        begun(story.prior('havo', 'yes')).left('2025-07-04');
        story.corrected(story.last('Left'), { reason: '6' }, '2025-07-05');
      },
    ],
  ];
  it.each(cases)('%s: %s', (_, isVsv, tell) => {
    const verdict = rowOf(tell)?.vsv.verdict;
    expect(verdict).toBe({ no: 'no', yes: 'presumed', 'not in the population': undefined }[isVsv]);
  });
});
