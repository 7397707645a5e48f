import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../../src/kernel/calendar-date.ts';
import { roles } from '../../../src/kernel/message.ts';
import type { DeliveryCommand } from '../../../src/domain/delivery/commands.ts';
import type { DeliveryEvent } from '../../../src/domain/delivery/events.ts';
import { deliveryReadable } from '../../../src/domain/delivery/state.ts';
import { deliverySubject } from '../../../src/domain/delivery/subject.ts';
import { studentId } from '../../../src/domain/student/ids.ts';
import { events, given, refusal } from '../scenario.ts';

const day = calendarDate;
const facts = { today: day('2026-10-01') };
const when = (command: DeliveryCommand, ...before: DeliveryEvent[]) =>
  deliverySubject.decide(command, given(deliveryReadable, before), facts);

const data = {
  brin: '21CY',
  from: day('2025-07-30'),
  to: day('2025-07-31'),
  madeOn: day('2025-08-01'),
  kind: 'RO',
} as const;
const record = { type: 'RecordDelivery', ...data } as const;
const recorded: DeliveryEvent = { type: 'DeliveryRecorded', data };

describe('a delivery', () => {
  it('is recorded once', () => {
    expect(events(when(record))).toEqual([recorded]);
    expect(events(when(record, recorded))).toEqual([]);
  });

  it('is not at the same time something else', () => {
    expect(refusal(when({ ...record, brin: '25LX' }, recorded))).toEqual({
      code: 'AlreadyRecorded',
      as: data,
    });
  });

  it('has a period that ends after it begins, and was made after that', () => {
    expect(refusal(when({ ...record, to: day('2025-07-29') }))).toMatchObject({ code: 'InvalidPeriod' });
    expect(refusal(when({ ...record, madeOn: day('2025-07-29') }))).toMatchObject({
      code: 'MadeBeforeItsPeriod',
    });
    expect(events(when({ ...record, madeOn: day('2025-07-30') }))).toHaveLength(1);
  });

  it('was made on a day that has come', () => {
    expect(refusal(when({ ...record, madeOn: day('2026-10-02') }))).toEqual({
      code: 'DateInFuture',
      on: '2026-10-02',
      today: '2026-10-01',
    });
  });
});

describe('who is named in a delivery', () => {
  const sam = studentId('a0000000-0000-4000-8000-000000000001');
  const name = { type: 'NameInDelivery', page: 0, trajectories: [sam] } as const;
  const named: DeliveryEvent = { type: 'DeliveryNamed', data: { page: 0, trajectories: [sam] } };

  it('is recorded page by page, each once, on a delivery that is recorded', () => {
    expect(refusal(when(name))).toEqual({ code: 'NotRecorded' });
    expect(events(when(name, recorded))).toEqual([named]);
    expect(events(when(name, recorded, named))).toEqual([]);
    expect(events(when({ ...name, page: 1 }, recorded, named))).toHaveLength(1);
  });

  it('fits on its page', () => {
    const many = Array.from({ length: 501 }, () => sam);
    expect(refusal(when({ ...name, trajectories: many }, recorded))).toEqual({
      code: 'TooManyNamed',
      most: 500,
    });
    expect(events(when({ ...name, trajectories: many.slice(1) }, recorded))).toHaveLength(1);
  });

  it('is said by the importer', () => {
    const may = roles.filter(
      (role) =>
        deliverySubject.mayAsk({ id: 'x', role }, name, deliveryReadable.initial, facts) === undefined,
    );
    expect(may).toEqual(['system', 'importer']);
  });
});
