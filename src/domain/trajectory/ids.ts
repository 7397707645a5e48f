import type { Brand } from '../../kernel/brand.ts';
import { uuid, type Uuid } from '../../kernel/message.ts';
import type { StudentId } from '../student/ids.ts';

export type SwitchId = Brand<Uuid, 'SwitchId'>;

export const switchId = (text: string): SwitchId => uuid(text) as SwitchId;
export const trajectoryStream = (id: StudentId): string => `trajectory-${id}`;
