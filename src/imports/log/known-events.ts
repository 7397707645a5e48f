import { deliveryEvents } from '../../domain/delivery/events.ts';
import { institutionEvents } from '../../domain/institution/events.ts';
import { numberEvents } from '../../domain/number/events.ts';
import { reportEvents } from '../../domain/report/events.ts';
import { sabCaseEvents } from '../../domain/sab-case/events.ts';
import { staffEvents } from '../../domain/staff/events.ts';
import { studentEvents } from '../../domain/student/events.ts';
import { trajectoryEvents } from '../../domain/trajectory/events.ts';
import { workflowEvents } from '../../domain/workflow/events.ts';
import type { EventDefinitions } from '../../kernel/schema.ts';

const definitions: ReadonlyMap<string, EventDefinitions> = new Map<string, EventDefinitions>([
  ['trajectory', trajectoryEvents],
  ['student', studentEvents],
  ['number', numberEvents],
  ['staff', staffEvents],
  ['delivery', deliveryEvents],
  ['institution', institutionEvents],
  ['sabCase', sabCaseEvents],
  ['workflow', workflowEvents],
  ['report', reportEvents],
]);

/** The events that a stream of this name may hold; nothing, when no subject has such streams. */
export const eventsOf = (stream: string): EventDefinitions | undefined =>
  definitions.get(stream.split('-', 1)[0] ?? '');
