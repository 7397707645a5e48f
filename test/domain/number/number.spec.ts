import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarDate } from '../../../src/kernel/calendar-date.ts';
import { roles } from '../../../src/kernel/message.ts';
import type { Fold } from '../../../src/kernel/subject.ts';
import { checkNumber } from '../../../src/domain/number/check-number.ts';
import type { NumberCommand } from '../../../src/domain/number/commands.ts';
import { isElfproef, isOnderwijsnummer } from '../../../src/domain/number/elfproef.ts';
import type { NumberEvent } from '../../../src/domain/number/events.ts';
import type { NumberKey } from '../../../src/domain/number/ids.ts';
import { numberReadable } from '../../../src/domain/number/state.ts';
import { type NumberFacts, numberSubject } from '../../../src/domain/number/subject.ts';
import { studentId } from '../../../src/domain/student/ids.ts';
import { studentReadable } from '../../../src/domain/student/state.ts';
import { events, given, refusal } from '../scenario.ts';

const sam = studentId('a0000000-0000-4000-8000-000000000001');
const noor = studentId('b0000000-0000-4000-8000-000000000002');
const key = 'e'.repeat(64) as NumberKey;

const held: NumberEvent = { type: 'NumberClaimed', data: { student: sam } };
const released: NumberEvent = { type: 'NumberReleased', data: { student: sam } };
const facts: NumberFacts = { holderExists: true, registeredWith: true };
const when = (command: NumberCommand, before: NumberEvent[], more: Partial<NumberFacts> = {}) =>
  numberSubject.decide(command, given(numberReadable, before), { ...facts, ...more });

describe('a number', () => {
  it('is claimed for one student', () => {
    expect(events(when({ type: 'ClaimNumber', student: sam }, []))).toEqual([held]);
    expect(events(when({ type: 'ClaimNumber', student: sam }, [held]))).toEqual([]);
    expect(refusal(when({ type: 'ClaimNumber', student: noor }, [held]))).toEqual({
      code: 'NumberInUse',
      holder: sam,
    });
  });

  it('may be taken over from a student who never came about, and claimed again when it was released', () => {
    const claim = { type: 'ClaimNumber', student: noor } as const;
    const noors: NumberEvent = { type: 'NumberClaimed', data: { student: noor } };
    expect(events(when(claim, [held], { holderExists: false }))).toEqual([noors]);
    expect(events(when(claim, [held, released]))).toEqual([noors]);
  });

  it('is released by the student who holds it and is not registered with it', () => {
    const release = { type: 'ReleaseNumber', student: sam } as const;
    expect(events(when(release, [held], { registeredWith: false }))).toEqual([released]);
    expect(refusal(when(release, [held]))).toEqual({ code: 'StillTheirs' });
    expect(refusal(when({ ...release, student: noor }, [held]))).toEqual({ code: 'NotTheHolder' });
    expect(events(when(release, [held, released]))).toEqual([]);
    expect(events(when(release, []))).toEqual([]);
  });

  it('moves with a merge to the student who goes on', () => {
    const move = { type: 'MoveNumber', from: sam, to: noor } as const;
    const moved: NumberEvent = { type: 'NumberClaimed', data: { student: noor } };
    expect(events(when(move, [held]))).toEqual([moved]);
    expect(events(when(move, [held, moved]))).toEqual([]);
    expect(refusal(when(move, []))).toEqual({ code: 'NotTheHolder' });
  });

  it('is looked up with its holder', async () => {
    const student = given(studentReadable, [
      { type: 'StudentRegistered', data: { numbers: [{ kind: 'bsn', number: key }] } },
    ]);
    const gathered = (state: typeof student, number = key) =>
      numberSubject.gather({ type: 'ClaimNumber', student: noor }, given(numberReadable, [held]), number, {
        actor: { id: 'x', role: 'coach' },
        today: calendarDate('2026-10-01'),
        fold: (async () => state) as unknown as Fold,
      });
    expect(await gathered(student)).toEqual({ holderExists: true, registeredWith: true });
    expect(await gathered(student, 'f'.repeat(64) as NumberKey)).toMatchObject({ registeredWith: false });
    expect(await gathered(studentReadable.initial)).toEqual({ holderExists: false, registeredWith: false });
  });

  it('is claimed by whoever may register students', () => {
    const claim = { type: 'ClaimNumber', student: sam } as const;
    const mayNot = roles.filter(
      (role) => numberSubject.mayAsk({ id: 'x', role }, claim, numberReadable.initial, facts) !== undefined,
    );
    expect(mayNot).toEqual(['student', 'quality', 'inspector', 'operator', 'rater']);
  });
});

describe('the elfproef', () => {
  it('passes numbers that are published as examples', () => {
    for (const number of ['111222333', '123456782', '249566758', '999990019'])
      expect(isElfproef(number)).toBe(true);
    for (const number of ['123456789', '111222334', '12345678', '1234567820', 'BSN1', '6', '000000000', ''])
      expect(isElfproef(number)).toBe(false);
  });

  it('passes an onderwijsnummer of its own, which is never a BSN', () => {
    expect(isOnderwijsnummer('101222331')).toBe(true);
    expect(isElfproef('101222331')).toBe(false);
    expect(isOnderwijsnummer('101222332')).toBe(false);
    expect(isOnderwijsnummer('123456782')).toBe(true);
  });

  it('catches every single wrong digit and every two that changed places', () => {
    const numbers = fc.integer({ min: 1, max: 99_999_999 }).chain((stem) => {
      const eight = String(stem).padStart(8, '0');
      const last = Array.from('0123456789').find((digit) => isElfproef(eight + digit));
      return last === undefined ? fc.constant('111222333') : fc.constant(eight + last);
    });
    const places = fc.integer({ min: 0, max: 8 });
    fc.assert(
      fc.property(numbers, places, places, fc.integer({ min: 1, max: 9 }), (number, at, other, more) => {
        const digits = Array.from(number);
        const wrong = digits.with(at, String((Number(digits[at]) + more) % 10)).join('');
        expect(isElfproef(wrong)).toBe(false);
        const swapped = digits
          .with(at, digits[other] ?? '')
          .with(other, digits[at] ?? '')
          .join('');
        if (swapped !== number && at !== 8 && other !== 8) expect(isElfproef(swapped)).toBe(false);
      }),
    );
  });
});

describe('a number that is typed in', () => {
  it('is taken without the spaces around it, when it can be one', () => {
    expect(checkNumber('bsn', ' 111222333 ')).toEqual({ valid: true, number: '111222333' });
    expect(checkNumber('studentNumber', 's-2026-17')).toEqual({ valid: true, number: 's-2026-17' });
    expect(checkNumber('brin:21CY', '6')).toEqual({ valid: true, number: '6' });
  });

  it('is refused by its kind, without saying the number, when it cannot', () => {
    expect(checkNumber('bsn', '111222334')).toEqual({
      valid: false,
      refusal: { code: 'InvalidNumber', kind: 'bsn' },
    });
    expect(checkNumber('onderwijsnummer', '6').valid).toBe(false);
    expect(checkNumber('studentNumber', ' ').valid).toBe(false);
    expect(checkNumber('studentNumber', 'x'.repeat(41)).valid).toBe(false);
  });
});
