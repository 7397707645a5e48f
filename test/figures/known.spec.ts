import { describe, expect, it } from '@jest/globals';
import type { LogEntry } from '../../projections/figures/index.ts';
import { instant } from '../../src/kernel/instant.ts';
import { ledgerOf, reportOn, rowOf, rowsOn, schoolWith, type Tell } from './asking.ts';
import { aSchool, day, programmes, type School, type Story, student } from './history.ts';

const { verpleegkunde, software, apotheek } = programmes;
const begun = (story: Story): Story => story.placed('2024-08-20', verpleegkunde).enrolled('2024-09-01');
/** A delivery made in November 2025 whose period is the school year and some. */
const inNovember = (school: School, ...named: readonly Story[]): School =>
  school.delivered(
    1,
    { madeOn: day('2025-11-01'), from: day('2024-08-01') },
    named.map(({ id }) => id),
  );

describe('known on a day', () => {
  it('an enrolment that is recorded late makes a switcher look like a drop-out until then', () => {
    const tell: Tell = (story) =>
      begun(story)
        .left('2025-07-04')
        .returned('2025-09-01', '2025-11-20')
        .placed('2025-09-01', software, '2025-11-20')
        .enrolled('2025-09-01', '2025-11-20');
    expect(rowOf(tell, { knownOn: day('2025-11-19') })).toMatchObject({
      register: 'leftWithout',
      evidence: 'presumedVsv',
    });
    expect(rowOf(tell, { knownOn: day('2025-11-20') })).toMatchObject({
      register: 'otherDomain',
      evidence: 'returnedElsewhere',
    });
  });
  it('counts the day in Amsterdam: 23:30 UTC in winter is the next day there', () => {
    const school = schoolWith((story) => begun(story).left('2025-02-01', {}, '2025-10-02'));
    const entries = school.entries().map((entry) =>
      entry.event.type === 'Left'
        ? {
            ...entry,
            event: {
              ...entry.event,
              meta: { ...entry.event.meta, recordedAt: '2025-11-10T23:30:00.000Z' as never },
            },
          }
        : entry,
    );
    const ledger = ledgerOf({ ...school, entries: () => entries });
    expect(rowsOn(ledger, { knownOn: day('2025-11-10') })[0]?.register).toBe('same');
    expect(rowsOn(ledger, { knownOn: day('2025-11-11') })[0]?.register).toBe('leftWithout');
  });
  it('is read anew when a clock that was behind adds something to a day that was asked about before', () => {
    const entries = schoolWith((story) =>
      begun(story).left('2025-02-01', {}, '2026-01-10').returned('2025-12-01', '2026-01-11'),
    ).entries();
    const isLeaving = ({ event }: LogEntry): boolean => event.type === 'Left';
    const ledger = ledgerOf({ entries: () => entries.filter((entry) => !isLeaving(entry)) });
    const then = { knownOn: day('2025-11-01') };
    expect(rowsOn(ledger, then)[0]?.register).toBe('same');
    ledger.add(
      entries.filter(isLeaving).map(({ event }) => ({
        ordinal: ledger.ordinal() + 1,
        event: { ...event, meta: { ...event.meta, recordedAt: instant('2025-10-20T10:00:00.000Z') } },
      })),
    );
    expect(rowsOn(ledger, then)[0]?.register).toBe('leftWithout');
  });
  it('is refused for a peildatum that has not been reached', () => {
    const ledger = ledgerOf(schoolWith(begun));
    expect(ledger.report({ report: 'twin', year: 2024, knownOn: day('2025-09-30') })).toEqual({
      answered: false,
      refusal: { code: 'PeildatumNotReached', peildatum: '2025-10-01', knownOn: '2025-09-30' },
    });
    expect(ledger.refusal({ report: 'twin', year: 2024, knownOn: day('2025-10-01') })).toBeUndefined();
  });
  it('answers as if the log ended at an ordinal, and refuses one that is not there', () => {
    const ledger = ledgerOf(schoolWith((story) => begun(story).left('2025-02-01')));
    const last = ledger.ordinal();
    expect(reportOn(ledger)).toMatchObject({
      ordinal: last,
      twin: { register: [{ register: 'leftWithout', count: 1 }] },
    });
    expect(reportOn(ledger, { at: last - 1 })).toMatchObject({
      ordinal: last - 1,
      twin: { register: [{ register: 'same', count: 1 }] },
    });
    expect(ledger.refusal({ report: 'twin', year: 2024, knownOn: day('2026-02-01'), at: last + 1 })).toEqual({
      code: 'OrdinalNotReached',
      at: last + 1,
      last,
    });
  });
  it('knows no domein before a catalogue is adopted', () => {
    const school = schoolWith(
      (story) => begun(story).switched(1, '2024-11-11', verpleegkunde, software),
      '2025-12-01',
    );
    const ledger = ledgerOf(school);
    expect(rowsOn(ledger, { knownOn: day('2025-11-30') })[0]?.register).toBe('otherDomainUnknown');
    expect(rowsOn(ledger, { knownOn: day('2025-12-01') })[0]?.register).toBe('otherDomain');
  });
});

describe('a correction', () => {
  const corrected: Tell = (story) => {
    begun(story).left('2025-02-01');
    story.corrected(story.last('Left'), { on: '2025-10-15' }, '2025-11-20');
  };
  it('counts from the day on which it was recorded', () => {
    expect(rowOf(corrected, { knownOn: day('2025-11-19') })?.register).toBe('leftWithout');
    expect(rowOf(corrected, { knownOn: day('2025-11-20') })?.register).toBe('same');
  });
  it('takes away what never was, until another says how it was after all', () => {
    const tell: Tell = (story) => {
      begun(story).left('2025-02-01');
      story.neverWas(story.last('Left'), '2025-11-20');
      story.corrected(story.last('Left'), { reason: '4' }, '2025-12-20');
    };
    expect(rowOf(tell, { knownOn: day('2025-11-20') })?.register).toBe('same');
    expect(rowOf(tell, { knownOn: day('2025-12-20') })?.register).toBe('leftWithout');
  });
  it('of a placement’s programme changes what he was placed in', () => {
    const tell: Tell = (story) => {
      begun(story).switched(1, '2024-11-11', verpleegkunde, software);
      story.corrected(story.last('PlacedProvisionally'), { programme: apotheek }, '2025-01-01');
    };
    const school = schoolWith(tell);
    expect(reportOn(ledgerOf(school), { by: 'crebo' }).splits?.map(({ value }) => value)).toEqual(['25650']);
  });
});

describe('a merge', () => {
  const merged = (): School => {
    const school = aSchool();
    const one = school.student(1).born(undefined);
    const other = school.student(2).born({ year: 2000, part: 'to1Aug' });
    begun(one);
    other
      .placed('2024-10-07', software)
      .enrolled('2024-10-07')
      .left('2025-02-01')
      .mergedInto(one.id, '2025-03-01', '2025-11-20');
    return school;
  };
  it('gives the trajectory that goes on the events of both, in the order of their days', () => {
    const ledger = ledgerOf(merged());
    expect(rowsOn(ledger, { knownOn: day('2025-11-19') })).toMatchObject([
      { trajectory: student(1), register: 'same' },
    ]);
    expect(rowsOn(ledger, { knownOn: day('2025-11-20') })).toMatchObject([
      { trajectory: student(1), register: 'leftWithout' },
    ]);
  });
  it('takes the birth band of the other where the one that goes on has none', () => {
    const ledger = ledgerOf(merged());
    expect(rowsOn(ledger)[0]?.vsv).toMatchObject({ verdict: 'no', step: 'V2' });
  });
  it('leaves the other in no population', () => {
    const school = aSchool();
    const one = school.student(1);
    begun(school.student(2)).mergedInto(one.id, '2025-03-01');
    expect(rowsOn(ledgerOf(school)).map(({ trajectory }) => trajectory)).toEqual([one.id]);
  });
  it('that never was is undone', () => {
    const school = aSchool();
    const two = begun(school.student(2)).mergedInto(student(1), '2025-03-01');
    two.neverWas(two.last('TrajectoryMerged'), '2025-04-01');
    expect(rowsOn(ledgerOf(school)).map(({ trajectory }) => trajectory)).toEqual([two.id]);
  });
  it('follows one merge after the other', () => {
    const school = aSchool();
    begun(school.student(3)).mergedInto(student(2), '2025-03-01');
    school.student(2).mergedInto(student(1), '2025-03-02');
    expect(rowsOn(ledgerOf(school)).map(({ trajectory }) => trajectory)).toEqual([student(1)]);
  });
});

describe('what a delivery says', () => {
  it('stands before what the school says, and the difference is marked', () => {
    const tell: Tell = (story, school) => {
      begun(story);
      inNovember(school, story);
      story.register(1, { from: '2024-08-01', until: '2025-07-04', periods: [['2024-08-01', '25655']] });
    };
    expect(rowOf(tell)).toMatchObject({ register: 'leftWithout', evidence: 'stayed', accountsDiffer: true });
  });
  it('is that somebody is not enrolled when its period has the day and it does not name him', () => {
    const tell: Tell = (story, school) => {
      begun(story);
      inNovember(school);
    };
    expect(rowOf(tell)).toBeUndefined();
    expect(reportOn(ledgerOf(schoolWith(tell))).twin?.beside.schoolOnly).toBe(1);
  });
  it('says nothing of a day after it was made', () => {
    const tell: Tell = (story, school) => {
      begun(story);
      school.delivered(1, { madeOn: day('2024-11-01'), from: day('2024-08-01') }, [story.id]);
      story.register(1, { from: '2024-08-01', periods: [['2024-08-01', '25655']] });
      story.left('2025-02-01');
    };
    expect(rowOf(tell)?.register).toBe('leftWithout');
  });
  it('is carried on where the school never placed him', () => {
    const tell: Tell = (story, school) => {
      school.delivered(1, { madeOn: day('2024-11-01'), from: day('2024-08-01') }, [story.id]);
      story.register(1, {
        from: '2024-08-01',
        periods: [
          ['2024-08-01', '25655'],
          ['2025-08-01', '25604'],
        ],
      });
    };
    expect(rowOf(tell)).toMatchObject({
      register: 'otherDomain',
      evidence: 'schoolSilent',
      accountsDiffer: false,
    });
    expect(reportOn(ledgerOf(schoolWith(tell))).population).toEqual({ size: 1, delivered: 1, derived: 0 });
  });
  it('goes on after the planned end, and ends at the real one', () => {
    const planned: Tell = (story, school) => {
      inNovember(school, story);
      story.register(1, { from: '2022-08-01', periods: [['2022-08-01', '25655']] });
      story.corrected(story.last('RegisterEnrolmentRecorded'), { plannedUntil: '2025-07-31' }, '2026-01-16');
    };
    expect(rowOf(planned)?.register).toBe('same');
    const ended: Tell = (story, school) => {
      inNovember(school, story);
      story.register(1, { from: '2022-08-01', until: '2025-09-30', periods: [['2022-08-01', '25655']] });
    };
    expect(rowOf(ended)?.register).toBe('leftWithout');
  });
  it('of two deliveries is what the one made last says; on the same day, the one recorded last', () => {
    const two =
      (first: string, second: string): Tell =>
      (story, school) => {
        school.delivered(1, { madeOn: day(first), from: day('2024-08-01') }, [story.id], '2026-01-10');
        school.delivered(2, { madeOn: day(second), from: day('2024-08-01') }, [story.id], '2026-01-11');
        story.register(
          1,
          {
            from: '2024-08-01',
            periods: [
              ['2024-08-01', '25655'],
              ['2025-08-01', '25604'],
            ],
          },
          '2026-01-10',
        );
        story.register(2, { from: '2024-08-01', periods: [['2025-08-01', '25650']] }, '2026-01-11');
      };
    expect(rowOf(two('2025-11-01', '2025-12-01'))?.register).toBe('otherSameDomain');
    expect(rowOf(two('2025-12-01', '2025-11-01'))?.register).toBe('otherDomain');
    expect(rowOf(two('2025-11-01', '2025-11-01'))?.register).toBe('otherSameDomain');
  });
  it('counts no longer once it is withdrawn, for the days of which the later delivery speaks', () => {
    const tell: Tell = (story, school) => {
      school.delivered(1, { madeOn: day('2024-11-01'), from: day('2024-08-01') }, [story.id], '2026-01-10');
      school.delivered(2, { madeOn: day('2025-11-01'), from: day('2025-08-01') }, [story.id], '2026-01-19');
      story.register(1, { from: '2024-08-01', periods: [['2024-08-01', '25655']] });
      story.withdrawn(2, { fact: 'enrolment', enrolment: '1' });
      story.register(
        2,
        { enrolment: '2', from: '2025-08-01', periods: [['2025-08-01', '25604']] },
        '2026-01-20',
      );
    };
    // The later delivery names him, and so speaks for 1 October 2024 too: he was never enrolled then.
    expect(rowOf(tell)).toBeUndefined();
    expect(rowOf(tell, { knownOn: day('2026-01-18') })?.register).toBe('same');
  });
  it('of an end that is withdrawn is that he goes on', () => {
    const tell: Tell = (story, school) => {
      school.delivered(1, { madeOn: day('2025-11-01'), from: day('2024-08-01') }, [story.id], '2026-01-10');
      school.delivered(2, { madeOn: day('2025-12-01'), from: day('2024-08-01') }, [story.id], '2026-01-19');
      story.register(1, { from: '2024-08-01', until: '2025-02-01', periods: [['2024-08-01', '25655']] });
      story.withdrawn(2, { fact: 'end', enrolment: '1' });
    };
    expect(rowOf(tell)?.register).toBe('same');
  });
});

describe('the population', () => {
  const two =
    (
      first: Parameters<Story['register']>[1]['periods'],
      second: Parameters<Story['register']>[1]['periods'],
      seconds: { readonly from: string; readonly until?: string } = { from: '2024-09-01' },
    ): Tell =>
    (story, school) => {
      inNovember(school, story);
      story.register(1, { enrolment: '2', from: '2024-08-01', periods: first });
      story.register(1, { enrolment: '1', ...seconds, periods: second });
    };
  it('has the enrolment that began first, whatever its number', () => {
    const tell = two(
      [
        ['2024-08-01', '25655'],
        ['2025-03-01', '25604'],
      ],
      [['2024-09-01', '25650']],
    );
    expect(rowOf(tell)?.register).toBe('otherDomain');
  });
  it('has the lower number as text when both began on the same day', () => {
    const tell = two(
      [
        ['2024-08-01', '25655'],
        ['2025-03-01', '25604'],
      ],
      [['2024-08-01', '25650']],
      { from: '2024-08-01' },
    );
    expect(rowOf(tell)?.register).toBe('same');
  });
  it('leaves out what is not fundable before it looks which began first, unless that is set otherwise', () => {
    const tell = two(
      [
        ['2024-08-01', '25655', { fundable: false }],
        ['2025-03-01', '25604', { fundable: false }],
      ],
      [['2024-09-01', '25650']],
    );
    expect(rowOf(tell)?.register).toBe('same');
    expect(rowOf(tell, { parameters: { fundableOnly: false } })?.register).toBe('otherDomain');
  });
  it('has who is enrolled for an exam only, unless that is set otherwise', () => {
    const tell: Tell = (story, school) => {
      inNovember(school, story);
      story.register(1, { from: '2024-08-01', periods: [['2024-08-01', '25655', { leertraject: 'EX' }]] });
    };
    expect(rowOf(tell)?.register).toBe('same');
    expect(rowOf(tell, { parameters: { examOnly: 'out' } })).toBeUndefined();
  });
});

describe('beside the register', () => {
  it('stand who is placed only, by where he is a year later, and the switches before t', () => {
    const school = aSchool();
    school.student(1).placed('2024-08-20', verpleegkunde).enrolled('2024-10-02');
    school.student(2).placed('2024-08-20', verpleegkunde);
    school.student(3).placed('2024-08-20', verpleegkunde).cancelled('2024-11-01');
    begun(school.student(4))
      .switched(1, '2024-09-23', verpleegkunde, software)
      .switched(2, '2024-10-01', software, apotheek);
    begun(school.student(5));
    school.delivered(1, { madeOn: day('2024-11-01'), from: day('2024-10-01') }, [student(4)]);
    school.student(4).register(1, { from: '2024-09-01', periods: [['2024-09-01', '25650']] });
    const ledger = ledgerOf(school);
    expect(reportOn(ledger).twin?.beside).toEqual({
      placedOnly: { definitive: 1, placedOnly: 1, gone: 1 },
      switchBefore: 2,
      schoolOnly: 1,
    });
    const inCell = (beside: 'gone' | 'schoolOnly' | 'switchBefore') =>
      ledger
        .members({ report: 'twin', year: 2024, knownOn: day('2026-02-01') }, { beside })
        .map(({ trajectory }) => trajectory);
    expect(inCell('gone')).toEqual([student(3)]);
    expect(inCell('schoolOnly')).toEqual([student(5)]);
    expect(inCell('switchBefore')).toEqual([student(4), student(4)]);
  });
  it('a placement that lay ahead and was cancelled before never comes', () => {
    const school = schoolWith((story) =>
      story.placed('2024-09-15', verpleegkunde, '2024-08-20').cancelled('2024-09-01'),
    );
    expect(reportOn(ledgerOf(school)).twin?.beside.placedOnly).toEqual({
      definitive: 0,
      placedOnly: 0,
      gone: 0,
    });
  });
  it('an enrolment that lay ahead of somebody who left before never comes', () => {
    const tell: Tell = (story) =>
      story.placed('2024-08-20', verpleegkunde).enrolled('2024-10-01', '2024-08-20').left('2024-09-10');
    expect(rowOf(tell)).toBeUndefined();
  });
});
