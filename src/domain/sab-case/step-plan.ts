import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { sameData } from '../../kernel/data.ts';
import type { StepAsked } from './commands.ts';
import type { Consulted } from './events.ts';
import type { Guard } from './said.ts';
import type { Consultation, SabCase } from './state.ts';

/** The steps with the numbers that come next in this case, and apart from them what is to be done. */
export const planned = (now: SabCase, steps: readonly StepAsked[]) => {
  const last = Math.max(0, ...(now.plan?.steps.keys() ?? []));
  return {
    version: (now.plan?.version ?? 0) + 1,
    steps: steps.map(({ who, by }, index) => ({ step: last + index + 1, who, by })),
    whats: steps.map(({ what }) => what),
  };
};

export const wrongSteps = (steps: readonly StepAsked[], on: CalendarDate): Guard => {
  const late = steps.find(({ by }) => by < on);
  return (
    (steps.length === 0 && { code: 'NoSteps' }) || (late && { code: 'StepDueBeforePlan', by: late.by, on })
  );
};

/**
 * Asked again, the numbers would be the next ones: the plan is the same when its words, owners and days are. After
 * another plan of the same day it is a new wish.
 */
export const isPlanned = (
  { told }: SabCase,
  type: 'StepPlanDrafted' | 'StepPlanRevised',
  on: CalendarDate,
  steps: readonly StepAsked[],
): boolean => {
  const ofTheDay = told
    .filter((event) => event.type === 'StepPlanDrafted' || event.type === 'StepPlanRevised')
    .findLast(({ data }) => data.on === on);
  return (
    ofTheDay?.type === type &&
    sameData(
      { whats: ofTheDay.data.whats, steps: ofTheDay.data.steps.map(({ who, by }) => ({ who, by })) },
      { whats: steps.map(({ what }) => what), steps: steps.map(({ who, by }) => ({ who, by })) },
    )
  );
};

/** The last by its day, for what is recorded late is not newer; of one day, the one recorded last. */
const lastOf = (held: readonly Consultation[]): Consultation | undefined =>
  held.reduce<Consultation | undefined>((last, each) => (last && last.on > each.on ? last : each), undefined);

/** Student and coach agreed with the present draft, and the parents of a student who is under 16. */
const withoutConsent = (held: readonly Consultation[]): Guard => {
  const agrees = (whom: Consulted): boolean =>
    lastOf(held.filter((each) => each.with === whom))?.agreed === true;
  const without = (['student', 'coach'] as const).filter((whom) => !agrees(whom));
  if (without.length > 0) return { code: 'ConsultationMissing', with: without };
  return lastOf(held)?.under16 === true && !agrees('parents') && { code: 'ParentsNotConsulted' };
};

/** A plan starts on a day on which everybody whom it takes had agreed, and nobody has come back on it since. */
export const notAgreed = ({ consultations }: SabCase, on: CalendarDate): Guard =>
  withoutConsent(consultations.filter((each) => each.on <= on)) || withoutConsent(consultations);
