import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reconciliationPaper } from '../../src/app/papers/reconciliation-paper.ts';
import { unsaid } from '../papers/as-answered.ts';
import {
  createLedger,
  type ListedClass,
  listedClasses,
  type Ledger,
  type LogEntry,
  type Reconciliation,
} from '../../projections/figures/index.ts';
import type { DeliveryData, Listed, VsvListKind } from '../../src/domain/delivery/events.ts';
import { instant } from '../../src/kernel/instant.ts';
import { type Uuid, uuid } from '../../src/kernel/message.ts';

import { later, rowsOn, schoolWith, type Tell, year } from './asking.ts';
import { aSchool, day, delivery, programmes, type School, type Story, student } from './history.ts';
import { schoolOf, someTold } from './random-history.ts';

const { verpleegkunde, software } = programmes;
const unknownPerson = 'ab'.repeat(32) as NonNullable<Listed['person']>;

interface ListTold {
  readonly n: number;
  readonly kind: VsvListKind;
  readonly sequence: number;
  readonly named: readonly Listed[];
  readonly recordedOn: string;
}

/** A school's log with lists of DUO in it, each recorded at noon of its day. */
const ledgerWith = (school: School, lists: readonly ListTold[]): Ledger => {
  const told = lists.flatMap(({ n, kind, sequence, named, recordedOn }, index): LogEntry['event'][] => {
    const [template] = school.entries();
    if (!template) throw new Error('the school has no log');
    const of = (part: number, type: string, data: unknown): LogEntry['event'] => ({
      ...template.event,
      id: uuid(`0000${part}000-0000-4000-8000-${String(index).padStart(12, '0')}`),
      stream: `delivery-${delivery(n)}`,
      type,
      data,
      meta: { ...template.event.meta, recordedAt: instant(`${recordedOn}T11:00:00.000Z`) },
    });
    const list: DeliveryData['VsvListRecorded'] = {
      brin: '21CY',
      kind,
      countYear: year,
      sequence,
      rows: named.length,
      persons: named.length,
      rejected: 0,
    };
    return [of(1, 'VsvListRecorded', list), of(2, 'VsvListNamed', { page: 0, named })];
  });
  const events = [...school.entries().map(({ event }) => event), ...told].sort((one, other) =>
    one.meta.recordedAt < other.meta.recordedAt ? -1 : one.meta.recordedAt > other.meta.recordedAt ? 1 : 0,
  );
  const ledger = createLedger();
  ledger.add(events.map((event, index) => ({ ordinal: index + 1, event })));
  return ledger;
};

const reconciled = (
  ledger: Ledger,
  query: Partial<Parameters<Ledger['reconciliation']>[0]> = {},
): Reconciliation => {
  const answer = ledger.reconciliation({ year, knownOn: later, ...query });
  if (!answer.answered) throw new Error(JSON.stringify(answer.refusal));
  return answer.report;
};

const begun = (story: Story, into = verpleegkunde): Story =>
  story.placed('2024-08-20', into).enrolled('2024-09-01');
const nenr = (named: readonly Listed[], more: Partial<ListTold> = {}): ListTold => ({
  n: 901,
  kind: 'NenR',
  sequence: 16,
  named,
  recordedOn: '2026-01-20',
  ...more,
});
const one = { trajectory: student(1) };

describe('whom DUO names', () => {
  const cases: readonly [string, ListedClass, Tell][] = [
    [
      'left, and nobody knows where',
      'presumedToo',
      (story) => begun(story).left('2025-03-01', { kind: 'unknown' }),
    ],
    [
      'switched inside the school',
      'internalSwitch',
      (story) => begun(story).switched(1, '2025-02-03', verpleegkunde, software),
    ],
    [
      'at another school in time',
      'externalSwitch',
      (story) => begun(story).left('2025-03-01', { kind: 'mbo', confirmed: true, from: day('2025-03-05') }),
    ],
    [
      'at another school after a gap',
      'externalSwitchGap',
      (story) => begun(story).left('2025-03-01', { kind: 'mbo', confirmed: true, from: day('2025-11-01') }),
    ],
    [
      'perhaps at another school',
      'externalSwitchUnconfirmed',
      (story) => begun(story).left('2025-03-01', { kind: 'mbo', confirmed: false, from: day('2025-03-05') }),
    ],
    ['enrolled here all along', 'enrolledHere', (story) => begun(story)],
    [
      'came back',
      'returnedHere',
      (story) =>
        begun(story)
          .left('2025-01-10')
          .placed('2025-03-01', verpleegkunde)
          .returned('2025-03-01')
          .enrolled('2025-03-01'),
    ],
    [
      'left with a diploma',
      'qualified',
      (story) => begun(story).diploma('2025-06-20', '25655', 4).left('2025-07-01'),
    ],
    [
      'died',
      'outsideTheCount',
      (story) =>
        begun(story).left('2025-03-01', { kind: 'deceased', confirmed: true, from: day('2025-03-01') }),
    ],
    ['too old', 'tooOld', (story) => begun(story.born({ year: 1999, part: 'to1Aug' })).left('2025-03-01')],
    ['only placed', 'notInPopulation', (story) => story.placed('2024-08-20', verpleegkunde)],
  ];
  it.each(cases)('%s: %s', (_, as, tell) => {
    const report = reconciled(ledgerWith(schoolWith(tell), [nenr([one])]));
    expect(report.classes).toMatchObject([{ as, count: 1 }]);
    expect(report.items).toMatchObject([{ side: 'duo', trajectory: student(1), as }]);
  });

  it('and is not known here', () => {
    const report = reconciled(ledgerWith(aSchool(), [nenr([{ person: unknownPerson }])]));
    expect(report.items).toEqual([
      {
        side: 'duo',
        person: unknownPerson,
        as: 'unknownHere',
        state: 'open',
        since: '2026-01-20',
        ageInDays: 12,
      },
    ]);
  });

  it('is asked about before the peildatum too: everything goes on as it is', () => {
    const school = schoolWith((story) => begun(story).left('2025-03-01', { kind: 'unknown' }));
    const list = nenr([one], { kind: 'A04', sequence: 7, recordedOn: '2025-05-01' });
    expect(reconciled(ledgerWith(school, [list]), { knownOn: day('2025-05-02') }).classes).toMatchObject([
      { as: 'presumedToo' },
    ]);
  });
});

describe('a difference ends', () => {
  it('by a later list that names him no longer', () => {
    const school = schoolWith((story) => begun(story));
    const { items } = reconciled(
      ledgerWith(school, [nenr([one]), nenr([], { n: 902, sequence: 17, recordedOn: '2026-01-28' })]),
    );
    expect(items).toMatchObject([
      { as: 'enrolledHere', state: 'ended', since: '2026-01-20', endedBy: { delivery: delivery(902) } },
    ]);
  });

  it('by what the school recorded since, and names it', () => {
    const school = schoolWith((story) =>
      begun(story)
        .left('2025-03-01', { kind: 'mbo', confirmed: false, from: day('2025-03-05') })
        .wentTo('2026-01-25', { kind: 'mbo', confirmed: true, from: day('2025-03-05') }),
    );
    const { items } = reconciled(ledgerWith(school, [nenr([one])]));
    expect(items).toMatchObject([
      {
        as: 'externalSwitch',
        state: 'ended',
        endedBy: { events: [{ type: 'DestinationRecorded', recordedOn: '2026-01-25' }] },
      },
    ]);
  });

  it('on the side of the school as well: by finding where he went', () => {
    const school = schoolWith((story) =>
      begun(story)
        .left('2025-03-01', { kind: 'unknown' })
        .wentTo('2026-01-25', { kind: 'mbo', confirmed: true, from: day('2025-03-05') }),
    );
    const ledger = ledgerWith(school, [nenr([])]);
    expect(reconciled(ledger, { knownOn: day('2026-01-21') }).items).toMatchObject([
      { side: 'school', as: 'duoKnowsMore', state: 'open', ageInDays: 1 },
    ]);
    expect(reconciled(ledger).items).toMatchObject([
      { side: 'school', state: 'ended', endedBy: { events: [{ type: 'DestinationRecorded' }] } },
    ]);
  });
});

describe('the start populations', () => {
  it('are compared: who is in one of them only, and why, and whose programme differs', () => {
    const school = schoolWith((story, all) => {
      begun(story);
      begun(all.student(2));
      all.student(3).placed('2024-08-20', verpleegkunde);
    });
    const { populations } = reconciled(
      ledgerWith(school, [
        nenr(
          [
            { ...one, opleidingscode: software.opleidingscode, niveau: 4, leerweg: 'BOL' },
            { trajectory: student(3) },
            { person: unknownPerson },
          ],
          { kind: 'NRSP' },
        ),
      ]),
    );
    expect(populations).toMatchObject({
      duo: 3,
      school: 2,
      both: 1,
      onlyDuo: [
        { why: 'placedOnly', count: 1 },
        { why: 'unknownHere', count: 1 },
      ],
      onlySchool: 1,
      differs: { opleidingscode: 1, leerweg: 0, niveau: 0 },
    });
    expect(populations?.items.filter(({ side }) => side === 'school')).toEqual([
      { side: 'school', trajectory: student(2), why: 'notListed' },
    ]);
  });
});

describe('a reconciliation', () => {
  it('is refused for a list that is not there, and says so when there is none', () => {
    const ledger = ledgerWith(
      schoolWith((story) => begun(story)),
      [],
    );
    expect(ledger.reconciliation({ year, knownOn: later, list: delivery(5) })).toMatchObject({
      refusal: { code: 'UnknownList' },
    });
    expect(reconciled(ledger)).toMatchObject({ lists: [], compared: null, populations: null, items: [] });
  });

  it('gives everybody on the list one class, and both sides together everybody presumed or named', () => {
    const on = fc.subarray([1, 2, 3]);
    fc.assert(
      fc.property(
        fc.array(someTold, { minLength: 4, maxLength: 20 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }),
        on,
        on,
        (told, begunIn, provisional, definitive) => {
          const who = (numbers: readonly number[]): readonly Listed[] =>
            numbers.map((n) => ({ trajectory: student(n) }));
          const ledger = ledgerWith(schoolOf(told, [], begunIn), [
            nenr(who(provisional)),
            nenr(who(definitive), { n: 902, sequence: 17, recordedOn: '2026-01-28' }),
          ]);
          const report = reconciled(ledger);
          const merged = new Set(report.items.map(({ side, trajectory }) => `${side} ${trajectory ?? ''}`));
          expect(merged.size).toBe(report.items.length);
          expect(report.classes.reduce((sum, { count }) => sum + count, 0)).toBe(definitive.length);
          for (const { as } of report.classes) expect(listedClasses).toContain(as);
          expect(unsaid(reconciliationPaper(report), report)).toEqual([]);
          const presumed = rowsOn(ledger)
            .filter(({ vsv }) => vsv.verdict === 'presumed')
            .map(({ trajectory }) => trajectory as Uuid);
          expect(report.vsv.school).toBe(presumed.length);
          const open = (side: 'duo' | 'school') =>
            report.items.filter((item) => item.side === side && item.state === 'open');
          const agreed = report.items.filter(({ side, state }) => side === 'duo' && state === 'agrees');
          const stillOn = new Set(agreed.map(({ trajectory }) => trajectory));
          for (const trajectory of presumed)
            expect(
              stillOn.has(trajectory as never) ||
                open('school').some((item) => item.trajectory === trajectory),
            ).toBe(true);
          expect(open('school').length + report.vsv.both).toBe(report.vsv.school);
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe('figures of a count year', () => {
  const school = schoolWith((story) => begun(story));
  const statusOn = (lists: Parameters<typeof ledgerWith>[1], knownOn = later): readonly string[] => {
    const ledger = ledgerWith(school, lists);
    const twin = ledger.report({ report: 'twin', year, knownOn });
    const outcomes = ledger.outcomes({ year, knownOn });
    return [twin, outcomes].map((answer) => (answer.answered ? answer.report.status : answer.refusal.code));
  };
  const definitive = nenr([one], { n: 902, sequence: 17, recordedOn: '2026-01-28' });

  it('are provisional until DUO’s definitive list of that year is known', () => {
    expect(statusOn([])).toEqual(['provisional', 'provisional']);
    expect(statusOn([nenr([one])])).toEqual(['provisional', 'provisional']);
    expect(statusOn([nenr([one]), definitive])).toEqual(['definitive', 'definitive']);
    expect(statusOn([nenr([one]), definitive], day('2026-01-27'))).toEqual(['provisional', 'provisional']);
  });
});
