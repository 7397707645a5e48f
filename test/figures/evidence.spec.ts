import { describe, expect, it } from '@jest/globals';
import { createLedger, type EvidenceReport, type Ledger } from '../../projections/figures/index.ts';
import type { TwinRow } from '../../projections/figures/index.ts';
import { dateOf } from '../../src/kernel/calendar-date.ts';
import { eventsOf, makeSchool, planOf } from '../simulation/made-school.ts';
import { ledgerOf, later, rowsOn, schoolWith, year } from './asking.ts';
import { day, programmes, type Story, switching } from './history.ts';

const { verpleegkunde, software } = programmes;

const evidenceOn = (ledger: Ledger, of = year, knownOn = later as string): EvidenceReport => {
  const answer = ledger.evidence({ year: of, knownOn: day(knownOn) });
  if (!answer.answered) throw new Error(answer.refusal.code);
  return answer.report;
};

const switchedOn = (on: string, told: Parameters<Story['switched']>[4] = {}) =>
  ledgerOf(
    schoolWith((story) =>
      story
        .placed('2024-08-19', verpleegkunde)
        .enrolled('2024-08-19')
        .switched(1, on, verpleegkunde, software, told),
    ),
  );

describe('the evidence of a switch', () => {
  it('is five pieces, each with the day that it is about', () => {
    const { whole, landschappen, switches } = evidenceOn(switchedOn('2024-11-04'));
    expect(whole).toMatchObject({ switches: 1, complete: 1 });
    expect(landschappen).toMatchObject([{ landschap: 'techniek', switches: 1, complete: 1 }]);
    expect(switches).toMatchObject([
      {
        switch: switching(1),
        on: '2024-11-04',
        landschap: 'techniek',
        missing: [],
        complete: true,
        pieces: { conversation: { there: true }, motive: { there: true }, landing: { there: true } },
      },
    ]);
    for (const piece of Object.values(switches[0]?.pieces ?? {})) expect(piece.on).toBeDefined();
  });

  it('names what is missing, and counts it per landschap', () => {
    const { whole, switches } = evidenceOn(switchedOn('2024-11-04', { conversation: false, motive: false }));
    expect(switches[0]?.missing).toEqual(['conversation', 'motive']);
    expect(switches[0]?.pieces.conversation).toEqual({ there: false });
    expect(whole).toMatchObject({
      complete: 0,
      missing: [
        { piece: 'conversation', count: 1 },
        { piece: 'motive', count: 1 },
        { piece: 'place', count: 0 },
        { piece: 'acceptance', count: 0 },
        { piece: 'landing', count: 0 },
      ],
    });
  });

  it('does not miss a landing before its term is over, and misses it from then on', () => {
    const ledger = switchedOn('2024-11-04', { landing: false });
    const [early] = evidenceOn(ledger, year, '2024-11-20').switches;
    expect(early).toMatchObject({ complete: true, pieces: { landing: { there: true } } });
    expect(early?.pieces.landing.on).toBeUndefined();
    const due = early?.landingDue ?? '';
    expect(evidenceOn(ledger, year, due).whole.complete).toBe(1);
    expect(evidenceOn(ledger).switches[0]?.missing).toEqual(['landing']);
  });

  it('is of the school year in which the switch holds, and refused beyond the end of the log', () => {
    const ledger = switchedOn('2024-11-04');
    expect(evidenceOn(ledger, year - 1).whole.switches).toBe(0);
    expect(evidenceOn(ledger, year + 1).whole.switches).toBe(0);
    expect(ledger.evidence({ year, knownOn: later, at: 1_000 })).toMatchObject({
      answered: false,
      refusal: { code: 'OrdinalNotReached' },
    });
  });
});

describe('the evidence of a simulated school', () => {
  it('is that of the twin reading, student by student', async () => {
    const { store } = await makeSchool(planOf(300, 3, 'evidence'));
    const ledger = createLedger();
    ledger.add((await eventsOf(store)).map((event, index) => ({ ordinal: index + 1, event })));
    let compared = 0;
    for (const [of, knownOn] of [
      [2024, '2026-11-22'],
      [2025, '2026-11-22'],
      [2024, '2025-10-01'],
    ] as const) {
      const [t, t2] = [dateOf(of, 10, 1), dateOf(of + 1, 10, 1)];
      const made = [of, of + 1]
        .flatMap((each) => evidenceOn(ledger, each, knownOn).switches)
        .filter(({ on }) => on > t && on <= t2);
      const missingOf = ({ trajectory }: TwinRow) => {
        const theirs = made.filter((each) => each.trajectory === trajectory);
        return { switches: theirs.length > 0, missing: new Set(theirs.flatMap(({ missing }) => missing)) };
      };
      for (const row of rowsOn(ledger, { year: of, knownOn: day(knownOn) })) {
        if (row.evidence !== 'guidedSwitch' && row.evidence !== 'switchEvidenceMissing') continue;
        compared += 1;
        expect(missingOf(row)).toEqual({ switches: true, missing: new Set(row.missing) });
      }
    }
    expect(compared).toBeGreaterThan(20);
  });
});
