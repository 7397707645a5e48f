import type { Brand } from '../../kernel/brand.ts';
import { uuid, type Uuid } from '../../kernel/message.ts';
import type { StudentId } from '../student/ids.ts';

export type SwitchId = Brand<Uuid, 'SwitchId'>;
export type GoalId = Brand<Uuid, 'GoalId'>;
export type BpvId = Brand<Uuid, 'BpvId'>;
export type PortfolioItemId = Brand<Uuid, 'PortfolioItemId'>;
export type InvitationId = Brand<Uuid, 'InvitationId'>;
export type SignalId = Brand<Uuid, 'SignalId'>;
/** What a group of students did together: each of them has an event that names it. */
export type SessionId = Brand<Uuid, 'SessionId'>;

export const sessionId = (text: string): SessionId => uuid(text) as SessionId;
export const switchId = (text: string): SwitchId => uuid(text) as SwitchId;
export const trajectoryStream = (id: StudentId): string => `trajectory-${id}`;
