import { describe, expect, it } from '@jest/globals';
import type { boardOf } from '../../../projections/sab/board.ts';
import { lastDayOf, schoolDaysBetween } from '../../../projections/sab/school-days.ts';
import { addDays, type CalendarDate } from '../../../src/kernel/calendar-date.ts';
import { bilal, calendar, day, ict, one, plan, secondLine, sem, three, two, words } from './recording.ts';

describe('what is due in a case, in school days', () => {
  it('is an answer within five, and within one when it is urgent; the last day is not late yet', async () => {
    const at = await secondLine();
    // Monday 3 March 2025: the spring holiday of region noord ended on Sunday.
    await at.refer('2025-03-03');
    await at.refer('2025-03-07', two, { urgent: true });
    expect(at.clock('2025-03-10')).toMatchObject({
      waited: 5,
      due: { what: 'answer', on: '2025-03-10' },
      overdue: false,
    });
    expect(at.clock('2025-03-11')?.overdue).toBe(true);
    expect(at.clock('2025-03-10', two)).toMatchObject({ waited: 1, due: { on: '2025-03-10' } });
  });

  it('does not run in a holiday', async () => {
    const at = await secondLine();
    await at.refer('2024-12-19');
    // Friday 20 December is the first day; the Christmas holiday lasts until Sunday 5 January.
    expect(at.clock('2024-12-31')).toMatchObject({ waited: 1, due: { on: '2025-01-09' }, overdue: false });
  });

  it('stands still in a pause, from its first day until the day on which it ends', async () => {
    const at = await secondLine();
    await at.refer('2025-03-03');
    await at.on('2025-03-05', 'ClockPaused', { waitingFor: 'parents' });
    expect(at.clock('2025-03-28')).toMatchObject({ waited: 1, overdue: false });
    expect(at.clock('2025-03-28')?.due).toEqual({ what: 'answer' });
    await at.on('2025-03-12', 'ClockResumed', {});
    // 4 March, and then four days from 12 March on.
    expect(at.clock('2025-03-17')).toMatchObject({ waited: 5, due: { on: '2025-03-17' } });
  });

  it('was late already when it was paused, and stays so', async () => {
    const at = await secondLine();
    await at.refer('2025-03-03');
    await at.on('2025-03-12', 'ClockPaused', { waitingFor: 'parents' });
    expect(at.clock('2025-03-28')).toMatchObject({ due: { on: '2025-03-10' }, overdue: true });
  });

  it('is a draft within ten after acceptance, a plan that runs within fifteen, and then the next step on its day', async () => {
    const at = await secondLine();
    await at.refer('2025-03-03');
    await at.accept('2025-03-05');
    expect(at.clock('2025-03-06')?.due).toEqual({ what: 'draft', on: '2025-03-19' });
    await plan(at);
    expect(at.clock('2025-03-12')?.due).toEqual({ what: 'consult', on: '2025-03-26' });
    await at.on('2025-03-13', 'StepPlanStarted', { version: 1 });
    const step = { step: 2, who: 'student', by: '2025-03-20' };
    expect(at.clock('2025-03-20')).toMatchObject({ due: { what: 'step', on: '2025-03-20', step } });
    expect(at.clock('2025-03-21')?.overdue).toBe(true);
    // A step that was agreed keeps its day, and is not late as long as nothing runs.
    await at.on('2025-03-20', 'ClockPaused', { waitingFor: 'student' });
    expect(at.clock('2025-03-28')).toMatchObject({ due: { on: '2025-03-20' }, overdue: false });
  });

  it('asks for a review when a case is open for sixty, and for nothing when it is over', async () => {
    const at = await secondLine();
    await at.refer('2025-01-13');
    await at.accept('2025-01-14');
    const sixty = [...Array(120).keys()]
      .map((more) => new Date(Date.UTC(2025, 0, 13 + more)).toISOString().slice(0, 10))
      .find((date) => schoolDaysBetween(calendar, day('2025-01-13'), day(date)) === 60);
    expect(at.clock(sixty ?? '')).toMatchObject({ openFor: 60, review: true });
    expect(at.clock('2025-03-03')?.review).toBe(false);
    await at.on('2025-05-01', 'CaseClosed', { outcome: 'goesOn', feedback: words });
    expect(at.clock('2025-06-01')).toBeUndefined();
  });
});

describe('school days between two days', () => {
  const pauses = [
    { from: day('2024-06-28'), to: day('2024-07-02'), waitingFor: 'student' },
    { from: day('2024-07-02'), to: day('2024-09-03'), waitingFor: 'coach' },
    { from: day('2024-10-10'), to: day('2024-10-10'), waitingFor: 'coach' },
  ] as const;
  const days = [...Array(500).keys()].map((more) => addDays(day('2024-05-01'), more));

  it.each([
    ['without pauses', []],
    ['with pauses', pauses],
  ])('are those that one would count one by one, %s', (_, paused) => {
    const isCounted = (each: CalendarDate) =>
      calendar.isSchoolDay(each) && !paused.some(({ from, to }) => from <= each && each < to);
    for (const from of days.filter((_each, index) => index % 61 === 0)) {
      let found = 0;
      for (const to of days.filter((each) => each > from)) {
        if (isCounted(to)) found += 1;
        expect([from, to, schoolDaysBetween(calendar, from, to, paused)]).toEqual([from, to, found]);
        if (isCounted(to)) expect(lastDayOf(calendar, from, found, paused)).toBe(to);
        if (found > 60) break;
      }
    }
    expect(schoolDaysBetween(calendar, day('2024-06-03'), day('2024-05-03'), paused)).toBe(0);
  });
});

describe('the board of the second line', () => {
  const withThree = async () => {
    const at = await secondLine();
    await at.refer('2025-03-03', one);
    await at.refer('2025-03-06', two, { urgent: true, student: sem, landschap: ict });
    await at.refer('2025-03-04', three);
    await at.accept('2025-03-05', three, bilal);
    return at;
  };
  const cases = ({ lines }: ReturnType<typeof boardOf>) => lines.map(({ shown }) => shown.case);

  it('puts first what is due first, and last what nobody can date', async () => {
    const at = await withThree();
    expect(cases(at.board('2025-03-07'))).toEqual([two, one, three]);
    await at.on('2025-03-06', 'ClockPaused', { waitingFor: 'coach' }, two);
    expect(cases(at.board('2025-03-07'))).toEqual([one, three, two]);
  });

  it('shows what is asked for', async () => {
    const at = await withThree();
    const asked = (by: Parameters<typeof at.board>[1]) => cases(at.board('2025-03-11', by));
    expect(asked({ urgent: true })).toEqual([two]);
    expect(asked({ urgent: false })).toEqual([one, three]);
    expect(asked({ landschap: ict })).toEqual([two]);
    expect(asked({ adviser: bilal })).toEqual([three]);
    expect(asked({ overdue: true })).toEqual([two, one]);
    expect(asked({ paused: true })).toEqual([]);
  });

  it('goes on where the page before ended, and says the size of all pages', async () => {
    const at = await withThree();
    const first = at.board('2025-03-07', { limit: 2 });
    expect([first.size, cases(first)]).toEqual([3, [two, one]]);
    const rest = at.board('2025-03-07', { limit: 2, ...(first.next !== undefined && { from: first.next }) });
    expect([rest.size, cases(rest), rest.next]).toEqual([3, [three], undefined]);
  });
});
