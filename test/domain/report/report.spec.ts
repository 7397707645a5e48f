import { describe, expect, it } from '@jest/globals';
import type { ReportCommand } from '../../../src/domain/report/commands.ts';
import type { ReportEvent } from '../../../src/domain/report/events.ts';
import { reportReadable } from '../../../src/domain/report/state.ts';
import { reportSubject } from '../../../src/domain/report/subject.ts';
import { calendarDate } from '../../../src/kernel/calendar-date.ts';
import { roles } from '../../../src/kernel/message.ts';
import { events, given, refusal } from '../scenario.ts';

const facts = { today: calendarDate('2026-11-26') };
const when = (command: ReportCommand, ...before: ReportEvent[]) =>
  reportSubject.decide(command, given(reportReadable, before), facts);

const sealed = {
  bundle: 'ab'.repeat(32),
  schoolYear: 2025,
  knownOn: calendarDate('2026-11-25'),
  ordinal: 100,
  chain: 'cd'.repeat(32),
  figures: [{ report: 'twin', definition: 'twin', version: '2026.1' }],
  software: '0.2.0',
};
const seal = { type: 'SealReport', sealed } as const;
const before: ReportEvent = { type: 'ReportSealed', data: sealed };

describe('a report', () => {
  it('is sealed once: the same bytes again are no second fact, whatever they are for', () => {
    expect(events(when(seal))).toEqual([before]);
    expect(events(when(seal, before))).toEqual([]);
    expect(events(when({ ...seal, sealed: { ...sealed, why: 'nog een keer' } }, before))).toEqual([]);
  });

  it('is not sealed into other bytes by the same software: then the log is another, or counting is not what it was', () => {
    const other = { ...seal, sealed: { ...sealed, bundle: 'ef'.repeat(32) } };
    expect(refusal(when(other, before))).toEqual({ code: 'SealedOtherwise', bundle: sealed.bundle });
  });

  it('may be sealed anew by a later version, which says so in the bundle', () => {
    const later = { ...sealed, bundle: 'ef'.repeat(32), software: '0.3.0' };
    expect(events(when({ ...seal, sealed: later }, before))).toEqual([{ type: 'ReportSealed', data: later }]);
    expect(events(when(seal, before, { type: 'ReportSealed', data: later }))).toEqual([]);
  });

  it('is of a day that has come', () => {
    const ahead = { ...sealed, knownOn: calendarDate('2026-11-27') };
    expect(refusal(when({ ...seal, sealed: ahead }))).toEqual({
      code: 'DateInFuture',
      on: '2026-11-27',
      today: '2026-11-26',
    });
  });

  it('is sealed by those who answer for the figures', () => {
    const allowed = roles.filter(
      (role) => reportSubject.mayAsk({ id: 'x', role }, seal, reportReadable.initial, facts) === undefined,
    );
    expect(allowed).toEqual(['programmeManager', 'quality', 'operator', 'system']);
  });
});
