import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { StudentId } from '../student/ids.ts';

export interface RecordDelivery {
  readonly type: 'RecordDelivery';
  readonly brin: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly madeOn: CalendarDate;
  readonly kind: 'RO';
}
export interface NameInDelivery {
  readonly type: 'NameInDelivery';
  readonly page: number;
  readonly trajectories: readonly StudentId[];
}
export type DeliveryCommand = RecordDelivery | NameInDelivery;
