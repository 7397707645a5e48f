import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../../src/kernel/calendar-date.ts';
import { type Role, roles } from '../../../src/kernel/message.ts';
import type { InstitutionCommand } from '../../../src/domain/institution/commands.ts';
import type { InstitutionEvent } from '../../../src/domain/institution/events.ts';
import {
  earlierLeermeters,
  leermeterOf,
  leermeterVersion,
} from '../../../src/domain/institution/leermeter.ts';
import { institution } from '../../../src/domain/institution/state.ts';
import { institutionSubject } from '../../../src/domain/institution/subject.ts';
import { events, given, refusal } from '../scenario.ts';

const when = (command: InstitutionCommand, ...before: InstitutionEvent[]) =>
  institutionSubject.decide(command, given(institution, before), undefined);
const state = (...before: InstitutionEvent[]) => given(institution, before);

const may = (type: InstitutionCommand['type']): readonly Role[] =>
  roles.filter(
    (role) =>
      institutionSubject.mayAsk(
        { id: 'x', role },
        { type } as InstitutionCommand,
        institution.initial,
        undefined,
      ) === undefined,
  );

describe('the Leermeter', () => {
  const content = {
    name: 'Onze Leermeter',
    least: 0,
    most: 10,
    competences: [
      { code: 'samen', name: 'Samenwerken' },
      { code: 'plan', name: 'Plannen' },
    ],
  };
  const define = { type: 'DefineLeermeter', ...content } as const;
  const first: InstitutionEvent = { type: 'LeermeterDefined', data: { version: 1, ...content } };
  const second: InstitutionEvent = { type: 'LeermeterDefined', data: { ...first.data, version: 2, most: 4 } };

  it('is the one that ships, version 0, until the institution defines its own', () => {
    expect(leermeterOf(state())).toMatchObject({ version: 0, least: 1, most: 5 });
    expect(leermeterOf(state()).competences).toHaveLength(5);
    expect(earlierLeermeters(state())).toEqual([]);
  });

  it('counts its versions; the last one is in use and the earlier ones stay, the one that ships among them', () => {
    expect(events(when(define))).toEqual([first]);
    expect(events(when({ ...define, most: 4 }, first))).toEqual([second]);
    const now = state(first, second);
    expect(leermeterOf(now)).toEqual(second.data);
    expect(earlierLeermeters(now).map(({ version }) => version)).toEqual([0, 1]);
    expect([0, 1, 2, 3].map((version) => leermeterVersion(now, version)?.most)).toEqual([
      5,
      10,
      4,
      undefined,
    ]);
  });

  it('has no next version with the same content, nor a first one with what ships', () => {
    expect(events(when(define, first))).toEqual([]);
    const { version: _none, ...ships } = leermeterOf(state());
    expect(events(when({ type: 'DefineLeermeter', ...ships }))).toEqual([]);
    expect(events(when({ type: 'DefineLeermeter', ...ships }, first))).toMatchObject([
      { data: { version: 2 } },
    ]);
  });

  it('rates something, each competence once, on a scale that goes up', () => {
    expect(refusal(when({ ...define, competences: [] }))).toEqual({ code: 'NoCompetences' });
    expect(
      refusal(when({ ...define, competences: [...content.competences, { code: 'samen', name: 'Weer' }] })),
    ).toEqual({ code: 'CompetenceTwice', competence: 'samen' });
    for (const most of [9, 10])
      expect(refusal(when({ ...define, least: 10, most }))).toEqual({
        code: 'InvalidScale',
        least: 10,
        most,
      });
  });

  it('says first that nothing is rated, then what is in it twice, then that the scale is wrong', () => {
    const wrong = { ...define, most: 0 };
    expect(refusal(when({ ...wrong, competences: [] })).code).toBe('NoCompetences');
    const twice = [...content.competences, ...content.competences];
    expect(refusal(when({ ...wrong, competences: twice })).code).toBe('CompetenceTwice');
  });

  it('is arranged by who leads', () => {
    expect(may('DefineLeermeter')).toEqual([
      'teamLeader',
      'programmeManager',
      'quality',
      'operator',
      'system',
      'simulator',
    ]);
  });
});

describe('a training group', () => {
  const data = {
    group: 'ws-2026-1',
    training: 'workskills',
    name: 'Workskills najaar',
    from: calendarDate('2026-09-07'),
    until: calendarDate('2026-12-18'),
  } as const;
  const define = { type: 'DefineTrainingGroup', ...data } as const;
  const defined: InstitutionEvent = { type: 'TrainingGroupDefined', data };

  it('is defined once, and defined otherwise it is so from then on', () => {
    expect(events(when(define))).toEqual([defined]);
    expect(events(when(define, defined))).toEqual([]);
    const { until: _open, ...goesOn } = define;
    const [other] = events(when(goesOn, defined));
    if (!other) throw new Error('it is defined otherwise');
    expect([...state(defined, other).trainingGroups.values()]).toEqual([other.data]);
  });

  it('ends on the day it begins or later', () => {
    const { from } = data;
    expect(events(when({ ...define, until: from }))).toHaveLength(1);
    expect(refusal(when({ ...define, until: calendarDate('2026-09-06') }))).toEqual({
      code: 'InvalidPeriod',
      from,
      until: '2026-09-06',
    });
  });

  it('keeps its training: who is enrolled was let in by the rules of that one', () => {
    const other = { ...define, training: 'leerdoor' } as const;
    expect(refusal(when(other, defined))).toEqual({
      code: 'GroupIsForAnotherTraining',
      group: 'ws-2026-1',
      training: 'workskills',
    });
    expect(refusal(when({ ...other, until: calendarDate('2026-09-06') }, defined)).code).toBe(
      'InvalidPeriod',
    );
  });

  it('is arranged by who leads and by the second line, which gives the trainings', () => {
    expect(may('DefineTrainingGroup')).toEqual([
      'adviser',
      'sabCoordinator',
      'teamLeader',
      'programmeManager',
      'quality',
      'operator',
      'system',
      'simulator',
    ]);
  });
});
