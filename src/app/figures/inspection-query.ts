import {
  type BridgeQuery,
  indicatorIds,
  type NearQuery,
  type OutcomeCell,
  outcomeParts,
  type OutcomesQuery,
  type ReconciliationQuery,
  splits,
  type WhyQuery,
} from '../../../projections/figures/index.ts';
import { type DeliveryId, deliveryShape } from '../../domain/delivery/ids.ts';
import { studentId } from '../../domain/student/ids.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { isUuid } from '../../kernel/message.ts';
import { knownOnOf, missingYear, type Parsed, type Typed, type WrongMember, wrongs } from './query.ts';

/** What nearly every question about a school year has. */
export const yearAndOrdinal = ({ found, number }: ReturnType<typeof wrongs>, typed: Typed) => {
  if (typed['year'] === undefined) found.push(missingYear);
  const year = number('year', typed['year'], 2000, 2100);
  const at = number('at', typed['at'], 0, Number.MAX_SAFE_INTEGER);
  return { year, at: at === undefined ? {} : { at } };
};

/** `trajectory`, `year`, `known-on` and `at`. */
export const whyQueryOf = (typed: Typed, today: CalendarDate): Parsed<WhyQuery> => {
  const asked = wrongs();
  const { year, at } = yearAndOrdinal(asked, typed);
  const knownOn = knownOnOf(typed['known-on'], today, asked.found, 'known-on');
  const { trajectory } = typed;
  if (trajectory === undefined || !isUuid(trajectory))
    asked.found.push({ path: 'trajectory', what: 'trajectory: give the id of a trajectory (a UUID)' });
  else if (asked.found.length === 0 && year !== undefined)
    return { ok: true, value: { year, knownOn, trajectory: studentId(trajectory), ...at } };
  return { ok: false, wrong: asked.found };
};

/** `known-on` and `at`; the peildatum is the one that comes next. */
export const nearQueryOf = (typed: Typed, today: CalendarDate): Parsed<NearQuery> => {
  const { found, number } = wrongs();
  const knownOn = knownOnOf(typed['known-on'], today, found, 'known-on');
  const at = number('at', typed['at'], 0, Number.MAX_SAFE_INTEGER);
  if (found.length > 0) return { ok: false, wrong: found };
  return { ok: true, value: { knownOn, ...(at === undefined ? {} : { at }) } };
};

/** `year`, `from`, `to` (default: today) and `at`. */
export const bridgeQueryOf = (typed: Typed, today: CalendarDate): Parsed<BridgeQuery> => {
  const asked = wrongs();
  const { year, at } = yearAndOrdinal(asked, typed);
  if (typed['from'] === undefined)
    asked.found.push({ path: 'from', what: 'from: is missing; the earlier of two days as known' });
  const from = knownOnOf(typed['from'], today, asked.found, 'from');
  const to = knownOnOf(typed['to'], today, asked.found, 'to');
  if (asked.found.length > 0 || year === undefined) return { ok: false, wrong: asked.found };
  return { ok: true, value: { year, from, to, ...at } };
};

/** `year`, `list`, `known-on` and `at`. */
export const reconciliationQueryOf = (typed: Typed, today: CalendarDate): Parsed<ReconciliationQuery> => {
  const asked = wrongs();
  const { year, at } = yearAndOrdinal(asked, typed);
  const knownOn = knownOnOf(typed['known-on'], today, asked.found, 'known-on');
  const { list } = typed;
  if (list !== undefined && !deliveryShape.test(list))
    asked.found.push({ path: 'list', what: 'list: give the SHA-256 of a file that was imported (64 hex)' });
  if (asked.found.length > 0 || year === undefined) return { ok: false, wrong: asked.found };
  return {
    ok: true,
    value: { year, knownOn, ...(list === undefined ? {} : { list: list as DeliveryId }), ...at },
  };
};

/** `year`, `known-on`, `by` and `at`. */
export const outcomesQueryOf = (typed: Typed, today: CalendarDate): Parsed<OutcomesQuery> => {
  const asked = wrongs();
  const { year, at } = yearAndOrdinal(asked, typed);
  const knownOn = knownOnOf(typed['known-on'], today, asked.found, 'known-on');
  const by = asked.oneOf('by', typed['by'], splits);
  if (asked.found.length > 0 || year === undefined) return { ok: false, wrong: asked.found };
  return { ok: true, value: { year, knownOn, ...(by === undefined ? {} : { by }), ...at } };
};

/** `indicator`, `part` (default: population), `of-year`, and `by` with `value`. */
export const outcomeCellOf = (typed: Typed): Parsed<OutcomeCell> => {
  const { found, oneOf, number } = wrongs();
  if (typed['indicator'] === undefined)
    found.push({ path: 'indicator', what: `indicator: is missing; give one of ${indicatorIds.join(', ')}` });
  const indicator = oneOf('indicator', typed['indicator'], indicatorIds);
  const part = oneOf('part', typed['part'], outcomeParts) ?? 'population';
  const year = number('of-year', typed['of-year'], 2000, 2100);
  const by = oneOf('by', typed['by'], splits);
  const { value } = typed;
  if (value !== undefined && by === undefined)
    found.push({ path: 'by', what: 'by: say of which split the value is' });
  if (found.length > 0 || indicator === undefined) return { ok: false, wrong: found };
  return {
    ok: true,
    value: {
      indicator,
      part,
      ...(year === undefined ? {} : { year }),
      ...(by === undefined || value === undefined ? {} : { split: { by, value } }),
    },
  };
};

export const yearNotTogether = (years: readonly number[]): WrongMember => ({
  path: 'of-year',
  what: `of-year: give one of ${years.join(', ')}, the years that are taken together`,
});
