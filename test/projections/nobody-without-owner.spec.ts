import { expect, test } from '@jest/globals';
import { memoryViewStore } from '../../src/adapters/memory/view-store.ts';
import { schoolYearOf } from '../../src/domain/institution/calendar.ts';
import { buildViews } from '../../src/engine/build-views.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { caseloadOf } from '../../projections/guidance/caseload.ts';
import { guidedIn, guidedYears } from '../../projections/guidance/guided-years.ts';
import { makeSchool, planOf } from '../simulation/made-school.ts';

test('in a simulated school nobody who is placed is without a coach, on any first of a month', async () => {
  const { store } = await makeSchool(planOf(120, 2, 'owners'));
  const views = memoryViewStore();
  for (const file of await buildViews({ log: store, views, projections: [guidedYears], chained: false }))
    views.swap(file);
  let placed = 0;
  for (let month = 0; month < 30; month++) {
    const on = calendarDate(
      `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`,
    );
    const found = views.read(guidedYears.name, (rows) =>
      caseloadOf(guidedIn(rows, schoolYearOf(on)), {
        on,
        silence: { startProgramme: on, later: on },
      }),
    )?.value;
    expect([on, found?.withoutCoach]).toEqual([on, []]);
    const led = found?.coaches.reduce((sum, { students }) => sum + students, 0);
    expect(led).toBe(found?.students);
    placed += found?.students ?? 0;
  }
  expect(placed).toBeGreaterThan(1_500);
});
