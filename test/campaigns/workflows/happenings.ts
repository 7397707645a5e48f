import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../../src/kernel/message.ts';
import type { AskedOf, Finding } from '../../../src/kernel/workflow.ts';

/** What a workflow did on a day, in words that compare: once from what should be, once from what is in its stream. */
export type Happening = string;

const whom = ({ role, person, landschap }: AskedOf): string => `${role}/${person ?? ''}/${landschap ?? ''}`;

export interface AskedShown {
  readonly step: string;
  readonly of: AskedOf;
  readonly due: CalendarDate;
  readonly climbs: number;
  readonly ladder: readonly AskedOf[];
  readonly causes: readonly Uuid[];
  readonly does: string;
  readonly standsStill?: boolean | undefined;
}

const standing = (standsStill: boolean | undefined): string => (standsStill === true ? ' stands still' : '');

export const asked = (on: CalendarDate, task: AskedShown): Happening =>
  `${on} asked ${task.step} of ${whom(task.of)} by ${task.due}, climbs after ${task.climbs} to ${task.ladder.map(whom).join(', ')}; ${task.does}; because of ${task.causes.join(', ')}${standing(task.standsStill)}`;

export const moved = (
  on: CalendarDate,
  { step, of, due, standsStill }: Pick<AskedShown, 'step' | 'of' | 'due' | 'standsStill'>,
): Happening => `${on} moved ${step} to ${whom(of)} by ${due}${standing(standsStill)}`;

export const ended = (on: CalendarDate, step: string): Happening => `${on} ended ${step}`;

export const escalated = (
  on: CalendarDate,
  step: string,
  rung: number,
  to: AskedOf,
  shouldHaveActed: AskedOf,
  deputy: Uuid | undefined,
): Happening =>
  `${on} escalated ${step} to rung ${rung}, ${whom(to)}, for ${whom(shouldHaveActed)}${deputy === undefined ? '' : `, whose deputy is ${deputy}`}`;

export const found = (on: CalendarDate, { step, rule, ruleVersion, events }: Finding): Happening =>
  `${on} found ${step}: ${rule} ${ruleVersion} in ${events.join(', ')}`;
