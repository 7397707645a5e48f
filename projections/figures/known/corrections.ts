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

/** What one correction says of an event. */
export interface CorrectionSaid {
  readonly never?: unknown;
  readonly values?: unknown;
}

interface Standing {
  readonly values: Readonly<Record<string, unknown>>;
  readonly never: boolean;
}

/** A correction follows on the one before: new values also say that what “never was” was after all. */
export const correctedBy = (corrections: readonly CorrectionSaid[]): Standing =>
  corrections.reduce<Standing>(
    (now, { never, values }) =>
      never === true
        ? { ...now, never: true }
        : { values: { ...now.values, ...(values as Standing['values'] | undefined) }, never: false },
    { values: {}, never: false },
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
    const mine = byEvent.get(fact.id);
    if (!mine) return [fact];
    const { never, values } = correctedBy(mine.map(({ data }) => data));
    if (never) return [];
    return [Object.keys(values).length === 0 ? fact : withValues(fact, values)];
  });
};
