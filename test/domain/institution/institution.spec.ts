import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../../src/kernel/calendar-date.ts';
import { type Role, roles } from '../../../src/kernel/message.ts';
import type { InstitutionCommand } from '../../../src/domain/institution/commands.ts';
import { type InstitutionEvent, settingNames } from '../../../src/domain/institution/events.ts';
import type { LandschapCode, Opleidingscode } from '../../../src/domain/institution/ids.ts';
import { normsOf } from '../../../src/domain/institution/norms.ts';
import { settingDefinitions, settingOf } from '../../../src/domain/institution/settings.ts';
import { termDefaults } from '../../../src/domain/institution/terms.ts';
import { currentVariant, institution } from '../../../src/domain/institution/state.ts';
import { institutionSubject } from '../../../src/domain/institution/subject.ts';
import { shippedTables } from '../../../src/domain/institution/tables/shipped.ts';
import { events, given, refusal } from '../scenario.ts';

const day = calendarDate;
const zorg = 'zorg' as LandschapCode;
const when = (command: InstitutionCommand, ...before: InstitutionEvent[]) =>
  institutionSubject.decide(command, given(institution, before), undefined);

const variant: InstitutionEvent = {
  type: 'StartProgrammeVariantDefined',
  data: {
    variant: 'loopbaan',
    version: 1,
    name: 'Loopbaan',
    weeks: 10,
    lwps: [{ code: 'wie', name: 'Wie ben ik' }],
    emphasis: 'loopbaan',
  },
};
const { version: _one, ...content } = variant.data;
const landschap: InstitutionEvent = {
  type: 'LandschapDefined',
  data: { landschap: zorg, name: 'Zorg', meeloopdag: true, buddystage: false, variant: 'loopbaan' },
};

describe('a landschap', () => {
  const define = { type: 'DefineLandschap', ...landschap.data } as const;

  it('is defined with a variant of the start programme that exists', () => {
    expect(events(when(define, variant))).toEqual([landschap]);
    expect(refusal(when(define))).toEqual({ code: 'UnknownVariant', variant: 'loopbaan' });
  });

  it('is defined once: the same again adds nothing, something else is so from then on', () => {
    expect(events(when(define, variant, landschap))).toEqual([]);
    expect(events(when({ ...define, meeloopdag: false }, variant, landschap))).toHaveLength(1);
  });
});

describe('a variant of the start programme', () => {
  const define = { type: 'DefineStartProgrammeVariant', ...content } as const;

  it('counts its versions', () => {
    expect(events(when(define))).toEqual([variant]);
    expect(events(when({ ...define, weeks: 8 }, variant))).toMatchObject([
      { data: { version: 2, weeks: 8 } },
    ]);
  });

  it('has no next version with the same content', () => {
    expect(events(when(define, variant))).toEqual([]);
  });

  it('has each LWP once', () => {
    const twice = [...content.lwps, ...content.lwps];
    expect(refusal(when({ ...define, lwps: twice }))).toEqual({ code: 'LwpTwice', lwp: 'wie' });
  });

  it('keeps its old versions, and the last one is the one in force', () => {
    const second: InstitutionEvent = { ...variant, data: { ...variant.data, version: 2, weeks: 8 } };
    const state = given(institution, [variant, second]);
    expect(state.variants.get('loopbaan')).toHaveLength(2);
    expect(currentVariant(state, 'loopbaan')?.weeks).toBe(8);
  });
});

describe('a programme of a landschap', () => {
  const data = {
    opleidingscode: '25655' as Opleidingscode,
    landschap: zorg,
    leerwegen: ['BOL', 'BBL'] as const,
  };
  const define = { type: 'DefineProgramme', ...data } as const;
  const programme: InstitutionEvent = { type: 'ProgrammeDefined', data };

  it('is offered by a landschap that exists', () => {
    expect(events(when(define, variant, landschap))).toEqual([programme]);
    expect(refusal(when(define))).toEqual({ code: 'UnknownLandschap', landschap: 'zorg' });
  });

  it('is offered in some leerweg', () => {
    expect(refusal(when({ ...define, leerwegen: [] }, variant, landschap))).toEqual({ code: 'NoLeerweg' });
  });

  it('lies in a domein that exists, by its code', () => {
    const inDomein = (domein: string) => ({ ...define, domein: domein as Opleidingscode });
    expect(refusal(when(inDomein('25655'), variant, landschap))).toEqual({
      code: 'UnknownDomein',
      domein: '25655',
    });
    expect(events(when(inDomein('79140'), variant, landschap))).toHaveLength(1);
  });

  it('may have a code that no table knows', () => {
    const unknown = { ...define, opleidingscode: '28001' as Opleidingscode };
    expect(events(when(unknown, variant, landschap))).toHaveLength(1);
  });

  it('is defined once, and defined otherwise it is so from then on', () => {
    expect(events(when(define, variant, landschap, programme))).toEqual([]);
    const other: InstitutionEvent = { ...programme, data: { ...data, leerwegen: ['BOL'] } };
    expect(given(institution, [variant, landschap, programme, other]).programmes).toEqual([other.data]);
  });
});

describe('the institution’s own calendar', () => {
  const holiday = { name: 'zomer', from: day('2026-07-11'), until: day('2026-08-23') };
  const set = { type: 'SetCalendar', schoolYear: 2025, holidays: [holiday] } as const;

  it('is set for a school year, and may run on into the next', () => {
    expect(events(when(set))).toEqual([
      { type: 'CalendarSet', data: { schoolYear: 2025, holidays: [holiday] } },
    ]);
  });

  it('has holidays that begin in that year and end after they begin', () => {
    expect(refusal(when({ ...set, schoolYear: 2026 }))).toMatchObject({
      code: 'OutsideSchoolYear',
      holiday: 'zomer',
    });
    const backwards = { ...holiday, until: day('2026-07-10') };
    expect(refusal(when({ ...set, holidays: [backwards] }))).toMatchObject({ code: 'InvalidPeriod' });
  });

  it('is set once', () => {
    expect(
      events(when(set, { type: 'CalendarSet', data: { schoolYear: 2025, holidays: [holiday] } })),
    ).toEqual([]);
  });
});

describe('a setting', () => {
  const change = {
    type: 'ChangeSetting',
    setting: 'landingTerm',
    value: '15',
    from: day('2026-08-01'),
  } as const;
  const changed = (data: object): InstitutionEvent =>
    ({ type: 'SettingChanged', data: { setting: 'landingTerm', ...data } }) as InstitutionEvent;

  it('has the defaults of the specification', () => {
    const now = given(institution, []);
    const all = settingNames.map((name) => [name, settingOf(now, name, day('2026-10-01'))]);
    expect(Object.fromEntries(all)).toEqual({
      calendarRegion: 'noord',
      startProgrammeWeeks: 'school',
      landingTerm: 20,
      vsvAgeRule: '1aug-23',
      vsvForeignSchool: 'vsv',
      populationFundableOnly: true,
      populationExamOnly: 'in',
      digestHour: '07:30',
      ...termDefaults,
    });
  });

  it('takes only the values that it has', () => {
    for (const [setting, value] of [
      ['landingTerm', '0'],
      ['landingTerm', 'twenty'],
      ['calendarRegion', 'oost'],
      ['vsvAgeRule', '23'],
      ['populationFundableOnly', 'true'],
      ['digestHour', '7:30'],
      ['digestHour', '05:59'],
      ['digestHour', '18:00'],
    ] as const)
      expect(refusal(when({ ...change, setting, value }))).toEqual({
        code: 'InvalidSetting',
        setting,
        value,
        allowed: settingDefinitions[setting].allowed,
      });
  });

  it('is the same over the whole school where a figure over the whole school rests on it', () => {
    const ofZorg = { ...change, landschap: zorg };
    expect(refusal(when({ ...ofZorg, setting: 'vsvAgeRule', value: '1oct-23' }, variant, landschap))).toEqual(
      { code: 'NotPerLandschap', setting: 'vsvAgeRule' },
    );
    expect(events(when(ofZorg, variant, landschap))).toHaveLength(1);
    expect(refusal(when(ofZorg))).toMatchObject({ code: 'UnknownLandschap' });
  });

  it('holds from its day on, of the same day the one said last', () => {
    const now = given(institution, [
      changed({ value: '15', from: day('2026-08-01') }),
      changed({ value: '10', from: day('2025-08-01') }),
      changed({ value: '12', from: day('2025-08-01') }),
    ]);
    const on = (text: string) => settingOf(now, 'landingTerm', day(text));
    expect([on('2025-07-31'), on('2025-08-01'), on('2026-07-31'), on('2026-08-01')]).toEqual([
      20, 12, 12, 15,
    ]);
  });

  it('of a landschap goes before that of the school', () => {
    const now = given(institution, [
      changed({ value: '10', from: day('2025-08-01'), landschap: zorg }),
      changed({ value: '15', from: day('2026-08-01') }),
    ]);
    expect(settingOf(now, 'landingTerm', day('2026-10-01'), zorg)).toBe(10);
    expect(settingOf(now, 'landingTerm', day('2026-10-01'), 'techniek' as LandschapCode)).toBe(15);
  });

  it('is changed once', () => {
    const before = changed({ value: '15', from: day('2026-08-01') });
    expect(events(when(change, before))).toEqual([]);
    const between = changed({ value: '16', from: day('2026-08-01') });
    expect(events(when(change, before, between))).toHaveLength(1);
  });
});

describe('a table', () => {
  const [catalogue] = shippedTables();
  if (!catalogue) throw new Error('tables ship');
  const adopt = { type: 'AdoptTable', ...catalogue } as const;

  it('is adopted once', () => {
    const [adopted] = events(when(adopt));
    expect(adopted).toEqual({ type: 'TableAdopted', data: catalogue });
    expect(adopted && events(when(adopt, adopted))).toEqual([]);
  });

  it('is one that ships, with the hash of its rows', () => {
    const unknown = { code: 'UnknownTable', table: 'catalogue' };
    expect(refusal(when({ ...adopt, version: '1999.1' }))).toMatchObject(unknown);
    expect(refusal(when({ ...adopt, hash: '0'.repeat(64) }))).toMatchObject(unknown);
  });
});

describe('who arranges the institution', () => {
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

  it('is its leaders and the operator; tables are adopted by the system alone', () => {
    expect(may('DefineLandschap')).toEqual([
      'teamLeader',
      'programmeManager',
      'quality',
      'operator',
      'system',
      'simulator',
    ]);
    expect(may('AdoptTable')).toEqual(['system']);
  });
});

describe('norms', () => {
  it('are those of a niveau in a count year, where one is published', () => {
    const { shippedVsv } = normsOf(given(institution, []));
    expect(shippedVsv(2016, 1)).toBe(23.5);
    expect(shippedVsv(2019, 2)).toBe(8.45);
    expect(shippedVsv(2024, 4)).toBe(3);
    expect(shippedVsv(2025, 4)).toBeUndefined();
  });

  it('come with the reasons of leaving; 8 is the register’s own mark of an internal switch', () => {
    const { leavingReasons } = normsOf(given(institution, []));
    expect([...leavingReasons.keys()]).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(leavingReasons.get('8')).toBe('geen uitval');
  });

  it('are none for whoever reads only adopted tables, before one is adopted', () => {
    expect(normsOf(given(institution, []), 'adoptedOnly').shippedVsv(2024, 4)).toBeUndefined();
  });
});
