import { isUuid, type Uuid } from '../../kernel/message.ts';

/** Which workflow, about which subject. */
export interface WorkflowKey {
  readonly workflow: string;
  readonly key: Uuid;
}

const prefix = 'workflow-';
const lengthOfKey = 36;

export const workflowStream = ({ workflow, key }: WorkflowKey): string => `${prefix}${workflow}-${key}`;

/** Whose stream it is; nothing, when it is no workflow's. */
export const workflowKeyOf = (stream: string): WorkflowKey | undefined => {
  if (!stream.startsWith(prefix)) return undefined;
  const key = stream.slice(-lengthOfKey);
  const workflow = stream.slice(prefix.length, -lengthOfKey - 1);
  return isUuid(key) && workflow !== '' ? { workflow, key } : undefined;
};
