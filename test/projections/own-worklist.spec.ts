import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { digestOf, type OwnTask, tasksInCalendar, tasksToDo } from '../../projections/own-worklist.ts';
import { holderOf, staffOnDay } from '../../projections/staff.ts';
import type { LandschapCode } from '../../src/domain/institution/ids.ts';
import type { StaffId } from '../../src/domain/staff/ids.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { SchoolWithTasks } from '../app/reminders/school-with-tasks.ts';

const monday = '2026-09-14';
const tuesday = '2026-09-15';

describe('what lies with somebody', () => {
  let school: SchoolWithTasks;
  let anna: StaffId;
  let bram: StaffId;
  let cem: StaffId;

  beforeEach(async () => {
    school = await new SchoolWithTasks().open();
    [anna, bram, cem] = [
      await school.hire('Anna', undefined, 'coach'),
      await school.hire('Bram', undefined, 'coach'),
      await school.hire('Cem', undefined, 'teamLeader'),
    ];
  });
  afterEach(() => school.close());

  const reading =
    (read: typeof tasksToDo) =>
    async (person: StaffId, on = monday): Promise<readonly OwnTask[]> => {
      await school.readModels.waitFor(0n, 0);
      const staff = school.readModels.read('staff', (rows) => staffOnDay(rows, calendarDate(on)));
      const found = staff && school.readModels.read('tasks', (rows) => read(rows, person, staff.value));
      if (!found) throw new Error('the read models are there');
      return found.value;
    };
  const toDo = reading(tasksToDo);
  const inCalendar = reading(tasksInCalendar);
  const count = async (...people: readonly StaffId[]) =>
    Promise.all(people.map(async (person) => (await toDo(person)).length));
  const coachTask = (person: StaffId, due = monday) => school.task({ of: { role: 'coach', person }, due });
  const escalated = { rung: 1, to: { role: 'teamLeader' }, shouldHaveActed: { role: 'coach' } } as const;

  it('is what is asked of the person, until it is done', async () => {
    const task = await coachTask(anna);
    expect(await count(anna, bram, cem)).toEqual([1, 0, 0]);
    await school.becomes(task, 'TaskEnded', {});
    expect(await count(anna)).toEqual([0]);
  });

  it('is what is asked of a role, while it is held, in its landschap', async () => {
    const [bouw, zorg] = ['bouw', 'zorg'] as LandschapCode[];
    if (!bouw || !zorg) throw new Error('two landschappen');
    for (const landschap of [bouw, zorg]) {
      const variant = `start-${landschap}`;
      await school.decide({
        type: 'DefineStartProgrammeVariant',
        variant,
        name: 'Start',
        weeks: 10,
        lwps: [],
        emphasis: 'kiezen',
      });
      await school.decide({
        type: 'DefineLandschap',
        landschap,
        name: landschap,
        meeloopdag: false,
        buddystage: false,
        variant,
      });
    }
    const scout = await school.hire('Scout van bouw');
    await school.ask(scout, {
      type: 'AssignRole',
      role: 'scout',
      landschap: bouw,
      from: calendarDate('2026-08-01'),
      until: calendarDate(monday),
    });
    await school.task({ of: { role: 'scout', landschap: bouw }, due: monday });
    await school.task({ of: { role: 'scout', landschap: zorg }, due: monday });
    await school.task({ of: { role: 'scout' }, due: monday });
    expect((await toDo(scout)).map(({ task: { of } }) => of.landschap).sort()).toEqual(['bouw', undefined]);
    expect(await toDo(scout, tuesday)).toEqual([]);
  });

  it('asked of the absent by name lies with whoever stands in, of a role with who holds it; in the calendar it stays', async () => {
    await coachTask(anna);
    await school.task({ of: { role: 'teamLeader' }, due: monday });
    await school.absent(anna, bram, monday, monday);
    await school.absent(cem, bram, monday, monday);
    expect(await count(anna, bram, cem)).toEqual([0, 1, 0]);
    expect(await inCalendar(anna)).toHaveLength(1);
    expect(await inCalendar(bram)).toHaveLength(1);
    expect(await inCalendar(cem)).toHaveLength(1);
    expect(await toDo(anna, tuesday)).toHaveLength(1);
  });

  it('lies with the last of a row of deputies, and with somebody always', async () => {
    await coachTask(anna);
    await school.absent(anna, bram, monday, monday);
    await school.absent(bram, cem, monday, monday);
    expect(await count(anna, bram, cem)).toEqual([0, 0, 1]);
    // In a ring of deputies everybody is absent, and still nothing is nobody's.
    await coachTask(bram);
    await coachTask(cem);
    await school.absent(cem, anna, monday, monday);
    expect((await count(anna, bram, cem)).reduce((sum, each) => sum + each, 0)).toBe(3);
  });

  it('comes back to who is absent when the deputy leaves', async () => {
    await coachTask(anna);
    await school.absent(anna, bram, monday, monday);
    await school.ask(bram, { type: 'RecordStaffLeft', on: calendarDate('2026-09-11') });
    expect(await count(anna, bram)).toEqual([1, 0]);
  });

  it('that a colleague of the same role took on is the colleague’s, until it climbs', async () => {
    const dirk = await school.hire('Dirk', undefined, 'teamLeader');
    const task = await school.task({ of: { role: 'teamLeader' }, due: monday });
    await school.becomes(task, 'TaskClaimed', { by: dirk });
    expect(await count(cem, dirk)).toEqual([0, 1]);
    await school.becomes(task, 'TaskEscalated', escalated);
    expect((await toDo(cem)).map(({ climbed }) => climbed)).toEqual([true]);
  });

  it('that climbed lies with both, and says of which it climbed', async () => {
    const task = await coachTask(anna);
    await school.becomes(task, 'TaskEscalated', escalated);
    expect((await toDo(anna)).map(({ climbed }) => climbed)).toEqual([false]);
    expect((await toDo(cem)).map(({ climbed }) => climbed)).toEqual([true]);
    await school.becomes(task, 'TaskReassigned', { to: { role: 'coach', person: bram } });
    expect(await count(anna, bram, cem)).toEqual([0, 1, 1]);
  });

  it('is counted once each, as what is most urgent of it', async () => {
    const late = await coachTask(anna, '2026-09-11');
    await coachTask(anna, monday);
    await coachTask(anna, tuesday);
    const climbed = await coachTask(anna, '2026-09-01');
    for (const task of [late, climbed]) await school.becomes(task, 'TaskEscalated', escalated);
    const digest = async (person: StaffId) => digestOf(await toDo(person), calendarDate(monday));
    expect(await digest(anna)).toEqual({ climbed: 0, late: 2, today: 1, waiting: 1 });
    expect(await digest(cem)).toEqual({ climbed: 2, late: 0, today: 0, waiting: 0 });
    expect(await digest(bram)).toBeUndefined();
  });

  it('and was put off is not told before its follow-up date, unless it climbed', async () => {
    const task = await coachTask(anna, '2026-09-11');
    await school.becomes(task, 'TaskSnoozed', { until: calendarDate(tuesday) });
    await school.becomes(task, 'TaskEscalated', escalated);
    const digest = async (person: StaffId, on: string) => digestOf(await toDo(person, on), calendarDate(on));
    expect(await digest(anna, monday)).toBeUndefined();
    expect(await digest(cem, monday)).toMatchObject({ climbed: 1 });
    expect(await digest(anna, tuesday)).toMatchObject({ late: 1 });
    expect(await inCalendar(anna, monday)).toHaveLength(1);
  });

  it('opens by the latest fingerprint of a token only, and of who left by none', async () => {
    const [one, other] = ['a'.repeat(64), 'b'.repeat(64)];
    const holder = async (fingerprint: string) => {
      await school.readModels.waitFor(0n, 0);
      return school.readModels.read('staff', (rows) => holderOf(rows, fingerprint))?.value;
    };
    const issue = (fingerprint: string) =>
      school.ask(anna, { type: 'IssueCalendarToken', fingerprint }, 'coach');
    await issue(one);
    expect([await holder(one), await holder(other)]).toEqual([anna, undefined]);
    await issue(other);
    expect([await holder(one), await holder(other)]).toEqual([undefined, anna]);
    await school.ask(anna, { type: 'RevokeCalendarToken' }, 'coach');
    expect(await holder(other)).toBeUndefined();
    await issue(one);
    await school.ask(anna, { type: 'RecordStaffLeft', on: calendarDate('2026-09-11') });
    expect(await holder(one)).toBeUndefined();
  });

  it('says the same, byte for byte, when it is rebuilt', async () => {
    const task = await coachTask(anna);
    await school.becomes(task, 'TaskEscalated', escalated);
    await school.absent(anna, bram, monday, tuesday);
    await school.ask(anna, { type: 'IssueCalendarToken', fingerprint: 'a'.repeat(64) }, 'coach');
    for (const name of ['staff', 'tasks']) {
      const { followed, rebuilt } = await school.rowsOf(name);
      expect(followed.length).toBeGreaterThan(0);
      expect(rebuilt).toEqual(followed);
    }
  });

  it('holds no name and no address', async () => {
    const eva = await school.hire('Eva', 'eva@school.example', 'coach');
    await school.readModels.waitFor(0n, 0);
    const rows = school.readModels.read('staff', (all) => all.find('staff', { where: { key: eva } }))?.value;
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/eva@|Kanarie/i);
  });
});
