import { describe, expect, it } from '@jest/globals';
import type { TrajectoryEvent } from '../../src/domain/trajectory/events.ts';
import type { ToldEvent } from '../../src/domain/trajectory/state.ts';
import type { LandschapCode, Opleidingscode, Programme } from '../../src/domain/institution/ids.ts';
import type { StaffId } from '../../src/domain/staff/ids.ts';
import type { SwitchId } from '../../src/domain/trajectory/ids.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../src/kernel/message.ts';
import { programmeOn, reportedOf } from '../../src/simulation/files/register-account.ts';

const on = (date: string) => ({ on: calendarDate(date) });
const programme = (code: string): Programme => ({
  opleidingscode: code as Opleidingscode,
  leerweg: 'BOL',
  landschap: 'zorg' as LandschapCode,
});
const [care, shop] = [programme('25491'), programme('25167')];

/** Told in this order; the first digit of an id decides the register shape of a switch. */
const history = (...events: readonly (TrajectoryEvent & { readonly id?: string })[]): readonly ToldEvent[] =>
  events.map((event, index) => ({ commandId: `${index}` as Uuid, ...event, id: (event.id ?? 'f0') as Uuid }));

const placed = (date: string, in_: Programme = care): TrajectoryEvent => ({
  type: 'PlacedProvisionally',
  data: { ...on(date), programme: in_ },
});
const enrolled = (date: string): TrajectoryEvent => ({ type: 'EnrolledDefinitively', data: on(date) });
const switched = (date: string, id: string): TrajectoryEvent & { id: string } => ({
  type: 'Switched',
  id,
  data: {
    ...on(date),
    switch: 's' as SwitchId,
    from: care,
    to: shop,
    dimensions: ['crebo'],
    acceptedOn: calendarDate(date),
  },
});
const left = (date: string, reason = '4'): TrajectoryEvent => ({
  type: 'Left',
  data: { ...on(date), reason, destination: { kind: 'unknown', confirmed: false } },
});

describe('what the register would be told', () => {
  it('is nothing of somebody who was only placed, or whose placement was cancelled', () => {
    expect(reportedOf(history(placed('2025-06-01'))).enrolments).toEqual([]);
    const cancelled: TrajectoryEvent = { type: 'PlacementCancelled', data: on('2025-07-01') };
    expect(reportedOf(history(placed('2025-06-01'), cancelled)).enrolments).toEqual([]);
  });

  it('is a switch in one of the two shapes, and never two enrolments at once', () => {
    const path = [placed('2025-06-01'), enrolled('2025-08-01')];
    expect(reportedOf(history(...path, switched('2025-10-20', 'f0'))).enrolments).toEqual([
      {
        from: '2025-08-01',
        periods: [
          { from: '2025-08-01', programme: care },
          { from: '2025-10-20', programme: shop },
        ],
      },
    ]);
    expect(reportedOf(history(...path, switched('2025-10-20', '00'))).enrolments).toEqual([
      {
        from: '2025-08-01',
        until: '2025-10-19',
        reason: '08',
        periods: [{ from: '2025-08-01', programme: care }],
      },
      { from: '2025-10-20', periods: [{ from: '2025-10-20', programme: shop }] },
    ]);
  });

  it('does not know a switch that was made before the enrolment, however late that is told', () => {
    const path = history(placed('2025-08-20'), switched('2025-09-10', '00'), enrolled('2025-09-15'));
    expect(reportedOf(path).enrolments).toEqual([
      { from: '2025-09-15', periods: [{ from: '2025-09-15', programme: shop }] },
    ]);
    const toldLater = history(placed('2025-08-20'), enrolled('2025-09-15'), switched('2025-09-10', '00'));
    expect(reportedOf(toldLater)).toEqual(reportedOf(path));
  });

  it('ends on the last day at school and begins anew after a return', () => {
    const reported = reportedOf(
      history(
        placed('2025-06-01'),
        enrolled('2025-08-01'),
        left('2025-11-30'),
        { type: 'Returned', data: on('2026-02-01') },
        placed('2026-02-03', shop),
        { type: 'CoachAssigned', data: { ...on('2026-02-03'), coach: 'c' as StaffId } },
        enrolled('2026-02-03'),
      ),
    );
    expect(reported.enrolments.map(({ from, until, reason }) => [from, until, reason])).toEqual([
      ['2025-08-01', '2025-11-30', '04'],
      ['2026-02-03', undefined, undefined],
    ]);
    expect(programmeOn(reported, calendarDate('2025-11-30'))).toEqual(care);
    expect(programmeOn(reported, calendarDate('2025-12-01'))).toBeUndefined();
    expect(programmeOn(reported, calendarDate('2026-10-01'))).toEqual(shop);
  });

  it('tells a specification as a period, a follow-on as an enrolment, and every diploma', () => {
    const reported = reportedOf(
      history(
        placed('2025-06-01', programme('23187')),
        enrolled('2025-08-01'),
        {
          type: 'ProgrammeSpecified',
          data: { ...on('2025-12-01'), opleidingscode: care.opleidingscode, niveau: 3 },
        },
        { type: 'DiplomaAwarded', data: { ...on('2026-06-30'), opleidingscode: care.opleidingscode } },
        { type: 'FollowOnStarted', data: { ...on('2026-08-01'), programme: shop } },
      ),
    );
    expect(
      reported.enrolments.map(({ periods }) =>
        periods.map(({ programme: { opleidingscode } }) => opleidingscode),
      ),
    ).toEqual([['23187', '25491'], ['25167']]);
    expect(reported.diplomas).toEqual([{ on: '2026-06-30', programme: { opleidingscode: '25491' } }]);
  });
});
