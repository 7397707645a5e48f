import { describe, expect, test } from '@jest/globals';
import { workflows } from '../../workflows/index.ts';
import { play, type Playing } from '../../src/app/workflows/player.ts';
import { compare, isoWeek } from '../../src/app/workflows/rehearse.ts';
import { checkpointIn } from '../../src/app/workflows/checkpoint.ts';
import { developmentHashing, playground } from '../../src/app/wiring.ts';
import { institutionStream } from '../../src/domain/institution/ids.ts';
import { staffStream } from '../../src/domain/staff/ids.ts';
import { type StudentId, studentId } from '../../src/domain/student/ids.ts';
import { trajectoryStream } from '../../src/domain/trajectory/ids.ts';
import { workflowSubject } from '../../src/domain/workflow/subject.ts';
import { calendarDate as day } from '../../src/kernel/calendar-date.ts';
import { uuid } from '../../src/kernel/message.ts';
import type { TaskShown } from '../../projections/tasks.ts';
import {
  applied,
  bouw,
  carla,
  d,
  fact,
  mila,
  opened,
  placed,
  requested,
  sanne,
  startProgramme,
  talkedAbout,
  welcomed,
} from '../support/people.ts';
import { Workshop } from '../support/workshop.ts';

const [noor, sam] = [
  studentId('a0000000-0000-4000-8000-000000000301'),
  studentId('a0000000-0000-4000-8000-000000000302'),
];

const played = async (shop: Workshop, more: Partial<Playing> = {}) => {
  const { store, views } = playground();
  return play({
    events: shop.events(),
    workflows,
    store,
    checkpoint: checkpointIn(views),
    hashing: developmentHashing,
    until: d('12-12'),
    ...more,
  });
};

/** What a task is for somebody at school; the ids of what the workflows wrote themselves are their own. */
const told = (tasks: readonly TaskShown[]): readonly string[] =>
  tasks
    .map(({ workflow, key, does, of, askedOn, due, state, endedOn, escalations }) =>
      JSON.stringify({ key, workflow, does, of, askedOn, due, state, endedOn, escalations }),
    )
    .sort();

const hired = (role: string) => [
  { type: 'StaffRegistered', data: { on: d('08-01'), name: 'x' } },
  { type: 'RoleAssigned', data: { role, from: d('08-01'), landschap: bouw } },
];

/** An applicant whom nobody receives, one who asks to switch and waits, one of whom nobody hears, and a coach who leaves. */
const lived = async (): Promise<Workshop> => {
  const coached: readonly StudentId[] = [mila, noor];
  const shop = new Workshop(workflows, (staff) => (staff === carla ? coached : []));
  const on = (date: string, student: StudentId, ...facts: Parameters<Workshop['happens']>[2][]) =>
    shop.happens(d(date), trajectoryStream(student), ...facts);
  await shop.happens(d('08-01'), staffStream(carla), ...hired('coach'));
  await shop.happens(d('08-01'), staffStream(sanne), ...hired('scout'));
  await on('08-21', sam, ...opened, ...applied);
  await on('08-22', mila, ...opened, ...applied);
  await on('08-25', mila, ...welcomed);
  await on('08-26', noor, ...opened, ...applied, ...welcomed);
  await on('09-01', mila, ...placed, ...startProgramme);
  await on('09-01', noor, ...placed, ...startProgramme);
  await on(
    '09-16',
    sam,
    fact('ScoutgesprekPlanned', { on: d('09-16'), landschap: bouw, plannedFor: d('09-18') }),
  );
  await on('10-06', mila, ...talkedAbout);
  await on('10-08', mila, ...requested);
  await on('11-10', noor, fact('BsaWarningRecorded', { on: d('11-10') }));
  await shop.happens(d('11-24'), staffStream(carla), { type: 'StaffLeft', data: { on: d('11-24') } });
  await shop.until(d('12-12'));
  return shop;
};

describe('a log that is played', () => {
  test('asks and climbs on the days on which the running workflows did, and is told signals on the way', async () => {
    const shop = await lived();
    const before = (await shop.store.readAll(undefined, 100_000)).length;
    const { tasks, parked } = await played(shop);
    expect(parked).toEqual([]);
    const real = await shop.tasks();
    expect(real.length).toBeGreaterThan(12);
    expect(real.some(({ escalations }) => escalations.length === 2)).toBe(true);
    expect(real.some(({ workflow }) => workflow === 'a-signal-is-talked-over')).toBe(true);
    expect(real.some(({ workflow }) => workflow.startsWith('whoever-depends'))).toBe(true);
    expect(told(tasks)).toEqual(told(real));
    expect((await shop.store.readAll(undefined, 100_000)).length).toBe(before);
  });

  test('loses nothing of a trajectory after it was told a signal', async () => {
    const shop = await lived();
    await shop.happens(
      d('12-12'),
      trajectoryStream(noor),
      ...talkedAbout,
      fact('GoalAgreed', {
        on: d('12-12'),
        goal: uuid('a0000000-0000-4000-8000-000000000401') as never,
        what: 'op tijd',
      }),
    );
    const { store, views } = playground();
    await played(shop, { store, checkpoint: checkpointIn(views) });
    const types = (await store.readStream(trajectoryStream(noor))).map(({ type }) => type);
    expect(types).toContain('SignalRaised');
    expect(types).toEqual(expect.arrayContaining(['ConversationHeld', 'GoalAgreed']));
  });

  test('does not ask again what somebody withdrew', async () => {
    const shop = new Workshop(workflows);
    await shop.happens(d('08-01'), staffStream(sanne), ...hired('scout'));
    await shop.happens(d('08-21'), trajectoryStream(sam), ...opened, ...applied);
    await shop.until(d('08-25'));
    const plan = (await shop.tasks()).find(({ does }) => does === 'plan-scoutgesprek');
    const workflow = workflows.find(({ name }) => name === plan?.workflow);
    if (!plan || !workflow) throw new Error('nobody is asked to plan');
    await shop.engine.execute(
      workflowSubject(workflow),
      sam,
      { type: 'WithdrawTask', task: plan.task, why: 'belde af' },
      {
        commandId: uuid('a0000000-0000-4000-8000-000000000501'),
        actor: { id: sanne, role: 'scout' },
        source: 'api',
      },
    );
    await shop.until(d('12-12'));
    const { tasks } = await played(shop);
    expect(told(tasks)).toEqual(told(await shop.tasks()));
    expect(tasks.find(({ does }) => does === 'plan-scoutgesprek')).toMatchObject({
      state: 'withdrawn',
      escalations: [],
    });
  });

  test('by other terms asks for another day, and climbs on another day', async () => {
    const shop = await lived();
    const changed = [
      { setting: 'scoutgesprekPlanned', value: '2', from: d('08-22') },
      { setting: 'scoutgesprekClimb', value: '1', from: d('08-22') },
      { setting: 'placeAnswered', value: '8', from: d('10-01') },
    ] as const;
    const [now, then] = [await played(shop), await played(shop, { changed })];
    const due = ({ tasks }: typeof now, student: StudentId, does: string) =>
      tasks.find((task) => task.key === student && task.does === does)?.due;
    // Applied the day before: what begins later has the new terms.
    expect([due(now, sam, 'plan-scoutgesprek'), due(then, sam, 'plan-scoutgesprek')]).toEqual([
      '2025-08-29',
      '2025-08-29',
    ]);
    expect([due(now, mila, 'offer-place'), due(then, mila, 'offer-place')]).toEqual([
      '2025-10-15',
      '2025-10-27',
    ]);
    const { otherwise, load, tasks } = compare(now, then, d('10-01'));
    expect(tasks.now).toBe(tasks.then);
    expect(otherwise).toMatchObject([
      {
        key: mila,
        does: 'offer-place',
        askedOn: { now: '2025-10-08', then: '2025-10-08' },
        due: { now: '2025-10-15', then: '2025-10-27' },
        escalations: [
          { rung: 1, to: { role: 'teamLeader' }, now: '2025-10-28', then: '2025-10-31' },
          { rung: 2, to: { role: 'programmeManager' }, now: '2025-10-31', then: '2025-11-05' },
        ],
      },
    ]);
    const climbs = (week: string) =>
      load
        .filter((each) => each.week === week && each.role === 'programmeManager')
        .map(({ now: is, then: would }) => [is.climbed, would.climbed]);
    expect(climbs('2025-W45')).toEqual([[expect.any(Number), expect.any(Number)]]);
  });

  test('what the school said later of the same term does not take away what is tried', async () => {
    const shop = new Workshop(workflows);
    await shop.happens(d('08-20'), institutionStream, {
      type: 'SettingChanged',
      data: { setting: 'scoutgesprekPlanned', value: '9', from: d('08-21') },
    });
    await shop.happens(d('08-21'), trajectoryStream(sam), ...opened, ...applied);
    const { tasks } = await played(shop, {
      changed: [{ setting: 'scoutgesprekPlanned', value: '2', from: d('08-20') }],
    });
    expect(tasks.find(({ does }) => does === 'plan-scoutgesprek')?.due).toBe('2025-08-26');
  });

  test('terms that cannot be so are refused', async () => {
    const shop = new Workshop(workflows);
    await shop.happens(d('08-21'), trajectoryStream(sam), ...opened);
    await expect(
      played(shop, {
        changed: [{ setting: 'scoutgesprekPlanned', landschap: bouw, value: '2', from: d('08-01') }],
      }),
    ).rejects.toThrow('scoutgesprekPlanned: UnknownLandschap');
  });

  test('a workflow that throws is told, and keeps nobody else back', async () => {
    const shop = await lived();
    const { tasks, parked } = await played(shop, {
      workflows: workflows.map((each) =>
        each.name === 'an-application-gets-a-scoutgesprek'
          ? {
              ...each,
              versions: {
                1: () => {
                  throw new Error('a mistake in a rule');
                },
              },
            }
          : each,
      ),
    });
    expect(parked.map(({ error }) => error)).toContain('Error: a mistake in a rule');
    expect(tasks.some(({ does }) => does === 'offer-place')).toBe(true);
    expect(tasks.some(({ does }) => does === 'plan-scoutgesprek')).toBe(false);
  });

  test.each([
    ['2025-12-31', '2026-W01'],
    ['2027-01-01', '2026-W53'],
    ['2026-08-31', '2026-W36'],
  ])('%s is in week %s', (date, week) => {
    expect(isoWeek(day(date))).toBe(week);
  });
});
