import {
  type CalendarDate,
  dateOf,
  earliest,
  isCalendarDate,
  monthOf,
  yearOf,
} from '../src/kernel/calendar-date.ts';
import type { Uuid } from '../src/kernel/message.ts';
import type { AskedOf, Finding, Reaction, Term } from '../src/kernel/workflow.ts';
import type { LandschapCode } from '../src/domain/institution/ids.ts';
import { settingOf } from '../src/domain/institution/settings.ts';
import type { TermName } from '../src/domain/institution/terms.ts';
import type { SignalRule } from '../src/domain/trajectory/events.ts';
import type { TrajectoryKnown } from '../src/domain/workflow/known.ts';
import type { Guided } from './standing.ts';

type Knowing = Pick<TrajectoryKnown, 'institution' | 'calendar' | 'today'>;
/** A setting that says how long something may take. */
export type Length = TermName | 'landingTerm';

export const nothingToAsk: Reaction = { terms: [], findings: [] };
export const asking = (...terms: readonly (Term | undefined | false)[]): Reaction => ({
  terms: terms.filter((term) => term !== undefined && term !== false),
  findings: [],
});

/** A term as it was set on the day from which it runs: what is changed later is for what begins later. */
export const days = (
  { institution }: Knowing,
  name: Length,
  since: CalendarDate,
  landschap: string | undefined,
): number => settingOf(institution, name, since, landschap as LandschapCode | undefined);

/** So many school days after a day, by the end of that day. */
export const schoolDaysAfter = (
  known: Knowing,
  since: CalendarDate,
  name: Length,
  landschap: string | undefined,
): CalendarDate => known.calendar.addSchoolDays(since, days(known, name, since, landschap));

/** The same day so many years later; of 29 February in a year without one, 1 March. */
export const yearsAfter = (date: CalendarDate, years: number): CalendarDate => {
  const year = yearOf(date) + years;
  const same = `${String(year).padStart(4, '0')}${date.slice(4)}`;
  return isCalendarDate(same) ? same : dateOf(year, monthOf(date) + 1, 1);
};

/** The first line climbs to the team leader of the landschap, and from there to the opleidingsmanager. */
export const firstLine = (landschap: string | undefined): readonly AskedOf[] => [
  { role: 'teamLeader', ...(landschap !== undefined && { landschap }) },
  { role: 'programmeManager' },
];
/** The second line climbs to its coordinator, and from there to the opleidingsmanager. */
export const secondLine: readonly AskedOf[] = [{ role: 'sabCoordinator' }, { role: 'programmeManager' }];
/** Who is no part of either line climbs to the opleidingsmanager. */
export const straightUp: readonly AskedOf[] = [{ role: 'programmeManager' }];

export const coachOf = (coach: Uuid, landschap: string | undefined): AskedOf => ({
  role: 'coach',
  person: coach,
  ...(landschap !== undefined && { landschap }),
});

interface Asked {
  readonly step: string;
  /** The day from which the term runs, and on which it begins to be asked unless said otherwise. */
  readonly since: CalendarDate;
  readonly asksOn?: CalendarDate;
  /** Within so many school days, or by a day. */
  readonly due: Length | { readonly by: CalendarDate };
  readonly climbs: TermName;
  readonly ladder?: readonly AskedOf[];
  readonly causes: readonly { readonly id: Uuid }[];
  readonly does: string;
}

/** Something that is asked in a landschap, of the first line unless another ladder is named. */
export const askedOf = (
  known: Knowing,
  of: AskedOf,
  landschap: string | undefined,
  { step, since, asksOn = since, due, climbs, ladder = firstLine(landschap), causes, does }: Asked,
): Term => ({
  step,
  asksOn,
  due: typeof due === 'object' ? due.by : schoolDaysAfter(known, since, due, landschap),
  of,
  climbs: days(known, climbs, since, landschap),
  ladder,
  causes: causes.map(({ id }) => id),
  does,
});

/** Something that is asked of the responsible coach. */
export const askedOfCoach = (known: Knowing, { coach, landschap }: Guided, what: Asked): Term =>
  askedOf(known, coachOf(coach, landschap), landschap, what);

/** A rule that has come true, or will on a day if nothing happens. */
export interface Sign {
  readonly on: CalendarDate;
  readonly step: string;
  readonly events: readonly { readonly id: Uuid }[];
}

/** What of a signal rule has come true by today, and when to look again. */
export const signalling = (
  rule: SignalRule,
  ruleVersion: number,
  { today }: Knowing,
  signs: readonly Sign[],
): Reaction => {
  const [next, ...later] = signs.map(({ on }) => on).filter((on) => on > today);
  return {
    terms: [],
    findings: signs
      .filter(({ on }) => on <= today)
      .map(({ step, events }): Finding => ({ step, rule, ruleVersion, events: events.map(({ id }) => id) })),
    ...(next !== undefined && { looksAgainOn: earliest(next, ...later) }),
  };
};
