import { caseSentenceOf } from '../../../projections/sab/sentences.ts';
import { toldOf } from '../../../projections/sab-case-story.ts';
import type { PlannedStep, SabCaseData } from '../../domain/sab-case/events.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Recorded, Role, Uuid } from '../../kernel/message.ts';
import { isOpenTo, type Layer, saidTo } from './case-layers.ts';

/** One event of a case, as it is read from a layer. */
export interface CaseLine {
  readonly event: Uuid;
  readonly revision: number;
  readonly on: CalendarDate;
  readonly recordedAt: Instant;
  readonly type: keyof SabCaseData;
  readonly sentence: string;
  readonly role: Role;
  /** Roles of who was there, as the adviser wrote them: for the second line. */
  readonly present?: readonly string[];
  readonly said?: Readonly<Record<string, string>>;
}

export interface StepShown extends PlannedStep {
  readonly what?: string;
  readonly became: 'done' | 'replaced' | 'open';
  readonly doneOn?: CalendarDate;
  readonly result?: string;
}

/** A version of the plan as it was made, and what became of each of its steps. */
export interface PlanShown {
  readonly version: number;
  readonly on: CalendarDate;
  readonly made: 'drafted' | 'revised';
  readonly why?: string;
  /** From when it ran; absent: it never did. */
  readonly inForceOn?: CalendarDate;
  readonly steps: readonly StepShown[];
}

const tellingOf = (events: readonly Recorded[]) =>
  toldOf(events.map((event) => ({ ...event, commandId: event.meta.commandId })));

export const caseLines = (events: readonly Recorded[], layer: Layer): readonly CaseLine[] =>
  events.map((event) => {
    const type = event.type as keyof SabCaseData;
    const data = event.data as SabCaseData[typeof type];
    const said = saidTo(layer, event);
    return {
      event: event.id,
      revision: event.revision,
      on: data.on,
      recordedAt: event.meta.recordedAt,
      type,
      sentence: caseSentenceOf(type, data),
      role: event.meta.actor.role,
      ...(layer === 'secondLine' && 'present' in data && { present: data.present }),
      ...(said && { said }),
    };
  });

/** Who worked on the case, from when. */
export const advisersIn = (events: readonly Recorded[]): readonly SabCaseData['CaseAssigned'][] =>
  tellingOf(events).flatMap(({ type, data }) =>
    type === 'ReferralAccepted' || type === 'CaseAssigned' ? [{ on: data.on, adviser: data.adviser }] : [],
  );

/**
 * Every version of the plan, the first first. Outside the second line a plan is read from when it is in force: a
 * draft is no agreement yet.
 */
export const plansIn = (events: readonly Recorded[], layer: Layer): readonly PlanShown[] => {
  const told = tellingOf(events);
  const made = told.flatMap((event) =>
    event.type === 'StepPlanDrafted' || event.type === 'StepPlanRevised' ? [event] : [],
  );
  const started = new Map(
    told.flatMap(({ type, data }) => (type === 'StepPlanStarted' ? [[data.version, data.on]] : [])),
  );
  const done = new Map(
    told.flatMap(({ type, data }) => (type === 'StepCompleted' ? [[data.step, data]] : [])),
  );
  return made.flatMap(({ type, data }, index): readonly PlanShown[] => {
    const inForceOn = type === 'StepPlanRevised' ? data.on : started.get(data.version);
    if (layer !== 'secondLine' && inForceOn === undefined) return [];
    const isLast = index === made.length - 1;
    return [
      {
        version: data.version,
        on: data.on,
        made: type === 'StepPlanRevised' ? 'revised' : 'drafted',
        ...(type === 'StepPlanRevised' && isOpenTo(layer, type, 'why') && { why: data.why }),
        ...(inForceOn !== undefined && { inForceOn }),
        steps: data.steps.map((step, place): StepShown => {
          const what = data.whats[place];
          const completed = done.get(step.step);
          return {
            ...step,
            ...(what !== undefined && isOpenTo(layer, type, 'whats') && { what }),
            became: completed ? 'done' : isLast ? 'open' : 'replaced',
            ...(completed && { doneOn: completed.on }),
            ...(completed?.result !== undefined &&
              isOpenTo(layer, 'StepCompleted', 'result') && { result: completed.result }),
          };
        }),
      },
    ];
  });
};
