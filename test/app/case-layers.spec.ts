import { describe, expect, it } from '@jest/globals';
import { isOpenTo, layers } from '../../src/app/sab/case-layers.ts';
import { sabCaseEvents } from '../../src/domain/sab-case/events.ts';
import type { EventDefinitions } from '../../src/kernel/schema.ts';

const wordsIn = Object.entries(sabCaseEvents as EventDefinitions).flatMap(([type, { fields }]) =>
  Object.entries(fields)
    .filter(([, { classification }]) => classification !== 'structural')
    .map(([field]) => ({ type, field })),
);

describe('the layers of a case', () => {
  it('have each thing that people write in one place; what is new stays inside until it is decided', () => {
    expect(
      Object.fromEntries(
        wordsIn.map(({ type, field }) => [
          `${type}.${field}`,
          layers.filter((layer) => isOpenTo(layer, type, field)).join(' '),
        ]),
      ),
    ).toEqual({
      'CaseOpened.question': 'secondLine coach student',
      'CaseOpened.tried': 'secondLine coach',
      'ReferralReturned.why': 'secondLine coach student',
      'SabConversationHeld.forCoach': 'secondLine coach student',
      'SabConversationHeld.confidential': 'secondLine',
      'StepPlanDrafted.whats': 'secondLine coach student',
      'ConsultationHeld.remarks': 'secondLine',
      'StepCompleted.result': 'secondLine',
      'StepPlanRevised.whats': 'secondLine coach student',
      'StepPlanRevised.why': 'secondLine',
      'ClockPaused.why': 'secondLine',
      'LoopbaanboxUsed.remarks': 'secondLine',
      'CaseEscalated.why': 'secondLine',
      'CaseClosed.feedback': 'secondLine coach student',
      'ThankedForReferral.words': 'secondLine coach',
    });
  });

  it('are closed to a field that nobody decided about', () => {
    expect(layers.filter((layer) => isOpenTo(layer, 'CaseOpened', 'afterthought'))).toEqual(['secondLine']);
    expect(layers.filter((layer) => isOpenTo(layer, 'Unheard', 'question'))).toEqual(['secondLine']);
  });
});
