import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type BridgeReport,
  createLedger,
  type Explained,
  type Ledger,
  type NearReport,
  type Standing,
  type TwinRow,
  type WhyReport,
} from '../../projections/figures/index.ts';
import { addDays, type CalendarDate } from '../../src/kernel/calendar-date.ts';
import { later, ledgerOf, rowsOn, schoolWith, switchRowsOn, type Tell, year } from './asking.ts';
import { aSchool, day, programmes, type Story, student } from './history.ts';
import { schoolOf, someTold } from './random-history.ts';

const { verpleegkunde, software, kok } = programmes;

const begun = (story: Story, into = verpleegkunde): Story =>
  story.placed('2024-08-20', into).enrolled('2024-09-01');

const whyIn = (ledger: Ledger, n = 1, knownOn = later): WhyReport => {
  const answer = ledger.why({ year, knownOn, trajectory: student(n) });
  if (!answer.answered) throw new Error(JSON.stringify(answer.refusal));
  return answer.report;
};
const why = (tell: Tell, figure: string): Explained | undefined =>
  whyIn(ledgerOf(schoolWith(tell))).figures.find((each) => each.figure === figure);

const bridgeIn = (ledger: Ledger, from: CalendarDate, to: CalendarDate): BridgeReport => {
  const answer = ledger.bridge({ year, from, to });
  if (!answer.answered) throw new Error(JSON.stringify(answer.refusal));
  return answer.report;
};

const nearIn = (ledger: Ledger, knownOn: string): NearReport => {
  const answer = ledger.near({ knownOn: day(knownOn) });
  if (!answer.answered) throw new Error(JSON.stringify(answer.refusal));
  return answer.report;
};
const near = (tell: Tell, knownOn: string): NearReport => nearIn(ledgerOf(schoolWith(tell)), knownOn);

const someSchool = fc
  .record({
    told: fc.array(someTold, { minLength: 6, maxLength: 24 }),
    deliveredOn: fc.uniqueArray(fc.integer({ min: 100, max: 900 }), { maxLength: 2 }),
    begunIn: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ told, deliveredOn, begunIn }) => schoolOf(told, deliveredOn, begunIn));

describe('why somebody is counted, or is not', () => {
  it('names the step of VSV that decided, the steps before it and the events', () => {
    const found = why(
      (story) => begun(story).left('2025-03-01', { kind: 'mbo', confirmed: true, from: day('2025-03-05') }),
      'vsv',
    );
    expect(found).toMatchObject({ standing: 'notCounted', as: 'no', decidedBy: { step: 'V5' } });
    expect(found?.before.map(({ step }) => step)).toEqual(['V1', 'V2', 'V3', 'V4']);
    expect(found?.events).toHaveLength(1);
  });

  it('says what is missing where nobody can say yet', () => {
    const found = why(
      (story) => begun(story).left('2025-03-01', { kind: 'mbo', confirmed: false, from: day('2025-03-05') }),
      'vsv',
    );
    expect(found).toMatchObject({ standing: 'unknown', as: 'open', decidedBy: { step: 'V8' } });
    expect(found?.decidedBy.says).toContain('een bevestigde inschrijving bij een andere school');
  });

  it.each<[string, Tell, string]>([
    ['placed only', (story) => story.placed('2024-08-20', verpleegkunde), 'placedOnly'],
    ['gone before the peildatum', (story) => begun(story).left('2024-09-20'), 'notHere'],
    [
      'enrolled without funding',
      (story, school) => {
        school.delivered(1, { madeOn: day('2025-10-15') }, [story.id]);
        story.register(1, {
          from: '2024-08-01',
          periods: [['2024-08-01', '25655', { fundable: false }]],
        });
      },
      'notFundable',
    ],
  ])('says why somebody is in no population: %s', (_, tell, step) => {
    const found = whyIn(ledgerOf(schoolWith(tell)));
    for (const figure of ['register', 'evidence'])
      expect(found.figures.find((each) => each.figure === figure)).toMatchObject({
        standing: 'leftOut',
        decidedBy: { step },
      });
    expect(found.figures.find(({ figure }) => figure === 'vsv')?.decidedBy.step).toBe('V1');
  });

  it('names the condition by which a definition leaves him out, or the fact that is not known', () => {
    expect(why((story) => begun(story), 'D1')).toMatchObject({
      standing: 'unknown',
      decidedBy: { step: 'priorEducation' },
    });
    expect(why((story) => begun(story), 'all')).toMatchObject({
      standing: 'leftOut',
      decidedBy: { step: 'noSwitch' },
    });
    expect(
      why((story) => begun(story).switched(1, '2024-11-11', verpleegkunde, software), 'D5'),
    ).toMatchObject({
      standing: 'counted',
      as: 'doorstromer',
      decidedBy: { step: 'notHigherNiveau' },
    });
  });

  it('is not answered for somebody who is not here', () => {
    const answer = ledgerOf(aSchool()).why({ year, knownOn: later, trajectory: student(9) });
    expect(answer).toMatchObject({ answered: false, refusal: { code: 'UnknownTrajectory' } });
  });

  it('says of everybody what the rows say, and rests on events that are named', () => {
    fc.assert(
      fc.property(someSchool, (school) => {
        const ledger = ledgerOf(school);
        const rows = new Map(rowsOn(ledger).map((row) => [row.trajectory, row]));
        const counted = switchRowsOn(ledger, 'D5');
        for (const { event } of school.entries()) {
          if (!event.stream.startsWith('trajectory-')) continue;
          const answer = ledger.why({
            year,
            knownOn: later,
            trajectory: event.stream.slice('trajectory-'.length) as TwinRow['trajectory'],
          });
          if (!answer.answered) continue;
          const { trajectory, figures, events } = answer.report;
          const of = (figure: string) => figures.find((each) => each.figure === figure);
          const row = rows.get(trajectory);
          expect(of('register')?.as).toBe(row?.register ?? null);
          expect(of('evidence')?.as).toBe(row?.evidence ?? null);
          expect(of('vsv')?.as).toBe(row?.vsv.verdict ?? null);
          if (row) expect(of('vsv')?.decidedBy.step).toBe(row.vsv.step);
          expect(of('D5')?.as ?? null).toBe(
            counted.find((each) => each.trajectory === trajectory)?.counted ?? null,
          );
          const named = new Set(events.map(({ id }) => id));
          for (const each of figures) for (const id of each.events) expect(named.has(id)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const box = (standing: Standing, of: 'register' | 'evidence' | 'verdict'): string =>
  standing === null ? 'out' : standing[of];

describe('the bridge between two days as known', () => {
  it('is empty where nothing came in between', () => {
    const ledger = ledgerOf(
      schoolWith((story) => begun(story).switched(1, '2025-02-03', verpleegkunde, software)),
    );
    expect(bridgeIn(ledger, day('2025-10-02'), later).steps).toEqual([]);
  });

  it('names a leaving that was recorded after the first day', () => {
    const ledger = ledgerOf(
      schoolWith((story) => begun(story).left('2025-09-01', { kind: 'unknown' }, '2025-11-20')),
    );
    const { steps, lines } = bridgeIn(ledger, day('2025-10-02'), later);
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({
      from: { evidence: 'stayed', verdict: 'no' },
      to: { evidence: 'presumedVsv', verdict: 'presumed' },
      count: 1,
      moves: [
        { trajectory: student(1), because: [{ type: 'Left', on: '2025-09-01', recordedOn: '2025-11-20' }] },
      ],
    });
    expect(lines.find(({ part, value }) => part === 'verdict' && value === 'presumed')).toEqual({
      part: 'verdict',
      value: 'presumed',
      before: 0,
      came: 1,
      went: 0,
      after: 1,
    });
  });

  it('names the correction, and what it corrected', () => {
    const ledger = ledgerOf(
      schoolWith((story) => {
        begun(story).left('2025-09-01', { kind: 'unknown' });
        story.neverWas(story.last('Left'), '2025-12-01');
      }),
    );
    const [step] = bridgeIn(ledger, day('2025-10-02'), later).steps;
    expect(step?.moves[0]?.because.map(({ type }) => type)).toEqual(['Corrected']);
  });

  it('says so when no event of the student explains it: the term to confirm the landing ran out', () => {
    const ledger = ledgerOf(
      schoolWith((story) =>
        begun(story).switched(1, '2025-09-22', verpleegkunde, software, { landing: false }),
      ),
    );
    const [step] = bridgeIn(ledger, day('2025-10-02'), later).steps;
    expect(step).toMatchObject({
      from: { evidence: 'guidedSwitch' },
      to: { evidence: 'switchEvidenceMissing' },
      moves: [{ because: [], otherwise: 'termOver' }],
    });
  });

  it('says so when it is the birth date that became known', () => {
    const ledger = ledgerOf(
      schoolWith((story) =>
        begun(story.born({ year: 1999, part: 'to1Aug' }, '2025-12-01')).left('2025-03-01', {
          kind: 'unknown',
        }),
      ),
    );
    const [step] = bridgeIn(ledger, day('2025-10-02'), later).steps;
    expect(step).toMatchObject({
      from: { verdict: 'presumed' },
      to: { verdict: 'no', step: 'V2' },
      moves: [{ because: [], otherwise: 'person' }],
    });
  });

  it('is refused backwards, and before the peildatum is reached', () => {
    const ledger = ledgerOf(aSchool());
    expect(ledger.bridge({ year, from: later, to: day('2025-10-02') })).toMatchObject({
      refusal: { code: 'BridgeBackwards' },
    });
    expect(ledger.bridge({ year, from: day('2025-09-30'), to: later })).toMatchObject({
      refusal: { code: 'PeildatumNotReached' },
    });
  });

  it('leads from the rows of one day to those of the other, for any school and any two days', () => {
    let stepsSeen = 0;
    const days = fc.integer({ min: 0, max: 300 }).map((n) => addDays(day('2025-10-01'), n));
    fc.assert(
      fc.property(someSchool, days, days, (school, one, other) => {
        const [from, to] = one <= other ? [one, other] : [other, one];
        const ledger = ledgerOf(school);
        const { steps, lines } = bridgeIn(ledger, from, to);
        stepsSeen += steps.length;
        const [before, after] = [rowsOn(ledger, { knownOn: from }), rowsOn(ledger, { knownOn: to })];
        const moved = new Map(
          steps.flatMap(({ moves, ...step }) => moves.map(({ trajectory }) => [trajectory, step] as const)),
        );
        for (const [rows, side] of [
          [before, 'from'],
          [after, 'to'],
        ] as const)
          for (const row of rows) {
            const step = moved.get(row.trajectory);
            if (!step) continue;
            expect(box(step[side], 'register')).toBe(row.register);
            expect(box(step[side], 'evidence')).toBe(row.evidence);
            expect(box(step[side], 'verdict')).toBe(row.vsv.verdict);
          }
        for (const { part, value, before: was, came, went, after: is } of lines) {
          const counted = (rows: readonly TwinRow[]): number =>
            rows.filter(
              (row) =>
                part === 'population' ||
                (part === 'register'
                  ? row.register
                  : part === 'evidence'
                    ? row.evidence
                    : row.vsv.verdict) === value,
            ).length;
          expect([was, is]).toEqual([counted(before), counted(after)]);
          expect(is).toBe(was + came - went);
        }
        const still = (rows: readonly TwinRow[]) =>
          rows
            .filter(({ trajectory }) => !moved.has(trajectory))
            .map(({ trajectory, register, evidence, vsv }) => [
              trajectory,
              register,
              evidence,
              vsv.verdict,
              vsv.step,
            ]);
        expect(still(before)).toEqual(still(after));
      }),
      { numRuns: 100 },
    );
    expect(stepsSeen).toBeGreaterThan(0);
  });
});

describe('the near count', () => {
  it('counts who would be presumed VSV, and says what would prevent it', () => {
    const report = near((story) => begun(story).left('2025-03-01', { kind: 'unknown' }), '2025-06-01');
    expect(report).toMatchObject({ schoolYear: 2024, peildata: ['2024-10-01', '2025-10-01'], population: 1 });
    expect(report.cases).toMatchObject([
      { kind: 'presumedVsv', evidence: 'presumedVsv', mends: ['findDestination', 'backAtSchool'] },
    ]);
  });

  it('asks to record the leaving of somebody whom only the register knows', () => {
    const report = near((story, school) => {
      school.delivered(1, { from: day('2024-08-01'), to: day('2025-07-31'), madeOn: day('2024-11-01') }, [
        story.id,
      ]);
      story.register(
        1,
        { from: '2024-08-20', until: '2025-02-28', periods: [['2024-08-20', '25655']] },
        '2024-11-01',
      );
    }, '2025-06-01');
    expect(report.cases).toMatchObject([
      { kind: 'presumedVsv', mends: ['recordLeaving', 'findDestination', 'backAtSchool'] },
    ]);
  });

  it('asks to confirm what would decide', () => {
    const report = near(
      (story) => begun(story).left('2025-03-01', { kind: 'mbo', confirmed: false, from: day('2025-03-05') }),
      '2025-06-01',
    );
    expect(report.cases).toMatchObject([{ kind: 'openVsv', mends: ['confirmEnrolmentElsewhere'] }]);
  });

  it('names the evidence that a switch lacks; a term that runs now is over by then', () => {
    const report = near(
      (story) =>
        begun(story).switched(1, '2025-05-28', verpleegkunde, software, { landing: false, motive: false }),
      '2025-06-01',
    );
    expect(report.cases).toMatchObject([
      { kind: 'unexplainedSwitch', mends: ['recordMotive', 'confirmLanding'] },
    ]);
  });

  it('tells a switch that is well told apart: it needs nothing', () => {
    const report = near((story) => begun(story).switched(1, '2025-02-03', verpleegkunde, kok), '2025-06-01');
    expect(report.cases).toMatchObject([{ kind: 'explainedSwitch', mends: [] }]);
  });

  it('finds whoever is placed and would not be enrolled', () => {
    const report = near((story) => story.placed('2025-08-20', verpleegkunde), '2025-09-01');
    expect(report.cases).toMatchObject([{ kind: 'notEnrolled', mends: ['enrolDefinitively'] }]);
  });

  it('asks for the peildatum that comes next', () => {
    const ledger = ledgerOf(aSchool());
    expect(nearIn(ledger, '2025-09-30').peildata[1]).toBe('2025-10-01');
    expect(nearIn(ledger, '2025-10-01').peildata[1]).toBe('2026-10-01');
  });

  it('is what the figure says on the peildatum when nothing was recorded in between', () => {
    fc.assert(
      fc.property(someSchool, (school) => {
        const ledger = createLedger();
        ledger.add(school.entries().filter(({ event }) => event.meta.recordedAt < '2025-09-30'));
        const knownOn = '2025-09-30';
        const { cases, population } = nearIn(ledger, knownOn);
        const rows = rowsOn(ledger, { knownOn: day('2025-10-01') });
        expect(population).toBe(rows.length);
        for (const kind of ['presumed', 'open'] as const)
          expect(
            cases
              .filter((each) => each.vsv?.verdict === kind && each.kind.endsWith('Vsv'))
              .map((each) => each.trajectory),
          ).toEqual(rows.filter(({ vsv }) => vsv.verdict === kind).map(({ trajectory }) => trajectory));
      }),
      { numRuns: 60 },
    );
  });
});
