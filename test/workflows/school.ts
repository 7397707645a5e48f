import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { type Uuid, uuid } from '../../src/kernel/message.ts';
import type { AskedOf } from '../../src/kernel/workflow.ts';
import type { InstitutionEvent } from '../../src/domain/institution/events.ts';
import { type Institution, institution } from '../../src/domain/institution/state.ts';
import type { SabCaseData, SabCaseEvent } from '../../src/domain/sab-case/events.ts';
import type { CaseId } from '../../src/domain/sab-case/ids.ts';
import type { StaffId } from '../../src/domain/staff/ids.ts';
import type { WorkflowEvent } from '../../src/domain/workflow/events.ts';
import * as at from '../support/people.ts';

export const theCase = uuid('ca5e0000-0000-4000-8000-000000000001') as CaseId;
export const sacha = uuid('a0000000-0000-4000-8000-000000000011') as StaffId; // adviser
export const sem = uuid('a0000000-0000-4000-8000-000000000012') as StaffId; // adviser

export const names: ReadonlyMap<string, string> = new Map([
  ...Object.entries(at).flatMap(([name, id]) =>
    typeof id === 'string' ? [[id as string, name] as const] : [],
  ),
  [sacha, 'sacha'],
  [sem, 'sem'],
]);

/** The school of `people.ts`, with four LWPs in its start programme, and what else is told of it. */
export const schoolWith = (...events: readonly InstitutionEvent[]): Institution => {
  const four = ['een', 'twee', 'drie', 'vier'].map((code) => ({ code, name: code }));
  const variant: InstitutionEvent = {
    type: 'StartProgrammeVariantDefined',
    data: { variant: 'tien', version: 2, name: 'Tien weken', weeks: 10, lwps: four, emphasis: 'doen' },
  };
  return [variant, ...events]
    .map((event) => ({ ...event, id: numbered('e', 1), commandId: numbered('e', 1) }))
    .reduce(institution.evolve, at.school);
};

export const changed = (
  setting: Extract<InstitutionEvent, { type: 'SettingChanged' }>['data']['setting'],
  value: string,
  from: string,
): InstitutionEvent => ({
  type: 'SettingChanged',
  data: { setting, value, from: calendarDate(from) },
});

export const caseFact = <Type extends SabCaseEvent['type']>(
  type: Type,
  data: SabCaseData[Type],
): SabCaseEvent => ({ type, data }) as SabCaseEvent;

export const numbered = (kind: string, number: number): Uuid =>
  uuid(`${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

/** `scout sanne of bouw`, as a test says it. */
export const said = ({ role, person, landschap }: AskedOf): string =>
  [role, person && (names.get(person) ?? person), landschap && `of ${landschap}`].filter(Boolean).join(' ');

export const asText = ({ type, data }: WorkflowEvent, at: string): string | undefined => {
  switch (type) {
    case 'TaskAsked':
      return `${at} asked ${data.does} of ${said(data.of)} by ${data.due}${data.standsStill ? ', standing still' : ''}`;
    case 'TaskMoved':
      return `${at} moved to ${said(data.of)} by ${data.due}${data.standsStill ? ', standing still' : ''}`;
    case 'TaskEscalated':
      return (
        `${at} climbed to ${said(data.to)}, ${said(data.shouldHaveActed)} should have acted` +
        (data.deputy ? `, for whom ${names.get(data.deputy) ?? ''} stood in` : '')
      );
    case 'TaskEnded':
      return `${at} ended`;
    case 'TaskWithdrawn':
      return `${at} withdrawn`;
    case 'TimerIgnored':
      return `${at} ignored: ${data.why}`;
    case 'SignalFound':
      return `${at} found ${data.rule} v${data.ruleVersion}`;
    default:
      return undefined;
  }
};
