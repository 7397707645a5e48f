import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate, dateOf } from '../../../src/kernel/calendar-date.ts';
import { roles } from '../../../src/kernel/message.ts';
import type { Fold } from '../../../src/kernel/subject.ts';
import type { NumberEvent } from '../../../src/domain/number/events.ts';
import type { NumberKey } from '../../../src/domain/number/ids.ts';
import { numberReadable } from '../../../src/domain/number/state.ts';
import type { Claim, StudentCommand } from '../../../src/domain/student/commands.ts';
import type { StudentEvent } from '../../../src/domain/student/events.ts';
import { studentId } from '../../../src/domain/student/ids.ts';
import { studentReadable } from '../../../src/domain/student/state.ts';
import { birthBandOf, type StudentFacts, studentSubject } from '../../../src/domain/student/subject.ts';
import { events, given, refusal } from '../scenario.ts';

const sam = studentId('a0000000-0000-4000-8000-000000000001');
const noor = studentId('b0000000-0000-4000-8000-000000000002');
const claim = (kind: Claim['kind'], digit: string): Claim => ({
  kind,
  number: digit.repeat(64) as NumberKey,
});
const bsn = claim('bsn', 'a');

const facts: StudentFacts = { today: calendarDate('2026-10-01'), notHis: [] };
const when = (command: StudentCommand, before: StudentEvent[] = [], more: Partial<StudentFacts> = {}) =>
  studentSubject.decide(command, given(studentReadable, before), { ...facts, ...more });

const register = {
  type: 'RegisterStudent',
  name: 'Sam',
  birthDate: '2008-09-15',
  gender: 'V',
  claims: [bsn],
} as const;
const registered: StudentEvent = {
  type: 'StudentRegistered',
  data: {
    name: 'Sam',
    birthDate: '2008-09-15',
    birthBand: { year: 2008, part: 'to1Oct' },
    gender: 'V',
    numbers: [bsn],
  },
};

describe('the birth band', () => {
  it('ends on and includes 1 August and 1 October', () => {
    expect(birthBandOf('2008-08-01')).toEqual({ year: 2008, part: 'to1Aug' });
    expect(birthBandOf('2008-08-02')).toEqual({ year: 2008, part: 'to1Oct' });
    expect(birthBandOf('2008-10-01')).toEqual({ year: 2008, part: 'to1Oct' });
    expect(birthBandOf('2008-10-02')).toEqual({ year: 2008, part: 'later' });
  });

  it('takes an unknown day or month as the last possible', () => {
    expect(birthBandOf('2008-07-00')?.part).toBe('to1Aug');
    expect(birthBandOf('2008-08-00')?.part).toBe('to1Oct');
    expect(birthBandOf('2007-02-00')?.part).toBe('to1Aug');
    expect(birthBandOf('2008-10-00')?.part).toBe('later');
    expect(birthBandOf('2008-00-00')?.part).toBe('later');
    expect(birthBandOf('2008-00-03')?.part).toBe('later');
  });

  it('is none of a day that does not exist', () => {
    for (const text of ['2007-02-29', '2007-13-01', '2007-06-31', '15-9-2008', ''])
      expect(birthBandOf(text)).toBeUndefined();
  });

  it('never makes anybody older than the date itself', () => {
    const days = fc.integer({ min: 0, max: 365 }).map((after) => addDays(dateOf(2007, 1, 1), after));
    const order = ['to1Aug', 'to1Oct', 'later'];
    const rank = (text: string) => order.indexOf(birthBandOf(text)?.part ?? '');
    fc.assert(
      fc.property(days, (birth) => {
        expect(rank(`${birth.slice(0, 8)}00`)).toBeGreaterThanOrEqual(rank(birth));
        expect(rank(`${birth.slice(0, 5)}00-00`)).toBeGreaterThanOrEqual(rank(birth));
      }),
    );
  });
});

describe('a student', () => {
  it('is registered with the band of the birth date and the numbers claimed', () => {
    expect(events(when(register))).toEqual([registered]);
  });

  it('is registered once; as somebody else, not', () => {
    expect(events(when(register, [registered]))).toEqual([]);
    expect(refusal(when({ ...register, name: 'Noor' }, [registered]))).toEqual({ code: 'AlreadyRegistered' });
  });

  it('may be known by no more than a band', () => {
    const band = { year: 2008, part: 'later' } as const;
    expect(events(when({ type: 'RegisterStudent', birthBand: band, claims: [] }))).toEqual([
      { type: 'StudentRegistered', data: { birthBand: band, numbers: [] } },
    ]);
  });

  it('is born on a day that exists, not before 1900 and not after today', () => {
    for (const birthDate of ['2007-02-30', '2007-13-00', '1899-12-31', '2026-10-02', '2026-11-00'])
      expect(refusal(when({ ...register, birthDate }))).toEqual({ code: 'InvalidBirthDate' });
    for (const birthDate of ['2026-10-01', '2026-10-00', '2026-00-00', '1900-01-01'])
      expect(events(when({ ...register, birthDate }))).toHaveLength(1);
  });

  it('has no number that is somebody else’s, or nobody’s, by now', () => {
    expect(refusal(when(register, [], { notHis: [{ claim: bsn, holder: noor }] }))).toEqual({
      code: 'NumberInUse',
      kind: 'bsn',
      holder: noor,
    });
    expect(refusal(when(register, [], { notHis: [{ claim: bsn }] }))).toEqual({
      code: 'NumberInUse',
      kind: 'bsn',
    });
  });
});

describe('a correction', () => {
  const correct = { ...register, type: 'CorrectStudent' } as const;

  it('states who the student is from now on; what it leaves out is not known', () => {
    const { gender: _, ...without } = correct;
    const [corrected] = events(when({ ...without, name: 'Samira' }, [registered]));
    expect(corrected).toMatchObject({ type: 'StudentCorrected', data: { name: 'Samira' } });
    expect(corrected?.data).not.toHaveProperty('gender');
  });

  it('is of a student who is known, and of something that was otherwise', () => {
    expect(refusal(when(correct))).toEqual({ code: 'UnknownStudent' });
    expect(events(when(correct, [registered]))).toEqual([]);
  });

  it('puts a new BSN in the place of the one before, and keeps the keys of other schools', () => {
    const [keyA, keyB] = [claim('brin:21CY', 'c'), claim('brin:25LX', 'd')];
    const known = [{ ...registered, data: { ...registered.data, numbers: [bsn, keyA] } }];
    const [corrected] = events(when({ ...correct, claims: [claim('bsn', 'b'), keyB] }, known));
    expect(corrected?.data.numbers).toEqual([keyA, claim('bsn', 'b'), keyB]);
  });

  it('has room for twenty numbers', () => {
    const many = Array.from('0123456789abcdef', (digit) => claim('brin:21CY', digit));
    const more = ['01', '02', '03', '04', '05'].map((digits) => claim('brin:21CY', digits));
    expect(refusal(when({ ...correct, claims: [...many, ...more] }, [registered]))).toMatchObject({
      code: 'TooManyNumbers',
    });
  });
});

describe('the claims of a command', () => {
  it('are looked up on the streams of their numbers', async () => {
    const held = given<{ holder?: typeof sam }, NumberEvent>(numberReadable, [
      { type: 'NumberClaimed', data: { student: sam } },
    ]);
    const fold = (async () => held) as unknown as Fold;
    const asking = { actor: { id: 'x', role: 'coach' as const }, today: facts.today, fold };
    const gathered = (id: typeof sam) => studentSubject.gather(register, studentReadable.initial, id, asking);
    expect((await gathered(sam)).notHis).toEqual([]);
    expect((await gathered(noor)).notHis).toEqual([{ claim: bsn, holder: sam }]);
  });
});

describe('who registers students', () => {
  it('is whoever guides them; management and operator see no dossier', () => {
    const may = roles.filter(
      (role) =>
        studentSubject.mayAsk({ id: 'x', role }, register, studentReadable.initial, facts) === undefined,
    );
    expect(may).not.toEqual(expect.arrayContaining(['operator']));
    expect(roles.filter((role) => !may.includes(role))).toEqual([
      'student',
      'quality',
      'inspector',
      'operator',
      'rater',
    ]);
  });
});
