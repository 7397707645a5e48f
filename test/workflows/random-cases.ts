import { addDays, type CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { SabCaseEvent } from '../../src/domain/sab-case/events.ts';
import { type SabCase, sabCaseReadable } from '../../src/domain/sab-case/state.ts';
import type { Draws } from '../support/draws.ts';
import * as at from '../support/people.ts';
import type { Step } from './random-histories.ts';
import { caseFact, numbered, sacha, sem } from './school.ts';

const about = 'woorden';

const makersOfCase: readonly ((draw: Draws, now: SabCase, on: CalendarDate) => SabCaseEvent | undefined)[] = [
  (_, now, on) =>
    now.stage === 'referred' ? caseFact('ReferralAccepted', { on, adviser: sacha }) : undefined,
  (draw, now, on) =>
    now.stage === 'referred' && draw.chance(20)
      ? caseFact('ReferralReturned', { on, why: about })
      : undefined,
  (draw, _, on) => (draw.chance(3) ? caseFact('CaseVoided', { on, why: 'NotPlaced' }) : undefined),
  (draw, now, on) =>
    now.stage === 'accepted' || now.stage === 'planned'
      ? caseFact('CaseAssigned', { on, adviser: draw.of([sacha, sem]) })
      : undefined,
  (_, __, on) => caseFact('SabConversationHeld', { on, faceToFace: true, present: [] }),
  (draw, now, on) => {
    if (now.stage !== 'accepted' && now.stage !== 'planned') return undefined;
    const last = Math.max(0, ...(now.plan?.steps.keys() ?? []));
    const plan = {
      on,
      version: (now.plan?.version ?? 0) + 1,
      steps: [1, 2].map((n) => ({
        step: last + n,
        who: draw.of(['student', 'coach', 'adviser', 'parents'] as const),
        by: addDays(on, draw.below(30)),
      })),
      whats: [about, about],
    };
    return now.stage === 'accepted'
      ? caseFact('StepPlanDrafted', plan)
      : caseFact('StepPlanRevised', { ...plan, why: about });
  },
  (draw, now, on) =>
    now.plan
      ? caseFact('ConsultationHeld', {
          on,
          with: draw.of(['student', 'coach'] as const),
          agreed: true,
          under16: false,
        })
      : undefined,
  (_, now, on) =>
    now.stage === 'accepted' && now.plan
      ? caseFact('StepPlanStarted', { on, version: now.plan.version })
      : undefined,
  (draw, now, on) =>
    now.stage === 'planned' && now.plan
      ? caseFact('StepCompleted', { on, step: draw.of([...now.plan.steps.keys()]) })
      : undefined,
  (_, now, on) => (now.paused ? undefined : caseFact('ClockPaused', { on, waitingFor: 'student' })),
  (_, now, on) => (now.paused ? caseFact('ClockResumed', { on }) : undefined),
  (_, __, on) => caseFact('CaseEscalated', { on, to: 'sabCoordinator', why: about }),
  (draw, __, on) =>
    draw.chance(5) ? caseFact('CaseClosed', { on, outcome: 'goesOn', feedback: about }) : undefined,
  (_, __, on) => caseFact('ThankedForReferral', { on, from: 'coach', words: about }),
  (_, __, on) => caseFact('LoopbaanboxUsed', { on }),
];

export const someCase = (draw: Draws, length: number): readonly Step<SabCase['told'][number]>[] => {
  const steps: Step<SabCase['told'][number]>[] = [];
  let now = sabCaseReadable.initial;
  let today = at.d('09-08');
  for (let tries = 0; steps.length < length && tries < length * 40; tries++) {
    const over = now.closedOn !== undefined;
    const event =
      now.stage === 'none'
        ? caseFact('CaseOpened', {
            on: today,
            student: at.mila,
            coach: at.carla,
            landschap: at.bouw,
            urgent: draw.chance(20),
            question: about,
            tried: about,
          })
        : draw.of(makersOfCase)(draw, now, today);
    if (!event || (over && event.type !== 'ThankedForReferral')) continue;
    const told = {
      ...event,
      id: numbered('f', steps.length + 1),
      commandId: numbered('c', steps.length + 1),
    };
    now = sabCaseReadable.evolve(now, told);
    steps.push({ today, events: [told] });
    today = addDays(today, draw.below(9));
  }
  return steps;
};
