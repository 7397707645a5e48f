import type { CalendarDate } from '../src/kernel/calendar-date.ts';
import type { Uuid } from '../src/kernel/message.ts';
import type { AskedOf, Reaction, Term } from '../src/kernel/workflow.ts';
import type { LandschapCode } from '../src/domain/institution/ids.ts';
import { settingOf } from '../src/domain/institution/settings.ts';
import type { TermName } from '../src/domain/institution/terms.ts';
import type { TrajectoryKnown } from '../src/domain/workflow/known.ts';

type Knowing = Pick<TrajectoryKnown, 'institution' | 'calendar' | 'today'>;

export const nothingToAsk: Reaction = { terms: [], findings: [] };
export const asking = (...terms: readonly (Term | undefined | false)[]): Reaction => ({
  terms: terms.filter((term) => term !== undefined && term !== false),
  findings: [],
});

/** A term as it was set on the day from which it runs: what is changed later is for what begins later. */
export const days = (
  { institution }: Knowing,
  name: TermName,
  since: CalendarDate,
  landschap: string | undefined,
): number => settingOf(institution, name, since, landschap as LandschapCode | undefined);

/** So many school days after a day, by the end of that day. */
export const schoolDaysAfter = (
  known: Knowing,
  since: CalendarDate,
  name: TermName,
  landschap: string | undefined,
): CalendarDate => known.calendar.addSchoolDays(since, days(known, name, since, landschap));

/** The first line climbs to the team leader of the landschap, and from there to the opleidingsmanager. */
export const firstLine = (landschap: string | undefined): readonly AskedOf[] => [
  { role: 'teamLeader', ...(landschap !== undefined && { landschap }) },
  { role: 'programmeManager' },
];
/** The second line climbs to its coordinator, and from there to the opleidingsmanager. */
export const secondLine: readonly AskedOf[] = [{ role: 'sabCoordinator' }, { role: 'programmeManager' }];

export const coachOf = (coach: Uuid, landschap: string | undefined): AskedOf => ({
  role: 'coach',
  person: coach,
  ...(landschap !== undefined && { landschap }),
});
