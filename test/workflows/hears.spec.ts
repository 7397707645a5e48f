import { describe, expect, it } from '@jest/globals';
import { addDays, type CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { Reaction } from '../../src/kernel/workflow.ts';
import { calendarOf } from '../../src/domain/institution/calendar.ts';
import { type SabCase, sabCaseReadable } from '../../src/domain/sab-case/state.ts';
import { whoMayAsk as ofCase } from '../../src/domain/sab-case/may-ask.ts';
import { whoMayAsk as ofTrajectory } from '../../src/domain/trajectory/may-ask.ts';
import { type Trajectory, trajectoryReadable } from '../../src/domain/trajectory/state.ts';
import type { AnyWorkflow, CaseWorkflow, TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { workflows } from '../../workflows/index.ts';
import { changesOfCase } from '../../workflows/second-line/case.ts';
import { changesOfGuidance } from '../../workflows/standing.ts';
import { Draws } from '../support/draws.ts';
import { carla, d, mila, sanne, staffOfTheSchool, uptoPlaced } from '../support/people.ts';
import { given } from '../domain/scenario.ts';
import { someCase } from './random-cases.ts';
import { deliveries, someTrajectory } from './random-histories.ts';
import { schoolWith, theCase } from './school.ts';

const institution = schoolWith();
const calendar = calendarOf(institution);
/** Two who left, so that it shows who depends on them. */
const staff = new Map(
  [...staffOfTheSchool].map(([id, who]) =>
    [carla, sanne].includes(id) ? ([id, { ...who, leftOn: d('09-30') }] as const) : ([id, who] as const),
  ),
);
const student = given(trajectoryReadable, uptoPlaced.flat());

const ofTrajectoryOn = (workflow: TrajectoryWorkflow, trajectory: Trajectory, today: CalendarDate) =>
  workflow.versions[1]?.({
    student: mila,
    trajectory,
    birthBand: undefined,
    deliveries: new Map([...deliveries].filter(([id]) => trajectory.deliveries.has(id))),
    staff,
    today,
    institution,
    calendar,
  });
const ofCaseOn = (workflow: CaseWorkflow, now: SabCase, today: CalendarDate) =>
  workflow.versions[1]?.({
    case: theCase,
    student: mila,
    now,
    trajectory: student,
    today,
    institution,
    calendar,
  });

interface Change {
  readonly workflow: string;
  /** What was told in that breath; any of it wakes whoever hears it. */
  readonly types: readonly string[];
  readonly heard: boolean;
  readonly reaction: Reaction | undefined;
}

/** A day on which much of what was told would be overdue shows what the day itself does not yet. */
const someDay = (draw: Draws, today: CalendarDate): CalendarDate =>
  addDays(today, draw.of([0, 0, 40, 100, 400]));

/** Where a reaction changed from before a breath to after it, on one and the same day. */
function* changesIn(seed: number): Generator<Change> {
  const draw = new Draws(seed);
  const compare = function* (
    { name, hears }: AnyWorkflow,
    types: readonly string[],
    before: Reaction | undefined,
    reaction: Reaction | undefined,
  ): Generator<Change> {
    if (JSON.stringify(before) !== JSON.stringify(reaction))
      yield {
        workflow: name,
        types,
        heard: types.some((type) => (hears as readonly string[]).includes(type)),
        reaction,
      };
  };

  let now = trajectoryReadable.initial;
  for (const { today, events } of someTrajectory(draw, 40)) {
    const after = events.reduce(trajectoryReadable.evolve, now);
    const types = events.map(({ type }) => type);
    for (const workflow of workflows) {
      if (workflow.about !== 'trajectory') continue;
      const day = someDay(draw, today);
      yield* compare(
        workflow,
        types,
        ofTrajectoryOn(workflow, now, day),
        ofTrajectoryOn(workflow, after, day),
      );
    }
    now = after;
  }

  let before = sabCaseReadable.initial;
  for (const { today, events } of someCase(draw, 25)) {
    const after = events.reduce(sabCaseReadable.evolve, before);
    const types = events.map(({ type }) => type);
    for (const workflow of workflows) {
      if (workflow.about !== 'sabCase') continue;
      const day = someDay(draw, today);
      yield* compare(workflow, types, ofCaseOn(workflow, before, day), ofCaseOn(workflow, after, day));
    }
    before = after;
  }
}

const histories = 140;
const changes = (): readonly Change[] =>
  Array.from({ length: histories }, (_, index) => [...changesIn(20_261_001 + index * 7_919)]).flat();

/** The commands by the name that a path gives them. */
const commands: ReadonlySet<string> = new Set(
  [...Object.keys(ofTrajectory), ...Object.keys(ofCase)].map((name) =>
    name.replaceAll(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase(),
  ),
);

describe('whatever a reaction may change by is heard', () => {
  const found = changes();

  it('in any history', () => {
    const missed = found.filter(({ heard }) => !heard);
    expect([...new Set(missed.map(({ workflow, types }) => `${workflow}: ${types.join(' + ')}`))]).toEqual(
      [],
    );
  });

  it('in histories in which every workflow has something to say', () => {
    const silent = workflows.filter(
      ({ name }) =>
        !found.some(
          ({ workflow, reaction }) =>
            workflow === name && (reaction?.terms.length ?? 0) + (reaction?.findings.length ?? 0) > 0,
        ),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('and what is asked can be done: a command ends it', () => {
    const asked = new Set(found.flatMap(({ reaction }) => reaction?.terms.map(({ does }) => does) ?? []));
    // Erasing is a matter of the operator and of keys, and no command of a dossier.
    expect([...asked].filter((does) => !commands.has(does))).toEqual(['erase-data']);
  });

  it('is shown to bite: of each workflow a type that it forgets is missed', () => {
    const caught = workflows.map((workflow) => {
      const needed = found
        .filter(({ workflow: name, types }) => name === workflow.name && types.length === 1)
        .map(({ types: [type] }) => type);
      const [forgotten] = needed;
      const hears = (workflow.hears as readonly string[]).filter((type) => type !== forgotten);
      return (
        forgotten !== undefined &&
        found.some(
          ({ workflow: name, types }) =>
            name === workflow.name && !types.some((type) => hears.includes(type)),
        )
      );
    });
    expect(caught).toEqual(workflows.map(() => true));
  });

  it('and nearly all that is heard is seen to matter, beside what every rule of a coach or a case hears', () => {
    const everywhere = new Set<string>([...changesOfGuidance, ...changesOfCase]);
    const own = workflows.flatMap(({ name, hears }) =>
      (hears as readonly string[])
        .filter((type) => !everywhere.has(type) || type === 'Corrected')
        .map((type) => ({ name, type })),
    );
    const seen = own.filter(({ name, type }) =>
      found.some(({ workflow, types }) => workflow === name && types.includes(type)),
    );
    expect(seen.length / own.length).toBeGreaterThan(0.9);
  });
});
