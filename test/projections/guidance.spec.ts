import { describe, expect, it } from '@jest/globals';
import { institution } from '../../src/domain/institution/state.ts';
import { leermeterVersion } from '../../src/domain/institution/leermeter.ts';
import type { Programme } from '../../src/domain/institution/ids.ts';
import type { CaseId } from '../../src/domain/sab-case/ids.ts';
import type {
  BpvId,
  GoalId,
  InvitationId,
  PortfolioItemId,
  SessionId,
} from '../../src/domain/trajectory/ids.ts';
import type { TrajectoryData } from '../../src/domain/trajectory/events.ts';
import type { Uuid } from '../../src/kernel/message.ts';
import { dossier } from '../../projections/dossiers.ts';
import { caseloadOf } from '../../projections/guidance/caseload.ts';
import { continuityOf } from '../../projections/guidance/continuity.ts';
import { growthOf } from '../../projections/guidance/growth.ts';
import { guidedIn } from '../../projections/guidance/guided-years.ts';
import { ratingsOf } from '../../projections/guidance/leermeters.ts';
import { type LobAsked, lobOf } from '../../projections/guidance/lob.ts';
import { portfolioOf } from '../../projections/guidance/portfolios.ts';
import {
  day,
  double,
  fatima,
  first,
  id,
  joost,
  metaal,
  samira,
  techniek,
  toldSchool,
  verpleging,
  zorg,
} from './told-school.ts';

const theCase = id('ca5e') as CaseId;
const secondCase = id('ca5f') as CaseId;
const goal = id('60a1') as GoalId;
const bpv = id('b9') as BpvId;
const invitation = id('17') as InvitationId;
const session = id('5e') as SessionId;
const item = (last: string): PortfolioItemId => id(last) as PortfolioItemId;

const guided = async () => {
  const { on, read } = await toldSchool();
  /** Recorded on the day that it is about. */
  const tell = <Type extends keyof TrajectoryData>(
    type: Type,
    data: TrajectoryData[Type],
    who = samira,
  ): Promise<Uuid> => on((data as unknown as { readonly on: string }).on, type, data, { who });
  const placed = async (who = samira, coach = joost, programme: Programme = metaal): Promise<void> => {
    await tell('PlacedProvisionally', { on: day('2025-08-25'), programme }, who);
    await tell('CoachAssigned', { on: day('2025-08-25'), coach }, who);
  };
  const talk = (
    on: string,
    kind: TrajectoryData['ConversationHeld']['kind'],
    more: Partial<TrajectoryData['ConversationHeld']> = {},
    who = samira,
  ): Promise<Uuid> =>
    tell('ConversationHeld', { on: day(on), kind, faceToFace: true, present: [], ...more }, who);
  const rate = (
    on: string,
    rater: TrajectoryData['LeermeterRated']['rater'],
    score: number,
    who = samira,
  ): Promise<Uuid> =>
    tell(
      'LeermeterRated',
      { on: day(on), rater, leermeter: 0, scores: [{ competence: 'motieven', score }], remarks: 'groeit' },
      who,
    );
  const years = (year: number) => read('guided-years', (rows) => guidedIn(rows, year));
  return {
    on,
    tell,
    placed,
    talk,
    rate,
    dossier: () => read('dossiers', (rows) => dossier(rows, samira)),
    ratings: (who = samira) => read('leermeters', (rows) => ratingsOf(rows, who)),
    portfolio: () => read('portfolios', (rows) => portfolioOf(rows, samira)),
    years,
    /** On a Monday; without a conversation since four weeks in the start programme, ten later. */
    caseload: (on: string, more: Partial<Parameters<typeof caseloadOf>[1]> = {}) =>
      caseloadOf(years(Number(on.slice(0, 4)) - (on.slice(5) < '08' ? 1 : 0)), {
        on: day(on),
        silence: { startProgramme: day('2025-10-01'), later: day('2025-09-01') },
        ...more,
      }),
    continuity: (year: number) =>
      continuityOf(years(year), { from: day(`${year}-08-01`), until: day(`${year + 1}-07-31`) }),
    lob: (more: Partial<LobAsked> = {}) =>
      lobOf(years(2025), { from: day('2025-08-01'), until: day('2026-07-31'), by: 'landschap', ...more }),
  };
};
type Guided = Awaited<ReturnType<typeof guided>>;

/** To zorg and Fatima from 6 October on, accepted on 26 September. */
const switched = async ({ tell, talk }: Guided): Promise<void> => {
  await talk('2025-09-18', 'switch');
  await tell('SwitchRequested', {
    on: day('2025-09-22'),
    switch: first,
    to: verpleging,
    initiative: 'student',
    motiveGiven: true,
  });
  await tell('PlaceOffered', {
    on: day('2025-09-23'),
    switch: first,
    from: day('2025-10-06'),
    coach: fatima,
  });
  const breath = {
    on: day('2025-10-06'),
    switch: first,
    from: metaal,
    to: verpleging,
    dimensions: ['landschap'],
    acceptedOn: day('2025-09-26'),
  } as const;
  await tell('Switched', breath);
  await tell('ResponsibilityMoved', { on: day('2025-10-06'), from: joost, to: fatima, because: 'switch' });
};

describe('the dossier of somebody who is guided', () => {
  it('counts conversations per kind and portfolio per area, and shows what is open', async () => {
    const at = await guided();
    await at.placed();
    await at.talk('2025-09-10', 'career');
    await at.talk('2025-09-24', 'leermeter');
    await at.talk('2025-09-17', 'leermeter');
    await at.tell('PortfolioItemAdded', {
      on: day('2025-09-20'),
      item: item('d1'),
      area: 'leren',
      kind: 'reflection',
      title: 'wat ik leerde',
    });
    await at.tell('GoalAgreed', { on: day('2025-09-24'), goal, what: 'op tijd', by: day('2025-12-01') });
    await at.tell('BpvStarted', { on: day('2025-10-01'), bpv, company: 'Bakker', international: false });
    await at.tell('RaterInvited', {
      on: day('2025-10-02'),
      invitation,
      rater: 'praktijkopleider',
      expiresOn: day('2025-10-16'),
    });
    await at.tell('FinalPhaseEntered', { on: day('2025-10-03') });
    expect(at.dossier()).toMatchObject({
      lastConversation: { on: '2025-09-24', kind: 'leermeter' },
      conversations: [
        { kind: 'career', count: 1, lastOn: '2025-09-10' },
        { kind: 'leermeter', count: 2, lastOn: '2025-09-24' },
      ],
      portfolio: [{ area: 'leren', products: 0, reflections: 1 }],
      openGoals: [{ goal, by: '2025-12-01' }],
      runningBpvs: [{ bpv, international: false }],
      openInvitations: [{ invitation, rater: 'praktijkopleider', expiresOn: '2025-10-16' }],
      finalPhaseOn: '2025-10-03',
    });
    expect(JSON.stringify(at.dossier())).not.toMatch(/Bakker|op tijd|wat ik leerde/);

    await at.tell('GoalReached', { on: day('2025-11-01'), goal });
    await at.tell('BpvEnded', { on: day('2025-11-01'), bpv });
    await at.tell('LeermeterRated', {
      on: day('2025-10-10'),
      rater: 'praktijkopleider',
      leermeter: 0,
      scores: [{ competence: 'werk', score: 3 }],
      invitation,
    });
    expect(at.dossier()).toMatchObject({ openGoals: [], runningBpvs: [], openInvitations: [] });
  });

  it('shows how far the second line is, and never what it is about', async () => {
    const at = await guided();
    await at.placed();
    expect(at.dossier()?.sab).toEqual({ earlier: 0 });
    await at.tell('ReferredToSab', { on: day('2025-10-01'), case: theCase, urgent: true });
    expect(at.dossier()?.sab).toEqual({
      open: { case: theCase, stage: 'referred', since: '2025-10-01' },
      earlier: 0,
    });
    await at.tell('SabReferralAccepted', { on: day('2025-10-02'), case: theCase });
    await at.tell('SabPlanAgreed', { on: day('2025-10-12'), case: theCase });
    expect(at.dossier()?.sab.open).toMatchObject({ stage: 'planAgreed', since: '2025-10-12' });
    await at.tell('SabCaseClosed', { on: day('2025-11-12'), case: theCase });
    await at.tell('ReferredToSab', { on: day('2025-12-01'), case: secondCase, urgent: false });
    expect(at.dossier()?.sab).toEqual({
      open: { case: secondCase, stage: 'referred', since: '2025-12-01' },
      earlier: 1,
    });
    await at.tell('SabReferralReturned', { on: day('2025-12-02'), case: secondCase });
    expect(at.dossier()?.sab).toEqual({ earlier: 2 });
  });

  it('shows the sessions of each training, and the last warning and advice', async () => {
    const at = await guided();
    await at.placed();
    await at.tell('TrainingEnrolled', { on: day('2025-10-01'), training: 'workskills', group: 'ws-1' });
    for (const [on, attendance] of [
      ['2025-10-02', 'present'],
      ['2025-10-09', 'absent'],
      ['2025-10-16', 'present'],
    ] as const)
      await at.tell('TrainingAttendanceRecorded', {
        on: day(on),
        training: 'workskills',
        session: id(on.slice(-2)) as SessionId,
        attendance,
      });
    await at.tell('TrainingLeft', { on: day('2025-10-20'), training: 'workskills', reason: 'werk' });
    await at.tell('TrainingEnrolled', { on: day('2025-11-01'), training: 'workskills' });
    await at.tell('BsaWarningRecorded', { on: day('2025-12-01') });
    const advice = await at.tell('BsaRecorded', { on: day('2026-06-01'), advice: 'negative' });
    expect(at.dossier()).toMatchObject({
      trainings: [
        {
          training: 'workskills',
          group: 'ws-1',
          sessions: { present: 2, excused: 0, absent: 1 },
          leftOn: '2025-10-20',
        },
        { training: 'workskills', on: '2025-11-01', sessions: { present: 0, excused: 0, absent: 0 } },
      ],
      bsa: { warnedOn: '2025-12-01', advised: { on: '2026-06-01', advice: 'negative' } },
    });
    await at.on('2026-06-02', 'Corrected', { event: advice, never: true, why: 'een ander' });
    expect(at.dossier()?.bsa).toEqual({ warnedOn: '2025-12-01' });
  });
});

const shipped = (version: number) => leermeterVersion(institution.initial, version);

describe('growth by the Leermeter', () => {
  it('is every score per competence, what each rater said last, and the change since he began', async () => {
    const at = await guided();
    await at.placed();
    await at.rate('2025-09-15', 'student', 2);
    await at.rate('2025-12-15', 'coach', 3);
    await at.rate('2026-03-15', 'student', 4);
    expect(growthOf(at.ratings(), shipped)).toEqual([
      {
        competence: 'motieven',
        name: 'Motievenreflectie: wat wil ik',
        scores: [
          { on: '2025-09-15', rater: 'student', leermeter: 0, score: 2 },
          { on: '2025-12-15', rater: 'coach', leermeter: 0, score: 3 },
          { on: '2026-03-15', rater: 'student', leermeter: 0, score: 4 },
        ],
        latest: [
          { on: '2026-03-15', rater: 'student', leermeter: 0, score: 4, change: 2 },
          { on: '2025-12-15', rater: 'coach', leermeter: 0, score: 3 },
        ],
      },
    ]);
    expect(JSON.stringify(at.ratings())).not.toContain('groeit');
  });

  it('compares no scores of different scales', async () => {
    const at = await guided();
    await at.placed();
    await at.rate('2025-09-15', 'student', 2);
    const other = await at.rate('2026-03-15', 'student', 8);
    await at.on('2026-03-16', 'Corrected', { event: other, values: { leermeter: 1 }, why: 'nieuwe versie' });
    const ofTen = { version: 1, name: 'Tien', least: 1, most: 10, competences: [] };
    expect(growthOf(at.ratings(), (version) => (version === 1 ? ofTen : shipped(version)))).toMatchObject([
      { competence: 'motieven', name: 'motieven', latest: [{ score: 8 }] },
    ]);
    expect(
      growthOf(at.ratings(), (version) => (version === 1 ? ofTen : shipped(version)))[0]?.latest[0],
    ).not.toHaveProperty('change');
  });

  it('forgets a rating that never was, and takes over those of a merged duplicate until that never was', async () => {
    const at = await guided();
    await at.placed();
    const wrong = await at.rate('2025-09-15', 'student', 2);
    await at.on('2025-09-16', 'Corrected', { event: wrong, never: true, why: 'een ander' });
    expect(at.ratings()).toEqual([]);
    await at.rate('2025-09-20', 'student', 3, double);
    const merged = await at.tell('TrajectoryMerged', { on: day('2025-09-21'), into: samira }, double);
    expect(at.ratings()).toMatchObject([{ rater: 'student', from: double }]);
    expect(at.ratings(double)).toEqual([]);
    await at.on('2025-09-22', 'Corrected', { event: merged, never: true, why: 'toch niet' }, { who: double });
    expect(at.ratings()).toEqual([]);
    expect(at.ratings(double)).toHaveLength(1);
  });
});

describe('the portfolio', () => {
  it('is what was added, by the day, without what it says', async () => {
    const at = await guided();
    await at.placed();
    for (const [on, last] of [
      ['2025-10-02', 'd2'],
      ['2025-10-01', 'd1'],
    ] as const)
      await at.on('2025-10-03', 'PortfolioItemAdded', {
        on: day(on),
        item: item(last),
        area: 'dialoog',
        kind: 'product',
        title: 'affiche',
        link: 'https://example.org/affiche',
      });
    expect(at.portfolio().map(({ on, item: which }) => [on, which])).toEqual([
      ['2025-10-01', item('d1')],
      ['2025-10-02', item('d2')],
    ]);
    expect(JSON.stringify(at.portfolio())).not.toContain('affiche');
  });
});

describe('who is responsible for whom', () => {
  it('is the old coach until the place holds, whatever was accepted before', async () => {
    const at = await guided();
    await at.placed();
    await at.placed(double, fatima, verpleging);
    await switched(at);
    const loads = (on: string) =>
      at.caseload(on).coaches.map(({ coach, students, switchesAsked }) => [coach, students, switchesAsked]);
    expect(loads('2025-08-24')).toEqual([]);
    expect(loads('2025-09-24')).toEqual([
      [joost, 1, 0],
      [fatima, 1, 1],
    ]);
    expect(loads('2025-10-05')).toEqual([
      [joost, 1, 0],
      [fatima, 1, 0],
    ]);
    expect(loads('2025-10-06')).toEqual([[fatima, 2, 0]]);
    expect(at.caseload('2025-10-05', { landschap: techniek }).students).toBe(1);
    expect(at.caseload('2025-10-06', { landschap: techniek }).students).toBe(0);
    expect(at.caseload('2025-09-24', { coach: joost }).coaches).toHaveLength(1);
  });

  it('goes on in the years after, in which nothing need have been recorded', async () => {
    const at = await guided();
    await at.placed();
    expect(at.caseload('2028-03-06').coaches).toMatchObject([{ coach: joost, students: 1 }]);
    await at.tell('Left', {
      on: day('2028-03-06'),
      reason: '05',
      destination: { kind: 'unknown', confirmed: false },
    });
    expect(at.caseload('2028-03-06').students).toBe(1);
    expect(at.caseload('2028-03-07').students).toBe(0);
    expect(at.caseload('2027-03-06').students).toBe(1);
  });

  it('shows what waits: handovers of his students, and those he is asked for', async () => {
    const at = await guided();
    await at.placed();
    await at.tell('ResponsibilityOffered', { on: day('2025-11-03'), to: fatima });
    expect(at.caseload('2025-11-03').coaches).toMatchObject([
      { coach: joost, students: 1, handoversOffered: 1, handoversAsked: 0 },
      { coach: fatima, students: 0, handoversOffered: 0, handoversAsked: 1 },
    ]);
    await at.tell('ResponsibilityDeclined', { on: day('2025-11-05'), by: fatima, reason: 'vol' });
    expect(at.caseload('2025-11-05').coaches).toMatchObject([{ coach: joost, handoversOffered: 0 }]);
  });

  it('names whoever nobody talked with for too long, sooner inside the start programme', async () => {
    const at = await guided();
    await at.placed();
    const silent = (on: string) => at.caseload(on).coaches.flatMap((each) => each.silent);
    expect(silent('2025-11-10')).toEqual([samira]);
    await at.talk('2025-09-15', 'career');
    expect(silent('2025-11-10')).toEqual([]);
    await at.tell('StartProgrammeStarted', {
      on: day('2025-09-01'),
      endsOn: day('2025-11-16'),
      variant: 'tien',
      variantVersion: 1,
      weeks: 'school',
    });
    expect(at.caseload('2025-11-10').coaches).toMatchObject([{ inStartProgramme: 1, silent: [samira] }]);
    await at.tell('StartProgrammeCompleted', { on: day('2025-11-10'), choice: 'stay', reasons: 'bevalt' });
    expect(at.caseload('2025-11-10').coaches).toMatchObject([{ inStartProgramme: 0, silent: [] }]);
  });

  it('finds whoever is placed and has nobody: it is looked for, not assumed', async () => {
    const at = await guided();
    await at.placed();
    await at.tell('PlacedProvisionally', { on: day('2025-08-25'), programme: metaal }, double);
    expect(at.caseload('2025-09-01')).toMatchObject({ students: 2, withoutCoach: [double] });
    expect(at.caseload('2025-09-01', { landschap: zorg }).withoutCoach).toEqual([]);
  });

  it('never comes to what lay ahead when the placement was cancelled', async () => {
    const at = await guided();
    await at.placed();
    await at.on('2025-07-01', 'PlacementCancelled', { on: day('2025-07-01') });
    await at.on('2025-07-02', 'PlacedProvisionally', { on: day('2025-08-20'), programme: verpleging });
    await at.on('2025-07-02', 'CoachAssigned', { on: day('2025-08-20'), coach: fatima });
    expect(at.caseload('2025-09-01').coaches).toMatchObject([{ coach: fatima, students: 1 }]);
  });
});

describe('continuity', () => {
  it('is the number of coaches since the placement, and how and how soon they changed', async () => {
    const at = await guided();
    await at.placed();
    await at.placed(double, fatima, verpleging);
    await at.tell('ResponsibilityOffered', { on: day('2025-11-03'), to: fatima });
    await at.tell('ResponsibilityMoved', {
      on: day('2025-11-07'),
      from: joost,
      to: fatima,
      because: 'handover',
    });
    expect(at.continuity(2025)).toEqual({
      students: 2,
      coaches: [
        { coaches: 1, students: 1 },
        { coaches: 2, students: 1 },
      ],
      sameCoach: 1,
      shareSameCoach: 0.5,
      moved: [
        { because: 'handover', count: 1, students: 1, days: { known: 1, median: 4, longest: 4 } },
        { because: 'switch', count: 0, students: 0, days: { known: 0, median: null, longest: null } },
      ],
    });
    expect(at.continuity(2026)).toMatchObject({
      students: 2,
      sameCoach: 1,
      moved: [{ count: 0 }, { count: 0 }],
    });
    expect(at.continuity(2024).shareSameCoach).toBeNull();
  });
});

describe('LOB in practice', () => {
  it('counts each thing where and under whom it happened, and each student once in the whole', async () => {
    const at = await guided();
    await at.placed();
    await at.placed(double, fatima, verpleging);
    await switched(at);
    await at.talk('2025-10-20', 'leermeter', { faceToFace: false, session });
    await at.talk('2025-10-20', 'leermeter', { session }, double);
    await at.rate('2025-10-21', 'coach', 3);
    const { groups, whole } = at.lob();
    expect(groups.map(({ of, students }) => [of, students])).toEqual([
      [techniek, 1],
      [zorg, 2],
    ]);
    expect(whole).toMatchObject({
      students: 2,
      withoutConversation: 0,
      leermeterPerStudent: 1,
      sessions: { count: 1, attendances: 2, students: 2 },
    });
    const inZorg = groups[1];
    expect(inZorg?.conversations.find(({ kind }) => kind === 'leermeter')).toEqual({
      kind: 'leermeter',
      count: 2,
      students: 2,
      faceToFace: 1,
      inGroup: 2,
    });
    expect(inZorg?.conversations.find(({ kind }) => kind === 'switch')?.count).toBe(0);
    expect(inZorg?.ratings.find(({ rater }) => rater === 'coach')).toMatchObject({ count: 1, students: 1 });
    expect(at.lob({ by: 'coach', coach: joost }).groups).toMatchObject([{ of: joost, students: 1 }]);
    expect(at.lob({ landschap: zorg }).whole.students).toBe(2);
  });

  it('finds students with whom nobody talked, and what they chose', async () => {
    const at = await guided();
    await at.placed();
    await at.placed(double, fatima, verpleging);
    await at.tell('StartProgrammeStarted', {
      on: day('2025-09-01'),
      endsOn: day('2025-11-16'),
      variant: 'tien',
      variantVersion: 1,
      weeks: 'school',
    });
    await at.tell('StartProgrammeCompleted', { on: day('2025-11-10'), choice: 'stay', reasons: 'bevalt' });
    const { whole } = at.lob();
    expect(whole.withoutConversation).toBe(2);
    expect(whole.choices).toEqual([
      { choice: 'stay', count: 1, students: 1 },
      { choice: 'switch', count: 0, students: 0 },
      { choice: 'stop', count: 0, students: 0 },
    ]);
  });

  it('is of the school year: the next one begins at nothing', async () => {
    const at = await guided();
    await at.placed();
    await at.talk('2026-07-31', 'career');
    const next = lobOf(at.years(2026), {
      from: day('2026-08-01'),
      until: day('2027-07-31'),
      by: 'landschap',
    });
    expect(next.whole).toMatchObject({ students: 1, withoutConversation: 1 });
  });
});
