import { beforeAll, describe, expect, it } from '@jest/globals';
import { calendarOf } from '../../src/domain/institution/calendar.ts';
import { institution } from '../../src/domain/institution/state.ts';
import { leermeterVersion } from '../../src/domain/institution/leermeter.ts';
import type { InstitutionEvent } from '../../src/domain/institution/events.ts';
import { signalRules, type TrajectoryData } from '../../src/domain/trajectory/events.ts';
import { addDays } from '../../src/kernel/calendar-date.ts';
import { amsterdamDate } from '../../src/kernel/instant.ts';
import type { Recorded, Told } from '../../src/kernel/message.ts';
import { eventsOf, type MadeSchool, makeSchool, planOf } from './made-school.ts';

const plan = planOf(400, 2, 'guidance', '2026-11-22');

describe('guidance in a simulated school', () => {
  let school: MadeSchool;
  let events: readonly Recorded[];
  beforeAll(async () => {
    school = await makeSchool(plan);
    events = await eventsOf(school.store);
  }, 60_000);

  const of = <Type extends keyof TrajectoryData>(
    type: Type,
  ): readonly (Recorded & { readonly data: TrajectoryData[Type] })[] =>
    events.filter((event) => event.type === type) as never;
  const years = ['2024-10-02', '2025-10-02', '2026-10-02'] as const;
  const aYear = (type: keyof TrajectoryData): number =>
    of(type).filter(({ meta: { recordedAt } }) => recordedAt >= years[0] && recordedAt < years[2]).length /
    (2 * plan.students);

  it('is as much as a coach can do', () => {
    for (const [type, least, most] of [
      ['ConversationHeld', 5, 9],
      ['LeermeterRated', 2, 5],
      ['PortfolioItemAdded', 3, 8],
      ['GoalAgreed', 0.8, 2],
      ['BpvStarted', 0.25, 0.8],
      ['AbsenceReportRecorded', 0.04, 0.2],
      ['ConcernRaised', 0.01, 0.1],
      ['SignalRaised', 0.1, 0.6],
    ] as const) {
      expect([type, aYear(type) > least, aYear(type) < most]).toEqual([type, true, true]);
    }
    const leermeter = of('ConversationHeld').filter(({ data }) => data.kind === 'leermeter');
    expect(leermeter.length / of('ConversationHeld').length).toBeGreaterThan(0.2);
  });

  it('rates by the Leermeter that ships and by the school’s own, and by people from outside who were asked', () => {
    const state = events
      .filter(({ stream }) => stream === 'institution')
      .reduce(
        (now, { id, type, data, meta }) =>
          institution.evolve(now, { id, type, data, commandId: meta.commandId } as Told<InstitutionEvent>),
        institution.initial,
      );
    const ratings = of('LeermeterRated');
    expect(new Set(ratings.map(({ data }) => data.leermeter))).toEqual(new Set([0, 1]));
    for (const { data } of ratings) {
      const codes = leermeterVersion(state, data.leermeter)?.competences.map(({ code }) => code);
      expect(data.scores.map(({ competence }) => competence)).toEqual(codes);
    }
    const invited = ratings.filter(({ data }) => data.invitation !== undefined);
    expect(invited.length).toBeGreaterThan(0);
    expect(
      invited.every(({ meta, data }) => meta.actor.role === 'rater' && meta.actor.id === data.invitation),
    ).toBe(true);
    expect(invited.length).toBeLessThan(of('RaterInvited').length);
  });

  it('shows growth: who is here for long is rated higher than at first', () => {
    const ofCoach = Map.groupBy(
      of('LeermeterRated').filter(({ data }) => data.rater === 'coach' && data.leermeter === 1),
      ({ stream }) => stream,
    );
    const mean = (rating: Recorded & { readonly data: TrajectoryData['LeermeterRated'] }): number =>
      rating.data.scores.reduce((sum, { score }) => sum + score, 0) / rating.data.scores.length;
    const grown = [...ofCoach.values()].flatMap((ratings) => {
      const [first, last] = [ratings[0], ratings.at(-1)];
      return first && last && first !== last ? [mean(last) - mean(first)] : [];
    });
    expect(grown.length).toBeGreaterThan(100);
    expect(grown.reduce((sum, each) => sum + each, 0) / grown.length).toBeGreaterThan(0.2);
  });

  it('has groups of newcomers that talk together', () => {
    const sessions = Map.groupBy(
      of('ConversationHeld').filter(({ data }) => data.session !== undefined),
      ({ data }) => data.session,
    );
    expect(Math.max(...[...sessions.values()].map(({ length }) => length))).toBeGreaterThan(2);
  });

  it('raises every signal, each because of events of this student that had been recorded by then', () => {
    const byId = new Map(events.map((event) => [event.id, event]));
    const fires = {
      absence16Hours: ['AbsenceReportRecorded'],
      noConversation: ['ConversationHeld'],
      lwpsOverdue: ['StartProgrammeStarted'],
      bsaWarning: ['BsaWarningRecorded'],
      secondSwitchRequest: ['SwitchRequested', 'SwitchRequested'],
      landingNotWell: ['LandingConfirmed', 'Switched'],
    } as const;
    const signals = of('SignalRaised');
    expect(new Set(signals.map(({ data }) => data.rule))).toEqual(new Set(signalRules));
    for (const signal of signals) {
      const because = signal.data.events.map((id) => byId.get(id));
      for (const event of because) {
        expect(event?.stream).toBe(signal.stream);
        expect((event?.position ?? signal.position) < signal.position).toBe(true);
        expect(fires[signal.data.rule]).toContain(event?.type);
      }
      expect(signal.meta).toMatchObject({ actor: { role: 'system' }, source: 'workflow' });
    }
  });

  it('raises them for what is so: nobody talked, two LWPs are missing, sixteen hours, no good landing', () => {
    const byId = new Map(events.map((event) => [event.id, event]));
    const streams = Map.groupBy(events, ({ stream }) => stream);
    for (const { stream, revision, data, meta } of of('SignalRaised')) {
      const before = (streams.get(stream) ?? []).slice(0, revision);
      const [because] = data.events.flatMap((id) => byId.get(id) ?? []);
      if (!because) throw new Error('a signal without an event');
      const since = before.filter((event) => event.position > because.position).map(({ type }) => type);
      const said = because.data as Record<string, unknown>;
      switch (data.rule) {
        case 'noConversation':
          expect(since).not.toContain('ConversationHeld');
          expect(addDays(amsterdamDate(because.meta.recordedAt), 27) < amsterdamDate(meta.recordedAt)).toBe(
            true,
          );
          break;
        case 'lwpsOverdue':
          expect(since.filter((type) => type === 'LwpHandedIn').length).toBeLessThanOrEqual(2);
          break;
        case 'absence16Hours':
          expect(said['hours']).toBeGreaterThanOrEqual(16);
          break;
        case 'landingNotWell':
          if (because.type === 'LandingConfirmed') expect(said['wellReceived']).toBe(false);
          else expect(since).not.toContain('LandingConfirmed');
          break;
        default:
          break;
      }
    }
  });

  it('advises every first-year who stays, and the negative ones after a warning', () => {
    const streams = Map.groupBy(events, ({ stream }) => stream);
    const negative = of('BsaRecorded').filter(({ data }) => data.advice === 'negative');
    expect(negative.length).toBeGreaterThan(0);
    for (const { stream, revision } of negative)
      expect(
        (streams.get(stream) ?? []).slice(0, revision).some(({ type }) => type === 'BsaWarningRecorded'),
      ).toBe(true);
    expect(of('BsaRecorded').length).toBeGreaterThan(10 * negative.length);
  });

  it('happens on school days', () => {
    const calendar = calendarOf(
      events
        .filter(({ stream }) => stream === 'institution')
        .reduce(
          (now, { id, type, data, meta }) =>
            institution.evolve(now, { id, type, data, commandId: meta.commandId } as Told<InstitutionEvent>),
          institution.initial,
        ),
    );
    const days = new Set(
      events
        .filter(({ type }) =>
          [
            'LeermeterRated',
            'PortfolioItemAdded',
            'GoalAgreed',
            'BpvStarted',
            'BpvEnded',
            'SignalRaised',
            'CaseOpened',
          ].includes(type),
        )
        .map(({ meta: { recordedAt } }) => amsterdamDate(recordedAt)),
    );
    expect([...days].filter((on) => !calendar.isSchoolDay(on))).toEqual([]);
  });
});
