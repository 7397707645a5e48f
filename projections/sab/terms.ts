import type { CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { SchoolCalendar } from '../../src/domain/institution/calendar.ts';
import type { PlannedStep } from '../../src/domain/sab-case/events.ts';
import { isOpen } from '../../src/domain/sab-case/state.ts';
import type { SabCaseShown } from '../sab-cases.ts';
import { lastDayOf, schoolDaysBetween } from './school-days.ts';

/**
 * School days, as DOMAIN.md §4 of the specification has them: "referred to SAB", "case accepted" and "case open
 * for 60 days". They become settings of a landschap together with the workflows that watch over them.
 */
export const sabTerms = {
  /** From the referral until it is accepted or returned. */
  answered: 5,
  answeredUrgent: 1,
  /** From the acceptance until a plan is drafted, and until it was talked over and runs. */
  drafted: 10,
  consulted: 15,
  /** After this a case asks for a review by the coordinator. */
  review: 60,
} as const;

export type DueKind = 'answer' | 'draft' | 'consult' | 'step';

/** What is to be done next in a case, and until when. */
export interface Due {
  readonly what: DueKind;
  /** The last day; absent: the clock stands still, so nobody knows. */
  readonly on?: CalendarDate;
  readonly step?: PlannedStep;
}

/** How a case stands against its terms today. */
export interface CaseClock {
  /** The day from which the present stage is counted. */
  readonly since: CalendarDate;
  /** School days since then, pauses taken out. */
  readonly waited: number;
  /** School days since the referral, pauses taken out. */
  readonly openFor: number;
  readonly due?: Due;
  readonly overdue: boolean;
  readonly review: boolean;
}

const within = (on: CalendarDate | undefined) => (on === undefined ? {} : { on });

const dueOf = (shown: SabCaseShown, calendar: SchoolCalendar): Due | undefined => {
  const { stage, urgent, openedOn, acceptedOn = openedOn, draftedOn, pauses, steps } = shown;
  const until = (from: CalendarDate, term: number) => within(lastDayOf(calendar, from, term, pauses));
  switch (stage) {
    case 'referred':
      return {
        what: 'answer',
        ...until(openedOn, urgent ? sabTerms.answeredUrgent : sabTerms.answered),
      };
    case 'accepted':
      return draftedOn === undefined
        ? { what: 'draft', ...until(acceptedOn, sabTerms.drafted) }
        : { what: 'consult', ...until(acceptedOn, sabTerms.consulted) };
    case 'planned': {
      const [step] = steps.open;
      // A day that was agreed with the student stays that day; only whether it is late waits for the clock.
      return step && { what: 'step', on: step.by, step };
    }
    default:
      return undefined;
  }
};

const isLate = ({ paused }: SabCaseShown, due: Due | undefined, today: CalendarDate): boolean =>
  due?.on !== undefined && due.on < today && (paused === undefined || due.on < paused.on);

/** Undefined for a case in which nothing is waited for any more. */
export const clockOf = (
  shown: SabCaseShown,
  calendar: SchoolCalendar,
  today: CalendarDate,
): CaseClock | undefined => {
  if (!isOpen(shown)) return undefined;
  const { openedOn, acceptedOn, planStartedOn, pauses } = shown;
  const since = planStartedOn ?? acceptedOn ?? openedOn;
  const openFor = schoolDaysBetween(calendar, openedOn, today, pauses);
  const due = dueOf(shown, calendar);
  return {
    since,
    waited: schoolDaysBetween(calendar, since, today, pauses),
    openFor,
    ...(due && { due }),
    overdue: isLate(shown, due, today),
    review: openFor >= sabTerms.review,
  };
};
