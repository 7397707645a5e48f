import { type CompareQuery, splits } from '../../../projections/figures/index.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { yearAndOrdinal } from './inspection-query.ts';
import { knownOnOf, type Parsed, type Typed, type WrongMember, wrongs } from './query.ts';

const compared = ['twin', 'vsv'] as const;

/**
 * `report`, `year`, `known-on` and `at`; and what is laid beside it: another year (`with`), or of the split `by` a `value` and an
 * `other`, in that year or in two.
 */
export const compareQueryOf = (typed: Typed, today: CalendarDate): Parsed<CompareQuery> => {
  const asked = wrongs();
  const { found, oneOf, number } = asked;
  const report = oneOf('report', typed['report'] ?? 'twin', compared) ?? 'twin';
  const { year, at } = yearAndOrdinal(asked, typed);
  const withYear = number('with', typed['with'], 2000, 2100);
  const knownOn = knownOnOf(typed['known-on'], today, found, 'known-on');
  const by = oneOf('by', typed['by'], splits);
  const { value, other } = typed;
  if (by === undefined && (value !== undefined || other !== undefined))
    found.push({ path: 'by', what: 'by: say of which split the values are' });
  if (by !== undefined && value === undefined)
    found.push({ path: 'value', what: `value: is missing; which ${by} is laid beside another` });
  if (withYear === undefined && other === undefined)
    found.push({ path: 'with', what: 'with: is missing; give another year, or with by and value an other' });
  if (found.length > 0 || year === undefined) return { ok: false, wrong: found };
  const right = other ?? value;
  return {
    ok: true,
    value: {
      report,
      knownOn,
      ...(by === undefined ? {} : { by }),
      ...at,
      sides: [
        { year, ...(value === undefined ? {} : { value }) },
        { year: withYear ?? year, ...(right === undefined ? {} : { value: right }) },
      ],
    },
  };
};

export const unknownValue = ({
  by,
  value,
  known,
}: {
  readonly by: string;
  readonly value: string;
  readonly known: readonly string[];
}): WrongMember => ({
  path: 'value',
  what: `value: ${value} is no ${by} of that year; give one of ${known.join(', ')}`,
});
