import { type CalendarDate, dateOf } from '../../../src/kernel/calendar-date.ts';
import type { Initiative } from '../../../src/domain/trajectory/events.ts';
import { schoolYearOf } from '../../../src/domain/institution/calendar.ts';
import { domeinOf, type Knowledge, niveauOf } from '../accounts/knowledge.ts';
import { type ProgrammeKnown, schoolOn } from '../accounts/school-account.ts';
import type { View } from '../accounts/view.ts';
import { lastBy, type Moment, type SwitchMade } from './switches.ts';

/** What tells programmes apart: the register's programme on t, and the landschap from the school's account. */
export const programmeSplits = ['landschap', 'domein', 'niveau', 'leerweg', 'crebo'] as const;
/** What tells of the path: since when, and of the last switch of the year. */
export const pathSplits = ['cohort', 'initiative', 'moment'] as const;

/** What a figure may be split by; each student has one value of each. */
export const splits = [...programmeSplits, ...pathSplits] as const;
export type Split = (typeof splits)[number];
export type Splits = Readonly<Record<Split, string>>;

export const isOfPath = (by: Split): boolean => pathSplits.some((each) => each === by);

const unknown = 'unknown';
/** Of who did not switch. */
const none = 'none';

/** The school year of the first 1 October on which the register's account has him, up to a year: `2023-2024`. */
export const cohortOf = ({ register, school, history }: View, upTo: number): string => {
  const [begun] = [
    ...school.stretches.slice(0, 1).map(({ from }) => from),
    ...history.of('RegisterEnrolmentRecorded').map(({ data }) => data.from),
  ].sort();
  if (begun === undefined) return unknown;
  for (let year = schoolYearOf(begun); year <= upTo; year += 1)
    if (register.on(dateOf(year, 10, 1)).enrolment) return `${year}-${year + 1}`;
  return unknown;
};

/** All moments that hold, as one value, so that the values add up to the whole. */
export const initiativeAndMoment = (
  made: { readonly initiative?: string | null; readonly moment: readonly string[] } | undefined,
): Pick<Splits, 'initiative' | 'moment'> =>
  made
    ? { initiative: made.initiative ?? unknown, moment: made.moment.join('-') }
    : { initiative: none, moment: none };

const pathNames: Readonly<Record<Moment | Initiative | typeof none, string>> = {
  student: 'de student',
  coach: 'de coach',
  sab: 'SAB',
  bsa: 'bindend studieadvies',
  fixus: 'numerus fixus',
  beforeDefinitive: 'vóór de definitieve inschrijving',
  insideStartProgramme: 'binnen het startprogramma',
  onOrBefore1Oct: 'tot en met 1 oktober',
  after1Oct: 'na 1 oktober',
  firstYear: 'in het eerste jaar',
  later: 'in een later jaar',
  none: 'geen switch',
};
const isNamed = (value: string): value is keyof typeof pathNames => Object.hasOwn(pathNames, value);

/** What an initiative, or moments that hold together, are called; nothing for what is not known. */
export const pathName = (value: string): string | undefined => {
  const names = value.split('-').map((each) => (isNamed(each) ? pathNames[each] : undefined));
  return names.every((name) => name !== undefined) ? names.join(', ') : undefined;
};

/** The last one after t and not after t', as the evidence reading looks at them; of one day the one recorded last. */
export const lastSwitch = ({ switches }: View, schoolYear: number): SwitchMade | undefined =>
  lastBy(
    switches.filter(({ on }) => on > dateOf(schoolYear, 10, 1) && on <= dateOf(schoolYear + 1, 10, 1)),
    (one, other) => one.on >= other.on,
  );

/** Of one student in a school year, whose programme is that of a day. */
export const splitsOf = (
  programme: ProgrammeKnown,
  view: View,
  on: CalendarDate,
  schoolYear: number,
  knowledge: Knowledge,
): Splits => ({
  landschap: schoolOn(view.school, on)?.programme?.landschap ?? unknown,
  domein: domeinOf(programme, knowledge) ?? unknown,
  niveau: niveauOf(programme, knowledge)?.toString() ?? unknown,
  leerweg: programme.leerweg ?? unknown,
  crebo: programme.opleidingscode ?? unknown,
  cohort: cohortOf(view, schoolYear),
  ...initiativeAndMoment(lastSwitch(view, schoolYear)),
});
