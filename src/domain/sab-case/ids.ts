import type { Brand } from '../../kernel/brand.ts';
import { uuid, type Uuid } from '../../kernel/message.ts';

export type CaseId = Brand<Uuid, 'CaseId'>;

export const caseId = (text: string): CaseId => uuid(text) as CaseId;
export const sabCaseStream = (id: CaseId): string => `sabCase-${id}`;
