import type { Brand } from '../../kernel/brand.ts';
import { uuid, type Uuid } from '../../kernel/message.ts';

export type StaffId = Brand<Uuid, 'StaffId'>;

export const staffId = (text: string): StaffId => uuid(text) as StaffId;
export const staffStream = (id: StaffId): string => `staff-${id}`;
