import { beforeEach, describe, expect, test } from '@jest/globals';
import { migrate } from '../../src/app/workflows/migrate.ts';
import { trajectoryStream } from '../../src/domain/trajectory/ids.ts';
import type { TrajectoryKnown, TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { workflowStream } from '../../src/domain/workflow/ids.ts';
import { workflowReadable } from '../../src/domain/workflow/state.ts';
import { addDays, type CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { Reaction, Term } from '../../src/kernel/workflow.ts';
import { applied, d, fact, mila, milaAgain, opened, sanne, welcomed } from '../support/people.ts';
import { Workshop } from '../support/workshop.ts';

const name = 'whoever-comes-is-welcomed';

/** Whoever applied is to be received: so many days later, by whom the version says. */
const receive = (
  known: TrajectoryKnown,
  terms: (on: CalendarDate) => readonly Pick<Term, 'step' | 'due' | 'of'>[],
): Reaction => ({
  terms: [...known.trajectory.applications.values()].flatMap(({ on, open }) =>
    open && !known.trajectory.history.some(({ type }) => type === 'ScoutgesprekHeld')
      ? terms(on).map((term) => ({
          asksOn: on,
          climbs: 1,
          ladder: [{ role: 'teamLeader' as const }],
          causes: [],
          does: 'record-scoutgesprek',
          ...term,
        }))
      : [],
  ),
  findings: [],
});

const scout = { role: 'scout', person: sanne } as const;
const first = (known: TrajectoryKnown): Reaction =>
  receive(known, (on) => [
    { step: 'received', due: addDays(on, 10), of: scout },
    { step: 'called', due: addDays(on, 3), of: scout },
  ]);
const second = (known: TrajectoryKnown): Reaction =>
  receive(known, (on) => [
    { step: 'received', due: addDays(on, 20), of: scout },
    { step: 'written-to', due: addDays(on, 5), of: { role: 'infoshop' } },
  ]);

const built = (versions: TrajectoryWorkflow['versions']): TrajectoryWorkflow => ({
  name,
  about: 'trajectory',
  hears: ['Applied', 'ScoutAssigned', 'ScoutgesprekHeld', 'InfoshopVisited'],
  versions,
});
const [old, both, onlyNew] = [built({ 1: first }), built({ 1: first, 2: second }), built({ 2: second })];

describe('a workflow that has another version by now', () => {
  let shop: Workshop;
  const steps = async (student = mila) => {
    const stream = workflowStream({ workflow: name, key: student });
    const { state } = await shop.engine.fold(workflowReadable, stream);
    return {
      version: state.version,
      open: Object.fromEntries(
        [...state.steps].flatMap(([step, { task, over }]) =>
          task && over === undefined ? [[step, task.due]] : [],
        ),
      ),
    };
  };
  const byTheFirst = { version: 1, open: { received: '2025-08-31', called: '2025-08-24' } };
  const bySecond = { version: 2, open: { received: '2025-09-10', 'written-to': '2025-08-26' } };
  const comes = () =>
    shop.happens(
      d('08-22'),
      trajectoryStream(mila),
      fact('InfoshopVisited', { on: d('08-22'), about: 'x', conversation: false }),
    );

  beforeEach(async () => {
    shop = new Workshop([old]);
    await shop.happens(d('08-21'), trajectoryStream(mila), ...opened, ...applied);
  });

  test('keeps to the one by which it began; what begins now takes the latest', async () => {
    shop.build([both]);
    await comes();
    await shop.happens(d('08-22'), trajectoryStream(milaAgain), ...opened, ...applied);
    expect(await steps()).toEqual(byTheFirst);
    expect(await steps(milaAgain)).toEqual(bySecond);
  });

  test('says in a dry run what would be otherwise, and writes nothing', async () => {
    const before = (await shop.store.readAll(undefined, 1_000)).length;
    const migrated = await migrate({
      engine: shop.engine.rehearsal(),
      log: shop.store,
      workflows: [both],
    });
    expect(migrated).toEqual([
      {
        workflow: name,
        key: mila,
        from: 1,
        to: 2,
        tasks: [
          {
            step: 'received',
            change: 'moved',
            of: scout,
            due: { from: '2025-08-31', to: '2025-09-10' },
          },
          { step: 'called', change: 'ended', of: scout, due: { from: '2025-08-24' } },
          { step: 'written-to', change: 'asked', of: { role: 'infoshop' }, due: { to: '2025-08-26' } },
        ],
      },
    ]);
    expect((await shop.store.readAll(undefined, 1_000)).length).toBe(before);
    expect(await steps()).toEqual(byTheFirst);
  });

  test('goes on by the latest when it is migrated, once', async () => {
    shop.build([both]);
    const parts = { engine: shop.engine, log: shop.store, workflows: [both] };
    expect(await migrate(parts)).toMatchObject([{ from: 1, to: 2, tasks: [{}, {}, {}] }]);
    expect(await migrate(parts)).toEqual([]);
    expect(await steps()).toEqual(bySecond);
    await shop.happens(d('08-25'), trajectoryStream(mila), ...welcomed);
    expect(await steps()).toEqual({ version: 2, open: {} });
  });

  test('is parked by a build that does not have its version, and goes on when it is back', async () => {
    shop.build([onlyNew]);
    await comes();
    await shop.happens(d('08-22'), trajectoryStream(milaAgain), ...opened, ...applied);
    expect(shop.run.parked()).toMatchObject([
      {
        key: `${name} ${mila}`,
        type: 'InfoshopVisited',
        error: `Error: ${name} version 1 is not known to this build; keep it or migrate`,
      },
    ]);
    expect(await steps(milaAgain)).toEqual(bySecond);
    await shop.happens(d('08-25'), trajectoryStream(mila), ...welcomed);
    expect(await steps()).toEqual(byTheFirst);
    expect(await shop.run.retry()).toBe(1);
    shop.build([both]);
    expect(await shop.run.retry(`${name} ${mila}`)).toBe(0);
    expect(await steps()).toEqual({ version: 1, open: {} });
  });

  test('can be migrated away from a version that is gone', async () => {
    shop.build([onlyNew]);
    await comes();
    await migrate({ engine: shop.engine, log: shop.store, workflows: [onlyNew] });
    expect(await shop.run.retry()).toBe(0);
    expect(await steps()).toEqual(bySecond);
  });

  test('that fails is told, and the others go on', async () => {
    await shop.happens(d('08-22'), trajectoryStream(milaAgain), ...opened, ...applied);
    const failing = built({
      1: first,
      2: (known) => {
        if (known.student === mila) throw new Error('a mistake in a rule');
        return second(known);
      },
    });
    const migrated = await migrate({ engine: shop.engine, log: shop.store, workflows: [failing] });
    expect(migrated).toMatchObject([
      { key: mila, failed: 'a mistake in a rule', tasks: [] },
      { key: milaAgain, tasks: [{}, {}, {}] },
    ]);
    expect(await steps()).toEqual(byTheFirst);
  });

  test('whose step is asked anew for the same day climbs anew', async () => {
    const [held] = welcomed;
    if (!held) throw new Error('nobody was welcomed');
    let never = false;
    const corrected = built({
      1: (known) =>
        never || !known.trajectory.history.some(({ type }) => type === 'ScoutgesprekHeld')
          ? { ...first({ ...known, trajectory: { ...known.trajectory, history: [] } }) }
          : { terms: [], findings: [] },
    });
    shop.build([corrected]);
    await shop.until(d('09-05'));
    const climbed = async () =>
      (await shop.tasks()).map(({ step, escalations }) => [step, escalations.length]);
    expect(await climbed()).toEqual([
      ['received', 1],
      ['called', 1],
    ]);
    await shop.happens(d('09-08'), trajectoryStream(mila), held);
    never = true;
    await shop.happens(
      d('09-09'),
      trajectoryStream(mila),
      fact('InfoshopVisited', { on: d('08-22'), about: 'x', conversation: false }),
    );
    await shop.until(d('09-10'));
    expect(await climbed()).toEqual([
      ['received', 1],
      ['called', 1],
      ['received', 1],
      ['called', 1],
    ]);
  });
});
