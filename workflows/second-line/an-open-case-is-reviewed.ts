import { addDays, daysBetween } from '../../src/kernel/calendar-date.ts';
import type { SabCaseEvent } from '../../src/domain/sab-case/events.ts';
import { isOpen } from '../../src/domain/sab-case/state.ts';
import type { CaseWorkflow } from '../../src/domain/workflow/known.ts';
import { days, nothingToAsk, straightUp } from '../asking.ts';
import { lastOfCase } from './case.ts';

/** By each of these somebody has looked at the case again. */
const reviews = [
  'ReferralAccepted',
  'CaseAssigned',
  'SabConversationHeld',
  'StepPlanRevised',
  'ClockPaused',
  'CaseEscalated',
] as const satisfies readonly SabCaseEvent['type'][];

/**
 * A case that is open for long is reviewed by the coordinator, and again each time that so many days have gone by
 * (DOMAIN.md §4). In days of the calendar, and also while its clock is paused, or when the student has left: waiting
 * is what is to be reviewed, and a case that nobody closes stays open.
 */
export const anOpenCaseIsReviewed: CaseWorkflow = {
  name: 'an-open-case-is-reviewed',
  about: 'sabCase',
  hears: ['CaseOpened', 'CaseVoided', 'ReferralReturned', 'CaseClosed', ...reviews],
  hearsOfStudent: [],
  versions: {
    1: (known) => {
      const { now, today, calendar } = known;
      const opened = lastOfCase(now, 'CaseOpened');
      if (!opened || !isOpen(now)) return nothingToAsk;
      const { on } = opened.data;
      const every = days(known, 'caseReview', on, now.landschap);
      const reviewed = now.told.filter(({ type }) => (reviews as readonly string[]).includes(type));
      const times = Math.max(0, Math.floor(daysBetween(on, today) / every));
      return {
        terms: Array.from({ length: times }, (_, index) => addDays(on, every * (index + 1)))
          .filter((since) => !reviewed.some(({ data }) => data.on >= since))
          .map((since) => ({
            step: `review/${since}`,
            asksOn: since,
            due: calendar.addSchoolDays(addDays(since, -1), 1),
            of: { role: 'sabCoordinator' as const },
            climbs: days(known, 'caseReviewClimb', since, now.landschap),
            ladder: straightUp,
            causes: [opened.id],
            does: 'record-sab-conversation',
          })),
        findings: [],
        looksAgainOn: addDays(on, every * (times + 1)),
      };
    },
  },
};
