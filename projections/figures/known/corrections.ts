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

interface Standing {
  readonly fact: Fact;
  readonly never: boolean;
}

/** A correction follows on the one before: new values also say that what “never was” was after all. */
const corrected = (fact: Fact, corrections: readonly Correction[]): Standing =>
  corrections.reduce<Standing>(
    (now, { data: { never, values } }) =>
      never === true
        ? { ...now, never: true }
        : { fact: values ? withValues(now.fact, values) : now.fact, never: false },
    { fact, never: false },
  );

/** The facts as corrected: new values in place of old ones, without what never was. The log keeps both. */
export const correctionsApplied = (facts: readonly Fact[]): readonly Fact[] => {
  const corrections = facts.filter(isCorrection);
  if (corrections.length === 0) return facts;
  const byEvent: ReadonlyMap<Uuid, readonly Correction[]> = Map.groupBy(
    corrections,
    ({ data }) => data.event,
  );
  return facts.flatMap((fact) => {
    if (isCorrection(fact)) return [];
    const now = corrected(fact, byEvent.get(fact.id) ?? []);
    return now.never ? [] : [now.fact];
  });
};
