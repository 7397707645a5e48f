import { addDays, type CalendarDate, dateOf, earliest } from '../../src/kernel/calendar-date.ts';
import type { SchoolCalendar } from '../../src/domain/institution/calendar.ts';
import {
  type CaseOutcome,
  caseOutcomes,
  type Consulted,
  consulted,
  escalatedTo,
  type WaitingFor,
  waitingFor,
} from '../../src/domain/sab-case/events.ts';
import { isOpen } from '../../src/domain/sab-case/state.ts';
import type { SabCaseShown } from '../sab-cases.ts';
import { schoolDaysBetween } from './school-days.ts';
import { sabTerms } from './terms.ts';

export const sabSplits = ['landschap', 'adviser'] as const;
export type SabSplit = (typeof sabSplits)[number];

/** Of so many cases the middle number of school days, and the number that nine in ten stay within. */
export interface Days {
  readonly cases: number;
  readonly median?: number;
  readonly p90?: number;
}

/** Every count is one of cases, so that a count of a few can later be told apart and left out. */
export interface SabFigures {
  readonly referrals: { readonly cases: number; readonly urgent: number; readonly notUrgent: number };
  readonly accepted: number;
  readonly returned: number;
  readonly unanswered: number;
  readonly voided: number;
  readonly untilAcceptance: Days & { readonly withinTerm: number };
  readonly untilPlan: Days;
  readonly duration: Days;
  readonly outcomes: Readonly<Record<CaseOutcome, number>>;
  readonly escalations: Readonly<Record<(typeof escalatedTo)[number], number>>;
  readonly pauses: {
    readonly cases: number;
    readonly schoolDays: number;
    readonly waitingFor: Readonly<
      Record<WaitingFor, { readonly cases: number; readonly schoolDays: number }>
    >;
  };
  readonly openAtEnd: number;
  readonly consultations: Readonly<Record<Consulted, { readonly cases: number; readonly agreed: number }>>;
  readonly thanks: { readonly adviser: number; readonly coach: number };
}

export interface ReportAsked {
  readonly schoolYear: number;
  readonly calendar: SchoolCalendar;
  readonly today: CalendarDate;
}

const each = <Name extends string, Value>(names: readonly Name[], make: (name: Name) => Value) =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>;

/** The median of an even number of cases lies between the middle two; the ninetieth percentile is the nearest rank. */
const daysOf = (found: readonly number[]): Days => {
  const days = found.toSorted((one, other) => one - other);
  const [low, high] = [days[Math.ceil(days.length / 2) - 1], days[Math.floor(days.length / 2)]];
  const p90 = days[Math.ceil(days.length * 0.9) - 1];
  return {
    cases: days.length,
    ...(low !== undefined && high !== undefined && { median: (low + high) / 2 }),
    ...(p90 !== undefined && { p90 }),
  };
};

export const sabFigures = (
  all: readonly SabCaseShown[],
  { schoolYear, calendar, today }: ReportAsked,
): SabFigures => {
  const cases = all.filter(({ stage }) => stage !== 'voided');
  const count = (holds: (shown: SabCaseShown) => boolean): number => cases.filter(holds).length;
  const end = earliest(dateOf(schoolYear + 1, 7, 31), today);

  const term = ({ urgent }: SabCaseShown): number => (urgent ? sabTerms.answeredUrgent : sabTerms.answered);
  const answered = cases.flatMap((shown) =>
    shown.acceptedOn === undefined
      ? []
      : [
          {
            shown,
            waited: schoolDaysBetween(calendar, shown.openedOn, shown.acceptedOn, shown.pauses),
          },
        ],
  );
  const planned = cases.flatMap(({ acceptedOn, planStartedOn, pauses }) =>
    acceptedOn === undefined || planStartedOn === undefined
      ? []
      : [schoolDaysBetween(calendar, acceptedOn, planStartedOn, pauses)],
  );
  const lasted = cases.flatMap(({ stage, openedOn, closedOn, pauses }) =>
    stage === 'closed' && closedOn !== undefined
      ? [schoolDaysBetween(calendar, openedOn, closedOn, pauses)]
      : [],
  );

  /** A pause takes its first day, and not the day on which it ends. */
  const stoodStill = (which: (whom: WaitingFor) => boolean) => {
    const days = cases
      .map(({ pauses }) => pauses.filter((pause) => which(pause.waitingFor)))
      .filter((pauses) => pauses.length > 0)
      .map((pauses) =>
        pauses.reduce(
          (sum, { from, to }) =>
            sum + schoolDaysBetween(calendar, addDays(from, -1), to === undefined ? today : addDays(to, -1)),
          0,
        ),
      );
    return { cases: days.length, schoolDays: days.reduce((sum, more) => sum + more, 0) };
  };

  return {
    referrals: {
      cases: cases.length,
      urgent: count(({ urgent }) => urgent),
      notUrgent: count(({ urgent }) => !urgent),
    },
    accepted: answered.length,
    returned: count(({ stage }) => stage === 'returned'),
    unanswered: count(({ stage }) => stage === 'referred'),
    voided: all.length - cases.length,
    untilAcceptance: {
      ...daysOf(answered.map(({ waited }) => waited)),
      withinTerm: answered.filter(({ shown, waited }) => waited <= term(shown)).length,
    },
    untilPlan: daysOf(planned),
    duration: daysOf(lasted),
    outcomes: each(caseOutcomes, (outcome) => count((shown) => shown.outcome === outcome)),
    escalations: each(escalatedTo, (rung) =>
      count(({ escalations }) => escalations.some(({ to }) => to === rung)),
    ),
    pauses: {
      ...stoodStill(() => true),
      waitingFor: each(waitingFor, (whom) => stoodStill((found) => found === whom)),
    },
    openAtEnd: count((shown) => isOpen(shown) || (shown.closedOn !== undefined && shown.closedOn > end)),
    consultations: each(consulted, (whom) => ({
      cases: count(({ consultations }) => consultations.some((held) => held.with === whom)),
      agreed: count(
        ({ consultations }) => consultations.findLast((held) => held.with === whom)?.agreed === true,
      ),
    })),
    thanks: each(['adviser', 'coach'], (from) =>
      count(({ thanks }) => thanks.some((given) => given.from === from)),
    ),
  };
};

/** What nobody works on yet is split off under this. */
export const noAdviser = 'none';

export const splitOf = (shown: SabCaseShown, by: SabSplit): string =>
  by === 'landschap' ? shown.landschap : (shown.adviser ?? noAdviser);
