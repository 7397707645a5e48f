import { describe, expect, it } from '@jest/globals';
import { createLedger, registerBoxes, evidenceBoxes } from '../../projections/figures/index.ts';
import { flowSentence } from '../../projections/figures/answers/sentences.ts';
import { later, ledgerOf, reportOn, rowsOn, schoolWith, year } from './asking.ts';
import { day, programmes, student } from './history.ts';

const { verpleegkunde, software } = programmes;

const school = schoolWith((story, all) => {
  story
    .placed('2024-08-20', verpleegkunde)
    .enrolled('2024-09-01')
    .switched(1, '2024-11-11', verpleegkunde, software);
  all
    .student(2)
    .born({ year: 2006, part: 'later' })
    .placed('2024-08-20', verpleegkunde)
    .enrolled('2024-09-01')
    .left('2025-02-01');
});
const ledger = ledgerOf(school);

describe('a report', () => {
  it('is one object with its members in this order', () => {
    const common = ['report', 'schoolYear', 'peildata', 'knownOn', 'ordinal', 'definition', 'population'];
    for (const report of ['twin', 'vsv', 'switches'] as const)
      expect(Object.keys(reportOn(ledger, { report }))).toEqual([...common, report, 'parameters', 'status']);
  });
  it('names what it was counted by and what it stands on', () => {
    expect(reportOn(ledger)).toMatchObject({
      report: 'twin',
      schoolYear: 2024,
      peildata: ['2024-10-01', '2025-10-01'],
      knownOn: later,
      ordinal: school.entries().length,
      definition: { id: 'twin', version: '2026.1' },
      population: { size: 2, delivered: 0, derived: 2 },
    });
  });
  it('has each box that is not empty, and how many go from which to which', () => {
    expect(reportOn(ledger).twin).toMatchObject({
      register: [
        { register: 'otherDomain', count: 1 },
        { register: 'leftWithout', count: 1 },
      ],
      evidence: [
        { evidence: 'guidedSwitch', count: 1 },
        { evidence: 'presumedVsv', count: 1 },
      ],
      flows: [
        { register: 'otherDomain', evidence: 'guidedSwitch', count: 1 },
        { register: 'leftWithout', evidence: 'presumedVsv', count: 1 },
      ],
      beside: { placedOnly: { definitive: 0, placedOnly: 0, gone: 0 }, switchBefore: 0, schoolOnly: 0 },
      presumed: 1,
    });
  });
  it('tells every cell that is not empty in a sentence', () => {
    expect(reportOn(ledger).twin?.sentences.map(({ text }) => text)).toEqual([
      '1 student. Het register ziet een andere opleiding in een ander domein. Een switch met begeleiding; het bewijs is compleet.',
      '1 student. Het register ziet een vertrek zonder diploma. Vertrokken zonder startkwalificatie; vermoedelijk VSV.',
    ]);
  });
  it('has a sentence for every cell that there could be, in whole sentences without a gap', () => {
    for (const register of registerBoxes)
      for (const evidence of evidenceBoxes)
        expect(flowSentence(register, evidence, 12)).toMatch(/^12 studenten\. Het register ziet .+\. .+\.$/);
  });
  it('is the same bytes for the same events, whichever ledger answers', () => {
    expect(JSON.stringify(reportOn(ledgerOf(school)))).toBe(JSON.stringify(reportOn(ledger)));
  });
});

describe('a row', () => {
  it('has its members in this order', () => {
    expect(Object.keys(rowsOn(ledger)[0] ?? {})).toEqual([
      'trajectory',
      'register',
      'evidence',
      'accountsDiffer',
      'missing',
      'vsv',
      'events',
    ]);
    const [row] = [...ledger.rows({ report: 'switches', year, knownOn: later })];
    expect(Object.keys(row ?? {})).toEqual([
      'trajectory',
      'switch',
      'counted',
      'dimensions',
      'moment',
      'initiative',
    ]);
  });
  it('names the events that decided, in the order of the log', () => {
    const typeOf = new Map(school.entries().map(({ event }) => [event.id, event.type]));
    const [switched, left] = rowsOn(ledger).map(({ events }) => events.map((id) => typeOf.get(id)));
    expect(switched).toEqual([
      'PlacedProvisionally',
      'EnrolledDefinitively',
      'ConversationHeld',
      'SwitchRequested',
      'PlaceOffered',
      'Switched',
      'ResponsibilityMoved',
      'LandingConfirmed',
    ]);
    expect(left).toEqual(['PlacedProvisionally', 'EnrolledDefinitively', 'Left']);
  });
});

describe('a cell', () => {
  it('opens to the trajectories in it and their events', () => {
    const query = { report: 'twin', year, knownOn: later } as const;
    const members = ledger.members(query, { register: 'leftWithout', evidence: 'presumedVsv' });
    expect(members.map(({ trajectory }) => trajectory)).toEqual([student(2)]);
    expect(members[0]?.events).toHaveLength(3);
    expect(ledger.members(query, { verdict: 'presumed', step: 'V9' })).toHaveLength(1);
    expect(ledger.members(query, { split: { by: 'landschap', value: 'zorg' } })).toHaveLength(2);
    expect(ledger.members(query, { register: 'same' })).toEqual([]);
  });
});

describe('a ledger', () => {
  it('takes the same page of the log again without counting it twice', () => {
    const again = createLedger();
    again.add(school.entries());
    again.add(school.entries());
    expect(reportOn(again)).toEqual(reportOn(ledger));
  });
  it('answers an empty log with nobody', () => {
    const report = reportOn(createLedger(), { knownOn: day('2026-01-01') });
    expect(report).toMatchObject({
      ordinal: 0,
      population: { size: 0, delivered: 0, derived: 0 },
      twin: { flows: [], presumed: 0 },
    });
  });
});
