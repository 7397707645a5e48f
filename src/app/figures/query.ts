import {
  type Cell,
  definitionIds,
  definitionUsage,
  isDefinition,
  evidenceBoxes,
  type EvidenceQuery,
  type FiguresQuery,
  moments,
  registerBoxes,
  type ReportName,
  reportNames,
  splits,
  vsvSteps,
} from '../../../projections/figures/index.ts';
import { dimensions, initiatives } from '../../domain/trajectory/events.ts';
import { type CalendarDate, isCalendarDate } from '../../kernel/calendar-date.ts';

/** A question about figures as somebody typed it, in a command or in an address. */
export type Typed = Readonly<Record<string, string | undefined>>;

export interface WrongMember {
  readonly path: string;
  readonly what: string;
}

export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly wrong: readonly WrongMember[] };

export const wrongs = () => {
  const found: WrongMember[] = [];
  return {
    found,
    oneOf: <const T extends string>(
      path: string,
      text: string | undefined,
      values: readonly T[],
    ): T | undefined => {
      const value = values.find((each) => each === text);
      if (text !== undefined && value === undefined)
        found.push({ path, what: `${path}: give one of ${values.join(', ')}` });
      return value;
    },
    number: (path: string, text: string | undefined, least: number, most: number): number | undefined => {
      if (text === undefined) return undefined;
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
      if (value >= least && value <= most) return value;
      found.push({ path, what: `${path}: give a whole number from ${least} to ${most}` });
      return undefined;
    },
  };
};

/** Only the past is known: a day ahead says no more than today, and would pretend to. */
export const knownOnOf = (
  text: string | undefined,
  today: CalendarDate,
  found: WrongMember[],
  path: string,
): CalendarDate => {
  if (text === undefined) return today;
  if (!isCalendarDate(text)) found.push({ path, what: `${path}: give a day that exists, as YYYY-MM-DD` });
  else if (text > today)
    found.push({ path, what: `${path}: lies ahead; nothing is known on it yet (today is ${today})` });
  else return text;
  return today;
};

export const isReport = (text: string | undefined): text is ReportName =>
  reportNames.some((each) => each === text);

export const missingYear: WrongMember = {
  path: 'year',
  what: 'year: is missing; 2025 is the school year 2025-2026',
};

/** `year`, `known-on`, `by`, `definition` and `at`, checked against what there is. */
export const figuresQueryOf = (
  report: ReportName,
  typed: Typed,
  today: CalendarDate,
): Parsed<FiguresQuery> => {
  const { found, oneOf, number } = wrongs();
  if (typed['year'] === undefined) found.push(missingYear);
  const year = number('year', typed['year'], 2000, 2100);
  const knownOn = knownOnOf(typed['known-on'], today, found, 'known-on');
  const by = oneOf('by', typed['by'], splits);
  const { definition } = typed;
  if (definition !== undefined && !isDefinition(report, definition)) {
    found.push({
      path: 'definition',
      what: `definition: give one of ${definitionIds[report].join(', ')}${definitionUsage(report)}`,
    });
  }
  const { alongside } = typed;
  if (alongside !== undefined && (report !== 'twin' || !isDefinition('switches', alongside)))
    found.push({
      path: 'alongside',
      what: `alongside: goes with twin; give one of ${definitionIds.switches.join(', ')}${definitionUsage('switches')}`,
    });
  const at = number('at', typed['at'], 0, Number.MAX_SAFE_INTEGER);
  if (found.length > 0 || year === undefined) return { ok: false, wrong: found };
  return {
    ok: true,
    value: {
      report,
      year,
      knownOn,
      ...(by === undefined ? {} : { by }),
      ...(definition === undefined ? {} : { definition }),
      ...(alongside === undefined ? {} : { alongside }),
      ...(at === undefined ? {} : { at }),
    },
  };
};

/** A question about a school year that is no figure of FIGURES.md. */
export const schoolYearIn = (typed: Typed): Parsed<number> => {
  const { found, number } = wrongs();
  const year = number('year', typed['year'], 2000, 2100);
  if (year === undefined && found.length === 0) found.push(missingYear);
  return year === undefined ? { ok: false, wrong: found } : { ok: true, value: year };
};

export const evidenceQueryOf = (typed: Typed, today: CalendarDate): Parsed<EvidenceQuery> => {
  const { found, number } = wrongs();
  const year = schoolYearIn(typed);
  if (!year.ok) found.push(...year.wrong);
  const knownOn = knownOnOf(typed['known-on'], today, found, 'known-on');
  const at = number('at', typed['at'], 0, Number.MAX_SAFE_INTEGER);
  if (!year.ok || found.length > 0) return { ok: false, wrong: found };
  return { ok: true, value: { year: year.value, knownOn, ...(at === undefined ? {} : { at }) } };
};

const verdicts = ['no', 'open', 'presumed'] as const;
const besides = ['definitive', 'placedOnly', 'gone', 'schoolOnly', 'switchBefore'] as const;
const counteds = ['true', 'false', 'opstromer', 'doorstromer', 'uitstromer', 'out', 'notKnown'] as const;

/** Which cell is opened: all that is named must hold. */
export const cellOf = (typed: Typed): Parsed<Cell> => {
  const { found, oneOf } = wrongs();
  const register = oneOf('register', typed['register'], registerBoxes);
  const evidence = oneOf('evidence', typed['evidence'], evidenceBoxes);
  const verdict = oneOf('verdict', typed['verdict'], verdicts);
  const step = oneOf('step', typed['step'], vsvSteps);
  const beside = oneOf('beside', typed['beside'], besides);
  const countedText = oneOf('counted', typed['counted'], counteds);
  const counted = countedText === 'true' ? true : countedText === 'false' ? false : countedText;
  const dimension = oneOf('dimension', typed['dimension'], dimensions);
  const moment = oneOf('moment', typed['moment'], moments);
  const initiative = oneOf('initiative', typed['initiative'], initiatives);
  const by = oneOf('by', typed['by'], splits);
  const { value, school } = typed;
  if (value !== undefined && by === undefined)
    found.push({ path: 'by', what: 'by: say of which split the value is' });
  if (found.length > 0) return { ok: false, wrong: found };
  return {
    ok: true,
    value: {
      ...(register === undefined ? {} : { register }),
      ...(evidence === undefined ? {} : { evidence }),
      ...(verdict === undefined ? {} : { verdict }),
      ...(step === undefined ? {} : { step }),
      ...(beside === undefined ? {} : { beside }),
      ...(counted === undefined ? {} : { counted }),
      ...(dimension === undefined ? {} : { dimension }),
      ...(moment === undefined ? {} : { moment }),
      ...(initiative === undefined ? {} : { initiative }),
      ...(school === undefined ? {} : { school }),
      ...(by === undefined || value === undefined ? {} : { split: { by, value } }),
    },
  };
};
