import type { Uuid } from '../../../src/kernel/message.ts';
import type { Fact } from './facts.ts';

type Correction = Fact<'Corrected'>;

const isCorrection = (fact: Fact): fact is Correction => fact.type === 'Corrected';

const withValues = (fact: Fact, values: Readonly<Record<string, unknown>>): Fact =>
  ({
    ...fact,
    data: { ...fact.data, ...values },
    corrected: new Set([...(fact.corrected ?? []), ...Object.keys(values)]),
  }) as Fact;

/**
 * The facts as corrected: new values in place of old ones, and without what never was. A correction may itself
 * be corrected. The corrections are gone from the result; the log keeps both.
 */
export const correctionsApplied = (facts: readonly Fact[]): readonly Fact[] => {
  const corrections = facts.filter(isCorrection);
  if (corrections.length === 0) return facts;
  const byEvent = Map.groupBy(corrections, ({ data }) => data.event);
  const resolved = (fact: Fact, above: ReadonlySet<Uuid>): Fact | undefined => {
    let now = fact;
    for (const correction of byEvent.get(fact.id) ?? []) {
      if (above.has(correction.id)) continue;
      const holds = resolved(correction, new Set([...above, correction.id]));
      if (holds?.type !== 'Corrected') continue;
      if (holds.data.never === true) return undefined;
      if (holds.data.values) now = withValues(now, holds.data.values);
    }
    return now;
  };
  return facts.flatMap((fact) => {
    if (isCorrection(fact)) return [];
    const found = resolved(fact, new Set());
    return found ? [found] : [];
  });
};
