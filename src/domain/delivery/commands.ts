import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Listed, VsvListKind } from './events.ts';
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
export interface RecordVsvList {
  readonly type: 'RecordVsvList';
  readonly brin: string;
  readonly kind: VsvListKind;
  /** School year y of the count. */
  readonly countYear: number;
  readonly sequence: number;
  readonly rows: number;
  readonly persons: number;
  readonly rejected: number;
}
export interface NameInVsvList {
  readonly type: 'NameInVsvList';
  readonly page: number;
  readonly named: readonly Listed[];
}
export type DeliveryCommand = RecordDelivery | NameInDelivery | RecordVsvList | NameInVsvList;
