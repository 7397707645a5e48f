import { addDays, type CalendarDate, dateOf, yearOf } from '../../../src/kernel/calendar-date.ts';
import { schoolYearOf } from '../../../src/domain/institution/calendar.ts';
import { idsOf } from '../known/facts.ts';
import {
  domeinOf,
  type Knowledge,
  niveauOf,
  otherCode,
  type Peildata,
  peildataOf,
} from '../accounts/knowledge.ts';
import type { RegisterEnrolled } from '../accounts/register-account.ts';
import { enrolledAtSchoolOn } from '../accounts/school-account.ts';
import { lastPriorOn } from './prior-education.ts';
import {
  leftOut,
  type Membership,
  notKnown,
  ofSwitch,
  one,
  some,
  student,
  type SwitchMember,
  withEvents,
} from './membership.ts';
import { fallsInside, startProgrammesOf } from './switches.ts';
import type { View } from '../accounts/view.ts';

export interface SwitchDefinition {
  readonly id: string;
  readonly version: string;
  readonly source: string;
  readonly population: string;
  readonly counts: string;
  /** Whether it is a question about t', and so cannot be asked before. */
  readonly needs: 't2' | 't' | 'nothing';
  readonly members: (
    view: View,
    peildata: Peildata,
    knowledge: Knowledge,
    knownOn: CalendarDate,
  ) => Membership;
}

const byDomein = (
  p: RegisterEnrolled,
  q: RegisterEnrolled,
  knowledge: Knowledge,
): 'otherDomein' | 'sameDomein' | 'domeinNotKnown' => {
  const [from, to] = [domeinOf(p, knowledge), domeinOf(q, knowledge)];
  if (from === undefined || to === undefined) return 'domeinNotKnown';
  return from === to ? 'sameDomein' : 'otherDomein';
};

/** Days up to a day on which the register's account may say something else than the day before. */
const turnsOf = (
  { register, school }: View,
  { deliveries }: Knowledge,
  until: CalendarDate,
): readonly CalendarDate[] => {
  const days = [
    ...school.stretches.map(({ from }) => from),
    // A delivery stops speaking after its period, and after the day on which it was made.
    ...deliveries.all.flatMap(({ from, to, madeOn }) => [from, addDays(to, 1), addDays(madeOn, 1)]),
    ...[until, ...deliveries.all.map(({ madeOn }) => madeOn)].flatMap((day) =>
      register
        .enrolmentsKnownOn(day)
        .flatMap(({ from, until: last, periods }) => [
          from,
          ...periods.map(({ data }) => data.from),
          ...(last === undefined ? [] : [addDays(last, 1)]),
        ]),
    ),
  ];
  return [...new Set(days)].filter((day) => day <= until).sort();
};

/** The first day of the first enrolment here that the register's account has up to a day. */
const firstEnrolment = (view: View, knowledge: Knowledge, until: CalendarDate): CalendarDate | undefined =>
  turnsOf(view, knowledge, until)
    .flatMap((day) => view.register.on(day).enrolment?.from ?? [])
    .sort()[0];

/** Whether the first mbo enrolment, here or in prior education, began after 1 October of the year before. */
const inFirstMboYear = (
  view: View,
  knowledge: Knowledge,
  { schoolYear, t }: Peildata,
): boolean | 'notKnown' => {
  const bound = dateOf(schoolYear - 1, 10, 1);
  const first = firstEnrolment(view, knowledge, t);
  if (first === undefined || first <= bound) return false;
  const before = view.history.of('PriorEducationRecorded').filter(({ data }) => data.kind.startsWith('mbo-'));
  if (before.some(({ data }) => data.on <= bound)) return false;
  return before.length > 0 ? 'notKnown' : true;
};

const isVmbo = (kind: string): boolean => kind.startsWith('vmbo-');

const d1: SwitchDefinition = {
  id: 'D1',
  version: '2026.1',
  source: 'OCW/DUO, thema-analyse 2015: definitie van switch in het mbo (onderwijsincijfers.nl)',
  population: 'enrolled on t, BOL, niveau 2 or higher, first mbo year, straight from vo',
  counts: 'enrolled on t’ in another domein; attributed to the niveau on t',
  needs: 't2',
  members: (view, peildata, knowledge) => {
    const { t, t2, schoolYear } = peildata;
    const on = view.register.on(t);
    const p = on.enrolment;
    if (!p) return leftOut('notEnrolledOnT');
    if (p.leerweg !== 'BOL') return leftOut('notBol');
    const niveau = niveauOf(p, knowledge);
    if (niveau !== undefined && niveau < 2) return leftOut('otherNiveau');
    const first = inFirstMboYear(view, knowledge, peildata);
    const prior = lastPriorOn(view.history, t);
    // Whoever is out by what is known is not among those of whom something is missing.
    const straight =
      !prior ||
      ((isVmbo(prior.data.kind) || ['havo', 'vwo'].includes(prior.data.kind)) &&
        schoolYearOf(prior.data.on) === schoolYear - 1);
    if (first === false) return leftOut('notFirstMboYear');
    if (!straight) return leftOut('notStraightFromVo');
    if (niveau === undefined) return notKnown('niveau');
    if (first === 'notKnown') return notKnown('firstMboEnrolment');
    if (!prior) return notKnown('priorEducation');
    const q = view.register.on(t2).enrolment;
    const because = q ? byDomein(p, q, knowledge) : 'notEnrolledAnyMore';
    return one(withEvents(student(because === 'otherDomein', because, p, q, t, on), prior));
  },
};

const d2: SwitchDefinition = {
  id: 'D2',
  version: '2026.1',
  source: 'ecbo 2012 (Román & Van Wijk), De middenweg tussen blijven en uitvallen: switchen',
  population: 'BOL niveau 4 entrants with a vmbo diploma, whose first 1 October here is t',
  counts: 'ever another domein, up to the day of knowing',
  needs: 't',
  members: (view, { t, schoolYear }, knowledge, knownOn) => {
    const on = view.register.on(t);
    const p = on.enrolment;
    if (!p) return leftOut('notEnrolledOnT');
    if (p.leerweg !== 'BOL') return leftOut('notBol');
    const niveau = niveauOf(p, knowledge);
    if (niveau !== undefined && niveau !== 4) return leftOut('otherNiveau');
    const first = firstEnrolment(view, knowledge, t) ?? p.from;
    for (let year = yearOf(first) - 1; year < schoolYear; year += 1)
      if (view.register.on(peildataOf(year).t).enrolment) return leftOut('notFirst1October');
    const priors = view.history.of('PriorEducationRecorded');
    const diploma = priors.find(({ data }) => isVmbo(data.kind) && data.diploma === 'yes');
    if (!diploma) {
      if (priors.length === 0) return notKnown('priorEducation');
      return priors.some(({ data }) => isVmbo(data.kind) && data.diploma === 'unknown')
        ? notKnown('vmboDiploma')
        : leftOut('noVmboDiploma');
    }
    if (niveau === undefined) return notKnown('niveau');
    const other = turnsOf(view, knowledge, knownOn)
      .filter((day) => day > t)
      .map((day) => view.register.on(day).enrolment)
      .find((q) => q !== undefined && byDomein(p, q, knowledge) === 'otherDomein');
    const because = other ? 'otherDomein' : 'neverOtherDomein';
    return one(withEvents(student(other !== undefined, because, p, other, t, on), diploma));
  },
};

const d3: SwitchDefinition = {
  id: 'D3',
  version: '2026.1',
  source: 'RMC De Vallei, Uitschrijving & Switch monitor 2016-2017',
  population: 'first mbo year on t, per vmbo school',
  counts: 'another opleiding on t’, or not enrolled any more',
  needs: 't2',
  members: (view, peildata, knowledge) => {
    const { t, t2 } = peildata;
    const on = view.register.on(t);
    const p = on.enrolment;
    if (!p) return leftOut('notEnrolledOnT');
    const first = inFirstMboYear(view, knowledge, peildata);
    const prior = lastPriorOn(view.history, t);
    if (first === false) return leftOut('notFirstMboYear');
    if (prior && !isVmbo(prior.data.kind)) return leftOut('notFromVmbo');
    if (first === 'notKnown') return notKnown('firstMboEnrolment');
    if (!prior) return notKnown('priorEducation');
    if (prior.data.school === undefined) return notKnown('vmboSchool');
    const q = view.register.on(t2).enrolment;
    const because = !q ? 'notEnrolledAnyMore' : otherCode(p, q) ? 'otherOpleiding' : 'sameOpleiding';
    const member = withEvents(student(because !== 'sameOpleiding', because, p, q, t, on), prior);
    return one({ ...member, from: prior.data.school });
  },
};

const d5: SwitchDefinition = {
  id: 'D5',
  version: '2026.1',
  source: 'CBS, Door- en uitstroom mbo-deelnemers 2019/’20 (maatwerk 2021/28)',
  population: 'enrolled on t',
  counts: 'opstromer: at a higher niveau on t’; else doorstromer: enrolled on t’; else uitstromer',
  needs: 't2',
  members: (view, { t, t2 }, knowledge) => {
    const on = view.register.on(t);
    const p = on.enrolment;
    if (!p) return leftOut('notEnrolledOnT');
    const q = view.register.on(t2).enrolment;
    if (!q) return one(student('uitstromer', 'notEnrolledAnyMore', p, q, t, on));
    const [low, high] = [niveauOf(p, knowledge), niveauOf(q, knowledge)];
    return one(
      low !== undefined && high !== undefined && high > low
        ? student('opstromer', 'higherNiveau', p, q, t, on)
        : student('doorstromer', 'notHigherNiveau', p, q, t, on),
    );
  },
};

const d6: SwitchDefinition = {
  id: 'D6',
  version: '2026.1',
  source: 'DUO open onderwijsdata: nieuwe instroom opleiding',
  population: 'enrolled on t’',
  counts: 'not in that opleiding on t',
  needs: 't2',
  members: (view, { t, t2 }) => {
    const then = view.register.on(t2);
    const q = then.enrolment;
    if (!q) return leftOut('notEnrolledOnT2');
    const p = view.register.on(t).enrolment;
    return one(
      p?.opleidingscode === q.opleidingscode
        ? student(false, 'sameOpleiding', q, p, t2, then)
        : student(true, 'otherOpleiding', q, p, t2, then),
    );
  },
};

const d7: SwitchDefinition = {
  id: 'D7',
  version: '2026.1',
  source: 'Landstede: in de eerste periode kan nog geswitcht worden naar een ander beroepsinhoudelijk domein',
  population: 'start programmes begun in the school year',
  counts: 'a switch to another domein on or before the start programme’s (extended) end',
  needs: 'nothing',
  members: (view, { schoolYear }) => {
    const members = startProgrammesOf(view.history)
      .filter(({ on }) => schoolYearOf(on) === schoolYear)
      .map((programme): SwitchMember => {
        const made = view.switches.find(
          ({ on, dimensions }) => dimensions.includes('domein') && fallsInside(programme, on),
        );
        const started = idsOf(programme.facts);
        if (made) {
          const member = ofSwitch(made, view, 'switchedInside');
          return { ...member, events: [...started, ...member.events], on: programme.on };
        }
        const on = view.register.on(programme.on);
        const placed = enrolledAtSchoolOn(view.school, programme.on);
        return {
          ...student(false, 'notSwitchedInside', on.enrolment, undefined, programme.on, on),
          events: [...started, ...idsOf(placed?.facts ?? [])],
        };
      });
    return some(members, 'noStartProgramme');
  },
};

const all: SwitchDefinition = {
  id: 'all',
  version: '2026.1',
  source: 'the school’s own switches, by dimension, moment and initiative (reference/domain.md §3.1)',
  population: 'every switch made in the school year',
  counts: 'all of them',
  needs: 'nothing',
  members: (view, { schoolYear }) =>
    some(
      view.switches
        .filter(({ on }) => schoolYearOf(on) === schoolYear)
        .map((made) => ofSwitch(made, view, 'switched')),
      'noSwitch',
    ),
};

/** `D4` is a way to weigh levels of change: it is the dimension beside each switch. */
export const switchDefinitions: readonly SwitchDefinition[] = [all, d1, d2, d3, d5, d6, d7];
