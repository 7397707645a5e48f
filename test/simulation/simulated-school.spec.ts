import { beforeAll, describe, expect, it } from '@jest/globals';
import { amsterdamDate } from '../../src/kernel/instant.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import type { Recorded } from '../../src/kernel/message.ts';
import { numberEvents } from '../../src/domain/number/events.ts';
import { institutionEvents } from '../../src/domain/institution/events.ts';
import { sabCaseEvents } from '../../src/domain/sab-case/events.ts';
import { staffEvents } from '../../src/domain/staff/events.ts';
import { studentEvents } from '../../src/domain/student/events.ts';
import { trajectoryEvents } from '../../src/domain/trajectory/events.ts';
import type { Ledger } from '../../projections/figures/index.ts';
import { eventsOf, ledgerOf, type MadeSchool, makeSchool, planOf } from './made-school.ts';

const until = calendarDate('2026-10-05');

describe('a school of any size and any last day', () => {
  it.each([
    [1, 3, '2026-11-22'],
    [3, 1, '2026-10-01'],
    [60, 1, '2024-02-29'],
    [90, 1, '2025-10-20'],
    [40, 1, '2002-10-01'],
  ] as const)(
    'of %i over %i years until %s has its number, without a refusal',
    async (students, years, last) => {
      const { simulated, store } = await makeSchool(planOf(students, years, 'any', last));
      expect(simulated.refusals).toEqual([]);
      const ledger = await ledgerOf(store);
      for (const year of simulated.peildataYears.slice(0, -1)) {
        const answer = ledger.report({
          report: 'switches',
          definition: 'D6',
          year,
          knownOn: calendarDate(last),
        });
        if (!answer.answered) throw new Error(answer.refusal.code);
        expect(answer.report.population.size).toBe(students);
      }
    },
  );
});

describe('a school of 500 students over three years', () => {
  let school: MadeSchool;
  let events: readonly Recorded[];
  let ledger: Ledger;
  beforeAll(async () => {
    school = await makeSchool(planOf(500, 3, 'three', until));
    events = await eventsOf(school.store);
    ledger = await ledgerOf(school.store);
  }, 60_000);

  it('is made without any refusal', () => {
    expect(school.simulated.refusals).toEqual([]);
  });

  it('has that many enrolled on every 1 October, however late somebody was registered', () => {
    const { peildataYears } = school.simulated;
    expect(peildataYears).toEqual([2023, 2024, 2025, 2026]);
    for (const year of peildataYears.slice(0, -1)) {
      const answer = ledger.report({ report: 'twin', year, knownOn: until });
      if (!answer.answered) throw new Error(answer.refusal.code);
      expect(answer.report.population.size).toBe(500);
    }
    const last = ledger.report({ report: 'switches', definition: 'D6', year: 2025, knownOn: until });
    if (!last.answered) throw new Error(last.refusal.code);
    expect(last.report.population.size).toBe(500);
  });

  it('records nothing on or after the last day, and in each stream nothing before what it follows', () => {
    const lastOf = new Map<string, string>();
    const wrong = events.filter(({ stream, meta: { recordedAt } }) => {
      const before = lastOf.get(stream) ?? '';
      lastOf.set(stream, recordedAt);
      return amsterdamDate(recordedAt) >= until || recordedAt < before;
    });
    expect(wrong).toEqual([]);
  });

  it('lets the people of the office ask, by their own door', () => {
    const roles = new Map<string, number>();
    const sources = new Set<string>();
    for (const { meta, stream } of events) {
      sources.add(meta.source);
      if (stream.startsWith('trajectory-')) roles.set(meta.actor.role, (roles.get(meta.actor.role) ?? 0) + 1);
    }
    expect([...sources].sort()).toEqual(['follow-up', 'simulation', 'system', 'workflow']);
    expect([...roles.keys()].sort()).toEqual([
      'adviser',
      'coach',
      'infoshop',
      'quality',
      'rater',
      'scout',
      'student',
      'system',
      'teamLeader',
    ]);
  });

  it('has deputies who answer for coaches who are away, and corrections of every kind', () => {
    const byDeputy = events.filter(
      ({ type, data, meta }) =>
        type === 'ResponsibilityMoved' &&
        (data as { to: string }).to !== meta.actor.id &&
        meta.actor.role === 'coach',
    );
    expect(byDeputy.length).toBeGreaterThan(0);
    const corrections = events.filter(({ type }) => type === 'Corrected').map(({ data }) => data as object);
    expect(corrections.some((data) => 'never' in data)).toBe(true);
    expect(corrections.some((data) => 'values' in data)).toBe(true);
  });

  it('misses what is missed in practice of the evidence of a switch', () => {
    const missing = new Set(
      [2023, 2024, 2025].flatMap((year) =>
        [...ledger.rows({ report: 'twin', year, knownOn: until })].flatMap((row) =>
          'missing' in row ? row.missing : [],
        ),
      ),
    );
    expect([...missing]).toEqual(expect.arrayContaining(['landing', 'motive']));
  });

  it('shows everything that the office can do', () => {
    const seen = new Set(events.map(({ type }) => type));
    const never = new Set([
      // What only a delivery of a register says.
      ...Object.keys(trajectoryEvents).filter((type) => type.startsWith('Register')),
      // The answer to a command that fails after its claim: none fails here.
      'NumberReleased',
      // The answer to two referrals at once: each student has one coach here, who asks once.
      'CaseVoided',
      // Mail of a running service, and calendars that people ask of it.
      'DigestSent',
      'CalendarTokenIssued',
      'CalendarTokenRevoked',
      // A norm is confirmed with its source, and a made-up school has none.
      'NormSet',
    ]);
    const all = [
      trajectoryEvents,
      sabCaseEvents,
      studentEvents,
      numberEvents,
      staffEvents,
      institutionEvents,
    ].flatMap(Object.keys);
    expect(all.filter((type) => !seen.has(type) && !never.has(type))).toEqual([]);
  });

  it('has events told days and weeks after they were so, some across 1 October', () => {
    const late = events.filter(({ data, meta, type }) => {
      const { on } = data as { on?: string };
      return (
        ['EnrolledDefinitively', 'Switched', 'Left'].includes(type) &&
        on !== undefined &&
        on <= `${on.slice(0, 4)}-10-01` &&
        amsterdamDate(meta.recordedAt) > `${on.slice(0, 4)}-10-01` &&
        on > `${on.slice(0, 4)}-08-15`
      );
    });
    expect(late.length).toBeGreaterThan(10);
    // Known on the 1 October itself, the number is not yet there.
    const atOnce = ledger.report({ report: 'twin', year: 2024, knownOn: calendarDate('2025-10-01') });
    if (!atOnce.answered) throw new Error(atOnce.refusal.code);
    const later = ledger.report({ report: 'twin', year: 2024, knownOn: until });
    if (!later.answered) throw new Error(later.refusal.code);
    expect(atOnce.report.twin).not.toEqual(later.report.twin);
  });

  it('has about the national shares: domain switches in the first year, and VSV per niveau', () => {
    const [switched, of] = [2023, 2024, 2025].reduce(
      ([counted, size], year) => {
        const rows = [...ledger.rows({ report: 'switches', definition: 'D1', year, knownOn: until })];
        return [
          counted + rows.filter((row) => 'counted' in row && row.counted === true).length,
          size + rows.length,
        ];
      },
      [0, 0],
    );
    // 12.5 % of some 300 students: three standard deviations are six percentage points.
    expect(switched / of).toBeGreaterThan(0.065);
    expect(switched / of).toBeLessThan(0.185);

    const rows = [2023, 2024, 2025].flatMap((year) => [
      ...ledger.rows({ report: 'vsv', year, knownOn: until }),
    ]);
    const presumed = rows.filter((row) => 'vsv' in row && row.vsv.verdict === 'presumed').length;
    const counted = rows.filter(
      (row) => 'vsv' in row && row.vsv.step !== 'V2' && row.vsv.step !== 'V3',
    ).length;
    // Some 4.7 % of 1,400.
    expect(presumed / counted).toBeGreaterThan(0.028);
    expect(presumed / counted).toBeLessThan(0.07);
  });

  it('fills the boxes of the twin reading that a school’s own account can fill', () => {
    const boxes = new Set(
      [2023, 2024, 2025].flatMap((year) =>
        [...ledger.rows({ report: 'twin', year, knownOn: until })].map((row) =>
          'evidence' in row ? row.evidence : undefined,
        ),
      ),
    );
    for (const box of [
      'diplomaAndOn',
      'guidedSwitch',
      'switchEvidenceMissing',
      'switchedBack',
      'stayed',
      'leftWithDiploma',
      'toOtherSchool',
      'toOtherSchoolUnconfirmed',
      'presumedVsv',
    ] as const)
      expect([...boxes]).toContain(box);
  });
});
