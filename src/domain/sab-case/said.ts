import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { type MayLack, sameData, whatIsThere } from '../../kernel/data.ts';
import { accept, type Decision, nothing, refuse } from '../../kernel/decider.ts';
import type { SabCaseData, SabCaseEvent } from './events.ts';
import type { FactBefore, SabCaseRefusal } from './refusals.ts';
import type { SabCase } from './state.ts';

export type Said = Decision<SabCaseEvent, SabCaseRefusal>;
export type Guard = SabCaseRefusal | false | undefined;

export const fact = <Type extends SabCaseEvent['type']>(
  type: Type,
  data: MayLack<SabCaseData[Type]>,
): SabCaseEvent => ({ type, data: whatIsThere(data) }) as SabCaseEvent;

/** After these the same words are a new wish: paused, resumed and paused again on one day is paused. */
const undone: { readonly [Type in SabCaseEvent['type']]?: readonly SabCaseEvent['type'][] } = {
  ClockPaused: ['ClockResumed'],
  ClockResumed: ['ClockPaused'],
  CaseAssigned: ['CaseAssigned'],
  ConsultationHeld: ['StepPlanDrafted', 'ConsultationHeld'],
};

/** On the same day only: on a later one, whoever asks for the earlier day asks again for what is told. */
const undoes = (later: SabCaseEvent, event: SabCaseEvent): boolean =>
  later.data.on === event.data.on &&
  undone[event.type]?.includes(later.type) === true &&
  !(
    later.type === 'ConsultationHeld' &&
    event.type === 'ConsultationHeld' &&
    later.data.with !== event.data.with
  );

const isTold = ({ told }: SabCase, event: SabCaseEvent): boolean => {
  const at = told.findLastIndex(({ type, data }) => type === event.type && sameData(data, event.data));
  return at >= 0 && !told.slice(at + 1).some((later) => undoes(later, event));
};

/** The first guard that says no decides; what is told already adds no second fact. */
export const unless = (now: SabCase, guards: readonly Guard[], event: SabCaseEvent): Said => {
  if (isTold(now, event)) return nothing;
  for (const guard of guards) if (guard) return refuse(guard);
  return accept(event);
};

/** A day before the fact that must come first; of what takes the place of something else, before that. */
export const before = (on: CalendarDate, type: FactBefore, factOn: CalendarDate | undefined): Guard =>
  factOn !== undefined && on < factOn && { code: 'OutOfOrder', why: 'before', fact: type, on: factOn };
