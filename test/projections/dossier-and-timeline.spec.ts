import { describe, expect, it } from '@jest/globals';
import type { LandschapCode } from '../../src/domain/institution/ids.ts';
import type { Uuid } from '../../src/kernel/message.ts';
import { dependants, dossier, dossierList, ofLandschap } from '../../projections/dossiers.ts';
import { intervalsOf, yearFactsOf } from '../../projections/intervals.ts';
import { switchesOfTrajectory } from '../../projections/switches.ts';
import { timeline } from '../../projections/timelines.ts';
import {
  day,
  double,
  fatima,
  first,
  joost,
  metaal,
  samira,
  scout,
  techniek,
  toldSchool,
  verpleging,
  zorg,
} from './told-school.ts';

/** What is recorded, day by day, and how the read models then stand. */
const school = async () => {
  const { on, read } = await toldSchool();
  return {
    on,
    dossier: (who = samira) => read('dossiers', (rows) => dossier(rows, who)),
    list: (by: Parameters<typeof dossierList>[1]) =>
      read('dossiers', (rows) => dossierList(rows, by)).dossiers.map(({ trajectory }) => trajectory),
    dependants: (staff: typeof joost) => read('dossiers', (rows) => dependants(rows, staff)),
    ofLandschap: (code: LandschapCode) => read('dossiers', (rows) => ofLandschap(rows, code)),
    timeline: (who = samira) => read('timelines', (rows) => timeline(rows, who)),
    intervals: (knownOn?: string) =>
      read('intervals', (rows) =>
        intervalsOf(rows, samira, knownOn === undefined ? undefined : day(knownOn)),
      ),
    years: () => read('intervals', (rows) => yearFactsOf(rows, samira)),
    switches: () => read('switches', (rows) => switchesOfTrajectory(rows, samira)),
  };
};

const applied = async ({ on }: Awaited<ReturnType<typeof school>>): Promise<void> => {
  await on('2025-03-01', 'TrajectoryOpened', { on: day('2025-03-01') });
  await on('2025-03-10', 'Applied', { on: day('2025-03-10'), landschap: techniek, wish: 'iets met metaal' });
  await on('2025-03-10', 'ScoutAssigned', { on: day('2025-03-10'), landschap: techniek, scout });
};
const placed = async (at: Awaited<ReturnType<typeof school>>): Promise<Uuid> => {
  await applied(at);
  await at.on('2025-06-01', 'PlacedProvisionally', { on: day('2025-08-25'), programme: metaal });
  await at.on('2025-06-01', 'CoachAssigned', { on: day('2025-08-25'), coach: joost });
  return at.on('2025-09-01', 'EnrolledDefinitively', { on: day('2025-09-01') });
};

describe('the dossier', () => {
  it('shows where somebody stands, and who has to do with him, at each step of the path', async () => {
    const at = await school();
    await applied(at);
    expect(at.dossier()).toMatchObject({
      stage: 'applied',
      applications: [{ landschap: techniek, scout, open: true }],
    });
    expect(at.dependants(scout)).toEqual([{ trajectory: samira, as: 'scout' }]);
    expect(at.ofLandschap(techniek)).toEqual([{ trajectory: samira, as: 'application' }]);

    await at.on('2025-06-01', 'PlacedProvisionally', { on: day('2025-08-25'), programme: metaal });
    await at.on('2025-06-01', 'CoachAssigned', { on: day('2025-08-25'), coach: joost });
    expect(at.dossier()).toMatchObject({ stage: 'placed', landschap: techniek, coach: { id: joost } });
    expect(at.dependants(scout)).toEqual([]);
    expect(at.dependants(joost)).toEqual([{ trajectory: samira, as: 'coach' }]);
    expect(at.list({ landschap: techniek, stage: 'placed', coach: joost })).toEqual([samira]);
    expect(at.list({ landschap: zorg })).toEqual([]);

    await at.on('2025-09-20', 'ConversationHeld', {
      on: day('2025-09-18'),
      kind: 'switch',
      faceToFace: true,
      present: ['coach'],
    });
    await at.on('2025-09-22', 'SwitchRequested', {
      on: day('2025-09-22'),
      switch: first,
      to: verpleging,
      initiative: 'student',
      motiveGiven: true,
    });
    await at.on('2025-09-25', 'PlaceOffered', {
      on: day('2025-09-25'),
      switch: first,
      from: day('2025-10-06'),
      coach: fatima,
    });
    expect(at.dossier()).toMatchObject({ openSwitch: first, askedCoach: fatima, coach: { id: joost } });
    expect(at.dependants(fatima)).toEqual([{ trajectory: samira, as: 'askedCoach' }]);
    expect(at.ofLandschap(zorg)).toEqual([{ trajectory: samira, as: 'switchTo' }]);

    await at.on('2025-09-26', 'Switched', {
      on: day('2025-10-06'),
      switch: first,
      from: metaal,
      to: verpleging,
      dimensions: ['crebo', 'domein', 'landschap'],
      acceptedOn: day('2025-09-26'),
    });
    await at.on('2025-09-26', 'ResponsibilityMoved', {
      on: day('2025-10-06'),
      from: joost,
      to: fatima,
      because: 'switch',
    });
    expect(at.dossier()).toMatchObject({
      landschap: zorg,
      coach: { id: fatima },
      lastConversation: { on: '2025-09-18' },
    });
    expect(at.dossier()?.openSwitch).toBeUndefined();
    expect(at.dependants(joost)).toEqual([]);
    expect(at.switches()).toMatchObject([
      {
        switch: first,
        on: '2025-10-06',
        initiative: 'student',
        conversationOn: '2025-09-18',
        offeredOn: '2025-09-25',
        moment: ['beforeDefinitive', 'after1Oct', 'firstYear'],
      },
    ]);

    await at.on('2026-02-01', 'Left', {
      on: day('2026-01-30'),
      reason: '05',
      destination: { kind: 'work', confirmed: false },
    });
    expect(at.dossier()).toMatchObject({
      stage: 'left',
      left: { on: '2026-01-30', destination: { kind: 'work' } },
      lastCoach: fatima,
    });
    expect(at.dependants(fatima)).toEqual([]);
  });

  it('stands as corrected, as it does for whoever decides', async () => {
    const at = await school();
    const enrolled = await placed(at);
    await at.on('2025-09-10', 'Corrected', {
      event: enrolled,
      values: { on: day('2025-09-03') },
      why: 'typefout',
    });
    expect(at.dossier()).toMatchObject({ stage: 'enrolled', placement: { enrolledOn: '2025-09-03' } });
    await at.on('2025-09-11', 'Corrected', { event: enrolled, never: true, why: 'toch niet' });
    expect(at.dossier()).toMatchObject({ stage: 'placed' });
    expect(
      at.intervals('2025-09-09').map((each) => [each.from, each.account === 'school' && each.definitive]),
    ).toEqual([
      ['2025-08-25', false],
      ['2025-09-01', true],
    ]);
    expect(
      at.intervals('2025-09-10').map((each) => [each.from, each.account === 'school' && each.definitive]),
    ).toEqual([
      ['2025-08-25', false],
      ['2025-09-03', true],
    ]);
    expect(at.intervals().map((each) => [each.from, each.account === 'school' && each.definitive])).toEqual([
      ['2025-08-25', false],
    ]);
  });

  it('of a duplicate points to the one that goes on, which shows both paths, until that never was', async () => {
    const at = await school();
    await placed(at);
    await at.on('2025-02-01', 'TrajectoryOpened', { on: day('2025-02-01') }, { who: double });
    const merged = await at.on(
      '2025-09-02',
      'TrajectoryMerged',
      { on: day('2025-09-02'), into: samira },
      { who: double },
    );
    expect(at.dossier(double)).toMatchObject({ stage: 'merged', mergedInto: samira });
    expect(at.dossier()).toMatchObject({ stage: 'enrolled', mergedFrom: [double] });
    expect(at.timeline()[0]).toMatchObject({ on: '2025-02-01', from: double });
    await at.on('2025-09-03', 'Corrected', { event: merged, never: true, why: 'een ander' }, { who: double });
    expect(at.dossier(double)?.stage).toBe('orientation');
    expect(at.dossier()?.mergedFrom).toEqual([]);
    expect(at.timeline().every(({ from }) => from === undefined)).toBe(true);
  });
});

describe('the timeline', () => {
  it('tells the path in the order of the days, with who said so and how late', async () => {
    const at = await school();
    await placed(at);
    await at.on('2025-09-20', 'LwpHandedIn', { on: day('2025-09-12'), lwp: 'kennismaken' });
    await at.on(
      '2025-09-21',
      'InfoshopVisited',
      { on: day('2025-03-05'), about: 'vragen', conversation: true },
      { role: 'infoshop' },
    );
    const lines = at.timeline();
    expect(lines.map(({ on, sentence }) => `${on} ${sentence}`)).toEqual([
      '2025-03-01 Eerste contact.',
      '2025-03-05 Bezoek aan de infoshop, met een gesprek.',
      '2025-03-10 Aangemeld bij techniek.',
      '2025-03-10 Een scout van techniek ontvangt de aanmelding.',
      '2025-08-25 Geplaatst in 25297 (niveau 3) BOL in techniek.',
      '2025-08-25 Een coach is verantwoordelijk.',
      '2025-09-01 Definitief ingeschreven vanaf 1 sep. 2025.',
      '2025-09-12 Leerwerkprestatie kennismaken ingeleverd.',
    ]);
    expect(lines.find(({ type }) => type === 'LwpHandedIn')).toMatchObject({ late: 8, role: 'coach' });
    expect(lines.find(({ type }) => type === 'InfoshopVisited')).toMatchObject({
      late: 200,
      role: 'infoshop',
    });
    expect(lines.find(({ type }) => type === 'PlacedProvisionally')?.late).toBe(0);
  });

  it('marks what was corrected, with what it said before, and what never was', async () => {
    const at = await school();
    const enrolled = await placed(at);
    const lwp = await at.on('2025-09-12', 'LwpHandedIn', { on: day('2025-09-12'), lwp: 'kennismaken' });
    await at.on('2025-09-13', 'Corrected', {
      event: enrolled,
      values: { on: day('2025-09-02') },
      why: 'typefout',
    });
    await at.on('2025-09-13', 'Corrected', { event: lwp, never: true, why: 'een ander' });
    const line = (event: Uuid) => at.timeline().find((each) => each.event === event);
    expect(line(enrolled)).toMatchObject({
      on: '2025-09-02',
      mark: 'corrected',
      sentence: 'Definitief ingeschreven vanaf 2 sep. 2025.',
      was: 'Definitief ingeschreven vanaf 1 sep. 2025.',
    });
    expect(line(lwp)).toMatchObject({ mark: 'never' });
  });

  it('keeps what people wrote out of every read model', async () => {
    const at = await school();
    await placed(at);
    for (const shown of [at.dossier(), at.timeline(), at.intervals(), at.switches()])
      expect(JSON.stringify(shown)).not.toContain('iets met metaal');
  });
});

describe('the facts of a year', () => {
  it('say where each account has him on the peildata that it reaches', async () => {
    const at = await school();
    await applied(at);
    await placed(at);
    expect(at.years()).toMatchObject([
      { peildatum: '2025-10-01', account: 'school', programme: metaal, definitive: true, open: true },
      { peildatum: '2026-10-01', account: 'school', programme: metaal, definitive: true, open: true },
    ]);
  });
});
